/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-rank"

#include "config.h"

#include "cor-search-rank.h"

#include "cor-language.h"

/* Chosen on the visible tasks of kb-eval together; tests/bench/search-quality tells what each brings. */
const CorSearchWeights cor_search_weights = {
  .title = 0.5,
  .concepts = 0.9,
  .pairs = 0.5,
  .grams = 0.3,
  .passages = 0.15,
  .verbatim = 0.5,
  .contrast = 0.2,
  .language = 0.1,
  .script = 0.05,
};

/* A passage that fits the question better than this is nearly the question itself. */
#define VERBATIM 0.7

/* What the best article of another language counts, where its meaning fits the question as well as the words of one in the
 * question's language. */
#define FOREIGN 1.0

/* So many of the first look are looked at closely. */
#define N_CANDIDATES 120

static int
compare_first (gconstpointer a,
               gconstpointer b)
{
  double one = ((const CorSearchCandidate *) a)->total;
  double two = ((const CorSearchCandidate *) b)->total;

  return one > two ? -1 : one < two;
}

/* The older article first among equals: the order is the same every time. */
static int
compare_last (gconstpointer a,
              gconstpointer b)
{
  int order = compare_first (a, b);

  if (order != 0)
    return order;
  return ((const CorSearchCandidate *) a)->doc < ((const CorSearchCandidate *) b)->doc ? -1 : 1;
}

static void
sift_down (GArray *heap)
{
  CorSearchCandidate *items = (CorSearchCandidate *) (gpointer) heap->data;
  guint               i = 0;

  for (;;)
    {
      guint              least = i;
      CorSearchCandidate item;

      for (guint child = 2 * i + 1; child <= 2 * i + 2 && child < heap->len; child++)
        if (items[child].total < items[least].total)
          least = child;
      if (least == i)
        return;
      item = items[i];
      items[i] = items[least];
      items[least] = item;
      i = least;
    }
}

/* The best of the first look, by a heap whose top is the worst of them. */
static GArray *
choose (CorSearchIndex         *index,
        const CorSearchFilter  *filter,
        const CorSearchWeights *weights,
        const float            *words,
        const float            *concepts)
{
  GArray *heap = g_array_sized_new (FALSE, FALSE, sizeof (CorSearchCandidate), N_CANDIDATES);
  guint   n_docs = cor_search_index_get_n_docs (index);

  for (guint i = 0; i < n_docs; i++)
    {
      CorSearchCandidate candidate = { .doc = i, .words = words[i], .concepts = concepts[i] };

      candidate.total = candidate.words + weights->concepts * candidate.concepts;
      if (candidate.total <= 0 || (heap->len == N_CANDIDATES && candidate.total <= g_array_index (heap, CorSearchCandidate, 0).total) ||
          !cor_search_index_get_doc (index, i)->is_alive)
        continue;
      if (filter != NULL && !cor_search_filter_accepts (filter, &cor_search_index_get_doc (index, i)->facets, cor_search_index_get_doc (index, i)->locale))
        continue;
      if (heap->len < N_CANDIDATES)
        {
          g_array_append_val (heap, candidate);
          if (heap->len == N_CANDIDATES)
            {
              /* ascending is a heap */
              g_array_sort (heap, compare_first);
              for (guint j = 0; j < N_CANDIDATES / 2; j++)
                {
                  CorSearchCandidate other = g_array_index (heap, CorSearchCandidate, j);

                  g_array_index (heap, CorSearchCandidate, j) = g_array_index (heap, CorSearchCandidate, N_CANDIDATES - 1 - j);
                  g_array_index (heap, CorSearchCandidate, N_CANDIDATES - 1 - j) = other;
                }
            }
        }
      else
        {
          g_array_index (heap, CorSearchCandidate, 0) = candidate;
          sift_down (heap);
        }
    }
  return heap;
}

static double
get_vote (const CorSearchDoc     *doc,
          const CorSearchQuery   *query,
          const CorSearchWeights *weights)
{
  double vote = 1;

  if (doc->locale == NULL || query->language == NULL || !cor_language_matches (doc->locale, query->language))
    return vote;
  vote += weights->language;
  if (query->script != NULL && cor_language_is_traditional (doc->locale) == g_str_equal (query->script, "zh-Hant"))
    vote += weights->script;
  return vote;
}

typedef struct
{
  double total, passages;
} Best;

/* What a foreign article's sum is measured by. Words of a language that few articles are in are all rare, so that sums of two languages
 * tell nothing of each other; how well their best passages fit the whole question does. */
static double
get_foreign_best (const Best best[2])
{
  if (best[0].total <= 0 || best[1].passages <= 0)
    return best[1].total / FOREIGN;
  return best[1].total / FOREIGN * MAX (1, best[0].passages / best[1].passages);
}

static void
sum_up (CorSearchIndex         *index,
        const CorSearchQuery   *query,
        const CorSearchWeights *weights,
        GArray                 *candidates)
{
  Best best[2] = { { 0 } }; /* of those in the question's language, and of the foreign ones */

  for (guint i = 0; i < candidates->len; i++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, i);
      Best               *one = NULL;

      candidate->total = candidate->words + weights->concepts * candidate->concepts + weights->pairs * candidate->pairs + weights->grams * candidate->grams;
      one = &best[candidate->is_foreign ? 1 : 0];
      one->total = MAX (one->total, candidate->total);
      one->passages = MAX (one->passages, candidate->passages);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, i);

      candidate->total /= MAX (candidate->is_foreign ? get_foreign_best (best) : best[0].total, G_MINDOUBLE);
      candidate->total += weights->passages * candidate->passages / MAX (MAX (best[0].passages, best[1].passages), G_MINDOUBLE);
      candidate->total += weights->verbatim * MAX (0, candidate->passages - VERBATIM);
      candidate->total *= 1 - weights->contrast * candidate->contrast;
      candidate->total *= get_vote (cor_search_index_get_doc (index, candidate->doc), query, weights);
    }
}

static void
mark_language (CorSearchIndex       *index,
               const CorSearchQuery *query,
               CorSearchCandidate   *candidate)
{
  const char *locale = cor_search_index_get_doc (index, candidate->doc)->locale;

  candidate->is_other_language = locale != NULL && query->language != NULL && !cor_language_matches (locale, query->language);
  candidate->is_foreign = candidate->is_other_language && query->is_told;
}

/**
 * cor_search_rank:
 * @index: locked
 * @weights: %cor_search_weights, or another to see what a part brings
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type CorSearchRanked): the articles, the best first; none where nothing fits
 */
GArray *
cor_search_rank (CorSearchIndex         *index,
                 const CorSearchQuery   *query,
                 const CorSearchWeights *weights,
                 guint                   limit)
{
  GArray           *ranked = g_array_new (FALSE, FALSE, sizeof (CorSearchRanked));
  guint             n_docs = cor_search_index_get_n_docs (index);
  g_autofree float *words = g_new0 (float, (gsize) n_docs + 1);
  g_autofree float *concepts = g_new0 (float, (gsize) n_docs + 1);
  g_autoptr (GArray) candidates = NULL;

  cor_search_score_postings (index, query, weights, words, concepts);
  candidates = choose (index, query->filter, weights, words, concepts);
  for (guint i = 0; i < candidates->len; i++)
    mark_language (index, query, &g_array_index (candidates, CorSearchCandidate, i));
  cor_search_score_exactly (index, query, weights, candidates);
  cor_search_score_pairs (index, query, candidates);
  cor_search_score_grams (index, query, candidates);
  cor_search_score_passages (index, query, candidates);
  cor_search_score_contrast (index, query, candidates);
  sum_up (index, query, weights, candidates);
  g_array_sort (candidates, compare_last);

  for (guint i = 0; i < MIN (candidates->len, limit); i++)
    {
      const CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, i);
      CorSearchRanked           one = { .score = candidate->total };

      one.article = cor_search_index_get_doc (index, candidate->doc)->article;
      one.is_by_meaning = candidate->words <= 0;
      g_array_append_val (ranked, one);
    }
  return ranked;
}
