/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A question that stops the window until it is answered. */

void     cor_alert_ask_async (GtkWindow *parent, const char *heading, const char *body, const char *confirm, gboolean destructive, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_alert_ask_finish (GAsyncResult *result, GError **error);

G_END_DECLS
