/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-open-uri"

#include "config.h"

#include "cor-open-uri.h"

static void
on_launched (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    g_debug ("open: %s", error->message); /* not the address: it may name a customer */
}

/**
 * cor_can_open_uri:
 * @uri: (nullable): an address out of a message
 *
 * Messages are hostile: only what a browser or a mail program opens, never a file or a program.
 *
 * Returns: whether it may be opened
 */
gboolean
cor_can_open_uri (const char *uri)
{
  const char *scheme = uri ? g_uri_peek_scheme (uri) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https") || g_str_equal (scheme, "mailto")) &&
         g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL);
}

/**
 * cor_open_uri:
 * @widget: where it was asked for
 * @uri: an address out of a message
 *
 * Hands it to the desktop, if cor_can_open_uri(). Main thread.
 *
 * Returns: whether it was handed over
 */
gboolean
cor_open_uri (GtkWidget  *widget,
              const char *uri)
{
  g_autoptr (GdkAppLaunchContext) context = NULL;

  if (!cor_can_open_uri (uri))
    return FALSE;
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched, NULL);
  return TRUE;
}
