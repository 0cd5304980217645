/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-excerpt.h"
#include "cor-search-filter.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* What is asked of the articles. */
typedef struct
{
  const char     *query;     /* whatever somebody typed or pasted: a word, a whole question, in any language */
  const char     *locale;    /* of who asks, where the question's language cannot be told; or NULL */
  guint           limit;     /* at most so many */
  gboolean        is_typing; /* the last word may be unfinished */
  gboolean        is_brief;  /* no marks and excerpts: only which articles */
  CorSearchFilter filter;
} CorSearchAsk;

/* An article that was found. */
typedef struct
{
  gint64      id; /* local */
  char       *remote_id;
  char       *locale; /* or NULL */
  char       *title;
  char       *audience;
  double      score;             /* of this search only; the best is about 1 */
  gboolean    is_by_meaning;     /* none of the words is in it: the glossary found it */
  gboolean    is_other_language; /* it is in another language than the question */
  GArray     *title_marks;       /* CorMark; NULL in a brief answer */
  CorExcerpt *excerpt;           /* of the body; NULL in a brief answer */
  char       *why;               /* of one found by its meaning or in another language: "到账 = credited"; or NULL */
} CorSearchHit;

/* What was tried for a word that no article has. */
typedef enum
{
  COR_SEARCH_TRIED_CORRECTED, /* spelled otherwise */
  COR_SEARCH_TRIED_COMPLETED, /* the beginning of another word */
  COR_SEARCH_TRIED_PINYIN,    /* read as pinyin */
  COR_SEARCH_TRIED_MEANING,   /* another wording of the glossary */
} CorSearchTriedKind;

typedef struct
{
  CorSearchTriedKind kind;
  char              *asked; /* as the search compares it: folded */
  char              *tried; /* a stem; of a meaning the glossary's name for it */
} CorSearchTried;

typedef struct
{
  GPtrArray *hits;                  /* CorSearchHit, the best first */
  GPtrArray *nearest;               /* CorSearchHit: where there are no hits, what comes closest to the question */
  gboolean   nearest_is_unfiltered; /* they would be hits but for the filter */
  GPtrArray *tried;                 /* CorSearchTried */
  char     **unknown;               /* words of the question that no article has, and nothing like them */
  guint      n_articles;
  guint      n_unread; /* articles that are still being read and were not searched */
  gint64     took_us;  /* without what had to be read first */
} CorSearchResult;

void cor_search_result_free (CorSearchResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSearchResult, cor_search_result_free)

/* Reads the articles in the background, so that the first search need not wait for it. */
void     cor_store_warm_search_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_warm_search_finish (CorStore *store, GAsyncResult *result, GError **error);

void             cor_store_ask_articles_async (CorStore *store, const CorSearchAsk *ask, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void             cor_store_search_articles_async (CorStore *store, const char *query, const char *locale, guint limit, gboolean is_typing, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorSearchResult *cor_store_search_articles_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
