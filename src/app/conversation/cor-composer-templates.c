/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-templates"

#include "config.h"

#include "cor-composer-private.h"
#include "cor-str.h"
#include "cor-template-words.h"

#include <string.h>

static GtkTextBuffer *
get_buffer (CorComposer *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

/* As an input method for Chinese commits it too, in full width. */
static gboolean
is_slash (const char *text,
          int         length)
{
  return (length == 1 && text[0] == '/') || (length == 3 && strncmp (text, "／", 3) == 0);
}

static gboolean
is_word_start (const GtkTextIter *at)
{
  GtkTextIter before = *at;

  return !gtk_text_iter_backward_char (&before) || g_unichar_isspace (gtk_text_iter_get_char (&before));
}

static void
on_begin_user_action (CorComposer *self)
{
  self->is_user_action = TRUE;
}

/* What the buffer takes, not the key: so what an input method makes of the key is what counts, and undoing and
 * redoing, which are nobody's typing, open nothing. */
static void
on_insert_text (CorComposer *self,
                GtkTextIter *at,
                const char  *text,
                int          length)
{
  if (!self->is_user_action || self->is_filling || self->is_private || !is_slash (text, length) || !is_word_start (at))
    return;
  self->slash = gtk_text_iter_get_offset (at);
}

static void
on_end_user_action (CorComposer *self)
{
  self->is_user_action = FALSE;
  if (self->slash >= 0)
    cor_composer_choose_template (self, NULL);
}

static void
drop_selection (CorComposer *self)
{
  GtkTextIter end;

  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), NULL, &end))
    gtk_text_buffer_place_cursor (get_buffer (self), &end);
}

/* The slash asked for the template, and is no part of the reply. */
static void
select_slash (CorComposer *self)
{
  GtkTextIter start, end;

  if (self->slash < 0)
    return;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, self->slash);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, self->slash + 1);
  gtk_text_buffer_select_range (get_buffer (self), &start, &end);
}

static void
on_chosen (CorComposer *self)
{
  const CorTemplateFill *fill = cor_template_filling_get_fill (self->filling);
  g_autoptr (CorInsertSource) source = cor_template_filling_dup_source (self->filling);
  g_autofree char *text = fill != NULL ? g_strdup (fill->text) : NULL;

  if (text == NULL)
    return;
  cor_template_picker_mark_used (self->picker, cor_template_filling_get_item (self->filling));
  select_slash (self);
  gtk_menu_button_popdown (self->template_button);
  cor_composer_insert (self, text, source);
}

static gboolean
on_hidden (gpointer user_data)
{
  if (COR_COMPOSER (user_data)->text_view != NULL) /* not disposed meanwhile */
    cor_composer_grab_focus (COR_COMPOSER (user_data));
  return G_SOURCE_REMOVE;
}

static void
on_templates_shown (CorComposer *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->templates)))
    {
      cor_template_picker_open (self->picker, cor_composer_draft_get_conversation (self->draft));
      cor_template_popover_begin (self->templates, self->wanted_template);
      _cor_composer_freshen_payment (self);
      g_clear_pointer (&self->wanted_template, g_free);
      return;
    }
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  self->slash = -1;
  cor_template_filling_set_item (self->filling, NULL);
  cor_composer_grab_focus (self);
  /* newer GTK takes the focus out of a popover only after it was hidden */
  g_idle_add_full (G_PRIORITY_DEFAULT, on_hidden, g_object_ref (self), g_object_unref);
}

static void
on_fill_popover_shown (CorComposer *self)
{
  g_autofree const char **names = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (self->fill_button))))
    return;
  names = _cor_composer_dup_gaps (self);
  cor_template_form_clear (self->fill_form);
  cor_template_form_ask (self->fill_form, names);
  cor_template_form_grab_first (self->fill_form);
}

/* What is known now goes in, as one step of Ctrl+Z. */
static void
fill_gaps (CorComposer *self)
{
  g_autofree char *text = _cor_composer_dup_text (self);
  g_autofree char *filled = cor_template_filling_fill_tags (self->filling, text);
  GtkTextIter      start, end;

  gtk_menu_button_popdown (self->fill_button);
  if (g_str_equal (text, filled))
    return;
  gtk_text_buffer_begin_user_action (get_buffer (self));
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_delete (get_buffer (self), &start, &end);
  gtk_text_buffer_insert (get_buffer (self), &start, filled, -1);
  gtk_text_buffer_end_user_action (get_buffer (self));
  cor_composer_grab_focus (self);
}

/* (transfer container) (array zero-terminated=1): the variables that stand in the text and are not filled in, each
 * once; the names are static. */
const char **
_cor_composer_dup_gaps (CorComposer *self)
{
  g_autofree char *text = _cor_composer_dup_text (self);
  g_autoptr (GArray) tags = cor_template_find_tags (text);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < tags->len; i++)
    {
      const char *name = g_array_index (tags, CorTemplateSpan, i).name;

      if (!g_ptr_array_find (names, name, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_steal (names, NULL);
}

/* Says below the text what is still to be filled in: it cannot be sent before that. */
void
_cor_composer_update_gaps (CorComposer *self)
{
  g_autofree const char **names = _cor_composer_dup_gaps (self);
  g_autofree char        *words = names[0] != NULL ? cor_template_words_dup_missing (names) : NULL;

  gtk_label_set_label (self->gaps, words != NULL ? words : "");
  gtk_widget_set_visible (self->gap_bar, words != NULL && !self->is_private);
  gtk_widget_set_visible (GTK_WIDGET (self->template_button), !self->is_private);
  gtk_widget_set_sensitive (GTK_WIDGET (self->template_button), cor_composer_can_insert (self));
}

/* To be called once there is a store. */
void
_cor_composer_set_up_templates (CorComposer *self)
{
  CorStore *store = cor_session_get_store (self->session);

  self->picker = cor_template_picker_new (store);
  self->filling = cor_template_filling_new (store);
  _cor_composer_follow_payment (self);
  cor_template_popover_set_models (self->templates, self->picker, self->filling);
  cor_template_form_set_filling (self->fill_form, self->filling);
  g_signal_connect_object (self->templates, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->templates, "notify::visible", G_CALLBACK (on_templates_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_menu_button_get_popover (self->fill_button), "notify::visible", G_CALLBACK (on_fill_popover_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fill_form, "done", G_CALLBACK (fill_gaps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fill_apply, "clicked", G_CALLBACK (fill_gaps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "begin-user-action", G_CALLBACK (on_begin_user_action), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "insert-text", G_CALLBACK (on_insert_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "end-user-action", G_CALLBACK (on_end_user_action), self, G_CONNECT_SWAPPED);
}

/**
 * cor_composer_choose_template:
 * @template: (nullable): an id, to have it chosen already
 *
 * Opens the picker over the composer. What is chosen from elsewhere comes to what is written, never in its place, even
 * where that is selected. Does nothing when cor_composer_can_insert() is %FALSE.
 */
void
cor_composer_choose_template (CorComposer *self,
                              const char *template)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  if (!cor_composer_can_insert (self))
    return;
  if (self->is_private)
    cor_composer_set_private (self, FALSE);
  cor_set_str (&self->wanted_template, template);
  if (template != NULL)
    drop_selection (self);
  gtk_menu_button_popup (self->template_button);
}
