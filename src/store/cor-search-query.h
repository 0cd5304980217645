/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-search-index.h"

G_BEGIN_DECLS

/* How a word of the query became a term of the index. */
typedef enum
{
  COR_SEARCH_EXACT,
  COR_SEARCH_PREFIX, /* it begins so */
  COR_SEARCH_TYPO,   /* it is spelled so but for a letter or two */
  COR_SEARCH_PINYIN, /* it is read so */
} CorSearchMatch;

typedef struct
{
  guint          term;
  float          weight; /* of the query's word, with what the match is worth */
  CorSearchMatch match;
  guint          choice; /* those of one number stand for one word of the question, whichever it was; 0: it stands for itself */
} CorSearchQueryTerm;

/* What a word that says little weighs. */
#define COR_SEARCH_WEIGHT_STOP 0.4f

/* What was done with a word of the query. */
typedef struct
{
  char          *asked;
  char          *taken; /* the index's word; the commonest where there are several */
  CorSearchMatch match; /* never exact */
} CorSearchTaken;

/* A passage of the query, for the ranking by passages and by what stands together. */
typedef struct
{
  GArray                *terms;    /* CorSearchQueryTerm: words and signs */
  GArray                *concepts; /* guint: numbers, each once */
  guint                  n_said;   /* of the concepts; the others are what an answer would be about */
  guint                  n_choices;
  GArray                *spans;    /* float, of each that is said: how much of the question says it, in words */
  GPtrArray             *unknown;  /* char *: words that no article has and nothing was found for */
  GPtrArray             *taken;    /* CorSearchTaken: words that another one was taken for */
  GPtrArray             *stems;    /* char *: the words as they were asked for, for the likeness of their letters */
  const CorSearchFilter *filter;   /* borrowed: who searches; NULL: all articles */
  const char            *language; /* static; NULL: cannot be told */
  const char            *script;   /* "zh-Hans", "zh-Hant" or NULL */
  gboolean               is_told;  /* the text itself tells its language; few articles are in it, and the glossary leads to others */
} CorSearchQuery;

CorSearchQuery *cor_search_query_new (CorSearchIndex *index, const char *text, const char *locale, gboolean is_typing) G_GNUC_WARN_UNUSED_RESULT;
void            cor_search_query_free (CorSearchQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSearchQuery, cor_search_query_free)

G_END_DECLS
