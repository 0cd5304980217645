/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-http-response"

#include "config.h"

#include "cor-http-error.h"
#include "cor-http-response.h"

/**
 * cor_http_response_new:
 *
 * Returns: (transfer full): an empty answer
 */
CorHttpResponse *
cor_http_response_new (void)
{
  return g_new0 (CorHttpResponse, 1);
}

/**
 * cor_http_response_free:
 * @self: (transfer full): an answer
 */
void
cor_http_response_free (CorHttpResponse *self)
{
  if (self->parsed != NULL && self->parsed_free != NULL)
    self->parsed_free (self->parsed);
  g_free (self->content_type);
  g_free (self->etag);
  g_free (self->origin);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->json, json_node_unref);
  g_free (self);
}

/**
 * cor_http_response_steal_parsed:
 *
 * Returns: (transfer full) (nullable): what the request's parse function made
 */
gpointer
cor_http_response_steal_parsed (CorHttpResponse *self)
{
  return g_steal_pointer (&self->parsed);
}

/**
 * cor_http_response_is_success:
 *
 * Returns: whether the status is 2xx
 */
gboolean
cor_http_response_is_success (CorHttpResponse *self)
{
  return self->status >= 200 && self->status < 300;
}

/**
 * cor_http_response_has_json_type:
 *
 * Returns: whether the content type is one of JSON
 */
gboolean
cor_http_response_has_json_type (CorHttpResponse *self)
{
  return self->content_type != NULL &&
         (g_str_equal (self->content_type, "application/json") || g_str_has_suffix (self->content_type, "+json"));
}

/**
 * cor_http_response_check:
 * @error: a %COR_SERVICE_ERROR, see cor_http_error_from_response()
 *
 * Returns: whether the status is 2xx or 304
 */
gboolean
cor_http_response_check (CorHttpResponse *self,
                         GError         **error)
{
  if (cor_http_response_is_success (self) || self->status == 304)
    return TRUE;

  g_propagate_error (error, cor_http_error_from_response (self));
  return FALSE;
}
