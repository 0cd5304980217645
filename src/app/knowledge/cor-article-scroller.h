/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_SCROLLER (cor_article_scroller_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleScroller, cor_article_scroller, COR, ARTICLE_SCROLLER, GtkWidget)

GtkWidget *cor_article_scroller_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

void cor_article_scroller_reveal (CorArticleScroller *self, GtkWidget *descendant);

G_END_DECLS
