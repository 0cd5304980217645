/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_WRAP_LAYOUT (cor_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (CorWrapLayout, cor_wrap_layout, COR, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *cor_wrap_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
