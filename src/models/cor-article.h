/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-articles.h"
#include "cor-store-readings.h"

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE (cor_article_get_type ())
G_DECLARE_FINAL_TYPE (CorArticle, cor_article, COR, ARTICLE, GObject)

CorArticle           *cor_article_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_article_open (CorArticle *self, gint64 id);
void                  cor_article_open_slug (CorArticle *self, const char *slug, const char *const *locales);
gint64                cor_article_get_id (CorArticle *self);
const CorArticleData *cor_article_get_data (CorArticle *self);
const CorArticleData *cor_article_find_translation (CorArticle *self, const char *locale);
GPtrArray            *cor_article_get_translations (CorArticle *self);
GPtrArray            *cor_article_get_related (CorArticle *self);
const CorArticleText *cor_article_get_read_text (CorArticle *self);
gboolean              cor_article_is_complete (CorArticle *self);
void                  cor_article_mark (CorArticle *self, CorReadingMark mark);

G_END_DECLS
