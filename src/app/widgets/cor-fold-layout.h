/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_FOLD_LAYOUT (cor_fold_layout_get_type ())
G_DECLARE_FINAL_TYPE (CorFoldLayout, cor_fold_layout, COR, FOLD_LAYOUT, GtkLayoutManager)

GtkLayoutManager *cor_fold_layout_new (GtkWidget *under, int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
