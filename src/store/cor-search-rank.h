/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-search-score.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   article;
  double   score;         /* of this query only; the best is about 1 */
  gboolean is_by_meaning; /* no word of the query is in it: the glossary found it */
} CorSearchRanked;

GArray *cor_search_rank (CorSearchIndex *index, const CorSearchQuery *query, const CorSearchWeights *weights, guint limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
