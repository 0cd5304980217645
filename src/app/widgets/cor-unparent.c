/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-unparent"

#include "config.h"

#include "cor-unparent.h"

/**
 * cor_unparent_children:
 * @widget: is being disposed
 *
 * gtk_widget_dispose_template() of GTK 4.8 lets go of the bound children only: a box around them that
 * has no name would stay. May run twice.
 */
void
cor_unparent_children (GtkWidget *widget)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
