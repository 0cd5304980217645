/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The made-up reference rates, in the two forms that the contract has (fx.md §2, §4). */

#include "config.h"

#include "test-desk.h"

#include <string.h>

#define NO_ANSWER       \
  {                     \
    0, NULL, NULL, NULL \
  }

static TestDesk *desk = NULL;

static void
ask (const char *path,
     TestAnswer *answer)
{
  test_desk_call_as (desk, NULL, "GET", path, NULL, answer);
}

/* The whole answer but for its head, which has the label and the amount. */
static void
assert_answer (const char *path,
               const char *expected)
{
  g_auto (TestAnswer) answer = NO_ANSWER;

  ask (path, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  if (!g_str_has_prefix (answer.text, "{\"simulated\":true,\"amount\":") || strstr (answer.text, expected) == NULL)
    g_error ("%s: “%s” is not in “%s”", path, expected, answer.text);
}

/* At the end of a month they are the carried figures; between, they are steady. */
static void
test_days (void)
{
  g_auto (TestAnswer) once = NO_ANSWER;
  g_auto (TestAnswer) again = NO_ANSWER;

  assert_answer ("/v1/2025-06-30?symbols=USD,CNY", "\"base\":\"EUR\",\"date\":\"2025-06-30\",\"rates\":{\"CNY\":8.397,\"USD\":1.172}}");
  assert_answer ("/v1/1999-01-30?to=usd", "\"date\":\"1999-01-29\",\"rates\":{\"USD\":1.1384}}");
  assert_answer ("/v1/2025-06-30?base=USD&symbols=EUR,CNY", "\"base\":\"USD\",\"date\":\"2025-06-30\",\"rates\":{\"CNY\":7.1647,\"EUR\":0.85324}}");
  ask ("/v1/2024-02-14", &once);
  ask ("/v1/2024-02-14", &again);
  g_assert_cmpstr (once.text, ==, again.text);
}

/* A weekend has the Friday before, a range no weekend at all, a currency that is no longer quoted no rate. */
static void
test_gaps (void)
{
  g_autoptr (JsonNode) range = test_desk_get (desk, "/v1/2025-06-27..2025-06-30?symbols=USD");
  g_autoptr (JsonNode) easter = test_desk_get (desk, "/v1/2025-04-17..2025-04-22?symbols=USD");
  g_auto (TestAnswer) gone = NO_ANSWER;

  g_assert_cmpuint (json_object_get_size (json_node_get_object (test_at (range, "rates"))), ==, 2);
  g_assert_cmpstr (test_text (range, "start_date"), ==, "2025-06-27");
  g_assert_cmpstr (test_text (range, "end_date"), ==, "2025-06-30");
  g_assert_cmpuint (json_object_get_size (json_node_get_object (test_at (easter, "rates"))), ==, 2);
  ask ("/v1/2024-06-28?symbols=HRK", &gone);
  g_assert_cmpuint (gone.status, ==, 404);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *path;
    guint       status;
    const char *message;
  } cases[] = {
    { "/v1/2025-06-31", 422, "invalid date" },
    { "/v1/1998-12-31", 404, "not found" },
    { "/v1/latest?amount=0", 422, "invalid amount" },
    { "/v1/latest?base=USD&symbols=USD", 422, "bad currency pair" },
    { "/v1/latest?base=XXX", 404, "not found" },
    { "/v1/yesterday", 404, "not found" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TestAnswer) answer = NO_ANSWER;

      ask (cases[i].path, &answer);
      g_assert_cmpuint (answer.status, ==, cases[i].status);
      g_assert_cmpstr (test_text (answer.node, "message"), ==, cases[i].message);
    }
}

static guint
ask_with_etag (const char *path,
               char      **etag)
{
  g_autofree char *url = g_strconcat (desk->url, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GBytes) body = NULL;

  if (*etag != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "If-None-Match", *etag);
  body = soup_session_send_and_read (desk->session, message, NULL, NULL);
  g_free (*etag);
  *etag = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message), "ETag"));
  return soup_message_get_status (message);
}

static void
test_etag (void)
{
  g_autofree char *etag = NULL;

  g_assert_cmpuint (ask_with_etag ("/v1/2025-06-01..2025-06-30", &etag), ==, 200);
  g_assert_cmpuint (ask_with_etag ("/v1/2025-06-01..2025-06-30", &etag), ==, 304);
  g_assert_cmpuint (ask_with_etag ("/v1/2025-06-01..2025-06-27", &etag), ==, 200);
}

static void
test_files (void)
{
  g_auto (TestAnswer) day = NO_ANSWER;
  g_auto (TestAnswer) many = NO_ANSWER;
  g_auto (TestAnswer) none = NO_ANSWER;

  ask ("/stats/eurofxref/eurofxref-daily.xml", &day);
  g_assert_cmpuint (day.status, ==, 200);
  g_assert_nonnull (strstr (day.text, "simulated"));
  g_assert_nonnull (strstr (day.text, "<Cube currency='USD' rate='1."));
  ask ("/stats/eurofxref/eurofxref-hist-90d.xml", &many);
  g_assert_cmpuint (strlen (many.text), >, 20 * strlen (day.text));
  ask ("/stats/eurofxref/passwd", &none);
  g_assert_cmpuint (none.status, ==, 404);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  desk = test_desk_new ();
  test_desk_start (desk, NULL);
  g_test_add_func ("/sandbox/rates/days", test_days);
  g_test_add_func ("/sandbox/rates/gaps", test_gaps);
  g_test_add_func ("/sandbox/rates/errors", test_errors);
  g_test_add_func ("/sandbox/rates/etag", test_etag);
  g_test_add_func ("/sandbox/rates/files", test_files);
  status = g_test_run ();
  test_desk_free (desk);
  return status;
}
