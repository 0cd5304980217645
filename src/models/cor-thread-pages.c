/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-pages"

#include "config.h"

#include "cor-thread-pages.h"

/* The rows that were loaded lately, a page at a time; the page that was looked into least lately
 * goes first. */
struct _CorThreadPages
{
  GHashTable *rows;  /* pointer to the id in the data -> Row */
  GQueue      pages; /* Page, newest use first */
  guint       max_pages;
};

typedef struct
{
  GList      link;
  GPtrArray *rows; /* CorThreadData; owns them */
} Page;

typedef struct
{
  CorThreadData *data; /* borrowed: page */
  Page          *page;
} Row;

static void
page_free (Page *page)
{
  g_ptr_array_unref (page->rows);
  g_free (page);
}

static void
drop_page (CorThreadPages *self, Page *page)
{
  g_queue_unlink (&self->pages, &page->link);
  for (guint i = 0; i < page->rows->len; i++)
    {
      CorThreadData *data = page->rows->pdata[i];
      Row           *row = g_hash_table_lookup (self->rows, &data->id);

      if (row != NULL && row->page == page)
        g_hash_table_remove (self->rows, &data->id);
    }
  page_free (page);
}

/**
 * cor_thread_pages_new:
 * @max_pages: how many are kept
 *
 * Returns: (transfer full): an empty cache
 */
CorThreadPages *
cor_thread_pages_new (guint max_pages)
{
  CorThreadPages *self = g_new0 (CorThreadPages, 1);

  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->max_pages = MAX (max_pages, 1);
  g_queue_init (&self->pages);
  return self;
}

/**
 * cor_thread_pages_free:
 */
void
cor_thread_pages_free (CorThreadPages *self)
{
  cor_thread_pages_clear (self);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * cor_thread_pages_lookup:
 * @id: of a conversation
 *
 * Returns: (transfer none) (nullable): its row, if it is here
 */
CorThreadData *
cor_thread_pages_lookup (CorThreadPages *self, gint64 id)
{
  Row *row = g_hash_table_lookup (self->rows, &id);

  if (row == NULL)
    return NULL;
  if (self->pages.head != &row->page->link)
    {
      g_queue_unlink (&self->pages, &row->page->link);
      g_queue_push_head_link (&self->pages, &row->page->link);
    }
  return row->data;
}

/**
 * cor_thread_pages_add:
 * @rows: (transfer none) (element-type CorThreadData): what was loaded together
 */
void
cor_thread_pages_add (CorThreadPages *self, GPtrArray *rows)
{
  Page *page = NULL;

  if (rows->len == 0)
    return;
  page = g_new0 (Page, 1);
  page->link.data = page;
  page->rows = g_ptr_array_ref (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      CorThreadData *data = rows->pdata[i];
      Row           *row = g_new (Row, 1);

      *row = (Row){ data, page };
      g_hash_table_replace (self->rows, &data->id, row); /* replace: the key lives in the data */
    }
  g_queue_push_head_link (&self->pages, &page->link);
  while (self->pages.length > self->max_pages)
    drop_page (self, self->pages.tail->data);
}

/**
 * cor_thread_pages_forget:
 * @id: of a conversation that changed
 */
void
cor_thread_pages_forget (CorThreadPages *self, gint64 id)
{
  g_hash_table_remove (self->rows, &id);
}

static gboolean
has_payment (gpointer id,
             gpointer row,
             gpointer user_data)
{
  return ((const Row *) row)->data->has_payment;
}

/**
 * cor_thread_pages_forget_payments:
 *
 * Forgets the rows that are about a payment.
 */
void
cor_thread_pages_forget_payments (CorThreadPages *self)
{
  g_hash_table_foreach_remove (self->rows, has_payment, NULL);
}

/**
 * cor_thread_pages_clear:
 */
void
cor_thread_pages_clear (CorThreadPages *self)
{
  g_hash_table_remove_all (self->rows);
  while (self->pages.head != NULL)
    {
      Page *page = self->pages.head->data;

      g_queue_unlink (&self->pages, &page->link);
      page_free (page);
    }
}

/**
 * cor_thread_pages_get_n_rows:
 *
 * Returns: how many rows are kept
 */
guint
cor_thread_pages_get_n_rows (CorThreadPages *self)
{
  return g_hash_table_size (self->rows);
}
