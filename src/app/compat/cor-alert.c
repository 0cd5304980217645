/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-alert"

#include "config.h"

#include "cor-alert.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
on_response (GTask *task, const char *response)
{
  g_task_return_boolean (task, g_str_equal (response, "confirm"));
}

/**
 * cor_alert_ask_async:
 * @parent: the window
 * @heading: the question
 * @body: what happens then
 * @confirm: the word on the button that does it
 * @destructive: whether it cannot be undone
 * @cancellable: (nullable): closes nothing; the answer is dropped
 * @callback: is called with the answer
 *
 * Cancel is the default and what Escape does. Main thread.
 */
void
cor_alert_ask_async (GtkWindow *parent, const char *heading, const char *body, const char *confirm, gboolean destructive, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask     *task = g_task_new (NULL, cancellable, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  g_task_set_source_tag (task, cor_alert_ask_async);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "confirm", confirm, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "confirm", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "cor-alert-task", task, g_object_unref); /* one answer, always before the dialog goes */
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * cor_alert_ask_finish:
 *
 * Returns: whether the agent confirmed
 */
gboolean
cor_alert_ask_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
