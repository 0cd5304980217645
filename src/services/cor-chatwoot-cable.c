/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-cable"

#include "config.h"

#include "cor-chatwoot-cable.h"
#include "cor-chatwoot-parse.h"
#include "cor-json.h"

#include <string.h>

#define PATH "/cable"
#define PROTOCOL "actioncable-v1-json"

/* An agent counts as online for 20 s after a sign of life (chatwoot.md §13). */
#define PRESENCE_SECONDS 12

/* Mails come whole. */
#define MAX_FRAME (8 * 1024 * 1024)

#define MAX_BACKOFF_MS 30000

/* Failures in a row after which the secret is asked for again: it changes with the password. */
#define STALE_FAILURES 3

/*
 * CorChatwootCable: the push connection (ActionCable, chatwoot.md §13). Owned by a CorChatwoot, on the
 * main thread. Once started it reconnects by itself, with growing waits, until it is stopped.
 *
 * Signals: "event" (CorDeskEvent *), "state" (gboolean: subscribed or not any more), "stale": it needs
 * a secret, now or for the next attempt; answer with cor_chatwoot_cable_set_secret().
 */
struct _CorChatwootCable
{
  GObject parent_instance;

  CorHttp                 *http;        /* owned */
  char                    *account_id;  /* owned */
  char                    *identifier;  /* owned: compared by the server as text, so built once */
  SoupWebsocketConnection *connection;  /* owned, NULL while not connected */
  GCancellable            *cancellable; /* owned: of the connecting */

  guint failures;
  guint timer;    /* waits for: the next attempt, the confirmation, the next ping */
  guint presence; /* timer */
  guint confirm_ms;
  guint silence_ms;
  guint backoff_ms;

  guint is_running : 1;
  guint is_subscribed : 1;
};

G_DEFINE_FINAL_TYPE (CorChatwootCable, cor_chatwoot_cable, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_EVENT,
  SIGNAL_STATE,
  SIGNAL_STALE,
  N_SIGNALS
} CorChatwootCableSignal;

static guint signals[N_SIGNALS];

static void
set_timer (CorChatwootCable *self,
           guint             milliseconds,
           GSourceFunc       func)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (milliseconds, func, self);
}

static void
send_command (CorChatwootCable *self,
              const char       *command,
              const char       *data)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "command");
  json_builder_add_string_value (builder, command);
  json_builder_set_member_name (builder, "identifier");
  json_builder_add_string_value (builder, self->identifier);
  if (data != NULL)
    {
      json_builder_set_member_name (builder, "data");
      json_builder_add_string_value (builder, data);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  soup_websocket_connection_send_text (self->connection, text);
}

static gboolean
on_presence (gpointer user_data)
{
  CorChatwootCable *self = user_data;

  if (soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN)
    send_command (self, "message", "{\"action\":\"update_presence\"}");
  return G_SOURCE_CONTINUE;
}

/* Forgets the connection; nothing of it is heard any more. */
static void
drop_connection (CorChatwootCable *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->presence, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->connection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->connection, self);
      if (soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN)
        soup_websocket_connection_close (self->connection, SOUP_WEBSOCKET_CLOSE_GOING_AWAY, NULL);
    }
  g_clear_object (&self->connection);

  if (self->is_subscribed)
    {
      self->is_subscribed = FALSE;
      g_signal_emit (self, signals[SIGNAL_STATE], 0, FALSE);
    }
}

static gboolean
on_retry (gpointer user_data)
{
  CorChatwootCable *self = user_data;

  self->timer = 0;
  cor_chatwoot_cable_start (self);
  return G_SOURCE_REMOVE;
}

static void
reconnect_later (CorChatwootCable *self,
                 const char       *why)
{
  guint wait_ms = MIN (self->backoff_ms << MIN (self->failures, 10), MAX_BACKOFF_MS);

  g_debug ("cable lost: %s", why);
  drop_connection (self);
  /* A handler of "state" may have stopped it. */
  if (!self->is_running)
    return;

  self->failures++;
  if (self->failures % STALE_FAILURES == 0)
    g_clear_pointer (&self->identifier, g_free);
  set_timer (self, (guint) (wait_ms * g_random_double_range (0.5, 1.5)), on_retry);
}

static gboolean
on_silence (gpointer user_data)
{
  CorChatwootCable *self = user_data;

  self->timer = 0;
  reconnect_later (self, "no ping");
  return G_SOURCE_REMOVE;
}

static gboolean
on_no_confirmation (gpointer user_data)
{
  CorChatwootCable *self = user_data;

  self->timer = 0;
  /* A secret that is no longer good gets neither confirmation nor refusal. */
  g_clear_pointer (&self->identifier, g_free);
  reconnect_later (self, "no confirmation");
  return G_SOURCE_REMOVE;
}

static void
on_subscribed (CorChatwootCable *self)
{
  self->failures = 0;
  self->is_subscribed = TRUE;
  set_timer (self, self->silence_ms, on_silence);
  g_clear_handle_id (&self->presence, g_source_remove);
  self->presence = g_timeout_add_seconds (PRESENCE_SECONDS, on_presence, self);
  g_signal_emit (self, signals[SIGNAL_STATE], 0, TRUE);
}

static void
handle_event (CorChatwootCable *self,
              JsonObject       *frame)
{
  g_autoptr (CorDeskEvent) event = cor_chatwoot_parse_event (cor_json_get_object (frame, "message"), self->account_id);

  if (event != NULL)
    g_signal_emit (self, signals[SIGNAL_EVENT], 0, event);
}

static void
handle_frame (CorChatwootCable *self,
              JsonObject       *frame)
{
  const char *type = cor_json_get_string (frame, "type");

  if (type == NULL)
    handle_event (self, frame);
  else if (g_str_equal (type, "welcome"))
    send_command (self, "subscribe", NULL);
  else if (g_str_equal (type, "ping"))
    {
      /* While not confirmed the timer is the confirmation's: pings come all the same. */
      if (self->is_subscribed)
        set_timer (self, self->silence_ms, on_silence);
    }
  else if (g_str_equal (type, "confirm_subscription"))
    on_subscribed (self);
  else if (g_str_equal (type, "reject_subscription"))
    on_no_confirmation (self);
  else if (g_str_equal (type, "disconnect"))
    reconnect_later (self, "the server says goodbye");
}

static void
on_message (SoupWebsocketConnection *connection,
            SoupWebsocketDataType    type,
            GBytes                  *bytes,
            CorChatwootCable        *self)
{
  gsize       size = 0;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (JsonNode) root = type == SOUP_WEBSOCKET_DATA_TEXT && text != NULL ? cor_json_parse (text, size, NULL) : NULL;

  /* A handler of our signals may let go of us. */
  g_object_ref (self);
  if (cor_json_as_object (root) != NULL)
    handle_frame (self, json_node_get_object (root));
  g_object_unref (self);
}

static void
on_closed (SoupWebsocketConnection *connection,
           CorChatwootCable        *self)
{
  g_object_ref (self);
  reconnect_later (self, "closed");
  g_object_unref (self);
}

static void
on_connected (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorChatwootCable) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoupWebsocketConnection) connection = cor_http_open_websocket_finish (COR_HTTP (source), result, &error);

  /* Cancelled: it was given up, and maybe begun anew. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->is_running || self->connection != NULL)
    return;
  if (connection == NULL)
    {
      reconnect_later (self, error->message);
      return;
    }

  self->connection = g_steal_pointer (&connection);
  g_signal_connect (self->connection, "message", G_CALLBACK (on_message), self);
  g_signal_connect (self->connection, "closed", G_CALLBACK (on_closed), self);
}

static void
cor_chatwoot_cable_dispose (GObject *object)
{
  CorChatwootCable *self = COR_CHATWOOT_CABLE (object);

  cor_chatwoot_cable_stop (self);
  g_clear_object (&self->http);

  G_OBJECT_CLASS (cor_chatwoot_cable_parent_class)->dispose (object);
}

static void
cor_chatwoot_cable_finalize (GObject *object)
{
  CorChatwootCable *self = COR_CHATWOOT_CABLE (object);

  g_free (self->account_id);
  g_free (self->identifier);

  G_OBJECT_CLASS (cor_chatwoot_cable_parent_class)->finalize (object);
}

static void
cor_chatwoot_cable_class_init (CorChatwootCableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType         type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = cor_chatwoot_cable_dispose;
  object_class->finalize = cor_chatwoot_cable_finalize;

  signals[SIGNAL_EVENT] = g_signal_new ("event", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_STATE] = g_signal_new ("state", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_STALE] = g_signal_new ("stale", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_chatwoot_cable_init (CorChatwootCable *self)
{
}

/**
 * cor_chatwoot_cable_new:
 * @http: the server
 * @account_id: whose events to tell
 * @confirm_ms: how long a subscription may take
 * @silence_ms: without a ping, after which the connection is given up
 * @backoff_ms: about the first wait before another attempt
 *
 * Returns: (transfer full): a cable, not started
 */
CorChatwootCable *
cor_chatwoot_cable_new (CorHttp    *http,
                        const char *account_id,
                        guint       confirm_ms,
                        guint       silence_ms,
                        guint       backoff_ms)
{
  CorChatwootCable *self = g_object_new (COR_TYPE_CHATWOOT_CABLE, NULL);

  self->http = g_object_ref (http);
  self->account_id = g_strdup (account_id);
  self->confirm_ms = confirm_ms;
  self->silence_ms = silence_ms;
  self->backoff_ms = backoff_ms;
  return self;
}

static char *
build_identifier (CorChatwootCable *self,
                  const char       *agent_id,
                  const char       *secret)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "channel");
  json_builder_add_string_value (builder, "RoomChannel");
  json_builder_set_member_name (builder, "pubsub_token");
  json_builder_add_string_value (builder, secret);
  json_builder_set_member_name (builder, "account_id");
  json_builder_add_int_value (builder, g_ascii_strtoll (self->account_id, NULL, 10));
  json_builder_set_member_name (builder, "user_id");
  json_builder_add_int_value (builder, g_ascii_strtoll (agent_id, NULL, 10));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * cor_chatwoot_cable_set_secret:
 * @agent_id: (nullable): remote id of the token's agent
 * @secret: (nullable): the profile's secret of the push connection; %NULL: it could not be had, and
 *   "stale" comes again after a wait
 *
 * Used from the next subscription on; connects if that is what was waited for.
 */
void
cor_chatwoot_cable_set_secret (CorChatwootCable *self,
                               const char       *agent_id,
                               const char       *secret)
{
  /* Subscribed with bytes that must stay the same. */
  if (self->is_subscribed)
    return;

  g_clear_pointer (&self->identifier, g_free);
  if (agent_id != NULL && secret != NULL)
    self->identifier = build_identifier (self, agent_id, secret);
  if (!self->is_running || self->connection != NULL || self->cancellable != NULL || self->timer != 0)
    return;

  if (self->identifier != NULL)
    cor_chatwoot_cable_start (self);
  else
    reconnect_later (self, "no secret");
}

/**
 * cor_chatwoot_cable_start:
 *
 * Connects, unless it is connected or on the way. Emits "stale" when it has no secret.
 */
void
cor_chatwoot_cable_start (CorChatwootCable *self)
{
  self->is_running = TRUE;
  if (self->connection != NULL || self->cancellable != NULL || self->timer != 0)
    return;
  if (self->identifier == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_STALE], 0);
      return;
    }

  self->cancellable = g_cancellable_new ();
  set_timer (self, self->confirm_ms, on_no_confirmation);
  cor_http_open_websocket_async (self->http, PATH, PROTOCOL, MAX_FRAME, self->cancellable, on_connected, g_object_ref (self));
}

/**
 * cor_chatwoot_cable_stop:
 *
 * Disconnects; "state" is emitted from here if it was connected, nothing later.
 */
void
cor_chatwoot_cable_stop (CorChatwootCable *self)
{
  self->is_running = FALSE;
  drop_connection (self);
}
