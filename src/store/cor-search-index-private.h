/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-search-index.h"

G_BEGIN_DECLS

/* For cor-search-index.c and cor-search-intake.c only. */
struct _CorSearchIndex
{
  gatomicrefcount   ref_count;
  GMutex            mutex;
  gint64            epoch, revision;
  gboolean          is_warming;                  /* somebody reads the articles piece by piece */
  GHashTable       *numbers[COR_SEARCH_CONCEPT]; /* text → number + 1, of words and of signs */
  GStringChunk     *texts;
  GPtrArray        *terms;              /* CorSearchTerm */
  GArray           *words;              /* CorSearchWord */
  guint            *concepts;           /* concept → term + 1 */
  guint32          *pairs, *pair_marks; /* of concepts in one passage: in how many articles; by which it was counted last */
  GArray           *docs;               /* CorSearchDoc */
  GHashTable       *articles;           /* gint64 → doc + 1 */
  GHashTable       *n_articles;         /* interned locale → how many live ones, templates left out */
  guint             n_live;
  guint             n_passages; /* of the live ones */
  double            sums[COR_SEARCH_N_LENGTHS];
  guint             n_changes;
  guint16          *marks; /* one for each term, all 0 between two uses */
  guint             n_marks;
  CorSearchReadings readings;
};

void cor_search_index_count_article (CorSearchIndex *self, const CorSearchDoc *doc, int step);

G_END_DECLS
