/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"
#include "cor-store.h"

G_BEGIN_DECLS

#define COR_ARTICLE_SOURCE_OWN "own"
#define COR_ARTICLE_SOURCE_IMPORT "import"
#define COR_ARTICLE_SOURCE_HELP_CENTRE "help-centre"
#define COR_ARTICLE_SOURCE_PACK_PREFIX "pack:"

void     cor_store_put_articles_async (CorStore *store, GPtrArray *articles, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_put_articles_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Removes what the source no longer has. */
void     cor_store_keep_articles_async (CorStore *store, gint64 account, const char *source, const char *const *remote_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_keep_articles_finish (CorStore *store, GAsyncResult *result, GError **error);

/* One article with its text: by what its source calls it, by local id, or by what its translations share. */
void            cor_store_load_article_async (CorStore *store, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void            cor_store_load_article_by_id_async (CorStore *store, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void            cor_store_load_article_by_slug_async (CorStore *store, gint64 account, const char *source, const char *slug, const char *const *locales, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorArticleData *cor_store_load_article_finish (CorStore *store, GAsyncResult *result, GError **error);

/* The agent's own. */
void     cor_store_save_own_article_async (CorStore *store, CorArticleData *article, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64   cor_store_save_own_article_finish (CorStore *store, GAsyncResult *result, GError **error);
void     cor_store_remove_own_article_async (CorStore *store, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_remove_own_article_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
