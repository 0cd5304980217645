/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-page.h"
#include "cor-article-rows.h"

G_BEGIN_DECLS

GtkWidget *cor_article_part_new (CorArticlePage *page, const CorArticleRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
