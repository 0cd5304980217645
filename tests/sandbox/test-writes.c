/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* What a client's writes do: no deduplication, Liquid, effects, refusals, and what a kill leaves. */

#include "config.h"

#include "cor-test-main.h"
#include "test-desk.h"

#include <string.h>

#define NO_ANSWER       \
  {                     \
    0, NULL, NULL, NULL \
  }

static TestDesk *desk = NULL;

static JsonNode *
newest_message (gint64 conversation)
{
  g_autofree char *path = g_strdup_printf (A "/conversations/%" G_GINT64_FORMAT "/messages", conversation);
  g_autoptr (JsonNode) node = test_desk_get (desk, path);
  JsonArray *rows = json_node_get_array (test_at (node, "payload"));

  return json_node_copy (json_array_get_element (rows, json_array_get_length (rows) - 1));
}

static void
test_no_deduplication (void)
{
  static const char body[] = "{\"content\":\"twice\",\"echo_id\":\"echo-1\",\"content_attributes\":{\"client_message_id\":\"twice-1\",\"in_reply_to\":1}}";
  g_autoptr (JsonNode) first = test_desk_post (desk, A "/conversations/1/messages", body);
  g_autoptr (JsonNode) second = test_desk_post (desk, A "/conversations/1/messages", body);
  g_autoptr (JsonNode) stored = newest_message (1);

  g_assert_cmpint (test_int (second, "id"), >, test_int (first, "id"));
  g_assert_cmpstr (test_text (first, "echo_id"), ==, "echo-1");
  g_assert_cmpstr (test_text (second, "content_attributes.client_message_id"), ==, "twice-1");
  g_assert_cmpint (test_int (second, "content_attributes.in_reply_to"), ==, 1);
  g_assert_cmpstr (test_text (stored, "content_attributes.client_message_id"), ==, "twice-1");
  g_assert_null (test_at (stored, "echo_id"));
  g_assert_null (test_at (stored, "attachments"));
  g_assert_cmpuint (test_desk_journal_count (desk, "twice-1"), ==, 2);
}

static void
test_liquid (void)
{
  g_autoptr (JsonNode) conversation = test_desk_get (desk, A "/conversations/2");
  const char *name = test_text (conversation, "meta.sender.name");
  const struct
  {
    const char *sent;
    const char *stored; /* "@" is the name */
  } cases[] = {
    { "Hello {{contact.name}}!", "Hello @!" },
    { "Hello {{ contact.name | capitalize }}!", "Hello @!" },
    { "a {{nothing.here}} b", "a  b" },
    { "a `{{contact.name}}` b", "a `{{contact.name}}` b" },
    { "a {{ '{{' }} b", "a {{ b" },
    { "a {% raw %}{{x}}{% endraw %} b", "a {{x}} b" },
    { "a {{ broken", "a {{ broken" },
    { "a {% if %} b", "a {% if %} b" },
    { "no braces", "no braces" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_auto (GStrv) parts = g_strsplit (cases[i].stored, "@", 2);
      g_autofree char *expected = g_strjoinv (name, parts);
      g_autofree char *body = NULL;
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (JsonNode) answer = NULL;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "content");
      json_builder_add_string_value (builder, cases[i].sent);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      body = json_to_string (root, FALSE);
      answer = test_desk_post (desk, A "/conversations/2/messages", body);
      g_assert_cmpstr (test_text (answer, "content"), ==, expected);
    }
}

static void
assert_refused (const char *path,
                const char *body,
                guint       status)
{
  g_auto (TestAnswer) answer = NO_ANSWER;

  test_desk_call (desk, "POST", path, body, &answer);
  g_assert_cmpuint (answer.status, ==, status);
  if (status == 422)
    g_assert_true (test_text (answer.node, "error") != NULL || test_text (answer.node, "message") != NULL);
}

static gint64
find_conversation (const char *channel)
{
  for (gint64 id = 1; id < 200; id++)
    {
      g_autofree char *path = g_strdup_printf (A "/conversations/%" G_GINT64_FORMAT, id);
      g_auto (TestAnswer) answer = NO_ANSWER;

      test_desk_call (desk, "GET", path, NULL, &answer);
      if (answer.status == 200 && g_strcmp0 (test_text (answer.node, "meta.channel"), channel) == 0)
        return id;
    }
  g_assert_not_reached ();
}

static void
test_message_refusals (void)
{
  g_autofree char *long_text = g_strnfill (150001, 'x');
  g_autofree char *long_body = g_strconcat ("{\"content\":\"", long_text, "\"}", NULL);
  gint64           mail = find_conversation ("Channel::Email");
  gint64           api = find_conversation ("Channel::Api");
  g_autofree char *mail_path = g_strdup_printf (A "/conversations/%" G_GINT64_FORMAT "/messages", mail);
  g_autofree char *api_path = g_strdup_printf (A "/conversations/%" G_GINT64_FORMAT "/messages", api);
  g_autoptr (JsonNode) incoming = NULL;
  g_autoptr (JsonNode) copied = NULL;

  assert_refused (mail_path, long_body, 422);
  assert_refused (mail_path, "{\"content\":\"x\",\"message_type\":\"incoming\"}", 422);
  assert_refused (mail_path, "{\"content\":\"x\",\"message_type\":\"sideways\"}", 422);
  assert_refused (mail_path, "{\"content\":\"x\",\"cc_emails\":\"not an address\"}", 422);
  assert_refused (mail_path, "{\"content\":\"x\",\"content_type\":\"input_select\"}", 422);
  copied = test_desk_post (desk, mail_path, "{\"content\":\"x\",\"cc_emails\":\"a@example.org, b@example.org\"}");
  g_assert_cmpstr (test_text (copied, "content_attributes.cc_emails.1"), ==, "b@example.org");
  incoming = test_desk_post (desk, api_path, "{\"content\":\"x\",\"message_type\":\"incoming\"}");
  g_assert_cmpint (test_int (incoming, "message_type"), ==, 0);
  g_assert_cmpstr (test_text (incoming, "sender.type"), ==, "contact");
}

static void
test_flood (void)
{
  gint64 begin = g_get_monotonic_time ();
  guint  i;

  for (i = 0; i < 210; i++)
    {
      g_auto (TestAnswer) answer = NO_ANSWER;

      /* far from those that other tests look for, as they are refused there for a minute */
      test_desk_call (desk, "POST", A "/conversations/100/messages", "{\"content\":\"again\"}", &answer);
      if (answer.status == 422)
        break;
      g_assert_cmpuint (answer.status, ==, 200);
    }
  /* on a machine so slow that the minute goes by, the limit is not met */
  if (g_get_monotonic_time () - begin > 55 * G_USEC_PER_SEC)
    g_test_skip ("200 messages took longer than the minute they are counted in");
  else
    {
      g_assert_cmpuint (i, <=, 200);
      g_assert_cmpuint (i, >, 150);
    }
}

static void
test_multipart (void)
{
  g_autoptr (SoupMultipart) multipart = soup_multipart_new (SOUP_FORM_MIME_TYPE_MULTIPART);
  g_autoptr (GBytes) file = g_bytes_new_static ("a,b\n1,2\n", 8);
  g_autofree char *uri = g_strconcat (desk->url, A "/conversations/9/messages", NULL);
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (TestAnswer) got = NO_ANSWER;
  const char *data_path;

  soup_multipart_append_form_string (multipart, "content", "with a file");
  soup_multipart_append_form_string (multipart, "content_attributes", "{\"client_message_id\":\"file-1\"}");
  soup_multipart_append_form_file (multipart, "attachments[]", "räte.csv", "text/csv", file);
  message = soup_message_new_from_multipart (uri, multipart);
  soup_message_headers_append (soup_message_get_request_headers (message), "api_access_token", desk->token);
  answer = soup_session_send_and_read (desk->session, message, NULL, NULL);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  node = json_from_string (g_bytes_get_data (answer, NULL), NULL);
  g_assert_cmpstr (test_text (node, "content_attributes.client_message_id"), ==, "file-1");
  g_assert_cmpstr (test_text (node, "attachments.0.file_type"), ==, "file");
  g_assert_cmpint (test_int (node, "attachments.0.file_size"), ==, 8);
  /* no token, and a redirect to where the bytes are */
  data_path = test_text (node, "attachments.0.data_url") + strlen (desk->url);
  test_desk_call_as (desk, NULL, "GET", data_path, NULL, &got);
  g_assert_cmpuint (got.status, ==, 302);
  g_clear_object (&message);
  g_clear_pointer (&answer, g_bytes_unref);
  message = soup_message_new ("GET", test_text (node, "attachments.0.data_url"));
  answer = soup_session_send_and_read (desk->session, message, NULL, NULL);
  g_assert_true (g_bytes_equal (answer, file));
}

static void
test_delivery (void)
{
  gint64           mail = find_conversation ("Channel::Email");
  g_autofree char *post_path = g_strdup_printf (A "/conversations/%" G_GINT64_FORMAT "/messages", mail);
  g_autoptr (JsonNode) sent = test_desk_post (desk, post_path, "{\"content\":\"to be delivered\"}");
  g_autoptr (JsonNode) kept = test_desk_post (desk, post_path, "{\"content\":\"from the channel\",\"source_id\":\"abc\"}");
  g_autofree char *path = g_strdup_printf ("%s?after=%" G_GINT64_FORMAT, post_path, test_int (sent, "id") - 1);
  gint64           end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  g_assert_cmpstr (test_text (sent, "status"), ==, "sent");
  for (;;)
    {
      g_autoptr (JsonNode) now = test_desk_get (desk, path);

      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (g_strcmp0 (test_text (now, "payload.0.status"), "delivered") != 0)
        continue;
      /* a source id stops delivery: it looks like a key against duplicates and is a trap */
      g_assert_cmpstr (test_text (now, "payload.1.source_id"), ==, "abc");
      g_assert_cmpstr (test_text (now, "payload.1.status"), ==, "sent");
      break;
    }
}

static void
test_status (void)
{
  /* which ones are open depends on the hour at which the workspace was made */
  g_autoptr (JsonNode) first = test_desk_post (desk, A "/conversations/10/toggle_status", "{\"status\":\"open\"}");
  g_autoptr (JsonNode) resolved = test_desk_post (desk, A "/conversations/10/toggle_status", "{\"status\":\"resolved\"}");
  g_autoptr (JsonNode) activity = newest_message (10);
  g_autoptr (JsonNode) sent = NULL;
  g_autoptr (JsonNode) still = NULL;
  g_autoptr (JsonNode) reopened = NULL;
  g_autoptr (JsonNode) answered = NULL;
  g_autoptr (JsonNode) opened = NULL;

  g_assert_cmpstr (test_text (first, "payload.current_status"), ==, "open");
  g_assert_cmpstr (test_text (resolved, "payload.current_status"), ==, "resolved");
  g_assert_cmpint (test_int (activity, "message_type"), ==, 2);
  g_assert_null (test_at (activity, "sender"));
  /* an agent's message does not reopen it, a customer's does */
  sent = test_desk_post (desk, A "/conversations/10/messages", "{\"content\":\"one more thing\"}");
  still = test_desk_get (desk, A "/conversations/10");
  g_assert_cmpstr (test_text (still, "status"), ==, "resolved");
  test_desk_inbound (desk, 10, "It has not arrived");
  reopened = test_desk_get (desk, A "/conversations/10");
  g_assert_cmpstr (test_text (reopened, "status"), ==, "open");
  g_assert_cmpint (test_int (reopened, "waiting_since"), >, 0);
  g_assert_cmpint (test_int (reopened, "unread_count"), >=, 1);
  g_clear_pointer (&sent, json_node_unref);
  sent = test_desk_post (desk, A "/conversations/10/messages", "{\"content\":\"I look into it\"}");
  answered = test_desk_get (desk, A "/conversations/10");
  g_assert_cmpint (test_int (answered, "waiting_since"), ==, 0);
  g_assert_cmpint (test_int (answered, "first_reply_created_at"), >, 0);
  /* an agent who opens it gets it */
  g_clear_pointer (&resolved, json_node_unref);
  resolved = test_desk_post (desk, A "/conversations/10/toggle_status", "{}");
  g_assert_cmpstr (test_text (resolved, "payload.current_status"), ==, "resolved");
  g_clear_pointer (&resolved, json_node_unref);
  resolved = test_desk_post (desk, A "/conversations/10/toggle_status", "{\"status\":\"open\"}");
  opened = test_desk_get (desk, A "/conversations/10");
  g_assert_cmpint (test_int (opened, "meta.assignee.id"), ==, test_int (desk->ready, "agents.0.id"));
  assert_refused (A "/conversations/10/toggle_status", "{\"status\":\"nonsense\"}", 500);
  assert_refused (A "/conversations/10/toggle_priority", "{\"priority\":\"nonsense\"}", 500);
}

static void
test_actions (void)
{
  g_autoptr (JsonNode) labels = test_desk_post (desk, A "/conversations/11/labels", "{\"labels\":[\"one\",\"two\"]}");
  g_autoptr (JsonNode) bulk = test_desk_post (desk, A "/bulk_actions", "{\"type\":\"Conversation\",\"ids\":[11],\"labels\":{\"add\":[\"three\"],\"remove\":[\"one\"]},\"fields\":{\"team_id\":2}}");
  g_autoptr (JsonNode) after = test_desk_get (desk, A "/conversations/11/labels");
  g_autoptr (JsonNode) priority = test_desk_post (desk, A "/conversations/11/toggle_priority", "{\"priority\":\"urgent\"}");
  g_autoptr (JsonNode) custom = test_desk_post (desk, A "/conversations/11/custom_attributes", "{\"custom_attributes\":{\"k\":\"v\"}}");
  g_autoptr (JsonNode) unassigned = test_desk_post (desk, A "/conversations/11/assignments", "{\"assignee_id\":null}");
  g_autoptr (JsonNode) conversation = test_desk_get (desk, A "/conversations/11");
  g_autoptr (JsonNode) seen = NULL;
  g_autoptr (JsonNode) unread = NULL;
  g_autoptr (JsonNode) cleared = NULL;

  g_assert_cmpuint (test_length (labels, "payload"), ==, 2);
  g_assert_cmpuint (test_length (after, "payload"), ==, 2);
  g_assert_cmpstr (test_text (after, "payload.0"), ==, "three");
  g_assert_cmpstr (test_text (after, "payload.1"), ==, "two");
  g_assert_cmpstr (test_text (conversation, "priority"), ==, "urgent");
  g_assert_cmpstr (test_text (conversation, "custom_attributes.k"), ==, "v");
  g_assert_cmpint (test_int (conversation, "meta.team.id"), ==, 2);
  g_assert_null (test_at (conversation, "meta.assignee"));
  test_desk_inbound (desk, 11, "Hello?");
  seen = test_desk_post (desk, A "/conversations/11/update_last_seen", "{}");
  g_assert_cmpint (test_int (seen, "unread_count"), ==, 0);
  unread = test_desk_post (desk, A "/conversations/11/unread", "{}");
  g_assert_cmpint (test_int (unread, "unread_count"), >=, 1);
  cleared = test_desk_post (desk, A "/conversations/11/labels", "{}");
  g_assert_cmpuint (test_length (cleared, "payload"), ==, 0);
}

static void
test_deleted_message (void)
{
  g_autoptr (JsonNode) sent = test_desk_post (desk, A "/conversations/12/messages", "{\"content\":\"oops\",\"content_attributes\":{\"client_message_id\":\"gone\"}}");
  g_autofree char *path = g_strdup_printf (A "/conversations/12/messages/%" G_GINT64_FORMAT, test_int (sent, "id"));
  g_auto (TestAnswer) answer = NO_ANSWER;
  g_autoptr (JsonNode) stored = NULL;

  test_desk_call (desk, "DELETE", path, NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  stored = newest_message (12);
  g_assert_true (json_node_get_boolean (test_at (stored, "content_attributes.deleted")));
  g_assert_null (test_at (stored, "content_attributes.client_message_id"));
  g_assert_cmpstr (test_text (stored, "content"), !=, "oops");
}

static void
test_contact_writes (void)
{
  g_autoptr (JsonNode) made = test_desk_post (desk, A "/contacts", "{\"name\":\"Ada Quill\",\"email\":\"Ada@Example.org\",\"identifier\":\"ada-1\",\"custom_attributes\":{\"a\":1,\"b\":2}}");
  gint64           id = test_int (made, "payload.contact.id");
  g_autofree char *path = g_strdup_printf (A "/contacts/%" G_GINT64_FORMAT, id);
  g_autofree char *notes = g_strconcat (path, "/notes", NULL);
  g_autofree char *merge = g_strdup_printf ("{\"base_contact_id\":1,\"mergee_contact_id\":%" G_GINT64_FORMAT "}", id);
  g_auto (TestAnswer) answer = NO_ANSWER;
  g_autoptr (JsonNode) note = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) merged = NULL;

  test_desk_call (desk, "POST", A "/contacts", "{\"name\":\"Other\",\"email\":\"ada@example.org\"}", &answer);
  g_assert_cmpuint (answer.status, ==, 422);
  g_assert_cmpstr (test_text (answer.node, "attributes.0"), ==, "email");
  test_desk_call (desk, "POST", A "/contacts", "{\"name\":\"Other\",\"identifier\":\"ada-1\"}", &answer);
  g_assert_cmpstr (test_text (answer.node, "attributes.0"), ==, "identifier");
  test_desk_call (desk, "PUT", path, "{\"custom_attributes\":{\"b\":3},\"phone_number\":\"12\"}", &answer);
  g_assert_cmpuint (answer.status, ==, 422);
  test_desk_call (desk, "PUT", path, "{\"custom_attributes\":{\"b\":3}}", &answer);
  g_assert_cmpint (test_int (answer.node, "payload.custom_attributes.a"), ==, 1);
  g_assert_cmpint (test_int (answer.node, "payload.custom_attributes.b"), ==, 3);
  note = test_desk_post (desk, notes, "{\"note\":{\"content\":\"Prefers mail\"}}");
  list = test_desk_get (desk, notes);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (list));
  g_assert_cmpstr (test_text (list, "0.content"), ==, "Prefers mail");
  merged = test_desk_post (desk, A "/actions/contact_merge", merge);
  test_desk_call (desk, "GET", path, NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 404);
}

static void
test_new_conversation (void)
{
  g_autoptr (JsonNode) old = test_desk_get (desk, A "/conversations/1");
  g_autofree char *body = g_strdup_printf ("{\"inbox_id\":%" G_GINT64_FORMAT ",\"contact_id\":%" G_GINT64_FORMAT ",\"message\":{\"content\":\"First\",\"content_attributes\":{\"client_message_id\":\"new-1\"}}}",
                                           test_int (old, "inbox_id"), test_int (old, "meta.sender.id"));
  g_autoptr (JsonNode) made = test_desk_post (desk, A "/conversations", body);

  g_assert_cmpstr (test_text (made, "status"), ==, "open");
  g_assert_cmpstr (test_text (made, "messages.0.content"), ==, "First");
  g_assert_cmpuint (test_desk_journal_count (desk, "new-1"), ==, 1);
}

static void
test_canned_and_drafts (void)
{
  g_autoptr (JsonNode) made = test_desk_post (desk, A "/canned_responses", "{\"canned_response\":{\"short_code\":\"zz.es\",\"content\":\"Hola\"}}");
  g_autofree char *path = g_strdup_printf (A "/canned_responses/%" G_GINT64_FORMAT, test_int (made, "id"));
  g_autoptr (JsonNode) found = test_desk_get (desk, A "/canned_responses?search=zz");
  g_auto (TestAnswer) answer = NO_ANSWER;

  g_assert_cmpstr (test_text (found, "0.short_code"), ==, "zz.es");
  test_desk_call (desk, "DELETE", path, NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  test_desk_call (desk, "PATCH", A "/conversations/1/draft_messages", "{\"draft_message\":{\"message\":\"not yet\"}}", &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  test_desk_call (desk, "GET", A "/conversations/1/draft_messages", NULL, &answer);
  g_assert_cmpstr (test_text (answer.node, "message"), ==, "not yet");
}

/* Last: the process is another one afterwards */
static void
test_kill (void)
{
  g_autofree char *token = g_strdup (desk->token);
  g_autofree char *url = g_strdup (desk->url);
  g_autoptr (JsonNode) sent = test_desk_post (desk, A "/conversations/1/messages", "{\"content\":\"survives\",\"content_attributes\":{\"client_message_id\":\"kill-1\"}}");
  g_autoptr (JsonNode) before = test_desk_get (desk, "/sandbox/journal?limit=100000");
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *text = json_to_string (before, FALSE);
  g_autofree char *text_after = NULL;

  test_desk_kill (desk);
  test_desk_start (desk, NULL);
  g_assert_cmpstr (desk->token, ==, token);
  g_assert_cmpstr (desk->url, ==, url);
  after = test_desk_get (desk, "/sandbox/journal?limit=100000");
  text_after = json_to_string (after, FALSE);
  g_assert_cmpstr (text, ==, text_after);
  again = newest_message (1);
  g_assert_cmpint (test_int (again, "id"), ==, test_int (sent, "id"));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  cor_test_init (&argc, &argv);
  desk = test_desk_new ();
  test_desk_start (desk, "--seed=7");
  g_test_add_func ("/sandbox/writes/no-deduplication", test_no_deduplication);
  g_test_add_func ("/sandbox/writes/liquid", test_liquid);
  g_test_add_func ("/sandbox/writes/refusals", test_message_refusals);
  g_test_add_func ("/sandbox/writes/flood", test_flood);
  g_test_add_func ("/sandbox/writes/multipart", test_multipart);
  g_test_add_func ("/sandbox/writes/delivery", test_delivery);
  g_test_add_func ("/sandbox/writes/status", test_status);
  g_test_add_func ("/sandbox/writes/actions", test_actions);
  g_test_add_func ("/sandbox/writes/deleted-message", test_deleted_message);
  g_test_add_func ("/sandbox/writes/contacts", test_contact_writes);
  g_test_add_func ("/sandbox/writes/new-conversation", test_new_conversation);
  g_test_add_func ("/sandbox/writes/canned-and-drafts", test_canned_and_drafts);
  g_test_add_func ("/sandbox/writes/kill", test_kill);
  result = cor_test_run ();
  test_desk_free (desk);
  return result;
}
