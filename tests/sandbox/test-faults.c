/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Each thing that can go wrong, and whether the write is done all the same. */

#include "config.h"

#include "cor-test-main.h"
#include "test-desk.h"

#include <string.h>

#define NO_ANSWER       \
  {                     \
    0, NULL, NULL, NULL \
  }

static TestDesk *desk = NULL;

static void
post (const char *client_message_id,
      TestAnswer *answer)
{
  g_autofree char *body = g_strdup_printf ("{\"content\":\"x\",\"content_attributes\":{\"client_message_id\":\"%s\"}}", client_message_id);

  test_desk_call (desk, "POST", A "/conversations/1/messages", body, answer);
}

typedef struct
{
  const char *name;
  const char *fault;
  guint       status;       /* 0: no answer */
  const char *content_type; /* %NULL: not looked at */
  gboolean    is_json;
  guint       is_done; /* in the journal right after the answer */
} Case;

static const Case cases[] = {
  { "latency", "{\"kind\":\"latency\",\"seconds\":0.2}", 200, "application/json", TRUE, 1 },
  { "late-commit", "{\"kind\":\"late-commit\",\"seconds\":3}", 0, NULL, FALSE, 0 },
  { "500-before", "{\"kind\":\"status\",\"status\":500}", 500, "text/html", FALSE, 0 },
  { "502-before", "{\"kind\":\"status\",\"status\":502}", 502, "text/html", FALSE, 0 },
  { "429-before", "{\"kind\":\"status\",\"status\":429}", 429, "text/plain", FALSE, 0 },
  { "422-before", "{\"kind\":\"status\",\"status\":422}", 422, "application/json", TRUE, 0 },
  { "503-after", "{\"kind\":\"status\",\"status\":503,\"after_commit\":true}", 503, "text/html", FALSE, 1 },
  { "422-after", "{\"kind\":\"status\",\"status\":422,\"after_commit\":true}", 422, "application/json", TRUE, 1 },
  { "reset-before", "{\"kind\":\"reset-before\"}", 0, NULL, FALSE, 0 },
  { "reset-after", "{\"kind\":\"reset-after\"}", 0, NULL, FALSE, 1 },
  { "truncated-json", "{\"kind\":\"truncated-json\"}", 200, "application/json", FALSE, 1 },
  { "invalid-json", "{\"kind\":\"invalid-json\"}", 200, "application/json", FALSE, 1 },
  { "slow-body", "{\"kind\":\"slow-body\",\"seconds\":0.4}", 200, "application/json", TRUE, 1 },
  { "wrong-type", "{\"kind\":\"wrong-type\"}", 200, "text/html", FALSE, 1 },
};

static void
test_case (gconstpointer data)
{
  const Case      *item = data;
  g_autofree char *id = g_strconcat ("fault-", item->name, NULL);
  g_autofree char *faults = g_strconcat ("[", item->fault, "]", NULL);
  g_auto (GStrv) parts = g_strsplit (faults, "}]", 2);
  g_autofree char *limited = g_strconcat (parts[0], ",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", NULL);
  g_auto (TestAnswer) answer = NO_ANSWER;
  g_auto (TestAnswer) second = NO_ANSWER;
  g_autoptr (JsonNode) list = NULL;

  test_desk_fault (desk, limited);
  post (id, &answer);
  g_assert_cmpuint (answer.status, ==, item->status);
  if (item->content_type != NULL)
    g_assert_cmpstr (answer.content_type, ==, item->content_type);
  g_assert_true ((answer.node != NULL) == item->is_json);
  g_assert_cmpuint (test_desk_journal_count (desk, id), ==, item->is_done);
  list = test_desk_get (desk, "/sandbox/faults");
  g_assert_cmpint (test_int (list, "faults.0.hits"), ==, 1);
  /* the count is used up */
  post ("after-fault", &second);
  g_assert_cmpuint (second.status, ==, 200);
}

static void
test_late_commit_comes (void)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (test_desk_journal_count (desk, "fault-late-commit") == 0)
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  g_assert_cmpuint (test_desk_journal_count (desk, "fault-late-commit"), ==, 1);
}

static void
test_probability (void)
{
  guint hits = 0;

  test_desk_fault (desk, "[{\"kind\":\"status\",\"status\":503,\"path\":\"*/labels\",\"p\":0.5}]");
  for (guint i = 0; i < 60; i++)
    {
      g_auto (TestAnswer) answer = NO_ANSWER;

      test_desk_call (desk, "GET", A "/labels", NULL, &answer);
      hits += answer.status == 503;
    }
  g_assert_cmpuint (hits, >, 12);
  g_assert_cmpuint (hits, <, 48);
}

static void
test_skip (void)
{
  g_auto (TestAnswer) answer = NO_ANSWER;

  test_desk_fault (desk, "[{\"kind\":\"status\",\"path\":\"*/labels\",\"skip\":1,\"count\":1}]");
  test_desk_call (desk, "GET", A "/labels", NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  test_desk_call (desk, "GET", A "/labels", NULL, &answer);
  g_assert_cmpuint (answer.status, ==, 500);
}

static void
test_bad_fault (void)
{
  static const char *const bad[] = { "[{\"kind\":\"nonsense\"}]", "[{\"kind\":\"latency\",\"p\":2}]", "[{\"kind\":\"latency\",\"colour\":1}]", "[7]" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (TestAnswer) answer = NO_ANSWER;

      test_desk_call (desk, "POST", "/sandbox/faults", bad[i], &answer);
      g_assert_cmpuint (answer.status, ==, 422);
    }
}

static void
test_stop (void)
{
  g_auto (TestAnswer) answer = NO_ANSWER;
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint  refused = 0;

  test_desk_fault (desk, "[{\"kind\":\"stop\",\"seconds\":1}]");
  /* it stops once the answer is out, and comes back by itself */
  do
    test_desk_call (desk, "GET", A "/labels", NULL, &answer);
  while (answer.status == 200 && g_get_monotonic_time () < end);
  do
    {
      refused++;
      test_desk_call (desk, "GET", A "/labels", NULL, &answer);
    }
  while (answer.status == 0 && g_get_monotonic_time () < end);
  g_assert_cmpuint (refused, >, 1);
  g_assert_cmpuint (answer.status, ==, 200);
}

static void
test_option (void)
{
  g_auto (TestAnswer) answer = NO_ANSWER;

  test_desk_kill (desk);
  test_desk_start (desk, "--fault=reset-after:path=*/messages:method=POST:count=1");
  post ("by-option", &answer);
  g_assert_cmpuint (answer.status, ==, 0);
  g_assert_cmpuint (test_desk_journal_count (desk, "by-option"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  cor_test_init (&argc, &argv);
  desk = test_desk_new ();
  desk->is_fresh = TRUE;
  test_desk_start (desk, "--seed=7");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sandbox/faults/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/sandbox/faults/late-commit-comes", test_late_commit_comes);
  g_test_add_func ("/sandbox/faults/probability", test_probability);
  g_test_add_func ("/sandbox/faults/skip", test_skip);
  g_test_add_func ("/sandbox/faults/bad", test_bad_fault);
  g_test_add_func ("/sandbox/faults/stop", test_stop);
  g_test_add_func ("/sandbox/faults/option", test_option);
  result = cor_test_run ();
  test_desk_free (desk);
  return result;
}
