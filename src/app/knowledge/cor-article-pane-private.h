/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-pane.h"

#include "cor-article-view.h"
#include "cor-locale-switch.h"

G_BEGIN_DECLS

struct _CorArticlePane
{
  GtkWidget parent_instance;

  CorSession      *session;    /* owned, or NULL */
  CorArticle      *article;    /* owned, or NULL */
  CorArticle      *beside;     /* owned, or NULL: another language of it */
  CorArticleAside *aside;      /* borrowed: beside this in the page */
  GtkWidget       *caption;    /* owned; below the title */
  char            *query;      /* owned, or NULL: what is marked */
  char            *shown;      /* owned: digest of the text on screen, or NULL */
  gint64           shown_id;   /* local id of it */
  gint64           read_id;    /* of the text that was marked as read */
  gboolean         can_insert; /* there is a reply to insert into */
  gboolean         is_folded;
  gboolean         is_preview; /* nobody chose it: it does not count as read */
  gboolean         is_showing; /* the buttons are set by us */

  /* Template */
  GtkWidget       *back;
  GtkWidget       *beside_line;
  CorArticleView  *beside_view;
  GtkWidget       *copy_link;
  GtkWidget       *deeds;
  GtkWidget       *edit;
  GtkToggleButton *favourite;
  GtkWidget       *insert;
  CorLocaleSwitch *locales;
  GtkWidget       *print;
  GtkStack        *stack;
  GtkWidget       *tools;
  CorArticleView  *view;
};

void _cor_article_pane_install_actions (GtkWidgetClass *widget_class);
void _cor_article_pane_update_actions (CorArticlePane *self);
void _cor_article_pane_insert (CorArticlePane *self, CorTextRange range);

G_END_DECLS
