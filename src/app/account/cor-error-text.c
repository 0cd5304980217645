/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-error-text"

#include "config.h"

#include "cor-error-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cor-service-error.h"
#include "cor-store.h"

static char *
dup_store_text (int code, const char *words)
{
  switch ((CorStoreErrorCode) code)
    {
    case COR_STORE_ERROR_NEWER:
      return g_strdup (_ ("This profile was written by a newer version of Corridor. Please update Corridor; nothing was changed."));
    case COR_STORE_ERROR_CORRUPT:
      return g_strdup (_ ("The local database is damaged. “corridorctl check” says where."));
    case COR_STORE_ERROR_FULL:
      return g_strdup (_ ("The disk is full. Make some room, then try again."));
    case COR_STORE_ERROR_NOT_FOUND:
      return g_strdup (_ ("It is not here any more."));
    case COR_STORE_ERROR_CONFLICT:
      return g_strdup (_ ("It has changed in the meantime, so that this is no longer possible."));
    case COR_STORE_ERROR_REFUSED:
      return g_strdup (words);
    case COR_STORE_ERROR_FAILED:
    default:
      return g_strdup_printf (_ ("The local database could not do it: %s"), words);
    }
}

/**
 * cor_service_error_text:
 * @code: of %COR_SERVICE_ERROR
 * @words: (nullable): the server's own words
 *
 * What is wrong, in one sentence; where the server said something worth reading, with its words.
 *
 * Returns: (transfer full): a sentence in the user's language
 */
char *
cor_service_error_text (int code, const char *words)
{
  switch (code)
    {
    case COR_SERVICE_ERROR_OFFLINE:
      return g_strdup (_ ("The server cannot be reached. Check the address and the connection."));
    case COR_SERVICE_ERROR_TLS:
      return g_strdup (_ ("The server's certificate is not trusted. If your company has its own authority, choose that authority’s certificate file."));
    case COR_SERVICE_ERROR_UNAUTHORISED:
      return g_strdup (_ ("The server does not accept this access token."));
    case COR_SERVICE_ERROR_FORBIDDEN:
      return g_strdup (_ ("The server does not allow this to your user."));
    case COR_SERVICE_ERROR_NOT_FOUND:
      return g_strdup (_ ("The server does not know it (any more)."));
    case COR_SERVICE_ERROR_INVALID:
      return words != NULL ? g_strdup_printf (_ ("The server refused it: %s"), words) : g_strdup (_ ("The server refused it."));
    case COR_SERVICE_ERROR_RATE_LIMITED:
      return g_strdup (_ ("The server asks to wait a little."));
    case COR_SERVICE_ERROR_SERVER:
      return g_strdup (_ ("The server has trouble of its own. It will be tried again."));
    case COR_SERVICE_ERROR_BAD_RESPONSE:
      return g_strdup (_ ("What answers at this address is not a desk server Corridor knows."));
    case COR_SERVICE_ERROR_NOT_HTTPS:
      return g_strdup (_ ("The address has to begin with https://, so that nobody can read along."));
    case COR_SERVICE_ERROR_BAD_ADDRESS:
      return g_strdup (_ ("This is not the address of a server."));
    case COR_SERVICE_ERROR_NO_ACCOUNT:
      return g_strdup (_ ("The access token is good, but it opens no such account."));
    case COR_SERVICE_ERROR_NO_KEYRING:
      return g_strdup (_ ("The keyring of this computer is missing or locked, so the access token cannot be kept safely. Unlock it, then try again."));
    case COR_SERVICE_ERROR_NO_PAIR:
      return g_strdup (_ ("The service does not translate between these languages."));
    case COR_SERVICE_ERROR_TOO_LONG:
      return g_strdup (_ ("The text is longer than the service takes."));
    default:
      return g_strdup (words != NULL ? words : _ ("Something went wrong."));
    }
}

/**
 * cor_error_text:
 * @error: of the store, a service or GIO
 *
 * The one place where codes become sentences.
 *
 * Returns: (transfer full): a sentence in the user's language
 */
char *
cor_error_text (const GError *error)
{
  if (error->domain == COR_SERVICE_ERROR)
    return cor_service_error_text (error->code, error->message);
  if (error->domain == COR_STORE_ERROR)
    return dup_store_text (error->code, error->message);
  return g_strdup (error->message);
}
