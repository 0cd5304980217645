/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http.h"
#include "cor-test-server.h"

G_BEGIN_DECLS

#define HTTP_TOKEN "s3cret-token-value"

/* A client with a token, and the server that is its origin. */
typedef struct
{
  CorTestServer *server;
  CorHttp       *http;
  GError        *error; /* of the last cor_test_http_run() */
} CorTestHttp;

CorHttp         *cor_test_http_make (CorTestServer *server) G_GNUC_WARN_UNUSED_RESULT;
CorHttpRequest  *cor_test_http_make_post (void) G_GNUC_WARN_UNUSED_RESULT;
void             cor_test_http_set_up (CorTestHttp  *fixture,
                                       gconstpointer data);
void             cor_test_http_tear_down (CorTestHttp  *fixture,
                                          gconstpointer data);
CorHttpResponse *cor_test_http_run (CorTestHttp    *fixture,
                                    CorHttpRequest *request) G_GNUC_WARN_UNUSED_RESULT;

#define COR_TEST_HTTP_ADD(path, func) \
  g_test_add (path, CorTestHttp, NULL, cor_test_http_set_up, func, cor_test_http_tear_down)

G_END_DECLS
