/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-query"

#include "config.h"

#include "cor-search-query.h"

#include "cor-language.h"
#include "cor-script.h"
#include "cor-search-concepts.h"
#include "cor-search-near.h"

#include <string.h>

/* A pasted letter is read up to here; a question is far shorter. */
#define MAX_BYTES 2000

#define MAX_COMPLETIONS 20

/* Words looked for by their likeness: each costs a walk over all words of the index. */
#define MAX_NEAR 12

/* Whoever says AC04 asks about AC04. */
#define WEIGHT_CODE 1.5f

/* A whole question that the glossary knows stands for so many of its words at most. */
#define MAX_SPAN 4

static void
taken_free (gpointer data)
{
  CorSearchTaken *taken = data;

  g_free (taken->asked);
  g_free (taken->taken);
  g_free (taken);
}

void
cor_search_query_free (CorSearchQuery *self)
{
  g_ptr_array_unref (self->taken);
  g_array_unref (self->terms);
  g_array_unref (self->concepts);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->unknown);
  g_ptr_array_unref (self->stems);
  g_free (self);
}

/* One term counts once for each time it is said, with the best of its matches. */
static void
merge (CorSearchQuery           *self,
       const CorSearchQueryTerm *term)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      CorSearchQueryTerm *known = &g_array_index (self->terms, CorSearchQueryTerm, i);

      if (known->term != term->term)
        continue;
      known->weight += term->weight;
      known->match = MIN (known->match, term->match);
      return;
    }
  g_array_append_val (self->terms, *term);
}

static gboolean
add_exact (CorSearchQuery *self,
           CorSearchIndex *index,
           CorSearchKind   kind,
           const char     *text,
           float           weight)
{
  CorSearchQueryTerm term = { 0, weight, COR_SEARCH_EXACT };

  if (!cor_search_index_find (index, kind, text, &term.term) || cor_search_index_get_term (index, term.term)->n_docs == 0)
    return FALSE;
  merge (self, &term);
  return TRUE;
}

static void
note_taken (CorSearchQuery *self,
            CorSearchIndex *index,
            const char     *asked,
            const GArray   *found)
{
  const CorSearchQueryTerm *best = found->len > 0 ? &g_array_index (found, CorSearchQueryTerm, 0) : NULL;
  CorSearchTaken           *taken = NULL;

  if (best == NULL || best->match == COR_SEARCH_EXACT)
    return;
  taken = g_new0 (CorSearchTaken, 1);
  taken->asked = g_strdup (asked);
  taken->taken = g_strdup (cor_search_index_get_term (index, best->term)->text);
  taken->match = best->match;
  g_ptr_array_add (self->taken, taken);
}

static void
add_near (CorSearchQuery *self,
          CorSearchIndex *index,
          const CorTerm  *term,
          gboolean        is_last,
          guint          *n_near)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CorSearchQueryTerm));
  float    weight = 1.0f;
  gboolean is_word = term->kind == COR_TERM_WORD;

  /* a word that says little is not worth a search for words like it */
  if (term->is_stop || ++*n_near > MAX_NEAR)
    return;
  if (!(is_word && cor_search_near_stem (index, term->surface, weight, found)) &&
      !(is_last && cor_search_near_prefix (index, term->surface, weight, MAX_COMPLETIONS, found)) &&
      !(is_word && cor_search_near_pinyin (index, term->surface, weight, found)) &&
      !(is_word && cor_search_near_typo (index, term->text, weight, found)) &&
      !cor_search_near_prefix (index, term->surface, weight, MAX_COMPLETIONS, found))
    g_ptr_array_add (self->unknown, g_strdup (term->surface));
  note_taken (self, index, term->surface, found);
  self->n_choices++;
  for (guint i = 0; i < found->len; i++)
    {
      g_array_index (found, CorSearchQueryTerm, i).choice = self->n_choices;
      merge (self, &g_array_index (found, CorSearchQueryTerm, i));
    }
}

/* The word under the pen is also the beginning of others; whoever has finished it is not to find something else for those. */
static void
add_completions (CorSearchQuery *self,
                 CorSearchIndex *index,
                 const CorTerm  *term)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CorSearchQueryTerm));
  guint exact = 0;

  self->n_choices++;
  if (cor_search_index_find (index, COR_SEARCH_WORD, term->text, &exact))
    for (guint i = 0; i < self->terms->len; i++)
      if (g_array_index (self->terms, CorSearchQueryTerm, i).term == exact)
        g_array_index (self->terms, CorSearchQueryTerm, i).choice = self->n_choices;
  cor_search_near_prefix (index, term->surface, term->is_stop ? COR_SEARCH_WEIGHT_STOP : 1.0f, MAX_COMPLETIONS, found);
  for (guint i = 0; i < found->len; i++)
    {
      CorSearchQueryTerm *one = &g_array_index (found, CorSearchQueryTerm, i);
      gboolean            is_known = FALSE;

      for (guint j = 0; j < self->terms->len; j++)
        is_known |= g_array_index (self->terms, CorSearchQueryTerm, j).term == one->term;
      one->choice = self->n_choices;
      if (!is_known)
        g_array_append_val (self->terms, *one);
    }
}

static void
add_sign (CorSearchQuery *self,
          CorSearchIndex *index,
          const CorTerm  *term,
          const CorTerm  *before)
{
  add_exact (self, index, COR_SEARCH_SIGN, term->text, term->is_stop ? COR_SEARCH_WEIGHT_STOP : 1.0f);
  if (before != NULL && before->kind == COR_TERM_SIGN)
    {
      g_autofree char *pair = g_strconcat (before->text, term->text, NULL);

      add_exact (self, index, COR_SEARCH_SIGN, pair, term->is_stop_pair || before->is_stop_pair ? COR_SEARCH_WEIGHT_STOP : 1.0f);
    }
}

/* "dao zhang": how many of the words that no article has are one word of pinyin. */
static guint
add_split_pinyin (CorSearchQuery *self,
                  CorSearchIndex *index,
                  const CorTerm  *terms,
                  guint           n_terms)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CorSearchQueryTerm));
  guint n = 0;

  for (; n < n_terms && terms[n].kind == COR_TERM_WORD && strlen (terms[n].surface) <= 6; n++)
    g_string_append (letters, terms[n].surface);
  if (n < 2 || !cor_search_near_pinyin (index, letters->str, 1.0f, found))
    return 0;
  note_taken (self, index, letters->str, found);
  for (guint i = 0; i < found->len; i++)
    merge (self, &g_array_index (found, CorSearchQueryTerm, i));
  return n;
}

static float
get_weight (const CorTerm *term)
{
  gboolean has_letter = FALSE;

  if (term->is_stop)
    return COR_SEARCH_WEIGHT_STOP;
  for (const char *p = term->text; *p != '\0'; p++)
    has_letter |= g_ascii_isalpha (*p);
  return term->kind == COR_TERM_CODE && has_letter ? WEIGHT_CODE : 1;
}

static void
add_terms (CorSearchQuery *self,
           CorSearchIndex *index,
           const CorTerm  *terms,
           guint           n_terms,
           guint           last)
{
  guint n_near = 0;

  for (guint i = 0; i < n_terms; i++)
    {
      const CorTerm *term = &terms[i];

      if (term->kind == COR_TERM_PAUSE || term->kind == COR_TERM_PERIOD)
        continue;
      if (term->kind == COR_TERM_SIGN)
        {
          add_sign (self, index, term, i > 0 ? term - 1 : NULL);
          continue;
        }
      if (term->kind == COR_TERM_WORD)
        g_ptr_array_add (self->stems, g_strdup (term->text));
      if (add_exact (self, index, COR_SEARCH_WORD, term->text, get_weight (term)))
        {
          if (i == last)
            add_completions (self, index, term);
        }
      else
        {
          guint n = n_near < MAX_NEAR ? add_split_pinyin (self, index, term, n_terms - i) : 0;

          if (n > 0)
            i += n - 1;
          else
            add_near (self, index, term, i == last, &n_near);
        }
    }
}

/* In words: two signs are one, and one that says little is a part of one. */
static float
get_span (const CorTerm *terms,
          guint          n_terms,
          guint          concept)
{
  guint first = 0;
  guint n = cor_search_concepts_find_place (terms, n_terms, concept, &first);
  float span = 0;

  for (guint i = first; i < first + n; i++)
    span += (terms[i].is_stop ? COR_SEARCH_WEIGHT_STOP : 1.0f) * (terms[i].kind == COR_TERM_SIGN ? 0.5f : 1.0f);
  return CLAMP (span, 1, MAX_SPAN);
}

static void
add_concepts (CorSearchQuery *self,
              const CorTerm  *terms,
              guint           n_terms)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  cor_search_concepts_find (terms, n_terms, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint    concept = g_array_index (found, guint, i);
      gboolean is_known = FALSE;

      for (guint j = 0; j < self->concepts->len; j++)
        is_known |= g_array_index (self->concepts, guint, j) == concept;
      if (!is_known)
        g_array_append_val (self->concepts, concept);
    }
  self->n_said = self->concepts->len;
  for (guint i = 0; i < self->n_said; i++)
    {
      float span = get_span (terms, n_terms, g_array_index (self->concepts, guint, i));

      g_array_append_val (self->spans, span);
    }
  cor_search_concepts_add_meant (self->concepts);
}

static gboolean
has_content (CorSearchQuery *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (g_array_index (self->terms, CorSearchQueryTerm, i).weight > COR_SEARCH_WEIGHT_STOP)
      return TRUE;
  return FALSE;
}

/* Where articles in the language are at hand, they answer; where they are not, what is said alike in others misleads. */
static gboolean
is_told (CorSearchIndex *index,
         const char     *text)
{
  const char *language = cor_language_detect (text, -1, NULL);

  return cor_search_concepts_has_language (language) && !cor_search_index_is_served (index, language);
}

/**
 * cor_search_query_new:
 * @index: locked
 * @text: whatever somebody typed or pasted; nothing in it is an operator
 * @locale: (nullable): whose articles are preferred
 * @is_typing: whether the last word may be unfinished
 *
 * Returns: (transfer full): the query, good until @index is unlocked
 */
CorSearchQuery *
cor_search_query_new (CorSearchIndex *index,
                      const char     *text,
                      const char     *locale,
                      gboolean        is_typing)
{
  CorSearchQuery  *self = g_new0 (CorSearchQuery, 1);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  g_autoptr (CorTerms) terms = cor_terms_new (valid, NULL);
  guint          n = 0;
  guint          last = G_MAXUINT;
  const CorTerm *term = cor_terms_get (terms, &n);
  const char    *tag = cor_text_language_tag (valid);

  self->terms = g_array_new (FALSE, FALSE, sizeof (CorSearchQueryTerm));
  self->concepts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->spans = g_array_new (FALSE, FALSE, sizeof (float));
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  self->taken = g_ptr_array_new_with_free_func (taken_free);
  self->stems = g_ptr_array_new_with_free_func (g_free);
  self->language = cor_language_detect (valid, -1, locale);
  self->is_told = is_told (index, valid);
  self->script = tag != NULL && g_str_has_prefix (tag, "zh-") ? tag : NULL;
  for (guint i = 0; is_typing && i < n; i++)
    if (term[i].end == strlen (valid) && term[i].end > term[i].start)
      last = i;
  add_terms (self, index, term, n, last);
  add_concepts (self, term, n);
  /* "the xylophone": every article has a "the" */
  if (self->unknown->len > 0 && self->concepts->len == 0 && !has_content (self))
    g_array_set_size (self->terms, 0);
  return self;
}
