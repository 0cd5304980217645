/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-test-server"

#include "config.h"

#include "cor-test-certificate.h"
#include "cor-test-server.h"

#include <string.h>
#include <sys/socket.h>

typedef struct
{
  CorTestAction action;
  guint         status;
  char         *headers;
  char         *body;
  char         *prefix; /* of "METHOD /path"; NULL: for whatever comes next */
} Reply;

struct _CorTestServer
{
  GSocketService  *service;
  GTlsCertificate *certificate;
  GCancellable    *cancellable;
  guint16          port;

  GMutex     mutex;
  GQueue     queue;   /* Reply */
  GPtrArray *replies; /* Reply, by prefix */
  GPtrArray *requests;
  guint      n_connections;
  GCond      idle;
};

static void
reply_free (Reply *reply)
{
  g_free (reply->headers);
  g_free (reply->body);
  g_free (reply->prefix);
  g_free (reply);
}

static void
reset (GSocketConnection *connection)
{
  struct linger linger = { 1, 0 };
  GSocket      *socket = g_socket_connection_get_socket (connection);

  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
  g_socket_close (socket, NULL);
}

/* One request, head and body; NULL at the end of the connection. */
static char *
read_request (GInputStream *stream,
              GCancellable *cancellable)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize wanted = 0;
  char  chunk[4096];

  for (;;)
    {
      gssize n;

      if (wanted == 0 && strstr (text->str, "\r\n\r\n") != NULL)
        {
          const char *length = strcasestr (text->str, "\r\ncontent-length:");
          gsize       head = (gsize) (strstr (text->str, "\r\n\r\n") - text->str) + 4;

          wanted = head + (length != NULL && length < text->str + head ? g_ascii_strtoull (length + 17, NULL, 10) : 0);
        }
      if (wanted > 0 && text->len >= wanted)
        return g_string_free (g_steal_pointer (&text), FALSE);

      n = g_input_stream_read (stream, chunk, sizeof chunk, cancellable, NULL);
      if (n <= 0)
        return NULL;
      g_string_append_len (text, chunk, n);
    }
}

static Reply *
reply_copy (const Reply *reply)
{
  Reply *copy = g_new0 (Reply, 1);

  copy->action = reply->action;
  copy->status = reply->status;
  copy->headers = g_strdup (reply->headers);
  copy->body = g_strdup (reply->body);
  return copy;
}

static Reply *
take_reply (CorTestServer *self,
            const char    *request)
{
  Reply *reply = NULL;

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->requests, g_strdup (request));
  g_cond_broadcast (&self->idle);
  reply = g_queue_pop_head (&self->queue);
  for (guint i = self->replies->len; reply == NULL && i > 0; i--)
    {
      const Reply *candidate = g_ptr_array_index (self->replies, i - 1);

      if (g_str_has_prefix (request, candidate->prefix))
        reply = reply_copy (candidate);
    }
  g_mutex_unlock (&self->mutex);

  if (reply == NULL)
    {
      reply = g_new0 (Reply, 1);
      reply->status = 404;
      reply->body = g_strdup ("{\"error\":\"Resource could not be found\"}");
    }
  return reply;
}

static gboolean
says (const Reply *reply,
      const char  *header)
{
  return reply->headers != NULL && strcasestr (reply->headers, header) != NULL;
}

static gboolean
write_answer (GOutputStream *stream,
              const Reply   *reply,
              GCancellable  *cancellable)
{
  const char *body = reply->body != NULL ? reply->body : "";
  gsize       length = strlen (body);
  g_autoptr (GString) head = g_string_new (NULL);

  g_string_append_printf (head, "HTTP/1.1 %u Said\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n", reply->status);
  if (!says (reply, "content-type:"))
    g_string_append (head, "Content-Type: application/json; charset=utf-8\r\n");
  if (!says (reply, "transfer-encoding:"))
    g_string_append_printf (head, "Content-Length: %" G_GSIZE_FORMAT "\r\n", reply->action == COR_TEST_ANSWER ? length : length + 1000);
  g_string_append_printf (head, "%s\r\n", reply->headers != NULL ? reply->headers : "");

  g_string_append (head, body);
  return g_output_stream_write_all (stream, head->str, head->len, NULL, cancellable, NULL) &&
         g_output_stream_flush (stream, cancellable, NULL);
}

/* Whether another request may follow. */
static gboolean
serve_one (CorTestServer     *self,
           GSocketConnection *connection,
           GIOStream         *tls)
{
  GInputStream    *input = g_io_stream_get_input_stream (tls);
  GOutputStream   *output = g_io_stream_get_output_stream (tls);
  g_autofree char *request = read_request (input, self->cancellable);
  Reply           *reply = request != NULL ? take_reply (self, request) : NULL;
  CorTestAction    action = reply != NULL ? reply->action : COR_TEST_HANG;
  char             byte;

  if (reply == NULL)
    return FALSE;

  if (action == COR_TEST_ANSWER || action == COR_TEST_TRUNCATE || action == COR_TEST_HANG_BODY)
    write_answer (output, reply, self->cancellable);
  reply_free (reply);

  if (action == COR_TEST_RESET_READ)
    reset (connection);
  if (action == COR_TEST_HANG || action == COR_TEST_HANG_BODY)
    g_input_stream_read (input, &byte, 1, self->cancellable, NULL);
  if (action == COR_TEST_TRUNCATE)
    g_io_stream_close (tls, NULL, NULL);
  return action == COR_TEST_ANSWER;
}

static gboolean
on_run (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        CorTestServer          *self)
{
  g_autoptr (GIOStream) tls = NULL;
  Reply   *next;
  gboolean is_refused;
  gboolean is_mute;
  char     bytes[4096];

  g_mutex_lock (&self->mutex);
  next = g_queue_peek_head (&self->queue);
  is_refused = next != NULL && next->action == COR_TEST_RESET_ACCEPT;
  is_mute = next != NULL && next->action == COR_TEST_HANG_ACCEPT;
  if (is_refused || is_mute)
    reply_free (g_queue_pop_head (&self->queue));
  self->n_connections++;
  g_mutex_unlock (&self->mutex);

  if (is_refused)
    reset (connection);
  else if (is_mute)
    while (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), bytes, sizeof bytes, self->cancellable, NULL) > 0)
      ;
  else
    {
      tls = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
      /* It asks for no client certificate; loading the system's authorities only takes time. */
      g_tls_connection_set_database (G_TLS_CONNECTION (tls), NULL);
      while (serve_one (self, connection, tls))
        ;
      g_io_stream_close (tls, NULL, NULL);
    }

  g_mutex_lock (&self->mutex);
  self->n_connections--;
  g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

/**
 * cor_test_server_new:
 *
 * Returns: (transfer full): a server on 127.0.0.1 and a free port; it answers 404 unless told else
 */
CorTestServer *
cor_test_server_new (void)
{
  CorTestServer *self = g_new0 (CorTestServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->idle);
  g_queue_init (&self->queue);
  self->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) reply_free);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  self->certificate = cor_test_authority_issue ();
  self->service = g_threaded_socket_service_new (16);
  g_signal_connect (self->service, "run", G_CALLBACK (on_run), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  return self;
}

/**
 * cor_test_server_free:
 * @self: (transfer full): a server; its connections are cut
 */
void
cor_test_server_free (CorTestServer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));

  g_mutex_lock (&self->mutex);
  while (self->n_connections > 0)
    g_cond_wait (&self->idle, &self->mutex);
  g_mutex_unlock (&self->mutex);

  g_signal_handlers_disconnect_by_data (self->service, self);
  g_object_unref (self->service);
  g_object_unref (self->certificate);
  g_object_unref (self->cancellable);
  g_queue_clear_full (&self->queue, (GDestroyNotify) reply_free);
  g_ptr_array_unref (self->replies);
  g_ptr_array_unref (self->requests);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->idle);
  g_free (self);
}

guint16
cor_test_server_get_port (CorTestServer *self)
{
  return self->port;
}

char *
cor_test_server_dup_url (CorTestServer *self)
{
  return g_strdup_printf ("https://127.0.0.1:%u", self->port);
}

/**
 * cor_test_server_push:
 * @headers: (nullable): further lines, each ending with CRLF; without a Content-Type it is JSON
 * @body: (nullable): the body
 *
 * Says what happens to the next request for which nothing was said before.
 */
void
cor_test_server_push (CorTestServer *self,
                      CorTestAction  action,
                      guint          status,
                      const char    *headers,
                      const char    *body)
{
  Reply *reply = g_new0 (Reply, 1);

  reply->action = action;
  reply->status = status;
  reply->headers = g_strdup (headers);
  reply->body = g_strdup (body);
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->queue, reply);
  g_mutex_unlock (&self->mutex);
}

/**
 * cor_test_server_set_reply:
 * @prefix: "METHOD /path" of the requests that it answers, as far as it goes
 *
 * Says the answer to all such requests that nothing was pushed for; the newest that fits counts.
 */
void
cor_test_server_set_reply (CorTestServer *self,
                           const char    *prefix,
                           guint          status,
                           const char    *body)
{
  Reply *reply = g_new0 (Reply, 1);

  reply->status = status;
  reply->body = g_strdup (body);
  reply->prefix = g_strdup (prefix);
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->replies, reply);
  g_mutex_unlock (&self->mutex);
}

guint
cor_test_server_count (CorTestServer *self,
                       const char    *method)
{
  guint count = 0;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->requests->len; i++)
    if (method == NULL || g_str_has_prefix (g_ptr_array_index (self->requests, i), method))
      count++;
  g_mutex_unlock (&self->mutex);
  return count;
}

char *
cor_test_server_dup_request (CorTestServer *self,
                             guint          index)
{
  char *request;

  g_mutex_lock (&self->mutex);
  g_assert_cmpuint (index, <, self->requests->len);
  request = g_strdup (g_ptr_array_index (self->requests, index));
  g_mutex_unlock (&self->mutex);
  return request;
}

/**
 * cor_test_server_saw:
 *
 * Returns: whether any request had @text anywhere
 */
gboolean
cor_test_server_saw (CorTestServer *self,
                     const char    *text)
{
  gboolean saw = FALSE;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->requests->len; i++)
    saw |= strstr (g_ptr_array_index (self->requests, i), text) != NULL;
  g_mutex_unlock (&self->mutex);
  return saw;
}

/**
 * cor_test_server_wait:
 *
 * Blocks until so many requests were read since the beginning; runs the main context meanwhile.
 */
void
cor_test_server_wait (CorTestServer *self,
                      guint          n_requests)
{
  while (cor_test_server_count (self, NULL) < n_requests)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
}

void
cor_test_on_result (GObject      *source,
                    GAsyncResult *result,
                    gpointer      where)
{
  *(GAsyncResult **) where = g_object_ref (result);
}

GAsyncResult *
cor_test_await (GAsyncResult **where)
{
  while (*where == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (where);
}
