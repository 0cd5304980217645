/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_SIDE_LAYOUT (cor_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (CorSideLayout, cor_side_layout, COR, SIDE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *cor_side_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;
void              cor_side_layout_set_side (CorSideLayout *self, GtkAlign side);

G_END_DECLS
