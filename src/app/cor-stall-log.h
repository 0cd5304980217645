/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CorStallLog CorStallLog;

CorStallLog *cor_stall_log_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void         cor_stall_log_free (CorStallLog *self);
void         cor_stall_log_reset (CorStallLog *self);
gint64       cor_stall_log_get_longest (CorStallLog *self);
gint64       cor_stall_log_get_longest_cpu (CorStallLog *self);
guint        cor_stall_log_get_n_over (CorStallLog *self, gint64 limit);

G_END_DECLS
