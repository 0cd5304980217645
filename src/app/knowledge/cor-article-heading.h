/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-page.h"

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_HEADING (cor_article_heading_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleHeading, cor_article_heading, COR, ARTICLE_HEADING, GtkWidget)

GtkWidget *cor_article_heading_new (CorArticlePage *page, const CorBlock *heading) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
