/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-index"

#include "config.h"

#include "cor-search-index.h"

#include "cor-article-data.h"
#include "cor-language.h"
#include "cor-search-concepts.h"
#include "cor-search-index-private.h"

#include <math.h>
#include <string.h>

static void
term_free (gpointer data)
{
  CorSearchTerm *term = data;

  g_array_unref (term->postings);
  g_clear_pointer (&term->champions, g_array_unref);
  g_free (term);
}

static void
doc_clear (gpointer data)
{
  g_clear_pointer (&((CorSearchDoc *) data)->passages, g_free);
}

static void
make_tables (CorSearchIndex *self)
{
  gsize n = cor_search_concepts_get_n ();

  for (guint i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    self->numbers[i] = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (64 * 1024);
  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->words = g_array_new (FALSE, FALSE, sizeof (CorSearchWord));
  self->concepts = g_new0 (guint, n + 1);
  self->pairs = g_new0 (guint32, n * n + 1);
  self->pair_marks = g_new0 (guint32, n * n + 1);
  self->docs = g_array_new (FALSE, TRUE, sizeof (CorSearchDoc));
  g_array_set_clear_func (self->docs, doc_clear);
  self->articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->n_articles = g_hash_table_new (NULL, NULL);
  self->readings.pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->readings.n_read = self->readings.n_pairs = 0;
  self->n_live = 0;
  self->n_passages = 0;
  memset (self->sums, 0, sizeof self->sums);
}

static void
free_tables (CorSearchIndex *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    g_clear_pointer (&self->numbers[i], g_hash_table_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->concepts, g_free);
  g_clear_pointer (&self->pairs, g_free);
  g_clear_pointer (&self->pair_marks, g_free);
  g_clear_pointer (&self->docs, g_array_unref);
  g_clear_pointer (&self->articles, g_hash_table_unref);
  g_clear_pointer (&self->n_articles, g_hash_table_unref);
  g_clear_pointer (&self->readings.pairs, g_hash_table_unref);
  g_clear_pointer (&self->marks, g_free);
  self->n_marks = 0;
}

/**
 * cor_search_index_new:
 *
 * Made on the main thread, and has its tables from the first cor_search_index_clear() on: they ask for the glossary,
 * whose reading takes some tenths of a second.
 *
 * Returns: (transfer full): one that is yet to be cleared
 */
CorSearchIndex *
cor_search_index_new (void)
{
  CorSearchIndex *self = g_new0 (CorSearchIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->epoch = -1;
  self->readings.signs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

CorSearchIndex *
cor_search_index_ref (CorSearchIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cor_search_index_unref (CorSearchIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  free_tables (self);
  g_hash_table_unref (self->readings.signs);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
cor_search_index_lock (CorSearchIndex *self)
{
  g_mutex_lock (&self->mutex);
}

void
cor_search_index_unlock (CorSearchIndex *self)
{
  g_mutex_unlock (&self->mutex);
}

/**
 * cor_search_index_clear:
 *
 * Forgets all articles: they are put in again.
 */
void
cor_search_index_clear (CorSearchIndex *self)
{
  free_tables (self);
  make_tables (self);
}

gint64
cor_search_index_get_epoch (CorSearchIndex *self)
{
  return self->epoch;
}

gint64
cor_search_index_get_revision (CorSearchIndex *self)
{
  return self->revision;
}

/**
 * cor_search_index_set_state:
 *
 * Remembers up to where in the database it has read.
 */
void
cor_search_index_set_state (CorSearchIndex *self,
                            gint64          epoch,
                            gint64          revision)
{
  self->epoch = epoch;
  self->revision = revision;
}

/**
 * cor_search_index_set_warming:
 *
 * Says that somebody reads the articles piece by piece, so that a search need not read them first.
 */
void
cor_search_index_set_warming (CorSearchIndex *self,
                              gboolean        is_warming)
{
  self->is_warming = is_warming;
}

gboolean
cor_search_index_is_warming (CorSearchIndex *self)
{
  return self->is_warming;
}

/**
 * cor_search_index_set_facets:
 * @article: one that was put
 * @facets: its texts need not be interned
 */
void
cor_search_index_set_facets (CorSearchIndex        *self,
                             gint64                 article,
                             const CorSearchFacets *facets)
{
  guint         number = GPOINTER_TO_UINT (g_hash_table_lookup (self->articles, &article));
  CorSearchDoc *doc = number > 0 ? &g_array_index (self->docs, CorSearchDoc, number - 1) : NULL;

  if (doc == NULL)
    return;
  cor_search_index_count_article (self, doc, -1);
  doc->facets.kind = g_intern_string (facets->kind);
  doc->facets.category = g_intern_string (facets->category);
  doc->facets.source = g_intern_string (facets->source);
  doc->facets.audience = g_intern_string (facets->audience);
  doc->facets.corridors = g_intern_string (facets->corridors);
  doc->facets.currencies = g_intern_string (facets->currencies);
  cor_search_index_count_article (self, doc, 1);
}

/* @step is 1 or -1 */
void
cor_search_index_count_article (CorSearchIndex     *self,
                                const CorSearchDoc *doc,
                                int                 step)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->n_articles, doc->locale));

  if (!cor_search_doc_is_template (doc))
    g_hash_table_insert (self->n_articles, (gpointer) doc->locale, GINT_TO_POINTER (n + step));
}

/**
 * cor_search_index_is_served:
 * @language: such as "pt"
 *
 * Returns: whether there are articles in the language, at least half as many as in the one that has most; templates, which
 *   say what is answered and not why, do not count
 */
gboolean
cor_search_index_is_served (CorSearchIndex *self,
                            const char     *language)
{
  GHashTableIter iter;
  gpointer       locale, n;
  int            own = 0, most = 0;

  g_hash_table_iter_init (&iter, self->n_articles);
  while (g_hash_table_iter_next (&iter, &locale, &n))
    {
      most = MAX (most, GPOINTER_TO_INT (n));
      own = cor_language_matches (locale, language) ? MAX (own, GPOINTER_TO_INT (n)) : own;
    }
  return own * 2 >= most;
}

/**
 * cor_search_doc_is_template:
 *
 * The title of a template is its name, the same for its texts in all languages.
 */
gboolean
cor_search_doc_is_template (const CorSearchDoc *doc)
{
  return g_strcmp0 (doc->facets.kind, cor_article_kind_to_string (COR_ARTICLE_TEMPLATE)) == 0;
}

guint
cor_search_index_get_n_live (CorSearchIndex *self)
{
  return self->n_live;
}

/**
 * cor_search_index_get_n_passages:
 *
 * Returns: how many passages the articles have together
 */
guint
cor_search_index_get_n_passages (CorSearchIndex *self)
{
  return self->n_passages;
}

guint
cor_search_index_get_n_docs (CorSearchIndex *self)
{
  return self->docs->len;
}

guint
cor_search_index_get_n_terms (CorSearchIndex *self)
{
  return self->terms->len;
}

CorSearchTerm *
cor_search_index_get_term (CorSearchIndex *self,
                           guint           term)
{
  return g_ptr_array_index (self->terms, term);
}

const CorSearchDoc *
cor_search_index_get_doc (CorSearchIndex *self,
                          guint           doc)
{
  return &g_array_index (self->docs, CorSearchDoc, doc);
}

/**
 * cor_search_index_find_doc:
 * @article: its local id
 *
 * Returns: (transfer none) (nullable): the article, if it was read
 */
const CorSearchDoc *
cor_search_index_find_doc (CorSearchIndex *self,
                           gint64          article)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->articles, &article));

  return number != 0 ? cor_search_index_get_doc (self, number - 1) : NULL;
}

/**
 * cor_search_index_get_mean:
 *
 * Returns: the mean of that length over the articles, never 0
 */
double
cor_search_index_get_mean (CorSearchIndex *self,
                           CorSearchLength length)
{
  return MAX (self->sums[length] / MAX (self->n_live, 1), 0.01);
}

/**
 * cor_search_index_get_rarity:
 *
 * Returns: log (1 + articles / articles that have it), what a term counts in a passage
 */
float
cor_search_index_get_rarity (CorSearchIndex *self,
                             guint           term)
{
  CorSearchTerm *one = g_ptr_array_index (self->terms, term);

  if (one->rarity_at != self->n_changes)
    {
      one->rarity = (float) log (1 + self->n_live / (one->n_docs + 0.5));
      one->rarity_at = self->n_changes;
    }
  return one->rarity;
}

/**
 * cor_search_index_get_marks:
 *
 * Returns: (transfer none): a number for each term, all 0; who uses them puts them back to 0
 */
guint16 *
cor_search_index_get_marks (CorSearchIndex *self)
{
  if (self->n_marks < self->terms->len)
    {
      guint n = self->terms->len + self->terms->len / 4 + 1;

      self->marks = g_renew (guint16, self->marks, n);
      memset (self->marks + self->n_marks, 0, (n - self->n_marks) * sizeof (guint16));
      self->n_marks = n;
    }
  return self->marks;
}

/**
 * cor_search_index_find:
 * @kind: word or sign
 * @term: (out): its number
 *
 * Returns: whether any article has, or had, it
 */
gboolean
cor_search_index_find (CorSearchIndex *self,
                       CorSearchKind   kind,
                       const char     *text,
                       guint          *term)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers[kind], text));

  *term = number - 1;
  return number != 0;
}

gboolean
cor_search_index_find_concept (CorSearchIndex *self,
                               guint           concept,
                               guint          *term)
{
  *term = self->concepts[concept] - 1;
  return self->concepts[concept] != 0;
}

/**
 * cor_search_index_get_pair_n_docs:
 *
 * Returns: how many articles say both concepts in one passage
 */
guint
cor_search_index_get_pair_n_docs (CorSearchIndex *self,
                                  guint           concept_a,
                                  guint           concept_b)
{
  return self->pairs[MIN (concept_a, concept_b) * (gsize) cor_search_concepts_get_n () + MAX (concept_a, concept_b)];
}

/**
 * cor_search_index_get_words:
 *
 * Returns: (transfer none) (element-type CorSearchWord): the terms that are words
 */
const GArray *
cor_search_index_get_words (CorSearchIndex *self)
{
  return self->words;
}

/**
 * cor_search_index_list_letters:
 * @len: bytes of @word
 *
 * Returns: which letters a word has, a bit for each: one edit changes two of them at most
 */
guint32
cor_search_index_list_letters (const char *word,
                               gsize       len)
{
  guint32 letters = 0;

  for (gsize i = 0; i < len; i++)
    letters |= (guint32) 1 << ((guchar) word[i] & 31);
  return letters;
}

/**
 * cor_search_index_read_head:
 *
 * Returns: the first four bytes of a word, the first one highest
 */
guint32
cor_search_index_read_head (const char *word)
{
  guint32 head = 0;

  for (guint i = 0; i < 4 && word[i] != '\0'; i++)
    head |= (guint32) (guchar) word[i] << (24 - 8 * i);
  return head;
}

/**
 * cor_search_index_get_readings:
 *
 * Returns: (transfer none): how the pairs of signs are read, as far as cor_search_near_read() came
 */
CorSearchReadings *
cor_search_index_get_readings (CorSearchIndex *self)
{
  return &self->readings;
}
