/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-marks"

#include "config.h"

#include "cor-composer-private.h"

#include "cor-script.h"
#include "cor-template-text.h"

#define GAP_TAG "gap"

static void
remove_other_language (GtkTextTag *tag,
                       gpointer    user_data)
{
  GtkTextBuffer   *buffer = user_data;
  g_autofree char *name = NULL;
  gboolean         is_language = FALSE;
  GtkTextIter      start, end;

  g_object_get (tag, "name", &name, "language-set", &is_language, NULL);
  if (!is_language)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
}

/* Chinese and Japanese share code points and not their shapes. */
static void
mark_language (GtkTextBuffer *buffer,
               const char    *text)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  const char      *language = cor_text_language_tag (text);
  GtkTextTag      *tag;
  GtkTextIter      start, end;

  gtk_text_tag_table_foreach (table, remove_other_language, buffer);
  if (language == NULL)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  tag = gtk_text_tag_table_lookup (table, language);
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

  GtkTextIter start, end;

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, GAP_TAG, "background-rgba", &amber, NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  for (guint i = 0; i < gaps->len; i++)
    {
      CorTemplateSpan span = g_array_index (gaps, CorTemplateSpan, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (text, text + span.start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (text, text + span.end));
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}

/* Marks what is written: its language, and what is still to be filled in. Others have marks of their own there. */
void
_cor_composer_mark (CorComposer *self,
                    const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (GArray) gaps = cor_template_find_tags (text);

  mark_language (buffer, text);
  mark_gaps (buffer, text, gaps);
}
