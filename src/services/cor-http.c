/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-http"

#include "config.h"

#include "cor-http-error.h"
#include "cor-http-private.h"
#include "cor-http.h"
#include "cor-service-error.h"

/* For the address, the connection and the handshake together. */
#define DEFAULT_CONNECT_MS 20000

/* Seconds without a byte in either direction before a connection is given up. A desk server may take
 * 45 s for a message and still store it (chatwoot.md §15): hanging up earlier makes more doubt. */
#define DEFAULT_IDLE_SECONDS 60
#define DEFAULT_TOTAL_MS 120000
#define DEFAULT_ATTEMPTS 3
#define DEFAULT_BASE_MS 500

/* Connections a host, design.md "Services". */
#define MAX_CONNECTIONS 5

/*
 * CorHttp: HTTPS to one configured server. It owns one SoupSession and the token, which goes to that
 * server's origin and nowhere else. For one thread, the one that made it; nothing in it blocks but
 * the reading of a CA file when it is made.
 */
G_DEFINE_FINAL_TYPE (CorHttp, cor_http, G_TYPE_OBJECT)

static int
get_port (GUri *uri)
{
  if (g_uri_get_port (uri) > 0)
    return g_uri_get_port (uri);

  return g_str_equal (g_uri_get_scheme (uri), "http") ? 80 : 443;
}

gboolean
_cor_http_is_same_origin (GUri *a,
                          GUri *b)
{
  return g_ascii_strcasecmp (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 &&
         g_uri_get_host (a) != NULL && g_uri_get_host (b) != NULL &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         get_port (a) == get_port (b);
}

char *
_cor_http_dup_origin_of (GUri *uri)
{
  int port = get_port (uri) == 443 ? -1 : get_port (uri);

  return g_uri_join (G_URI_FLAGS_NONE, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), port, "", NULL, NULL);
}

static void
on_websocket (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  SoupWebsocketConnection *connection = soup_session_websocket_connect_finish (SOUP_SESSION (source), result, &error);

  if (connection == NULL)
    {
      g_debug ("websocket failed: %s", error->message);
      g_task_return_error (task, cor_http_error_from_transport (error, 0));
      return;
    }

  soup_websocket_connection_set_max_incoming_payload_size (connection, GPOINTER_TO_SIZE (g_task_get_task_data (task)));
  g_task_return_pointer (task, connection, g_object_unref);
}

static void
cor_http_dispose (GObject *object)
{
  CorHttp *self = COR_HTTP (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_http_parent_class)->dispose (object);
}

static void
cor_http_finalize (GObject *object)
{
  CorHttp *self = COR_HTTP (object);

  g_clear_pointer (&self->origin, g_uri_unref);
  g_free (self->token_header);
  g_free (self->token);

  G_OBJECT_CLASS (cor_http_parent_class)->finalize (object);
}

static void
cor_http_class_init (CorHttpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_http_dispose;
  object_class->finalize = cor_http_finalize;
}

static void
cor_http_init (CorHttp *self)
{
  /* No "Mozilla" in the name: a desk server evicts sessions or asks which to keep (chatwoot.md §1). */
  self->session = soup_session_new_with_options ("max-conns", 4 * MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS,
                                                 "timeout", DEFAULT_IDLE_SECONDS,
                                                 "user-agent", "Corridor/" COR_VERSION,
                                                 NULL);
  /* It would send a request again by itself after a 401. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  self->connect_ms = DEFAULT_CONNECT_MS;
  self->total_ms = DEFAULT_TOTAL_MS;
  self->attempts = DEFAULT_ATTEMPTS;
  self->base_ms = DEFAULT_BASE_MS;
}

static gboolean
trust_ca_file (CorHttp    *self,
               const char *ca_file,
               GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GTlsDatabase) database = NULL;
  GList *certificates = g_tls_certificate_list_new_from_file (ca_file, &local_error);

  if (certificates != NULL)
    database = g_tls_file_database_new (ca_file, &local_error);
  g_list_free_full (certificates, g_object_unref);

  if (database == NULL)
    {
      g_set_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TLS, "The certificate file cannot be used: %s",
                   local_error != NULL ? local_error->message : "it holds no certificate");
      return FALSE;
    }

  soup_session_set_tls_database (self->session, database);
  return TRUE;
}

static CorHttp *
make (GUri *origin)
{
  CorHttp *self = g_object_new (COR_TYPE_HTTP, NULL);

  self->origin = g_uri_ref (origin);
  return self;
}

/**
 * cor_http_new:
 * @origin: scheme, host and port of the server; path and query are not looked at
 * @ca_file: (nullable): a PEM file with the only authorities to trust; %NULL: the system's
 * @error: %COR_SERVICE_ERROR_NOT_HTTPS, %COR_SERVICE_ERROR_BAD_ADDRESS, or %COR_SERVICE_ERROR_TLS
 *   for a @ca_file that cannot be used
 *
 * Reads @ca_file at once; everything else waits for the first call.
 *
 * Returns: (transfer full) (nullable): a client for this server
 */
CorHttp *
cor_http_new (GUri       *origin,
              const char *ca_file,
              GError    **error)
{
  g_autoptr (CorHttp) self = NULL;

  if (g_uri_get_host (origin) == NULL || *g_uri_get_host (origin) == '\0')
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_ADDRESS, "The address names no server");
      return NULL;
    }
  if (g_ascii_strcasecmp (g_uri_get_scheme (origin), "https") != 0)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_HTTPS, "The address is not HTTPS");
      return NULL;
    }

  self = make (origin);
  if (ca_file != NULL && !trust_ca_file (self, ca_file, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * cor_http_new_on_loopback:
 * @origin: http, with the literal address of this computer, 127.0.0.1 or [::1]: a name may lead elsewhere
 * @error: %COR_SERVICE_ERROR_NOT_HTTPS
 *
 * For services that run beside the program and take no secret from it; nothing leaves the computer.
 *
 * Returns: (transfer full) (nullable): a client without encryption
 */
CorHttp *
cor_http_new_on_loopback (GUri    *origin,
                          GError **error)
{
  const char *host = g_uri_get_host (origin);

  if (g_ascii_strcasecmp (g_uri_get_scheme (origin), "http") == 0 && (g_strcmp0 (host, "127.0.0.1") == 0 || g_strcmp0 (host, "::1") == 0))
    return make (origin);
  g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_HTTPS, "The address is not HTTPS");
  return NULL;
}

/**
 * cor_http_set_token:
 * @header: the header that carries the token
 * @token: (nullable): the token; %NULL sends none
 *
 * Kept in memory only, sent to the configured origin only (chatwoot.md §18).
 */
void
cor_http_set_token (CorHttp    *self,
                    const char *header,
                    const char *token)
{
  g_free (self->token_header);
  self->token_header = g_strdup (header);
  g_free (self->token);
  self->token = g_strdup (token);
}

/**
 * cor_http_set_timeouts:
 * @connect_milliseconds: for an attempt to have its head written, from when it has a connection to make
 * @idle_seconds: without a byte in either direction
 * @total_milliseconds: for a call that does not say otherwise, with all its attempts
 */
void
cor_http_set_timeouts (CorHttp *self,
                       guint    connect_milliseconds,
                       guint    idle_seconds,
                       guint    total_milliseconds)
{
  self->connect_ms = connect_milliseconds;
  soup_session_set_timeout (self->session, idle_seconds);
  self->total_ms = total_milliseconds;
}

/**
 * cor_http_set_retry:
 * @attempts: how often a GET is tried at most; 1: never again
 * @base_milliseconds: the wait before the second attempt, about; it doubles with each
 */
void
cor_http_set_retry (CorHttp *self,
                    guint    attempts,
                    guint    base_milliseconds)
{
  self->attempts = MAX (attempts, 1);
  self->base_ms = base_milliseconds;
}

/**
 * cor_http_dup_origin:
 *
 * Returns: (transfer full): scheme, host and port (if not 443) of the server
 */
char *
cor_http_dup_origin (CorHttp *self)
{
  return _cor_http_dup_origin_of (self->origin);
}

/**
 * cor_http_send_async:
 * @request: a request not sent before; a reference is kept until the end
 * @cancellable: (nullable): stops it, also while it waits for another attempt
 * @callback: called once on the main context of this thread
 *
 * GET and HEAD are tried again after a failure that may pass; nothing else ever is. The body is read
 * up to the request's bound and parsed in a worker thread.
 */
void
cor_http_send_async (CorHttp            *self,
                     CorHttpRequest     *request,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_http_send_async);
  /* An answer that is here counts: what a POST did does not become unknown by a late cancellation. */
  g_task_set_check_cancellable (task, FALSE);
  _cor_http_call_start (self, request, task);
}

/**
 * cor_http_send_finish:
 * @error: a %COR_SERVICE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the answer, whatever its status. %NULL if there is none, or if
 *   a 2xx answer is not the JSON that the request wants; cor_http_request_has_left() tells whether
 *   the server may have got the request.
 */
CorHttpResponse *
cor_http_send_finish (CorHttp      *self,
                      GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cor_http_open_websocket_async:
 * @path: on the configured server, percent-encoded
 * @protocol: the subprotocol to ask for
 * @max_payload: bytes of the largest message taken
 * @cancellable: (nullable): stops it
 *
 * Sends no token: a service that needs one there says so inside the stream.
 */
void
cor_http_open_websocket_async (CorHttp            *self,
                               const char         *path,
                               const char         *protocol,
                               gsize               max_payload,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GUri) uri = g_uri_build (SOUP_HTTP_URI_FLAGS, "wss", NULL, g_uri_get_host (self->origin),
                                      g_uri_get_port (self->origin), path, NULL, NULL);
  g_autoptr (SoupMessage) message = soup_message_new_from_uri ("GET", uri);
  char *protocols[] = { (char *) protocol, NULL };

  g_task_set_source_tag (task, cor_http_open_websocket_async);
  g_task_set_task_data (task, GSIZE_TO_POINTER (max_payload), NULL);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  /* Inflated messages would not be bounded. */
  soup_message_disable_feature (message, SOUP_TYPE_WEBSOCKET_EXTENSION_MANAGER);
  g_debug ("websocket %s", path);
  soup_session_websocket_connect_async (self->session, message, NULL, protocols, G_PRIORITY_DEFAULT, cancellable,
                                        on_websocket, g_steal_pointer (&task));
}

/**
 * cor_http_open_websocket_finish:
 * @error: a %COR_SERVICE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): an open connection
 */
SoupWebsocketConnection *
cor_http_open_websocket_finish (CorHttp      *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
