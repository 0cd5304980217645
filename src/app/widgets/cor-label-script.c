/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-label-script"

#include "config.h"

#include "cor-label-script.h"

#include "cor-script.h"

/**
 * cor_label_follow_script:
 * @label: a label, which loses the attributes it has
 * @text: (nullable): what it shows
 *
 * Has the text set with the glyphs of its language. A reference or an address that is broken at the end of a
 * line gets no hyphen: that would be one character more than was written.
 */
void
cor_label_follow_script (GtkLabel *label, const char *text)
{
  const char *tag = text != NULL ? cor_text_language_tag (text) : NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (tag != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (tag)));
  gtk_label_set_attributes (label, attributes);
}

/**
 * cor_label_align_to_script:
 * @label: a label that fills its place
 * @text: what it shows
 *
 * Sets the text from the side where its script begins, whichever way the interface runs.
 */
void
cor_label_align_to_script (GtkLabel *label, const char *text)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;

  gtk_label_set_xalign (label, cor_text_is_rtl (text) == is_mirrored ? 0.0f : 1.0f);
}
