/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-view.h"

G_BEGIN_DECLS

#define COR_TYPE_SIDEBAR (cor_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (CorSidebar, cor_sidebar, COR, SIDEBAR, GtkWidget)

GtkWidget *cor_sidebar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_sidebar_set_session (CorSidebar *self, CorSession *session);
void       cor_sidebar_select (CorSidebar *self, const char *key);
void       cor_sidebar_set_page_count (CorSidebar *self, const char *page, guint n);
gboolean   cor_sidebar_activate_nth (CorSidebar *self, guint n);
void       cor_sidebar_set_window_controls (CorSidebar *self, gboolean shown);

G_END_DECLS
