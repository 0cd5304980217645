/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-row-filler"

#include "config.h"

#include "cor-row-filler.h"

/* A list view has two hundred rows of which a dozen can be seen. When a page of data arrives for all of
 * them, those on the screen are filled before the next frame is drawn and the others a few at a time
 * after it, so that no frame is late. */
struct _CorRowFiller
{
  GtkWidget       *list; /* borrowed: outlives this */
  CorRowFillerFunc fill;
  GQueue           rows; /* GtkWidget, borrowed: they remove themselves */
  guint            urgent_source;
  guint            lazy_source;
};

/* before GDK_PRIORITY_REDRAW, after layout; and after it */
#define PRIORITY_URGENT (G_PRIORITY_HIGH_IDLE + 15)
#define PRIORITY_LAZY (G_PRIORITY_HIGH_IDLE + 25)
/* microseconds of a turn of the main loop */
#define BUDGET 3000

static gboolean
can_be_seen (CorRowFiller *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, self->list, &bounds) &&
         bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < (float) gtk_widget_get_height (self->list);
}

/* TRUE when there was time for all of them. */
static gboolean
fill_some (CorRowFiller *self, gboolean only_seen)
{
  gint64 until = g_get_monotonic_time () + BUDGET;

  for (GList *l = self->rows.head, *next = NULL; l != NULL; l = next)
    {
      GtkWidget *row = l->data;

      next = l->next;
      if (only_seen && !can_be_seen (self, row))
        continue;
      if (g_get_monotonic_time () > until)
        return FALSE;
      g_queue_delete_link (&self->rows, l);
      self->fill (row);
    }
  return TRUE;
}

static gboolean
on_lazy (gpointer user_data)
{
  CorRowFiller *self = user_data;

  if (!fill_some (self, FALSE))
    return G_SOURCE_CONTINUE;
  self->lazy_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_urgent (gpointer user_data)
{
  CorRowFiller *self = user_data;

  if (!fill_some (self, TRUE))
    return G_SOURCE_CONTINUE;
  self->urgent_source = 0;
  if (self->lazy_source == 0 && self->rows.length > 0)
    self->lazy_source = g_idle_add_full (PRIORITY_LAZY, on_lazy, self, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * cor_row_filler_new:
 * @list: (transfer none): the list view around the rows
 * @fill: shows the data of a row
 *
 * Returns: (transfer full): nothing to do
 */
CorRowFiller *
cor_row_filler_new (GtkWidget *list, CorRowFillerFunc fill)
{
  CorRowFiller *self = g_new0 (CorRowFiller, 1);

  self->list = list;
  self->fill = fill;
  g_queue_init (&self->rows);
  return self;
}

/**
 * cor_row_filler_free:
 */
void
cor_row_filler_free (CorRowFiller *self)
{
  g_clear_handle_id (&self->urgent_source, g_source_remove);
  g_clear_handle_id (&self->lazy_source, g_source_remove);
  g_queue_clear (&self->rows);
  g_free (self);
}

/**
 * cor_row_filler_add:
 * @row: has data that it does not show
 */
void
cor_row_filler_add (CorRowFiller *self, GtkWidget *row)
{
  if (g_queue_find (&self->rows, row) == NULL)
    g_queue_push_tail (&self->rows, row);
  if (self->urgent_source == 0)
    self->urgent_source = g_idle_add_full (PRIORITY_URGENT, on_urgent, self, NULL);
}

/**
 * cor_row_filler_remove:
 * @row: shows another thing now, or goes
 */
void
cor_row_filler_remove (CorRowFiller *self, GtkWidget *row)
{
  g_queue_remove (&self->rows, row);
}
