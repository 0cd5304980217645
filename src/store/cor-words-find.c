/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-words-find"

#include "config.h"

#include "cor-words-find.h"

/* So many of the newest are looked at: over all that have a common word it would take a second (design.md). */
#define N_NEWEST 1000

/* Where not all words are together, one of so many of the rarest has to be there. */
#define N_RAREST 3

/* What has less of what the query tells was hardly meant. */
#define LEAST_SCORE 0.25

/* Those that have every word, as they come: the newest first. */
static void
add_whole (CorDb             *db,
           const CorWordsSql *sql,
           const char        *match,
           GArray            *matches)
{
  sqlite3_stmt *row = cor_db_query (db, sql->words_find, "sli", match, (gint64) 0, N_NEWEST);

  while (cor_db_next (db, row))
    {
      CorWordsMatch whole = { cor_column_int (row, 0), 1 };

      g_array_append_val (matches, whole);
    }
}

static void
add_matches (CorDb             *db,
             const CorWordsSql *sql,
             const char        *match,
             double             weight,
             GHashTable        *scores,
             gboolean           only_known)
{
  sqlite3_stmt *row = cor_db_query (db, sql->words_find, "sli", match, (gint64) 0, N_NEWEST);

  while (cor_db_next (db, row))
    {
      gint64  doc = cor_column_int (row, 0);
      double *score = g_hash_table_lookup (scores, &doc);

      if (score == NULL)
        {
          if (only_known)
            continue;
          score = g_new0 (double, 1);
          g_hash_table_insert (scores, g_memdup2 (&doc, sizeof doc), score);
        }
      *score += weight;
    }
}

static char *
join (const CorWordsQuery *query,
      guint                n,
      const char *
      operator)
{
  GString *match = g_string_new ("(");

  for (guint i = 0; i < MIN (n, query->groups->len); i++)
    {
      g_autofree char *group = cor_words_group_dup_match (query->groups->pdata[i]);

      g_string_append (match, i > 0 ? operator: "");
      g_string_append (match, group);
    }
  g_string_append_c (match, ')');
  return g_string_free (match, FALSE);
}

/* A whole question is not an AND of its words: what has some of the rarest, by how much of the rest it has. */
static void
relax (CorDb               *db,
       const CorWordsSql   *sql,
       const CorWordsQuery *query,
       double               sum,
       GArray              *matches)
{
  g_autofree char *rarest = join (query, N_RAREST, " OR ");
  g_autoptr (GHashTable) partial = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  guint          n_whole = matches->len;
  GHashTableIter iter;
  gpointer       doc = NULL;
  gpointer       score = NULL;

  add_matches (db, sql, rarest, 0, partial, FALSE);
  for (guint i = 0; i < query->groups->len; i++)
    {
      const CorWordsGroup *group = query->groups->pdata[i];
      g_autofree char     *one = cor_words_group_dup_match (group);
      g_autofree char     *both = i < N_RAREST ? NULL : g_strdup_printf ("%s AND %s", rarest, one);

      add_matches (db, sql, both != NULL ? both : one, group->weight / sum, partial, TRUE);
    }
  for (guint i = 0; i < n_whole; i++)
    g_hash_table_remove (partial, &g_array_index (matches, CorWordsMatch, i).doc);
  g_hash_table_iter_init (&iter, partial);
  while (g_hash_table_iter_next (&iter, &doc, &score))
    {
      CorWordsMatch match = { *(gint64 *) doc, *(double *) score };

      if (match.score >= LEAST_SCORE)
        g_array_append_val (matches, match);
    }
}

/* What has most of the words first, then the newest. */
static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const CorWordsMatch *one = a;
  const CorWordsMatch *two = b;

  if (one->score != two->score)
    return one->score > two->score ? -1 : 1;
  return one->doc > two->doc ? -1 : one->doc < two->doc;
}

/**
 * cor_words_find:
 * @enough: with fewer documents that have all words, those are added that have some
 *
 * Returns: (transfer full) (element-type CorWordsMatch): documents, the best first; some may be of rows that are gone
 */
GArray *
cor_words_find (CorDb               *db,
                CorWordsKind         kind,
                const CorWordsQuery *query,
                guint                enough)
{
  const CorWordsSql *sql = &cor_words_sql[kind];
  GArray            *matches = g_array_new (FALSE, FALSE, sizeof (CorWordsMatch));
  g_autofree char   *all = join (query, G_MAXUINT, " AND ");
  double             sum = 0;

  if (query->groups->len == 0)
    return matches;
  for (guint i = 0; i < query->groups->len; i++)
    sum += ((const CorWordsGroup *) query->groups->pdata[i])->weight;
  add_whole (db, sql, all, matches);
  if (matches->len < enough && query->groups->len > 1)
    {
      relax (db, sql, query, sum, matches);
      g_array_sort (matches, compare_matches);
    }
  return matches;
}

/**
 * cor_words_find_newest:
 * @name: a query whose first parameters are what FTS5 is asked and how many of the newest are looked at
 *
 * For those that only want what has every word: one statement instead of one for each document.
 *
 * Returns: (transfer none) (nullable): its rows; %NULL when there is nothing to look for
 */
sqlite3_stmt *
cor_words_find_newest (CorDb               *db,
                       const char          *name,
                       const CorWordsQuery *query)
{
  g_autofree char *all = join (query, G_MAXUINT, " AND ");

  return query->groups->len > 0 ? cor_db_query (db, name, "si", all, N_NEWEST) : NULL;
}
