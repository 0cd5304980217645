/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PANES (cor_panes_get_type ())
G_DECLARE_FINAL_TYPE (CorPanes, cor_panes, COR, PANES, GtkWidget)

GtkWidget *cor_panes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_panes_set_children (CorPanes *self, GtkWidget *sidebar, GtkWidget *list, GtkWidget *detail);
void       cor_panes_set_top (CorPanes *self, GtkWidget *top);
void       cor_panes_add_page (CorPanes *self, const char *name, GtkWidget *page);
void       cor_panes_show_page (CorPanes *self, const char *name);
void       cor_panes_show_sidebar (CorPanes *self);
void       cor_panes_show_list (CorPanes *self);
void       cor_panes_show_detail (CorPanes *self);
void       cor_panes_go_back (CorPanes *self);
gboolean   cor_panes_is_folded (CorPanes *self);
gboolean   cor_panes_is_sidebar_folded (CorPanes *self);
gboolean   cor_panes_is_detail_shown (CorPanes *self);

G_END_DECLS
