/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* From so many days before the day on which a rule applies, its bulletin shows. */
#define COR_BULLETIN_DAYS_AHEAD 30

/* Which articles; what is 0 or NULL does not narrow. */
typedef struct
{
  const char        *kind;     /* as cor_article_kind_to_string() writes it */
  const char        *category; /* with its own source, where two sources have one of the same name */
  const char        *source;
  gboolean           is_favourite;
  gboolean           is_recent;  /* read or used, the last first */
  gboolean           is_changed; /* since the agent read it */
  const char *const *locales;    /* which of its texts, the best first */
  guint              limit;
} CorArticleFilter;

typedef struct
{
  char          *source;
  char          *category; /* "" for none */
  CorArticleKind kind;
  guint          n_articles; /* translations count once */
} CorArticleCategory;

/* Articles without their texts, each in one language. */
void       cor_store_list_articles_async (CorStore *store, const CorArticleFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void       cor_store_list_translations_async (CorStore *store, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void       cor_store_list_bulletins_async (CorStore *store, const char *today, gint64 conversation, gboolean with_acknowledged, const char *const *locales, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_articles_finish (CorStore *store, GAsyncResult *result, GError **error);

void       cor_store_list_article_categories_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_article_categories_finish (CorStore *store, GAsyncResult *result, GError **error);

void cor_article_category_free (CorArticleCategory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorArticleCategory, cor_article_category_free)

G_END_DECLS
