/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

/*
 * CorPage: what takes the place of list, conversation and context for a while, opened at the foot of the sidebar.
 * To add one: a subclass with a CorPageHead on top, and a line in cor-pages.c. The workbench sets its properties "folded"
 * (the sidebar is not beside it) and "conversation" (what is open below it: local id, 0 nothing).
 *
 * "close": back to where the agent was; "sidebar-requested"; "open-conversation" (gint64).
 * Actions: "page.close", "page.show-sidebar".
 */
#define COR_TYPE_PAGE (cor_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CorPage, cor_page, COR, PAGE, GtkWidget)

struct _CorPageClass
{
  GtkWidgetClass parent_class;

  void (*set_session) (CorPage *self, CorSession *session);
  void (*enter) (CorPage *self);
  gboolean (*find) (CorPage *self);             /* or NULL: where one begins */
  void (*conversation_changed) (CorPage *self); /* or NULL */
};

void   cor_page_set_session (CorPage *self, CorSession *session);
void   cor_page_enter (CorPage *self);
void   cor_page_find (CorPage *self);
void   cor_page_close (CorPage *self);
gint64 cor_page_get_conversation (CorPage *self);

/* What is known of a page before it is opened. */
typedef struct
{
  const char *name;      /* in actions and in the window; never changes */
  const char *title;     /* untranslated */
  const char *icon_name; /* symbolic */
  GType (*get_type) (void);
} CorPageKind;

const CorPageKind *cor_page_get_kinds (guint *n);
const CorPageKind *cor_page_find_kind (const char *name);

G_END_DECLS
