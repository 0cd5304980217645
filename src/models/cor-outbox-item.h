/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-intents.h"

G_BEGIN_DECLS

#define COR_TYPE_OUTBOX_ITEM (cor_outbox_item_get_type ())
G_DECLARE_FINAL_TYPE (CorOutboxItem, cor_outbox_item, COR, OUTBOX_ITEM, GObject)

CorOutboxItem *cor_outbox_item_new (CorIntentData *intent) G_GNUC_WARN_UNUSED_RESULT;
CorIntentData *cor_outbox_item_get_intent (CorOutboxItem *self);
gboolean       cor_outbox_item_take_intent (CorOutboxItem *self, CorIntentData *intent);
gboolean       cor_outbox_item_is_needing (CorOutboxItem *self);

G_END_DECLS
