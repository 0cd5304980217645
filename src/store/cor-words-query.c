/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-words-query"

#include "config.h"

#include "cor-words-query.h"

#include "cor-db.h"
#include "cor-fold.h"
#include "cor-terms-word.h"

#include <math.h>
#include <string.h>

/* A pasted letter is read up to here; a question is far shorter. */
#define MAX_BYTES 2000

/* The rarest of them decide; more only cost time. */
#define MAX_GROUPS 12

#define MAX_COMPLETIONS 20
#define MIN_BEGINNING 2      /* letters */
#define MIN_CODE_BEGINNING 4 /* of references there are too many that begin alike */
#define MIN_DIGITS 4         /* of a part of a phone number */

/* Words looked for by their likeness, and how many are taken for each. */
#define MAX_TYPOS 4
#define SHORT_WORD 4
#define LONG_WORD 20

/* What a word that was spelled otherwise tells, of one that is there as it was asked for. */
#define WORTH_TYPO 0.5

/* A term that is everywhere still tells something. */
#define LEAST_WEIGHT 0.1

typedef struct
{
  CorDb             *db;
  const CorWordsSql *sql;
  CorWordsKind       kind;
  CorWordsQuery     *query;
  guint              n_typos;
} Reader;

static void
group_free (gpointer data)
{
  CorWordsGroup *group = data;

  g_ptr_array_unref (group->terms);
  g_free (group->beginning);
  g_free (group);
}

static CorWordsGroup *
group_new (void)
{
  CorWordsGroup *group = g_new0 (CorWordsGroup, 1);

  group->weight = 1;
  group->terms = g_ptr_array_new_with_free_func (g_free);
  return group;
}

void
cor_words_query_free (CorWordsQuery *self)
{
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->unknown);
  g_ptr_array_unref (self->taken);
  g_free (self);
}

static char *
quote (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

static gboolean
has_term (const CorWordsGroup *group,
          const char          *text)
{
  for (guint i = 0; i < group->terms->len; i++)
    if (g_str_equal (group->terms->pdata[i], text))
      return TRUE;
  return FALSE;
}

static void
take (CorWordsGroup *group,
      const char    *text,
      gint64         n)
{
  if (n <= 0 || has_term (group, text))
    return;
  g_ptr_array_add (group->terms, g_strdup (text));
  group->n += n;
}

static void
add_exact (Reader        *reader,
           CorWordsGroup *group,
           CorWordsTerm   kind,
           const char    *text)
{
  take (group, text, cor_db_get_int (reader->db, reader->sql->term_get, "is", (int) kind, text));
}

/* The counts of what came last may not be written yet; the index has it all the same. */
static void
add_asked (Reader        *reader,
           CorWordsGroup *group,
           CorWordsTerm   kind,
           const char    *text)
{
  add_exact (reader, group, kind, text);
  if (group->terms->len == 0)
    {
      g_autofree char *match = quote (text);

      take (group, text, cor_db_get_int (reader->db, reader->sql->words_find, "sli", match, (gint64) 0, 1) > 0);
    }
}

static void
add_completions (Reader        *reader,
                 CorWordsGroup *group,
                 CorWordsTerm   kind,
                 const char    *beginning)
{
  g_autofree char *end = g_strconcat (beginning, "\xf4\x8f\xbf\xbf", NULL);
  sqlite3_stmt    *row = NULL;

  if (strlen (beginning) < (kind == COR_WORDS_CODE ? MIN_CODE_BEGINNING : MIN_BEGINNING))
    return;
  row = cor_db_query (reader->db, reader->sql->term_complete, "issi", (int) kind, beginning, end, MAX_COMPLETIONS);
  while (cor_db_next (reader->db, row))
    take (group, cor_column_text (row, 0), cor_column_int (row, 1));
}

/* A query of few words does not tell its language: the stems of all are tried. */
static void
add_stems (Reader        *reader,
           CorWordsGroup *group,
           const char    *surface)
{
  for (guint i = 0; cor_terms_stem_languages[i] != NULL; i++)
    {
      g_autofree char *stem = cor_terms_stem (surface, cor_terms_stem_languages[i]);

      if (!has_term (group, stem))
        add_exact (reader, group, COR_WORDS_WORD, stem);
    }
}

typedef struct
{
  char   text[LONG_WORD + 2];
  gint64 n;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  gint64 one = ((const Candidate *) a)->n;
  gint64 two = ((const Candidate *) b)->n;

  return one > two ? -1 : one < two;
}

static void
try_spelling (Reader     *reader,
              GArray     *candidates,
              const char *before,
              gsize       n_before,
              const char *middle,
              const char *after)
{
  Candidate candidate = { .n = 0 };

  g_snprintf (candidate.text, sizeof candidate.text, "%.*s%s%s", (int) n_before, before, middle, after);
  candidate.n = cor_db_get_int (reader->db, reader->sql->term_get, "is", (int) COR_WORDS_WORD, candidate.text);
  if (candidate.n > 0)
    g_array_append_val (candidates, candidate);
}

/* All words that are one letter away are looked up: some hundred, where a walk over the table would be over
 * some hundred thousand. */
static void
add_typos (Reader        *reader,
           CorWordsGroup *group,
           const char    *word)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  gsize len = strlen (word);

  if (len < SHORT_WORD || len > LONG_WORD || strspn (word, "abcdefghijklmnopqrstuvwxyz") != len || ++reader->n_typos > MAX_TYPOS)
    return;
  for (gsize i = 0; i <= len; i++)
    {
      for (char letter = 'a'; letter <= 'z'; letter++)
        {
          const char middle[] = { letter, '\0' };

          try_spelling (reader, candidates, word, i, middle, word + i);
          if (i < len)
            try_spelling (reader, candidates, word, i, middle, word + i + 1);
        }
      if (i < len)
        try_spelling (reader, candidates, word, i, "", word + i + 1);
      if (i + 1 < len)
        {
          const char middle[] = { word[i + 1], word[i], '\0' };

          try_spelling (reader, candidates, word, i, middle, word + i + 2);
        }
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (candidates->len, MAX_TYPOS); i++)
    take (group, g_array_index (candidates, Candidate, i).text, g_array_index (candidates, Candidate, i).n);
}

/* Takes over the group, or says that the word is nowhere. */
static void
add_group (Reader        *reader,
           CorWordsGroup *group,
           const char    *asked,
           gboolean       is_taken)
{
  if (group->terms->len == 0 && group->beginning == NULL)
    {
      g_ptr_array_add (reader->query->unknown, g_strdup (asked));
      group_free (group);
      return;
    }
  for (guint i = 0; is_taken && i < group->terms->len; i++)
    g_ptr_array_add (reader->query->taken, g_strdup (group->terms->pdata[i]));
  g_ptr_array_add (reader->query->groups, group);
}

static void
read_word (Reader        *reader,
           const CorTerm *term,
           gboolean       is_last)
{
  CorWordsGroup *group = group_new ();
  CorWordsTerm   kind = term->kind == COR_TERM_CODE ? COR_WORDS_CODE : COR_WORDS_WORD;
  gboolean       is_name = reader->kind == COR_WORDS_CUSTOMERS;
  gboolean       is_exact;

  add_asked (reader, group, kind, is_name ? term->surface : term->text);
  is_exact = group->terms->len > 0;
  if (is_last)
    add_completions (reader, group, kind, term->surface);
  if (group->terms->len == 0 && kind == COR_WORDS_WORD && !is_name)
    add_stems (reader, group, term->surface);
  if (group->terms->len == 0 && kind == COR_WORDS_WORD)
    {
      add_typos (reader, group, is_name ? term->surface : term->text);
      group->weight = WORTH_TYPO;
    }
  if (group->terms->len == 0)
    add_completions (reader, group, kind, term->surface);
  add_group (reader, group, term->surface, !is_exact && !is_last);
}

static void
read_signs (Reader        *reader,
            const CorTerm *terms,
            guint          n_terms,
            guint          i)
{
  gboolean         follows = i > 0 && terms[i - 1].kind == COR_TERM_SIGN;
  gboolean         leads = i + 1 < n_terms && terms[i + 1].kind == COR_TERM_SIGN;
  CorWordsGroup   *group = NULL;
  g_autofree char *text = NULL;

  if (!leads && follows)
    return;
  text = g_strconcat (terms[i].text, leads ? terms[i + 1].text : NULL, NULL);
  group = group_new ();
  add_asked (reader, group, COR_WORDS_SIGN, text);
  add_group (reader, group, text, FALSE);
}

/* Words that say little count only where there is nothing else. */
static void
read_terms (Reader        *reader,
            const CorTerm *terms,
            guint          n_terms,
            guint          last,
            gboolean       with_stops)
{
  for (guint i = 0; i < n_terms; i++)
    switch (terms[i].kind)
      {
      case COR_TERM_WORD:
      case COR_TERM_CODE:
        if (with_stops || i == last || !terms[i].is_stop)
          read_word (reader, &terms[i], i == last);
        break;
      case COR_TERM_SIGN:
        read_signs (reader, terms, n_terms, i);
        break;
      case COR_TERM_PAUSE:
      case COR_TERM_PERIOD:
      default:
        break;
      }
}

/* A query of nothing but digits, in any grouping, is a part of a phone number or the number of a conversation. */
static gboolean
read_phone (Reader     *reader,
            const char *text)
{
  g_autofree char *digits = cor_fold_digits (text);
  const char      *national = digits + strspn (digits, "0");
  CorWordsGroup   *group = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  if (strlen (national) < MIN_DIGITS)
    return FALSE;
  group = group_new ();
  group->beginning = g_strdup (national);
  add_exact (reader, group, COR_WORDS_CODE, digits);
  group->n = MAX (group->n, 1);
  g_ptr_array_add (reader->query->groups, group);
  return TRUE;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  gint64 one = (*(CorWordsGroup *const *) a)->n;
  gint64 two = (*(CorWordsGroup *const *) b)->n;

  return one < two ? -1 : one > two;
}

static void
weigh (CorWordsQuery *query,
       gint64         n_documents)
{
  g_ptr_array_sort (query->groups, compare_groups);
  if (query->groups->len > MAX_GROUPS)
    g_ptr_array_set_size (query->groups, MAX_GROUPS);
  for (guint i = 0; i < query->groups->len; i++)
    {
      CorWordsGroup *group = query->groups->pdata[i];

      group->weight *= MAX (log ((double) n_documents / (double) MAX (group->n, 1)), LEAST_WEIGHT);
    }
}

/**
 * cor_words_query_new:
 * @text: whatever somebody typed or pasted; nothing in it is an operator
 * @is_typing: whether the last word may be unfinished
 *
 * Returns: (transfer full): what is to be looked for
 */
CorWordsQuery *
cor_words_query_new (CorDb       *db,
                     CorWordsKind kind,
                     const char  *text,
                     gboolean     is_typing)
{
  CorWordsQuery   *self = g_new0 (CorWordsQuery, 1);
  Reader           reader = { db, &cor_words_sql[kind], kind, self, 0 };
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  g_autoptr (CorTerms) terms = cor_terms_new (valid, NULL);
  guint          n = 0;
  guint          last = G_MAXUINT;
  const CorTerm *term = cor_terms_get (terms, &n);

  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  self->taken = g_ptr_array_new_with_free_func (g_free);
  if (kind != COR_WORDS_CUSTOMERS || !read_phone (&reader, valid))
    {
      for (guint i = 0; is_typing && i < n; i++)
        if (term[i].end == strlen (valid) && term[i].end > term[i].start)
          last = i;
      read_terms (&reader, term, n, last, kind == COR_WORDS_CUSTOMERS);
      if (self->groups->len == 0 && self->unknown->len == 0)
        read_terms (&reader, term, n, last, TRUE);
    }
  weigh (self, MAX (cor_db_get_int (db, reader.sql->newest, ""), 1));
  return self;
}

/**
 * cor_words_group_dup_match:
 *
 * Returns: (transfer full): what FTS5 is asked for it: quoted terms, any of which will do
 */
char *
cor_words_group_dup_match (const CorWordsGroup *self)
{
  GString *match = g_string_new ("(");

  for (guint i = 0; i < self->terms->len; i++)
    {
      g_autofree char *quoted = quote (self->terms->pdata[i]);

      g_string_append_printf (match, "%s%s", i > 0 ? " OR " : "", quoted);
    }
  if (self->beginning != NULL)
    {
      g_autofree char *quoted = quote (self->beginning);

      g_string_append_printf (match, "%s%s *", self->terms->len > 0 ? " OR " : "", quoted);
    }
  g_string_append_c (match, ')');
  return g_string_free (match, FALSE);
}
