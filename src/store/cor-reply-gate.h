/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-channel.h"
#include "cor-db.h"

G_BEGIN_DECLS

/* For jobs of this layer; on the job's thread. */

gboolean   cor_reply_may_leave (CorDb *db, gint64 conversation, const char *text, const GPtrArray *sources, guint n_files, gboolean is_held);
gboolean   cor_reply_gate_check (CorDb *db, gint64 conversation, gboolean is_private, const char *text);
char      *cor_reply_gate_dup_sent (CorChannel channel, const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *cor_reply_load_sources (CorDb *db, gint64 intent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
