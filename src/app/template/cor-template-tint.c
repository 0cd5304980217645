/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-tint"

#include "config.h"

#include "cor-template-tint.h"

#include "cor-label-script.h"
#include "cor-template-edit.h"

/* Tints that hold in both styles: they let the text's own ground through. */
#define TINT(r, g, b) r * 257, g * 257, b * 257
#define KNOWN_ALPHA (G_MAXUINT16 / 6)
#define MISSING_ALPHA (G_MAXUINT16 / 3)

static void
add_tint (PangoAttrList *attributes, const CorTemplateSpan *span)
{
  PangoAttribute *ground = span->is_missing ? pango_attr_background_new (TINT (229, 165, 10)) : pango_attr_background_new (TINT (53, 132, 228));
  PangoAttribute *alpha = pango_attr_background_alpha_new (span->is_missing ? MISSING_ALPHA : KNOWN_ALPHA);

  ground->start_index = alpha->start_index = (guint) span->start;
  ground->end_index = alpha->end_index = (guint) span->end;
  pango_attr_list_insert (attributes, ground);
  pango_attr_list_insert (attributes, alpha);
}

/**
 * cor_template_tint_show:
 * @label: where the text is to be read
 * @fill: a filled text
 *
 * Shows it from the side it is read from and with the glyphs of its language, with what was filled in and what is missing
 * marked.
 */
void
cor_template_tint_show (GtkLabel *label, const CorTemplateFill *fill)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  cor_label_follow_script (label, fill->text);
  attributes = pango_attr_list_copy (gtk_label_get_attributes (label));
  for (guint i = 0; i < fill->spans->len; i++)
    add_tint (attributes, &g_array_index (fill->spans, CorTemplateSpan, i));
  gtk_label_set_label (label, fill->text);
  cor_label_align_to_script (label, fill->text);
  gtk_label_set_attributes (label, attributes);
}

/**
 * cor_template_tint_mark_fault:
 * @buffer: with a tag “fault”
 * @fault: (nullable): of cor_template_edit_check_text()
 *
 * Marks where it is, to the end of the line.
 */
void
cor_template_tint_mark_fault (GtkTextBuffer *buffer, const GError *fault)
{
  GtkTextIter start, end;
  guint       line = 0, column = 0;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "fault", &start, &end);
  if (!cor_template_edit_find_place (fault, &line, &column))
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) line - 1);
  for (guint i = 1; i < column && !gtk_text_iter_ends_line (&start); i++)
    gtk_text_iter_forward_char (&start);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag_by_name (buffer, "fault", &start, &end);
}
