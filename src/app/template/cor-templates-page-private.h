/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-page-split.h"
#include "cor-session.h"
#include "cor-template-catalog.h"
#include "cor-template-coverage.h"
#include "cor-template-pane.h"
#include "cor-templates-page.h"

G_BEGIN_DECLS

struct _CorTemplatesPage
{
  CorPage parent_instance;

  CorSession         *session; /* owned, or NULL */
  CorTemplateCatalog *catalog; /* owned, or NULL */
  GtkListBox         *list;    /* borrowed: split */
  CorTemplatePane    *pane;    /* borrowed: split */
  char               *wanted;  /* owned: id of one's own that is to be shown when it is there, or NULL */

  /* Template */
  CorTemplateCoverage *coverage;
  GtkSearchEntry      *entry;
  GtkDropDown         *filter;
  GtkToggleButton     *languages;
  GtkWidget           *root;
  CorPageSplit        *split;
  GtkStack            *stack;
  GtkToggleButton     *texts;
  AdwToastOverlay     *toasts;
};

void _cor_templates_page_install_actions (GtkWidgetClass *widget_class);
void _cor_templates_page_want (CorTemplatesPage *self, const char *id);

G_END_DECLS
