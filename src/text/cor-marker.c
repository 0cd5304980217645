/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-marker"

#include "config.h"

#include "cor-marker.h"

#include <string.h>

/* A pasted letter is read up to here, as the search reads it. */
#define MAX_BYTES 2000

/* Of a wording of the glossary. */
#define MAX_WORDING 12

/* Terms of a title, at most. */
#define MAX_SHORT 40

struct _CorMarker
{
  GHashTable *terms;    /* stems, codes, pairs of signs, and a sign that stands alone */
  GHashTable *surfaces; /* the words as they were typed, folded */
  GHashTable *signs;    /* single ones, marked where no pair is */
  GHashTable *wordings; /* terms joined by blanks → what the query says for it; an empty one begins a longer wording */
  char       *prefix;   /* the word under the pen, or NULL */
  char       *before;   /* the part of it in front of that, when it has a hyphen: "cut" of "cut-off"; or NULL */
};

static gboolean
is_break (const CorTerm *term)
{
  return term->kind == COR_TERM_PAUSE || term->kind == COR_TERM_PERIOD;
}

static void
take_sign (CorMarker     *self,
           const CorTerm *terms,
           guint          n_terms,
           guint          i)
{
  gboolean follows = i > 0 && terms[i - 1].kind == COR_TERM_SIGN;
  gboolean leads = i + 1 < n_terms && terms[i + 1].kind == COR_TERM_SIGN;

  if (leads)
    g_hash_table_add (self->terms, g_strconcat (terms[i].text, terms[i + 1].text, NULL));
  else if (!follows)
    g_hash_table_add (self->terms, g_strdup (terms[i].text));
  if (!terms[i].is_stop)
    g_hash_table_add (self->signs, g_strdup (terms[i].text));
}

static void
take_query (CorMarker     *self,
            const CorTerm *terms,
            guint          n_terms,
            gboolean       with_stops)
{
  for (guint i = 0; i < n_terms; i++)
    {
      if (terms[i].kind == COR_TERM_SIGN)
        take_sign (self, terms, n_terms, i);
      else if (!is_break (&terms[i]) && (with_stops || !terms[i].is_stop))
        {
          g_hash_table_add (self->terms, g_strdup (terms[i].text));
          g_hash_table_add (self->surfaces, g_strdup (terms[i].surface));
        }
    }
}

static gboolean
is_joined (const char    *text,
           const CorTerm *terms,
           guint          i)
{
  return i > 0 && terms[i].start == terms[i - 1].end + 1 && text[terms[i - 1].end] == '-' && terms[i - 1].kind == COR_TERM_WORD;
}

/**
 * cor_marker_new:
 * @query: what somebody typed or pasted
 * @is_typing: whether the last word may be unfinished
 *
 * Words that say little are marked only where the query has no others. Any thread.
 *
 * Returns: (transfer full): a marker
 */
CorMarker *
cor_marker_new (const char *query,
                gboolean    is_typing)
{
  CorMarker       *self = g_new0 (CorMarker, 1);
  g_autofree char *valid = g_utf8_make_valid (query, (gssize) strnlen (query, MAX_BYTES));
  g_autoptr (CorTerms) terms = cor_terms_new (valid, NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  take_query (self, term, n, FALSE);
  if (g_hash_table_size (self->terms) == 0)
    take_query (self, term, n, TRUE);
  for (guint i = 0; is_typing && i < n; i++)
    if (term[i].end == strlen (valid) && (term[i].kind == COR_TERM_WORD || term[i].kind == COR_TERM_CODE) && strlen (term[i].surface) > 1)
      {
        self->prefix = g_strdup (term[i].surface);
        self->before = is_joined (valid, term, i) ? g_strdup (term[i - 1].surface) : NULL;
      }
  return self;
}

/**
 * cor_marker_get_tail:
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the part of a word behind its hyphen, under the pen: it is completed only behind
 *   the part before it
 */
const char *
cor_marker_get_tail (const CorMarker *self)
{
  return self->before != NULL ? self->prefix : NULL;
}

void
cor_marker_free (CorMarker *self)
{
  g_hash_table_unref (self->terms);
  g_hash_table_unref (self->surfaces);
  g_hash_table_unref (self->signs);
  g_hash_table_unref (self->wordings);
  g_free (self->prefix);
  g_free (self->before);
  g_free (self);
}

/**
 * cor_marker_add_term:
 * @text: a stem, a code or a pair of signs that the search took for one of the query's, such as a corrected word
 */
void
cor_marker_add_term (CorMarker  *self,
                     const char *text)
{
  g_hash_table_add (self->terms, g_strdup (text));
}

/**
 * cor_marker_add_wording:
 * @wording: terms joined by blanks, that mean the same as something of the query
 * @said: what the query says for it
 */
void
cor_marker_add_wording (CorMarker  *self,
                        const char *wording,
                        const char *said)
{
  const char *known = g_hash_table_lookup (self->wordings, wording);

  /* the more of the query it stands for, the better a reason it is */
  if (known != NULL && strlen (known) >= strlen (said))
    return;
  for (const char *blank = strchr (wording, ' '); blank != NULL; blank = strchr (blank + 1, ' '))
    {
      g_autofree char *beginning = g_strndup (wording, (gsize) (blank - wording));

      if (!g_hash_table_contains (self->wordings, beginning))
        g_hash_table_insert (self->wordings, g_steal_pointer (&beginning), g_strdup (""));
    }
  g_hash_table_insert (self->wordings, g_strdup (wording), g_strdup (said));
}

static void
clear_mark (gpointer data)
{
  g_free (((CorMark *) data)->why);
}

/**
 * cor_mark_array_new:
 *
 * Returns: (transfer full) (element-type CorMark): an empty array that owns its marks
 */
GArray *
cor_mark_array_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CorMark));

  g_array_set_clear_func (marks, clear_mark);
  return marks;
}

/* Signs that follow one another are one mark. */
static void
add_mark (GArray     *marks,
          guint       start,
          guint       end,
          CorMarkKind kind,
          char       *why)
{
  CorMark  mark = { start, end, kind, why };
  CorMark *last = marks->len > 0 ? &g_array_index (marks, CorMark, marks->len - 1) : NULL;

  if (last != NULL && last->kind == kind && last->end >= start && g_strcmp0 (last->why, why) == 0)
    {
      last->end = MAX (last->end, end);
      g_free (why);
    }
  else
    g_array_append_val (marks, mark);
}

static gboolean
is_pair (const CorMarker *self,
         const CorTerm   *first)
{
  g_autofree char *pair = g_strconcat (first[0].text, first[1].text, NULL);

  return g_hash_table_contains (self->terms, pair);
}

/* "off" of "cut-off" may become "cut-offs", but not "office". */
static gboolean
is_completed (const CorMarker *self,
              const CorTerm   *terms,
              guint            i)
{
  return self->prefix != NULL && g_str_has_prefix (terms[i].surface, self->prefix) &&
         (self->before == NULL ||
          (i > 0 && terms[i].start == terms[i - 1].end + 1 && g_strcmp0 (terms[i - 1].surface, self->before) == 0));
}

static gboolean
is_wanted (const CorMarker *self,
           const CorTerm   *terms,
           guint            n_terms,
           guint            i)
{
  const CorTerm *term = &terms[i];

  if (is_break (term))
    return FALSE;
  if (term->kind == COR_TERM_SIGN)
    return g_hash_table_contains (self->terms, term->text) ||
           (i + 1 < n_terms && terms[i + 1].kind == COR_TERM_SIGN && is_pair (self, term)) ||
           (i > 0 && terms[i - 1].kind == COR_TERM_SIGN && is_pair (self, term - 1));
  return g_hash_table_contains (self->terms, term->text) || g_hash_table_contains (self->surfaces, term->surface) ||
         is_completed (self, terms, i);
}

/* The longest wording that begins here. Returns how many terms it has; what the query says for it goes to @said. */
static guint
find_wording (const CorMarker *self,
              const CorTerm   *terms,
              guint            n_terms,
              const char     **said)
{
  g_autoptr (GString) key = g_string_new (NULL);
  guint length = 0;

  for (guint n = 0; n < MIN (n_terms, MAX_WORDING) && !is_break (&terms[n]); n++)
    {
      const char *found = NULL;

      g_string_append_printf (key, n > 0 ? " %s" : "%s", terms[n].text);
      found = g_hash_table_lookup (self->wordings, key->str);
      if (found == NULL)
        break;
      /* a single sign is in too many other words */
      if (*found == '\0' || (n == 0 && terms[0].kind == COR_TERM_SIGN))
        continue;
      length = n + 1;
      *said = found;
    }
  return length;
}

/* A wording that is marked as a word already needs no reason. */
static guint
mark_wording (const CorMarker *self,
              const char      *text,
              const CorTerm   *terms,
              guint            n_terms,
              GArray          *marks)
{
  const char      *said = NULL;
  guint            length = g_hash_table_size (self->wordings) > 0 ? find_wording (self, terms, n_terms, &said) : 0;
  g_autofree char *there = NULL;

  if (length == 0)
    return 0;
  for (guint i = 0; i < length; i++)
    if (is_wanted (self, terms, n_terms, i))
      return 0;
  there = g_strndup (text + terms[0].start, terms[length - 1].end - terms[0].start);
  add_mark (marks, terms[0].start, terms[length - 1].end, COR_MARK_MEANING, g_strdup_printf ("%s = %s", said, there));
  return length;
}

static gboolean
is_sign_of_query (const CorMarker *self,
                  const CorTerm   *term)
{
  return term->kind == COR_TERM_SIGN && g_hash_table_contains (self->signs, term->text);
}

/* In a short text any of the signs; on a page they are in too many other words, unless some stand together. */
static void
mark_signs (const CorMarker *self,
            const CorTerm   *terms,
            guint            n_terms,
            GArray          *marks)
{
  gboolean is_short = n_terms <= MAX_SHORT;

  for (guint i = 0; i < n_terms; i++)
    if (is_sign_of_query (self, &terms[i]) &&
        (is_short || (i > 0 && is_sign_of_query (self, &terms[i - 1])) || (i + 1 < n_terms && is_sign_of_query (self, &terms[i + 1]))))
      add_mark (marks, terms[i].start, terms[i].end, COR_MARK_WORD, NULL);
}

/**
 * cor_marker_find_among:
 * @text: valid UTF-8
 * @terms: (array length=n_terms): of @text
 *
 * Returns: (transfer full) (element-type CorMark): the marks, ascending, none over another
 */
GArray *
cor_marker_find_among (const CorMarker *self,
                       const char      *text,
                       const CorTerm   *terms,
                       guint            n_terms)
{
  GArray *marks = cor_mark_array_new ();

  for (guint i = 0; i < n_terms; i++)
    {
      guint length;

      if (is_wanted (self, terms, n_terms, i))
        {
          add_mark (marks, terms[i].start, terms[i].end, COR_MARK_WORD, NULL);
          continue;
        }
      length = mark_wording (self, text, terms + i, n_terms - i, marks);
      i += length > 0 ? length - 1 : 0;
    }
  if (marks->len == 0)
    mark_signs (self, terms, n_terms, marks);
  return marks;
}

/**
 * cor_marker_find:
 * @text: valid UTF-8: a title, a passage, a page
 * @locale: (nullable): what it is said to be in
 *
 * Returns: (transfer full) (element-type CorMark): the marks, ascending, none over another
 */
GArray *
cor_marker_find (const CorMarker *self,
                 const char      *text,
                 const char      *locale)
{
  g_autoptr (CorTerms) terms = cor_terms_new (text, locale);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  return cor_marker_find_among (self, text, term, n);
}
