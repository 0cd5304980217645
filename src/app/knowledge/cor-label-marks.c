/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-label-marks"

#include "config.h"

#include "cor-label-marks.h"

#include "cor-label-script.h"

#include <string.h>

/* The amber of the style sheet; half see-through it does for the light and the dark style. */
#define MARK_RED 0xe5e5
#define MARK_GREEN 0xa5a5
#define MARK_BLUE 0x0a0a
#define MARK_ALPHA 0x6000

/**
 * cor_label_set_marked:
 * @label: a label, which loses the attributes it has
 * @text: what it shows
 * @marks: (nullable) (element-type CorMark): what of it was sought
 *
 * Shows text with the glyphs of its language and marks in it.
 */
void
cor_label_set_marked (GtkLabel *label, const char *text, GArray *marks)
{
  gsize length = strlen (text);
  g_autoptr (PangoAttrList) attributes = NULL;

  gtk_label_set_label (label, text);
  cor_label_follow_script (label, text);
  attributes = pango_attr_list_copy (gtk_label_get_attributes (label));
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const CorMark  *mark = &g_array_index (marks, CorMark, i);
      PangoAttribute *fill = pango_attr_background_new (MARK_RED, MARK_GREEN, MARK_BLUE);
      PangoAttribute *strength = pango_attr_background_alpha_new (MARK_ALPHA);

      fill->start_index = strength->start_index = (guint) MIN (mark->start, length);
      fill->end_index = strength->end_index = (guint) MIN (mark->end, length);
      pango_attr_list_insert (attributes, fill);
      pango_attr_list_insert (attributes, strength);
    }
  gtk_label_set_attributes (label, attributes);
}
