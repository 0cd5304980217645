/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-http"

#include "config.h"

#include "cor-json.h"
#include "cor-service-error.h"
#include "cor-test-http.h"
#include "cor-test-main.h"

#include <string.h>

static void
test_get (CorTestHttp  *fixture,
          gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "a b", "c/d", NULL);
  g_autoptr (CorHttpResponse) response = NULL;
  g_autofree char *seen = NULL;

  cor_http_request_add_query (request, "q", "x&y=é");
  cor_http_request_add_query (request, "none", NULL);
  cor_http_request_add_query_int (request, "page", 2);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, "ETag: \"v1\"\r\n", "{\"a\":7}");
  response = cor_test_http_run (fixture, request);

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpint (cor_json_get_int (cor_json_as_object (response->json), "a"), ==, 7);
  g_assert_cmpint (response->server_time, ==, 784111777);
  g_assert_cmpstr (response->content_type, ==, "application/json");
  g_assert_cmpstr (response->etag, ==, "\"v1\"");
  seen = cor_test_server_dup_request (fixture->server, 0);
  g_assert_true (g_str_has_prefix (seen, "GET /a%20b/c%2Fd?q=x%26y%3D%C3%A9&page=2 HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (seen, "Api-Access-Token: " HTTP_TOKEN "\r\n"));
  g_assert_nonnull (strstr (seen, "User-Agent: Corridor/" COR_VERSION "\r\n"));
}

static void
test_conditional (CorTestHttp  *fixture,
                  gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "pack", NULL);
  g_autoptr (CorHttpResponse) response = NULL;

  cor_http_request_set_etag (request, "\"v1\"");
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 304, NULL, NULL);
  response = cor_test_http_run (fixture, request);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (response->status, ==, 304);
  g_assert_true (cor_http_response_check (response, NULL));
  g_assert_true (cor_test_server_saw (fixture->server, "If-None-Match: \"v1\"\r\n"));
}

static gpointer
parse_elsewhere (JsonNode *root,
                 gpointer  user_data,
                 GError  **error)
{
  g_assert_true (g_thread_self () != user_data);
  return g_strdup_printf ("%" G_GINT64_FORMAT, cor_json_get_int (cor_json_as_object (root), "a"));
}

static void
test_parse_in_thread (CorTestHttp  *fixture,
                      gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (CorHttpResponse) response = NULL;

  cor_http_request_set_parse (request, parse_elsewhere, g_thread_self (), NULL, g_free);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{\"a\":7}");
  response = cor_test_http_run (fixture, request);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (response->parsed, ==, "7");
}

/* What a failing answer means; none of these may be tried again. */
static void
test_bad_answers (CorTestHttp  *fixture,
                  gconstpointer data)
{
  static const struct
  {
    const char *headers;
    const char *body;
  } cases[] = {
    { "Content-Type: text/html\r\n", "<html><body>Welcome to nginx</body></html>" },
    { NULL, "{\"a\":" },
    { NULL, "" },
    { NULL, "{'a': 1}" },
    { NULL, "{} /* a comment */" },
    { NULL, "\xff\xfe" },
  };
  g_autofree char *deep = g_strnfill (100000, '[');

  for (guint i = 0; i <= G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
      g_autoptr (CorHttpResponse) response = NULL;

      if (i < G_N_ELEMENTS (cases))
        cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, cases[i].headers, cases[i].body);
      else
        cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, deep);
      response = cor_test_http_run (fixture, request);
      g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
      g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, i + 1);
    }
}

/* By the announced length, and by what comes where none is announced. */
static void
test_too_large (CorTestHttp  *fixture,
                gconstpointer data)
{
  g_autofree char *big = g_strnfill (60000, ' ');
  g_autofree char *chunked = g_strdup_printf ("%x\r\n%s\r\n0\r\n\r\n", 60000, big);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
      g_autoptr (CorHttpResponse) response = NULL;

      cor_http_request_set_max_body (request, 50000);
      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, i == 0 ? NULL : "Transfer-Encoding: chunked\r\n",
                            i == 0 ? big : chunked);
      response = cor_test_http_run (fixture, request);
      g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
      g_assert_cmpstr (fixture->error->message, ==, "The answer is too large");
      g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, i + 1);
    }
}

static void
test_get_is_tried_again (CorTestHttp  *fixture,
                         gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (CorHttpResponse) response = NULL;

  cor_test_server_push (fixture->server, COR_TEST_RESET_READ, 0, NULL, NULL);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 503, NULL, "{}");
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{\"a\":1}");
  response = cor_test_http_run (fixture, request);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, 3);
}

static void
test_attempts_are_bounded (CorTestHttp  *fixture,
                           gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (CorHttpResponse) response = NULL;

  cor_test_server_set_reply (fixture->server, "GET /x", 503, "{\"error\":\"busy\"}");
  response = cor_test_http_run (fixture, request);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (response->status, ==, 503);
  g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, 3);
  g_assert_false (cor_http_response_check (response, &fixture->error));
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_SERVER);
  g_assert_cmpstr (fixture->error->message, ==, "busy");
}

/* A 429 that says for how long is waited out if that is short; else the caller hears it at once. */
static void
test_rate_limit (CorTestHttp  *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *headers;
    guint       retry_after;
    guint       n_requests;
  } cases[] = {
    { "Content-Type: text/plain\r\n", 60, 1 },
    { "Content-Type: text/plain\r\nRetry-After: 3600\r\n", 3600, 1 },
    { "Content-Type: text/plain\r\nRetry-After: Sun, 06 Nov 1994 08:51:07 GMT\r\n", 90, 1 },
    { "Content-Type: text/plain\r\nRetry-After: -3\r\n", 60, 1 },
  };
  guint before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
      g_autoptr (CorHttpResponse) response = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 429, cases[i].headers, "Retry later\n");
      response = cor_test_http_run (fixture, request);
      g_assert_no_error (fixture->error);
      g_assert_cmpuint (response->status, ==, 429);
      g_assert_false (cor_http_response_check (response, &fixture->error));
      g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_RATE_LIMITED);
      g_assert_cmpuint (cor_service_error_get_retry_after (fixture->error), ==, cases[i].retry_after);
      g_assert_cmpuint (cor_service_error_get_status (fixture->error), ==, 429);
      g_assert_cmpuint (cor_test_server_count (fixture->server, NULL) - before, ==, cases[i].n_requests);
      before = cor_test_server_count (fixture->server, NULL);
    }
}

static void
test_short_retry_after (CorTestHttp  *fixture,
                        gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (CorHttpResponse) response = NULL;
  gint64 began = g_get_monotonic_time ();

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 429, "Retry-After: 1\r\n", "{}");
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{}");
  response = cor_test_http_run (fixture, request);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpint (g_get_monotonic_time () - began, >=, G_USEC_PER_SEC);
}

/* A POST must never be repeated, whatever becomes of it; also on a connection that was used before. */
static void
test_post_is_never_doubled (CorTestHttp  *fixture,
                            gconstpointer data)
{
  static const CorTestAction actions[] = { COR_TEST_RESET_READ, COR_TEST_TRUNCATE, COR_TEST_HANG, COR_TEST_HANG_BODY };

  for (guint is_fresh = 0; is_fresh < 2; is_fresh++)
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
      {
        g_autoptr (CorHttpRequest) first = cor_http_request_new ("GET", "warm", NULL);
        g_autoptr (CorHttpRequest) request = cor_test_http_make_post ();
        g_autoptr (CorHttpResponse) warm = NULL;
        g_autoptr (CorHttpResponse) response = NULL;
        guint before = cor_test_server_count (fixture->server, "POST");

        cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{}");
        warm = cor_test_http_run (fixture, first);
        g_assert_no_error (fixture->error);

        cor_test_server_push (fixture->server, actions[i], 200, NULL, "{}");
        /* what hangs ends by it; a new connection has to be made within it, on a busy machine too */
        cor_http_request_set_timeout (request, is_fresh ? 6000 : 2000);
        cor_http_request_set_fresh (request, is_fresh);
        response = cor_test_http_run (fixture, request);
        g_assert_nonnull (fixture->error);
        g_assert_cmpint (fixture->error->domain, ==, COR_SERVICE_ERROR);
        g_assert_true (cor_http_request_has_left (request));
        g_assert_cmpuint (cor_test_server_count (fixture->server, "POST"), ==, before + 1);
      }
}

static void
test_not_even_503_repeats_a_post (CorTestHttp  *fixture,
                                  gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_test_http_make_post ();
  g_autoptr (CorHttpResponse) response = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 503, "Retry-After: 0\r\n", "{}");
  response = cor_test_http_run (fixture, request);
  g_assert_cmpuint (response->status, ==, 503);
  g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, 1);
}

static void
test_reset_before_head (CorTestHttp  *fixture,
                        gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_test_http_make_post ();
  g_autoptr (CorHttpResponse) response = NULL;

  cor_test_server_push (fixture->server, COR_TEST_RESET_ACCEPT, 0, NULL, NULL);
  response = cor_test_http_run (fixture, request);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_OFFLINE);
  g_assert_false (cor_http_request_has_left (request));
  g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, 0);
}

/* A server that accepts and is then silent is given up sooner than one that works on a request. */
static void
test_silent_before_head (CorTestHttp  *fixture,
                         gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_test_http_make_post ();
  g_autoptr (CorHttpRequest) slow = cor_test_http_make_post ();
  g_autoptr (CorHttpResponse) response = NULL;
  g_autoptr (CorHttpResponse) later = NULL;
  gint64 began;

  cor_http_set_timeouts (fixture->http, 3000, 60, 8000);
  cor_test_server_push (fixture->server, COR_TEST_HANG_ACCEPT, 0, NULL, NULL);
  response = cor_test_http_run (fixture, request);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_OFFLINE);
  g_assert_false (cor_http_request_has_left (request));

  /* The shorter time does not hold once the head has left. */
  cor_test_server_push (fixture->server, COR_TEST_HANG, 0, NULL, NULL);
  began = g_get_monotonic_time ();
  later = cor_test_http_run (fixture, slow);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_OFFLINE);
  g_assert_true (cor_http_request_has_left (slow));
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 8 * G_USEC_PER_SEC);
}

static void
test_refused_connection (CorTestHttp  *fixture,
                         gconstpointer data)
{
  g_autoptr (CorTestServer) gone = cor_test_server_new ();
  g_autoptr (CorHttpRequest) request = cor_test_http_make_post ();
  g_autoptr (CorHttpResponse) response = NULL;

  g_clear_object (&fixture->http);
  fixture->http = cor_test_http_make (gone);
  g_clear_pointer (&gone, cor_test_server_free);
  response = cor_test_http_run (fixture, request);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_OFFLINE);
  g_assert_false (cor_http_request_has_left (request));
}

static void
test_untrusted (CorTestHttp  *fixture,
                gconstpointer data)
{
  g_autofree char *url = cor_test_server_dup_url (fixture->server);
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (CorHttpResponse) response = NULL;

  g_clear_object (&fixture->http);
  fixture->http = cor_http_new (uri, NULL, NULL);
  cor_http_set_token (fixture->http, "Api-Access-Token", HTTP_TOKEN);
  response = cor_test_http_run (fixture, request);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TLS);
  g_assert_false (cor_http_request_has_left (request));
  g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, 0);
}

static void
test_timeout (CorTestHttp  *fixture,
              gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (CorHttpResponse) response = NULL;

  cor_test_server_push (fixture->server, COR_TEST_HANG, 0, NULL, NULL);
  cor_http_request_set_timeout (request, 4000);
  response = cor_test_http_run (fixture, request);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_OFFLINE);
  g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, 1);
}

static void
test_cancel (CorTestHttp  *fixture,
             gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CorHttpResponse) response = NULL;
  GAsyncResult *where = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  cor_test_server_push (fixture->server, COR_TEST_HANG, 0, NULL, NULL);
  cor_http_send_async (fixture->http, request, cancellable, cor_test_on_result, &where);
  cor_test_server_wait (fixture->server, 1);
  g_cancellable_cancel (cancellable);
  result = cor_test_await (&where);
  response = cor_http_send_finish (fixture->http, result, &fixture->error);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (response);
  g_assert_true (cor_http_request_has_left (request));
}

/* While it waits for another attempt, too: at once, not when the wait is over. */
static void
test_cancel_between_attempts (CorTestHttp  *fixture,
                              gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CorHttpResponse) response = NULL;
  GAsyncResult *where = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  cor_http_set_retry (fixture->http, 3, 600000);
  cor_test_server_push (fixture->server, COR_TEST_RESET_READ, 0, NULL, NULL);
  cor_http_send_async (fixture->http, request, cancellable, cor_test_on_result, &where);
  cor_test_server_wait (fixture->server, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_cancellable_cancel (cancellable);
  result = cor_test_await (&where);
  response = cor_http_send_finish (fixture->http, result, &fixture->error);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
parse_while_cancelled (JsonNode *root,
                       gpointer  cancellable,
                       GError  **error)
{
  g_cancellable_cancel (cancellable);
  return g_strdup ("read");
}

/* It is known what the call did: to say that it is not would make its caller look for it, or do it again. */
static void
test_cancel_after_answer (CorTestHttp  *fixture,
                          gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("POST", "x", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CorHttpResponse) response = NULL;
  GAsyncResult *where = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  cor_http_request_set_parse (request, parse_while_cancelled, cancellable, NULL, g_free);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{}");
  cor_http_send_async (fixture->http, request, cancellable, cor_test_on_result, &where);
  result = cor_test_await (&where);
  response = cor_http_send_finish (fixture->http, result, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (response->parsed, ==, "read");
}

static void
test_new_refuses (void)
{
  g_autoptr (GUri) plain = g_uri_parse ("http://127.0.0.1:3000", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) good = g_uri_parse ("https://127.0.0.1:3000", SOUP_HTTP_URI_FLAGS, NULL);
  g_autofree char *empty = g_build_filename (g_get_user_data_dir (), "empty.pem", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_http_new (plain, NULL, &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_HTTPS);
  g_clear_error (&error);
  g_assert_null (cor_http_new (good, "/nowhere.pem", &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TLS);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (empty, "no certificate\n", -1, NULL));
  g_assert_null (cor_http_new (good, empty, &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TLS);
}

/* The trace names paths and query names, never values, tokens or bodies. */
static GLogWriterOutput
on_log (GLogLevelFlags   level,
        const GLogField *fields,
        gsize            n_fields,
        gpointer         user_data)
{
  GString *log = user_data;

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append_printf (log, "%s\n", (const char *) fields[i].value);
  return G_LOG_WRITER_HANDLED;
}

static void
test_trace_subprocess (void)
{
  CorTestHttp fixture = { NULL, NULL, NULL };
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (CorHttpRequest) request = cor_test_http_make_post ();
  g_autoptr (CorHttpResponse) response = NULL;

  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_log_set_writer_func (on_log, log, NULL);
  cor_test_http_set_up (&fixture, NULL);
  cor_http_request_add_query (request, "q", "personal-value");
  cor_test_server_push (fixture.server, COR_TEST_ANSWER, 200, NULL, "{\"text\":\"answer-body\"}");
  response = cor_test_http_run (&fixture, request);
  g_assert_nonnull (strstr (log->str, "POST /things?q 200"));
  g_assert_null (strstr (log->str, HTTP_TOKEN));
  g_assert_null (strstr (log->str, "personal-value"));
  g_assert_null (strstr (log->str, "hello"));
  g_assert_null (strstr (log->str, "answer-body"));
  cor_test_http_tear_down (&fixture, NULL);
}

static void
test_trace (void)
{
  g_test_trap_subprocess ("/http/trace/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  COR_TEST_HTTP_ADD ("/http/get", test_get);
  COR_TEST_HTTP_ADD ("/http/conditional", test_conditional);
  COR_TEST_HTTP_ADD ("/http/parse-in-thread", test_parse_in_thread);
  COR_TEST_HTTP_ADD ("/http/bad-answers", test_bad_answers);
  COR_TEST_HTTP_ADD ("/http/too-large", test_too_large);
  COR_TEST_HTTP_ADD ("/http/retry/get", test_get_is_tried_again);
  COR_TEST_HTTP_ADD ("/http/retry/bounded", test_attempts_are_bounded);
  COR_TEST_HTTP_ADD ("/http/retry/rate-limit", test_rate_limit);
  COR_TEST_HTTP_ADD ("/http/retry/short-wait", test_short_retry_after);
  COR_TEST_HTTP_ADD ("/http/post/never-doubled", test_post_is_never_doubled);
  COR_TEST_HTTP_ADD ("/http/post/unavailable", test_not_even_503_repeats_a_post);
  COR_TEST_HTTP_ADD ("/http/post/reset-before-head", test_reset_before_head);
  COR_TEST_HTTP_ADD ("/http/post/silent-before-head", test_silent_before_head);
  COR_TEST_HTTP_ADD ("/http/post/refused", test_refused_connection);
  COR_TEST_HTTP_ADD ("/http/untrusted", test_untrusted);
  COR_TEST_HTTP_ADD ("/http/timeout", test_timeout);
  COR_TEST_HTTP_ADD ("/http/cancel", test_cancel);
  COR_TEST_HTTP_ADD ("/http/cancel-between-attempts", test_cancel_between_attempts);
  COR_TEST_HTTP_ADD ("/http/cancel-after-answer", test_cancel_after_answer);
  g_test_add_func ("/http/new-refuses", test_new_refuses);
  g_test_add_func ("/http/trace", test_trace);
  g_test_add_func ("/http/trace/subprocess", test_trace_subprocess);
  return cor_test_run ();
}
