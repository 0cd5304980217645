/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-view"

#include "config.h"

#include "cor-article-part.h"
#include "cor-article-rows.h"
#include "cor-article-table.h"
#include "cor-article-view-private.h"

/* Rows share a box with so many others, so that what was made keeps its place while more comes below. */
#define ROWS_PER_CHAPTER 24
/* Microseconds for making rows, at once and then whenever nothing else waits. */
#define FIRST_BUDGET 8000
#define IDLE_BUDGET 4000

static gboolean
build_some (CorArticleView *self, gint64 budget, guint until)
{
  gint64 end = g_get_monotonic_time () + budget;

  while (self->rows != NULL && self->parts->len < self->rows->len)
    {
      const CorArticleRow *row = &g_array_index (self->rows, CorArticleRow, self->parts->len);
      GtkWidget           *part = NULL;

      if (row->block->start > until && g_get_monotonic_time () > end)
        return TRUE;
      if (self->parts->len % ROWS_PER_CHAPTER == 0)
        {
          self->chapter = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
          gtk_box_append (GTK_BOX (self->body), self->chapter);
        }
      part = cor_article_part_new (self->page, row);
      gtk_box_append (GTK_BOX (self->chapter), part);
      g_ptr_array_add (self->parts, part);
    }
  return FALSE;
}

static gboolean
on_build (gpointer data)
{
  CorArticleView *self = data;

  if (build_some (self, IDLE_BUDGET, 0))
    return G_SOURCE_CONTINUE;
  self->build_id = 0;
  cor_article_view_update_place (self);
  return G_SOURCE_REMOVE;
}

/* Makes the rows down to the one with the byte. */
void
cor_article_view_build_until (CorArticleView *self, guint offset)
{
  build_some (self, 0, offset);
}

void
cor_article_view_clear_rows (CorArticleView *self)
{
  GtkWidget *child = NULL;

  g_clear_handle_id (&self->build_id, g_source_remove);
  cor_article_view_stop_scrolling (self);
  if (self->body != NULL)
    while ((child = gtk_widget_get_first_child (self->body)) != NULL)
      gtk_box_remove (GTK_BOX (self->body), child);
  g_ptr_array_set_size (self->parts, 0);
  g_clear_pointer (&self->rows, g_array_unref);
  self->chapter = NULL;
}

/* Makes the rows anew. */
void
cor_article_view_show_rows (CorArticleView *self)
{
  cor_article_view_clear_rows (self);
  if (self->page == NULL)
    return;
  self->page->is_insertable = self->is_insertable;
  self->rows = cor_article_rows_new (self->page->document);
  if (build_some (self, FIRST_BUDGET, 0))
    self->build_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_build, self, NULL);
}

static CorArticleText *
find_text_in (GtkWidget *widget, guint offset)
{
  if (COR_IS_ARTICLE_TEXT (widget))
    {
      const CorBlock *leaf = cor_article_text_get_leaf (COR_ARTICLE_TEXT (widget));

      return offset >= leaf->start && offset <= leaf->end ? COR_ARTICLE_TEXT (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      CorArticleText *found = NULL;

      if (COR_IS_ARTICLE_TABLE (child))
        cor_article_table_show_row_at (COR_ARTICLE_TABLE (child), offset);
      found = find_text_in (child, offset);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Returns (nullable): the widget that shows the byte; makes it if need be. */
CorArticleText *
cor_article_view_find_text (CorArticleView *self, guint offset)
{
  guint low = 0;
  guint high = self->rows != NULL ? self->rows->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, CorArticleRow, middle).block->start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return NULL;
  cor_article_view_build_until (self, offset);
  return find_text_in (g_ptr_array_index (self->parts, low - 1), offset);
}

static void
update_texts (GtkWidget *widget)
{
  if (COR_IS_ARTICLE_TEXT (widget))
    {
      cor_article_text_update (COR_ARTICLE_TEXT (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    update_texts (child);
}

/* Shows what the page marks now. */
void
cor_article_view_update_marks (CorArticleView *self)
{
  update_texts (self->body);
}
