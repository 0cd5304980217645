/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-catch-up"

#include "config.h"

#include "cor-search-catch-up.h"

#include "cor-db.h"

static void
put (CorSearchIndex *index,
     sqlite3_stmt   *row,
     const char     *version)
{
  g_autofree char *made = NULL;
  const char      *stored = cor_column_text (row, 3);

  /* made by another version of this program or of ICU: by this one now */
  if (g_strcmp0 (cor_column_text (row, 4), version) != 0)
    stored = made = cor_search_text_make (cor_column_text (row, 2), cor_column_text (row, 5), cor_column_text (row, 6), cor_column_text (row, 7),
                                          cor_column_text (row, 8));
  cor_search_index_put (index, cor_column_int (row, 0), cor_column_text (row, 2), stored);
}

/**
 * cor_search_catch_up:
 * @index: locked
 * @most: so many articles at most
 *
 * Reads what was put since the last search; after a removal, all.
 *
 * Returns: how many articles are not read yet
 */
guint
cor_search_catch_up (CorDb          *db,
                     CorSearchIndex *index,
                     guint           most)
{
  g_autofree char *version = cor_terms_dup_version ();
  gint64           epoch = 0;
  gint64           revision = 0;
  gint64           reached = 0;
  sqlite3_stmt    *row = cor_db_query (db, "article-state", "");

  while (cor_db_next (db, row))
    {
      epoch = cor_column_int (row, 0);
      revision = cor_column_int (row, 1);
    }
  if (epoch == cor_search_index_get_epoch (index) && revision == cor_search_index_get_revision (index))
    return 0;
  if (epoch != cor_search_index_get_epoch (index) || revision < cor_search_index_get_revision (index))
    {
      cor_search_index_clear (index);
      cor_search_index_set_state (index, -1, 0);
    }

  reached = cor_search_index_get_revision (index);
  row = cor_db_query (db, "article-changed", "li", reached, (int) most);
  while (cor_db_next (db, row))
    {
      put (index, row, version);
      reached = cor_column_int (row, 1);
      most--;
    }
  /* what was read before an error is read again */
  if (cor_db_has_failed (db))
    {
      cor_search_index_set_state (index, -1, 0);
      return 0;
    }
  cor_search_index_set_state (index, epoch, most > 0 ? revision : reached);
  return most > 0 ? 0 : (guint) cor_db_get_int (db, "article-count-changed", "l", reached);
}
