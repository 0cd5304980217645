/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-contrast"

#include "config.h"

#include "cor-search-score.h"

#include "cor-language.h"
#include "cor-locale.h"
#include "cor-search-concepts.h"

/* So many passages that have a word are read to see what is said beside it. */
#define N_READ 256

/* That a word is missing beside another says something once it was to be expected so often. */
#define MIN_EXPECTED 5.0

/* Two words are apart where they stand together less often than this part of what chance would do. */
#define APART 0.5

/* Two signs are a word where one of them is so often beside the other: 额度, but not 的额. */
#define ONE_WORD 0.5

#define MAX_ASKED 15
#define MAX_SAID 2048

/* What the marks of the index say while this looks at a query: this and a bit for each word of the question that the
 * term is, or means; below are the places in said, + 1. */
#define MARK_QUERY 0x8000

/* What was read in one language, as words of two never stand together. */
typedef struct
{
  const char *locale;            /* interned, or NULL */
  guint       first;             /* the reading of the first locale in the language; that one counts */
  guint       n_read[MAX_ASKED]; /* passages that have the word of the question */
} Reading;

typedef struct
{
  CorSearchIndex *index;
  guint16        *marks;
  const char     *language;         /* of the question */
  guint           asked[MAX_ASKED]; /* terms of the question */
  guint           n_asked;
  GArray         *readings; /* Reading */
  GArray         *said;     /* guint: terms of titles that the question does not have */
  guint          *beside;   /* asked × said: in how many of the passages read */
} Contrast;

/* Whether two signs that follow each other are a word, rather than the end of one and the beginning of the next. */
static gboolean
is_one_word (Contrast            *self,
             const CorSearchTerm *pair,
             const char          *second)
{
  g_autofree char *first = g_strndup (pair->text, (gsize) (second - pair->text));
  guint            one = 0;
  guint            other = 0;

  if (g_unichar_get_script (g_utf8_get_char (first)) != G_UNICODE_SCRIPT_HAN || g_unichar_get_script (g_utf8_get_char (second)) != G_UNICODE_SCRIPT_HAN ||
      !cor_search_index_find (self->index, COR_SEARCH_SIGN, first, &one) || !cor_search_index_find (self->index, COR_SEARCH_SIGN, second, &other))
    return FALSE;
  return pair->n_passages >= ONE_WORD * MIN (cor_search_index_get_term (self->index, one)->n_passages, cor_search_index_get_term (self->index, other)->n_passages);
}

/* Whether an article may be about the one and not about another of the kind. */
static gboolean
is_topic (Contrast            *self,
          const CorSearchTerm *term)
{
  const char *second = term->kind == COR_SEARCH_SIGN ? g_utf8_next_char (term->text) : NULL;

  if (term->kind == COR_SEARCH_CONCEPT || cor_search_concepts_is_question (term->text))
    return FALSE;
  if (second == NULL)
    return !cor_language_is_stop_word (self->language, term->text);
  return *second != '\0' && !cor_language_is_stop_word ("zh", term->text) && is_one_word (self, term, second);
}

/* "payment" is not missing where "transfer" stands; nor is the one said in place of the other. @mark is added; 0 takes
 * all away. */
static void
mark_meanings (Contrast            *self,
               const CorSearchTerm *term,
               guint                mark)
{
  const GArray *concepts = cor_search_concepts_list (term->text);

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    {
      guint number = 0;

      if (cor_search_index_find_concept (self->index, g_array_index (concepts, guint, i), &number))
        self->marks[number] = mark != 0 ? (guint16) (self->marks[number] | mark) : 0;
    }
}

static void
list_asked (Contrast             *self,
            const CorSearchQuery *query)
{
  for (guint i = 0; i < query->terms->len; i++)
    {
      const CorSearchQueryTerm *one = &g_array_index (query->terms, CorSearchQueryTerm, i);
      const CorSearchTerm      *term = cor_search_index_get_term (self->index, one->term);

      self->marks[one->term] |= MARK_QUERY;
      if (self->n_asked == MAX_ASKED || one->match != COR_SEARCH_EXACT || one->weight <= COR_SEARCH_WEIGHT_STOP || term->n_passages < MIN_EXPECTED || !is_topic (self, term))
        continue;
      self->marks[one->term] |= (guint16) (1u << self->n_asked);
      mark_meanings (self, term, MARK_QUERY | 1u << self->n_asked);
      self->asked[self->n_asked++] = one->term;
    }
}

static void
list_said (Contrast     *self,
           const GArray *candidates)
{
  double least = MIN_EXPECTED / N_READ * cor_search_index_get_n_passages (self->index); /* of a rarer one too few are expected */

  for (guint c = 0; c < candidates->len; c++)
    {
      const CorSearchDoc *doc = cor_search_index_get_doc (self->index, g_array_index (candidates, CorSearchCandidate, c).doc);

      for (guint32 at = 0; at < doc->n_words && !cor_search_doc_is_template (doc); at += 2 + doc->passages[at + 1])
        for (guint32 i = 0; doc->passages[at] == COR_SEARCH_TITLE && i < doc->passages[at + 1]; i++)
          {
            guint                number = COR_SEARCH_ENTRY_TERM (doc->passages[at + 2 + i]);
            const CorSearchTerm *term = cor_search_index_get_term (self->index, number);

            if (self->marks[number] != 0 || self->said->len == MAX_SAID || term->n_passages < least || !is_topic (self, term))
              continue;
            g_array_append_val (self->said, number);
            self->marks[number] = (guint16) self->said->len;
          }
    }
}

/* (transfer none): until the next one is made */
static Reading *
reach_reading (Contrast   *self,
               const char *locale)
{
  Reading reading = { .locale = locale, .first = self->readings->len };

  for (guint i = 0; i < self->readings->len; i++)
    if (g_array_index (self->readings, Reading, i).locale == locale)
      return &g_array_index (self->readings, Reading, g_array_index (self->readings, Reading, i).first);
  for (guint i = 0; locale != NULL && i < self->readings->len; i++)
    {
      const Reading *other = &g_array_index (self->readings, Reading, i);

      if (other->locale != NULL && cor_locale_is_same_language (other->locale, locale))
        reading.first = MIN (reading.first, other->first);
    }
  g_array_append_val (self->readings, reading);
  return &g_array_index (self->readings, Reading, reading.first);
}

/* Returns how many of them have the word. */
static guint
read_passages (Contrast           *self,
               guint               asked,
               const CorSearchDoc *doc)
{
  guint *beside = self->beside + (gsize) asked * self->said->len;
  guint  n = 0;

  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    {
      const guint32 *entries = doc->passages + at + 2;
      gboolean       has = FALSE;

      for (guint32 i = 0; i < doc->passages[at + 1] && !has; i++)
        has = COR_SEARCH_ENTRY_TERM (entries[i]) == self->asked[asked];
      if (!has)
        continue;
      n++;
      for (guint32 i = 0; i < doc->passages[at + 1]; i++)
        {
          guint mark = self->marks[COR_SEARCH_ENTRY_TERM (entries[i])];

          if (mark != 0 && mark < MARK_QUERY)
            beside[mark - 1]++;
        }
    }
  return n;
}

/* Articles from all over the collection, as neighbours often come from one hand. */
static void
read_beside (Contrast *self)
{
  self->beside = g_new0 (guint, (gsize) self->n_asked * self->said->len);
  for (guint a = 0; a < self->n_asked; a++)
    {
      const GArray *postings = cor_search_index_get_term (self->index, self->asked[a])->postings;
      guint         n = MIN (postings->len, N_READ);
      guint         n_read = 0;

      for (guint i = 0; i < n && n_read < N_READ; i++)
        {
          const CorSearchDoc *doc = cor_search_index_get_doc (self->index, g_array_index (postings, CorSearchPosting, (guint64) i * postings->len / n).doc);
          guint               n_here = read_passages (self, a, doc);

          reach_reading (self, doc->locale)->n_read[a] += n_here;
          n_read += n_here;
        }
    }
}

/* 0 to 1: how much rarer than by chance the two stand together. Chance is taken over all languages, which is less than
 * in the one, so that a word is not found apart too early. */
static double
get_apart (Contrast      *self,
           const Reading *reading,
           guint          asked,
           guint          said)
{
  const CorSearchTerm *term = cor_search_index_get_term (self->index, g_array_index (self->said, guint, said));
  double               expected = (double) reading->n_read[asked] * term->n_passages / MAX (cor_search_index_get_n_passages (self->index), 1);

  if (expected < MIN_EXPECTED)
    return 0;
  return MAX (0, 1 - self->beside[(gsize) asked * self->said->len + said] / (APART * expected));
}

static double
score (Contrast           *self,
       const CorSearchDoc *doc)
{
  const Reading *reading = reach_reading (self, doc->locale);
  guint          has = 0; /* a bit for each */
  double         most = 0;

  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    for (guint32 i = 0; i < doc->passages[at + 1]; i++)
      {
        guint mark = self->marks[COR_SEARCH_ENTRY_TERM (doc->passages[at + 2 + i])];

        if (mark >= MARK_QUERY)
          has |= mark;
      }
  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    for (guint32 i = 0; doc->passages[at] == COR_SEARCH_TITLE && i < doc->passages[at + 1]; i++)
      {
        guint mark = self->marks[COR_SEARCH_ENTRY_TERM (doc->passages[at + 2 + i])];

        for (guint a = 0; mark != 0 && mark < MARK_QUERY && a < self->n_asked; a++)
          if ((has & 1u << a) == 0)
            most = MAX (most, get_apart (self, reading, a, mark - 1));
      }
  return most;
}

static void
clear_marks (Contrast             *self,
             const CorSearchQuery *query)
{
  for (guint i = 0; i < query->terms->len; i++)
    self->marks[g_array_index (query->terms, CorSearchQueryTerm, i).term] = 0;
  for (guint a = 0; a < self->n_asked; a++)
    mark_meanings (self, cor_search_index_get_term (self->index, self->asked[a]), 0);
  for (guint i = 0; i < self->said->len; i++)
    self->marks[g_array_index (self->said, guint, i)] = 0;
}

/**
 * cor_search_score_contrast:
 *
 * What stands in the place of what was asked: "virtual" and "physical" are both said often and hardly ever in one
 * passage, so that an article that has the one in its title and nowhere the other is about something else. A word that
 * most articles have weighs next to nothing by its rarity, and just such words tell a company's products apart.
 */
void
cor_search_score_contrast (CorSearchIndex       *index,
                           const CorSearchQuery *query,
                           GArray               *candidates)
{
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  g_autofree guint *beside = NULL;
  Contrast          self = { .index = index, .marks = cor_search_index_get_marks (index), .said = said, .readings = readings };

  self.language = query->language != NULL ? query->language : "en";
  list_asked (&self, query);
  if (self.n_asked > 0)
    list_said (&self, candidates);
  if (said->len > 0)
    read_beside (&self);
  beside = self.beside;
  for (guint c = 0; said->len > 0 && c < candidates->len; c++)
    {
      CorSearchCandidate *candidate = &g_array_index (candidates, CorSearchCandidate, c);

      if (!cor_search_doc_is_template (cor_search_index_get_doc (index, candidate->doc)))
        candidate->contrast = score (&self, cor_search_index_get_doc (index, candidate->doc));
    }
  clear_marks (&self, query);
}
