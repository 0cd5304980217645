/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-score"

#include "config.h"

#include "cor-search-score.h"

#include "cor-search-concepts.h"

#include <math.h>
#include <string.h>

/* BM25's constants, chosen on the visible tasks of kb-eval together (tests/bench/search-quality): counts matter
 * more than in long documents, as an article about refunds says the word in each of its sentences. */
#define WORDS_K1 2.5
#define WORDS_B 0.75
#define TITLE_K1 1.2
#define TITLE_B 0.75
#define CONCEPTS_K1 5.0
#define CONCEPTS_B 0.6

/* Of a term in more articles than this only the best are looked at first; the exact score comes after. */
#define MANY 5000
#define N_CHAMPIONS 1500

/* How fast a passage that fits less counts less. */
#define TEMPERATURE 0.1
#define CONCEPT_IN_PASSAGE 0.7
#define TERM_IN_PASSAGE 0.0

/* What a term of the glossary counts beside its word, and where the article has another language's word for it. */
#define TERM_SAME 0.1
#define TERM_OTHER 0.8

/* What is not said but asked for, as tracking is by "where is my money". */
#define TERM_MEANT 0.6
#define TERM_MEANT_OTHER 0.3

/* What a word counts in an article of another language than that which the question is surely in: many are spelled alike by
 * chance. What is only like a word, or says little in the question's language, counts nothing there. */
#define WORD_FOREIGN 0.5

double
cor_search_score_idf (CorSearchIndex *index,
                      guint           n_docs)
{
  double n = cor_search_index_get_n_live (index);

  return log (1 + (n - n_docs + 0.5) / (n_docs + 0.5));
}

double
cor_search_score_bm25 (double count,
                       double length,
                       double mean,
                       double k1,
                       double b)
{
  return count * (k1 + 1) / (count + k1 * (1 - b + b * length / mean));
}

typedef struct
{
  double words, title, concepts;
  double title_weight;
} Means;

static Means
get_means (CorSearchIndex         *index,
           const CorSearchWeights *weights)
{
  return (Means){ .words = cor_search_index_get_mean (index, COR_SEARCH_LENGTH_WORDS),
                  .title = cor_search_index_get_mean (index, COR_SEARCH_LENGTH_TITLE),
                  .concepts = cor_search_index_get_mean (index, COR_SEARCH_LENGTH_CONCEPTS),
                  .title_weight = weights->title };
}

static double
score_word (const CorSearchDoc *doc,
            const Means        *means,
            guint               count,
            guint               in_title)
{
  double score = cor_search_score_bm25 (count, doc->lengths[COR_SEARCH_LENGTH_WORDS], means->words, WORDS_K1, WORDS_B);

  if (in_title > 0)
    score += means->title_weight * cor_search_score_bm25 (in_title, doc->lengths[COR_SEARCH_LENGTH_TITLE], means->title, TITLE_K1, TITLE_B);
  return score;
}

static double
score_concept (const CorSearchDoc *doc,
               const Means        *means,
               guint               count)
{
  return cor_search_score_bm25 (count, doc->lengths[COR_SEARCH_LENGTH_CONCEPTS], means->concepts, CONCEPTS_K1, CONCEPTS_B);
}

static double
score_concept_title (const CorSearchDoc *doc,
                     const Means        *means,
                     guint               in_title)
{
  return in_title > 0 ? means->title_weight * cor_search_score_bm25 (in_title, doc->lengths[COR_SEARCH_LENGTH_TITLE], means->title, TITLE_K1, TITLE_B) : 0;
}

/* The @rank-th highest of @scores, by Hoare's selection: a sort of all took most of the first search for a common word. */
static float
select_score (GArray *scores,
              guint   rank)
{
  float *score = (float *) (gpointer) scores->data;
  guint  from = 0;
  guint  to = scores->len - 1;

  while (from < to)
    {
      float pivot = score[from + (to - from) / 2];
      guint i = from;
      guint j = to;

      for (;; i++, j--)
        {
          float other;

          while (score[i] > pivot)
            i++;
          while (score[j] < pivot)
            j--;
          if (i >= j)
            break;
          other = score[i];
          score[i] = score[j];
          score[j] = other;
        }
      if (rank <= j)
        to = j;
      else
        from = j + 1;
    }
  return score[rank];
}

static void
make_champions (CorSearchIndex *index,
                CorSearchTerm  *term,
                const Means    *means)
{
  g_autoptr (GArray) scores = g_array_sized_new (FALSE, FALSE, sizeof (float), term->postings->len);
  g_autoptr (GArray) order = NULL;
  float least;

  for (guint i = 0; i < term->postings->len; i++)
    {
      const CorSearchPosting *posting = &g_array_index (term->postings, CorSearchPosting, i);
      const CorSearchDoc     *doc = cor_search_index_get_doc (index, posting->doc);
      float                   score = -1;

      if (doc->is_alive)
        score = (float) (term->kind == COR_SEARCH_CONCEPT ? score_concept (doc, means, posting->count) : score_word (doc, means, posting->count, posting->in_title));
      g_array_append_val (scores, score);
    }
  order = g_array_copy (scores);
  least = select_score (order, MIN (N_CHAMPIONS, order->len) - 1);
  term->champions = g_array_sized_new (FALSE, FALSE, sizeof (CorSearchPosting), N_CHAMPIONS);
  for (guint i = 0; i < scores->len; i++)
    if (g_array_index (scores, float, i) >= 0 && g_array_index (scores, float, i) > least)
      g_array_append_val (term->champions, g_array_index (term->postings, CorSearchPosting, i));
  /* of equals the newest */
  for (guint i = scores->len; least >= 0 && i-- > 0 && term->champions->len < N_CHAMPIONS;)
    if (g_array_index (scores, float, i) == least)
      g_array_append_val (term->champions, g_array_index (term->postings, CorSearchPosting, i));
}

static const GArray *
get_postings (CorSearchIndex *index,
              CorSearchTerm  *term,
              const Means    *means)
{
  if (term->n_docs <= MANY)
    return term->postings;
  if (term->champions != NULL && term->champions->len > 2 * N_CHAMPIONS)
    g_clear_pointer (&term->champions, g_array_unref);
  if (term->champions == NULL)
    make_champions (index, term, means);
  return term->champions;
}

/**
 * cor_search_score_postings:
 * @words: (inout): for every article of the index a sum, 0 before
 * @concepts: (inout): likewise
 *
 * The first look: exact but for terms that thousands of articles have.
 */
void
cor_search_score_postings (CorSearchIndex         *index,
                           const CorSearchQuery   *query,
                           const CorSearchWeights *weights,
                           float                  *words,
                           float                  *concepts)
{
  const Means means = get_means (index, weights);

  for (guint i = 0; i < query->terms->len; i++)
    {
      const CorSearchQueryTerm *one = &g_array_index (query->terms, CorSearchQueryTerm, i);
      CorSearchTerm            *term = cor_search_index_get_term (index, one->term);
      const GArray             *postings = get_postings (index, term, &means);
      double                    weight = one->weight * cor_search_score_idf (index, term->n_docs);

      for (guint j = 0; j < postings->len; j++)
        {
          const CorSearchPosting *posting = &g_array_index (postings, CorSearchPosting, j);

          words[posting->doc] += (float) (weight * score_word (cor_search_index_get_doc (index, posting->doc), &means, posting->count, posting->in_title));
        }
    }
  for (guint i = 0; i < query->concepts->len; i++)
    {
      guint          number = 0;
      CorSearchTerm *term = NULL;
      const GArray  *postings = NULL;
      double         weight;

      if (!cor_search_index_find_concept (index, g_array_index (query->concepts, guint, i), &number))
        continue;
      term = cor_search_index_get_term (index, number);
      postings = get_postings (index, term, &means);
      weight = cor_search_score_idf (index, term->n_docs);
      for (guint j = 0; j < postings->len; j++)
        {
          const CorSearchPosting *posting = &g_array_index (postings, CorSearchPosting, j);

          concepts[posting->doc] += (float) (weight * score_concept (cor_search_index_get_doc (index, posting->doc), &means, posting->count));
        }
    }
}

/* What the query wants of a term. */
typedef struct
{
  guint  term;
  double weight;          /* of the query, with the rarity */
  double rarity;          /* for passages */
  guint  count, in_title; /* in the article under the eye */
  double same, other;     /* what the concept counts in an article in the question's language, and in another's */
  double meaning;         /* of a term of the glossary, for passages in another language */
  double foreign;         /* what the word counts in an article in another language */
} Want;

typedef struct
{
  GArray  *wants;
  guint16 *marks; /* of every term of the index: which want it is, + 1 */
} Wants;

static void
wants_clear (Wants *self)
{
  for (guint i = 0; i < self->wants->len; i++)
    self->marks[g_array_index (self->wants, Want, i).term] = 0;
  g_array_unref (self->wants);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wants, wants_clear)

static double
get_foreign (CorSearchIndex           *index,
             const CorSearchQueryTerm *term)
{
  if (cor_search_index_get_term (index, term->term)->kind == COR_SEARCH_SIGN)
    return 1; /* Chinese and Japanese have most of theirs in common */
  return term->match != COR_SEARCH_EXACT || term->weight <= COR_SEARCH_WEIGHT_STOP ? 0 : WORD_FOREIGN;
}

/* @i: of terms and concepts together */
static double
get_span (const CorSearchQuery *query,
          guint                 i)
{
  return g_array_index (query->spans, float, i - query->terms->len);
}

static Wants
make_wants (CorSearchIndex       *index,
            const CorSearchQuery *query)
{
  Wants wants = { g_array_new (FALSE, FALSE, sizeof (Want)), cor_search_index_get_marks (index) };

  for (guint i = 0; i < query->terms->len + query->concepts->len && wants.wants->len < G_MAXUINT16; i++)
    {
      Want                 want = { .weight = 1 };
      const CorSearchTerm *term = NULL;
      double               share = 1;

      if (i < query->terms->len)
        {
          want.term = g_array_index (query->terms, CorSearchQueryTerm, i).term;
          want.weight = g_array_index (query->terms, CorSearchQueryTerm, i).weight;
          want.foreign = get_foreign (index, &g_array_index (query->terms, CorSearchQueryTerm, i));
        }
      else if (!cor_search_index_find_concept (index, g_array_index (query->concepts, guint, i - query->terms->len), &want.term))
        continue;
      term = cor_search_index_get_term (index, want.term);
      want.same = want.other = 1;
      if (term->kind == COR_SEARCH_CONCEPT)
        share = CONCEPT_IN_PASSAGE;
      if (term->kind == COR_SEARCH_CONCEPT && cor_search_concepts_is_term (term->concept))
        {
          share = TERM_IN_PASSAGE;
          want.same = i < query->terms->len + query->n_said ? TERM_SAME : TERM_MEANT;
          want.other = i < query->terms->len + query->n_said ? TERM_OTHER : TERM_MEANT_OTHER;
          want.meaning = i < query->terms->len + query->n_said ? get_span (query, i) * cor_search_index_get_rarity (index, want.term) : 0;
          if (i < query->terms->len + query->n_said)
            want.other *= get_span (query, i);
        }
      want.rarity = share * cor_search_index_get_rarity (index, want.term);
      want.weight *= cor_search_score_idf (index, term->n_docs);
      g_array_append_val (wants.wants, want);
      wants.marks[want.term] = (guint16) wants.wants->len;
    }
  return wants;
}

/* Counts what the article has of what is wanted. */
static void
count_wants (const CorSearchDoc *doc,
             const Wants        *wants)
{
  Want *all = (Want *) (gpointer) wants->wants->data;

  for (guint i = 0; i < wants->wants->len; i++)
    all[i].count = all[i].in_title = 0;
  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    for (guint32 i = 0; i < doc->passages[at + 1]; i++)
      {
        guint32 entry = doc->passages[at + 2 + i];
        guint   mark = wants->marks[COR_SEARCH_ENTRY_TERM (entry)];

        if (mark == 0)
          continue;
        all[mark - 1].count += COR_SEARCH_ENTRY_COUNT (entry) * (doc->passages[at] == COR_SEARCH_TAG ? 2 : 1);
        if (doc->passages[at] == COR_SEARCH_TITLE)
          all[mark - 1].in_title += COR_SEARCH_ENTRY_COUNT (entry);
      }
}

/**
 * cor_search_score_exactly:
 * @candidates: (element-type CorSearchCandidate): their words and concepts are scored anew
 *
 * For the articles that only a champion's list let through.
 */
void
cor_search_score_exactly (CorSearchIndex         *index,
                          const CorSearchQuery   *query,
                          const CorSearchWeights *weights,
                          GArray                 *candidates)
{
  const Means means = get_means (index, weights);
  g_auto (Wants) wants = make_wants (index, query);

  for (guint i = 0; i < candidates->len; i++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, i);
      const CorSearchDoc *doc = cor_search_index_get_doc (index, candidate->doc);
      gboolean            is_named = cor_search_doc_is_template (doc);

      count_wants (doc, &wants);
      candidate->words = candidate->concepts = 0;
      for (guint j = 0; j < wants.wants->len; j++)
        {
          const Want *want = &g_array_index (wants.wants, Want, j);

          if (want->count == 0)
            continue;
          if (j < query->terms->len)
            candidate->words += want->weight * score_word (doc, &means, want->count, want->in_title) * (candidate->is_foreign ? want->foreign : 1);
          else if (candidate->is_foreign)
            candidate->concepts += want->weight * (score_concept (doc, &means, want->count) + (is_named ? 0 : score_concept_title (doc, &means, want->in_title))) * want->other;
          else
            candidate->concepts += want->weight * score_concept (doc, &means, want->count) * (candidate->is_other_language ? want->other : want->same);
        }
    }
}

/* 1 + log (count), as a passage says most words once. */
static double
soften (guint count)
{
  return count == 1 ? 1 : 1 + log (count);
}

static double
get_entry_weight (CorSearchIndex *index,
                  guint32         entry,
                  gboolean        is_foreign)
{
  guint                number = COR_SEARCH_ENTRY_TERM (entry);
  const CorSearchTerm *term = cor_search_index_get_term (index, number);
  double               weight = soften (COR_SEARCH_ENTRY_COUNT (entry)) * cor_search_index_get_rarity (index, number);

  if (is_foreign)
    return term->kind == COR_SEARCH_CONCEPT && cor_search_concepts_is_term (term->concept) ? weight : 0;
  if (term->kind != COR_SEARCH_CONCEPT)
    return weight;
  return weight * (cor_search_concepts_is_term (term->concept) ? TERM_IN_PASSAGE : CONCEPT_IN_PASSAGE);
}

/* The cosine of a passage and the question, whose own length is @norm. Between two languages it is one of meanings. */
static double
score_passage (CorSearchIndex *index,
               const guint32  *entries,
               guint32         n_entries,
               const Wants    *wants,
               double          norm,
               gboolean        is_foreign)
{
  double dot = 0;
  double length = 0;

  for (guint32 i = 0; i < n_entries; i++)
    {
      guint mark = wants->marks[COR_SEARCH_ENTRY_TERM (entries[i])];

      if (mark != 0)
        {
          const Want *want = &g_array_index (wants->wants, Want, mark - 1);

          dot += get_entry_weight (index, entries[i], is_foreign) * (is_foreign ? want->meaning : want->rarity);
        }
    }
  if (dot <= 0)
    return 0;
  for (guint32 i = 0; i < n_entries; i++)
    {
      double weight = get_entry_weight (index, entries[i], is_foreign);

      length += weight * weight;
    }
  return dot / sqrt (norm * length);
}

/* No passage has all the words that one may have been begun for: the question is as long as if it had the first of them. */
static gboolean
is_first_choice (const CorSearchQuery *query,
                 guint                 want)
{
  guint choice = want < query->terms->len ? g_array_index (query->terms, CorSearchQueryTerm, want).choice : 0;

  for (guint i = 0; choice > 0 && i < want; i++)
    if (g_array_index (query->terms, CorSearchQueryTerm, i).choice == choice)
      return FALSE;
  return TRUE;
}

/**
 * cor_search_score_passages:
 *
 * How well single passages fit the whole question, most of all the best one.
 */
void
cor_search_score_passages (CorSearchIndex       *index,
                           const CorSearchQuery *query,
                           GArray               *candidates)
{
  g_auto (Wants) wants = make_wants (index, query);
  double norms[2] = { 0 };

  for (guint i = 0; i < wants.wants->len; i++)
    {
      const Want *want = &g_array_index (wants.wants, Want, i);

      norms[0] += is_first_choice (query, i) ? want->rarity * want->rarity : 0;
      norms[1] += want->meaning * want->meaning;
    }
  for (guint c = 0; c < candidates->len; c++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, c);
      const CorSearchDoc *doc = cor_search_index_get_doc (index, candidate->doc);
      double              sums[2] = { 0 }; /* by words, and by meanings */

      /* an article may list the questions of other languages in their words */
      for (guint i = 0; i < (candidate->is_foreign ? 2 : 1); i++)
        for (guint32 at = 0; norms[i] > 0 && at < doc->n_words; at += 2 + doc->passages[at + 1])
          sums[i] += expm1 (score_passage (index, doc->passages + at + 2, doc->passages[at + 1], &wants, norms[i], i != 0) / TEMPERATURE);
      candidate->passages = TEMPERATURE * log1p (MAX (sums[0], sums[1]));
    }
}
