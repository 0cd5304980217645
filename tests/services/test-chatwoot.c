/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-chatwoot"

#include "config.h"

#include "cor-json.h"
#include "cor-service-error.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

#include <string.h>

static CorConversationRecord *
run_get (CorTestDesk *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_error (&fixture->error);
  cor_desk_get_conversation_async (fixture->desk, "17", NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  return cor_desk_get_conversation_finish (fixture->desk, result, &fixture->error);
}

/* chatwoot.md §2: before anybody is signed out the profile is asked. */
static void
test_unauthorised (CorTestDesk  *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *body;
    gboolean    profile_is_good;
    int         code;
    guint       n_requests;
  } rows[] = {
    { INVALID_TOKEN, FALSE, COR_SERVICE_ERROR_UNAUTHORISED, 2 },
    { DEVISE, FALSE, COR_SERVICE_ERROR_UNAUTHORISED, 2 },
    { INVALID_TOKEN, TRUE, COR_SERVICE_ERROR_FORBIDDEN, 2 },
    { POLICY, FALSE, COR_SERVICE_ERROR_FORBIDDEN, 1 },
    { "{\"error\":\"You are not authorized to access this account\"}", FALSE, COR_SERVICE_ERROR_FORBIDDEN, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint before = cor_test_server_count (fixture->server, NULL);
      g_autoptr (CorConversationRecord) conversation = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 401, NULL, rows[i].body);
      if (rows[i].n_requests > 1)
        cor_test_server_push (fixture->server, COR_TEST_ANSWER, rows[i].profile_is_good ? 200 : 401, NULL,
                              rows[i].profile_is_good ? PROFILE : INVALID_TOKEN);
      conversation = run_get (fixture);
      g_assert_error (fixture->error, COR_SERVICE_ERROR, rows[i].code);
      g_assert_cmpuint (cor_test_server_count (fixture->server, NULL) - before, ==, rows[i].n_requests);
    }
}

static void
test_get_conversation (CorTestDesk  *fixture,
                       gconstpointer data)
{
  g_autoptr (CorConversationRecord) good = NULL;
  g_autoptr (CorConversationRecord) gone = NULL;
  g_autoptr (CorConversationRecord) proxy = NULL;
  g_autoptr (CorConversationRecord) other = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{\"id\":17,\"status\":\"open\"}");
  good = run_get (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (good->remote_id, ==, "17");
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 404, NULL, NOT_FOUND);
  gone = run_get (fixture);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND);
  /* A proxy's page must not look like a deleted conversation. */
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 404, "Content-Type: text/html\r\n", "<h1>Not found</h1>");
  proxy = run_get (fixture);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "[1,2,3]");
  other = run_get (fixture);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
}

static char *
make_messages (guint n)
{
  GString *text = g_string_new ("{\"meta\":{},\"payload\":[");

  for (guint i = n; i > 0; i--)
    g_string_append_printf (text, "{\"id\":%u,\"conversation_id\":17,\"message_type\":0}%s", i, i > 1 ? "," : "");
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
test_list_messages (CorTestDesk  *fixture,
                    gconstpointer data)
{
  static const struct
  {
    gint64      after, before;
    guint       n;
    gboolean    is_full;
    const char *query;
  } rows[] = {
    { -1, -1, 20, TRUE, "messages HTTP" },
    { -1, -1, 19, FALSE, "messages HTTP" },
    { -1, 50, 20, TRUE, "messages?before=50 HTTP" },
    { 0, -1, 99, FALSE, "messages?after=0 HTTP" },
    { 10, -1, 100, TRUE, "messages?after=10 HTTP" },
    { 10, 2000, 100, FALSE, "messages?after=10&before=2000 HTTP" },
    { 10, 2000, 1000, TRUE, "messages?after=10&before=2000 HTTP" },
    { 10, 20, 0, FALSE, "messages?after=10&before=20 HTTP" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *body = make_messages (rows[i].n);
      g_autofree char *request = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (CorDeskMessagePage) page = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, body);
      cor_desk_list_messages_async (fixture->desk, "17", rows[i].after, rows[i].before, NULL, cor_test_on_result, &fixture->where);
      result = cor_test_await (&fixture->where);
      page = cor_desk_list_messages_finish (fixture->desk, result, &fixture->error);
      g_assert_no_error (fixture->error);
      g_assert_cmpuint (page->messages->len, ==, rows[i].n);
      g_assert_cmpint (page->is_full, ==, rows[i].is_full);
      if (rows[i].n > 0)
        g_assert_cmpint (((CorMessageRecord *) g_ptr_array_index (page->messages, 0))->ordinal, ==, 1);
      request = cor_test_server_dup_request (fixture->server, i);
      g_assert_nonnull (strstr (request, rows[i].query));
    }
}

static char *
make_conversations (guint first,
                    guint n,
                    guint total)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"data\":{\"meta\":{\"all_count\":%u},\"payload\":[", total);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "{\"id\":%u,\"created_at\":%u,\"last_activity_at\":%u,\"status\":\"open\"}%s", first + i, 5000 - first - i, 5000 - first - i,
                            i + 1 < n ? "," : "");
  g_string_append (text, "]}}");
  return g_string_free (text, FALSE);
}

static CorDeskConversationPage *
run_list (CorTestDesk *fixture,
          CorDeskOrder order,
          guint        page,
          gboolean     unresolved_only)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_error (&fixture->error);
  cor_desk_list_conversations_async (fixture->desk, order, page, unresolved_only, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  return cor_desk_list_conversations_finish (fixture->desk, result, &fixture->error);
}

static void
test_list_conversations (CorTestDesk  *fixture,
                         gconstpointer data)
{
  /* The size of a page is the server's: 25, or what its first page shows. */
  static const struct
  {
    guint    page, n, total;
    gboolean is_last;
  } rows[] = {
    { 1, 25, 60, FALSE },
    { 2, 25, 60, FALSE },
    { 3, 10, 60, TRUE },
    { 4, 0, 60, TRUE },
    { 1, 7, 7, TRUE },
    { 1, 10, 25, FALSE },
    { 2, 10, 25, FALSE },
    { 3, 5, 25, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *body = make_conversations (100, rows[i].n, rows[i].total);
      g_autoptr (CorDeskConversationPage) page = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, body);
      page = run_list (fixture, i % 2 == 0 ? COR_DESK_ORDER_ACTIVITY : COR_DESK_ORDER_CREATED, rows[i].page, FALSE);
      g_assert_no_error (fixture->error);
      g_assert_cmpuint (page->conversations->len, ==, rows[i].n);
      g_assert_cmpuint (page->total, ==, rows[i].total);
      g_assert_cmpint (page->is_last, ==, rows[i].is_last);
      g_assert_cmpint (page->server_time, ==, 784111777);
    }
  g_assert_true (cor_test_server_saw (fixture->server, "conversations?status=all&assignee_type=all&sort_by=last_activity_at_desc&page=1 "));
  g_assert_true (cor_test_server_saw (fixture->server, "conversations?status=all&assignee_type=all&sort_by=created_at_desc&page=2 "));
}

static void
test_list_unresolved (CorTestDesk  *fixture,
                      gconstpointer data)
{
  g_autofree char *open = make_conversations (100, 25, 30);
  g_autofree char *pending = make_conversations (50, 2, 2);
  g_autofree char *snoozed = make_conversations (150, 1, 1);
  g_autoptr (CorDeskConversationPage) page = NULL;
  g_autoptr (CorDeskConversationPage) failed = NULL;

  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/conversations?status=open", 200, open);
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/conversations?status=pending", 200, pending);
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/conversations?status=snoozed", 200, snoozed);
  page = run_list (fixture, COR_DESK_ORDER_CREATED, 1, TRUE);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (page->conversations->len, ==, 28);
  g_assert_cmpuint (page->total, ==, 33);
  g_assert_false (page->is_last);
  g_assert_cmpstr (((CorConversationRecord *) g_ptr_array_index (page->conversations, 0))->remote_id, ==, "50");
  g_assert_cmpstr (((CorConversationRecord *) g_ptr_array_index (page->conversations, 27))->remote_id, ==, "150");

  /* One of three is not enough. */
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/conversations?status=snoozed", 500, "{}");
  failed = run_list (fixture, COR_DESK_ORDER_CREATED, 1, TRUE);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_SERVER);
  g_assert_null (failed);
}

static void
test_get_lists (CorTestDesk  *fixture,
                gconstpointer data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (CorDeskLists) lists = NULL;
  g_autoptr (CorDeskLists) none = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (CorDeskLists) withheld = NULL;

  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/cache_keys", 200, "{\"cache_keys\":{\"label\":\"1\",\"inbox\":\"2\",\"team\":\"3\"}}");
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/inboxes", 200, "{\"payload\":[{\"id\":1,\"name\":\"Mail\",\"channel_type\":\"Channel::Email\",\"email\":\"a@b.c\"}]}");
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/agents", 200, "[{\"id\":5,\"name\":\"Mei\",\"role\":\"administrator\",\"availability_status\":\"busy\"}]");
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/teams", 200, "[{\"id\":2,\"name\":\"tier 1\",\"is_member\":true}]");
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/labels", 200, "{\"payload\":[{\"id\":1,\"title\":\"vip\",\"color\":\"#ff0000\"}]}");
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/canned_responses", 200, "[{\"id\":1,\"short_code\":\"refund.es\",\"content\":\"Hola\"}]");
  cor_desk_get_lists_async (fixture->desk, NULL, cor_test_on_result, &fixture->where);
  first = cor_test_await (&fixture->where);
  lists = cor_desk_get_lists_finish (fixture->desk, first, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (lists->version, ==, "label=1 inbox=2 team=3");
  g_assert_cmpstr (((CorInboxRecord *) g_ptr_array_index (lists->inboxes, 0))->address, ==, "a@b.c");
  g_assert_true (((CorAgentRecord *) g_ptr_array_index (lists->agents, 0))->is_administrator);
  g_assert_true (((CorTeamRecord *) g_ptr_array_index (lists->teams, 0))->is_member);
  g_assert_cmpstr (((CorLabelRecord *) g_ptr_array_index (lists->labels, 0))->title, ==, "vip");
  g_assert_cmpstr (((CorTemplate *) g_ptr_array_index (lists->templates, 0))->id, ==, "refund");

  /* a role that may not see them has all the rest */
  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/canned_responses", 403, "{\"error\":\"no\"}");
  cor_desk_get_lists_async (fixture->desk, NULL, cor_test_on_result, &fixture->where);
  third = cor_test_await (&fixture->where);
  withheld = cor_desk_get_lists_finish (fixture->desk, third, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_null (withheld->templates);
  g_assert_cmpuint (withheld->teams->len, ==, 1);

  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/teams", 403, "{\"error\":\"no\"}");
  cor_desk_get_lists_async (fixture->desk, NULL, cor_test_on_result, &fixture->where);
  second = cor_test_await (&fixture->where);
  none = cor_desk_get_lists_finish (fixture->desk, second, &fixture->error);
  g_assert_null (none);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_FORBIDDEN);
}

static CorProfileRecord *
run_sign_in (CorTestDesk *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_error (&fixture->error);
  cor_desk_sign_in_async (fixture->desk, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  return cor_desk_sign_in_finish (fixture->desk, result, &fixture->error);
}

static void
test_sign_in (CorTestDesk  *fixture,
              gconstpointer data)
{
  g_autoptr (CorProfileRecord) profile = NULL;
  g_autoptr (CorConversationRecord) before = NULL;
  g_autoptr (CorConversationRecord) after = NULL;

  g_clear_object (&fixture->desk);
  fixture->desk = cor_test_desk_make (fixture->server, NULL);
  before = run_get (fixture);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_ACCOUNT);

  cor_test_server_set_reply (fixture->server, "GET /api ", 200, API);
  cor_test_server_set_reply (fixture->server, "GET /api/v1/profile ", 200, PROFILE);
  profile = run_sign_in (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (profile->agent_name, ==, "Mei");
  g_assert_cmpstr (((CorDeskAccountRecord *) g_ptr_array_index (profile->accounts, 0))->remote_id, ==, "3");

  cor_test_server_set_reply (fixture->server, "GET /api/v1/accounts/3/conversations/17 ", 200, "{\"id\":17}");
  after = run_get (fixture);
  g_assert_no_error (fixture->error);
}

static void
test_sign_in_refused (CorTestDesk  *fixture,
                      gconstpointer data)
{
  static const struct
  {
    guint       api_status;
    const char *api;
    guint       profile_status;
    const char *profile;
    int         code;
  } rows[] = {
    { 404, "{\"error\":\"no\"}", 200, PROFILE, COR_SERVICE_ERROR_BAD_RESPONSE },
    { 200, "{\"version\":\"1\"}", 200, PROFILE, COR_SERVICE_ERROR_BAD_RESPONSE },
    { 200, "not json", 200, PROFILE, COR_SERVICE_ERROR_BAD_RESPONSE },
    { 500, "{}", 200, PROFILE, COR_SERVICE_ERROR_SERVER },
    { 200, API, 401, INVALID_TOKEN, COR_SERVICE_ERROR_UNAUTHORISED },
    { 200, API, 401, DEVISE, COR_SERVICE_ERROR_UNAUTHORISED },
    { 200, API, 200, "{\"id\":5,\"accounts\":[]}", COR_SERVICE_ERROR_NO_ACCOUNT },
    { 200, API, 200, "{\"id\":5,\"accounts\":[{\"id\":1}]}", COR_SERVICE_ERROR_NO_ACCOUNT },
    { 200, API, 200, "{}", COR_SERVICE_ERROR_BAD_RESPONSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CorProfileRecord) profile = NULL;

      g_test_message ("row %u", i);
      cor_test_server_set_reply (fixture->server, "GET /api ", rows[i].api_status, rows[i].api);
      cor_test_server_set_reply (fixture->server, "GET /api/v1/profile ", rows[i].profile_status, rows[i].profile);
      profile = run_sign_in (fixture);
      g_assert_error (fixture->error, COR_SERVICE_ERROR, rows[i].code);
      g_assert_null (profile);
    }
}

/* The address typed leads to another host: the agent is told which, and the token does not follow. */
static void
test_sign_in_moved (CorTestDesk  *fixture,
                    gconstpointer data)
{
  CorTestServer   *other = cor_test_server_new ();
  g_autofree char *there = cor_test_server_dup_url (other);
  g_autofree char *headers = g_strdup_printf ("Location: %s/api\r\n", there);
  g_autoptr (CorProfileRecord) profile = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 301, headers, "");
  cor_test_server_set_reply (other, "GET /api ", 200, API);
  profile = run_sign_in (fixture);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_ADDRESS);
  g_assert_nonnull (strstr (fixture->error->message, there));
  g_assert_false (cor_test_server_saw (other, DESK_TOKEN));
  cor_test_server_free (other);
}

static void
test_changes (CorTestDesk  *fixture,
              gconstpointer data)
{
  static const char *const added[] = { "vip", "kyc", NULL };
  static const char *const removed[] = { "spam", NULL };
  static const struct
  {
    CorDeskChange change;
    const char   *path;
    const char   *body;
  } rows[] = {
    { { .kind = COR_DESK_CHANGE_STATUS, .status = COR_STATUS_RESOLVED, .snoozed_until = 5 }, "conversations/17/toggle_status ", "{\"status\":\"resolved\"}" },
    { { .kind = COR_DESK_CHANGE_STATUS, .status = COR_STATUS_SNOOZED, .snoozed_until = 1700000000 }, "conversations/17/toggle_status ", "{\"status\":\"snoozed\",\"snoozed_until\":1700000000}" },
    { { .kind = COR_DESK_CHANGE_STATUS, .status = COR_STATUS_SNOOZED }, "conversations/17/toggle_status ", "{\"status\":\"snoozed\"}" },
    { { .kind = COR_DESK_CHANGE_ASSIGNEE, .assignee_id = "5" }, "conversations/17/assignments ", "{\"assignee_id\":5}" },
    { { .kind = COR_DESK_CHANGE_ASSIGNEE }, "conversations/17/assignments ", "{\"assignee_id\":null}" },
    { { .kind = COR_DESK_CHANGE_PRIORITY, .priority = COR_PRIORITY_URGENT }, "conversations/17/toggle_priority ", "{\"priority\":\"urgent\"}" },
    { { .kind = COR_DESK_CHANGE_PRIORITY }, "conversations/17/toggle_priority ", "{\"priority\":null}" },
    { { .kind = COR_DESK_CHANGE_LABELS, .labels_added = added, .labels_removed = removed }, "bulk_actions ", "{\"type\":\"Conversation\",\"ids\":[17],\"labels\":{\"add\":[\"vip\",\"kyc\"],\"remove\":[\"spam\"]}}" },
    { { .kind = COR_DESK_CHANGE_LABELS, .labels_added = added }, "bulk_actions ", "{\"type\":\"Conversation\",\"ids\":[17],\"labels\":{\"add\":[\"vip\",\"kyc\"]}}" },
    { { .kind = COR_DESK_CHANGE_SEEN }, "conversations/17/update_last_seen ", "{}" },
    { { .kind = COR_DESK_CHANGE_TYPING, .typing_on = TRUE }, "conversations/17/toggle_typing_status ", "{\"typing_status\":\"on\",\"is_private\":false}" },
    { { .kind = COR_DESK_CHANGE_TYPING, .typing_private = TRUE }, "conversations/17/toggle_typing_status ", "{\"typing_status\":\"off\",\"is_private\":true}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autofree char *request = NULL;
      g_autofree char *head = g_strdup_printf ("POST /api/v1/accounts/3/%s", rows[i].path);

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, "Content-Type: text/html\r\n", "");
      cor_desk_change_async (fixture->desk, "17", &rows[i].change, NULL, cor_test_on_result, &fixture->where);
      result = cor_test_await (&fixture->where);
      g_assert_true (cor_desk_change_finish (fixture->desk, result, &fixture->error));
      g_assert_no_error (fixture->error);
      request = cor_test_server_dup_request (fixture->server, i);
      g_assert_true (g_str_has_prefix (request, head));
      g_assert_cmpstr (strstr (request, "\r\n\r\n") + 4, ==, rows[i].body);
    }
}

static void
test_change_refused (CorTestDesk  *fixture,
                     gconstpointer data)
{
  CorDeskChange change = { .kind = COR_DESK_CHANGE_SEEN };
  g_autoptr (GAsyncResult) result = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 401, NULL, POLICY);
  cor_desk_change_async (fixture->desk, "17", &change, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  g_assert_false (cor_desk_change_finish (fixture->desk, result, &fixture->error));
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_FORBIDDEN);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  COR_TEST_DESK_ADD ("/chatwoot/unauthorised", test_unauthorised);
  COR_TEST_DESK_ADD ("/chatwoot/conversation", test_get_conversation);
  COR_TEST_DESK_ADD ("/chatwoot/messages", test_list_messages);
  COR_TEST_DESK_ADD ("/chatwoot/conversations/all", test_list_conversations);
  COR_TEST_DESK_ADD ("/chatwoot/conversations/unresolved", test_list_unresolved);
  COR_TEST_DESK_ADD ("/chatwoot/lists", test_get_lists);
  COR_TEST_DESK_ADD ("/chatwoot/sign-in/good", test_sign_in);
  COR_TEST_DESK_ADD ("/chatwoot/sign-in/refused", test_sign_in_refused);
  COR_TEST_DESK_ADD ("/chatwoot/sign-in/moved", test_sign_in_moved);
  COR_TEST_DESK_ADD ("/chatwoot/changes", test_changes);
  COR_TEST_DESK_ADD ("/chatwoot/change-refused", test_change_refused);
  return cor_test_run ();
}
