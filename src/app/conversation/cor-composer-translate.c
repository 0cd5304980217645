/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-translate"

#include "config.h"

#include "cor-composer-private.h"

static void
action_ask (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  CorComposer     *self = user_data;
  g_autofree char *text = _cor_composer_dup_text (self);

  cor_translation_bar_ask (self->translation_bar, cor_composer_draft_get_conversation (self->draft), text);
}

/* The whole reply becomes the translation, in one step of Ctrl+Z; what it was goes with it. */
static void
on_use (CorComposer *self)
{
  CorReplyTranslation *translation = cor_translation_bar_get_translation (self->translation_bar);
  CorInsertSource      borrowed = { .kind = COR_SOURCE_TRANSLATION };
  g_autoptr (CorInsertSource) source = NULL;
  g_autofree char *text = g_strdup (cor_reply_translation_get_result (translation, NULL));
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter      start, end;

  /* copies: inserting is a change of the text, and that closes the bar */
  borrowed.id = cor_reply_translation_get_service (translation);
  borrowed.original = cor_reply_translation_get_source (translation, &borrowed.locale);
  source = cor_insert_source_copy (&borrowed);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  cor_composer_insert (self, text, source);
}

/* A translation of what is written no more must not take its place. */
static void
on_typed (CorComposer *self)
{
  cor_translation_bar_close (self->translation_bar);
}

/* What is shown belongs to one conversation, and to a reply. */
static void
on_changed (CorComposer   *self,
            GSimpleAction *ask)
{
  gint64 conversation = cor_composer_draft_get_conversation (self->draft);

  if (conversation != self->translated_conversation || self->is_private)
    cor_translation_bar_close (self->translation_bar);
  self->translated_conversation = conversation;
  g_simple_action_set_enabled (ask, !self->is_private && cor_composer_can_send (self));
}

/* To be called once, with the session. */
void
_cor_composer_init_translation (CorComposer *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) ask = g_simple_action_new ("ask", NULL);

  cor_translation_bar_set_store (self->translation_bar, cor_session_get_store (self->session));
  g_signal_connect_object (self->translation_bar, "use", G_CALLBACK (on_use), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "typed", G_CALLBACK (on_typed), self, 0);
  g_simple_action_set_enabled (ask, FALSE);
  g_signal_connect_object (ask, "activate", G_CALLBACK (action_ask), self, 0);
  g_signal_connect_object (self, "changed", G_CALLBACK (on_changed), ask, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (ask));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "translation", G_ACTION_GROUP (actions));
}
