/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean cor_style_color_lookup (GtkWidget *widget, const char *name, GdkRGBA *color);

G_END_DECLS
