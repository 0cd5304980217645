/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-view"

#include "config.h"

#include "cor-article-outline.h"
#include "cor-article-rows.h"
#include "cor-article-scroller.h"
#include "cor-article-view-private.h"

#include <math.h>

/* A heading is read when it is so many pixels from the top; one that was asked for is shown this far below it. */
#define READING_LINE 48
#define HEADING_SPACE 12
/* Frames after which a place that still moves is given up. */
#define MAX_TICKS 120

/* The headings that the outline has: not what a quotation or a list has of its own. */
static gboolean
is_outlined (const CorArticleRow *row)
{
  return row->block->kind == COR_BLOCK_HEADING && row->quotes == 0 && row->indent == 0;
}

void
cor_article_view_fill_outline (CorArticleView *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint top = 6;

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const CorArticleRow *row = &g_array_index (self->rows, CorArticleRow, i);

      if (is_outlined (row))
        top = MIN (top, row->block->level);
    }
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const CorBlock  *block = g_array_index (self->rows, CorArticleRow, i).block;
      g_autofree char *title = NULL;

      if (!is_outlined (&g_array_index (self->rows, CorArticleRow, i)))
        continue;
      title = g_strndup (cor_document_get_text (self->page->document) + block->start, block->end - block->start);
      g_ptr_array_add (items, cor_article_outline_new (block->id, g_strdelimit (title, "\n", ' '), block->level - top));
    }
  g_list_store_splice (self->outline, 0, g_list_model_get_n_items (G_LIST_MODEL (self->outline)), items->pdata, items->len);
}

/* Far below as long as it has no place: before the first layout all are at the top (GTK 4.18). */
static double
get_part_y (CorArticleView *self, guint row)
{
  GtkWidget      *part = row < self->parts->len ? g_ptr_array_index (self->parts, row) : NULL;
  graphene_rect_t bounds;

  if (part == NULL || gtk_widget_get_height (part) == 0 || !gtk_widget_compute_bounds (part, self->column, &bounds))
    return G_MAXDOUBLE;
  return (double) bounds.origin.y;
}

static void
set_current (CorArticleView *self, const char *current)
{
  if (g_strcmp0 (current, self->current_heading) == 0)
    return;
  self->current_heading = current;
  g_object_notify (G_OBJECT (self), "current-heading");
}

/* Where the reader is now: at the very end under the last heading, which may never come to the top. */
void
cor_article_view_update_place (CorArticleView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double         value = gtk_adjustment_get_value (adjustment);
  gboolean       is_end = value > 0 && value + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment) - 1;
  const char    *current = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const CorArticleRow *row = &g_array_index (self->rows, CorArticleRow, i);

      if (!is_outlined (row))
        continue;
      if (current != NULL && !is_end && get_part_y (self, i) > value + READING_LINE)
        break;
      current = row->block->id;
    }
  set_current (self, current);
}

static gboolean
get_place (CorArticleView *self, double *y, int *height)
{
  CorArticleText  *text = cor_article_view_find_text (self, self->scroll_offset);
  GtkWidget       *scroller = text ? gtk_widget_get_ancestor (GTK_WIDGET (text), COR_TYPE_ARTICLE_SCROLLER) : NULL;
  graphene_point_t place;

  if (text == NULL || gtk_widget_get_width (GTK_WIDGET (text)) == 0 || !gtk_widget_compute_point (GTK_WIDGET (text), self->column, &GRAPHENE_POINT_INIT (0, 0), &place))
    return FALSE;
  *y = (double) place.y + cor_article_text_get_y (text, self->scroll_offset, height);
  if (scroller != NULL)
    cor_article_scroller_reveal (COR_ARTICLE_SCROLLER (scroller), GTK_WIDGET (text));
  return TRUE;
}

/* What is found comes to rest a third from the top, unless it is seen already. */
static void
scroll_now (CorArticleView *self, double y, int height)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double         value = gtk_adjustment_get_value (adjustment);
  double         page = gtk_adjustment_get_page_size (adjustment);

  if (self->is_scroll_to_top)
    {
      const CorBlock *heading = cor_document_get_heading_at (self->page->document, self->scroll_offset);

      gtk_adjustment_set_value (adjustment, floor (y - HEADING_SPACE));
      set_current (self, heading ? heading->id : NULL); /* also when it could not come to the top */
    }
  else if (y < value || y + height > value + page)
    gtk_adjustment_set_value (adjustment, floor (y - page / 3));
}

/* What was made in this frame has its place in one of the next: when it does not move any more. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  CorArticleView *self = COR_ARTICLE_VIEW (widget);
  double          y = 0;
  int             height = 0;

  if (++self->n_ticks > MAX_TICKS)
    {
      self->scroll_id = 0;
      return G_SOURCE_REMOVE;
    }
  if (!get_place (self, &y, &height) || self->n_ticks < 2 || fabs (y - self->scroll_y) > 0.5)
    {
      self->scroll_y = y;
      return G_SOURCE_CONTINUE;
    }
  self->scroll_id = 0;
  scroll_now (self, y, height);
  return G_SOURCE_REMOVE;
}

static void
scroll_later (CorArticleView *self, guint offset, gboolean is_to_top)
{
  self->scroll_offset = offset;
  self->is_scroll_to_top = is_to_top;
  self->n_ticks = 0;
  self->scroll_y = -1;
  if (cor_article_view_find_text (self, offset) != NULL && self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

void
cor_article_view_stop_scrolling (CorArticleView *self)
{
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
}

/**
 * cor_article_view_get_outline:
 *
 * Returns: (transfer none) (element-type CorArticleOutline): the headings, those of the next document later
 */
GListModel *
cor_article_view_get_outline (CorArticleView *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), NULL);

  return G_LIST_MODEL (self->outline);
}

/**
 * cor_article_view_get_current_heading:
 *
 * Returns: (transfer none) (nullable): the id of the heading that the reader is under, the first at the top
 */
const char *
cor_article_view_get_current_heading (CorArticleView *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), NULL);

  return self->current_heading;
}

/**
 * cor_article_view_scroll_to_heading:
 * @id: of a heading
 *
 * Returns: whether there is one
 */
gboolean
cor_article_view_scroll_to_heading (CorArticleView *self, const char *id)
{
  const CorBlock *heading = NULL;

  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), FALSE);

  heading = self->page ? cor_document_find_heading (self->page->document, id) : NULL;
  if (heading != NULL)
    scroll_later (self, heading->start, TRUE);
  return heading != NULL;
}

/**
 * cor_article_view_scroll_to:
 * @offset: a byte of cor_document_get_text()
 *
 * Brings it into view as soon as it has its place.
 */
void
cor_article_view_scroll_to (CorArticleView *self, guint offset)
{
  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  if (self->page != NULL)
    scroll_later (self, offset, FALSE);
}

static gboolean
find_selection (GtkWidget *widget, CorTextRange *range)
{
  if (COR_IS_ARTICLE_TEXT (widget))
    return cor_article_text_get_selection (COR_ARTICLE_TEXT (widget), range);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (find_selection (child, range))
      return TRUE;
  return FALSE;
}

/**
 * cor_article_view_get_selection:
 * @range: (out): bytes of cor_document_get_text()
 *
 * Returns: whether some text is selected
 */
gboolean
cor_article_view_get_selection (CorArticleView *self, CorTextRange *range)
{
  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), FALSE);

  return find_selection (self->body, range);
}

/**
 * cor_article_view_get_section:
 * @range: (out): bytes of cor_document_get_text()
 *
 * The section that the focus is in, or the one that is being read.
 *
 * Returns: whether there is any text
 */
gboolean
cor_article_view_get_section (CorArticleView *self, CorTextRange *range)
{
  GtkRoot        *root = NULL;
  GtkWidget      *focus = NULL;
  GtkWidget      *text = NULL;
  const CorBlock *heading = NULL;

  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), FALSE);

  if (self->page == NULL)
    return FALSE;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root ? gtk_root_get_focus (root) : NULL;
  text = focus && gtk_widget_is_ancestor (focus, self->body) ? gtk_widget_get_ancestor (focus, COR_TYPE_ARTICLE_TEXT) : NULL;
  if (text != NULL)
    heading = cor_document_get_heading_at (self->page->document, cor_article_text_get_leaf (COR_ARTICLE_TEXT (text))->start);
  else if (self->current_heading != NULL && gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled)) > 0)
    heading = cor_document_find_heading (self->page->document, self->current_heading);
  *range = cor_document_get_section (self->page->document, heading);
  if (range->end == range->start && cor_document_get_headings (self->page->document)->len > 0)
    *range = cor_document_get_section (self->page->document, g_ptr_array_index (cor_document_get_headings (self->page->document), 0));
  return range->end > range->start;
}

/**
 * cor_article_view_dup_part:
 * @range: bytes of cor_document_get_text()
 * @is_markdown: whether the channel sets Markdown, as e-mail and web chat do
 *
 * Returns: (transfer full): the part as the channel can show it
 */
char *
cor_article_view_dup_part (CorArticleView *self, CorTextRange range, gboolean is_markdown)
{
  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), NULL);

  if (self->page == NULL)
    return g_strdup ("");
  return is_markdown ? cor_document_dup_markdown (self->page->document, range) : cor_document_dup_plain (self->page->document, range);
}
