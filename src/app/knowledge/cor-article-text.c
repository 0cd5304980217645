/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-text"

#include "config.h"

#include "cor-article-text.h"

#include "cor-script.h"

#include <string.h>

/* What makes a text run from the right that begins with a Latin word. */
#define RIGHT_TO_LEFT_MARK "\u200f"

/* Pixels by which lines of several fonts may differ in all. */
#define SLACK 8

/*
 * CorArticleText: the text of a leaf, to be selected and with links that work. Code is not wrapped.
 *
 * CSS nodes: corarticletext > label
 * Accessibility: a heading is one, with its level.
 */
struct _CorArticleText
{
  GtkWidget parent_instance;

  CorArticlePage *page;  /* owned */
  const CorBlock *leaf;  /* borrowed: page */
  GtkWidget      *label; /* child */
  guint           lead;  /* bytes of the label's text before those of the leaf */
};

G_DEFINE_FINAL_TYPE (CorArticleText, cor_article_text, GTK_TYPE_WIDGET)

/* The view opens it: nothing is opened that GTK would open by itself. */
static gboolean
on_activate_link (CorArticleText *self, const char *address)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "article.open-link", "s", address);
  return TRUE;
}

static void
cor_article_text_dispose (GObject *object)
{
  CorArticleText *self = COR_ARTICLE_TEXT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->page, cor_article_page_unref);

  G_OBJECT_CLASS (cor_article_text_parent_class)->dispose (object);
}

static GtkSizeRequestMode
cor_article_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* It is as wide as the column. Asked how wide it has to be to be no higher, a label of several fonts, whose lines are
 * not all of the same height, names a width at which its text is beyond the edge. */
static void
cor_article_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (COR_ARTICLE_TEXT (widget)->label, orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* Room below, which it does not use: so that it is not asked. */
static void
cor_article_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (COR_ARTICLE_TEXT (widget)->label, width, height + SLACK, baseline, NULL);
}

static void
cor_article_text_class_init (CorArticleTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_article_text_dispose;

  widget_class->get_request_mode = cor_article_text_get_request_mode;
  widget_class->measure = cor_article_text_measure;
  widget_class->size_allocate = cor_article_text_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "corarticletext");
}

static void
cor_article_text_init (CorArticleText *self)
{
}

static float
get_xalign (const CorBlock *leaf)
{
  return leaf->kind != COR_BLOCK_CELL || leaf->align == COR_ALIGN_DEFAULT || leaf->align == COR_ALIGN_START ? 0.0f : leaf->align == COR_ALIGN_CENTER ? 0.5f
                                                                                                                                                     : 1.0f;
}

static void
make_label (CorArticleText *self)
{
  gboolean  is_heading = self->leaf->kind == COR_BLOCK_HEADING;
  gboolean  is_code = self->leaf->kind == COR_BLOCK_CODE;
  GtkLabel *label = NULL;

  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", is_heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL, NULL);
  label = GTK_LABEL (self->label);
  if (is_heading)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) self->leaf->level, -1);
  gtk_label_set_wrap (label, !is_code);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (label, TRUE);
  gtk_label_set_xalign (label, get_xalign (self->leaf));
  gtk_label_set_justify (label, self->leaf->align == COR_ALIGN_CENTER ? GTK_JUSTIFY_CENTER : self->leaf->align == COR_ALIGN_END ? GTK_JUSTIFY_RIGHT
                                                                                                                                : GTK_JUSTIFY_LEFT);
  gtk_label_set_yalign (label, 0.0f);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_activate_link), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

static gboolean
has_rtl_letter (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    {
      GUnicodeScript script = (guchar) *text >= 0xd6 ? g_unichar_get_script (g_utf8_get_char (text)) : G_UNICODE_SCRIPT_LATIN;

      if (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW || script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA)
        return TRUE;
    }
  return FALSE;
}

/* In an article from right to left a sentence that begins with "SWIFT" still runs from the right. */
static void
show_text (CorArticleText *self)
{
  g_autofree char *markup = cor_article_page_dup_markup (self->page, self->leaf);
  g_autofree char *whole = NULL;

  self->lead = self->page->is_rtl && !cor_text_is_rtl (markup) && has_rtl_letter (markup) && self->leaf->kind != COR_BLOCK_CODE ? (guint) strlen (RIGHT_TO_LEFT_MARK) : 0;
  whole = g_strconcat (self->lead > 0 ? RIGHT_TO_LEFT_MARK : "", markup, NULL);
  gtk_label_set_markup (GTK_LABEL (self->label), whole);
  cor_article_text_update (self);
}

/**
 * cor_article_text_new:
 * @page: (transfer none): whose document has @leaf
 * @leaf: what to show
 *
 * Returns: (transfer floating): its text
 */
GtkWidget *
cor_article_text_new (CorArticlePage *page, const CorBlock *leaf)
{
  CorArticleText *self = g_object_new (COR_TYPE_ARTICLE_TEXT, NULL);

  self->page = cor_article_page_ref (page);
  self->leaf = leaf;
  make_label (self);
  show_text (self);
  return GTK_WIDGET (self);
}

/**
 * cor_article_text_get_label:
 *
 * Returns: (transfer none): the label inside
 */
GtkLabel *
cor_article_text_get_label (CorArticleText *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_TEXT (self), NULL);

  return GTK_LABEL (self->label);
}

/**
 * cor_article_text_get_leaf:
 *
 * Returns: (transfer none): what it shows
 */
const CorBlock *
cor_article_text_get_leaf (CorArticleText *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_TEXT (self), NULL);

  return self->leaf;
}

/**
 * cor_article_text_update:
 *
 * Shows what the page marks now.
 */
void
cor_article_text_update (CorArticleText *self)
{
  PangoAttrList *attributes = NULL;

  g_return_if_fail (COR_IS_ARTICLE_TEXT (self));

  attributes = cor_article_page_dup_attributes (self->page, self->leaf);
  pango_attr_list_update (attributes, 0, 0, (int) self->lead);
  if (!pango_attr_list_equal (attributes, gtk_label_get_attributes (GTK_LABEL (self->label))))
    gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  pango_attr_list_unref (attributes);
}

/**
 * cor_article_text_get_selection:
 * @range: (out): bytes of the document's text
 *
 * Returns: whether something is selected here
 */
gboolean
cor_article_text_get_selection (CorArticleText *self, CorTextRange *range)
{
  const char *text = NULL;
  guint       length;
  int         start = 0;
  int         end = 0;

  g_return_val_if_fail (COR_IS_ARTICLE_TEXT (self), FALSE);

  if (!gtk_label_get_selection_bounds (GTK_LABEL (self->label), &start, &end) || end <= start)
    return FALSE;
  length = self->leaf->end - self->leaf->start;
  text = gtk_label_get_text (GTK_LABEL (self->label)) + self->lead;
  start -= self->lead > 0 ? 1 : 0;
  end -= self->lead > 0 ? 1 : 0;
  range->start = self->leaf->start + (start > 0 ? (guint) (g_utf8_offset_to_pointer (text, start) - text) : 0);
  range->end = self->leaf->start + MIN ((guint) (g_utf8_offset_to_pointer (text, end) - text), length);
  return range->end > range->start;
}

/**
 * cor_article_text_get_y:
 * @offset: a byte of the document's text in the leaf
 * @height: (out): of the line
 *
 * Returns: where the line with the byte is, in pixels from the top of the widget
 */
int
cor_article_text_get_y (CorArticleText *self, guint offset, int *height)
{
  PangoRectangle  place = { 0 };
  graphene_rect_t bounds;
  int             y = 0;

  g_return_val_if_fail (COR_IS_ARTICLE_TEXT (self), 0);

  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (self->label)), (int) (CLAMP (offset, self->leaf->start, self->leaf->end) - self->leaf->start + self->lead), &place);
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), NULL, &y);
  if (gtk_widget_compute_bounds (self->label, GTK_WIDGET (self), &bounds))
    y += (int) bounds.origin.y;
  *height = PANGO_PIXELS (place.height);
  return y + PANGO_PIXELS (place.y);
}
