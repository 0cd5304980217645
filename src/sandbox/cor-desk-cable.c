/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-cable"

#include "config.h"

#include "cor-desk-cable.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define PING_SECONDS 3
#define PRESENCE_SECONDS 20

/* One socket; it has at most one room, as the desk's own client does it. */
typedef struct
{
  CorDeskCable            *cable;      /* borrowed: it owns this */
  SoupWebsocketConnection *socket;     /* owned */
  char                    *identifier; /* owned: the subscription's own words */
  gint64                   agent_id;   /* 0: not subscribed */
} Client;

struct _CorDeskCable
{
  CorDesk    *desk;     /* borrowed */
  GPtrArray  *clients;  /* (element-type Client) */
  GHashTable *presence; /* agent id → monotonic time of the last sign of life, both as pointers */
  guint       ping_id;
  gint64      down_until; /* monotonic */
};

static void
client_free (gpointer data)
{
  Client *client = data;

  g_signal_handlers_disconnect_by_data (client->socket, client);
  g_object_unref (client->socket);
  g_free (client->identifier);
  g_free (client);
}

static void
send_text (Client     *client,
           JsonObject *object)
{
  g_autofree char *text = cor_desk_json_object_text (object);

  if (soup_websocket_connection_get_state (client->socket) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_text (client->socket, text);
  json_object_unref (object);
}

static gboolean
on_ping (gpointer user_data)
{
  CorDeskCable *self = user_data;

  for (guint i = 0; i < self->clients->len; i++)
    send_text (g_ptr_array_index (self->clients, i),
               cor_desk_json_new ("type:s", "ping", "message:i", g_get_real_time () / G_USEC_PER_SEC, NULL));
  return G_SOURCE_CONTINUE;
}

/**
 * cor_desk_cable_new:
 * @desk: the desk; it must outlive the cable
 *
 * The ActionCable side of the desk (chatwoot.md §13): the server's thread, no replay, no acknowledgement.
 *
 * Returns: (transfer full): a cable without clients
 */
CorDeskCable *
cor_desk_cable_new (CorDesk *desk)
{
  CorDeskCable *self = g_new0 (CorDeskCable, 1);

  self->desk = desk;
  self->clients = g_ptr_array_new_with_free_func (client_free);
  self->presence = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->ping_id = g_timeout_add_seconds (PING_SECONDS, on_ping, self);
  return self;
}

/**
 * cor_desk_cable_free:
 * @cable: (transfer full) (nullable): a cable
 */
void
cor_desk_cable_free (CorDeskCable *cable)
{
  if (cable == NULL)
    return;
  g_clear_handle_id (&cable->ping_id, g_source_remove);
  cor_desk_cable_drop_all (cable, 0);
  g_ptr_array_unref (cable->clients);
  g_hash_table_unref (cable->presence);
  g_free (cable);
}

/**
 * cor_desk_cable_count:
 * @cable: a cable
 *
 * Returns: how many sockets are open
 */
guint
cor_desk_cable_count (CorDeskCable *cable)
{
  return cable->clients->len;
}

/**
 * cor_desk_cable_is_present:
 * @cable: a cable
 * @agent_id: an agent
 *
 * Returns: whether the agent gave a sign of life within 20 s
 */
gboolean
cor_desk_cable_is_present (CorDeskCable *cable,
                           gint64        agent_id)
{
  gint64 *at = g_hash_table_lookup (cable->presence, &agent_id);

  return at != NULL && g_get_monotonic_time () - *at < PRESENCE_SECONDS * G_USEC_PER_SEC;
}

static gboolean
may_hear (CorDeskCable *self,
          gint64        agent_id,
          gint64        inbox_id)
{
  if (inbox_id == 0)
    return TRUE;
  return cor_desk_db_int (self->desk->db,
                          "SELECT 1 FROM agents a WHERE a.id = ?1 AND (a.role = 'administrator' OR EXISTS "
                          "(SELECT 1 FROM inbox_members m WHERE m.agent_id = ?1 AND m.inbox_id = ?2))",
                          "ii", agent_id, inbox_id) == 1;
}

/**
 * cor_desk_cable_send:
 * @cable: a cable
 * @event: its name
 * @data: (transfer none): its data
 * @inbox_id: to this inbox's members and administrators, or 0 for the whole account
 * @only_agent: to this agent only, or 0
 * @except_agent: not to this one, or 0
 */
void
cor_desk_cable_send (CorDeskCable *cable,
                     const char   *event,
                     JsonObject   *data,
                     gint64        inbox_id,
                     gint64        only_agent,
                     gint64        except_agent)
{
  for (guint i = 0; i < cable->clients->len; i++)
    {
      Client *client = g_ptr_array_index (cable->clients, i);

      if (client->agent_id == 0 || client->agent_id == except_agent || (only_agent != 0 && client->agent_id != only_agent))
        continue;
      if (!may_hear (cable, client->agent_id, inbox_id))
        continue;
      send_text (client, cor_desk_json_new ("identifier:s", client->identifier,
                                            "message:o", cor_desk_json_new ("event:s", event, "data:o", json_object_ref (data), NULL), NULL));
    }
}

/**
 * cor_desk_cable_send_presence:
 * @cable: a cable
 * @only_agent: to whom
 *
 * presence.update: who is there; absent means offline.
 */
void
cor_desk_cable_send_presence (CorDeskCable *cable,
                              gint64        only_agent)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonObject *users = json_object_new ();
  JsonObject *data = cor_desk_json_new ("account_id:d", COR_DESK_ACCOUNT_ID, "users:o", users, "contacts:j", NULL, NULL);

  cor_desk_db_select (cable->desk->db, &rows, "SELECT id, availability, auto_offline FROM agents WHERE is_bot = 0 ORDER BY id", "");
  while (cor_desk_rows_next (&rows))
    {
      g_autofree char *id = g_strdup (cor_desk_rows_text (&rows, 0));
      const char      *status = cor_desk_availability (cable->desk, cor_desk_rows_int (&rows, 0), cor_desk_rows_text (&rows, 1), cor_desk_rows_int (&rows, 2) != 0);

      if (strcmp (status, "offline") != 0)
        json_object_set_string_member (users, id, status);
    }
  cor_desk_cable_send (cable, "presence.update", data, 0, only_agent, 0);
  json_object_unref (data);
}

static void
note_presence (Client *client)
{
  gint64 *id = g_new (gint64, 1);
  gint64 *at = g_new (gint64, 1);

  *id = client->agent_id;
  *at = g_get_monotonic_time ();
  g_hash_table_replace (client->cable->presence, id, at);
  cor_desk_cable_send_presence (client->cable, client->agent_id);
}

/* A wrong token raises inside the channel of the real one: it answers nothing at all. */
static void
subscribe (Client     *client,
           const char *identifier)
{
  JsonObject *room = cor_desk_json_parse_object (identifier);
  const char *token = cor_desk_json_string (room, "pubsub_token");
  gint64      user_id = cor_desk_json_int (room, "user_id");

  if (g_strcmp0 (cor_desk_json_string (room, "channel"), "RoomChannel") == 0 && token != NULL &&
      cor_desk_json_int (room, "account_id") == COR_DESK_ACCOUNT_ID &&
      cor_desk_db_int (client->cable->desk->db, "SELECT id FROM agents WHERE pubsub_token = ? AND is_bot = 0", "s", token) == user_id && user_id != 0)
    {
      g_free (client->identifier);
      client->identifier = g_strdup (identifier);
      client->agent_id = user_id;
      send_text (client, cor_desk_json_new ("identifier:s", identifier, "type:s", "confirm_subscription", NULL));
      note_presence (client);
    }
  else
    g_message ("a subscription was not accepted");
  json_object_unref (room);
}

static void
on_message (SoupWebsocketConnection *socket,
            int                      type,
            GBytes                  *bytes,
            gpointer                 user_data)
{
  Client          *client = user_data;
  gsize            size = 0;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  JsonObject      *frame = cor_desk_json_parse_object (text);
  const char      *command = cor_desk_json_string (frame, "command");
  const char      *identifier = cor_desk_json_string (frame, "identifier");

  if (g_strcmp0 (command, "subscribe") == 0 && identifier != NULL)
    subscribe (client, identifier);
  else if (client->agent_id != 0 && g_strcmp0 (identifier, client->identifier) == 0)
    {
      JsonObject *action = cor_desk_json_parse_object (cor_desk_json_string (frame, "data"));

      if (g_strcmp0 (command, "unsubscribe") == 0)
        client->agent_id = 0;
      else if (g_strcmp0 (cor_desk_json_string (action, "action"), "update_presence") == 0)
        note_presence (client);
      json_object_unref (action);
    }
  json_object_unref (frame);
}

static void
on_closed (SoupWebsocketConnection *socket,
           gpointer                 user_data)
{
  Client *client = user_data;

  g_ptr_array_remove (client->cable->clients, client);
}

/**
 * cor_desk_cable_accept:
 * @cable: a cable
 * @socket: (transfer none): a socket after its handshake
 */
void
cor_desk_cable_accept (CorDeskCable            *cable,
                       SoupWebsocketConnection *socket)
{
  Client *client;

  if (g_get_monotonic_time () < cable->down_until)
    {
      g_io_stream_close (soup_websocket_connection_get_io_stream (socket), NULL, NULL);
      return;
    }
  client = g_new0 (Client, 1);
  client->cable = cable;
  client->socket = g_object_ref (socket);
  g_ptr_array_add (cable->clients, client);
  g_signal_connect (socket, "message", G_CALLBACK (on_message), client);
  g_signal_connect (socket, "closed", G_CALLBACK (on_closed), client);
  send_text (client, cor_desk_json_new ("type:s", "welcome", NULL));
}

/**
 * cor_desk_cable_drop_all:
 * @cable: a cable
 * @seconds: for which new sockets are dropped too
 *
 * Cuts every socket without a closing frame, as a broken network does.
 */
void
cor_desk_cable_drop_all (CorDeskCable *cable,
                         guint         seconds)
{
  cable->down_until = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  while (cable->clients->len > 0)
    {
      Client *client = g_ptr_array_index (cable->clients, cable->clients->len - 1);
      g_autoptr (GIOStream) stream = g_object_ref (soup_websocket_connection_get_io_stream (client->socket));

      /* before the stream: closing it tells the socket, which tells on_closed */
      g_ptr_array_set_size (cable->clients, (int) cable->clients->len - 1);
      g_io_stream_close (stream, NULL, NULL);
    }
}
