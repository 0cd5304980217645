/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-pill.h"
#include "cor-template-pane.h"
#include "cor-template-values.h"

G_BEGIN_DECLS

struct _CorTemplatePane
{
  GtkWidget parent_instance;

  CorSession        *session; /* owned, or NULL */
  CorTemplateItem   *item;    /* owned, or NULL */
  CorTemplateValues *sample;  /* owned, or NULL: not read yet */
  GCancellable      *reading; /* owned, or NULL */
  char              *locale;  /* owned: of the text that is shown */
  char              *wanted;  /* owned, or NULL: the language that was asked for, also where there was none */
  CorRegister        reg;
  gboolean           is_updating;

  /* Template */
  GtkMenuButton   *approve;
  GtkWidget       *approve_now;
  GtkWidget       *body;
  GtkLabel        *decided;
  GtkWidget       *edit;
  GtkLabel        *meta;
  GtkLabel        *needs;
  GtkLabel        *problem;
  GtkLabel        *purpose;
  GtkWidget       *restore;
  GtkWidget       *retire;
  GtkEditable     *reviewer;
  GtkToggleButton *sampled;
  GtkStack        *stack;
  CorPill         *state;
  GtkLabel        *text;
  GtkLabel        *title;
  AdwToastOverlay *toasts;
  GtkWidget       *to_list;
  GtkDropDown     *variants;
};

const CorTemplateVariant *_cor_template_pane_get_variant (CorTemplatePane *self);
void                      _cor_template_pane_show_decision (CorTemplatePane *self, const CorTemplateVariant *variant);
void                      _cor_template_pane_bind_decisions (GtkWidgetClass *widget_class);

G_END_DECLS
