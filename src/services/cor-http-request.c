/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-http-request"

#include "config.h"

#include "cor-http-request.h"

#include <stdarg.h>

static void
request_clear (CorHttpRequest *self)
{
  g_free (self->path);
  g_string_free (self->query, TRUE);
  g_string_free (self->query_names, TRUE);
  g_free (self->body_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->parts, cor_http_body_unref);
  g_free (self->etag);
  if (self->parse_data_free != NULL)
    self->parse_data_free (self->parse_data);
}

/**
 * cor_http_request_new:
 * @method: an HTTP method
 * @...: the segments of the path, not encoded, ending with %NULL
 *
 * A segment is one segment whatever is in it: a slash in an id cannot reach another resource.
 *
 * Returns: (transfer full): a request for JSON, of normal priority, with a body of at most
 *   %COR_HTTP_MAX_BODY bytes
 */
CorHttpRequest *
cor_http_request_new (const char *method,
                      ...)
{
  CorHttpRequest *self = g_atomic_rc_box_new0 (CorHttpRequest);
  g_autoptr (GString) path = g_string_new (NULL);
  const char *segment;
  va_list     segments;

  va_start (segments, method);
  while ((segment = va_arg (segments, const char *)) != NULL)
    {
      g_string_append_c (path, '/');
      g_string_append_uri_escaped (path, segment, NULL, FALSE);
    }
  va_end (segments);

  self->method = g_intern_string (method);
  self->path = g_string_free (g_steal_pointer (&path), FALSE);
  self->query = g_string_new (NULL);
  self->query_names = g_string_new (NULL);
  self->priority = SOUP_MESSAGE_PRIORITY_NORMAL;
  self->max_body = COR_HTTP_MAX_BODY;
  self->wants_json = TRUE;
  return self;
}

/**
 * cor_http_request_new_for_path:
 * @path: percent-encoded, of an address that somebody gave as a whole
 *
 * Returns: (transfer full): as cor_http_request_new()
 */
CorHttpRequest *
cor_http_request_new_for_path (const char *method,
                               const char *path)
{
  CorHttpRequest *self = cor_http_request_new (method, NULL);

  g_free (self->path);
  self->path = *path == '/' ? g_strdup (path) : g_strconcat ("/", path, NULL);
  return self;
}

/**
 * cor_http_request_ref:
 *
 * Returns: (transfer full): the same request
 */
CorHttpRequest *
cor_http_request_ref (CorHttpRequest *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * cor_http_request_unref:
 *
 * Gives back a reference.
 */
void
cor_http_request_unref (CorHttpRequest *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) request_clear);
}

/**
 * cor_http_request_add_query:
 * @name: the parameter, not encoded
 * @value: (nullable): its value, not encoded; %NULL leaves it out
 *
 * The name appears in the debug trace, the value never.
 */
void
cor_http_request_add_query (CorHttpRequest *self,
                            const char     *name,
                            const char     *value)
{
  if (value == NULL)
    return;

  if (self->query->len > 0)
    {
      g_string_append_c (self->query, '&');
      g_string_append_c (self->query_names, '&');
    }
  g_string_append_uri_escaped (self->query, name, NULL, FALSE);
  g_string_append_c (self->query, '=');
  g_string_append_uri_escaped (self->query, value, NULL, FALSE);
  g_string_append (self->query_names, name);
}

/**
 * cor_http_request_add_query_int:
 *
 * As cor_http_request_add_query() with a number.
 */
void
cor_http_request_add_query_int (CorHttpRequest *self,
                                const char     *name,
                                gint64          value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  cor_http_request_add_query (self, name, text);
}

static void
set_body (CorHttpRequest *self,
          const char     *type,
          char           *text)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_new_take (text, strlen (text));
  g_free (self->body_type);
  self->body_type = g_strdup (type);
}

/**
 * cor_http_request_set_json:
 * @root: what to send; not kept
 */
void
cor_http_request_set_json (CorHttpRequest *self,
                           JsonNode       *root)
{
  set_body (self, "application/json", json_to_string (root, FALSE));
}

/**
 * cor_http_request_set_form:
 * @first_field: its name, then its value, then further ones
 *
 * What a web form would send.
 */
void
cor_http_request_set_form (CorHttpRequest *self,
                           const char     *first_field,
                           ...)
{
  va_list fields;

  va_start (fields, first_field);
  set_body (self, SOUP_FORM_MIME_TYPE_URLENCODED, soup_form_encode_valist (first_field, fields));
  va_end (fields);
}

/**
 * cor_http_request_set_parts:
 * @type: of all of it
 * @parts: (transfer none): what to send; each attempt reads it from the beginning
 */
void
cor_http_request_set_parts (CorHttpRequest *self,
                            const char     *type,
                            CorHttpBody    *parts)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->parts, cor_http_body_unref);
  self->parts = cor_http_body_ref (parts);
  g_free (self->body_type);
  self->body_type = g_strdup (type);
}

/**
 * cor_http_request_set_etag:
 * @etag: (nullable): of the copy the caller has: the answer may then be 304 without a body
 */
void
cor_http_request_set_etag (CorHttpRequest *self,
                           const char     *etag)
{
  g_free (self->etag);
  self->etag = g_strdup (etag);
}

/**
 * cor_http_request_set_priority:
 * @priority: which of the waiting requests gets the next free connection
 */
void
cor_http_request_set_priority (CorHttpRequest     *self,
                               SoupMessagePriority priority)
{
  self->priority = priority;
}

/**
 * cor_http_request_set_timeout:
 * @milliseconds: for all attempts and redirects together; 0: the default of the CorHttp
 */
void
cor_http_request_set_timeout (CorHttpRequest *self,
                              guint           milliseconds)
{
  self->timeout_ms = milliseconds;
}

/**
 * cor_http_request_set_max_body:
 * @bytes: the largest answer taken, after decompression
 */
void
cor_http_request_set_max_body (CorHttpRequest *self,
                               gsize           bytes)
{
  self->max_body = bytes;
}

/**
 * cor_http_request_set_wants_json:
 * @wants_json: whether a 2xx answer of another type, or that is not JSON, is an error
 */
void
cor_http_request_set_wants_json (CorHttpRequest *self,
                                 gboolean        wants_json)
{
  self->wants_json = wants_json;
}

/**
 * cor_http_request_set_fresh:
 * @is_fresh: whether to open a new connection
 *
 * A kept connection may have been closed by the server just now; a request lost in that way has
 * left and may have arrived. What must not be repeated goes on its own connection.
 */
void
cor_http_request_set_fresh (CorHttpRequest *self,
                            gboolean        is_fresh)
{
  self->is_fresh = is_fresh;
}

/**
 * cor_http_request_set_parse:
 * @parse: called in a worker thread with the root of a 2xx JSON answer
 * @user_data: (nullable): for @parse; constant
 * @user_data_free: (nullable): for @user_data
 * @parsed_free: for what @parse returns, if nobody takes it
 */
void
cor_http_request_set_parse (CorHttpRequest *self,
                            CorHttpParse    parse,
                            gpointer        user_data,
                            GDestroyNotify  user_data_free,
                            GDestroyNotify  parsed_free)
{
  self->parse = parse;
  self->parse_data = user_data;
  self->parse_data_free = user_data_free;
  self->parsed_free = parsed_free;
}

/**
 * cor_http_request_has_left:
 *
 * Valid after the call has ended, also with a cancellation. It decides between "not sent" and
 * "uncertain" (chatwoot.md §15).
 *
 * Returns: whether the head of the request was fully written to a server at least once
 */
gboolean
cor_http_request_has_left (CorHttpRequest *self)
{
  return self->has_left;
}

/**
 * cor_http_request_is_safe:
 *
 * Returns: whether the method changes nothing on the server, so that it may be repeated
 */
gboolean
cor_http_request_is_safe (CorHttpRequest *self)
{
  return self->method == g_intern_static_string ("GET") || self->method == g_intern_static_string ("HEAD");
}
