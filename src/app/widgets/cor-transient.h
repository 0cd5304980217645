/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cor_transient_set (GtkWindow *window, GtkWindow *parent);

G_END_DECLS
