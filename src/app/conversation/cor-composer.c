/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer"

#include "config.h"

#include "cor-composer-private.h"

#include <glib/gi18n-lib.h>

/*
 * CorComposer: where the agent writes, a reply or a private note, each with its own draft. What is typed is
 * on disk within a second; the two texts of a conversation never show in another one. Enter is a new line,
 * Ctrl+Enter sends, unless an input method is composing; Ctrl+Z with nothing written takes back what was
 * just sent.
 *
 * "changed": there is, or is no longer, something to send. "sent" (gint64 id of the intent).
 * "typed": the agent changed what is written.
 *
 * CSS nodes: corcomposer[.note]
 */
G_DEFINE_FINAL_TYPE (CorComposer, cor_composer, GTK_TYPE_WIDGET)

static guint changed_signal;

static GtkTextBuffer *
get_buffer (CorComposer *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

/* The text of the buffer. */
char *
_cor_composer_dup_text (CorComposer *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

static const char *
get_saved_words (CorComposer *self)
{
  if (self->draft == NULL)
    return "";
  switch (cor_composer_draft_get_state (self->draft, self->is_private))
    {
    case COR_DRAFT_SAVED:
      return _ ("Draft saved");
    case COR_DRAFT_FAILED:
      return _ ("Draft not saved");
    case COR_DRAFT_UNSAVED:
    case COR_DRAFT_EMPTY:
    default:
      return "";
    }
}

/* Everything around the text follows from what is being written. */
void
_cor_composer_update (CorComposer *self)
{
  g_autofree char *undo = NULL;
  gboolean         can_edit = cor_composer_can_insert (self);

  _cor_composer_update_check (self);
  _cor_composer_update_placeholder (self);
  _cor_composer_update_target (self);
  gtk_label_set_label (self->saved, get_saved_words (self));
  undo = g_strdup_printf (ngettext ("%u s to undo", "%u s to undo", self->undo_seconds), self->undo_seconds);
  gtk_label_set_label (self->undo, self->undo_seconds > 0 ? undo : "");
  gtk_button_set_label (self->send_button, self->is_private ? _ ("Add note") : _ ("Send"));
  gtk_widget_set_visible (self->send_menu_button, !self->is_private);
  gtk_widget_set_sensitive (self->send_menu_button, cor_composer_can_send (self));
  gtk_text_view_set_editable (self->text_view, can_edit);
  _cor_composer_update_gaps (self);
  _cor_composer_update_signature (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->is_private ? _ ("Private note") : _ ("Reply"), -1);
  if (self->is_private)
    gtk_widget_add_css_class (GTK_WIDGET (self), "note");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "note");
  g_signal_emit (self, changed_signal, 0);
}

/* Shows the text of the draft in force, without a way back to another one by Ctrl+Z. */
void
_cor_composer_fill (CorComposer *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  const char    *text = self->draft ? cor_composer_draft_get_text (self->draft, self->is_private) : "";
  GtkTextIter    caret;

  self->is_filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  _cor_composer_mark (self, text);
  gtk_text_buffer_get_iter_at_offset (buffer, &caret, self->draft ? (int) cor_composer_draft_get_caret (self->draft, self->is_private) : 0);
  gtk_text_buffer_place_cursor (buffer, &caret);
  self->is_filling = FALSE;
  _cor_composer_update (self);
}

/* While a text is on its way to the store or back, a key would be lost. */
void
_cor_composer_set_busy (CorComposer *self,
                        gboolean     is_busy)
{
  self->is_busy = is_busy;
  _cor_composer_update (self);
}

/* Says what went wrong below the text; NULL takes it away. */
void
_cor_composer_set_failure (CorComposer *self,
                           const char  *text)
{
  gtk_label_set_label (self->failure, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), text != NULL);
}

static void
tell_draft (CorComposer *self)
{
  g_autofree char *text = NULL;
  int              caret = 0;

  if (self->is_filling || self->draft == NULL || !cor_composer_draft_is_loaded (self->draft))
    return;
  text = _cor_composer_dup_text (self);
  g_object_get (get_buffer (self), "cursor-position", &caret, NULL);
  cor_composer_draft_edit (self->draft, self->is_private, text, (guint) caret);
}

static void
on_text_changed (CorComposer *self)
{
  g_autofree char *text = NULL;

  if (self->is_filling)
    return;
  text = _cor_composer_dup_text (self);
  _cor_composer_mark (self, text);
  tell_draft (self);
  g_signal_emit_by_name (self, "typed");
  _cor_composer_set_failure (self, NULL);
  _cor_composer_update (self);
}

static void
on_preedit_changed (CorComposer *self,
                    const char  *preedit)
{
  gboolean is_composing = preedit != NULL && preedit[0] != '\0';

  if (is_composing == self->is_composing)
    return;
  self->is_composing = is_composing;
  _cor_composer_update (self);
}

/* An input method may still be at work on the keys before this one, so it has this one first and gives it back. */
static gboolean
on_key_pressed (CorComposer           *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkEvent       *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (held != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  if (event != NULL && gtk_text_view_im_context_filter_keypress (self->text_view, event))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "conversation.send", NULL);
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_z || keyval == GDK_KEY_Z) && !cor_composer_has_text (self))
    return gtk_widget_activate_action (GTK_WIDGET (self), cor_composer_draft_can_restore (self->draft, self->is_private) ? "conversation.undo-discard" : "conversation.undo-send", NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
on_focus_left (CorComposer *self)
{
  cor_composer_flush (self);
}

static void
on_kind_toggled (CorComposer *self)
{
  cor_composer_set_private (self, !gtk_toggle_button_get_active (self->reply_button));
}

static void
on_emoji_clicked (CorComposer *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  gtk_widget_activate_action (GTK_WIDGET (self->text_view), "misc.insert-emoji", NULL);
}

static void
cor_composer_dispose (GObject *object)
{
  CorComposer *self = COR_COMPOSER (object);

  if (self->draft != NULL)
    cor_composer_draft_flush (self->draft);
  _cor_composer_drop_spelling (self);
  _cor_composer_drop_signature (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_COMPOSER);
  g_clear_object (&self->actions);
  g_clear_object (&self->draft);
  g_clear_object (&self->filling);
  g_clear_object (&self->picker);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_composer_parent_class)->dispose (object);
}

static void
cor_composer_finalize (GObject *object)
{
  CorComposer *self = COR_COMPOSER (object);

  g_free (self->name);
  g_free (self->wanted_template);
  g_free (self->payment_locale);

  G_OBJECT_CLASS (cor_composer_parent_class)->finalize (object);
}

static void
cor_composer_class_init (CorComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_composer_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_composer_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("typed", COR_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("sent", COR_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (COR_TYPE_ATTACHMENT_STRIP);
  g_type_ensure (COR_TYPE_TRANSLATION_BAR);
  g_type_ensure (COR_TYPE_REPLY_CHECK_BAR);
  g_type_ensure (COR_TYPE_TEMPLATE_FORM);
  g_type_ensure (COR_TYPE_TEMPLATE_POPOVER);
  gtk_widget_class_set_css_name (widget_class, "corcomposer");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, CorComposer, answered_box);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, answered_label);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, attach_button);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, attachments);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, channel_icon);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, channel_label);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, check_bar);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, drop_answered);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, emoji_button);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, failure);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, fill_apply);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, fill_button);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, fill_form);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, gap_bar);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, gaps);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, leave_signature_out);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, note_button);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, placeholder);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, reply_button);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, root);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, saved);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, send_button);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, send_menu_button);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, signature_box);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, signature_label);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, target);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, template_button);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, templates);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, text_view);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, translation_bar);
  gtk_widget_class_bind_template_child (widget_class, CorComposer, undo);
  gtk_widget_class_bind_template_callback (widget_class, on_emoji_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_preedit_changed);
}

static void
cor_composer_init (CorComposer *self)
{
  self->slash = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (tell_draft), self, G_CONNECT_SWAPPED);
  _cor_composer_update (self);
}

/**
 * cor_composer_set_session:
 * @session: (transfer none): where drafts are kept and replies are queued
 *
 * To be called once.
 */
void
cor_composer_set_session (CorComposer *self,
                          CorSession  *session)
{
  g_return_if_fail (COR_IS_COMPOSER (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->draft = cor_composer_draft_new (cor_session_get_store (session));
  _cor_composer_attach_check (self);
  _cor_composer_set_up_templates (self);
  g_signal_connect_object (self->draft, "loaded", G_CALLBACK (_cor_composer_fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "state-changed", G_CALLBACK (_cor_composer_update), self, G_CONNECT_SWAPPED);
  _cor_composer_init_translation (self);
  _cor_composer_init_spelling (self);
  _cor_composer_init_writing (self);
  _cor_composer_init_signature (self);
  _cor_composer_init_target (self);
}

/**
 * cor_composer_open:
 * @conversation: local id, 0 none
 *
 * Puts away what is written, and shows what was written there.
 */
void
cor_composer_open (CorComposer *self,
                   gint64       conversation)
{
  g_return_if_fail (COR_IS_COMPOSER (self) && self->draft != NULL);

  if (cor_composer_draft_get_conversation (self->draft) == conversation)
    return;
  tell_draft (self);
  cor_composer_draft_open (self->draft, conversation);
  cor_template_filling_open (self->filling, conversation);
  _cor_composer_reset_signature (self, TRUE);
  self->is_busy = FALSE;
  _cor_composer_set_failure (self, NULL);
  cor_composer_set_private (self, FALSE);
  _cor_composer_fill (self);
}

/**
 * cor_composer_set_private:
 * @is_private: write a note for colleagues instead of a reply
 *
 * Each keeps its own text.
 */
void
cor_composer_set_private (CorComposer *self,
                          gboolean     is_private)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  if (self->is_private == !!is_private)
    return;
  tell_draft (self);
  self->is_private = !!is_private;
  gtk_toggle_button_set_active (is_private ? self->note_button : self->reply_button, TRUE);
  _cor_composer_fill (self);
}
