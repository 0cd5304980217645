/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-view-item.h"

G_BEGIN_DECLS

#define COR_TYPE_SIDEBAR_ROW (cor_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (CorSidebarRow, cor_sidebar_row, COR, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget   *cor_sidebar_row_new (CorViewItem *item) G_GNUC_WARN_UNUSED_RESULT;
CorViewItem *cor_sidebar_row_get_item (CorSidebarRow *self);
void         cor_sidebar_row_update_visible (CorSidebarRow *self);

G_END_DECLS
