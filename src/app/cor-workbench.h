/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-page.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_WORKBENCH (cor_workbench_get_type ())
G_DECLARE_FINAL_TYPE (CorWorkbench, cor_workbench, COR, WORKBENCH, GtkWidget)

GtkWidget  *cor_workbench_new (CorSession *session) G_GNUC_WARN_UNUSED_RESULT;
void        cor_workbench_open_conversation (CorWorkbench *self, gint64 id);
void        cor_workbench_open_view (CorWorkbench *self, const char *key);
gboolean    cor_workbench_open_nth_view (CorWorkbench *self, guint n);
gboolean    cor_workbench_open_context_tab (CorWorkbench *self, guint n);
gboolean    cor_workbench_open_context_tab_named (CorWorkbench *self, const char *name);
CorPage    *cor_workbench_open_page (CorWorkbench *self, const char *name);
void        cor_workbench_close_page (CorWorkbench *self);
const char *cor_workbench_get_page (CorWorkbench *self);
void        cor_workbench_step (CorWorkbench *self, int step);
void        cor_workbench_search (CorWorkbench *self);
void        cor_workbench_find (CorWorkbench *self);
void        cor_workbench_go_back (CorWorkbench *self);
void        cor_workbench_toggle_context (CorWorkbench *self);
void        cor_workbench_act (CorWorkbench *self, const char *action_name);
void        cor_workbench_restore (CorWorkbench *self);
void        cor_workbench_leave (CorWorkbench *self);
void        cor_workbench_leave_place (CorWorkbench *self);
gboolean    cor_workbench_has_conversation (CorWorkbench *self);
void        cor_workbench_calculate_payment (CorWorkbench *self);
void        cor_workbench_insert_answer (CorWorkbench *self, gboolean as_link);

G_END_DECLS
