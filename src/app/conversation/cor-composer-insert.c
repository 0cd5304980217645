/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-insert"

#include "config.h"

#include "cor-composer-private.h"
#include "cor-reply-insert.h"

static void
action_insert (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CorInsertSource source = { NULL, NULL, NULL, NULL, NULL };
  const char     *text = NULL;

  g_variant_get (parameter, "(&s&sm&sm&sm&s)", &text, &source.kind, &source.id, &source.version, &source.locale);
  cor_composer_insert (COR_COMPOSER (user_data), text, source.id ? &source : NULL);
}

static void
action_use_template (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  cor_composer_choose_template (COR_COMPOSER (user_data), g_variant_get_string (parameter, NULL));
}

static void
update_action (CorComposer   *self,
               GSimpleAction *action)
{
  g_simple_action_set_enabled (action, cor_composer_can_insert (self));
}

static void
add_action (CorComposer *self,
            const char  *name,
            const char  *type,
            GCallback    activated)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect_object (action, "activate", activated, self, 0);
  g_signal_connect_object (self, "changed", G_CALLBACK (update_action), action, 0);
  update_action (self, action);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

/**
 * cor_composer_get_actions:
 *
 * Returns: (transfer none): "insert", for %COR_REPLY_INSERT, and "use-template", for %COR_REPLY_USE_TEMPLATE: to be
 *   put under the name "reply" where all panes find it
 */
GActionGroup *
cor_composer_get_actions (CorComposer *self)
{
  g_return_val_if_fail (COR_IS_COMPOSER (self), NULL);

  if (self->actions != NULL)
    return G_ACTION_GROUP (self->actions);
  self->actions = g_simple_action_group_new ();
  add_action (self, "insert", COR_REPLY_INSERT_TYPE, G_CALLBACK (action_insert));
  add_action (self, "use-template", "s", G_CALLBACK (action_use_template));
  return G_ACTION_GROUP (self->actions);
}

/**
 * cor_composer_can_insert:
 *
 * Returns: whether a conversation is open and its text may be edited now
 */
gboolean
cor_composer_can_insert (CorComposer *self)
{
  g_return_val_if_fail (COR_IS_COMPOSER (self), FALSE);

  return self->draft != NULL && cor_composer_draft_get_conversation (self->draft) != 0 && cor_composer_draft_is_loaded (self->draft) && !self->is_busy;
}

/**
 * cor_composer_insert:
 * @text: plain text
 * @source: (nullable) (transfer none): where it is from; goes with the reply as long as something of @text
 *   is left in it (cor_insert_source_is_left_in())
 *
 * Inserts into what is being written, the reply or the note, at the caret or over the selection, as one step
 * of Ctrl+Z; the caret is behind it and has the focus then. Does nothing when cor_composer_can_insert() is
 * %FALSE.
 */
void
cor_composer_insert (CorComposer           *self,
                     const char            *text,
                     const CorInsertSource *source)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (COR_IS_COMPOSER (self) && text != NULL);

  if (!cor_composer_can_insert (self))
    return;
  if (source != NULL)
    {
      CorInsertSource inserted = *source;

      inserted.text = text;
      cor_composer_draft_add_source (self->draft, self->is_private, &inserted);
    }
  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_view_reset_im_context (self->text_view);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (self->text_view, gtk_text_buffer_get_insert (buffer));
  cor_composer_grab_focus (self);
}
