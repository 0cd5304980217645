/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-search"

#include "config.h"

#include "cor-store-search.h"

#include "cor-db.h"
#include "cor-learned.h"
#include "cor-language.h"
#include "cor-search-catch-up.h"
#include "cor-script.h"
#include "cor-search-concepts.h"
#include "cor-search-groups.h"
#include "cor-search-marks.h"
#include "cor-search-near.h"
#include "cor-search-taught.h"
#include "cor-search-votes.h"
#include "cor-terms-word.h"

/* Read at a time in the background: a search waits for so many at most. */
#define WARM_ARTICLES 200
#define WARM_TERMS 2000

/* Offered where nothing was found. */
#define N_NEAREST 3

/* So many of the best are put in a new order by what was learned. */
#define N_VOTED_ON 30

/* An article is there in so many languages at most; of these one is shown. */
#define N_LANGUAGES 10

typedef struct
{
  CorSearchIndex  *index;
  CorLearned      *learned;
  char            *query, *locale;
  guint            limit;
  gboolean         is_typing, is_brief;
  CorSearchFilter *filter; /* owned, or NULL */
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  cor_search_index_unref (ask->index);
  cor_learned_unref (ask->learned);
  g_free (ask->query);
  g_free (ask->locale);
  g_free (ask->filter);
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
  g_clear_pointer (&hit->title_marks, g_array_unref);
  g_clear_pointer (&hit->excerpt, cor_excerpt_free);
  g_free (hit->why);
  g_free (hit);
}

static void
tried_free (gpointer data)
{
  CorSearchTried *tried = data;

  g_free (tried->asked);
  g_free (tried->tried);
  g_free (tried);
}

void
cor_search_result_free (CorSearchResult *self)
{
  g_ptr_array_unref (self->hits);
  g_ptr_array_unref (self->nearest);
  g_ptr_array_unref (self->tried);
  g_strfreev (self->unknown);
  g_free (self);
}

static void
fill_marks (CorSearchHit    *hit,
            const CorMarker *marker,
            const char      *body)
{
  g_autofree char *plain = cor_excerpt_strip (body);

  hit->title_marks = cor_marker_find (marker, hit->title, hit->locale);
  hit->excerpt = cor_excerpt_new (marker, plain, hit->locale, COR_EXCERPT_WIDTH);
  if (!hit->is_by_meaning && !hit->is_other_language)
    return;
  for (guint i = 0; i < hit->title_marks->len && hit->why == NULL; i++)
    hit->why = g_strdup (g_array_index (hit->title_marks, CorMark, i).why);
  if (hit->why == NULL)
    hit->why = cor_excerpt_dup_why (hit->excerpt);
}

/* @marker is NULL for a brief answer. */
static void
add_hits (CorDb                *db,
          GPtrArray            *hits,
          const GArray         *ranked,
          const CorSearchQuery *query,
          const CorMarker      *marker)
{
  for (guint i = 0; i < ranked->len; i++)
    {
      const CorSearchRanked *one = &g_array_index (ranked, CorSearchRanked, i);
      sqlite3_stmt          *row = cor_db_query (db, "article-brief", "l", one->article);

      while (cor_db_next (db, row))
        {
          CorSearchHit *hit = g_new0 (CorSearchHit, 1);

          hit->id = one->article;
          hit->score = one->score;
          hit->is_by_meaning = one->is_by_meaning;
          hit->remote_id = cor_column_dup (row, 0);
          hit->locale = cor_column_dup (row, 1);
          hit->title = cor_column_dup (row, 2);
          hit->audience = cor_column_dup (row, 3);
          hit->is_other_language = query->language != NULL && hit->locale != NULL && !cor_language_matches (hit->locale, query->language);
          if (marker != NULL)
            fill_marks (hit, marker, cor_column_text (row, 4));
          g_ptr_array_add (hits, hit);
        }
    }
}

static void
add_tried (CorSearchResult   *result,
           CorSearchTriedKind kind,
           const char        *asked,
           const char        *tried)
{
  CorSearchTried *one = g_new0 (CorSearchTried, 1);

  one->kind = kind;
  one->asked = g_strdup (asked);
  one->tried = g_strdup (tried);
  g_ptr_array_add (result->tried, one);
}

static void
tell_tried (CorSearchResult      *result,
            const CorSearchQuery *query,
            const char           *text)
{
  g_autoptr (CorTerms) terms = cor_terms_new (text, NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  for (guint i = 0; i < query->taken->len; i++)
    {
      const CorSearchTaken *taken = query->taken->pdata[i];

      add_tried (result, taken->match == COR_SEARCH_TYPO ? COR_SEARCH_TRIED_CORRECTED : taken->match == COR_SEARCH_PINYIN ? COR_SEARCH_TRIED_PINYIN
                                                                                                                          : COR_SEARCH_TRIED_COMPLETED,
                 taken->asked, taken->taken);
    }
  for (guint i = 0; i < query->n_said; i++)
    {
      guint            concept = g_array_index (query->concepts, guint, i);
      guint            first = 0;
      guint            length = cor_search_concepts_find_place (term, n, concept, &first);
      g_autofree char *said = length > 0 ? g_strndup (text + term[first].start, term[first + length - 1].end - term[first].start) : NULL;

      if (said != NULL)
        add_tried (result, COR_SEARCH_TRIED_MEANING, said, cor_search_concepts_get_name (concept));
    }
}

/* Nothing fits: what would without the filter, or what words more unlike those that were asked for find. */
static GArray *
rank_nearest (CorSearchIndex  *index,
              CorSearchQuery  *query,
              CorSearchResult *result)
{
  if (query->filter != NULL)
    {
      GArray *ranked = NULL;

      query->filter = NULL;
      ranked = cor_search_rank (index, query, &cor_search_weights, N_NEAREST);
      result->nearest_is_unfiltered = ranked->len > 0;
      if (ranked->len > 0)
        return ranked;
      g_array_unref (ranked);
    }
  for (guint i = 0; i < query->unknown->len; i++)
    cor_search_near_any (index, query->unknown->pdata[i], 1.0f, query->terms);
  return cor_search_rank (index, query, &cor_search_weights, N_NEAREST);
}

static char *
dup_slug (gint64   article,
          gpointer db)
{
  return cor_db_dup_text (db, "suggest-slug", "l", article);
}

/* Of an article in several languages the text in that of the question, else in the reader's. */
static void
collapse (CorDb                *db,
          const Ask            *ask,
          const CorSearchQuery *query,
          GArray               *ranked)
{
  const char *said = cor_text_language_tag (ask->query);
  const char *own = said != NULL && g_str_has_prefix (said, "zh-") ? said : query->language;
  const char *wanted[] = { own != NULL ? own : ask->locale, own != NULL ? ask->locale : NULL, NULL };

  cor_search_groups_collapse (db, ranked, wanted, ask->limit);
}

/* What was learned from questions votes on the order of the best. */
static GArray *
rank (CorDb                *db,
      const Ask            *ask,
      const CorSearchQuery *query)
{
  g_autoptr (CorClassifier) classifier = cor_learned_reach (ask->learned, db);
  gboolean is_whole = ask->is_brief || (ask->filter != NULL && ask->filter->locale != NULL);
  guint    n = is_whole ? ask->limit : MIN (ask->limit, G_MAXUINT / N_LANGUAGES) * N_LANGUAGES;
  GArray  *ranked = cor_search_rank (ask->index, query, &cor_search_weights, classifier != NULL ? MAX (n, N_VOTED_ON) : n);

  if (classifier != NULL)
    cor_search_taught_vote (ranked, classifier, ask->query, dup_slug, db);
  cor_search_votes_apply (db, ranked, g_get_real_time () / G_USEC_PER_SEC);
  if (!is_whole)
    collapse (db, ask, query, ranked);
  g_array_set_size (ranked, MIN (ranked->len, ask->limit));
  return ranked;
}

static gpointer
search_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  Ask             *ask = data;
  CorSearchResult *result = g_new0 (CorSearchResult, 1);
  g_autoptr (CorSearchQuery) query = NULL;
  g_autoptr (CorMarker) marker = NULL;
  g_autoptr (GArray) ranked = NULL;
  g_autoptr (GArray) nearest = NULL;
  g_autofree char *valid = g_utf8_make_valid (ask->query, -1);
  gint64           began_us;

  result->hits = g_ptr_array_new_with_free_func (hit_free);
  result->nearest = g_ptr_array_new_with_free_func (hit_free);
  result->tried = g_ptr_array_new_with_free_func (tried_free);
  cor_search_index_lock (ask->index);
  result->n_unread = cor_search_catch_up (db, ask->index, cor_search_index_is_warming (ask->index) ? 0 : G_MAXINT);
  began_us = g_get_monotonic_time ();
  query = cor_search_query_new (ask->index, ask->query, ask->locale, ask->is_typing);
  query->filter = ask->filter;
  ranked = rank (db, ask, query);
  result->n_articles = cor_search_index_get_n_live (ask->index);
  if (!ask->is_brief)
    tell_tried (result, query, valid);
  if (ranked->len == 0 && !ask->is_brief)
    nearest = rank_nearest (ask->index, query, result);
  marker = ask->is_brief ? NULL : cor_search_marks_new (ask->index, query, ask->query, ask->is_typing);
  cor_search_index_unlock (ask->index);

  add_hits (db, result->hits, ranked, query, marker);
  if (nearest != NULL)
    add_hits (db, result->nearest, nearest, query, marker);
  g_ptr_array_add (query->unknown, NULL);
  result->unknown = (char **) g_ptr_array_steal (query->unknown, NULL);
  result->took_us = g_get_monotonic_time () - began_us;
  return result;
}

/**
 * cor_store_ask_articles_async:
 * @ask: copied
 * @cancellable: (nullable)
 *
 * Finds articles. No text is an error; one that fits nothing has no hits. Ends with
 * cor_store_search_articles_finish().
 */
void
cor_store_ask_articles_async (CorStore           *store,
                              const CorSearchAsk *ask,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Ask *copy = g_new0 (Ask, 1);

  copy->index = cor_search_index_ref (cor_search_index_of_store (store));
  copy->learned = cor_learned_ref (cor_learned_of_store (store));
  copy->query = g_strdup (ask->query);
  copy->locale = g_strdup (ask->locale);
  copy->limit = ask->limit;
  copy->is_typing = ask->is_typing;
  copy->is_brief = ask->is_brief;
  copy->filter = cor_search_filter_is_empty (&ask->filter) ? NULL : cor_search_filter_copy (&ask->filter);
  cor_store_run_async (store, COR_STORE_READ, search_job, copy, ask_free, (GDestroyNotify) cor_search_result_free, cancellable, callback, user_data);
}

/**
 * cor_store_search_articles_async:
 *
 * The same for who filters nothing; see #CorSearchAsk.
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
  CorSearchAsk ask = { .query = query, .locale = locale, .limit = limit, .is_typing = is_typing };

  cor_store_ask_articles_async (store, &ask, cancellable, callback, user_data);
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

/* Opening the transliterator takes longest, and nobody waits for it here. */
static void
read_signs (CorSearchIndex *index)
{
  g_autofree char *opened = cor_terms_dup_pinyin ("\346\261\211");
  gboolean         is_more = opened != NULL;

  while (is_more)
    {
      cor_search_index_lock (index);
      is_more = cor_search_near_read (index, WARM_TERMS);
      cor_search_index_unlock (index);
    }
}

static gpointer
warm_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  CorSearchIndex *index = data;
  guint           n_unread = 1;

  for (gboolean is_first = TRUE; n_unread > 0 && !cor_db_has_failed (db); is_first = FALSE)
    {
      cor_search_index_lock (index);
      if (is_first && cor_search_index_is_warming (index))
        {
          cor_search_index_unlock (index);
          break;
        }
      n_unread = cor_search_catch_up (db, index, WARM_ARTICLES);
      cor_search_index_set_warming (index, n_unread > 0 && !cor_db_has_failed (db));
      cor_search_index_unlock (index);
    }
  read_signs (index);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_warm_search_async:
 *
 * A search that comes meanwhile waits for milliseconds, finds among what has been read and says how many articles
 * are not.
 */
void
cor_store_warm_search_async (CorStore           *store,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, warm_job, cor_search_index_ref (cor_search_index_of_store (store)), (GDestroyNotify) cor_search_index_unref, NULL,
                       cancellable, callback, user_data);
}

gboolean
cor_store_warm_search_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
