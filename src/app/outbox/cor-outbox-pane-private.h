/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-outbox-detail.h"
#include "cor-outbox-pane.h"
#include "cor-outbox.h"

G_BEGIN_DECLS

struct _CorOutboxPane
{
  GtkWidget parent_instance;

  CorSession   *session; /* owned, or NULL */
  CorOutbox    *outbox;  /* owned, or NULL */
  GCancellable *acting;  /* owned: questions to the agent */
  guint         room_idle;
  guint         is_folded : 1; /* the window folded the sidebar away */
  guint         shows_controls : 1;
  guint         is_narrow : 1;    /* list or detail, not both */
  guint         is_stacked : 1;   /* conversation above reply */
  guint         shows_detail : 1; /* which of the two, when narrow */

  /* Template */
  GtkWidget       *back;
  GtkWidget       *content;
  GtkWidget       *controls;
  GtkLabel        *count;
  CorOutboxDetail *detail;
  GtkStack        *detail_side;
  GtkLabel        *empty;
  GtkWidget       *hint;
  GtkListBox      *list;
  GtkWidget       *list_side;
  GtkWidget       *none_controls;
  GtkStack        *stack;
};

void _cor_outbox_pane_install_actions (GtkWidgetClass *widget_class);
void _cor_outbox_pane_update_actions (CorOutboxPane *self);
void _cor_outbox_pane_update_room (CorOutboxPane *self);

G_END_DECLS
