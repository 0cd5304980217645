/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-object-list.h"
#include "cor-outbox-item.h"

G_BEGIN_DECLS

#define COR_TYPE_OUTBOX (cor_outbox_get_type ())
G_DECLARE_FINAL_TYPE (CorOutbox, cor_outbox, COR, OUTBOX, CorObjectList)

CorOutbox     *cor_outbox_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void           cor_outbox_take_intents (CorOutbox *self, GPtrArray *intents);
gboolean       cor_outbox_is_loaded (CorOutbox *self);
guint          cor_outbox_get_n_needing (CorOutbox *self);
CorOutboxItem *cor_outbox_find (CorOutbox *self, gint64 intent);

G_END_DECLS
