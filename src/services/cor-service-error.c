/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-service-error"

#include "config.h"

#include "cor-service-error.h"

/* Travels inside the GError, so that a caller who only has that still knows how long to wait. Packed
 * because GLib's macro casts to it from bytes, of which clang's -Wcast-align warns. */
typedef struct __attribute__ ((packed))
{
  guint status;
  guint retry_after;
} CorServiceErrorPrivate;

static void
cor_service_error_private_init (CorServiceErrorPrivate *priv)
{
  priv->status = 0;
  priv->retry_after = 0;
}

static void
cor_service_error_private_copy (const CorServiceErrorPrivate *src,
                                CorServiceErrorPrivate       *dest)
{
  *dest = *src;
}

static void
cor_service_error_private_clear (CorServiceErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (CorServiceError, cor_service_error)

/**
 * cor_service_error_new:
 * @code: what it means
 * @status: the HTTP status it came with, 0 if none
 * @retry_after: seconds before it makes sense to ask again, 0 unknown
 * @message: what was said; any text
 *
 * Returns: (transfer full): an error of %COR_SERVICE_ERROR. Any thread.
 */
GError *
cor_service_error_new (CorServiceErrorCode code,
                       guint               status,
                       guint               retry_after,
                       const char         *message)
{
  GError *error = g_error_new_literal (COR_SERVICE_ERROR, code, message);

  cor_service_error_get_private (error)->status = status;
  cor_service_error_get_private (error)->retry_after = retry_after;
  return error;
}

/**
 * cor_service_error_get_status:
 * @error: (nullable): an error of any domain
 *
 * Returns: the HTTP status it came with, 0 if there was no answer
 */
guint
cor_service_error_get_status (const GError *error)
{
  if (error == NULL || error->domain != COR_SERVICE_ERROR)
    return 0;

  return cor_service_error_get_private (error)->status;
}

/**
 * cor_service_error_get_retry_after:
 * @error: (nullable): an error of any domain
 *
 * Returns: seconds that the server asked to wait, 0 if it did not say
 */
guint
cor_service_error_get_retry_after (const GError *error)
{
  if (error == NULL || error->domain != COR_SERVICE_ERROR)
    return 0;

  return cor_service_error_get_private (error)->retry_after;
}

/**
 * cor_service_error_needs_agent:
 * @error: of any domain
 *
 * Returns: whether it does not pass by itself: the agent has to do something about it
 */
gboolean
cor_service_error_needs_agent (const GError *error)
{
  static const int codes[] = { COR_SERVICE_ERROR_TLS, COR_SERVICE_ERROR_UNAUTHORISED, COR_SERVICE_ERROR_NOT_HTTPS,
                               COR_SERVICE_ERROR_BAD_ADDRESS, COR_SERVICE_ERROR_NO_ACCOUNT, COR_SERVICE_ERROR_NO_KEYRING };

  for (guint i = 0; error->domain == COR_SERVICE_ERROR && i < G_N_ELEMENTS (codes); i++)
    if (error->code == codes[i])
      return TRUE;
  return FALSE;
}
