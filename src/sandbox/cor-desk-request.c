/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-request"

#include "config.h"

#include "cor-desk-events.h"
#include "cor-desk-request.h"

#include <libsoup/soup.h>
#include <string.h>

#define NOT_FOUND_PAGE "<!DOCTYPE html>\n<html><head><title>The page you were looking for doesn't exist (404)</title></head><body></body></html>\n"
#define BROKEN_PAGE "<!DOCTYPE html>\n<html><head><title>We're sorry, but something went wrong</title></head><body></body></html>\n"

static void
upload_free (gpointer data)
{
  CorDeskUpload *upload = data;

  g_free (upload->name);
  g_free (upload->file_name);
  g_free (upload->content_type);
  g_bytes_unref (upload->content);
  g_free (upload);
}

/**
 * cor_desk_agent_free:
 * @agent: (transfer full) (nullable): an agent
 */
void
cor_desk_agent_free (CorDeskAgent *agent)
{
  if (agent == NULL)
    return;
  g_free (agent->name);
  g_free (agent);
}

static void
parse_query (CorDeskRequest *request,
             const char     *query)
{
  GUriParamsIter iter;
  char          *name;
  char          *value;

  g_uri_params_iter_init (&iter, query ? query : "", -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &name, &value, NULL))
    {
      g_ptr_array_add (request->query, name);
      g_ptr_array_add (request->query, value);
    }
}

static char **
split_path (const char *path)
{
  g_autoptr (GPtrArray) segments = g_ptr_array_new ();
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *decoded = *parts[i] != '\0' ? g_uri_unescape_string (parts[i], NULL) : NULL;

      if (decoded != NULL)
        g_ptr_array_add (segments, decoded);
    }
  g_ptr_array_add (segments, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&segments), FALSE);
}

/**
 * cor_desk_request_new:
 * @desk: the desk; it must outlive the request
 * @method: of HTTP
 * @path: still encoded
 * @query: (nullable): still encoded
 *
 * Returns: (transfer full): a call without a body
 */
CorDeskRequest *
cor_desk_request_new (CorDesk    *desk,
                      const char *method,
                      const char *path,
                      const char *query)
{
  CorDeskRequest *request = g_new0 (CorDeskRequest, 1);

  request->desk = desk;
  request->method = g_strdup (method);
  request->path = g_strdup (path);
  request->segments = split_path (path);
  request->query = g_ptr_array_new_with_free_func (g_free);
  request->body = json_object_new ();
  request->uploads = g_ptr_array_new_with_free_func (upload_free);
  request->events = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_desk_event_free);
  request->status = 200;
  request->is_private = -1;
  parse_query (request, query);
  cor_desk_request_begin (request);
  return request;
}

/**
 * cor_desk_request_free:
 * @request: (transfer full) (nullable): a call
 */
void
cor_desk_request_free (CorDeskRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->method);
  g_free (request->path);
  g_strfreev (request->segments);
  g_strfreev (request->pattern_segments);
  g_ptr_array_unref (request->query);
  g_free (request->content_type);
  g_clear_pointer (&request->raw_body, g_bytes_unref);
  json_object_unref (request->body);
  g_ptr_array_unref (request->uploads);
  g_free (request->token);
  cor_desk_agent_free (request->agent);
  g_free (request->answer_type);
  g_clear_pointer (&request->answer, g_bytes_unref);
  g_free (request->location);
  g_free (request->etag);
  g_free (request->known_etag);
  g_free (request->client_message_id);
  g_free (request->echo_id);
  g_free (request->content);
  g_ptr_array_unref (request->events);
  g_free (request);
}

/**
 * cor_desk_request_begin:
 * @request: a call
 *
 * Sets its time to now: a late commit happens when it happens.
 */
void
cor_desk_request_begin (CorDeskRequest *request)
{
  request->now_us = g_get_real_time ();
  request->now = request->now_us / G_USEC_PER_SEC;
}

/* "attachments[]" fields collect under "attachments", "message[content]" nests; as Rails reads forms */
static void
add_field (JsonObject *body,
           const char *name,
           const char *value)
{
  g_autofree char *base = NULL;
  const char      *bracket = strchr (name, '[');
  JsonArray       *array;
  JsonObject      *nested;

  if (bracket == NULL)
    {
      json_object_set_string_member (body, name, value);
      return;
    }
  base = g_strndup (name, (gsize) (bracket - name));
  if (bracket[1] == ']')
    {
      array = cor_desk_json_array (body, base);
      if (array == NULL)
        {
          array = json_array_new ();
          json_object_set_array_member (body, base, array);
        }
      json_array_add_string_element (array, value);
      return;
    }
  nested = cor_desk_json_object (body, base);
  if (nested == NULL)
    {
      nested = json_object_new ();
      json_object_set_object_member (body, base, nested);
    }
  {
    g_autofree char *key = g_strndup (bracket + 1, strcspn (bracket + 1, "]"));

    json_object_set_string_member (nested, key, value);
  }
}

static void
read_part (CorDeskRequest     *request,
           SoupMessageHeaders *headers,
           GBytes             *content)
{
  g_autofree char *disposition = NULL;
  g_autoptr (GHashTable) params = NULL;
  const char *name;
  const char *file_name;

  if (!soup_message_headers_get_content_disposition (headers, &disposition, &params))
    return;
  name = g_hash_table_lookup (params, "name");
  file_name = g_hash_table_lookup (params, "filename");
  if (name == NULL)
    return;
  if (file_name != NULL)
    {
      CorDeskUpload *upload = g_new0 (CorDeskUpload, 1);
      const char    *type = soup_message_headers_get_content_type (headers, NULL);

      upload->name = g_strdup (name);
      upload->file_name = g_path_get_basename (file_name);
      upload->content_type = g_strdup (type ? type : "application/octet-stream");
      upload->content = g_bytes_ref (content);
      g_ptr_array_add (request->uploads, upload);
    }
  else
    {
      gsize            size = 0;
      const char      *data = g_bytes_get_data (content, &size);
      g_autofree char *text = g_utf8_make_valid (data ? data : "", (gssize) size);

      add_field (request->body, name, text);
    }
}

static gboolean
read_multipart (CorDeskRequest *request,
                const char     *content_type,
                GBytes         *body)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  SoupMultipart      *multipart;

  soup_message_headers_append (headers, "Content-Type", content_type);
  multipart = soup_multipart_new_from_message (headers, body);
  soup_message_headers_unref (headers);
  if (multipart == NULL)
    return FALSE;
  for (int i = 0; i < soup_multipart_get_length (multipart); i++)
    {
      SoupMessageHeaders *part_headers = NULL;
      GBytes             *part = NULL;

      if (soup_multipart_get_part (multipart, i, &part_headers, &part))
        read_part (request, part_headers, part);
    }
  soup_multipart_free (multipart);
  return TRUE;
}

static gboolean
read_form (CorDeskRequest *request,
           const char     *text)
{
  GUriParamsIter iter;
  char          *name;
  char          *value;

  g_uri_params_iter_init (&iter, text, -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &name, &value, NULL))
    {
      add_field (request->body, name, value);
      g_free (name);
      g_free (value);
    }
  return TRUE;
}

static gboolean
read_json (CorDeskRequest *request,
           const char     *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      json_object_unref (request->body);
      request->body = json_node_dup_object (root);
    }
  else if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    json_object_set_array_member (request->body, "_json", json_node_dup_array (root));
  return TRUE;
}

/**
 * cor_desk_request_set_body:
 * @request: a call
 * @content_type: (nullable): as the header says
 * @body: what came
 *
 * Reads JSON, a form or multipart into the parameters; what cannot be read is answered 400 later,
 * as Rails does.
 */
void
cor_desk_request_set_body (CorDeskRequest *request,
                           const char     *content_type,
                           GBytes         *body)
{
  gsize            size = 0;
  const char      *data = g_bytes_get_data (body, &size);
  g_autofree char *text = NULL;

  request->raw_body = g_bytes_ref (body);
  request->content_type = g_strdup (content_type);
  if (size == 0 || content_type == NULL)
    return;
  if (g_str_has_prefix (content_type, "multipart/"))
    {
      request->bad_body = !read_multipart (request, content_type, body);
      return;
    }
  text = g_strndup (data, size);
  if (!g_utf8_validate (text, -1, NULL))
    request->bad_body = TRUE;
  else if (g_str_has_prefix (content_type, "application/x-www-form-urlencoded"))
    request->bad_body = !read_form (request, text);
  else if (g_str_has_prefix (content_type, "application/json"))
    request->bad_body = !read_json (request, text);
}

/**
 * cor_desk_request_param:
 * @request: a routed call
 * @name: of a segment of its route
 *
 * Returns: (transfer none) (nullable): the decoded segment
 */
const char *
cor_desk_request_param (CorDeskRequest *request,
                        const char     *name)
{
  for (guint i = 0; request->pattern_segments != NULL && request->pattern_segments[i] != NULL; i++)
    {
      const char *segment = request->pattern_segments[i];

      if ((segment[0] == ':' || segment[0] == '*') && strcmp (segment + 1, name) == 0)
        return request->segments[i];
    }
  return NULL;
}

/**
 * cor_desk_request_id:
 * @request: a routed call
 * @name: of a segment of its route
 *
 * Returns: the number in it, 0 if there is none: nothing has that id
 */
gint64
cor_desk_request_id (CorDeskRequest *request,
                     const char     *name)
{
  const char *text = cor_desk_request_param (request, name);

  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/**
 * cor_desk_request_query:
 * @request: a call
 * @name: of a query parameter
 *
 * Returns: (transfer none) (nullable): its last value
 */
const char *
cor_desk_request_query (CorDeskRequest *request,
                        const char     *name)
{
  const char *value = NULL;

  for (guint i = 0; i + 1 < request->query->len; i += 2)
    if (strcmp (g_ptr_array_index (request->query, i), name) == 0)
      value = g_ptr_array_index (request->query, i + 1);
  return value;
}

/**
 * cor_desk_request_query_list:
 * @request: a call
 * @name: of a list parameter, with its "[]"
 *
 * Returns: (transfer container) (element-type utf8): its values, borrowed
 */
GPtrArray *
cor_desk_request_query_list (CorDeskRequest *request,
                             const char     *name)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i + 1 < request->query->len; i += 2)
    if (strcmp (g_ptr_array_index (request->query, i), name) == 0)
      g_ptr_array_add (values, g_ptr_array_index (request->query, i + 1));
  return values;
}

/**
 * cor_desk_request_page:
 * @request: a call
 *
 * Returns: the page asked for, from 1
 */
int
cor_desk_request_page (CorDeskRequest *request)
{
  const char *page = cor_desk_request_query (request, "page");
  gint64      number = page ? g_ascii_strtoll (page, NULL, 10) : 1;

  return (int) CLAMP (number, 1, 1000000);
}

/**
 * cor_desk_answer_bytes:
 * @request: a call
 * @status: of HTTP
 * @content_type: (nullable): of the body
 * @bytes: (nullable): the body
 */
void
cor_desk_answer_bytes (CorDeskRequest *request,
                       guint           status,
                       const char     *content_type,
                       GBytes         *bytes)
{
  request->status = status;
  g_free (request->answer_type);
  request->answer_type = g_strdup (content_type);
  g_clear_pointer (&request->answer, g_bytes_unref);
  request->answer = bytes ? g_bytes_ref (bytes) : NULL;
}

/**
 * cor_desk_answer_text:
 * @request: a call
 * @status: of HTTP
 * @content_type: of the body
 * @text: the body
 */
void
cor_desk_answer_text (CorDeskRequest *request,
                      guint           status,
                      const char     *content_type,
                      const char     *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  cor_desk_answer_bytes (request, status, content_type, bytes);
}

/**
 * cor_desk_answer:
 * @request: a call
 * @node: (transfer full): answered with 200
 */
void
cor_desk_answer (CorDeskRequest *request,
                 JsonNode       *node)
{
  g_autoptr (JsonNode) owned = node;
  char *text = cor_desk_json_text (owned);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  cor_desk_answer_bytes (request, 200, "application/json; charset=utf-8", bytes);
}

/**
 * cor_desk_answer_object:
 * @request: a call
 * @object: (transfer full): answered with 200
 */
void
cor_desk_answer_object (CorDeskRequest *request,
                        JsonObject     *object)
{
  cor_desk_answer (request, cor_desk_json_node (object));
}

/**
 * cor_desk_answer_array:
 * @request: a call
 * @array: (transfer full): answered bare with 200
 */
void
cor_desk_answer_array (CorDeskRequest *request,
                       JsonArray      *array)
{
  cor_desk_answer (request, cor_desk_json_array_node (array));
}

/**
 * cor_desk_answer_payload:
 * @request: a call
 * @array: (transfer full): answered as {"payload":…}
 */
void
cor_desk_answer_payload (CorDeskRequest *request,
                         JsonArray      *array)
{
  cor_desk_answer_object (request, cor_desk_json_new ("payload:a", array, NULL));
}

static void
fail_object (CorDeskRequest *request,
             guint           status,
             JsonObject     *object)
{
  cor_desk_answer_object (request, object);
  request->status = status;
}

/**
 * cor_desk_fail:
 * @request: a call
 * @status: of HTTP
 * @error: answered as {"error":…} (chatwoot.md §2)
 */
void
cor_desk_fail (CorDeskRequest *request,
               guint           status,
               const char     *error)
{
  fail_object (request, status, cor_desk_json_new ("error:s", error, NULL));
}

/**
 * cor_desk_fail_html:
 * @request: a call
 * @status: 404 for an unknown route, 500 for what the service does not rescue
 */
void
cor_desk_fail_html (CorDeskRequest *request,
                    guint           status)
{
  cor_desk_answer_text (request, status, "text/html; charset=utf-8", status == 404 ? NOT_FOUND_PAGE : BROKEN_PAGE);
}

/**
 * cor_desk_fail_validation:
 * @request: a call
 * @message: what the model says
 * @attribute: which attribute it says it of
 *
 * 422 as {"message":…,"attributes":[…]} (chatwoot.md §2).
 */
void
cor_desk_fail_validation (CorDeskRequest *request,
                          const char     *message,
                          const char     *attribute)
{
  JsonArray *attributes = json_array_new ();

  json_array_add_string_element (attributes, attribute);
  fail_object (request, 422, cor_desk_json_new ("message:s", message, "attributes:a", attributes, NULL));
}

/**
 * cor_desk_not_found:
 * @request: a call about something that is not there
 */
void
cor_desk_not_found (CorDeskRequest *request)
{
  cor_desk_fail (request, 404, "Resource could not be found");
}

/**
 * cor_desk_refuse:
 * @request: a call its agent may not make: a 401 although the token is fine (chatwoot.md §2)
 */
void
cor_desk_refuse (CorDeskRequest *request)
{
  cor_desk_fail (request, 401, "You are not authorized to do this action");
}
