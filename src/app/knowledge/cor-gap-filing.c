/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-gap-filing"

#include "config.h"

#include "cor-gap-filing.h"

#include "cor-store-gaps.h"

#include <glib/gi18n-lib.h>

static void
on_filed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_filed = cor_store_file_gap_finish (COR_STORE (source), result, &error) != 0;

  if (!is_filed)
    g_debug ("gap: %s", error->message);
  gtk_widget_activate_action (from, "win.tell", "s", is_filed ? _ ("Filed as a gap: it is on the list of questions without an answer.") : _ ("That could not be kept on this computer."));
}

/**
 * cor_gap_file:
 * @from: a widget of the window that is told how it went
 * @store: where gaps are
 * @question: in the customer's words, or what was searched for
 * @locale: (nullable): its language
 * @conversation: local id of where it was asked; 0: in none
 *
 * One that asks nearly the same is counted instead.
 */
void
cor_gap_file (GtkWidget *from, CorStore *store, const char *question, const char *locale, gint64 conversation)
{
  if (question != NULL && question[0] != '\0')
    cor_store_file_gap_async (store, 0, question, locale, conversation, NULL, on_filed, g_object_ref (from));
}
