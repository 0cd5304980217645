/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-aside.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_PANE (cor_article_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorArticlePane, cor_article_pane, COR, ARTICLE_PANE, GtkWidget)

GtkWidget  *cor_article_pane_new (CorArticleAside *aside) G_GNUC_WARN_UNUSED_RESULT;
void        cor_article_pane_set_session (CorArticlePane *self, CorSession *session);
void        cor_article_pane_open (CorArticlePane *self, gint64 article);
void        cor_article_pane_preview (CorArticlePane *self, gint64 article);
void        cor_article_pane_set_query (CorArticlePane *self, const char *query);
void        cor_article_pane_set_folded (CorArticlePane *self, gboolean is_folded);
void        cor_article_pane_set_can_insert (CorArticlePane *self, gboolean can_insert);
gboolean    cor_article_pane_begin_find (CorArticlePane *self);
CorArticle *cor_article_pane_get_article (CorArticlePane *self);

G_END_DECLS
