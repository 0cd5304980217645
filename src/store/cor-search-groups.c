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

/**
 * cor_search_groups_collapse:
 * @ranked: (element-type CorSearchRanked): the best first; becomes one entry for each article in all its languages, where its best text stood
 * @wanted: (array zero-terminated=1): what the reader reads, the best first
 * @limit: no more than that are left
 *
 * A template has an English title in every language, so that its Vietnamese text may well be what English words find first.
 */
void
cor_search_groups_collapse (CorDb             *db,
                            GArray            *ranked,
                            const char *const *wanted,
                            guint              limit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < ranked->len && n < limit; i++)
    {
      CorSearchRanked one = g_array_index (ranked, CorSearchRanked, i);

      if (g_hash_table_contains (seen, &one.article))
        continue;
      one.article = choose (db, one.article, wanted, seen);
      g_array_index (ranked, CorSearchRanked, n++) = one;
    }
  g_array_set_size (ranked, n);
}
