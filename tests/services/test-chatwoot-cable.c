/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-chatwoot-cable"

#include "config.h"

#include "cor-chatwoot.h"
#include "cor-json.h"
#include "cor-test-certificate.h"
#include "cor-test-main.h"

#include <string.h>

/* A server whose side of the stream the test plays. */
typedef struct
{
  SoupServer *server;
  CorDesk    *desk;
  char       *secret; /* what the profile says */

  GPtrArray *connections; /* SoupWebsocketConnection, in the order of their coming */
  GPtrArray *frames;      /* char *, what the client said, on all of them */
  guint      n_profiles;
  guint      n_pings;
  guint      ping_timer;
  gboolean   confirms; /* welcomes and confirms by itself */

  guint    n_up;
  guint    n_down;
  gboolean is_up;
  guint    n_events;
  char    *last_message;
} Fixture;

static void
on_profile (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Fixture         *fixture = user_data;
  g_autofree char *body = g_strdup_printf ("{\"id\":5,\"pubsub_token\":\"%s\",\"accounts\":[{\"id\":3}]}", fixture->secret);

  fixture->n_profiles++;
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body, strlen (body));
}

static void
say (SoupWebsocketConnection *connection,
     const char              *text)
{
  if (soup_websocket_connection_get_state (connection) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_text (connection, text);
}

static void
on_frame (SoupWebsocketConnection *connection,
          SoupWebsocketDataType    type,
          GBytes                  *bytes,
          Fixture                 *fixture)
{
  gsize       size = 0;
  const char *text = g_bytes_get_data (bytes, &size);

  g_ptr_array_add (fixture->frames, g_strndup (text, size));
  if (fixture->confirms && strstr (g_ptr_array_index (fixture->frames, fixture->frames->len - 1), "\"subscribe\"") != NULL)
    say (connection, "{\"type\":\"confirm_subscription\",\"identifier\":\"x\"}");
}

static void
on_connected (SoupServer              *server,
              SoupServerMessage       *message,
              const char              *path,
              SoupWebsocketConnection *connection,
              gpointer                 user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpstr (soup_websocket_connection_get_protocol (connection), ==, "actioncable-v1-json");
  g_assert_null (soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Api-Access-Token"));
  g_ptr_array_add (fixture->connections, g_object_ref (connection));
  g_signal_connect (connection, "message", G_CALLBACK (on_frame), fixture);
  say (connection, "{\"type\":\"welcome\"}");
}

static void
on_event (CorDesk      *desk,
          CorDeskEvent *event,
          Fixture      *fixture)
{
  fixture->n_events++;
  if (event->message != NULL)
    {
      g_free (fixture->last_message);
      fixture->last_message = g_strdup (event->message->content);
    }
}

static void
on_state (CorDesk *desk,
          gboolean is_up,
          Fixture *fixture)
{
  g_assert_cmpint (fixture->is_up, !=, is_up);
  fixture->is_up = is_up;
  if (is_up)
    fixture->n_up++;
  else
    fixture->n_down++;
}

static gboolean
on_ping (gpointer user_data)
{
  Fixture *fixture = user_data;

  if (fixture->connections->len > 0)
    {
      fixture->n_pings++;
      say (g_ptr_array_index (fixture->connections, fixture->connections->len - 1), "{\"type\":\"ping\",\"message\":1700000000}");
    }
  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  char *protocols[] = { (char *) "actioncable-v1-json", NULL };
  g_autoptr (GTlsCertificate) certificate = cor_test_authority_issue ();
  g_autofree char *ca = cor_test_authority_write ();
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  fixture->secret = g_strdup ("first-secret");
  fixture->confirms = TRUE;
  fixture->connections = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->frames = g_ptr_array_new_with_free_func (g_free);
  fixture->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (fixture->server, "/api/v1/profile", on_profile, fixture, NULL);
  soup_server_add_websocket_handler (fixture->server, "/cable", NULL, protocols, on_connected, fixture, NULL);
  g_assert_true (soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  uris = soup_server_get_uris (fixture->server);
  url = g_strdup_printf ("https://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  fixture->desk = cor_chatwoot_new (url, "3", "token", ca, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->desk, "event", G_CALLBACK (on_event), fixture);
  g_signal_connect (fixture->desk, "push-state", G_CALLBACK (on_state), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_handle_id (&fixture->ping_timer, g_source_remove);
  cor_desk_stop_push (fixture->desk);
  /* What a cancelled call still holds goes with its callback. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->desk);
  for (guint i = 0; i < fixture->connections->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (fixture->connections, i), fixture);
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  g_ptr_array_unref (fixture->connections);
  g_ptr_array_unref (fixture->frames);
  g_free (fixture->last_message);
  g_free (fixture->secret);
}

#define AWAIT(condition)                     \
  G_STMT_START                               \
  {                                          \
    while (!(condition))                     \
      g_main_context_iteration (NULL, TRUE); \
  }                                          \
  G_STMT_END

static SoupWebsocketConnection *
get_last (Fixture *fixture)
{
  return g_ptr_array_index (fixture->connections, fixture->connections->len - 1);
}

static void
test_subscribe (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) identifier = NULL;
  const char *text;

  cor_desk_start_push (fixture->desk);
  AWAIT (fixture->is_up);
  g_assert_cmpuint (fixture->n_profiles, ==, 1);
  g_assert_cmpuint (fixture->frames->len, ==, 1);

  text = g_ptr_array_index (fixture->frames, 0);
  root = cor_json_parse (text, strlen (text), NULL);
  g_assert_cmpstr (cor_json_get_string (cor_json_as_object (root), "command"), ==, "subscribe");
  text = cor_json_get_string (cor_json_as_object (root), "identifier");
  identifier = cor_json_parse (text, strlen (text), NULL);
  g_assert_cmpstr (cor_json_get_string (cor_json_as_object (identifier), "channel"), ==, "RoomChannel");
  g_assert_cmpstr (cor_json_get_string (cor_json_as_object (identifier), "pubsub_token"), ==, "first-secret");
  g_assert_cmpint (cor_json_get_int (cor_json_as_object (identifier), "account_id"), ==, 3);
  g_assert_cmpint (cor_json_get_int (cor_json_as_object (identifier), "user_id"), ==, 5);

  cor_desk_stop_push (fixture->desk);
  g_assert_false (fixture->is_up);
  g_assert_cmpuint (fixture->n_down, ==, 1);
  AWAIT (soup_websocket_connection_get_state (get_last (fixture)) != SOUP_WEBSOCKET_STATE_OPEN);
}

static void
test_events (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const noise[] = {
    "", "nonsense", "[]", "7", "null", "{}", "{\"type\":7}", "{\"type\":\"unheard-of\"}", "{\"message\":[]}",
    "{\"identifier\":\"x\",\"message\":{\"event\":\"message.created\",\"data\":null}}",
    "{\"identifier\":\"x\",\"message\":{\"event\":\"message.created\",\"data\":{\"account_id\":4,\"id\":8,\"conversation_id\":2,\"content\":\"other account\"}}}",
    "{\"identifier\":\"x\",\"message\":{\"event\":\"presence.update\",\"data\":{\"account_id\":3,\"users\":{\"5\":\"online\"}}}}"
  };

  cor_desk_start_push (fixture->desk);
  AWAIT (fixture->is_up);
  for (guint i = 0; i < G_N_ELEMENTS (noise); i++)
    say (get_last (fixture), noise[i]);
  soup_websocket_connection_send_binary (get_last (fixture), "\x00\x01", 2);
  say (get_last (fixture), "{\"identifier\":\"x\",\"message\":{\"event\":\"message.created\",\"data\":{\"account_id\":3,\"id\":9,\"conversation_id\":2,\"content\":\"hello\"}}}");
  AWAIT (fixture->last_message != NULL);
  g_assert_cmpstr (fixture->last_message, ==, "hello");
  g_assert_cmpuint (fixture->n_events, ==, 1);
  g_assert_cmpuint (fixture->n_down, ==, 0);
}

/* Pings keep it; without them it is given up and made anew. */
static void
test_silence (Fixture      *fixture,
              gconstpointer data)
{
  cor_chatwoot_set_push_times (COR_CHATWOOT (fixture->desk), 10000, 500, 1);
  fixture->ping_timer = g_timeout_add (50, on_ping, fixture);
  cor_desk_start_push (fixture->desk);
  AWAIT (fixture->is_up);
  fixture->n_pings = 0;
  AWAIT (fixture->n_pings >= 25);
  g_assert_cmpuint (fixture->n_down, ==, 0);
  g_assert_cmpuint (fixture->connections->len, ==, 1);

  g_clear_handle_id (&fixture->ping_timer, g_source_remove);
  AWAIT (fixture->n_up == 2);
  g_assert_cmpuint (fixture->n_down, ==, 1);
  g_assert_cmpuint (fixture->connections->len, ==, 2);
  g_assert_cmpuint (fixture->n_profiles, ==, 1);
}

static void
test_server_closes (Fixture      *fixture,
                    gconstpointer data)
{
  cor_chatwoot_set_push_times (COR_CHATWOOT (fixture->desk), 10000, 10000, 1);
  cor_desk_start_push (fixture->desk);
  AWAIT (fixture->n_up == 1);
  soup_websocket_connection_close (get_last (fixture), SOUP_WEBSOCKET_CLOSE_GOING_AWAY, NULL);
  AWAIT (fixture->n_up == 2);
  say (get_last (fixture), "{\"type\":\"disconnect\",\"reason\":\"server_restart\",\"reconnect\":true}");
  AWAIT (fixture->n_up == 3);
  g_assert_cmpuint (fixture->n_down, ==, 2);
}

/* A secret that is no longer good gets no answer at all: the profile is read again. */
static void
test_new_secret (Fixture      *fixture,
                 gconstpointer data)
{
  fixture->confirms = FALSE;
  cor_chatwoot_set_push_times (COR_CHATWOOT (fixture->desk), 2000, 10000, 1);
  fixture->ping_timer = g_timeout_add (50, on_ping, fixture);
  cor_desk_start_push (fixture->desk);
  AWAIT (fixture->frames->len == 1);
  g_free (fixture->secret);
  fixture->secret = g_strdup ("second-secret");
  fixture->confirms = TRUE;
  AWAIT (fixture->is_up);
  g_assert_cmpuint (fixture->n_profiles, ==, 2);
  g_assert_cmpuint (fixture->connections->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->frames, 1), "second-secret"));
}

/* Stopped at every moment of its beginning, and started again. */
static void
test_stop_early (Fixture      *fixture,
                 gconstpointer data)
{
  for (guint steps = 0; steps < 40; steps++)
    {
      cor_desk_start_push (fixture->desk);
      for (guint i = 0; i < steps; i++)
        g_main_context_iteration (NULL, FALSE);
      cor_desk_stop_push (fixture->desk);
      g_assert_false (fixture->is_up);
    }

  cor_desk_start_push (fixture->desk);
  AWAIT (fixture->is_up);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  ADD ("/cable/subscribe", test_subscribe);
  ADD ("/cable/events", test_events);
  ADD ("/cable/silence", test_silence);
  ADD ("/cable/server-closes", test_server_closes);
  ADD ("/cable/new-secret", test_new_secret);
  ADD ("/cable/stop-early", test_stop_early);
  return cor_test_run ();
}
