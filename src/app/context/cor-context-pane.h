/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-context-tab.h"

G_BEGIN_DECLS

#define COR_TYPE_CONTEXT_PANE (cor_context_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorContextPane, cor_context_pane, COR, CONTEXT_PANE, GtkWidget)

GtkWidget     *cor_context_pane_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           cor_context_pane_set_session (CorContextPane *self, CorSession *session);
void           cor_context_pane_set_conversation (CorContextPane *self, gint64 conversation);
CorContextTab *cor_context_pane_show_tab (CorContextPane *self, const char *name);
gboolean       cor_context_pane_show_nth_tab (CorContextPane *self, guint n);
CorContextTab *cor_context_pane_get_tab (CorContextPane *self, const char *name);
const char    *cor_context_pane_get_shown_tab (CorContextPane *self);

G_END_DECLS
