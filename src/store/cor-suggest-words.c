/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-suggest-words"

#include "config.h"

#include "cor-suggest.h"

#include "cor-time-bound.h"

#include <math.h>
#include <string.h>

/* Named as the reason at most. */
#define MAX_NAMED 4

/* A run of signs that is named as one word. */
#define MAX_RUN 8

/* Only the beginning of a letter is looked at. */
#define MAX_TERMS 200

typedef struct
{
  char    *written; /* as in the message */
  guint    term;    /* of the index, if any article has it */
  guint    pair;    /* of the index: with the sign that follows */
  gboolean is_known, is_sign, has_pair;
  gboolean is_joined; /* the article under the eye has the pair, too */
  gboolean is_figure; /* a number or part of a date: it counts, and is no reason to name */
  guint    place;
  double   weight;
} Word;

static void
word_free (gpointer data)
{
  g_free (((Word *) data)->written);
  g_free (data);
}

void
cor_suggest_words_free (CorSuggestWords *self)
{
  g_ptr_array_unref (self->terms);
  g_free (self);
}

static gboolean
has_letter (const char *written)
{
  for (const char *p = written; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The name of a month beside a number. */
static gboolean
is_month (const char    *question,
          const CorTerm *one,
          const CorTerm *other)
{
  g_autofree char *both = g_strndup (question + one->start, other->end - one->start);

  return (one->kind == COR_TERM_CODE) != (other->kind == COR_TERM_CODE) && (cor_text_time_bound (both) & COR_TIME_BOUND_DATE) != 0;
}

/* 11月20日 and “20 November” are days as 2026-11-20 is; MT103 is a word. */
static gboolean
is_figure (const char    *question,
           const CorTerm *terms,
           guint          n_terms,
           guint          i,
           const char    *written)
{
  static const char signs[] = "年月日号號时時点點分";

  if (terms[i].kind == COR_TERM_SIGN)
    return i > 0 && terms[i - 1].kind == COR_TERM_CODE && terms[i - 1].end == terms[i].start && strstr (signs, written) != NULL;
  return !has_letter (written) || (i > 0 && is_month (question, &terms[i - 1], &terms[i])) ||
         (i + 1 < n_terms && is_month (question, &terms[i], &terms[i + 1]));
}

/**
 * cor_suggest_words_new:
 * @index: locked
 *
 * Returns: (transfer full): the words of @question that say something
 */
CorSuggestWords *
cor_suggest_words_new (CorSearchIndex *index,
                       const char     *question)
{
  CorSuggestWords *self = g_new0 (CorSuggestWords, 1);
  g_autoptr (CorTerms) terms = cor_terms_new (question, NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  self->terms = g_ptr_array_new_with_free_func (word_free);
  for (guint i = 0; i < MIN (n, MAX_TERMS); i++)
    {
      Word *word = NULL;

      if (term[i].kind == COR_TERM_PAUSE || term[i].kind == COR_TERM_PERIOD || term[i].is_stop)
        continue;
      word = g_new0 (Word, 1);
      word->written = g_strndup (question + term[i].start, term[i].end - term[i].start);
      word->is_sign = term[i].kind == COR_TERM_SIGN;
      word->is_figure = is_figure (question, term, n, i, word->written);
      word->place = i;
      if (word->is_sign && i + 1 < n && term[i + 1].kind == COR_TERM_SIGN)
        {
          g_autofree char *pair = g_strconcat (term[i].text, term[i + 1].text, NULL);

          word->has_pair = cor_search_index_find (index, COR_SEARCH_SIGN, pair, &word->pair);
        }
      word->is_known = cor_search_index_find (index, word->is_sign ? COR_SEARCH_SIGN : COR_SEARCH_WORD, term[i].text, &word->term);
      word->weight = word->is_known ? cor_search_index_get_rarity (index, word->term) : log (1 + 2.0 * cor_search_index_get_n_live (index));
      self->total += word->weight;
      g_ptr_array_add (self->terms, word);
    }
  return self;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *one = *(Word *const *) a;
  const Word *two = *(Word *const *) b;

  return one->weight > two->weight ? -1 : one->weight < two->weight;
}

/* Signs in a row are one word for the reader where they are one in the article, too; a single one says too little. */
static GPtrArray *
join_signs (GPtrArray *matched)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func (word_free);

  for (guint i = 0; i < matched->len;)
    {
      const Word *first = matched->pdata[i];
      Word       *run = g_new0 (Word, 1);
      g_autoptr (GString) written = g_string_new (first->written);
      guint length = 1;

      run->weight = first->weight;
      while (length < MAX_RUN && i + length < matched->len && ((Word *) matched->pdata[i + length - 1])->is_joined &&
             ((Word *) matched->pdata[i + length])->place == first->place + length)
        {
          g_string_append (written, ((Word *) matched->pdata[i + length])->written);
          run->weight += ((Word *) matched->pdata[i + length])->weight;
          length++;
        }
      run->written = g_string_free (g_steal_pointer (&written), FALSE);
      if (first->is_figure || (first->is_sign && length == 1))
        word_free (run);
      else
        g_ptr_array_add (joined, run);
      i += length;
    }
  return joined;
}

static char **
name_words (GPtrArray *matched)
{
  g_autoptr (GPtrArray) joined = join_signs (matched);
  g_autoptr (GPtrArray) named = g_ptr_array_new ();

  g_ptr_array_sort (joined, compare_words);
  for (guint i = 0; i < joined->len && named->len < MAX_NAMED; i++)
    {
      const char *written = ((Word *) joined->pdata[i])->written;

      if (!g_ptr_array_find_with_equal_func (named, written, g_str_equal, NULL))
        g_ptr_array_add (named, g_strdup (written));
    }
  g_ptr_array_add (named, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&named), FALSE);
}

static void
mark_words (CorSuggestWords *self,
            guint16         *marks,
            guint16          mark)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Word *word = self->terms->pdata[i];

      if (word->is_known)
        marks[word->term] = mark;
      if (word->has_pair)
        marks[word->pair] = mark;
    }
}

/**
 * cor_suggest_words_get_share:
 * @index: locked
 * @article: local id
 * @found: (out) (transfer full): the telling words that are in it
 *
 * Returns: which part of the question's words, each by its rarity, the article has; from 0 to 1
 */
double
cor_suggest_words_get_share (CorSuggestWords *self,
                             CorSearchIndex  *index,
                             gint64           article,
                             char          ***found)
{
  const CorSearchDoc *doc = cor_search_index_find_doc (index, article);
  guint16            *marks = cor_search_index_get_marks (index);
  g_autoptr (GPtrArray) matched = g_ptr_array_new ();
  double share = 0;

  mark_words (self, marks, 1);
  for (guint32 at = 0; doc != NULL && at < doc->n_words; at += 2 + doc->passages[at + 1])
    for (guint32 i = 0; i < doc->passages[at + 1]; i++)
      {
        guint16 *mark = &marks[COR_SEARCH_ENTRY_TERM (doc->passages[at + 2 + i])];

        if (*mark != 0)
          *mark = 2;
      }
  for (guint i = 0; i < self->terms->len; i++)
    {
      Word *word = self->terms->pdata[i];

      if (!word->is_known || marks[word->term] != 2)
        continue;
      word->is_joined = word->has_pair && marks[word->pair] == 2;
      share += word->weight;
      g_ptr_array_add (matched, word);
    }
  mark_words (self, marks, 0);
  *found = name_words (matched);
  return self->total > 0 ? share / self->total : 0;
}
