/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-text"

#include "config.h"

#include "cor-search-text.h"

#include <string.h>

/* "t where is my money", "b 我 的": a letter for the field, then the terms. Signs that follow one another are
 * one piece after a '~', a pause is a '|'; neither can be in a term. */
static const char field_letters[] = "thqbg";

/* A passage without an end is cut: what stands so far apart does not belong together. */
#define MAX_PASSAGE 128

static void
flush (GString *stored,
       GString *line,
       char     field)
{
  if (line->len > 0)
    {
      g_string_append_c (stored, field);
      g_string_append_len (stored, line->str, (gssize) line->len);
      g_string_append_c (stored, '\n');
    }
  g_string_truncate (line, 0);
}

static void
add_text (GString       *stored,
          CorSearchField field,
          const char    *text,
          const char    *locale)
{
  g_autoptr (CorTerms) terms = cor_terms_new (text, locale);
  g_autoptr (GString) line = g_string_new (NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);
  CorTermKind    last = COR_TERM_PERIOD;
  guint          length = 0;

  for (guint i = 0; i < n; i++)
    {
      if (line->len == 0 || ++length >= MAX_PASSAGE)
        {
          flush (stored, line, field_letters[field]);
          length = 0;
          last = COR_TERM_PERIOD;
        }
      switch (term[i].kind)
        {
        case COR_TERM_PERIOD:
          flush (stored, line, field_letters[field]);
          break;
        case COR_TERM_PAUSE:
          g_string_append (line, " |");
          break;
        case COR_TERM_SIGN:
          g_string_append (line, last == COR_TERM_SIGN ? "" : " ~");
          g_string_append (line, term[i].text);
          break;
        case COR_TERM_WORD:
        case COR_TERM_CODE:
        default:
          g_string_append_c (line, ' ');
          g_string_append (line, term[i].text);
          break;
        }
      last = term[i].kind;
    }
  flush (stored, line, field_letters[field]);
}

/* Markdown's headings are a field of their own. */
static void
add_body (GString    *stored,
          const char *body,
          const char *locale)
{
  g_autoptr (GString) headings = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize    marks = strspn (lines[i], "#");
      gboolean is_heading = marks >= 1 && marks <= 6 && lines[i][marks] == ' ';

      g_string_append (is_heading ? headings : rest, is_heading ? lines[i] + marks : lines[i]);
      g_string_append_c (is_heading ? headings : rest, '\n');
    }
  add_text (stored, COR_SEARCH_HEADING, headings->str, locale);
  add_text (stored, COR_SEARCH_BODY, rest->str, locale);
}

/**
 * cor_search_text_make:
 * @locale: (nullable): what the article says it is in
 * @questions: (nullable): one a line
 * @tags: (nullable): one a line
 *
 * Returns: (transfer full): what cor_search_text_foreach() reads. Any thread.
 */
char *
cor_search_text_make (const char *locale,
                      const char *title,
                      const char *body,
                      const char *questions,
                      const char *tags)
{
  GString *stored = g_string_new (NULL);

  add_text (stored, COR_SEARCH_TITLE, title, locale);
  if (questions != NULL)
    add_text (stored, COR_SEARCH_QUESTION, questions, locale);
  add_body (stored, body, locale);
  if (tags != NULL)
    add_text (stored, COR_SEARCH_TAG, tags, locale);
  return g_string_free (stored, FALSE);
}

static void
add_piece (GArray     *terms,
           CorTermKind kind,
           char       *text)
{
  CorTerm term = { .kind = kind, .text = text, .surface = text };

  g_array_append_val (terms, term);
}

/* Takes "~我的" apart; the marks after a Thai letter stay with it. */
static void
add_signs (GArray       *terms,
           GStringChunk *signs,
           const char   *p)
{
  while (*p != '\0')
    {
      const char *end = g_utf8_next_char (p);

      while (g_unichar_ismark (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      add_piece (terms, COR_TERM_SIGN, g_string_chunk_insert_len (signs, p, end - p));
      p = end;
    }
}

/**
 * cor_search_text_foreach:
 * @stored: from cor_search_text_make()
 *
 * Calls @func for every passage. The terms live until it returns.
 */
void
cor_search_text_foreach (const char          *stored,
                         CorSearchPassageFunc func,
                         gpointer             user_data)
{
  g_autofree char *copy = g_strdup (stored);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (CorTerm));
  GStringChunk *signs = g_string_chunk_new (512);
  char         *line_state = NULL;

  for (char *line = strtok_r (copy, "\n", &line_state); line != NULL; line = strtok_r (NULL, "\n", &line_state))
    {
      const char *letter = strchr (field_letters, *line);
      char       *state = NULL;

      if (letter == NULL || line[1] != ' ')
        continue;
      g_array_set_size (terms, 0);
      g_string_chunk_clear (signs);
      for (char *piece = strtok_r (line + 2, " ", &state); piece != NULL; piece = strtok_r (NULL, " ", &state))
        {
          if (*piece == '|')
            add_piece (terms, COR_TERM_PAUSE, piece + 1);
          else if (*piece == '~')
            add_signs (terms, signs, piece + 1);
          else
            add_piece (terms, g_ascii_isdigit (*piece) ? COR_TERM_CODE : COR_TERM_WORD, piece);
        }
      func ((CorSearchField) (letter - field_letters), (const CorTerm *) (gpointer) terms->data, terms->len, user_data);
    }
  g_string_chunk_free (signs);
}
