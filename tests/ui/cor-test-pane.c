/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-pane.h"
#include "cor-conversation-pane.h"
#include "cor-test-await.h"
#include "cor-test-widgets.h"

#include <adwaita.h>

#define N_FRAMES 4

GtkTextView *
cor_test_pane_get_editor (CorTestPane *self)
{
  return GTK_TEXT_VIEW (cor_test_find (self->pane, GTK_TYPE_TEXT_VIEW, NULL));
}

CorTimeline *
cor_test_pane_get_timeline (CorTestPane *self)
{
  GtkListView *list = GTK_LIST_VIEW (cor_test_find (self->pane, GTK_TYPE_LIST_VIEW, NULL));

  return COR_TIMELINE (gtk_no_selection_get_model (GTK_NO_SELECTION (gtk_list_view_get_model (list))));
}

char *
cor_test_pane_dup_text (CorTestPane *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (cor_test_pane_get_editor (self));
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

gboolean
cor_test_pane_has_text (CorTestPane *self,
                        const char  *expected)
{
  g_autofree char *text = cor_test_pane_dup_text (self);

  return g_str_equal (text, expected);
}

void
cor_test_pane_type (CorTestPane *self,
                    const char  *text)
{
  cor_test_until (gtk_text_view_get_editable (cor_test_pane_get_editor (self)));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (cor_test_pane_get_editor (self)), text, -1);
}

void
cor_test_pane_open (CorTestPane *self,
                    const char  *number,
                    const char  *seen)
{
  cor_conversation_pane_set_conversation (COR_CONVERSATION_PANE (self->pane), cor_test_desk_find (&self->desk, number));
  cor_test_until (cor_test_is_shown (self->pane, seen) && gtk_text_view_get_editable (cor_test_pane_get_editor (self)));
}

static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       n)
{
  return ++*(guint *) n < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
cor_test_pane_settle (CorTestPane *self)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (self->pane, on_frame, &n_frames, NULL);
  cor_test_until (n_frames >= N_FRAMES);
}

void
cor_test_pane_set_up (CorTestPane  *self,
                      gconstpointer unused)
{
  /* a toast that is closed while it comes up crashes libadwaita 1.2, and nobody is as fast as a test */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  cor_test_desk_open (&self->desk);
  cor_test_desk_tell_story (&self->desk);
  self->session = cor_session_new (self->desk.store, NULL, 0);
  self->window = GTK_WINDOW (adw_window_new ());
  self->pane = cor_conversation_pane_new ();
  cor_conversation_pane_set_session (COR_CONVERSATION_PANE (self->pane), self->session);
  gtk_window_set_default_size (self->window, 620, 1400);
  adw_window_set_content (ADW_WINDOW (self->window), self->pane);
  gtk_window_present (self->window);
}

void
cor_test_pane_tear_down (CorTestPane  *self,
                         gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (self->pane), (gpointer *) &self->pane);
  gtk_window_destroy (self->window);
  cor_test_until (self->pane == NULL);
  cor_test_desk_settle (&self->desk);
  cor_test_finalize (self->session);
  cor_test_desk_close (&self->desk);
}
