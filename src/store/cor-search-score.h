/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-search-query.h"

G_BEGIN_DECLS

/* The parts of the score, for cor-search-rank.c. */

/* An article that may be an answer. */
typedef struct
{
  guint    doc;
  gboolean is_other_language; /* than the query */
  gboolean is_foreign;        /* and the query tells its own, so that words of the two that look alike say little */
  double   words, concepts;   /* first by the postings, then exactly */
  double   pairs, grams, passages;
  double   contrast; /* 0 to 1 */
  double   total;
} CorSearchCandidate;

/* What the parts of the score weigh; the words weigh 1. */
typedef struct
{
  double title;
  double concepts, pairs, grams;
  double passages;         /* of the best article's sum of the others */
  double verbatim;         /* of what passages have above VERBATIM */
  double contrast;         /* the part of the sum that is lost by it */
  double language, script; /* how much an article in those of the question is preferred */
} CorSearchWeights;

extern const CorSearchWeights cor_search_weights;

double cor_search_score_idf (CorSearchIndex *index, guint n_docs);
double cor_search_score_bm25 (double count, double length, double mean, double k1, double b);

void cor_search_score_postings (CorSearchIndex *index, const CorSearchQuery *query, const CorSearchWeights *weights, float *words, float *concepts);
void cor_search_score_exactly (CorSearchIndex *index, const CorSearchQuery *query, const CorSearchWeights *weights, GArray *candidates);
void cor_search_score_pairs (CorSearchIndex *index, const CorSearchQuery *query, GArray *candidates);
void cor_search_score_contrast (CorSearchIndex *index, const CorSearchQuery *query, GArray *candidates);
void cor_search_score_grams (CorSearchIndex *index, const CorSearchQuery *query, GArray *candidates);
void cor_search_score_passages (CorSearchIndex *index, const CorSearchQuery *query, GArray *candidates);

G_END_DECLS
