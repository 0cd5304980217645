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
#define TITLE_WEIGHT 0.5
#define CONCEPTS_K1 5.0
#define CONCEPTS_B 0.6
#define PAIRS_K1 5.0
#define PAIRS_B 0.75
#define GRAMS_K1 2.5
#define GRAMS_B 0.75

/* Of a term in more articles than this only the best are looked at first; the exact score comes after. */
#define MANY 5000
#define N_CHAMPIONS 1500

/* How fast a passage that fits less counts less. */
#define TEMPERATURE 0.1
#define CONCEPT_IN_PASSAGE 0.7
#define TERM_IN_PASSAGE 0.0

/* What a term of the glossary counts beside its word, and where the article has another language's word for it. */
#define TERM_SAME 0.1
#define TERM_OTHER 0.7

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
} Means;

static Means
get_means (CorSearchIndex *index)
{
  return (Means){ cor_search_index_get_mean (index, COR_SEARCH_LENGTH_WORDS), cor_search_index_get_mean (index, COR_SEARCH_LENGTH_TITLE),
                  cor_search_index_get_mean (index, COR_SEARCH_LENGTH_CONCEPTS) };
}

static double
score_word (const CorSearchDoc *doc,
            const Means        *means,
            guint               count,
            guint               in_title)
{
  double score = cor_search_score_bm25 (count, doc->lengths[COR_SEARCH_LENGTH_WORDS], means->words, WORDS_K1, WORDS_B);

  if (in_title > 0)
    score += TITLE_WEIGHT * cor_search_score_bm25 (in_title, doc->lengths[COR_SEARCH_LENGTH_TITLE], means->title, TITLE_K1, TITLE_B);
  return score;
}

static double
score_concept (const CorSearchDoc *doc,
               const Means        *means,
               guint               count)
{
  return cor_search_score_bm25 (count, doc->lengths[COR_SEARCH_LENGTH_CONCEPTS], means->concepts, CONCEPTS_K1, CONCEPTS_B);
}

typedef struct
{
  CorSearchPosting posting;
  float            score;
} Champion;

static int
compare_champions (gconstpointer a,
                   gconstpointer b)
{
  float one = ((const Champion *) a)->score;
  float two = ((const Champion *) b)->score;

  return one > two ? -1 : one < two;
}

static void
make_champions (CorSearchIndex *index,
                CorSearchTerm  *term,
                const Means    *means)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (Champion), term->postings->len);

  for (guint i = 0; i < term->postings->len; i++)
    {
      Champion            champion = { g_array_index (term->postings, CorSearchPosting, i), 0 };
      const CorSearchDoc *doc = cor_search_index_get_doc (index, champion.posting.doc);

      if (!doc->is_alive)
        continue;
      champion.score = (float) (term->kind == COR_SEARCH_CONCEPT ? score_concept (doc, means, champion.posting.count) : score_word (doc, means, champion.posting.count, champion.posting.in_title));
      g_array_append_val (all, champion);
    }
  g_array_sort (all, compare_champions);
  term->champions = g_array_sized_new (FALSE, FALSE, sizeof (CorSearchPosting), N_CHAMPIONS);
  for (guint i = 0; i < MIN (all->len, N_CHAMPIONS); i++)
    g_array_append_val (term->champions, g_array_index (all, Champion, i).posting);
}

static const GArray *
get_postings (CorSearchIndex *index,
              CorSearchTerm  *term,
              const Means    *means)
{
  if (term->n_docs <= MANY)
    return term->postings;
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
cor_search_score_postings (CorSearchIndex       *index,
                           const CorSearchQuery *query,
                           float                *words,
                           float                *concepts)
{
  const Means means = get_means (index);

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
  double   weight;          /* of the query, with the rarity */
  double   rarity;          /* for passages */
  guint    count, in_title; /* in the article under the eye */
  gboolean is_term;         /* of the glossary */
} Want;

static GHashTable *
make_wants (CorSearchIndex       *index,
            const CorSearchQuery *query,
            GArray               *wants)
{
  GHashTable *table = g_hash_table_new (NULL, NULL);
  double      n = cor_search_index_get_n_live (index);

  for (guint i = 0; i < query->terms->len + query->concepts->len; i++)
    {
      guint  term = 0;
      Want   want = { .weight = 1 };
      double n_docs;

      if (i < query->terms->len)
        {
          term = g_array_index (query->terms, CorSearchQueryTerm, i).term;
          want.weight = g_array_index (query->terms, CorSearchQueryTerm, i).weight;
        }
      else if (!cor_search_index_find_concept (index, g_array_index (query->concepts, guint, i - query->terms->len), &term))
        continue;
      n_docs = cor_search_index_get_term (index, term)->n_docs;
      want.is_term = i >= query->terms->len && cor_search_concepts_is_term (cor_search_index_get_term (index, term)->concept);
      want.rarity = log (1 + n / (n_docs + 0.5)) * (i < query->terms->len ? 1 : want.is_term ? TERM_IN_PASSAGE
                                                                                             : CONCEPT_IN_PASSAGE);
      want.weight *= cor_search_score_idf (index, (guint) n_docs);
      g_array_append_val (wants, want);
      g_hash_table_insert (table, GUINT_TO_POINTER (term), GUINT_TO_POINTER (wants->len));
    }
  return table;
}

/* Counts what the article has of what is wanted. */
static void
count_wants (const CorSearchDoc *doc,
             GHashTable         *table,
             GArray             *wants)
{
  for (guint i = 0; i < wants->len; i++)
    {
      g_array_index (wants, Want, i).count = 0;
      g_array_index (wants, Want, i).in_title = 0;
    }
  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    for (guint32 i = 0; i < doc->passages[at + 1]; i++)
      {
        guint32 entry = doc->passages[at + 2 + i];
        guint   want = GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (COR_SEARCH_ENTRY_TERM (entry))));

        if (want == 0)
          continue;
        g_array_index (wants, Want, want - 1).count += COR_SEARCH_ENTRY_COUNT (entry) * (doc->passages[at] == COR_SEARCH_TAG ? 2 : 1);
        if (doc->passages[at] == COR_SEARCH_TITLE)
          g_array_index (wants, Want, want - 1).in_title += COR_SEARCH_ENTRY_COUNT (entry);
      }
}

/**
 * cor_search_score_exactly:
 * @candidates: (element-type CorSearchCandidate): their words and concepts are scored anew
 *
 * For the articles that only a champion's list let through.
 */
void
cor_search_score_exactly (CorSearchIndex       *index,
                          const CorSearchQuery *query,
                          GArray               *candidates)
{
  const Means means = get_means (index);
  g_autoptr (GArray) wants = g_array_new (FALSE, FALSE, sizeof (Want));
  g_autoptr (GHashTable) table = make_wants (index, query, wants);

  for (guint i = 0; i < candidates->len; i++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, i);
      const CorSearchDoc *doc = cor_search_index_get_doc (index, candidate->doc);

      count_wants (doc, table, wants);
      candidate->words = candidate->concepts = 0;
      for (guint j = 0; j < wants->len; j++)
        {
          const Want *want = &g_array_index (wants, Want, j);

          if (want->count == 0)
            continue;
          if (j < query->terms->len)
            candidate->words += want->weight * score_word (doc, &means, want->count, want->in_title);
          else
            candidate->concepts += want->weight * score_concept (doc, &means, want->count) *
                                   (!want->is_term ? 1 : candidate->is_other_language ? TERM_OTHER
                                                                                      : TERM_SAME);
        }
    }
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
  enum
  {
    MOST = 24
  };
  double mean = cor_search_index_get_mean (index, COR_SEARCH_LENGTH_PAIRS);
  guint  n = MIN (query->concepts->len, MOST);
  double idf[MOST][MOST];
  guint  terms[MOST];

  for (guint i = 0; i < n; i++)
    if (cor_search_concepts_is_term (g_array_index (query->concepts, guint, i)) ||
        !cor_search_index_find_concept (index, g_array_index (query->concepts, guint, i), &terms[i]))
      terms[i] = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      idf[i][j] = cor_search_score_idf (index, cor_search_index_get_pair_n_docs (index, g_array_index (query->concepts, guint, i),
                                                                                 g_array_index (query->concepts, guint, j)));
  for (guint c = 0; c < candidates->len; c++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, c);
      const CorSearchDoc *doc = cor_search_index_get_doc (index, candidate->doc);
      guint               counts[MOST][MOST] = { { 0 } };

      candidate->pairs = 0;
      for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
        {
          guint here[MOST];
          guint n_here = 0;

          for (guint i = 0; i < n; i++)
            for (guint32 k = 0; k < doc->passages[at + 1]; k++)
              if (COR_SEARCH_ENTRY_TERM (doc->passages[at + 2 + k]) == terms[i])
                {
                  here[n_here++] = i;
                  break;
                }
          for (guint i = 0; i < n_here; i++)
            for (guint j = i + 1; j < n_here; j++)
              counts[here[i]][here[j]]++;
        }
      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          if (counts[i][j] > 0)
            candidate->pairs += idf[i][j] * cor_search_score_bm25 (counts[i][j], doc->lengths[COR_SEARCH_LENGTH_PAIRS], mean, PAIRS_K1, PAIRS_B);
    }
}

static void
add_gram (GHashTable *grams,
          GArray     *counts,
          const char *letters,
          guint       n)
{
  guint32 key = 0;
  guint   number;

  for (guint i = 0; i < n; i++)
    key = key << 8 | (guchar) letters[i];
  number = GPOINTER_TO_UINT (g_hash_table_lookup (grams, GUINT_TO_POINTER (key)));
  if (number == 0)
    {
      g_array_append_val (counts, ((double[]){ 0 })[0]);
      number = counts->len;
      g_hash_table_insert (grams, GUINT_TO_POINTER (key), GUINT_TO_POINTER (number));
    }
  g_array_index (counts, double, number - 1) += 1;
}

/* Which of the query's three and four letters in a row a word has, as often as it has them. */
static GArray *
find_grams (GHashTable *grams,
            const char *word)
{
  GArray          *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *marked = g_strconcat ("_", word, NULL);

  for (const char *p = marked; p[0] != '\0' && p[1] != '\0' && p[2] != '\0'; p++)
    {
      guint32 three = (guint32) (guchar) p[0] << 16 | (guint32) (guchar) p[1] << 8 | (guchar) p[2];
      guint   number = GPOINTER_TO_UINT (g_hash_table_lookup (grams, GUINT_TO_POINTER (three)));

      if (number != 0)
        g_array_append_val (found, number);
      number = p[3] != '\0' ? GPOINTER_TO_UINT (g_hash_table_lookup (grams, GUINT_TO_POINTER (three << 8 | (guchar) p[3]))) : 0;
      if (number != 0)
        g_array_append_val (found, number);
    }
  return found;
}

static void
count_grams (CorSearchIndex     *index,
             const CorSearchDoc *doc,
             GHashTable         *grams,
             GHashTable         *of_terms,
             float              *counts)
{
  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    for (guint32 i = 0; i < doc->passages[at + 1]; i++)
      {
        guint32              entry = doc->passages[at + 2 + i];
        gpointer             key = GUINT_TO_POINTER (COR_SEARCH_ENTRY_TERM (entry));
        const CorSearchTerm *term = cor_search_index_get_term (index, COR_SEARCH_ENTRY_TERM (entry));
        const GArray        *found = NULL;

        if (term->kind != COR_SEARCH_WORD)
          continue;
        found = g_hash_table_lookup (of_terms, key);
        if (found == NULL)
          {
            found = find_grams (grams, term->text);
            g_hash_table_insert (of_terms, key, (gpointer) found);
          }
        for (guint j = 0; j < found->len; j++)
          counts[g_array_index (found, guint, j) - 1] += (float) COR_SEARCH_ENTRY_COUNT (entry);
      }
}

/**
 * cor_search_score_grams:
 *
 * Words alike in letters: what the stemmer parts, compounds, misspelled words. Rarity is counted among the
 * candidates.
 */
void
cor_search_score_grams (CorSearchIndex       *index,
                        const CorSearchQuery *query,
                        GArray               *candidates)
{
  g_autoptr (GHashTable) grams = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) of_terms = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree float *counts = NULL;
  double            mean = cor_search_index_get_mean (index, COR_SEARCH_LENGTH_GRAMS);

  for (guint i = 0; i < query->stems->len; i++)
    {
      g_autofree char *marked = g_strconcat ("_", g_ptr_array_index (query->stems, i), NULL);

      for (const char *p = marked; p[0] != '\0' && p[1] != '\0' && p[2] != '\0'; p++)
        {
          add_gram (grams, wanted, p, 3);
          if (p[3] != '\0')
            add_gram (grams, wanted, p, 4);
        }
    }
  if (wanted->len == 0)
    return;
  counts = g_new0 (float, (gsize) wanted->len * candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    count_grams (index, cor_search_index_get_doc (index, g_array_index (candidates, CorSearchCandidate, i).doc), grams, of_terms,
                 counts + (gsize) i * wanted->len);
  for (guint g = 0; g < wanted->len; g++)
    {
      guint  n_docs = 0;
      double idf;

      for (guint i = 0; i < candidates->len; i++)
        n_docs += counts[(gsize) i * wanted->len + g] > 0;
      idf = log (1 + (candidates->len - n_docs + 0.5) / (n_docs + 0.5)) * g_array_index (wanted, double, g);
      for (guint i = 0; i < candidates->len; i++)
        {
          CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, i);
          double              count = counts[(gsize) i * wanted->len + g];

          if (count > 0)
            candidate->grams += idf * cor_search_score_bm25 (count, cor_search_index_get_doc (index, candidate->doc)->lengths[COR_SEARCH_LENGTH_GRAMS],
                                                             mean, GRAMS_K1, GRAMS_B);
        }
    }
}

static double
get_entry_weight (CorSearchIndex *index,
                  guint32         entry,
                  double          n)
{
  const CorSearchTerm *term = cor_search_index_get_term (index, COR_SEARCH_ENTRY_TERM (entry));
  double               rarity = log (1 + n / (term->n_docs + 0.5)) * (term->kind != COR_SEARCH_CONCEPT ? 1 : cor_search_concepts_is_term (term->concept) ? TERM_IN_PASSAGE
                                                                                                                                                         : CONCEPT_IN_PASSAGE);

  return (1 + log (COR_SEARCH_ENTRY_COUNT (entry))) * rarity;
}

/**
 * cor_search_score_passages:
 *
 * How well single passages fit the whole question (cosine), most of all the best one.
 */
void
cor_search_score_passages (CorSearchIndex       *index,
                           const CorSearchQuery *query,
                           GArray               *candidates)
{
  g_autoptr (GArray) wants = g_array_new (FALSE, FALSE, sizeof (Want));
  g_autoptr (GHashTable) table = make_wants (index, query, wants);
  double n = cor_search_index_get_n_live (index);
  double norm = 0;

  for (guint i = 0; i < wants->len; i++)
    norm += g_array_index (wants, Want, i).rarity * g_array_index (wants, Want, i).rarity;
  for (guint c = 0; norm > 0 && c < candidates->len; c++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, c);
      const CorSearchDoc *doc = cor_search_index_get_doc (index, candidate->doc);
      double              sum = 0;

      for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
        {
          double dot = 0;
          double length = 0;

          for (guint32 i = 0; i < doc->passages[at + 1]; i++)
            {
              guint32 entry = doc->passages[at + 2 + i];
              guint   want = GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (COR_SEARCH_ENTRY_TERM (entry))));
              double  weight = get_entry_weight (index, entry, n);

              length += weight * weight;
              if (want != 0)
                dot += weight * g_array_index (wants, Want, want - 1).rarity;
            }
          if (dot > 0)
            sum += exp (dot / sqrt (norm * length) / TEMPERATURE) - 1;
        }
      candidate->passages = TEMPERATURE * log1p (sum);
    }
}
