/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-table"

#include "config.h"

#include "cor-article-table.h"

#include "cor-article-scroller.h"
#include "cor-article-text.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>

/* A table of thousands of rows is a list of payments, not an article: it is shown in parts. */
#define ROWS_AT_ONCE 120
/* A column may be as narrow as this, in letters, before the table scrolls. */
#define LEAST_WIDTH 12
#define MOST_WIDTH 48

/*
 * CorArticleTable: a table with a head and lines between the rows; it scrolls sideways where it is too wide.
 *
 * CSS nodes: corarticletable > corarticlescroller > … > grid > corarticletext.cell[.head], button.more
 */
struct _CorArticleTable
{
  GtkWidget parent_instance;

  CorArticlePage *page;   /* owned */
  const CorBlock *table;  /* borrowed: page */
  GtkWidget      *grid;   /* borrowed: a descendant */
  GtkWidget      *more;   /* borrowed: child, or NULL when all is shown */
  guint           n_rows; /* that are shown */
};

G_DEFINE_FINAL_TYPE (CorArticleTable, cor_article_table, GTK_TYPE_WIDGET)

static GtkWidget *
make_cell (CorArticleTable *self, const CorBlock *row, guint column)
{
  GtkWidget *cell = NULL;
  GtkLabel  *label = NULL;
  int        length;

  if (column >= row->children->len)
    cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  else
    {
      cell = cor_article_text_new (self->page, g_ptr_array_index (row->children, column));
      label = cor_article_text_get_label (COR_ARTICLE_TEXT (cell));
      length = (int) g_utf8_strlen (gtk_label_get_text (label), MOST_WIDTH * 4);
      gtk_label_set_width_chars (label, MIN (length, LEAST_WIDTH));
      gtk_label_set_max_width_chars (label, MOST_WIDTH);
    }
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_add_css_class (cell, "cell");
  if (row->is_head)
    gtk_widget_add_css_class (cell, "head");
  gtk_widget_set_direction (cell, self->page->is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (label != NULL)
    gtk_widget_set_direction (GTK_WIDGET (label), self->page->is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  return cell;
}

static void
update_more (CorArticleTable *self)
{
  guint            n = self->table->children->len - self->n_rows;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more row", "Show %u more rows", n), n);

  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, n > 0);
}

static void
show_rows (CorArticleTable *self, guint until)
{
  for (; self->n_rows < MIN (until, self->table->children->len); self->n_rows++)
    {
      const CorBlock *row = g_ptr_array_index (self->table->children, self->n_rows);

      for (guint column = 0; column < self->table->n_columns; column++)
        gtk_grid_attach (GTK_GRID (self->grid), make_cell (self, row, column), (int) column, (int) self->n_rows, 1, 1);
    }
  update_more (self);
}

static void
on_more_clicked (CorArticleTable *self)
{
  show_rows (self, self->n_rows + ROWS_AT_ONCE);
}

static void
cor_article_table_dispose (GObject *object)
{
  CorArticleTable *self = COR_ARTICLE_TABLE (object);

  cor_unparent_children (GTK_WIDGET (self));
  g_clear_pointer (&self->page, cor_article_page_unref);

  G_OBJECT_CLASS (cor_article_table_parent_class)->dispose (object);
}

static void
cor_article_table_class_init (CorArticleTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_article_table_dispose;

  gtk_widget_class_set_css_name (widget_class, "corarticletable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_article_table_init (CorArticleTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->grid = gtk_grid_new ();
  gtk_widget_set_parent (cor_article_scroller_new (self->grid), GTK_WIDGET (self));
  self->more = gtk_button_new ();
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->more, "cor-mini");
  gtk_widget_add_css_class (self->more, "cor-quiet");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

/**
 * cor_article_table_new:
 * @page: (transfer none): whose document has @table
 * @table: a table
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
cor_article_table_new (CorArticlePage *page, const CorBlock *table)
{
  CorArticleTable *self = g_object_new (COR_TYPE_ARTICLE_TABLE, NULL);

  self->page = cor_article_page_ref (page);
  self->table = table;
  gtk_widget_set_direction (self->grid, page->is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  show_rows (self, ROWS_AT_ONCE);
  return GTK_WIDGET (self);
}

/**
 * cor_article_table_show_row_at:
 * @offset: a byte of the document's text
 *
 * Shows the rows down to that one.
 */
void
cor_article_table_show_row_at (CorArticleTable *self, guint offset)
{
  guint n = self->n_rows;

  g_return_if_fail (COR_IS_ARTICLE_TABLE (self));

  while (n < self->table->children->len && ((const CorBlock *) g_ptr_array_index (self->table->children, n))->start <= offset)
    n++;
  if (n > self->n_rows)
    show_rows (self, n + ROWS_AT_ONCE);
}
