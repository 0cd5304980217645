/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* An article that was found. */
typedef struct
{
  gint64   id; /* local */
  char    *remote_id;
  char    *locale; /* or NULL */
  char    *title;
  char    *audience;
  double   score;             /* of this search only; the best is about 1 */
  gboolean is_by_meaning;     /* none of the words is in it: the glossary found it */
  gboolean is_other_language; /* it is in another language than the question */
} CorSearchHit;

typedef struct
{
  GPtrArray *hits;    /* CorSearchHit, the best first */
  char     **unknown; /* words of the question that no article has, and nothing like them */
  guint      n_articles;
  gint64     took_us; /* without what had to be read first */
} CorSearchResult;

void cor_search_result_free (CorSearchResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSearchResult, cor_search_result_free)

void             cor_store_search_articles_async (CorStore *store, const char *query, const char *locale, guint limit, gboolean is_typing, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorSearchResult *cor_store_search_articles_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
