/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-search-query.h"

G_BEGIN_DECLS

/* Terms of the index that are meant by a word that is not in it; for cor-search-query.c. Each appends
 * CorSearchQueryTerm, the likeliest first, and returns whether there are any. */

gboolean cor_search_near_prefix (CorSearchIndex *index, const char *word, float weight, guint most, GArray *found);
gboolean cor_search_near_typo (CorSearchIndex *index, const char *word, float weight, GArray *found);
gboolean cor_search_near_stem (CorSearchIndex *index, const char *surface, float weight, GArray *found);
gboolean cor_search_near_pinyin (CorSearchIndex *index, const char *letters, float weight, GArray *found);
void     cor_search_near_any (CorSearchIndex *index, const char *word, float weight, GArray *found);

gboolean cor_search_near_read (CorSearchIndex *index, guint most);

guint cor_search_near_distance (const char *a, const char *b, guint most);

G_END_DECLS
