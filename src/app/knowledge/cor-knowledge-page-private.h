/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-aside.h"
#include "cor-article-pane.h"
#include "cor-bulletin-card.h"
#include "cor-knowledge-filters.h"
#include "cor-knowledge-list.h"
#include "cor-knowledge-page.h"
#include "cor-page-split.h"
#include "cor-session.h"

G_BEGIN_DECLS

struct _CorKnowledgePage
{
  CorPage parent_instance;

  CorSession         *session;   /* owned, or NULL */
  CorKnowledgeSearch *search;    /* owned, or NULL */
  char               *previewed; /* owned: the query whose first result was put on screen, or NULL */
  GtkWidget          *list;      /* borrowed, as all below: split */
  GtkWidget          *article;
  GtkWidget          *aside;

  /* Template */
  CorBulletinCard     *bulletin;
  GtkSearchEntry      *entry;
  CorKnowledgeFilters *filters;
  GtkWidget           *root;
  CorPageSplit        *split;
};

void _cor_knowledge_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
