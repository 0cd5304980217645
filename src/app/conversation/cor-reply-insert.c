/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-insert"

#include "config.h"

#include "cor-reply-insert.h"

/**
 * cor_reply_insert_new_target:
 * @text: what is inserted, plain text
 * @source: (nullable) (transfer none): where it is from; its kind and id are needed, its text is not read
 *
 * Returns: (transfer floating): the parameter of %COR_REPLY_INSERT
 */
GVariant *
cor_reply_insert_new_target (const char            *text,
                             const CorInsertSource *source)
{
  static const CorInsertSource none = { NULL, NULL, NULL, NULL, NULL };

  g_return_val_if_fail (text != NULL, NULL);

  if (source == NULL)
    source = &none;
  return g_variant_new (COR_REPLY_INSERT_TYPE, text, source->kind ? source->kind : "", source->id, source->version, source->locale);
}

/**
 * cor_reply_insert:
 * @from: any widget in the window of the conversation
 * @text: what to insert, plain text
 * @source: (nullable) (transfer none): where it is from
 *
 * Inserts it where the caret of the open conversation is, or over what is selected there, and puts the
 * focus there. The same with and without a connection. Nothing happens while no conversation is open.
 */
void
cor_reply_insert (GtkWidget             *from,
                  const char            *text,
                  const CorInsertSource *source)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && text != NULL);

  gtk_widget_activate_action_variant (from, COR_REPLY_INSERT, cor_reply_insert_new_target (text, source));
}
