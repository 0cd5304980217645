/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-about"

#include "config.h"

#include "cor-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * cor_about_present:
 * @parent: (nullable): the window
 *
 * Shows name, version and licence.
 */
void
cor_about_present (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _ ("Corridor"),
                         "application-icon", "org.corridordesk.Corridor",
                         "version", COR_VERSION,
                         "developer-name", _ ("The Corridor authors"),
                         "copyright", "© 2026 The Corridor authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Every channel, every customer, one calm window."),
                         /* TRANSLATORS: your name, one a line */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}
