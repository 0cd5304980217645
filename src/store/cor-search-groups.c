/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-groups"

#include "config.h"

#include "cor-search-groups.h"

#include "cor-db.h"
#include "cor-locale-fit.h"

/* The text of the same article that serves the reader best; the one that was found where none is in a language that is wanted. Those that it
 * stands for are added to @seen. */
static gint64
choose (CorDb             *db,
        gint64             found,
        const char *const *wanted,
        GHashTable        *seen)
{
  sqlite3_stmt *row = cor_db_query (db, "suggest-group", "l", found);
  gint64        chosen = found;
  guint         best = 0;

  while (cor_db_next (db, row))
    {
      gint64 article = cor_column_int (row, 0);
      guint  rank = cor_locale_rank (cor_column_text (row, 5), wanted);

      if (rank > best || (rank == best && rank > 0 && article == found))
        {
          best = rank;
          chosen = article;
        }
      g_hash_table_add (seen, g_memdup2 (&article, sizeof article));
    }
  return chosen;
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  double one = ((const CorSearchRanked *) a)->score;
  double two = ((const CorSearchRanked *) b)->score;

  return one > two ? -1 : one < two;
}

/* Of the text that is shown, where it was found itself: what an article in a language that the reader did not ask in has of his
 * words it has by chance, or because its title is in another one. */
static double
get_score (const GArray *ranked,
           guint         n_known,
           gint64        article,
           double        otherwise)
{
  for (guint i = n_known; i < ranked->len; i++)
    if (g_array_index (ranked, CorSearchRanked, i).article == article)
      return g_array_index (ranked, CorSearchRanked, i).score;
  return otherwise;
}

/**
 * cor_search_groups_collapse:
 * @ranked: (element-type CorSearchRanked): the best first; becomes one entry for each article in all its languages
 * @wanted: (array zero-terminated=1): what the reader reads, the best first
 * @limit: no more than that are left
 *
 * A template has an English title in every language, so that its Vietnamese text may well be what English words find first. It
 * stands where the text that is shown was found, and where the best one was if that was not found at all.
 */
void
cor_search_groups_collapse (CorDb             *db,
                            GArray            *ranked,
                            const char *const *wanted,
                            guint              limit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < ranked->len; i++)
    {
      CorSearchRanked one = g_array_index (ranked, CorSearchRanked, i);

      if (g_hash_table_contains (seen, &one.article))
        continue;
      one.article = choose (db, one.article, wanted, seen);
      one.score = get_score (ranked, i, one.article, one.score);
      g_array_index (ranked, CorSearchRanked, n++) = one;
    }
  g_array_set_size (ranked, n);
  g_array_sort (ranked, compare_ranked);
  g_array_set_size (ranked, MIN (n, limit));
}
