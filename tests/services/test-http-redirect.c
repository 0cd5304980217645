/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-http-redirect"

#include "config.h"

#include "cor-service-error.h"
#include "cor-test-http.h"
#include "cor-test-main.h"

#include <string.h>

static void
push_redirect (CorTestServer *server,
               guint          status,
               const char    *location)
{
  g_autofree char *headers = g_strdup_printf ("Location: %s\r\n", location);

  cor_test_server_push (server, COR_TEST_ANSWER, status, headers, "");
}

static void
test_redirect_same_origin (CorTestHttp  *fixture,
                           gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "old", NULL);
  g_autoptr (CorHttpResponse) response = NULL;
  g_autofree char *second = NULL;

  push_redirect (fixture->server, 301, "/new?x=1");
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{}");
  response = cor_test_http_run (fixture, request);
  g_assert_no_error (fixture->error);
  second = cor_test_server_dup_request (fixture->server, 1);
  g_assert_true (g_str_has_prefix (second, "GET /new?x=1 "));
  g_assert_nonnull (strstr (second, HTTP_TOKEN));
}

/* The token must never be seen elsewhere, nor be carried back by whoever sent us there. */
static void
test_redirect_drops_token (CorTestHttp  *fixture,
                           gconstpointer data)
{
  g_autoptr (CorTestServer) other = cor_test_server_new ();
  g_autofree char *there = cor_test_server_dup_url (other);
  g_autofree char *back = cor_test_server_dup_url (fixture->server);
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "file", NULL);
  g_autoptr (CorHttpResponse) response = NULL;
  g_autofree char *last = NULL;

  push_redirect (fixture->server, 302, there);
  push_redirect (other, 307, back);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{}");
  response = cor_test_http_run (fixture, request);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (cor_test_server_count (other, NULL), ==, 1);
  g_assert_false (cor_test_server_saw (other, HTTP_TOKEN));
  last = cor_test_server_dup_request (fixture->server, 1);
  g_assert_null (strstr (last, HTTP_TOKEN));

  g_clear_pointer (&response, cor_http_response_free);
  g_clear_object (&fixture->http); /* closes its connections, for the servers' threads to end */
  fixture->http = cor_test_http_make (fixture->server);
}

static void
test_redirect_refused (CorTestHttp  *fixture,
                       gconstpointer data)
{
  g_autoptr (CorTestServer) other = cor_test_server_new ();
  g_autofree char *there = cor_test_server_dup_url (other);
  const struct
  {
    gboolean    is_post;
    guint       status;
    const char *location;
    int         code;
  } cases[] = {
    { FALSE, 301, "http://127.0.0.1:1/x", COR_SERVICE_ERROR_NOT_HTTPS },
    { FALSE, 302, "ftp://127.0.0.1/x", COR_SERVICE_ERROR_NOT_HTTPS },
    { FALSE, 302, "https:///x", COR_SERVICE_ERROR_BAD_RESPONSE },
    { TRUE, 307, there, COR_SERVICE_ERROR_BAD_RESPONSE },
    { TRUE, 308, there, COR_SERVICE_ERROR_BAD_RESPONSE },
    { TRUE, 302, "/elsewhere", COR_SERVICE_ERROR_BAD_RESPONSE },
    { TRUE, 303, "/elsewhere", COR_SERVICE_ERROR_BAD_RESPONSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorHttpRequest) request = cases[i].is_post ? cor_test_http_make_post () : cor_http_request_new ("GET", "x", NULL);
      g_autoptr (CorHttpResponse) response = NULL;

      push_redirect (fixture->server, cases[i].status, cases[i].location);
      response = cor_test_http_run (fixture, request);
      g_assert_error (fixture->error, COR_SERVICE_ERROR, cases[i].code);
      g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, i + 1);
    }
  g_assert_cmpuint (cor_test_server_count (other, NULL), ==, 0);
}

static void
test_redirect_loop (CorTestHttp  *fixture,
                    gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "x", NULL);
  g_autoptr (CorHttpResponse) response = NULL;

  for (guint i = 0; i < 10; i++)
    push_redirect (fixture->server, 302, "/x");
  response = cor_test_http_run (fixture, request);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  g_assert_cmpuint (cor_test_server_count (fixture->server, NULL), ==, 6);
}

static void
test_post_follows_at_home (CorTestHttp  *fixture,
                           gconstpointer data)
{
  g_autoptr (CorHttpRequest) request = cor_test_http_make_post ();
  g_autoptr (CorHttpResponse) response = NULL;
  g_autofree char *second = NULL;

  push_redirect (fixture->server, 308, "/moved");
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{}");
  response = cor_test_http_run (fixture, request);
  g_assert_no_error (fixture->error);
  second = cor_test_server_dup_request (fixture->server, 1);
  g_assert_true (g_str_has_prefix (second, "POST /moved "));
  g_assert_true (g_str_has_suffix (second, "\r\n\r\n{\"text\":\"hello\"}"));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  COR_TEST_HTTP_ADD ("/http/redirect/same-origin", test_redirect_same_origin);
  COR_TEST_HTTP_ADD ("/http/redirect/drops-token", test_redirect_drops_token);
  COR_TEST_HTTP_ADD ("/http/redirect/refused", test_redirect_refused);
  COR_TEST_HTTP_ADD ("/http/redirect/loop", test_redirect_loop);
  COR_TEST_HTTP_ADD ("/http/redirect/post-at-home", test_post_follows_at_home);
  return cor_test_run ();
}
