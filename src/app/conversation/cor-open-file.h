/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cor_open_file (GtkWidget *widget, const char *path, const char *name);

G_END_DECLS
