/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-text-range"

#include "config.h"

#include "cor-text-range.h"

/**
 * cor_text_range_init:
 * @self: (out caller-allocates): nothing, at the beginning
 */
void
cor_text_range_init (CorTextRange  *self,
                     GtkTextBuffer *buffer)
{
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (buffer, &at);
  self->buffer = buffer;
  self->start = gtk_text_buffer_create_mark (buffer, NULL, &at, TRUE);
  self->end = gtk_text_buffer_create_mark (buffer, NULL, &at, FALSE);
}

void
cor_text_range_set (CorTextRange      *self,
                    const GtkTextIter *start,
                    const GtkTextIter *end)
{
  gtk_text_buffer_move_mark (self->buffer, self->start, start);
  gtk_text_buffer_move_mark (self->buffer, self->end, end);
}

/**
 * cor_text_range_get:
 * @start: (out): where it begins now
 * @end: (out): where it ends now
 */
void
cor_text_range_get (const CorTextRange *self,
                    GtkTextIter        *start,
                    GtkTextIter        *end)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, start, self->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, end, self->end);
}

/**
 * cor_text_range_include:
 *
 * Has it span @start to @end, too, and what is between.
 */
void
cor_text_range_include (CorTextRange      *self,
                        const GtkTextIter *start,
                        const GtkTextIter *end)
{
  GtkTextIter first, last;

  cor_text_range_get (self, &first, &last);
  if (gtk_text_iter_compare (start, &first) < 0)
    gtk_text_buffer_move_mark (self->buffer, self->start, start);
  if (gtk_text_iter_compare (end, &last) > 0)
    gtk_text_buffer_move_mark (self->buffer, self->end, end);
}

/**
 * cor_text_range_touches:
 *
 * Returns: whether @start to @end is in it, in part, or beside it
 */
gboolean
cor_text_range_touches (const CorTextRange *self,
                        const GtkTextIter  *start,
                        const GtkTextIter  *end)
{
  GtkTextIter first, last;

  cor_text_range_get (self, &first, &last);
  return gtk_text_iter_compare (end, &first) >= 0 && gtk_text_iter_compare (start, &last) <= 0;
}

/**
 * cor_text_range_dup_text:
 *
 * Returns: (transfer full): what is written there
 */
char *
cor_text_range_dup_text (const CorTextRange *self)
{
  GtkTextIter start, end;

  cor_text_range_get (self, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * cor_text_range_dup_beginning:
 * @max: characters
 *
 * Returns: (transfer full): what @buffer begins with
 */
char *
cor_text_range_dup_beginning (GtkTextBuffer *buffer,
                              int            max)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, max);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
widen_start (GtkTextIter *start,
             int          max)
{
  GtkTextIter bound = *start;

  gtk_text_iter_set_line_offset (start, 0);
  gtk_text_iter_backward_chars (&bound, max);
  if (gtk_text_iter_compare (start, &bound) >= 0)
    return;
  *start = bound;
  while (!gtk_text_iter_is_start (start) && !g_unichar_isspace (gtk_text_iter_get_char (start)))
    gtk_text_iter_backward_char (start);
}

static void
widen_end (GtkTextIter *end,
           int          max)
{
  GtkTextIter bound = *end;

  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
  gtk_text_iter_forward_chars (&bound, max);
  if (gtk_text_iter_compare (end, &bound) <= 0)
    return;
  *end = bound;
  while (!gtk_text_iter_is_end (end) && !g_unichar_isspace (gtk_text_iter_get_char (end)))
    gtk_text_iter_forward_char (end);
}

/**
 * cor_text_range_widen:
 * @start: (inout): goes to the beginning of its line
 * @end: (inout): goes to the end of its line
 * @max: characters; to the border of a word where the line goes on further than that
 */
void
cor_text_range_widen (GtkTextIter *start,
                      GtkTextIter *end,
                      int          max)
{
  widen_start (start, max);
  widen_end (end, max);
}

/**
 * cor_text_range_find_tag:
 * @at: a place in what is marked, or at its end
 * @start: (out): where the mark begins
 * @end: (out): where it ends
 *
 * Returns: whether @tag is there
 */
gboolean
cor_text_range_find_tag (GtkTextTag        *tag,
                         const GtkTextIter *at,
                         GtkTextIter       *start,
                         GtkTextIter       *end)
{
  *start = *at;
  *end = *at;
  if (!gtk_text_iter_has_tag (at, tag) && !gtk_text_iter_ends_tag (at, tag))
    return FALSE;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  if (!gtk_text_iter_ends_tag (end, tag))
    gtk_text_iter_forward_to_tag_toggle (end, tag);
  return TRUE;
}

/**
 * cor_text_range_is_being_written:
 *
 * Returns: whether the caret is in @start to @end, or at its end, and what is typed goes there
 */
gboolean
cor_text_range_is_being_written (GtkTextView       *text_view,
                                 const GtkTextIter *start,
                                 const GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text_view);
  GtkTextIter    caret;

  if (!gtk_widget_has_focus (GTK_WIDGET (text_view)))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_compare (&caret, start) > 0 && gtk_text_iter_compare (&caret, end) <= 0;
}
