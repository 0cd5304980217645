/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"

G_BEGIN_DECLS

/* Called while histories are read, with how many are done. */
typedef void (*CorHistoryProgress) (guint done, gpointer user_data);

/* Reads the messages of every conversation of the account that has unread history, a few at a time,
 * the newest first. @first: local id of one to be read before all, 0 none. */
void     cor_history_run_async (CorDeskLink *link, gint64 first, CorHistoryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_history_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
