/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-taught"

#include "config.h"

#include "cor-search-taught.h"

#include <math.h>
#include <string.h>

#define MOST_QUESTIONS 100

/* A longer line is prose; so are lines of which fewer than a fifth are written as questions. */
#define MAX_QUESTION 300
#define LEAST_ASKED 5

/* The vote of the likeliest article, beside the score of the best, which is about 1. One that is less likely by so
 * many powers of e has none. */
#define VOTE 0.25
#define RANGE 5.0

#define N_GUESSED 30

/* What was learned about fewer than half of the articles in question only says that it knows those. */
#define N_LOOKED_AT 10

static void
add_lines (GPtrArray  *lines,
           const char *text,
           gboolean   *is_prose)
{
  g_auto (GStrv) split = g_strsplit (text != NULL ? text : "", "\n", -1);
  guint n = 0;
  guint n_asked = 0;

  for (guint i = 0; split[i] != NULL; i++)
    {
      const char *line = g_strstrip (split[i]);

      n += *line != '\0';
      n_asked += g_str_has_suffix (line, "?") || g_str_has_suffix (line, "？");
      *is_prose |= strlen (line) > MAX_QUESTION || *line == '#';
      if (*line != '\0' && lines->len < MOST_QUESTIONS)
        g_ptr_array_add (lines, g_strdup (line));
    }
  *is_prose |= n_asked * LEAST_ASKED < n;
}

/**
 * cor_search_taught_list:
 * @questions: (nullable): one a line
 * @body: (nullable): counted too where it is nothing but short lines, as a list of questions is
 * @least: so many questions, if not none at all
 *
 * Returns: (transfer full) (element-type utf8): the article's example questions, with its title; none where there
 *   are too few
 */
GPtrArray *
cor_search_taught_list (const char *title,
                        const char *questions,
                        const char *body,
                        guint       least)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) of_body = g_ptr_array_new_with_free_func (g_free);
  gboolean is_prose = FALSE;

  add_lines (of_body, body, &is_prose);
  is_prose |= of_body->len < COR_SEARCH_TAUGHT_LEAST;
  add_lines (lines, title, &(gboolean){ FALSE });
  add_lines (lines, questions, &(gboolean){ FALSE });
  if (!is_prose)
    g_ptr_array_extend_and_steal (lines, g_steal_pointer (&of_body));
  if (lines->len <= least)
    g_ptr_array_set_size (lines, 0);
  return lines;
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const CorSearchRanked *one = a;
  const CorSearchRanked *two = b;

  if (one->score != two->score)
    return one->score > two->score ? -1 : 1;
  return one->article < two->article ? -1 : one->article > two->article;
}

static double
get_share (const CorGuess *guesses,
           guint           n,
           const char     *name)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (guesses[i].label, name))
      return guesses[i].share;
  return 0;
}

/**
 * cor_search_taught_vote:
 * @ranked: (inout) (element-type CorSearchRanked): from cor_search_rank(); put in a new order
 * @text: the question
 * @get_name: the caller frees what it returns
 *
 * Lets what was learned vote: the more, the more of the question's words and of the articles it is about were
 * learned.
 */
void
cor_search_taught_vote (GArray           *ranked,
                        CorClassifier    *classifier,
                        const char       *text,
                        CorSearchNameFunc get_name,
                        gpointer          user_data)
{
  CorGuess           guesses[N_GUESSED];
  double             familiarity = cor_classifier_get_familiarity (classifier, text);
  guint              n = familiarity > 0 ? cor_classifier_guess (classifier, text, guesses, N_GUESSED) : 0;
  g_autofree double *votes = g_new0 (double, ranked->len + 1);
  guint              n_known = 0;

  for (guint i = 0; i < ranked->len && n > 0; i++)
    {
      g_autofree char *name = get_name (g_array_index (ranked, CorSearchRanked, i).article, user_data);
      double           share = name != NULL ? get_share (guesses, n, name) : 0;

      n_known += i < N_LOOKED_AT && name != NULL && cor_classifier_has_label (classifier, name);
      votes[i] = share > 0 ? MAX (0, 1 + log (share / guesses[0].share) / RANGE) : 0;
    }
  if (2 * n_known < MIN (N_LOOKED_AT, ranked->len))
    return;
  for (guint i = 0; i < ranked->len; i++)
    g_array_index (ranked, CorSearchRanked, i).score += VOTE * familiarity * votes[i] * n_known / MIN (N_LOOKED_AT, ranked->len);
  g_array_sort (ranked, compare_ranked);
}
