/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COR_SERVICE_ERROR (cor_service_error_quark ())

/* What a caller does about each differs: that is why they are apart. Messages are the server's own
 * words where it said any, else a plain English sentence; the window and the command line turn the
 * code into a translated sentence. */
typedef enum
{
  COR_SERVICE_ERROR_OFFLINE,      /* no connection, no such host, refused, cut off, timed out */
  COR_SERVICE_ERROR_TLS,          /* the certificate is not trusted */
  COR_SERVICE_ERROR_UNAUTHORISED, /* the token is not (or no longer) good */
  COR_SERVICE_ERROR_FORBIDDEN,    /* this call is refused; the token is fine */
  COR_SERVICE_ERROR_NOT_FOUND,
  COR_SERVICE_ERROR_INVALID, /* the server refused the values */
  COR_SERVICE_ERROR_RATE_LIMITED,
  COR_SERVICE_ERROR_SERVER,       /* 5xx */
  COR_SERVICE_ERROR_BAD_RESPONSE, /* not what the contract says: not JSON, cut short, too large, another service */
  COR_SERVICE_ERROR_NOT_HTTPS,    /* the address, or one it leads to, is plain http */
  COR_SERVICE_ERROR_BAD_ADDRESS,  /* not a URL of a server */
  COR_SERVICE_ERROR_NO_ACCOUNT,   /* the token is good but opens no (such) account */
  COR_SERVICE_ERROR_NO_KEYRING,   /* this session has no Secret Service, or it is locked */
  COR_SERVICE_ERROR_NO_PAIR,      /* the service does not translate between these languages */
  COR_SERVICE_ERROR_TOO_LONG,     /* the text is longer than the service takes */
} CorServiceErrorCode;

GQuark cor_service_error_quark (void);

GError *cor_service_error_new (CorServiceErrorCode code,
                               guint               status,
                               guint               retry_after,
                               const char         *message) G_GNUC_WARN_UNUSED_RESULT;
guint   cor_service_error_get_status (const GError *error);
guint   cor_service_error_get_retry_after (const GError *error);

gboolean cor_service_error_needs_agent (const GError *error);

G_END_DECLS
