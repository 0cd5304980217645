/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-grams"

#include "config.h"

#include "cor-search-score.h"

#include <math.h>

/* As in cor-search-score.c. */
#define GRAMS_K1 2.5
#define GRAMS_B 0.75

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

typedef struct
{
  guint   term;
  GArray *grams;
} GramsOfTerm;

static void
grams_of_term_free (gpointer data)
{
  g_array_unref (((GramsOfTerm *) data)->grams);
  g_free (data);
}

static void
count_grams (CorSearchIndex     *index,
             const CorSearchDoc *doc,
             GHashTable         *grams,
             guint16            *marks,
             GPtrArray          *of_terms,
             float              *counts)
{
  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    for (guint32 i = 0; i < doc->passages[at + 1]; i++)
      {
        guint32              entry = doc->passages[at + 2 + i];
        guint                number = COR_SEARCH_ENTRY_TERM (entry);
        const CorSearchTerm *term = cor_search_index_get_term (index, number);
        const GArray        *found = NULL;

        if (term->kind != COR_SEARCH_WORD || (marks[number] == 0 && of_terms->len == G_MAXUINT16))
          continue;
        if (marks[number] == 0)
          {
            GramsOfTerm *one = g_new0 (GramsOfTerm, 1);

            one->term = number;
            one->grams = find_grams (grams, term->text);
            g_ptr_array_add (of_terms, one);
            marks[number] = (guint16) of_terms->len;
          }
        found = ((GramsOfTerm *) g_ptr_array_index (of_terms, marks[number] - 1))->grams;
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
  g_autoptr (GPtrArray) of_terms = g_ptr_array_new_with_free_func (grams_of_term_free);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree float *counts = NULL;
  guint16          *marks = cor_search_index_get_marks (index);
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
    count_grams (index, cor_search_index_get_doc (index, g_array_index (candidates, CorSearchCandidate, i).doc), grams, marks, of_terms,
                 counts + (gsize) i * wanted->len);
  for (guint i = 0; i < of_terms->len; i++)
    marks[((GramsOfTerm *) g_ptr_array_index (of_terms, i))->term] = 0;
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
