/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

/*
 * CorContextTab: what stands under a tab of the context pane. To add one: a widget that implements this, and
 * a line in cor-context-tabs.c.
 *
 * "open-conversation" (gint64): asked of the window.
 */
#define COR_TYPE_CONTEXT_TAB (cor_context_tab_get_type ())
G_DECLARE_INTERFACE (CorContextTab, cor_context_tab, COR, CONTEXT_TAB, GtkWidget)

struct _CorContextTabInterface
{
  GTypeInterface parent_interface;

  void (*set_session) (CorContextTab *self, CorSession *session);
  void (*set_conversation) (CorContextTab *self, gint64 conversation);
};

void cor_context_tab_set_session (CorContextTab *self, CorSession *session);
void cor_context_tab_set_conversation (CorContextTab *self, gint64 conversation);
void cor_context_tab_open_conversation (CorContextTab *self, gint64 conversation);

/* What the header of the pane knows of a tab before it is opened. */
typedef struct
{
  const char *name;      /* in the settings and in actions; never changes */
  const char *title;     /* untranslated */
  const char *icon_name; /* symbolic */
  GType (*get_type) (void);
} CorContextTabKind;

const CorContextTabKind *cor_context_tab_get_kinds (guint *n);

G_END_DECLS
