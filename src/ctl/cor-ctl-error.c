/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-error.h"

#include "cor-service-error.h"
#include "cor-store.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (cor_ctl_error, cor_ctl_error)

/* The server's or the library's own words follow a sentence only where they can add something. */
typedef struct
{
  const char *name; /* stable, for --json */
  const char *sentence;
  gboolean    has_details;
} Meaning;

static const Meaning service_meanings[] = {
  [COR_SERVICE_ERROR_OFFLINE] = { "offline", N_ ("The server cannot be reached"), TRUE },
  [COR_SERVICE_ERROR_TLS] = { "tls", N_ ("The server’s certificate is not trusted; name its authority with --ca FILE"), TRUE },
  [COR_SERVICE_ERROR_UNAUTHORISED] = { "unauthorised", N_ ("The server does not take the token; check that it is whole and still valid"), FALSE },
  [COR_SERVICE_ERROR_FORBIDDEN] = { "forbidden", N_ ("The token is good, but its owner may not do that"), TRUE },
  [COR_SERVICE_ERROR_NOT_FOUND] = { "not-found", N_ ("The server does not have that (any more)"), TRUE },
  [COR_SERVICE_ERROR_INVALID] = { "invalid", N_ ("The server refused that"), TRUE },
  [COR_SERVICE_ERROR_RATE_LIMITED] = { "rate-limited", N_ ("The server asks for a pause; try again in a minute"), FALSE },
  [COR_SERVICE_ERROR_SERVER] = { "server", N_ ("The server has a fault of its own"), TRUE },
  [COR_SERVICE_ERROR_BAD_RESPONSE] = { "bad-response", N_ ("The server does not answer as a desk would; check the address"), TRUE },
  [COR_SERVICE_ERROR_NOT_HTTPS] = { "not-https", N_ ("The address, or one it leads to, is not an https one; a token is never sent without encryption"), FALSE },
  [COR_SERVICE_ERROR_BAD_ADDRESS] = { "bad-address", N_ ("That is not the address of a server; write it like https://desk.example.com"), FALSE },
  [COR_SERVICE_ERROR_NO_ACCOUNT] = { "no-account", N_ ("The token is good but opens no such account; name another with --account-id"), TRUE },
  [COR_SERVICE_ERROR_NO_KEYRING] = { "no-keyring", N_ ("No password manager can be used here; unlock one, or give the token in the environment as CORRIDOR_TOKEN"), TRUE },
  [COR_SERVICE_ERROR_NO_PAIR] = { "no-pair", N_ ("The service does not translate between these languages"), TRUE },
  [COR_SERVICE_ERROR_TOO_LONG] = { "too-long", N_ ("The text is longer than the service takes"), FALSE },
};

static const Meaning store_meanings[] = {
  [COR_STORE_ERROR_FAILED] = { NULL, N_ ("The profile’s database cannot be used"), TRUE },
  [COR_STORE_ERROR_NEWER] = { NULL, N_ ("The profile is of a newer version of Corridor and was left as it is"), FALSE },
  [COR_STORE_ERROR_CORRUPT] = { NULL, N_ ("The profile’s database is damaged"), TRUE },
  [COR_STORE_ERROR_FULL] = { NULL, N_ ("The disk is full; nothing was changed"), FALSE },
  [COR_STORE_ERROR_NOT_FOUND] = { NULL, N_ ("That is not here"), TRUE },
  [COR_STORE_ERROR_CONFLICT] = { NULL, N_ ("It is no longer in a state in which that can be done"), FALSE },
  [COR_STORE_ERROR_REFUSED] = { "refused", N_ ("The reply was not queued"), TRUE },
};

static const Meaning *
find_meaning (const GError *error)
{
  if (error->domain == COR_SERVICE_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (service_meanings))
    return &service_meanings[error->code];
  if (error->domain == COR_STORE_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (store_meanings))
    return &store_meanings[error->code];
  return NULL;
}

/**
 * cor_ctl_error_get_exit:
 *
 * Returns: with what the program ends after that error
 */
CorCtlExit
cor_ctl_error_get_exit (const GError *error)
{
  if (error->domain == G_OPTION_ERROR || g_error_matches (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE))
    return COR_CTL_EXIT_USAGE;
  if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_OFFLINE))
    return COR_CTL_EXIT_OFFLINE;
  return COR_CTL_EXIT_FAILED;
}

/**
 * cor_ctl_error_dup_sentence:
 *
 * Returns: (transfer full): what went wrong, in the user's language
 */
char *
cor_ctl_error_dup_sentence (const GError *error)
{
  const Meaning *meaning = find_meaning (error);

  if (error->domain == COR_CTL_ERROR || error->domain == G_OPTION_ERROR)
    return g_strdup (error->message);
  if (meaning == NULL)
    /* Translators: %s are the words of a library, mostly English. */
    return g_strdup_printf (_ ("Something went wrong: %s"), error->message);
  if (!meaning->has_details || *error->message == '\0')
    return g_strdup (_ (meaning->sentence));
  /* Translators: a sentence, and in brackets the server's or a library's own words. */
  return g_strdup_printf (_ ("%s (%s)"), _ (meaning->sentence), error->message);
}

/**
 * cor_ctl_error_get_service_name:
 * @code: of COR_SERVICE_ERROR, or -1
 *
 * Returns: (nullable): a stable name for it
 */
const char *
cor_ctl_error_get_service_name (int code)
{
  return code >= 0 && code < (int) G_N_ELEMENTS (service_meanings) ? service_meanings[code].name : NULL;
}
