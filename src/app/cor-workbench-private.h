/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-bulletins.h"
#include "cor-context-host.h"
#include "cor-context-pane.h"
#include "cor-conversation-pane.h"
#include "cor-inbox-pane.h"
#include "cor-outbox-pane.h"
#include "cor-page.h"
#include "cor-panes.h"
#include "cor-sidebar.h"
#include "cor-workbench.h"

G_BEGIN_DECLS

struct _CorWorkbench
{
  GtkWidget parent_instance;

  CorSession   *session;   /* owned */
  CorBulletins *bulletins; /* owned: those that wait, for the sidebar */
  GtkWidget    *panes;     /* owned: child */
  GtkWidget    *sidebar;   /* borrowed, as all below: panes */
  GtkWidget    *inbox;
  GtkWidget    *host;
  GtkWidget    *conversation;
  GtkWidget    *context;
  GtkWidget    *outbox;
  GHashTable   *pages;        /* owned: name of a CorPageKind -> CorPage, those that were opened */
  const char   *place;        /* interned: "outbox", name of a CorPageKind, or NULL: list and conversation */
  const char   *place_before; /* what closing the page goes back to */
  GtkWidget    *focus_before; /* weak: where the caret was when the page was opened */
  gint64        id;           /* the open conversation, 0 none */
};

void _cor_workbench_update_frame (CorWorkbench *self);
void _cor_workbench_update_page_frame (CorWorkbench *self);
void _cor_workbench_set_flag (GtkWidget *pane, const char *property, gboolean value);
void _cor_workbench_remember (CorWorkbench *self, const char *view_key);
void _cor_workbench_show_place (CorWorkbench *self, const char *place);
void _cor_workbench_follow_bulletins (CorWorkbench *self);
void _cor_workbench_connect_context (CorWorkbench *self);
void _cor_workbench_install_page_keys (GtkWidgetClass *widget_class);

G_END_DECLS
