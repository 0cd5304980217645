/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-catch-up"

#include "config.h"

#include "cor-search-catch-up.h"

#include "cor-db.h"

/* So many in one transaction of the writer. */
#define RENEW_ARTICLES 10

/**
 * cor_search_index_of_store:
 *
 * On the main thread.
 *
 * Returns: (transfer none): the store's articles in memory: made at the first search, kept as long as the store
 */
CorSearchIndex *
cor_search_index_of_store (CorStore *store)
{
  static GQuark   quark = 0;
  CorSearchIndex *index;

  if (quark == 0)
    quark = g_quark_from_static_string ("cor-search-index");
  index = g_object_get_qdata (G_OBJECT (store), quark);
  if (index == NULL)
    {
      index = cor_search_index_new ();
      g_object_set_qdata_full (G_OBJECT (store), quark, index, (GDestroyNotify) cor_search_index_unref);
    }
  return index;
}

static void
put (CorSearchIndex *index,
     sqlite3_stmt   *row,
     const char     *version)
{
  g_autofree char *made = NULL;
  CorSearchFacets  facets = { NULL };
  const char      *stored = cor_column_text (row, 3);

  /* made by another version of this program or of ICU: by this one now */
  if (g_strcmp0 (cor_column_text (row, 4), version) != 0)
    stored = made = cor_search_text_make (cor_column_text (row, 2), cor_column_text (row, 5), cor_column_text (row, 6), cor_column_text (row, 7),
                                          cor_column_text (row, 8));
  cor_search_index_put (index, cor_column_int (row, 0), cor_column_text (row, 2), stored);
  facets.kind = cor_column_text (row, 9);
  facets.category = cor_column_text (row, 10);
  facets.source = cor_column_text (row, 11);
  facets.audience = cor_column_text (row, 12);
  facets.corridors = cor_column_text (row, 13);
  facets.currencies = cor_column_text (row, 14);
  cor_search_index_set_facets (index, cor_column_int (row, 0), &facets);
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

/**
 * cor_search_renew:
 * @reached: (inout): 0 at first; how far it came
 *
 * Makes some of the terms anew that another version made, and writes them, so that not every start has to. For the
 * writer's idle times; the articles stay as they are.
 *
 * Returns: whether there are more
 */
gboolean
cor_search_renew (CorDb  *db,
                  gint64 *reached)
{
  g_autofree char *version = cor_terms_dup_version ();
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row = cor_db_query (db, "article-outdated", "lsi", *reached, version, RENEW_ARTICLES);

  while (cor_db_next (db, row))
    {
      *reached = cor_column_int (row, 0);
      g_array_append_val (ids, *reached);
      g_ptr_array_add (made, cor_search_text_make (cor_column_text (row, 1), cor_column_text (row, 2), cor_column_text (row, 3), cor_column_text (row, 4),
                                                   cor_column_text (row, 5)));
    }
  for (guint i = 0; i < ids->len; i++)
    cor_db_run (db, "article-put-terms", "lss", g_array_index (ids, gint64, i), (const char *) made->pdata[i], version);
  return ids->len == RENEW_ARTICLES;
}
