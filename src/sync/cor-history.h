/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"

G_BEGIN_DECLS

/* Called while histories are read, with how many are done. */
typedef void (*CorHistoryProgress) (guint done, gpointer user_data);

/* Reads the messages of every conversation of the account that has unread history, a few at a time,
 * the newest first, and before all the link's focus, whenever it changes. */
void cor_history_run_async (CorDeskLink *link, CorHistoryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Only that one's next answer, if it has unread history; ends with the same _finish. */
void cor_history_read_async (CorDeskLink *link, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

gboolean cor_history_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
