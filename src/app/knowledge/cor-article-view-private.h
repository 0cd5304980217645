/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-page.h"
#include "cor-article-text.h"
#include "cor-article-view.h"

G_BEGIN_DECLS

struct _CorArticleView
{
  GtkWidget parent_instance;

  CorArticlePage *page;            /* owned, or NULL */
  char           *title;           /* owned */
  GArray         *rows;            /* owned: CorArticleRow, or NULL */
  GPtrArray      *parts;           /* owned: borrowed widgets, as many of the rows as are made */
  GtkWidget      *chapter;         /* borrowed: takes the next rows */
  GListStore     *outline;         /* owned: CorArticleOutline */
  CorDocument    *previous;        /* owned, or NULL */
  char           *sought;          /* owned, or NULL: find in page */
  const char     *current_heading; /* borrowed: page, or NULL */
  guint           build_id;        /* idle */
  guint           scroll_id;       /* tick */
  guint           scroll_offset;
  double          scroll_y; /* where it was in the frame before */
  guint           n_ticks;  /* since the scrolling was asked for */
  gboolean        is_scroll_to_top;
  gboolean        is_insertable;

  /* Template */
  GtkWidget         *body;
  GtkWidget         *caption;
  GtkWidget         *changes;
  GtkWidget         *column;
  GtkEditable       *find_entry;
  GtkWidget         *find_next;
  GtkWidget         *find_previous;
  GtkRevealer       *find_revealer;
  GtkLabel          *found;
  GtkScrolledWindow *scrolled;
  GtkLabel          *title_label;
};

/* Of cor-article-view-build.c */
void            cor_article_view_show_rows (CorArticleView *self);
void            cor_article_view_clear_rows (CorArticleView *self);
void            cor_article_view_build_until (CorArticleView *self, guint offset);
void            cor_article_view_update_marks (CorArticleView *self);
CorArticleText *cor_article_view_find_text (CorArticleView *self, guint offset);

/* Of cor-article-view-find.c: GtkBuilder callbacks and actions */
void cor_article_view_bind_find (GtkWidgetClass *widget_class);
void cor_article_view_update_found (CorArticleView *self);

/* Of cor-article-view-place.c */
void cor_article_view_fill_outline (CorArticleView *self);
void cor_article_view_update_place (CorArticleView *self);
void cor_article_view_stop_scrolling (CorArticleView *self);

G_END_DECLS
