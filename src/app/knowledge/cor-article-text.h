/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-page.h"

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_TEXT (cor_article_text_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleText, cor_article_text, COR, ARTICLE_TEXT, GtkWidget)

GtkWidget      *cor_article_text_new (CorArticlePage *page, const CorBlock *leaf) G_GNUC_WARN_UNUSED_RESULT;
GtkLabel       *cor_article_text_get_label (CorArticleText *self);
const CorBlock *cor_article_text_get_leaf (CorArticleText *self);
void            cor_article_text_update (CorArticleText *self);
gboolean        cor_article_text_get_selection (CorArticleText *self, CorTextRange *range);
int             cor_article_text_get_y (CorArticleText *self, guint offset, int *height);

G_END_DECLS
