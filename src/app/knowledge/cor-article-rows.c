/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-rows"

#include "config.h"

#include "cor-article-rows.h"

typedef struct
{
  GArray         *rows;
  const CorBlock *item; /* whose first row comes next */
  guint           indent, quotes;
  gboolean        is_tight;
} Walk;

static void
walk (Walk *self, const CorBlock *block)
{
  CorArticleRow row = { block, self->item, self->indent, self->quotes, FALSE, FALSE, self->is_tight };
  gboolean      is_list = block->kind == COR_BLOCK_LIST;
  gboolean      is_quote = block->kind == COR_BLOCK_QUOTE;
  guint         first = self->rows->len;

  if (block->children == NULL || block->kind == COR_BLOCK_TABLE)
    {
      g_array_append_val (self->rows, row);
      self->item = NULL;
      self->is_tight = FALSE;
      return;
    }
  self->indent += is_list ? 1 : 0;
  self->quotes += is_quote ? 1 : 0;
  for (guint i = 0; i < block->children->len; i++)
    {
      const CorBlock *child = g_ptr_array_index (block->children, i);

      if (is_list)
        {
          self->item = child;
          self->is_tight = block->is_tight && (i > 0 || self->indent > 1);
        }
      walk (self, child);
    }
  self->indent -= is_list ? 1 : 0;
  self->quotes -= is_quote ? 1 : 0;
  self->item = is_list ? NULL : self->item;
  if (is_quote && self->quotes == 0 && self->rows->len > first)
    {
      g_array_index (self->rows, CorArticleRow, first).is_first_quoted = TRUE;
      g_array_index (self->rows, CorArticleRow, self->rows->len - 1).is_last_quoted = TRUE;
    }
}

/**
 * cor_article_rows_new:
 * @document: has to outlive the rows
 *
 * An article as one column, so that any part of it can be made when it is needed.
 *
 * Returns: (transfer full) (element-type CorArticleRow): the rows
 */
GArray *
cor_article_rows_new (const CorDocument *document)
{
  Walk self = { g_array_new (FALSE, FALSE, sizeof (CorArticleRow)), NULL, 0, 0, FALSE };

  walk (&self, cor_document_get_root (document));
  return self.rows;
}

/**
 * cor_article_row_dup_marker:
 *
 * Returns: (transfer full) (nullable): the number or the bullet in front of it
 */
char *
cor_article_row_dup_marker (const CorArticleRow *row)
{
  static const char *const bullets[] = { "•", "◦", "•" };

  if (row->item == NULL)
    return NULL;
  if (row->item->number > 0)
    return g_strdup_printf ("%u.", row->item->number);
  if (row->item->task != COR_TASK_NONE)
    return g_strdup (row->item->task == COR_TASK_DONE ? "☑" : "☐");
  return g_strdup (bullets[MIN (row->indent, G_N_ELEMENTS (bullets)) - 1]);
}
