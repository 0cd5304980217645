/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean cor_can_open_uri (const char *uri);
gboolean cor_open_uri (GtkWidget *widget, const char *uri);

G_END_DECLS
