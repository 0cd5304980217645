/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-transient"

#include "config.h"

#include "cor-transient.h"

static void
on_unmap (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
}

/**
 * cor_transient_set:
 * @window: a dialog, not shown yet
 * @parent: (nullable): the window it belongs to
 *
 * Where gtk_window_set_transient_for() alone is not enough: a dialog that still reads when it is closed may live longer
 * than @parent, and GTK (seen with 4.8) then touches the parent that is gone. This one lets go of it when it is closed.
 */
void
cor_transient_set (GtkWindow *window,
                   GtkWindow *parent)
{
  gtk_window_set_transient_for (window, parent);
  g_signal_connect (window, "unmap", G_CALLBACK (on_unmap), NULL);
}
