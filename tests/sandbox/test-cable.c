/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The frames and events of /cable (chatwoot.md §13). */

#include "config.h"

#include "cor-test-main.h"
#include "test-desk.h"

#include <string.h>

/* One socket and the frames that came by it */
typedef struct
{
  SoupWebsocketConnection *socket;
  GPtrArray               *frames; /* (element-type JsonNode) */
  char                    *identifier;
  gboolean                 is_closed;
} Cable;

static TestDesk *desk = NULL;

static void
on_message (SoupWebsocketConnection *socket,
            int                      type,
            GBytes                  *bytes,
            gpointer                 user_data)
{
  gsize            size = 0;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  g_ptr_array_add (((Cable *) user_data)->frames, json_from_string (text, NULL));
}

static void
on_closed (SoupWebsocketConnection *socket,
           gpointer                 user_data)
{
  ((Cable *) user_data)->is_closed = TRUE;
}

static void
on_connected (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Cable *cable = user_data;
  g_autoptr (GError) error = NULL;

  cable->socket = soup_session_websocket_connect_finish (SOUP_SESSION (source), result, &error);
  g_assert_no_error (error);
  g_signal_connect (cable->socket, "message", G_CALLBACK (on_message), cable);
  g_signal_connect (cable->socket, "closed", G_CALLBACK (on_closed), cable);
}

static Cable *
cable_new (void)
{
  Cable           *cable = g_new0 (Cable, 1);
  g_autofree char *uri = g_strconcat ("wss", strchr (desk->url, ':'), "/cable", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  char  protocol[] = "actioncable-v1-json";
  char *protocols[] = { protocol, NULL };

  cable->frames = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  soup_session_websocket_connect_async (desk->session, message, NULL, protocols, G_PRIORITY_DEFAULT, NULL, on_connected, cable);
  while (cable->socket == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (soup_websocket_connection_get_protocol (cable->socket), ==, "actioncable-v1-json");
  return cable;
}

static void
cable_free (Cable *cable)
{
  g_signal_handlers_disconnect_by_data (cable->socket, cable);
  g_object_unref (cable->socket);
  g_ptr_array_unref (cable->frames);
  g_free (cable->identifier);
  g_free (cable);
}

static gboolean
on_timeout (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* The first frame from @from on whose member has that value; waits for it; %NULL after the time */
static JsonNode *
cable_wait (Cable      *cable,
            guint       from,
            const char *member,
            const char *value,
            guint       milliseconds)
{
  gboolean is_over = FALSE;
  guint    timeout = g_timeout_add (milliseconds, on_timeout, &is_over);
  guint    next = from;

  for (;;)
    {
      for (; next < cable->frames->len; next++)
        if (g_strcmp0 (test_text (g_ptr_array_index (cable->frames, next), member), value) == 0)
          {
            if (!is_over)
              g_source_remove (timeout);
            return g_ptr_array_index (cable->frames, next);
          }
      if (is_over)
        return NULL;
      g_main_context_iteration (NULL, TRUE);
    }
}

static JsonNode *
wait_event (Cable      *cable,
            const char *event)
{
  JsonNode *frame = cable_wait (cable, 0, "message.event", event, 10000);

  if (frame == NULL)
    g_printerr ("no %s\n", event);
  g_assert_nonnull (frame);
  return test_at (frame, "message.data");
}

static void
cable_subscribe (Cable      *cable,
                 const char *pubsub_token,
                 gint64      user_id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  cable->identifier = g_strdup_printf ("{\"channel\":\"RoomChannel\",\"pubsub_token\":\"%s\",\"account_id\":1,\"user_id\":%" G_GINT64_FORMAT "}", pubsub_token, user_id);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "command");
  json_builder_add_string_value (builder, "subscribe");
  json_builder_set_member_name (builder, "identifier");
  json_builder_add_string_value (builder, cable->identifier);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  soup_websocket_connection_send_text (cable->socket, text);
}

static Cable *
cable_of (const char *role,
          guint       nth)
{
  Cable      *cable = cable_new ();
  gint64      id = 0;
  const char *token = test_desk_token_of (desk, role, nth, &id);
  TestAnswer  answer = { 0, NULL, NULL, NULL };

  test_desk_call_as (desk, token, "GET", "/api/v1/profile", NULL, &answer);
  cable_subscribe (cable, test_text (answer.node, "pubsub_token"), id);
  test_answer_clear (&answer);
  g_assert_nonnull (cable_wait (cable, 0, "type", "confirm_subscription", 10000));
  return cable;
}

static void
test_frames (void)
{
  Cable    *cable = cable_new ();
  JsonNode *frame;

  g_assert_nonnull (cable_wait (cable, 0, "type", "welcome", 10000));
  cable_free (cable);
  cable = cable_of ("agent", 0);
  frame = cable_wait (cable, 0, "type", "confirm_subscription", 10000);
  g_assert_cmpstr (test_text (frame, "identifier"), ==, cable->identifier);
  g_assert_nonnull (test_at (wait_event (cable, "presence.update"), "users"));
  frame = cable_wait (cable, 0, "type", "ping", 8000);
  g_assert_nonnull (frame);
  g_assert_cmpint (test_int (frame, "message"), >, 0);
  cable_free (cable);
}

static void
test_wrong_token (void)
{
  Cable *cable = cable_new ();

  cable_subscribe (cable, "wrong", 1);
  /* neither yes nor no */
  g_assert_null (cable_wait (cable, 0, "type", "confirm_subscription", 1000));
  g_assert_null (cable_wait (cable, 0, "type", "reject_subscription", 1));
  g_assert_false (cable->is_closed);
  cable_free (cable);
}

static void
test_message_events (void)
{
  Cable *cable = cable_of ("agent", 0);
  g_autoptr (JsonNode) sent = test_desk_post (desk, A "/conversations/1/messages", "{\"content\":\"hello\",\"echo_id\":\"e-77\",\"content_attributes\":{\"client_message_id\":\"c-77\"}}");
  JsonNode *created = wait_event (cable, "message.created");
  JsonNode *updated;

  g_assert_cmpint (test_int (created, "id"), ==, test_int (sent, "id"));
  g_assert_cmpstr (test_text (created, "echo_id"), ==, "e-77");
  g_assert_cmpstr (test_text (created, "content_attributes.client_message_id"), ==, "c-77");
  g_assert_cmpint (test_int (created, "account_id"), ==, 1);
  g_assert_cmpstr (test_text (created, "sender_type"), ==, "User");
  g_assert_nonnull (test_at (created, "conversation.contact_inbox.source_id"));
  g_assert_cmpint (test_int (created, "performer.id"), ==, test_int (desk->ready, "agents.0.id"));
  /* the channel reports back */
  updated = wait_event (cable, "message.updated");
  g_assert_cmpint (test_int (updated, "id"), ==, test_int (sent, "id"));
  g_assert_cmpstr (test_text (updated, "previous_changes.status.1"), ==, test_text (updated, "status"));
  cable_free (cable);
}

static void
test_conversation_events (void)
{
  gint64 opening = test_desk_inbound (desk, 2, "Opens it, whatever it was");
  Cable *cable = cable_of ("agent", 0);
  g_autoptr (JsonNode) resolved = test_desk_post (desk, A "/conversations/2/toggle_status", "{\"status\":\"resolved\"}");
  /* which team it has depends on the hour at which the desk was made */
  g_autoptr (JsonNode) before = test_desk_get (desk, A "/conversations/2");
  JsonNode        *team = test_at (before, "meta.team.id");
  g_autofree char *body = g_strdup_printf ("{\"agent_id\":2,\"conversation_id\":2,\"assign\":1,\"team\":%d,\"reply\":\"Hello from a colleague\"}",
                                           team != NULL && json_node_get_int (team) == 3 ? 2 : 3);
  g_autoptr (JsonNode) act = test_desk_post (desk, "/sandbox/act", body);
  JsonNode *changed = wait_event (cable, "conversation.status_changed");

  /* the push shape is not the REST shape */
  g_assert_cmpint (opening, >, 0);
  g_assert_cmpint (test_int (changed, "id"), ==, 2);
  g_assert_cmpstr (test_text (changed, "status"), ==, "resolved");
  g_assert_null (test_at (changed, "uuid"));
  g_assert_null (test_at (changed, "muted"));
  g_assert_null (test_at (changed, "performer"));
  g_assert_nonnull (test_text (changed, "contact_inbox.pubsub_token"));
  wait_event (cable, "team.changed");
  test_desk_inbound (desk, 2, "Thanks");
  g_assert_cmpstr (test_text (wait_event (cable, "notification.created"), "notification.primary_actor_type"), ==, "Conversation");
  cable_free (cable);
}

static void
test_typing_and_cache (void)
{
  Cable *own = cable_of ("agent", 0);
  Cable *admin = cable_of ("administrator", 0);
  g_autoptr (JsonNode) typing = test_desk_post (desk, A "/conversations/3/toggle_typing_status", "{\"typing_status\":\"on\",\"is_private\":false}");
  g_autoptr (JsonNode) member = NULL;

  g_assert_cmpint (test_int (wait_event (admin, "conversation.typing_on"), "conversation.id"), ==, 3);
  member = test_desk_post (desk, "/sandbox/membership", "{\"agent_id\":3,\"inbox_id\":1,\"member\":true}");
  g_assert_nonnull (test_at (wait_event (own, "account.cache_invalidated"), "cache_keys.inbox"));
  /* the typist is not told: the later event has come, this one has not */
  g_assert_null (cable_wait (own, 0, "message.event", "conversation.typing_on", 1));
  cable_free (own);
  cable_free (admin);
}

static void
test_drop (void)
{
  Cable   *cable = cable_of ("agent", 0);
  gboolean is_over = FALSE;
  guint    timeout = g_timeout_add (10000, on_timeout, &is_over);

  test_desk_fault (desk, "[{\"kind\":\"cable-drop\",\"seconds\":0}]");
  while (!cable->is_closed && !is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cable->is_closed);
  g_source_remove (timeout);
  cable_free (cable);
  /* and another one works */
  cable = cable_of ("agent", 0);
  cable_free (cable);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  cor_test_init (&argc, &argv);
  desk = test_desk_new ();
  test_desk_start (desk, "--seed=7");
  g_test_add_func ("/sandbox/cable/frames", test_frames);
  g_test_add_func ("/sandbox/cable/wrong-token", test_wrong_token);
  g_test_add_func ("/sandbox/cable/messages", test_message_events);
  g_test_add_func ("/sandbox/cable/conversations", test_conversation_events);
  g_test_add_func ("/sandbox/cable/typing-and-cache", test_typing_and_cache);
  g_test_add_func ("/sandbox/cable/drop", test_drop);
  result = cor_test_run ();
  test_desk_free (desk);
  return result;
}
