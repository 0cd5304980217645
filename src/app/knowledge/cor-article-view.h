/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_VIEW (cor_article_view_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleView, cor_article_view, COR, ARTICLE_VIEW, GtkWidget)

GtkWidget   *cor_article_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         cor_article_view_set_document (CorArticleView *self, const char *title, CorDocument *document);
CorDocument *cor_article_view_get_document (CorArticleView *self);
void         cor_article_view_set_insertable (CorArticleView *self, gboolean is_insertable);
void         cor_article_view_set_caption (CorArticleView *self, GtkWidget *caption);
void         cor_article_view_set_marks (CorArticleView *self, GArray *title_marks, GArray *text_marks);
void         cor_article_view_set_previous (CorArticleView *self, CorDocument *previous, const char *heading);

/* Where the reader is */
GListModel *cor_article_view_get_outline (CorArticleView *self);
const char *cor_article_view_get_current_heading (CorArticleView *self);
gboolean    cor_article_view_scroll_to_heading (CorArticleView *self, const char *id);
void        cor_article_view_scroll_to (CorArticleView *self, guint offset);

/* Find in page */
void  cor_article_view_begin_find (CorArticleView *self);
void  cor_article_view_end_find (CorArticleView *self);
void  cor_article_view_find (CorArticleView *self, const char *sought);
void  cor_article_view_find_next (CorArticleView *self, gboolean is_forward);
guint cor_article_view_get_n_found (CorArticleView *self);
guint cor_article_view_get_found (CorArticleView *self);

/* What may be put into a reply */
gboolean cor_article_view_get_selection (CorArticleView *self, CorTextRange *range);
gboolean cor_article_view_get_section (CorArticleView *self, CorTextRange *range);
char    *cor_article_view_dup_part (CorArticleView *self, CorTextRange range, gboolean is_markdown) G_GNUC_WARN_UNUSED_RESULT;

void cor_article_view_print (CorArticleView *self, const char *source);

G_END_DECLS
