/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* What a client may rely on, read: sizes, bounds, orders, error bodies, who sees what. */

#include "config.h"

#include "cor-test-main.h"
#include "test-desk.h"

#include <glib/gstdio.h>
#include <string.h>

#define NO_ANSWER       \
  {                     \
    0, NULL, NULL, NULL \
  }

static TestDesk *desk = NULL;

static void
test_state_folder (void)
{
  static const char *const keys[] = { "ca-key.pem", "server-key.pem" };
  GStatBuf                 info;

  g_assert_cmpint (g_stat (desk->state_dir, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_build_filename (desk->state_dir, keys[i], NULL);

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
  g_assert_true (g_str_has_prefix (desk->url, "https://127.0.0.1:"));
  g_assert_cmpstr (test_text (desk->ready, "agents.0.token"), ==, desk->token);
  g_assert_cmpstr (test_text (desk->ready, "agents.0.role"), ==, "agent");
  g_assert_cmpint (test_int (desk->ready, "account_id"), ==, 1);
}

static void
assert_exit (const char *const *arguments,
             int                status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
}

static void
test_options (void)
{
  const char *program = g_getenv ("COR_SANDBOX");

  assert_exit ((const char *[]){ program, "--version", NULL }, 0);
  assert_exit ((const char *[]){ program, NULL }, 2);
  assert_exit ((const char *[]){ program, "--state", desk->state_dir, "--address", "0.0.0.0", NULL }, 2);
  assert_exit ((const char *[]){ program, "--state", desk->state_dir, "--host", "0.0.0.0", NULL }, 2);
  assert_exit ((const char *[]){ program, "--state", desk->state_dir, "--port", "70000", NULL }, 2);
  /* the folder is in use: one clock for one state */
  assert_exit ((const char *[]){ program, "--state", desk->state_dir, NULL }, 1);
}

static void
assert_error (const char *token,
              const char *method,
              const char *path,
              guint       status,
              const char *error)
{
  g_auto (TestAnswer) answer = NO_ANSWER;

  test_desk_call_as (desk, token, method, path, *method == 'P' ? "{}" : NULL, &answer);
  g_assert_cmpuint (answer.status, ==, status);
  g_assert_cmpstr (test_text (answer.node, "error"), ==, error);
}

static void
test_errors (void)
{
  g_auto (TestAnswer) answer = NO_ANSWER;

  test_desk_call_as (desk, NULL, "GET", "/api", NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpstr (test_text (answer.node, "queue_services"), ==, "ok");
  test_desk_call_as (desk, NULL, "GET", A "/labels", NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 401);
  g_assert_cmpstr (test_text (answer.node, "errors.0"), ==, "You need to sign in or sign up before continuing.");
  assert_error ("wrong", "GET", A "/labels", 401, "Invalid Access Token");
  assert_error (desk->token, "GET", A "/conversations/999999", 404, "Resource could not be found");
  assert_error (desk->token, "GET", A "/labels/1", 401, "You are not authorized to do this action");
  assert_error (desk->token, "GET", A "/csat_survey_responses", 401, "You are not authorized to do this action");
  assert_error (desk->token, "GET", "/api/v2/accounts/1/reports/summary", 401, "You are not authorized to do this action");
  assert_error (desk->token, "GET", A "/conversations?team_id=999", 404, "Resource could not be found");
  assert_error (desk->token, "GET", A "/conversations/unread_counts", 403, "Feature not enabled");
  test_desk_call (desk, "GET", A "/conversations?status=nonsense", NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 500);
  test_desk_call (desk, "GET", A "/no_such_thing", NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 404);
  g_assert_cmpstr (answer.content_type, ==, "text/html");
  test_desk_call (desk, "POST", A "/conversations/1/messages", "{not json", &answer);
  g_assert_cmpuint (answer.status, ==, 400);
}

static void
test_profile (void)
{
  g_autoptr (JsonNode) profile = test_desk_get (desk, "/api/v1/profile");

  g_assert_cmpstr (test_text (profile, "access_token"), ==, desk->token);
  g_assert_cmpint (test_int (profile, "accounts.0.id"), ==, 1);
  g_assert_cmpstr (test_text (profile, "accounts.0.role"), ==, "agent");
  g_assert_nonnull (test_text (profile, "pubsub_token"));
}

/* Walks all pages; returns how many rows there were, and checks sizes, order and that no row comes twice */
static gint64
walk (const char *query,
      const char *key,
      int         direction)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 last = 0;

  for (guint page = 1;; page++)
    {
      g_autofree char *path = g_strdup_printf (A "/conversations?%s&page=%u", query, page);
      g_autoptr (JsonNode) node = test_desk_get (desk, path);
      guint n_rows = test_length (node, "data.payload");

      g_assert_cmpuint (n_rows, <=, 25);
      for (guint i = 0; i < n_rows; i++)
        {
          JsonNode *row = json_array_get_element (json_node_get_array (test_at (node, "data.payload")), i);
          gint64    value = test_int (row, key);
          gint64   *id = g_new (gint64, 1);

          *id = test_int (row, "id");
          g_assert_true (last == 0 || direction * value >= direction * last);
          g_assert_true (g_hash_table_add (seen, id));
          last = value;
        }
      if (n_rows < 25)
        return g_hash_table_size (seen);
      /* a full page is not the last unless the counts say so */
      g_assert_cmpint (test_int (node, "data.meta.all_count"), >=, page * 25);
    }
}

static void
test_lists (void)
{
  g_autoptr (JsonNode) meta = test_desk_get (desk, A "/conversations/meta?status=all");
  gint64 all = test_int (meta, "meta.all_count");

  g_assert_cmpint (all, >, 100);
  g_assert_cmpint (test_int (meta, "meta.assigned_count") + test_int (meta, "meta.unassigned_count"), ==, all);
  g_assert_cmpint (walk ("status=all", "last_activity_at", -1), ==, all);
  g_assert_cmpint (walk ("status=all&sort_by=created_at_desc", "created_at", -1), ==, all);
  g_assert_cmpint (walk ("status=all&sort_by=created_at_asc", "created_at", 1), ==, all);
  g_assert_cmpint (walk ("status=all&assignee_type=me", "last_activity_at", -1), ==, test_int (meta, "meta.mine_count"));
  g_assert_cmpint (walk ("status=all&assignee_type=unassigned", "last_activity_at", -1), ==, test_int (meta, "meta.unassigned_count"));
  g_assert_cmpint (walk ("status=open", "last_activity_at", -1) + walk ("status=resolved", "last_activity_at", -1) + walk ("status=pending", "last_activity_at", -1) +
                     walk ("status=snoozed", "last_activity_at", -1),
                   ==, all);
  g_assert_cmpint (walk ("sort_by=unread", "id", 0), ==, walk ("status=open", "id", 0));
}

static void
test_updated_within (void)
{
  g_autoptr (JsonNode) everything = test_desk_get (desk, A "/conversations?status=all&updated_within=999999999&page=7");
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;

  /* no pages */
  g_assert_cmpuint (test_length (everything, "data.payload"), ==, test_int (everything, "data.meta.all_count"));
  before = test_desk_get (desk, A "/conversations?status=all&updated_within=5");
  test_desk_inbound (desk, 3, "Are you still there?");
  after = test_desk_get (desk, A "/conversations?status=all&updated_within=5");
  g_assert_cmpuint (test_length (after, "data.payload"), >=, 1);
  g_assert_cmpint (test_int (after, "data.payload.0.id"), ==, 3);
  g_assert_cmpuint (test_length (after, "data.payload"), <=, test_length (before, "data.payload") + 1);
}

static void
test_search_ignores_status (void)
{
  g_autoptr (JsonNode) status = NULL;
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (JsonNode) filtered = NULL;

  test_desk_inbound (desk, 4, "The word is Xylophon-Ä");
  status = test_desk_post (desk, A "/conversations/4/toggle_status", "{\"status\":\"resolved\"}");
  found = test_desk_get (desk, A "/conversations?q=xylophon-%C3%A4&status=open");
  g_assert_cmpuint (test_length (found, "data.payload"), ==, 1);
  g_assert_cmpint (test_int (found, "data.payload.0.id"), ==, 4);
  filtered = test_desk_post (desk, A "/conversations/filter", "{\"payload\":[{\"attribute_key\":\"status\",\"filter_operator\":\"equal_to\",\"values\":[\"resolved\"],\"query_operator\":\"and\"},"
                                                              "{\"attribute_key\":\"display_id\",\"filter_operator\":\"equal_to\",\"values\":[4],\"query_operator\":null}]}");
  g_assert_cmpint (test_int (filtered, "meta.all_count"), ==, 1);
  g_assert_cmpint (test_int (filtered, "payload.0.id"), ==, 4);
  {
    g_auto (TestAnswer) answer = NO_ANSWER;

    test_desk_call (desk, "POST", A "/conversations/filter", "{\"payload\":[{\"attribute_key\":\"nonsense\",\"filter_operator\":\"equal_to\",\"values\":[1]}]}", &answer);
    g_assert_cmpuint (answer.status, ==, 422);
    g_assert_nonnull (test_text (answer.node, "error"));
  }
}

static JsonNode *
get_messages (gint64      conversation,
              const char *query)
{
  g_autofree char *path = g_strdup_printf (A "/conversations/%" G_GINT64_FORMAT "/messages%s", conversation, query);

  return test_desk_get (desk, path);
}

static void
assert_range (JsonNode *node,
              guint     n_rows,
              gint64    first,
              gint64    last)
{
  g_autofree char *end = g_strdup_printf ("payload.%u.id", n_rows - 1);

  g_assert_cmpuint (test_length (node, "payload"), ==, n_rows);
  g_assert_cmpint (test_int (node, "payload.0.id"), ==, first);
  g_assert_cmpint (test_int (node, end), ==, last);
}

static JsonNode *
get_between (gint64      conversation,
             const char *format,
             gint64      a,
             gint64      b)
{
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, a);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, b);
  g_autofree char *query = g_strcmp0 (format, "after") == 0    ? g_strconcat ("?after=", first, NULL)
                           : g_strcmp0 (format, "before") == 0 ? g_strconcat ("?before=", first, NULL)
                                                               : g_strconcat ("?after=", first, "&before=", second, NULL);

  return get_messages (conversation, query);
}

static void
test_message_pages (void)
{
  gint64 first = 0;
  gint64 last = 0;
  g_autoptr (JsonNode) newest = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) range = NULL;
  g_autoptr (JsonNode) rest = NULL;

  /* the first one may reopen it, which is a row of its own */
  test_desk_inbound (desk, 5, "Before the many");
  for (guint i = 0; i < 130; i++)
    {
      last = test_desk_inbound (desk, 5, "One of many");
      first = first ? first : last;
    }
  g_assert_cmpint (last - first, ==, 129);
  newest = get_messages (5, "");
  assert_range (newest, 20, last - 19, last);
  before = get_between (5, "before", last - 19, 0);
  assert_range (before, 20, last - 39, last - 20);
  after = get_between (5, "after", first, 0);
  assert_range (after, 100, first + 1, first + 100);
  range = get_between (5, "both", first, last);
  assert_range (range, 129, first, last - 1);
  rest = get_between (5, "after", last - 3, 0);
  assert_range (rest, 3, last - 2, last);
}

static void
test_internal_filter (void)
{
  g_autoptr (JsonNode) note = test_desk_post (desk, A "/conversations/6/messages", "{\"content\":\"between us\",\"private\":true}");
  g_autoptr (JsonNode) all = get_messages (6, "");
  g_autoptr (JsonNode) public = get_messages (6, "?filter_internal_messages=true");
  JsonArray *rows = json_node_get_array (test_at (public, "payload"));

  g_assert_true (json_node_get_boolean (test_at (note, "private")));
  g_assert_cmpuint (test_length (all, "payload"), >, json_array_get_length (rows));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      g_assert_false (json_node_get_boolean (test_at (json_array_get_element (rows, i), "private")));
      g_assert_cmpint (test_int (json_array_get_element (rows, i), "message_type"), !=, 2);
    }
  /* seen times are ISO texts here and numbers in the conversation */
  g_assert_true (test_at (all, "meta.agent_last_seen_at") == NULL || JSON_NODE_HOLDS_NULL (test_at (all, "meta.agent_last_seen_at")) || test_text (all, "meta.agent_last_seen_at"));
}

static void
test_visibility (void)
{
  g_autoptr (JsonNode) before = test_desk_get (desk, A "/conversations/7");
  gint64           inbox = test_int (before, "inbox_id");
  gint64           id = 0;
  const char      *other = test_desk_token_of (desk, "agent", 1, &id);
  const char      *admin = test_desk_token_of (desk, "administrator", 0, NULL);
  g_autofree char *leave = g_strdup_printf ("{\"agent_id\":%" G_GINT64_FORMAT ",\"inbox_id\":%" G_GINT64_FORMAT ",\"member\":false}", id, inbox);
  g_autoptr (JsonNode) left = test_desk_post (desk, "/sandbox/membership", leave);
  g_autofree char *list = g_strdup_printf (A "/conversations?status=all&inbox_id=%" G_GINT64_FORMAT, inbox);
  g_auto (TestAnswer) answer = NO_ANSWER;

  test_desk_call_as (desk, other, "GET", list, NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpint (test_int (answer.node, "data.meta.all_count"), ==, 0);
  test_desk_call_as (desk, admin, "GET", list, NULL, &answer);
  g_assert_cmpint (test_int (answer.node, "data.meta.all_count"), >, 0);
  /* its team still lets one read it: wider than the lists */
  {
    g_autoptr (JsonNode) nobody = test_desk_post (desk, A "/conversations/7/assignments", "{\"team_id\":null}");
  }
  test_desk_call_as (desk, other, "GET", A "/conversations/7", NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 401);
  g_assert_cmpstr (test_text (answer.node, "error"), ==, "You are not authorized to do this action");
  test_desk_call_as (desk, other, "POST", A "/conversations/7/messages", "{\"content\":\"x\"}", &answer);
  g_assert_cmpuint (answer.status, ==, 401);
}

static void
test_articles (void)
{
  g_autoptr (JsonNode) portals = test_desk_get (desk, A "/portals");
  g_autofree char *list = g_strdup_printf (A "/portals/%s/articles?status=published", test_text (portals, "payload.0.slug"));
  g_autoptr (JsonNode) articles = test_desk_get (desk, list);
  g_autofree char *one = g_strdup_printf (A "/portals/%s/articles/%" G_GINT64_FORMAT, test_text (portals, "payload.0.slug"), test_int (articles, "payload.0.id"));
  g_auto (TestAnswer) answer = NO_ANSWER;

  g_assert_cmpuint (test_length (articles, "payload"), <=, 25);
  g_assert_cmpint (test_int (articles, "meta.articles_count"), >=, test_length (articles, "payload"));
  g_assert_null (test_at (articles, "payload.0.locale"));
  g_assert_nonnull (test_text (articles, "payload.0.content"));
  test_desk_call (desk, "GET", one, NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 401);
  test_desk_call_as (desk, test_desk_token_of (desk, "administrator", 0, NULL), "GET", one, NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
}

static void
test_contacts (void)
{
  g_autoptr (JsonNode) list = test_desk_get (desk, A "/contacts?sort=name");
  g_autoptr (JsonNode) found = test_desk_get (desk, A "/contacts/search?q=a");
  g_autoptr (JsonNode) filtered = test_desk_post (desk, A "/contacts/filter", "{\"payload\":[{\"attribute_key\":\"country_code\",\"filter_operator\":\"equal_to\",\"values\":[\"VN\"],\"query_operator\":null}]}");

  g_assert_cmpuint (test_length (list, "payload"), ==, 15);
  g_assert_cmpint (test_int (list, "meta.count"), >, 15);
  g_assert_null (test_at (list, "payload.0.labels"));
  g_assert_cmpuint (test_length (found, "payload"), ==, 15);
  g_assert_cmpint (test_int (found, "meta.count"), ==, 15);
  g_assert_true (json_node_get_boolean (test_at (found, "meta.has_more")));
  g_assert_cmpint (test_int (filtered, "meta.count"), <, test_int (list, "meta.count"));
}

static void
test_search (void)
{
  static const char *const kinds[] = { "conversations", "contacts", "messages", "articles" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat (A "/search/", kinds[i], "?q=a", NULL);
      g_autofree char *rows = g_strconcat ("payload.", kinds[i], NULL);
      g_autoptr (JsonNode) found = test_desk_get (desk, path);

      g_assert_cmpuint (test_length (found, rows), <=, 15);
      g_assert_cmpuint (test_length (found, rows), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  cor_test_init (&argc, &argv);
  desk = test_desk_new ();
  test_desk_start (desk, "--seed=7");
  g_test_add_func ("/sandbox/contract/state-folder", test_state_folder);
  g_test_add_func ("/sandbox/contract/options", test_options);
  g_test_add_func ("/sandbox/contract/errors", test_errors);
  g_test_add_func ("/sandbox/contract/profile", test_profile);
  g_test_add_func ("/sandbox/contract/lists", test_lists);
  g_test_add_func ("/sandbox/contract/updated-within", test_updated_within);
  g_test_add_func ("/sandbox/contract/search-ignores-status", test_search_ignores_status);
  g_test_add_func ("/sandbox/contract/message-pages", test_message_pages);
  g_test_add_func ("/sandbox/contract/internal-filter", test_internal_filter);
  g_test_add_func ("/sandbox/contract/visibility", test_visibility);
  g_test_add_func ("/sandbox/contract/articles", test_articles);
  g_test_add_func ("/sandbox/contract/contacts", test_contacts);
  g_test_add_func ("/sandbox/contract/search", test_search);
  result = cor_test_run ();
  test_desk_free (desk);
  return result;
}
