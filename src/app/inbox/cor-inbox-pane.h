/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-view.h"

G_BEGIN_DECLS

#define COR_TYPE_INBOX_PANE (cor_inbox_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorInboxPane, cor_inbox_pane, COR, INBOX_PANE, GtkWidget)

GtkWidget     *cor_inbox_pane_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           cor_inbox_pane_set_session (CorInboxPane *self, CorSession *session);
void           cor_inbox_pane_set_view (CorInboxPane *self, const CorView *view);
const CorView *cor_inbox_pane_get_view (CorInboxPane *self);
void           cor_inbox_pane_set_conversation (CorInboxPane *self, gint64 id);
void           cor_inbox_pane_select_relative (CorInboxPane *self, int step);
void           cor_inbox_pane_focus_search (CorInboxPane *self);
void           cor_inbox_pane_set_window_controls (CorInboxPane *self, gboolean shown);
void           cor_inbox_pane_set_sidebar_button (CorInboxPane *self, gboolean shown);

G_END_DECLS
