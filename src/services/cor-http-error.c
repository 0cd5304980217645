/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-http-error"

#include "config.h"

#include "cor-http-error.h"
#include "cor-json.h"
#include "cor-service-error.h"

#include <gio/gio.h>
#include <libsoup/soup.h>

/* Letters of a server's own words that are kept; a stack trace helps nobody on a screen. */
#define MAX_WORDS 300

/* Seconds to wait after a 429 that does not say: the contract's shortest window (chatwoot.md §2, §15). */
#define DEFAULT_RETRY_AFTER 60

static CorServiceErrorCode
code_from_tls_error (int code)
{
  /* A connection cut in the handshake or later shows as one of these; no certificate was refused. */
  switch (code)
    {
    case G_TLS_ERROR_EOF:
    case G_TLS_ERROR_MISC:
    case G_TLS_ERROR_NOT_TLS:
      return COR_SERVICE_ERROR_OFFLINE;
    default:
      return COR_SERVICE_ERROR_TLS;
    }
}

static CorServiceErrorCode
code_from_transport (const GError *error)
{
  if (error->domain == G_TLS_ERROR)
    return code_from_tls_error (error->code);

  /* Headers or a body cut short, or gzip that is not: an answer began. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ||
      g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING) ||
      g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING))
    return COR_SERVICE_ERROR_BAD_RESPONSE;

  return COR_SERVICE_ERROR_OFFLINE;
}

/**
 * cor_http_error_from_transport:
 * @error: what GIO, TLS or libsoup said
 * @status: of the answer that had begun, 0 if none
 *
 * Returns: (transfer full): the same as a %COR_SERVICE_ERROR; a cancellation stays what it is
 */
GError *
cor_http_error_from_transport (const GError *error,
                               guint         status)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || error->domain == COR_SERVICE_ERROR)
    return g_error_copy (error);

  return cor_service_error_new (code_from_transport (error), status, 0, error->message);
}

static const char *
find_words (JsonObject *root)
{
  static const char *const keys[] = { "error", "message", "detail", "description", "user_message", "text" };
  JsonArray               *errors;
  JsonNode                *first;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (cor_json_get_string (root, keys[i]) != NULL)
      return cor_json_get_string (root, keys[i]);

  errors = cor_json_get_array (root, "errors");
  if (errors == NULL || json_array_get_length (errors) == 0)
    return NULL;

  first = json_array_get_element (errors, 0);
  if (cor_json_as_object (first) != NULL)
    return cor_json_get_string (cor_json_as_object (first), "message");

  return JSON_NODE_HOLDS_VALUE (first) ? json_node_get_string (first) : NULL;
}

/**
 * cor_http_error_dup_server_words:
 * @response: an answer that is a refusal
 *
 * Returns: (transfer full) (nullable): one sentence in the server's own words, if it said one in JSON
 */
char *
cor_http_error_dup_server_words (CorHttpResponse *response)
{
  const char *words = find_words (cor_json_as_object (response->json));

  if (words == NULL)
    return NULL;
  if (g_utf8_strlen (words, -1) <= MAX_WORDS)
    return g_strdup (words);

  return g_utf8_substring (words, 0, MAX_WORDS);
}

static CorServiceErrorCode
code_from_status (guint status)
{
  switch (status)
    {
    case 401:
      return COR_SERVICE_ERROR_UNAUTHORISED;
    case 402:
    case 403:
      return COR_SERVICE_ERROR_FORBIDDEN;
    case 404:
    case 410:
      return COR_SERVICE_ERROR_NOT_FOUND;
    case 429:
      return COR_SERVICE_ERROR_RATE_LIMITED;
    default:
      break;
    }

  if (status == 407)
    return COR_SERVICE_ERROR_OFFLINE;
  if (status >= 500)
    return COR_SERVICE_ERROR_SERVER;
  if (status >= 400)
    return COR_SERVICE_ERROR_INVALID;

  return COR_SERVICE_ERROR_BAD_RESPONSE;
}

/**
 * cor_http_error_from_response:
 * @response: an answer that is not a success
 *
 * The meaning that statuses have where a contract says nothing else.
 *
 * Returns: (transfer full): an error with the server's words, or a sentence with the status
 */
GError *
cor_http_error_from_response (CorHttpResponse *response)
{
  g_autofree char *words = cor_http_error_dup_server_words (response);
  guint            retry_after = response->retry_after;

  if (words == NULL)
    words = g_strdup_printf ("The server answered with status %u", response->status);
  if (response->status == 429 && retry_after == 0)
    retry_after = DEFAULT_RETRY_AFTER;

  return cor_service_error_new (code_from_status (response->status), response->status, retry_after, words);
}
