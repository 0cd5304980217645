/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-reply-check.h"

G_BEGIN_DECLS

/* For jobs of this layer; on the job's thread. */

gboolean         cor_reply_load_is_held (CorDb *db, gint64 conversation, gint64 now);
CorReplyContext *cor_reply_load_context (CorDb *db, gint64 conversation, gboolean is_private, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
