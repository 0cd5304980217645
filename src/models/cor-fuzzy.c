/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fuzzy"

#include "config.h"

#include "cor-fuzzy.h"

enum
{
  LETTER = 1,
  IN_A_ROW = 8, /* beside the letter before */
  WORD_START = 4,
  AT_START = 6,
};

/* Longer queries are cut: what somebody types into a palette is short. */
#define MAX_LETTERS 64

static guint
worth_of (const char *text, const char *at, gboolean in_a_row)
{
  gboolean is_start = at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));

  return LETTER + (in_a_row ? IN_A_ROW : 0) + (at == text ? AT_START : is_start ? WORD_START
                                                                                : 0);
}

/* The best worth of the letters of @query from @text on, each in its order; 0: one is missing. */
static guint
match_from (const char *query, const char *text, const char *start)
{
  const char *last = NULL;
  const char *at = start;
  guint       score = 0;

  for (const char *letter = query; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      gunichar sought = g_utf8_get_char (letter);

      if (g_unichar_isspace (sought))
        continue;
      while (*at != '\0' && g_utf8_get_char (at) != sought)
        at = g_utf8_next_char (at);
      if (*at == '\0')
        return 0;
      score += worth_of (text, at, last != NULL && g_utf8_next_char (last) == at);
      last = at;
      at = g_utf8_next_char (at);
    }
  return score;
}

/**
 * cor_fuzzy_score:
 * @folded_query: cor_fold() of what was typed
 * @folded_text: cor_fold() of a name
 *
 * Every letter typed has to be in the text, in this order; those that begin words or stand together count more.
 * Any thread.
 *
 * Returns: how well it fits, 0: not; an empty query fits everything a little
 */
guint
cor_fuzzy_score (const char *folded_query, const char *folded_text)
{
  guint best = 0;

  if (folded_query[0] == '\0')
    return 1;
  if (g_utf8_strlen (folded_query, -1) > MAX_LETTERS)
    return 0;
  for (const char *start = folded_text; *start != '\0'; start = g_utf8_next_char (start))
    if (g_utf8_get_char (start) == g_utf8_get_char (folded_query))
      best = MAX (best, match_from (folded_query, folded_text, start));
  return best;
}
