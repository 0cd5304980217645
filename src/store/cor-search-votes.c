/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-votes"

#include "config.h"

#include "cor-search-votes.h"

#include <math.h>
#include <stdio.h>

/* Small, for who asks wants what fits: ten replies that resolved weigh about a twentieth, a review of this week against
 * one of some years ago the thirtieth part. Neither lifts an article over one that fits clearly better. */
#define VOTE_OF_USE 0.02
#define VOTE_OF_FRESHNESS 0.03

/* Seconds after which a review counts half. */
#define HALF_LIFE (365.0 * 86400)

/* So many of the best are looked at: those after them are not lifted over these. */
#define N_LOOKED_AT 30

/**
 * cor_search_votes_weigh:
 * @n_resolved: replies with it, in conversations that are resolved
 * @age: seconds since somebody reviewed or changed it; -1: not known, as if it was a half-life ago
 *
 * Returns: the factor of its score
 */
double
cor_search_votes_weigh (guint  n_resolved,
                        gint64 age)
{
  double fresh = age < 0 ? 0.5 : exp2 (-(double) age / HALF_LIFE);

  return (1 + VOTE_OF_USE * log1p (n_resolved)) * (1 + VOTE_OF_FRESHNESS * fresh);
}

static gint64
read_age (sqlite3_stmt *row,
          gint64        now)
{
  g_autoptr (GDateTime) reviewed = NULL;
  const char *day = cor_column_text (row, 0);
  gint64      at = cor_column_int (row, 1);
  int         year = 0, month = 0, of_month = 0;

  if (day != NULL && sscanf (day, "%4d-%2d-%2d", &year, &month, &of_month) == 3)
    reviewed = g_date_time_new_utc (year, month, of_month, 0, 0, 0);
  if (reviewed != NULL)
    at = g_date_time_to_unix (reviewed);
  return at > 0 ? MAX (now - at, 0) : -1;
}

/**
 * cor_search_votes_get:
 * @article: local id
 * @now: seconds since the epoch
 *
 * Returns: what its score is to be multiplied by; near 1
 */
double
cor_search_votes_get (CorDb *db,
                      gint64 article,
                      gint64 now)
{
  sqlite3_stmt *row = cor_db_query (db, "article-votes", "l", article);
  double        factor = 1;

  while (cor_db_next (db, row))
    factor = cor_search_votes_weigh ((guint) cor_column_int (row, 2), read_age (row, now));
  return factor;
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

/**
 * cor_search_votes_apply:
 * @ranked: (inout) (element-type CorSearchRanked): the best first; put in a new order
 * @now: seconds since the epoch
 */
void
cor_search_votes_apply (CorDb  *db,
                        GArray *ranked,
                        gint64  now)
{
  /* what is not looked at stays behind, however small the factors are */
  double least = 1;

  for (guint i = 0; i < MIN (ranked->len, N_LOOKED_AT); i++)
    {
      double factor = cor_search_votes_get (db, g_array_index (ranked, CorSearchRanked, i).article, now);

      least = MIN (least, factor);
      g_array_index (ranked, CorSearchRanked, i).score *= factor;
    }
  for (guint i = N_LOOKED_AT; i < ranked->len; i++)
    g_array_index (ranked, CorSearchRanked, i).score *= least;
  g_array_sort (ranked, compare_ranked);
}
