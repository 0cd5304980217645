/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-pairs"

#include "config.h"

#include "cor-search-score.h"

#include "cor-search-concepts.h"

/* As in cor-search-score.c. */
#define PAIRS_K1 5.0
#define PAIRS_B 0.75

/* Concepts of a question that are looked at two by two. */
#define MAX_PAIRED 24

/* Of the concepts that count in pairs, those that the passage has; marks are their numbers + 1. */
static guint
find_here (const guint32 *entries,
           guint32        n_entries,
           const guint16 *marks,
           guint         *here)
{
  guint n_here = 0;

  for (guint32 i = 0; i < n_entries && n_here < MAX_PAIRED; i++)
    {
      guint mark = marks[COR_SEARCH_ENTRY_TERM (entries[i])];

      if (mark != 0)
        here[n_here++] = mark - 1;
    }
  return n_here;
}

static double
score_pairs (const CorSearchDoc *doc,
             const guint16      *marks,
             double              idf[MAX_PAIRED][MAX_PAIRED],
             guint               n,
             double              mean)
{
  guint  counts[MAX_PAIRED][MAX_PAIRED] = { { 0 } };
  double score = 0;

  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    {
      guint here[MAX_PAIRED];
      guint n_here = find_here (doc->passages + at + 2, doc->passages[at + 1], marks, here);

      for (guint i = 0; i < n_here; i++)
        for (guint j = i + 1; j < n_here; j++)
          counts[MIN (here[i], here[j])][MAX (here[i], here[j])]++;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (counts[i][j] > 0)
        score += idf[i][j] * cor_search_score_bm25 (counts[i][j], doc->lengths[COR_SEARCH_LENGTH_PAIRS], mean, PAIRS_K1, PAIRS_B);
  return score;
}

/**
 * cor_search_score_pairs:
 *
 * Two things asked together and answered in one passage say more than one by one: "card" and "declined".
 */
void
cor_search_score_pairs (CorSearchIndex       *index,
                        const CorSearchQuery *query,
                        GArray               *candidates)
{
  guint16 *marks = cor_search_index_get_marks (index);
  double   mean = cor_search_index_get_mean (index, COR_SEARCH_LENGTH_PAIRS);
  double   idf[MAX_PAIRED][MAX_PAIRED];
  guint    concepts[MAX_PAIRED];
  guint    terms[MAX_PAIRED];
  guint    n = 0;

  for (guint i = 0; i < query->concepts->len && n < MAX_PAIRED; i++)
    {
      concepts[n] = g_array_index (query->concepts, guint, i);
      if (!cor_search_concepts_is_term (concepts[n]) && cor_search_index_find_concept (index, concepts[n], &terms[n]))
        n++;
    }
  for (guint i = 0; i < n; i++)
    {
      marks[terms[i]] = (guint16) (i + 1);
      for (guint j = i + 1; j < n; j++)
        idf[i][j] = cor_search_score_idf (index, cor_search_index_get_pair_n_docs (index, concepts[i], concepts[j]));
    }
  for (guint c = 0; c < candidates->len; c++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, c);

      candidate->pairs = score_pairs (cor_search_index_get_doc (index, candidate->doc), marks, idf, n, mean);
    }
  for (guint i = 0; i < n; i++)
    marks[terms[i]] = 0;
}
