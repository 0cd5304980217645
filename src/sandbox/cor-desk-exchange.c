/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-exchange"

#include "config.h"

#include "cor-desk-exchange.h"

#include "cor-desk-cable.h"
#include "cor-desk-dispatch.h"

#include <gio/gnetworking.h>
#include <string.h>

#define PIECES 8

/*
 * One call on the wire: the message and what it asks, and what shall go wrong with it. It lives
 * until it is answered or, for a late commit, until the write is done, whatever has become of the
 * connection by then.
 */
typedef struct
{
  CorDeskServer     *server;  /* owned */
  CorDesk           *desk;    /* borrowed: the server's */
  SoupServerMessage *message; /* owned */
  CorDeskRequest    *request; /* owned */
  CorDeskFaultAction fault;
  gboolean           is_finished; /* the connection is gone, or everything is sent */
  guint              piece;
} Exchange;

static GHashTable *waiting = NULL; /* (element-type Exchange): paused or slow ones */

static void
on_finished (SoupServerMessage *message,
             gpointer           user_data)
{
  ((Exchange *) user_data)->is_finished = TRUE;
}

static void
exchange_free (gpointer data)
{
  Exchange *self = data;

  if (waiting != NULL)
    g_hash_table_remove (waiting, self);
  g_signal_handlers_disconnect_by_data (self->message, self);
  g_object_unref (self->message);
  cor_desk_request_free (self->request);
  g_object_unref (self->server);
  g_free (self);
}

static void
wait_for (Exchange   *self,
          GSourceFunc function)
{
  if (waiting == NULL)
    waiting = g_hash_table_new (NULL, NULL);
  g_hash_table_add (waiting, self);
  g_timeout_add_full (G_PRIORITY_DEFAULT, self->fault.milliseconds, function, self, exchange_free);
}

/* A reset, not an orderly end: what a client sees when the network breaks. */
static void
cut (SoupServerMessage *message)
{
  GSocket            *socket = soup_server_message_get_socket (message);
  const struct linger linger = { 1, 0 };

  if (socket == NULL)
    return;
  if (setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger) != 0)
    g_debug ("the socket keeps lingering");
  g_socket_close (socket, NULL);
}

/* Long answers go out in several writes; without this the last waits for the client's delayed ACK. */
static void
send_at_once (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL && !g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL))
    g_debug ("small packets are held back");
}

/**
 * cor_desk_exchange_cut_all:
 *
 * Cuts the connections of calls that still wait for their answer.
 */
void
cor_desk_exchange_cut_all (void)
{
  GHashTableIter iter;
  gpointer       exchange;

  if (waiting == NULL)
    return;
  g_hash_table_iter_init (&iter, waiting);
  while (g_hash_table_iter_next (&iter, &exchange, NULL))
    if (!((Exchange *) exchange)->is_finished)
      cut (((Exchange *) exchange)->message);
}

static void
spoil (Exchange *self)
{
  CorDeskRequest *request = self->request;
  g_autoptr (GBytes) half = NULL;
  gsize       size = request->answer ? g_bytes_get_size (request->answer) : 0;
  const char *type = request->answer_type;

  switch (self->fault.kind)
    {
    case COR_DESK_FAULT_STATUS:
      if (self->fault.status == 429)
        cor_desk_answer_text (request, 429, "text/plain", "Retry later\n");
      else if (self->fault.status == 422)
        cor_desk_fail (request, 422, "Redis::CannotConnectError");
      else
        cor_desk_fail_html (request, self->fault.status);
      break;
    case COR_DESK_FAULT_TRUNCATED_JSON:
      if (size < 2)
        break;
      {
        g_autofree char *kept_type = g_strdup (type);

        half = g_bytes_new_from_bytes (request->answer, 0, size / 2);
        cor_desk_answer_bytes (request, request->status, kept_type, half);
      }
      break;
    case COR_DESK_FAULT_INVALID_JSON:
      cor_desk_answer_text (request, request->status, "application/json; charset=utf-8", "{\"payload\":[{]}, \x01");
      break;
    case COR_DESK_FAULT_WRONG_TYPE:
      g_free (request->answer_type);
      request->answer_type = g_strdup ("text/html; charset=utf-8");
      break;
    case COR_DESK_FAULT_NONE:
    case COR_DESK_FAULT_LATENCY:
    case COR_DESK_FAULT_LATE_COMMIT:
    case COR_DESK_FAULT_RESET_BEFORE:
    case COR_DESK_FAULT_RESET_AFTER:
    case COR_DESK_FAULT_RESET_DURING:
    case COR_DESK_FAULT_SLOW_BODY:
    case COR_DESK_FAULT_CABLE_DROP:
    case COR_DESK_FAULT_STOP:
    default:
      break;
    }
}

static void
send_head (Exchange *self)
{
  CorDeskRequest     *request = self->request;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (self->message);

  if (request->status == 200 && request->etag != NULL && g_strcmp0 (request->etag, request->known_etag) == 0)
    cor_desk_answer_bytes (request, 304, NULL, NULL);
  soup_server_message_set_status (self->message, request->status, NULL);
  if (request->etag != NULL)
    soup_message_headers_replace (headers, "ETag", request->etag);
  soup_message_headers_replace (headers, "Cache-Control", "max-age=0, private, must-revalidate");
  if (request->location != NULL)
    soup_message_headers_replace (headers, "Location", request->location);
  if (request->answer_type != NULL)
    soup_message_headers_replace (headers, "Content-Type", request->answer_type);
}

static void
send_answer (Exchange *self)
{
  SoupMessageBody *body = soup_server_message_get_response_body (self->message);

  spoil (self);
  send_head (self);
  if (self->request->answer != NULL)
    soup_message_body_append_bytes (body, self->request->answer);
  soup_message_body_complete (body);
}

static gboolean
on_answer_late (gpointer user_data)
{
  Exchange *self = user_data;

  cor_desk_dispatch (self->request);
  if (!self->is_finished)
    {
      send_answer (self);
      soup_server_message_unpause (self->message);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
on_commit_late (gpointer user_data)
{
  cor_desk_dispatch (((Exchange *) user_data)->request);
  return G_SOURCE_REMOVE;
}

static gboolean
on_piece (gpointer user_data)
{
  Exchange        *self = user_data;
  SoupMessageBody *body;
  gsize            size = g_bytes_get_size (self->request->answer);
  gsize            begin = size * self->piece / PIECES;
  gsize            end = size * (self->piece + 1) / PIECES;
  g_autoptr (GBytes) bytes = NULL;

  if (self->is_finished)
    return G_SOURCE_REMOVE;
  body = soup_server_message_get_response_body (self->message);
  bytes = g_bytes_new_from_bytes (self->request->answer, begin, end - begin);
  if (end > begin)
    soup_message_body_append_bytes (body, bytes);
  self->piece++;
  if (self->piece == PIECES)
    soup_message_body_complete (body);
  soup_server_message_unpause (self->message);
  return self->piece < PIECES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Takes the exchange over; FALSE if there is nothing to send slowly */
static gboolean
send_slowly (Exchange *self)
{
  if (self->request->answer == NULL || g_bytes_get_size (self->request->answer) < PIECES)
    return FALSE;
  send_head (self);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (self->message), SOUP_ENCODING_CHUNKED);
  self->fault.milliseconds = MAX (self->fault.milliseconds / PIECES, 1);
  wait_for (self, on_piece);
  return TRUE;
}

static void
interrupt (Exchange *self)
{
  if (self->fault.kind == COR_DESK_FAULT_STOP)
    {
      cut (self->message);
      cor_desk_server_interrupt (self->server, self->fault.milliseconds);
    }
  else
    cor_desk_cable_drop_all (self->desk->cable, self->fault.milliseconds / 1000);
}

/* Returns whether the exchange was taken over by a timer. */
static gboolean
perform (Exchange *self)
{
  switch (self->fault.kind)
    {
    case COR_DESK_FAULT_LATENCY:
      soup_server_message_pause (self->message);
      wait_for (self, on_answer_late);
      return TRUE;
    case COR_DESK_FAULT_LATE_COMMIT:
      cut (self->message);
      wait_for (self, on_commit_late);
      return TRUE;
    case COR_DESK_FAULT_RESET_BEFORE:
      cut (self->message);
      return FALSE;
    case COR_DESK_FAULT_RESET_AFTER:
      cor_desk_dispatch (self->request);
      cut (self->message);
      return FALSE;
    case COR_DESK_FAULT_STATUS:
      if (self->fault.after_commit)
        cor_desk_dispatch (self->request);
      break;
    case COR_DESK_FAULT_SLOW_BODY:
      cor_desk_dispatch (self->request);
      if (send_slowly (self))
        return TRUE;
      break;
    case COR_DESK_FAULT_CABLE_DROP:
    case COR_DESK_FAULT_STOP:
      interrupt (self);
      if (self->fault.kind == COR_DESK_FAULT_STOP)
        return FALSE;
      cor_desk_dispatch (self->request);
      break;
    case COR_DESK_FAULT_NONE:
    case COR_DESK_FAULT_RESET_DURING:
    case COR_DESK_FAULT_TRUNCATED_JSON:
    case COR_DESK_FAULT_INVALID_JSON:
    case COR_DESK_FAULT_WRONG_TYPE:
    default:
      cor_desk_dispatch (self->request);
    }
  send_answer (self);
  return FALSE;
}

static CorDeskRequest *
read_request (CorDesk           *desk,
              SoupServerMessage *message)
{
  GUri               *uri = soup_server_message_get_uri (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  CorDeskRequest     *request = cor_desk_request_new (desk, soup_server_message_get_method (message), g_uri_get_path (uri), g_uri_get_query (uri));
  const char         *token = soup_message_headers_get_one (headers, "Api-Access-Token");
  const char         *bearer = soup_message_headers_get_one (headers, "Authorization");
  g_autoptr (GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));

  /* the CGI variable is the same for both spellings (chatwoot.md §1) */
  if (token == NULL)
    token = soup_message_headers_get_one (headers, "api_access_token");
  /* how the ledger, the tracker and Wise are given theirs */
  if (token == NULL && bearer != NULL && g_str_has_prefix (bearer, "Bearer "))
    token = bearer + strlen ("Bearer ");
  request->token = g_strdup (token);
  request->known_etag = g_strdup (soup_message_headers_get_one (headers, "If-None-Match"));
  cor_desk_request_set_body (request, soup_message_headers_get_one (headers, "Content-Type"), body);
  return request;
}

static void
on_control_finished (SoupServerMessage *message,
                     CorDeskServer     *server)
{
  cor_desk_server_interrupt (server, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (message), "interrupt-ms")));
}

/* The answer to the one who stops the service still goes out. */
static void
interrupt_after (Exchange *self)
{
  if (self->request->interrupt_ms == 0)
    return;
  g_object_set_data (G_OBJECT (self->message), "interrupt-ms", GUINT_TO_POINTER (self->request->interrupt_ms));
  g_signal_connect_object (self->message, "finished", G_CALLBACK (on_control_finished), self->server, 0);
}

static void
on_chunk (SoupServerMessage *message,
          GBytes            *chunk,
          gpointer           user_data)
{
  cut (message);
}

/**
 * cor_desk_exchange_watch:
 * @desk: the desk
 * @message: a call of which only the head has been read
 *
 * Breaks the connection in the middle of its body when the faults say so.
 */
void
cor_desk_exchange_watch (CorDesk           *desk,
                         SoupServerMessage *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  if (!g_str_has_prefix (path, "/sandbox/") && cor_desk_faults_pick_during (desk->faults, soup_server_message_get_method (message), path))
    g_signal_connect (message, "got-chunk", G_CALLBACK (on_chunk), NULL);
}

/**
 * cor_desk_exchange_start:
 * @server: the server
 * @desk: its desk
 * @message: a call whose body has been read
 *
 * Answers it, or does to it what the faults say.
 */
void
cor_desk_exchange_start (CorDeskServer     *server,
                         CorDesk           *desk,
                         SoupServerMessage *message)
{
  Exchange *self = g_new0 (Exchange, 1);
  gboolean  is_taken;

  self->server = g_object_ref (server);
  self->desk = desk;
  self->message = g_object_ref (message);
  self->request = read_request (desk, message);
  send_at_once (message);
  g_signal_connect (message, "finished", G_CALLBACK (on_finished), self);
  if (!g_str_has_prefix (self->request->path, "/sandbox/"))
    cor_desk_faults_pick (desk->faults, self->request->method, self->request->path, &self->fault);
  is_taken = perform (self);
  interrupt_after (self);
  if (!is_taken)
    exchange_free (self);
}
