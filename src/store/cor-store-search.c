/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-search"

#include "config.h"

#include "cor-store-search.h"

#include "cor-db.h"
#include "cor-language.h"
#include "cor-search-rank.h"

typedef struct
{
  CorSearchIndex *index;
  char           *query, *locale;
  guint           limit;
  gboolean        is_typing;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  cor_search_index_unref (ask->index);
  g_free (ask->query);
  g_free (ask->locale);
  g_free (ask);
}

static void
hit_free (gpointer data)
{
  CorSearchHit *hit = data;

  g_free (hit->remote_id);
  g_free (hit->locale);
  g_free (hit->title);
  g_free (hit->audience);
  g_free (hit);
}

void
cor_search_result_free (CorSearchResult *self)
{
  g_ptr_array_unref (self->hits);
  g_strfreev (self->unknown);
  g_free (self);
}

/* Reads what was put since the last search; after a removal, all. */
static void
catch_up (CorDb          *db,
          CorSearchIndex *index)
{
  g_autofree char *version = cor_terms_dup_version ();
  gint64           epoch = 0;
  gint64           revision = 0;
  sqlite3_stmt    *row = cor_db_query (db, "article-state", "");

  while (cor_db_next (db, row))
    {
      epoch = cor_column_int (row, 0);
      revision = cor_column_int (row, 1);
    }
  if (epoch == cor_search_index_get_epoch (index) && revision == cor_search_index_get_revision (index))
    return;
  if (epoch != cor_search_index_get_epoch (index) || revision < cor_search_index_get_revision (index))
    {
      cor_search_index_clear (index);
      cor_search_index_set_state (index, -1, 0);
    }

  row = cor_db_query (db, "article-changed", "l", cor_search_index_get_revision (index));
  while (cor_db_next (db, row))
    {
      g_autofree char *made = NULL;
      const char      *stored = cor_column_text (row, 2);

      /* made by another version of this program or of ICU: by this one now */
      if (g_strcmp0 (cor_column_text (row, 3), version) != 0)
        stored = made = cor_search_text_make (cor_column_text (row, 1), cor_column_text (row, 4), cor_column_text (row, 5), cor_column_text (row, 6),
                                              cor_column_text (row, 7));
      cor_search_index_put (index, cor_column_int (row, 0), cor_column_text (row, 1), stored);
    }
  /* what was read before an error is read again */
  if (!cor_db_has_failed (db))
    cor_search_index_set_state (index, epoch, revision);
  else
    cor_search_index_set_state (index, -1, 0);
}

static void
add_hit (CorDb                 *db,
         GPtrArray             *hits,
         const CorSearchRanked *ranked,
         const char            *language)
{
  sqlite3_stmt *row = cor_db_query (db, "article-brief", "l", ranked->article);

  while (cor_db_next (db, row))
    {
      CorSearchHit *hit = g_new0 (CorSearchHit, 1);

      hit->id = ranked->article;
      hit->score = ranked->score;
      hit->is_by_meaning = ranked->is_by_meaning;
      hit->remote_id = cor_column_dup (row, 0);
      hit->locale = cor_column_dup (row, 1);
      hit->title = cor_column_dup (row, 2);
      hit->audience = cor_column_dup (row, 3);
      hit->is_other_language = language != NULL && hit->locale != NULL && !cor_language_matches (hit->locale, language);
      g_ptr_array_add (hits, hit);
    }
}

static gpointer
search_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  Ask             *ask = data;
  CorSearchResult *result = g_new0 (CorSearchResult, 1);
  g_autoptr (CorSearchQuery) query = NULL;
  g_autoptr (GArray) ranked = NULL;
  const char *language = NULL;
  gint64      began_us;

  cor_search_index_lock (ask->index);
  catch_up (db, ask->index);
  began_us = g_get_monotonic_time ();
  query = cor_search_query_new (ask->index, ask->query, ask->locale, ask->is_typing);
  ranked = cor_search_rank (ask->index, query, &cor_search_weights, ask->limit);
  result->n_articles = cor_search_index_get_n_live (ask->index);
  cor_search_index_unlock (ask->index);

  language = query->language;
  result->hits = g_ptr_array_new_with_free_func (hit_free);
  for (guint i = 0; i < ranked->len; i++)
    add_hit (db, result->hits, &g_array_index (ranked, CorSearchRanked, i), language);
  g_ptr_array_add (query->unknown, NULL);
  result->unknown = (char **) g_ptr_array_steal (query->unknown, NULL);
  result->took_us = g_get_monotonic_time () - began_us;
  return result;
}

/* The store's articles in memory: made at the first search, kept as long as the store. */
static CorSearchIndex *
get_index (CorStore *store)
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

/**
 * cor_store_search_articles_async:
 * @query: whatever somebody typed or pasted: a word, a whole question, in any language
 * @locale: (nullable): the locale of who asks, where the question's language cannot be told
 * @limit: at most so many
 * @is_typing: whether the last word may be unfinished
 * @cancellable: (nullable)
 *
 * Finds articles. No text is an error; one that fits nothing has no hits.
 */
void
cor_store_search_articles_async (CorStore           *store,
                                 const char         *query,
                                 const char         *locale,
                                 guint               limit,
                                 gboolean            is_typing,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->index = cor_search_index_ref (get_index (store));
  ask->query = g_strdup (query);
  ask->locale = g_strdup (locale);
  ask->limit = limit;
  ask->is_typing = is_typing;
  cor_store_run_async (store, COR_STORE_READ, search_job, ask, ask_free, (GDestroyNotify) cor_search_result_free, cancellable, callback, user_data);
}

/**
 * cor_store_search_articles_finish:
 *
 * Returns: (transfer full): what was found
 */
CorSearchResult *
cor_store_search_articles_finish (CorStore     *store,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
