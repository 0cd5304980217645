/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-address"

#include "config.h"

#include "cor-desk-address.h"
#include "cor-service-error.h"

#include <string.h>

static gboolean
is_number (const char *text)
{
  gsize len = strspn (text, "0123456789");

  return len > 0 && len < 19 && text[len] == '\0';
}

/* The account in an address copied from a browser: /app/accounts/3/… or /api/v1/accounts/3/… */
static char *
find_account (const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);

  for (guint i = 0; segments[i] != NULL && segments[i + 1] != NULL; i++)
    if (g_str_equal (segments[i], "accounts") && is_number (segments[i + 1]))
      return g_strdup (segments[i + 1]);

  return NULL;
}

static gboolean
is_host (const char *host)
{
  /* What the URL parser lets through but no server is called. */
  for (const char *p = host; *p != '\0'; p++)
    if (g_ascii_isspace (*p) || g_ascii_iscntrl (*p) || strchr ("\"'<>\\^`{|}%,;()!*$&=+_~#", *p) != NULL)
      return FALSE;

  return *host != '\0' && *host != '.' && *host != '-' && strstr (host, "..") == NULL;
}

static gboolean
fail (GError    **error,
      const char *typed)
{
  g_set_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_ADDRESS, "“%s” is not the address of a server", typed);
  return FALSE;
}

/**
 * cor_desk_parse_address:
 * @typed: an address with or without scheme, path and spaces around it
 * @origin: (out) (transfer full): scheme, host in ASCII and lower case, port if not the usual one
 * @account_id: (out) (optional) (nullable) (transfer full): the account that the path names
 * @error: %COR_SERVICE_ERROR_BAD_ADDRESS, or %COR_SERVICE_ERROR_NOT_HTTPS
 *
 * Without a scheme it is HTTPS. A name and password in the address are refused: they would be kept.
 *
 * Returns: whether it is the address of a server
 */
gboolean
cor_desk_parse_address (const char *typed,
                        char      **origin,
                        char      **account_id,
                        GError    **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  g_autofree char *text = strstr (trimmed, "://") != NULL ? g_strdup (trimmed) : g_strconcat ("https://", trimmed, NULL);
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  g_autofree char *host = NULL;
  int              port;

  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL || !is_host (g_uri_get_host (uri)))
    return fail (error, trimmed);
  if (g_ascii_strcasecmp (g_uri_get_scheme (uri), "http") == 0)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_HTTPS, "The address is not HTTPS");
      return FALSE;
    }

  host = g_hostname_to_ascii (g_uri_get_host (uri));
  if (g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") != 0 || host == NULL)
    return fail (error, trimmed);

  port = g_uri_get_port (uri) == 443 || g_uri_get_port (uri) == 0 ? -1 : g_uri_get_port (uri);
  *origin = g_uri_join (G_URI_FLAGS_NONE, "https", NULL, host, port, "", NULL, NULL);
  if (account_id != NULL)
    *account_id = find_account (g_uri_get_path (uri));
  return TRUE;
}
