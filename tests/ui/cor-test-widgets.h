/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets pass what libraries say of themselves. To be called first, by tests that open dialogs. */
void cor_test_allow_library_warnings (void);

/* Finding what somebody at the screen would find. */

GtkWidget  *cor_test_find (GtkWidget *widget, GType type, const char *text);
gboolean    cor_test_is_shown (GtkWidget *widget, const char *text);
GtkWidget  *cor_test_find_window (GType type);
void        cor_test_click (GtkWidget *widget, const char *button);
void        cor_test_activate (GtkWidget *widget, const char *action, const char *format, ...);
const char *cor_test_get_label (GtkWidget *widget, const char *css_class);

G_END_DECLS
