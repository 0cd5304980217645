/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-db.h"

G_BEGIN_DECLS

/* For jobs on the store's threads. */
void     cor_intent_follow (CorDb *db, gint64 intent);
gboolean cor_intent_put_status (CorDb *db, gint64 conversation, CorStatus status, gint64 snoozed_until);

G_END_DECLS
