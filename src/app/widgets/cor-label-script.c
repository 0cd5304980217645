/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-label-script"

#include "config.h"

#include "cor-label-script.h"

#include "cor-isolate.h"
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

/**
 * cor_label_set_said:
 * @label: a label, which gets the glyphs and the side of the text
 * @text: what somebody wrote
 *
 * References and amounts inside a text from right to left keep their order.
 */
void
cor_label_set_said (GtkLabel *label, const char *text)
{
  g_autofree char *shown = cor_isolate_text (text, COR_ISOLATE_SHOWN);

  gtk_label_set_text (label, shown);
  cor_label_follow_script (label, shown);
  cor_label_align_to_script (label, shown);
}

/**
 * cor_label_set_said_markup:
 * @label: a label, which gets the glyphs and the side of the text
 * @markup: Pango's, of what somebody wrote
 *
 * Likewise.
 */
void
cor_label_set_said_markup (GtkLabel *label, const char *markup)
{
  g_autofree char *shown = cor_isolate_markup (markup);

  gtk_label_set_markup (label, shown);
  cor_label_follow_script (label, gtk_label_get_text (label));
  cor_label_align_to_script (label, gtk_label_get_text (label));
}

/**
 * cor_label_dup_selected:
 * @label: a label that can be selected
 *
 * Returns: (transfer full) (nullable): what is selected, as it was written; NULL: nothing is
 */
char *
cor_label_dup_selected (GtkLabel *label)
{
  g_autofree char *part = NULL;
  int              start = 0;
  int              end = 0;

  if (!gtk_label_get_selection_bounds (label, &start, &end))
    return NULL;
  part = g_utf8_substring (gtk_label_get_text (label), start, end);
  return cor_isolate_bare (part);
}

/* A reference that is copied is that, without what nobody sees. */
static void
on_copy (GtkLabel *label)
{
  g_autofree char *selected = cor_label_dup_selected (label);

  if (selected == NULL)
    return;
  g_signal_stop_emission_by_name (label, "copy-clipboard");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (label)), selected);
}

/**
 * cor_label_copy_bare:
 * @label: a label that can be selected
 *
 * Has what is copied from it stand as it was written; to be called once.
 */
void
cor_label_copy_bare (GtkLabel *label)
{
  g_signal_connect (label, "copy-clipboard", G_CALLBACK (on_copy), NULL);
}
