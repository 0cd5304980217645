/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article.h"
#include "cor-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_ASIDE (cor_article_aside_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleAside, cor_article_aside, COR, ARTICLE_ASIDE, GtkWidget)

GtkWidget *cor_article_aside_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_article_aside_show (CorArticleAside *self, CorArticle *article, CorDocument *document);

G_END_DECLS
