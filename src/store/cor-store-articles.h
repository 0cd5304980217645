/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;      /* local; 0: not put yet */
  gint64 account; /* 0: of no account */
  char  *source;  /* "import", or the service it is from */
  char  *remote_id;
  char  *locale; /* BCP 47, or NULL */
  char  *title;
  char  *body;      /* Markdown or plain */
  char  *questions; /* that it answers, one a line, or NULL */
  char  *tags;      /* one a line, or NULL */
  char  *category;  /* or NULL */
  char  *url;       /* or NULL */
  char  *audience;  /* "public", "internal", "restricted"; NULL: public */
  gint64 updated_at;
} CorArticleData;

CorArticleData *cor_article_data_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            cor_article_data_free (CorArticleData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorArticleData, cor_article_data_free)

void     cor_store_put_articles_async (CorStore *store, GPtrArray *articles, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_put_articles_finish (CorStore *store, GAsyncResult *result, GError **error);

void            cor_store_load_article_async (CorStore *store, const char *remote_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorArticleData *cor_store_load_article_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
