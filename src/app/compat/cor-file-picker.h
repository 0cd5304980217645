/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        cor_file_picker_open_async (GtkWindow *parent, const char *title, GtkFileFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile      *cor_file_picker_open_finish (GAsyncResult *result, GError **error);
void        cor_file_picker_open_several_async (GtkWindow *parent, const char *title, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GListModel *cor_file_picker_open_several_finish (GAsyncResult *result, GError **error);
void        cor_file_picker_save_async (GtkWindow *parent, const char *title, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile      *cor_file_picker_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
