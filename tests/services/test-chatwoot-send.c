/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-chatwoot-send"

#include "config.h"

#include "cor-json.h"
#include "cor-service-error.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

#include <string.h>

#define UUID "0b2f5b3c-0000-4000-8000-000000000001"
#define MESSAGES "POST /api/v1/accounts/3/conversations/17/messages"

static CorDeskSendResult *
run_send (CorTestDesk  *fixture,
          const char   *content,
          GCancellable *cancellable)
{
  CorDeskOutgoing outgoing = { UUID, content, FALSE };
  g_autoptr (GAsyncResult) result = NULL;

  cor_desk_send_async (fixture->desk, "17", &outgoing, cancellable, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  return cor_desk_send_finish (fixture->desk, result);
}

static void
test_send_accepted (CorTestDesk  *fixture,
                    gconstpointer data)
{
  g_autoptr (CorDeskSendResult) outcome = NULL;
  g_autofree char *request = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *body;
  const char *start;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{\"id\":900,\"conversation_id\":17,\"message_type\":1,\"echo_id\":\"" UUID "\"}");
  outcome = run_send (fixture, "Hello \"you\"\n你好", NULL);
  g_assert_cmpint (outcome->verdict, ==, COR_DESK_SEND_ACCEPTED);
  g_assert_no_error (outcome->error);
  g_assert_cmpstr (outcome->message->remote_id, ==, "900");
  g_assert_cmpstr (outcome->message->uuid, ==, UUID);

  request = cor_test_server_dup_request (fixture->server, 0);
  g_assert_true (g_str_has_prefix (request, MESSAGES " HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (request, "Api-Access-Token: " DESK_TOKEN "\r\n"));
  start = strstr (request, "\r\n\r\n") + 4;
  root = cor_json_parse (start, strlen (start), NULL);
  body = cor_json_as_object (root);
  g_assert_cmpstr (cor_json_get_string (body, "content"), ==, "Hello \"you\"\n你好");
  g_assert_cmpstr (cor_json_get_string (body, "message_type"), ==, "outgoing");
  g_assert_cmpstr (cor_json_get_string (body, "echo_id"), ==, UUID);
  g_assert_cmpstr (cor_json_get_string (cor_json_get_object (body, "content_attributes"), "client_message_id"), ==, UUID);
  g_assert_true (cor_json_has (body, "private"));
  g_assert_false (cor_json_get_bool (body, "private"));
  g_assert_false (cor_json_has (body, "source_id"));
}

/* The message that it answers: a number, as in what the server says; some other desk's may be a word. */
static void
test_send_answered (CorTestDesk  *fixture,
                    gconstpointer data)
{
  static const char *const ids[] = { "499", "a-7" };
  static const char *const sent[] = { "\"in_reply_to\":499", "\"in_reply_to\":\"a-7\"" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      CorDeskOutgoing outgoing = { .uuid = UUID, .content = "Hello", .answered = ids[i] };
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (CorDeskSendResult) outcome = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{\"id\":900}");
      cor_desk_send_async (fixture->desk, "17", &outgoing, NULL, cor_test_on_result, &fixture->where);
      result = cor_test_await (&fixture->where);
      outcome = cor_desk_send_finish (fixture->desk, result);
      g_assert_cmpint (outcome->verdict, ==, COR_DESK_SEND_ACCEPTED);
      g_assert_true (cor_test_server_saw (fixture->server, sent[i]));
    }
}

/* What the server would run as a template must arrive as it was written. */
static void
test_send_escapes_liquid (CorTestDesk  *fixture,
                          gconstpointer data)
{
  g_autoptr (CorDeskSendResult) outcome = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{\"id\":900}");
  outcome = run_send (fixture, "a {{contact.name}} b", NULL);
  g_assert_cmpint (outcome->verdict, ==, COR_DESK_SEND_ACCEPTED);
  g_assert_false (cor_test_server_saw (fixture->server, "\"a {{contact.name}} b\""));
}

/* chatwoot.md §15, the table, row by row. The profile says that the token is bad where a 401 asks. */
static void
test_verdicts (CorTestDesk  *fixture,
               gconstpointer data)
{
  static const struct
  {
    CorTestAction action;
    guint         status;
    const char   *headers;
    const char   *body;
    CorDeskSend   verdict;
    int           code;
  } rows[] = {
    { COR_TEST_RESET_ACCEPT, 0, NULL, NULL, COR_DESK_SEND_NOT_SENT, COR_SERVICE_ERROR_OFFLINE },
    { COR_TEST_ANSWER, 401, NULL, INVALID_TOKEN, COR_DESK_SEND_NOT_SENT, COR_SERVICE_ERROR_UNAUTHORISED },
    { COR_TEST_ANSWER, 401, NULL, DEVISE, COR_DESK_SEND_NOT_SENT, COR_SERVICE_ERROR_UNAUTHORISED },
    { COR_TEST_ANSWER, 401, NULL, POLICY, COR_DESK_SEND_REJECTED, COR_SERVICE_ERROR_FORBIDDEN },
    { COR_TEST_ANSWER, 401, NULL, "{\"error\":\"Account is suspended\"}", COR_DESK_SEND_REJECTED, COR_SERVICE_ERROR_FORBIDDEN },
    { COR_TEST_ANSWER, 403, NULL, "{\"error\":\"no\"}", COR_DESK_SEND_REJECTED, COR_SERVICE_ERROR_FORBIDDEN },
    { COR_TEST_ANSWER, 404, NULL, NOT_FOUND, COR_DESK_SEND_REJECTED, COR_SERVICE_ERROR_NOT_FOUND },
    { COR_TEST_ANSWER, 404, "Content-Type: text/html\r\n", "<h1>404</h1>", COR_DESK_SEND_NOT_SENT, COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_TEST_ANSWER, 413, "Content-Type: text/html\r\n", "too large", COR_DESK_SEND_REJECTED, COR_SERVICE_ERROR_INVALID },
    { COR_TEST_ANSWER, 429, "Content-Type: text/plain\r\n", "Retry later\n", COR_DESK_SEND_NOT_SENT, COR_SERVICE_ERROR_RATE_LIMITED },
    { COR_TEST_ANSWER, 422, NULL, "{\"message\":\"Content is too long\"}", COR_DESK_SEND_DOUBTED, COR_SERVICE_ERROR_INVALID },
    { COR_TEST_ANSWER, 422, NULL, "{\"error\":\"Redis is down\"}", COR_DESK_SEND_DOUBTED, COR_SERVICE_ERROR_INVALID },
    { COR_TEST_ANSWER, 200, "Content-Type: text/html\r\n", "<html>", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_TEST_ANSWER, 200, NULL, "{\"id\":", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_TEST_ANSWER, 200, NULL, "{\"no\":\"id\"}", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_TEST_ANSWER, 204, NULL, "", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_TEST_ANSWER, 500, NULL, "{}", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_SERVER },
    { COR_TEST_ANSWER, 502, "Content-Type: text/html\r\n", "<html>", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_SERVER },
    { COR_TEST_ANSWER, 503, "Retry-After: 1\r\n", "{}", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_SERVER },
    { COR_TEST_ANSWER, 400, NULL, "{\"error\":\"what\"}", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_INVALID },
    { COR_TEST_ANSWER, 302, "Location: https://127.0.0.1:1/\r\n", "", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_TEST_RESET_READ, 0, NULL, NULL, COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_OFFLINE },
    { COR_TEST_TRUNCATE, 200, NULL, "{\"id\":900", COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_TEST_HANG, 0, NULL, NULL, COR_DESK_SEND_UNCERTAIN, COR_SERVICE_ERROR_OFFLINE },
  };

  /* long enough for a TLS handshake beside other work; one row waits for all of it */
  cor_chatwoot_set_send_timeout (COR_CHATWOOT (fixture->desk), 8000);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CorDeskSendResult) outcome = NULL;
      guint    before = cor_test_server_count (fixture->server, "POST");
      gboolean is_read = rows[i].action != COR_TEST_RESET_ACCEPT;

      g_test_message ("row %u", i);
      cor_test_server_push (fixture->server, rows[i].action, rows[i].status, rows[i].headers, rows[i].body);
      outcome = run_send (fixture, "Hello", NULL);
      g_assert_cmpint (outcome->verdict, ==, rows[i].verdict);
      g_assert_error (outcome->error, COR_SERVICE_ERROR, rows[i].code);
      g_assert_null (outcome->message);
      g_assert_cmpuint (cor_test_server_count (fixture->server, "POST") - before, ==, is_read ? 1 : 0);
    }
}

static void
test_server_words (CorTestDesk  *fixture,
                   gconstpointer data)
{
  g_autoptr (CorDeskSendResult) outcome = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 422, NULL, "{\"message\":\"Content is too long\",\"attributes\":[\"content\"]}");
  outcome = run_send (fixture, "Hello", NULL);
  g_assert_cmpstr (outcome->error->message, ==, "Content is too long");
  g_assert_cmpuint (cor_service_error_get_status (outcome->error), ==, 422);
}

static void
test_send_cancelled (CorTestDesk  *fixture,
                     gconstpointer data)
{
  CorDeskOutgoing outgoing = { UUID, "Hello", FALSE };
  g_autoptr (GCancellable) early = g_cancellable_new ();
  g_autoptr (GCancellable) late = g_cancellable_new ();
  g_autoptr (CorDeskSendResult) never = NULL;
  g_autoptr (CorDeskSendResult) maybe = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_cancellable_cancel (early);
  never = run_send (fixture, "Hello", early);
  g_assert_cmpint (never->verdict, ==, COR_DESK_SEND_NOT_SENT);
  g_assert_error (never->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  cor_test_server_push (fixture->server, COR_TEST_HANG, 0, NULL, NULL);
  cor_desk_send_async (fixture->desk, "17", &outgoing, late, cor_test_on_result, &fixture->where);
  cor_test_server_wait (fixture->server, 1);
  g_cancellable_cancel (late);
  result = cor_test_await (&fixture->where);
  maybe = cor_desk_send_finish (fixture->desk, result);
  g_assert_cmpint (maybe->verdict, ==, COR_DESK_SEND_UNCERTAIN);
  g_assert_error (maybe->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  COR_TEST_DESK_ADD ("/chatwoot/send/accepted", test_send_accepted);
  COR_TEST_DESK_ADD ("/chatwoot/send/answered", test_send_answered);
  COR_TEST_DESK_ADD ("/chatwoot/send/liquid", test_send_escapes_liquid);
  COR_TEST_DESK_ADD ("/chatwoot/send/verdicts", test_verdicts);
  COR_TEST_DESK_ADD ("/chatwoot/send/server-words", test_server_words);
  COR_TEST_DESK_ADD ("/chatwoot/send/cancelled", test_send_cancelled);
  return cor_test_run ();
}
