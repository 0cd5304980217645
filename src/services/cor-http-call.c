/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-http"

#include "config.h"

#include "cor-detached-read.h"
#include "cor-http-error.h"
#include "cor-http-private.h"
#include "cor-json.h"
#include "cor-service-error.h"

#include <string.h>

#define MAX_REDIRECTS 5
#define READ_SIZE (64 * 1024)

/* Seconds of a Retry-After that a call waits out itself; for longer ones its caller has better plans. */
#define MAX_RETRY_AFTER 10

/* One call with all its attempts and redirects. It belongs to its task, and every step that is under
 * way holds a reference to the task. */
typedef struct
{
  CorHttp        *http;        /* owned */
  CorHttpRequest *request;     /* owned */
  GCancellable   *outer;       /* owned, or NULL: the caller's */
  GCancellable   *cancellable; /* owned: ours, also fired by the deadline */
  gulong          outer_id;
  GSource        *deadline;   /* owned: of the whole */
  GSource        *connecting; /* owned, or NULL: of a connection that is being made */
  GSourceFunc     begin;      /* starts an attempt */

  GUri        *uri;     /* owned: where the next attempt goes */
  SoupMessage *message; /* owned: of this attempt */
  GByteArray  *body;    /* owned */
  gint64       began_at;
  guint        attempt;
  guint        redirects;
  gboolean     timed_out;
  gboolean     was_elsewhere; /* a redirect left the configured origin: no token any more */

  CorHttpResponse *response; /* owned: while a worker reads it */
} Call;

static void
stop_timer (GSource **timer)
{
  if (*timer != NULL)
    g_source_destroy (*timer);
  g_clear_pointer (timer, g_source_unref);
}

/* The session may hold the message longer than we do. */
static void
drop_message (Call *call)
{
  stop_timer (&call->connecting);
  if (call->message != NULL)
    g_signal_handlers_disconnect_by_data (call->message, call);
  g_clear_object (&call->message);
}

static void
call_free (Call *call)
{
  if (call->outer != NULL)
    g_cancellable_disconnect (call->outer, call->outer_id);
  drop_message (call);
  stop_timer (&call->deadline);
  g_clear_object (&call->outer);
  g_clear_object (&call->cancellable);
  g_clear_pointer (&call->uri, g_uri_unref);
  g_clear_pointer (&call->body, g_byte_array_unref);
  g_clear_pointer (&call->response, cor_http_response_free);
  cor_http_request_unref (call->request);
  g_object_unref (call->http);
  g_free (call);
}

static void
fail (GTask      *task,
      int         code,
      Call       *call,
      const char *message)
{
  guint status = call->message != NULL ? soup_message_get_status (call->message) : 0;

  g_task_return_error (task, cor_service_error_new (code, status, 0, message));
}

/* Another attempt, after a wait that a cancellation ends. */
static void
schedule_attempt (GTask *task,
                  guint  wait_ms)
{
  Call *call = g_task_get_task_data (task);
  g_autoptr (GSource) source = g_timeout_source_new (wait_ms);
  g_autoptr (GSource) cancelled = g_cancellable_source_new (call->cancellable);

  g_source_set_dummy_callback (cancelled);
  g_source_add_child_source (source, cancelled);
  g_source_set_callback (source, call->begin, g_object_ref (task), g_object_unref);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_attach (source, g_task_get_context (task));
}

/* Whether it may be tried again, and if so it will be. @retry_after in seconds, 0 not said. */
static gboolean
try_again (GTask *task,
           guint  retry_after)
{
  Call *call = g_task_get_task_data (task);
  guint wait_ms;

  if (!cor_http_request_is_safe (call->request) || call->attempt >= call->http->attempts ||
      g_cancellable_is_cancelled (call->cancellable) || retry_after > MAX_RETRY_AFTER)
    return FALSE;

  wait_ms = call->http->base_ms << (call->attempt - 1);
  wait_ms = (guint) (wait_ms * g_random_double_range (0.5, 1.5));
  wait_ms = MAX (wait_ms, retry_after * 1000);
  g_debug ("%s %s again in %u ms", call->request->method, call->request->path, wait_ms);
  schedule_attempt (task, wait_ms);
  return TRUE;
}

static void
fail_attempt (GTask        *task,
              const GError *error)
{
  Call *call = g_task_get_task_data (task);
  guint status = soup_message_get_status (call->message);
  g_autoptr (GError) mapped = cor_http_error_from_transport (error, status);

  g_debug ("%s %s failed: %s", call->request->method, call->request->path, error->message);
  if (call->timed_out)
    {
      fail (task, COR_SERVICE_ERROR_OFFLINE, call, "The server did not answer in time");
      return;
    }
  if (call->outer != NULL && g_cancellable_is_cancelled (call->outer))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      return;
    }
  /* Ours alone, without a time-out: libsoup was about to send a second time; see on_restarted(). */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      fail (task, COR_SERVICE_ERROR_OFFLINE, call, "The connection was lost");
      return;
    }
  if (!g_error_matches (mapped, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TLS) && try_again (task, 0))
    return;

  g_task_return_error (task, g_steal_pointer (&mapped));
}

static guint
parse_retry_after (const char *text,
                   gint64      now)
{
  g_autoptr (GDateTime) moment = NULL;
  guint64 seconds;

  if (text == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &seconds, NULL))
    return (guint) seconds;

  moment = soup_date_time_new_from_http_string (text);
  if (moment == NULL || now == 0)
    return 0;

  return (guint) CLAMP (g_date_time_to_unix (moment) - now, 0, G_MAXINT);
}

static CorHttpResponse *
make_response (Call *call)
{
  CorHttpResponse    *response = cor_http_response_new ();
  SoupMessageHeaders *headers = soup_message_get_response_headers (call->message);
  const char         *type = soup_message_headers_get_content_type (headers, NULL);
  const char         *date = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) moment = date != NULL ? soup_date_time_new_from_http_string (date) : NULL;

  response->status = soup_message_get_status (call->message);
  response->content_type = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  response->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  response->origin = _cor_http_dup_origin_of (call->uri);
  response->server_time = moment != NULL ? g_date_time_to_unix (moment) : 0;
  response->retry_after = parse_retry_after (soup_message_headers_get_one (headers, "Retry-After"), response->server_time);
  response->body = g_byte_array_free_to_bytes (g_steal_pointer (&call->body));
  return response;
}

/* In a worker thread. */
static gpointer
read_json (gpointer data,
           GError **error)
{
  Call            *call = data;
  CorHttpRequest  *request = call->request;
  CorHttpResponse *response = call->response;
  g_autoptr (GError) problem = NULL;
  gboolean    is_success = cor_http_response_is_success (response);
  gsize       size = 0;
  const char *bytes = g_bytes_get_data (response->body, &size);

  response->json = cor_json_parse (bytes != NULL ? bytes : "", size, &problem);
  if (response->json != NULL && is_success && request->parse != NULL)
    {
      response->parsed_free = request->parsed_free;
      response->parsed = request->parse (response->json, request->parse_data, &problem);
    }

  if (is_success && request->wants_json && problem != NULL)
    {
      g_propagate_error (error, cor_http_error_from_transport (problem, response->status));
      return NULL;
    }
  return g_steal_pointer (&call->response);
}

/* Everything but redirects and what is tried again ends here. */
static void
finish_response (GTask           *task,
                 CorHttpResponse *response)
{
  Call *call = g_task_get_task_data (task);

  if (!cor_http_response_has_json_type (response))
    {
      if (cor_http_response_is_success (response) && call->request->wants_json)
        {
          fail (task, COR_SERVICE_ERROR_BAD_RESPONSE, call, "The answer is not JSON");
          cor_http_response_free (response);
        }
      else
        g_task_return_pointer (task, response, (GDestroyNotify) cor_http_response_free);
      return;
    }

  call->response = response;
  cor_detached_read_run (task, read_json, (GDestroyNotify) cor_http_response_free);
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* libsoup 3.2 would carry the token header to another origin, so redirects are followed here. */
static void
follow_redirect (GTask *task)
{
  Call       *call = g_task_get_task_data (task);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (call->message), "Location");
  guint       status = soup_message_get_status (call->message);
  g_autoptr (GUri) next = location != NULL ? g_uri_parse_relative (call->uri, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (next == NULL || g_uri_get_host (next) == NULL || *g_uri_get_host (next) == '\0')
    fail (task, COR_SERVICE_ERROR_BAD_RESPONSE, call, "The server redirects to nowhere");
  else if (!g_str_equal (g_uri_get_scheme (next), "https"))
    fail (task, COR_SERVICE_ERROR_NOT_HTTPS, call, "The server redirects to an address that is not HTTPS");
  else if (!cor_http_request_is_safe (call->request) &&
           ((status != 307 && status != 308) || !_cor_http_is_same_origin (next, call->http->origin)))
    fail (task, COR_SERVICE_ERROR_BAD_RESPONSE, call, "The server redirects what may not be repeated elsewhere");
  else if (++call->redirects > MAX_REDIRECTS)
    fail (task, COR_SERVICE_ERROR_BAD_RESPONSE, call, "The server redirects too often");
  else
    {
      g_clear_pointer (&call->uri, g_uri_unref);
      call->uri = g_steal_pointer (&next);
      call->attempt--; /* a redirect is no failure */
      schedule_attempt (task, 0);
    }
}

static void
finish_attempt (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  guint status = soup_message_get_status (call->message);
  g_autoptr (CorHttpResponse) response = NULL;
  gboolean is_passing;

  g_debug ("%s %s?%s %u, %u bytes, %" G_GINT64_FORMAT " ms", call->request->method, call->request->path,
           call->request->query_names->str, status, call->body->len, (g_get_monotonic_time () - call->began_at) / 1000);
  if (is_redirect (status))
    {
      follow_redirect (task);
      return;
    }

  response = make_response (call);
  is_passing = status == 502 || status == 503 || status == 504 || (status == 429 && response->retry_after > 0);
  if (is_passing && try_again (task, response->retry_after))
    return;

  finish_response (task, g_steal_pointer (&response));
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  GInputStream *stream = G_INPUT_STREAM (source);
  Call         *call = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (stream, result, &error);
  gsize size;

  if (bytes == NULL)
    {
      fail_attempt (task, error);
      return;
    }

  size = g_bytes_get_size (bytes);
  if (size == 0)
    {
      finish_attempt (task);
      return;
    }
  if (size > call->request->max_body - call->body->len)
    {
      fail (task, COR_SERVICE_ERROR_BAD_RESPONSE, call, "The answer is too large");
      return;
    }

  g_byte_array_append (call->body, g_bytes_get_data (bytes, NULL), (guint) size);
  g_input_stream_read_bytes_async (stream, READ_SIZE, G_PRIORITY_DEFAULT, call->cancellable, on_read, g_steal_pointer (&task));
}

static void
on_sent (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  Call *call = g_task_get_task_data (task);
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  goffset length;

  if (stream == NULL)
    {
      fail_attempt (task, error);
      return;
    }

  length = soup_message_headers_get_content_length (soup_message_get_response_headers (call->message));
  if (length > 0 && (guint64) length > call->request->max_body)
    {
      fail (task, COR_SERVICE_ERROR_BAD_RESPONSE, call, "The answer is too large");
      return;
    }

  g_input_stream_read_bytes_async (stream, READ_SIZE, G_PRIORITY_DEFAULT, call->cancellable, on_read, g_steal_pointer (&task));
}

static gboolean
on_deadline (gpointer user_data)
{
  Call *call = user_data;

  call->timed_out = TRUE;
  g_cancellable_cancel (call->cancellable);
  return G_SOURCE_REMOVE;
}

static GSource *
start_timer (Call *call,
             guint milliseconds)
{
  GSource *timer = g_timeout_source_new (milliseconds);

  g_source_set_callback (timer, on_deadline, call, NULL);
  g_source_attach (timer, g_main_context_get_thread_default ());
  return timer;
}

/* Only from here on: what waits for one of the five connections is not late yet. */
static void
on_network_event (SoupMessage       *message,
                  GSocketClientEvent event,
                  GIOStream         *stream,
                  Call              *call)
{
  if (call->connecting == NULL && !call->request->has_left && call->http->connect_ms > 0)
    call->connecting = start_timer (call, call->http->connect_ms);
}

static void
on_wrote_headers (SoupMessage *message,
                  Call        *call)
{
  call->request->has_left = TRUE;
  stop_timer (&call->connecting);
}

/* libsoup sends a message again by itself in some cases. It must not where a repetition can make a
 * second reply to a customer. */
static void
on_restarted (SoupMessage *message,
              Call        *call)
{
  if (!cor_http_request_is_safe (call->request))
    g_cancellable_cancel (call->cancellable);
}

static SoupMessage *
make_message (Call *call)
{
  CorHttpRequest     *request = call->request;
  SoupMessage        *message = soup_message_new_from_uri (request->method, call->uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (request->is_fresh)
    soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  soup_message_set_priority (message, request->priority);
  if (request->wants_json)
    soup_message_headers_replace (headers, "Accept", "application/json");
  if (request->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", request->etag);
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, request->body_type, request->body);
  else if (request->parts != NULL)
    {
      g_autoptr (GInputStream) stream = cor_http_body_open (request->parts);

      soup_message_set_request_body (message, request->body_type, stream, cor_http_body_get_size (request->parts));
    }

  /* Once a redirect led elsewhere, that server chose the rest of the way: it gets no token carried. */
  if (!_cor_http_is_same_origin (call->uri, call->http->origin))
    call->was_elsewhere = TRUE;
  if (!call->was_elsewhere && call->http->token != NULL)
    soup_message_headers_replace (headers, call->http->token_header, call->http->token);

  return message;
}

static gboolean
on_begin (gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  Call  *call = g_task_get_task_data (task);

  drop_message (call);
  g_clear_pointer (&call->body, g_byte_array_unref);
  call->body = g_byte_array_new ();
  call->attempt++;
  call->message = make_message (call);
  g_signal_connect (call->message, "network-event", G_CALLBACK (on_network_event), call);
  g_signal_connect (call->message, "wrote-headers", G_CALLBACK (on_wrote_headers), call);
  g_signal_connect (call->message, "restarted", G_CALLBACK (on_restarted), call);
  soup_session_send_async (call->http->session, call->message, G_PRIORITY_DEFAULT, call->cancellable, on_sent, g_object_ref (task));
  return G_SOURCE_REMOVE;
}

static void
on_outer_cancelled (GCancellable *outer,
                    GCancellable *ours)
{
  g_cancellable_cancel (ours);
}

void
_cor_http_call_start (CorHttp        *http,
                      CorHttpRequest *request,
                      GTask          *task)
{
  Call         *call = g_new0 (Call, 1);
  GCancellable *outer = g_task_get_cancellable (task);
  const char   *query = request->query->len > 0 ? request->query->str : NULL;
  guint         total_ms = request->timeout_ms > 0 ? request->timeout_ms : http->total_ms;

  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  call->http = g_object_ref (http);
  call->request = cor_http_request_ref (request);
  call->cancellable = g_cancellable_new ();
  call->began_at = g_get_monotonic_time ();
  call->begin = on_begin;
  call->uri = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (http->origin), NULL, g_uri_get_host (http->origin),
                           g_uri_get_port (http->origin), request->path, query, NULL);
  if (outer != NULL)
    {
      call->outer = g_object_ref (outer);
      call->outer_id = g_cancellable_connect (outer, G_CALLBACK (on_outer_cancelled), call->cancellable, NULL);
    }
  if (total_ms > 0)
    call->deadline = start_timer (call, total_ms);
  schedule_attempt (task, 0);
}
