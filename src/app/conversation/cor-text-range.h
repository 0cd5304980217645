/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A part of what is written, which keeps its place while other parts change. It lasts as long as its buffer. */
typedef struct
{
  GtkTextBuffer *buffer;      /* borrowed */
  GtkTextMark   *start, *end; /* of the buffer */
} CorTextRange;

void     cor_text_range_init (CorTextRange *self, GtkTextBuffer *buffer);
void     cor_text_range_set (CorTextRange *self, const GtkTextIter *start, const GtkTextIter *end);
void     cor_text_range_get (const CorTextRange *self, GtkTextIter *start, GtkTextIter *end);
void     cor_text_range_include (CorTextRange *self, const GtkTextIter *start, const GtkTextIter *end);
gboolean cor_text_range_touches (const CorTextRange *self, const GtkTextIter *start, const GtkTextIter *end);
char    *cor_text_range_dup_text (const CorTextRange *self) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_text_range_dup_beginning (GtkTextBuffer *buffer, int max) G_GNUC_WARN_UNUSED_RESULT;
void     cor_text_range_widen (GtkTextIter *start, GtkTextIter *end, int max);
gboolean cor_text_range_find_tag (GtkTextTag *tag, const GtkTextIter *at, GtkTextIter *start, GtkTextIter *end);
gboolean cor_text_range_is_being_written (GtkTextView *text_view, const GtkTextIter *start, const GtkTextIter *end);

G_END_DECLS
