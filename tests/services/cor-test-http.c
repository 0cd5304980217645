/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-test-http"

#include "config.h"

#include "cor-test-certificate.h"
#include "cor-test-http.h"

CorHttp *
cor_test_http_make (CorTestServer *server)
{
  g_autofree char *url = cor_test_server_dup_url (server);
  g_autofree char *ca = cor_test_authority_write ();
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GError) error = NULL;
  CorHttp *http = cor_http_new (uri, ca, &error);

  g_assert_no_error (error);
  cor_http_set_token (http, "Api-Access-Token", HTTP_TOKEN);
  cor_http_set_retry (http, 3, 1);
  return http;
}

void
cor_test_http_set_up (CorTestHttp  *fixture,
                      gconstpointer data)
{
  fixture->server = cor_test_server_new ();
  fixture->http = cor_test_http_make (fixture->server);
}

void
cor_test_http_tear_down (CorTestHttp  *fixture,
                         gconstpointer data)
{
  g_assert_finalize_object (fixture->http);
  cor_test_server_free (fixture->server);
  g_clear_error (&fixture->error);
}

/* The answer, or NULL with the fixture's error. */
CorHttpResponse *
cor_test_http_run (CorTestHttp    *fixture,
                   CorHttpRequest *request)
{
  GAsyncResult *where = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  CorHttpResponse *response;

  g_clear_error (&fixture->error);
  cor_http_send_async (fixture->http, request, NULL, cor_test_on_result, &where);
  result = cor_test_await (&where);
  response = cor_http_send_finish (fixture->http, result, &fixture->error);
  g_assert_true ((response == NULL) == (fixture->error != NULL));
  return response;
}

CorHttpRequest *
cor_test_http_make_post (void)
{
  CorHttpRequest *request = cor_http_request_new ("POST", "things", NULL);
  g_autoptr (JsonNode) body = json_from_string ("{\"text\":\"hello\"}", NULL);

  cor_http_request_set_json (request, body);
  return request;
}
