/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-marks"

#include "config.h"

#include "cor-composer-private.h"

#include "cor-script.h"
#include "cor-template-text.h"

#define GAP_TAG "gap"

/* Chinese and Japanese share code points and not their shapes. */
static void
mark_language (GtkTextBuffer *buffer,
               const char    *text)
{
  const char *language = cor_text_language_tag (text);
  GtkTextTag *tag;
  GtkTextIter start, end;

  if (language == NULL)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), language);
  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, language, "language", language, NULL);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}

/* What a template left open stands out until it is filled in. */
static void
mark_gaps (GtkTextBuffer *buffer,
           const char    *text,
           GArray        *gaps)
{
  const GdkRGBA amber = { 229 / 255.0f, 165 / 255.0f, 10 / 255.0f, 0.35f };
  GtkTextTag   *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), GAP_TAG);

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, GAP_TAG, "background-rgba", &amber, NULL);
  for (guint i = 0; i < gaps->len; i++)
    {
      CorTemplateSpan span = g_array_index (gaps, CorTemplateSpan, i);
      GtkTextIter     start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (text, text + span.start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (text, text + span.end));
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}

/* Marks what is written: its language, and what is still to be filled in. */
void
_cor_composer_mark (CorComposer *self,
                    const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (GArray) gaps = cor_template_find_tags (text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  mark_language (buffer, text);
  mark_gaps (buffer, text, gaps);
}
