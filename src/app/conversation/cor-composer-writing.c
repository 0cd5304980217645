/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-writing"

#include "config.h"

#include "cor-composer-private.h"

#include "cor-paste.h"

/* What is pasted, quoted and marked in the text; each is one step of Ctrl+Z. */

static GtkTextBuffer *
get_buffer (CorComposer *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorComposer) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *clean = text != NULL ? cor_paste_clean (text) : NULL;

  /* what is not text cannot be pasted here */
  if (clean != NULL && self->text_view != NULL)
    cor_composer_insert (self, clean, NULL);
}

/* Instead of what the view would do: that brings marks along, and blanks of all kinds. */
static void
on_paste (CorComposer *self)
{
  g_signal_stop_emission_by_name (self->text_view, "paste-clipboard");
  if (_cor_composer_paste_file (self))
    return;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->text_view)), NULL, on_text_read, g_object_ref (self));
}

/* Elsewhere the customer would see the marks themselves; Chatwoot renders notes, mails and the chat of its own. */
static gboolean
takes_markdown (CorComposer *self)
{
  return self->is_private || self->channel == COR_CHANNEL_EMAIL || self->channel == COR_CHANNEL_WEB;
}

/* Puts @before and @after around what is selected, or the caret between them. */
static void
enclose (CorComposer *self,
         const char  *before,
         const char  *after)
{
  GtkTextBuffer   *buffer = get_buffer (self);
  g_autofree char *selected = NULL;
  g_autofree char *text = NULL;
  GtkTextIter      start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  selected = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  text = g_strconcat (before, selected, after, NULL);
  cor_composer_insert (self, text, NULL);
  if (selected[0] != '\0')
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_backward_chars (&end, (int) g_utf8_strlen (after, -1));
  gtk_text_buffer_place_cursor (buffer, &end);
}

/* Each line that is selected, or the one of the caret, becomes an item. */
static void
make_list (CorComposer *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter    start, end;
  int            last;

  if (!cor_composer_can_insert (self))
    return;
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  last = gtk_text_iter_get_line (&end);
  gtk_text_buffer_begin_user_action (buffer);
  for (int line = gtk_text_iter_get_line (&start); line <= last; line++)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      gtk_text_buffer_insert (buffer, &start, "- ", -1);
    }
  gtk_text_buffer_end_user_action (buffer);
}

static gboolean
on_bold (GtkWidget *widget,
         GVariant  *unused,
         gpointer   user_data)
{
  if (takes_markdown (user_data))
    enclose (user_data, "**", "**");
  return takes_markdown (user_data);
}

static gboolean
on_italic (GtkWidget *widget,
           GVariant  *unused,
           gpointer   user_data)
{
  if (takes_markdown (user_data))
    enclose (user_data, "_", "_");
  return takes_markdown (user_data);
}

/* The caret is left where the address goes, or the words when nothing is selected. */
static gboolean
on_link (GtkWidget *widget,
         GVariant  *unused,
         gpointer   user_data)
{
  CorComposer *self = user_data;
  GtkTextIter  at;

  if (!takes_markdown (self))
    return FALSE;
  if (!gtk_text_buffer_get_has_selection (get_buffer (self)))
    {
      enclose (self, "[", "](https://)");
      return TRUE;
    }
  enclose (self, "[", "](https://)");
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &at, gtk_text_buffer_get_insert (get_buffer (self)));
  gtk_text_iter_backward_char (&at);
  gtk_text_buffer_place_cursor (get_buffer (self), &at);
  return TRUE;
}

static gboolean
on_list (GtkWidget *widget,
         GVariant  *unused,
         gpointer   user_data)
{
  if (takes_markdown (user_data))
    make_list (user_data);
  return takes_markdown (user_data);
}

/* To be called once there is a text view. */
void
_cor_composer_init_writing (CorComposer *self)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
  } keys[] = {
    { GDK_KEY_b, GDK_CONTROL_MASK, on_bold },
    { GDK_KEY_i, GDK_CONTROL_MASK, on_italic },
    { GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_link },
    { GDK_KEY_8, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_list },
  };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers), gtk_callback_action_new (keys[i].func, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), shortcuts);
  g_signal_connect_object (self->text_view, "paste-clipboard", G_CALLBACK (on_paste), self, G_CONNECT_SWAPPED);
  _cor_composer_init_attachments (self);
}

/**
 * cor_composer_quote:
 * @text: what somebody else wrote
 *
 * Puts it in front of the reply, each line after a mark, and the caret behind it.
 */
void
cor_composer_quote (CorComposer *self,
                    const char  *text)
{
  g_autofree char *quotation = NULL;
  GtkTextIter      start;

  g_return_if_fail (COR_IS_COMPOSER (self) && text != NULL);

  if (!cor_composer_can_insert (self))
    return;
  quotation = cor_paste_quote (text);
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
  cor_composer_insert (self, quotation, NULL);
}
