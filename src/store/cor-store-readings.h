/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* What the agent did with an article. It is kept by (account, source, slug), so that a source that sends all its
 * articles again does not undo it. */
typedef enum
{
  COR_READING_READ, /* this text of it, as it is now */
  COR_READING_USED, /* put into a reply, or linked */
  COR_READING_FAVOURITE,
  COR_READING_NOT_FAVOURITE,
  COR_READING_ACKNOWLEDGED, /* a bulletin */
} CorReadingMark;

void     cor_store_mark_article_async (CorStore *store, gint64 id, CorReadingMark mark, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_mark_article_finish (CorStore *store, GAsyncResult *result, GError **error);

/* The text as the agent read it last. */
typedef struct
{
  char  *title;
  char  *body;
  gint64 read_at;
} CorArticleText;

void cor_article_text_free (CorArticleText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorArticleText, cor_article_text_free)
void            cor_store_load_read_text_async (CorStore *store, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorArticleText *cor_store_load_read_text_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
