/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-file-picker"

#include "config.h"

#include "cor-file-picker.h"

#include <glib/gi18n-lib.h>

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GtkNativeDialog) owned = dialog;

  if (response == GTK_RESPONSE_ACCEPT && gtk_file_chooser_get_select_multiple (GTK_FILE_CHOOSER (dialog)))
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
  gtk_native_dialog_destroy (dialog);
}

/* Shows it; @task gets the answer. */
static void
ask (GtkFileChooserNative *dialog, GTask *task)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * cor_file_picker_open_async:
 * @parent: the window
 * @title: of the chooser
 * @filter: (nullable): which files are offered
 * @cancellable: (nullable): drops the answer
 * @callback: is called when the agent has chosen
 *
 * Asks for one file, through the portal where there is one. Main thread.
 */
void
cor_file_picker_open_async (GtkWindow *parent, const char *title, GtkFileFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask                *task = g_task_new (NULL, cancellable, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  g_task_set_source_tag (task, cor_file_picker_open_async);
  if (filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  ask (dialog, task);
}

/**
 * cor_file_picker_open_finish:
 *
 * Returns: (transfer full) (nullable): the file; %NULL with %G_IO_ERROR_CANCELLED when none was chosen
 */
GFile *
cor_file_picker_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cor_file_picker_open_several_async:
 * @parent: the window
 * @title: of the chooser
 * @cancellable: (nullable): drops the answer
 * @callback: is called when the agent has chosen
 *
 * Likewise, for one file or more of whatever kind.
 */
void
cor_file_picker_open_several_async (GtkWindow *parent, const char *title, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask                *task = g_task_new (NULL, cancellable, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  g_task_set_source_tag (task, cor_file_picker_open_several_async);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  ask (dialog, task);
}

/**
 * cor_file_picker_open_several_finish:
 *
 * Returns: (transfer full) (nullable): of GFile; %NULL with %G_IO_ERROR_CANCELLED when none was chosen
 */
GListModel *
cor_file_picker_open_several_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cor_file_picker_save_async:
 * @parent: the window
 * @title: of the chooser
 * @name: what the file is called unless somebody changes it
 * @cancellable: (nullable): drops the answer
 * @callback: is called when the agent has chosen
 *
 * Asks where to save, and before another file is replaced. Main thread.
 */
void
cor_file_picker_save_async (GtkWindow *parent, const char *title, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask                *task = g_task_new (NULL, cancellable, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  g_task_set_source_tag (task, cor_file_picker_save_async);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask (dialog, task);
}

/**
 * cor_file_picker_save_finish:
 *
 * Returns: (transfer full) (nullable): where to; %NULL with %G_IO_ERROR_CANCELLED when nothing was chosen
 */
GFile *
cor_file_picker_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
