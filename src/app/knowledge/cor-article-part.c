/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-part"

#include "config.h"

#include "cor-article-part.h"

#include "cor-article-heading.h"
#include "cor-article-scroller.h"
#include "cor-article-table.h"
#include "cor-article-text.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_code (CorArticlePage *page, const CorBlock *block)
{
  GtkWidget *text = cor_article_text_new (page, block);
  GtkWidget *code = NULL;

  gtk_widget_add_css_class (text, "monospace");
  code = cor_article_scroller_new (text);
  gtk_widget_add_css_class (code, "code");
  return code;
}

/* An image is somebody's address: it is not asked for unless the reader wants it. */
static GtkWidget *
make_image (CorArticlePage *page, const CorBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("cor-image-symbolic");
  GtkWidget *text = cor_article_text_new (page, block);
  GtkWidget *open = NULL;

  gtk_widget_add_css_class (box, "image");
  gtk_widget_add_css_class (icon, "cor-dim");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  if (block->target == NULL)
    return box;
  open = gtk_button_new_with_label (_ ("Open image"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", block->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "article.open-link");
  gtk_widget_set_tooltip_text (open, block->target);
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "cor-mini");
  gtk_widget_add_css_class (open, "cor-quiet");
  gtk_box_append (GTK_BOX (box), open);
  return box;
}

static GtkWidget *
make_block (CorArticlePage *page, const CorBlock *block)
{
  switch (block->kind)
    {
    case COR_BLOCK_HEADING:
      return cor_article_heading_new (page, block);
    case COR_BLOCK_CODE:
      return make_code (page, block);
    case COR_BLOCK_IMAGE:
      return make_image (page, block);
    case COR_BLOCK_TABLE:
      return cor_article_table_new (page, block);
    case COR_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case COR_BLOCK_ROOT:
    case COR_BLOCK_PARAGRAPH:
    case COR_BLOCK_QUOTE:
    case COR_BLOCK_LIST:
    case COR_BLOCK_ITEM:
    case COR_BLOCK_ROW:
    case COR_BLOCK_CELL:
    default:
      return cor_article_text_new (page, block);
    }
}

static GtkWidget *
make_bar (const char *css_class)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, css_class);
  return bar;
}

static GtkWidget *
make_marker (const CorArticleRow *row)
{
  g_autofree char *text = cor_article_row_dup_marker (row);
  GtkWidget       *marker = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (marker), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (marker), 0.0f);
  gtk_widget_add_css_class (marker, "marker");
  if (row->item->task == COR_TASK_DONE)
    gtk_accessible_update_property (GTK_ACCESSIBLE (marker), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("task", "done"), -1);
  else if (row->item->task == COR_TASK_OPEN)
    gtk_accessible_update_property (GTK_ACCESSIBLE (marker), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("task", "not done"), -1);
  return marker;
}

/* The text decides on its side, not the language of the interface; code runs from the left in all. */
static void
set_direction (GtkWidget *widget, GtkTextDirection direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    set_direction (child, direction);
}

/**
 * cor_article_part_new:
 * @page: (transfer none): an article
 * @row: one of its rows
 *
 * Returns: (transfer floating): the row with what stands before it, as box.part
 */
GtkWidget *
cor_article_part_new (CorArticlePage *page, const CorArticleRow *row)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *block = make_block (page, row->block);
  guint      n_spacers = row->indent;

  gtk_widget_add_css_class (part, "part");
  if (row->is_tight)
    gtk_widget_add_css_class (part, "tight");
  if (row->block->kind == COR_BLOCK_HEADING)
    gtk_widget_add_css_class (part, "section");
  if (row->quotes > 0)
    gtk_widget_add_css_class (part, "quoted");
  if (row->is_first_quoted)
    gtk_widget_add_css_class (part, "first");
  if (row->is_last_quoted)
    gtk_widget_add_css_class (part, "last");
  for (guint i = 1; i < row->quotes; i++)
    gtk_box_append (GTK_BOX (part), make_bar ("bar"));
  for (; n_spacers > (row->item != NULL ? 1 : 0); n_spacers--)
    gtk_box_append (GTK_BOX (part), make_bar ("indent"));
  if (row->item != NULL)
    gtk_box_append (GTK_BOX (part), make_marker (row));
  gtk_widget_set_hexpand (block, TRUE);
  gtk_box_append (GTK_BOX (part), block);
  set_direction (part, page->is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (row->block->kind == COR_BLOCK_CODE)
    set_direction (block, GTK_TEXT_DIR_LTR);
  return part;
}
