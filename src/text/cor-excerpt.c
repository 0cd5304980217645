/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-excerpt"

#include "config.h"

#include "cor-excerpt.h"

#include "cor-markdown.h"

#include <string.h>

/* A longer text is looked at up to here. */
#define MAX_BYTES 65536

#define ELLIPSIS "… "

/* What is marked comes within the first third, so that a narrow row shows it; where its sentence begins too far away,
 * a quarter of the room that the marks leave stands before them. */
#define PART_MOST 3
#define PART_BEFORE 4

/* Marks looked at from each one on. */
#define MAX_LOOK 16

static gboolean
is_rule (const char *line)
{
  return strspn (line, "|-:= \t*_") == strlen (line);
}

/* What begins a heading, a quotation or an item of a list. */
static const char *
skip_block_mark (const char *line)
{
  const char *p = line + strspn (line, " \t");
  gsize       n = strspn (p, "#");

  if (n >= 1 && n <= 6 && p[n] == ' ')
    return p + n + 1;
  while (*p == '>')
    p += 1 + strspn (p + 1, " ");
  if ((*p == '-' || *p == '*' || *p == '+') && p[1] == ' ')
    return p + 2;
  n = strspn (p, "0123456789");
  if (n >= 1 && n <= 3 && (p[n] == '.' || p[n] == ')') && p[n + 1] == ' ')
    return p + n + 2;
  return p;
}

/* "[text](address)" and "![text](address)" to their text, whatever the address; cells of a table apart. */
static char *
strip_links (const char *line)
{
  GString *out = g_string_new (NULL);

  for (const char *p = line; *p != '\0'; p++)
    {
      const char *open = *p == '!' && p[1] == '[' ? p + 1 : p;
      const char *middle = *open == '[' ? strstr (open, "](") : NULL;
      const char *close = middle != NULL ? strchr (middle, ')') : NULL;

      if (close != NULL)
        {
          g_string_append_len (out, open + 1, middle - open - 1);
          p = close;
        }
      else
        g_string_append_c (out, *p == '|' ? ' ' : *p);
    }
  return g_string_free (out, FALSE);
}

/**
 * cor_excerpt_strip:
 * @markdown: an article's
 *
 * Returns: (transfer full): its words without any markup, a line for every line that has some. Any thread.
 */
char *
cor_excerpt_strip (const char *markdown)
{
  g_autofree char *valid = g_utf8_make_valid (markdown, (gssize) strnlen (markdown, MAX_BYTES));
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *bare = NULL;
      g_autofree char *plain = NULL;

      if (is_rule (lines[i]) || g_str_has_prefix (lines[i], "```"))
        continue;
      bare = strip_links (skip_block_mark (lines[i]));
      plain = cor_markdown_to_plain (bare);
      if (*plain == '\0')
        continue;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, plain);
    }
  return g_string_free (out, FALSE);
}

static guint
measure (const char *from,
         const char *to)
{
  guint width = 0;

  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2
                                                                    : 1;
    }
  return width;
}

static gboolean
is_same_word (const char    *text,
              const CorMark *one,
              const CorMark *other)
{
  return one->end - one->start == other->end - other->start &&
         g_ascii_strncasecmp (text + one->start, text + other->start, one->end - one->start) == 0;
}

/* How many different words are marked from @first on within @width; the mark of the last of them goes to @last. */
static guint
count_words (const char   *text,
             const GArray *marks,
             guint         width,
             guint         first,
             guint        *last)
{
  const CorMark *begin = &g_array_index (marks, CorMark, first);
  guint          n = 1;

  *last = first;
  for (guint i = first + 1; i < marks->len && i - first < MAX_LOOK; i++)
    {
      const CorMark *mark = &g_array_index (marks, CorMark, i);
      gboolean       is_new = TRUE;

      if (measure (text + begin->start, text + mark->end) > width)
        break;
      for (guint j = first; j < i && is_new; j++)
        is_new = !is_same_word (text, mark, &g_array_index (marks, CorMark, j));
      if (is_new)
        {
          n++;
          *last = i;
        }
    }
  return n;
}

/* The most different words, then the closest together, then the first. */
static void
choose_marks (const char   *text,
              const GArray *marks,
              guint         width,
              guint        *first,
              guint        *last)
{
  guint most = 0;
  guint least = G_MAXUINT;

  for (guint i = 0; i < marks->len; i++)
    {
      guint end = i;
      guint n = count_words (text, marks, width, i, &end);
      guint span = g_array_index (marks, CorMark, end).end - g_array_index (marks, CorMark, i).start;

      if (n < most || (n == most && (n == 1 || span >= least)))
        continue;
      most = n;
      least = span;
      *first = i;
      *last = end;
    }
}

/* Where a sentence begins before @at with at most @room between, or at least a word that is @near. */
static guint
find_begin (const char    *text,
            const CorTerm *terms,
            guint          n_terms,
            guint          at,
            guint          room,
            guint          near)
{
  guint sentence = at;
  guint word = at;

  for (guint i = n_terms; i > 0; i--)
    {
      const CorTerm *term = &terms[i - 1];

      if (term->start > at || term->kind == COR_TERM_PAUSE)
        continue;
      if (term->kind == COR_TERM_PERIOD)
        {
          if (term->start < at)
            return sentence;
          continue;
        }
      if (measure (text + term->start, text + at) > room)
        return word;
      sentence = term->start;
      if (measure (text + term->start, text + at) <= near)
        word = term->start;
    }
  /* what is not a word may stand before the first one */
  return measure (text, text + at) <= room ? 0 : word;
}

/* The end of the last word that fits, with what follows it up to the next blank. */
static guint
find_end (const char    *text,
          const CorTerm *terms,
          guint          n_terms,
          guint          begin,
          guint          least,
          guint          width)
{
  guint len = (guint) strlen (text);
  guint end = least;

  if (measure (text + begin, text + len) <= width)
    return len;
  for (guint i = 0; i < n_terms; i++)
    {
      if (terms[i].end <= end)
        continue;
      if (measure (text + begin, text + terms[i].end) > width)
        break;
      end = terms[i].end;
    }
  /* punctuation stays with its word */
  while (text[end] != '\0' && g_unichar_ispunct (g_utf8_get_char (text + end)))
    end = (guint) (g_utf8_next_char (text + end) - text);
  return end;
}

static CorExcerpt *
cut (const char   *text,
     const GArray *marks,
     guint         begin,
     guint         end)
{
  CorExcerpt *self = g_new0 (CorExcerpt, 1);
  GString    *out = g_string_new (begin > 0 ? ELLIPSIS : "");
  guint       shift = (guint) out->len;

  self->marks = cor_mark_array_new ();
  g_string_append_len (out, text + begin, end - begin);
  for (gsize i = 0; i < out->len; i++)
    if (out->str[i] == '\n' || out->str[i] == '\t')
      out->str[i] = ' ';
  if (text[end] != '\0')
    g_string_append (out, " …");
  for (guint i = 0; i < marks->len; i++)
    {
      CorMark mark = g_array_index (marks, CorMark, i);

      if (mark.start < begin || mark.end > end)
        continue;
      mark.start += shift - begin;
      mark.end += shift - begin;
      mark.why = g_strdup (mark.why);
      g_array_append_val (self->marks, mark);
    }
  self->text = g_string_free (out, FALSE);
  return self;
}

/**
 * cor_excerpt_new:
 * @text: plain, as cor_excerpt_strip() leaves it
 * @locale: (nullable): what it is said to be in
 * @width: in Latin letters, for example %COR_EXCERPT_WIDTH
 *
 * Any thread.
 *
 * Returns: (transfer full): the window on @text with most of what @marker marks, whole sentences where they fit;
 *   the beginning where nothing is marked
 */
CorExcerpt *
cor_excerpt_new (const CorMarker *marker,
                 const char      *text,
                 const char      *locale,
                 guint            width)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  g_autoptr (CorTerms) terms = cor_terms_new (valid, locale);
  g_autoptr (GArray) marks = NULL;
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);
  guint          first = 0;
  guint          last = 0;
  guint          begin = 0;
  guint          least = 0;

  marks = cor_marker_find_among (marker, valid, term, n);
  if (marks->len > 0 && measure (valid, valid + strlen (valid)) > width)
    {
      guint used;
      guint room;
      guint rest;

      choose_marks (valid, marks, width, &first, &last);
      begin = g_array_index (marks, CorMark, first).start;
      least = g_array_index (marks, CorMark, last).end;
      used = measure (valid + begin, valid + least);
      room = used < width ? width - used : 0;
      rest = MIN (measure (valid + least, valid + strlen (valid)), room);
      begin = find_begin (valid, term, n, begin, MIN (room, width / PART_MOST), MIN (MAX (room / PART_BEFORE, room - rest), width / PART_MOST));
    }
  return cut (valid, marks, begin, find_end (valid, term, n, begin, least, width));
}

void
cor_excerpt_free (CorExcerpt *self)
{
  g_free (self->text);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * cor_excerpt_dup_why:
 *
 * Returns: (transfer full) (nullable): why it was found though none of the query's words is in it: the first
 *   "到账 = credited"; %NULL where a word is
 */
char *
cor_excerpt_dup_why (const CorExcerpt *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, CorMark, i).kind == COR_MARK_MEANING)
      return g_strdup (g_array_index (self->marks, CorMark, i).why);
  return NULL;
}
