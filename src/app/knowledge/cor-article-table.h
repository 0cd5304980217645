/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-page.h"

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_TABLE (cor_article_table_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleTable, cor_article_table, COR, ARTICLE_TABLE, GtkWidget)

GtkWidget *cor_article_table_new (CorArticlePage *page, const CorBlock *table) G_GNUC_WARN_UNUSED_RESULT;
void       cor_article_table_show_row_at (CorArticleTable *self, guint offset);

G_END_DECLS
