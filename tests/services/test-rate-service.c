/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Reference rates over HTTPS: what is asked, what is read, what is refused. */

#define G_LOG_DOMAIN "test-rate-service"

#include "config.h"

#include "cor-date.h"
#include "cor-money-error.h"
#include "cor-rate-service.h"
#include "cor-service-error.h"
#include "cor-test-http.h"
#include "cor-test-main.h"

#include <string.h>

#define RANGE                                                                                              \
  "{\"amount\":1.0,\"base\":\"EUR\",\"start_date\":\"2026-04-10\",\"end_date\":\"2026-04-13\",\"rates\":{" \
  "\"2026-04-13\":{\"USD\":1.1684,\"IDR\":20082.05},\"2026-04-10\":{\"USD\":1.17110}}}"

static CorRateSheet *
fetch (CorTestHttp   *fixture,
       CorRateService service,
       const char    *from,
       const char    *etag,
       char         **new_etag)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *where = NULL;
  GDate         day;
  GDate         today;

  g_assert_true (cor_date_parse (from, &day));
  g_assert_true (cor_date_parse ("2026-04-14", &today));
  g_clear_error (&fixture->error);
  cor_rate_service_fetch_async (fixture->http, service, &day, &today, etag, NULL, cor_test_on_result, &where);
  result = cor_test_await (&where);
  return cor_rate_service_fetch_finish (fixture->http, result, new_etag, &fixture->error);
}

static void
assert_asked (CorTestHttp *fixture,
              const char  *line)
{
  g_autofree char *request = cor_test_server_dup_request (fixture->server, cor_test_server_count (fixture->server, "GET") - 1);

  if (!g_str_has_prefix (request, line))
    g_error ("“%s” was asked instead of “%s”", request, line);
}

static void
test_frankfurter (CorTestHttp  *fixture,
                  gconstpointer data)
{
  g_autoptr (CorRateSheet) sheet = NULL;
  g_autoptr (CorRateSheet) same = NULL;
  g_autofree char *etag = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, "Content-Type: application/json\r\nETag: \"a1\"\r\n", RANGE);
  sheet = fetch (fixture, COR_RATE_SERVICE_FRANKFURTER, "2026-04-10", NULL, &etag);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /v1/2026-04-10.. HTTP/1.1");
  g_assert_cmpuint (sheet->days->len, ==, 2);
  g_assert_cmpuint (sheet->rates->len, ==, 3);
  /* as it is written, not as a double has it */
  g_assert_cmpint (g_array_index (sheet->rates, CorRate, 0).rate.digits, ==, 117110);
  g_assert_cmpuint (g_array_index (sheet->rates, CorRate, 0).rate.scale, ==, 5);
  g_assert_false (sheet->is_simulated);
  g_assert_cmpstr (etag, ==, "\"a1\"");

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 304, "ETag: \"a1\"\r\n", "");
  same = fetch (fixture, COR_RATE_SERVICE_FRANKFURTER, "2026-04-10", etag, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (cor_test_server_saw (fixture->server, "If-None-Match: \"a1\""));
  g_assert_cmpuint (same->days->len, ==, 0);
}

static void
test_ecb (CorTestHttp  *fixture,
          gconstpointer data)
{
  const char *text = "<g:E xmlns:g='http://www.gesmes.org/xml/2002-08-01' xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'>"
                     "<g:Sender><g:name>Somebody else</g:name></g:Sender><Cube><Cube time='2026-04-13'><Cube currency='USD' rate='1.1684'/>"
                     "</Cube></Cube></g:E>";

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (CorRateSheet) sheet = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, "Content-Type: text/xml\r\n", text);
      sheet = fetch (fixture, COR_RATE_SERVICE_ECB, i == 0 ? "2026-04-01" : "1999-01-04", NULL, NULL);
      g_assert_no_error (fixture->error);
      g_assert_cmpuint (sheet->rates->len, ==, 1);
      g_assert_true (sheet->is_simulated);
      assert_asked (fixture, i == 0 ? "GET /stats/eurofxref/eurofxref-hist-90d.xml HTTP" : "GET /stats/eurofxref/eurofxref-hist.xml HTTP");
    }
}

static void
assert_refused (CorTestHttp *fixture,
                guint        status,
                const char  *body,
                GQuark       domain,
                int          code)
{
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, status, "Content-Type: application/json\r\n", body);
  g_assert_null (fetch (fixture, COR_RATE_SERVICE_FRANKFURTER, "2026-04-10", NULL, NULL));
  g_assert_error (fixture->error, domain, code);
}

static void
test_refused (CorTestHttp  *fixture,
              gconstpointer data)
{
  assert_refused (fixture, 404, "{\"message\":\"not found\"}", COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND);
  assert_refused (fixture, 200, "{}", COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  assert_refused (fixture, 200, "{\"amount\":1.0,", COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  assert_refused (fixture, 200, "{\"amount\":1.0,\"base\":\"USD\",\"rates\":{}}", COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  assert_refused (fixture, 200, "{\"amount\":10.0,\"base\":\"EUR\",\"rates\":{}}", COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  assert_refused (fixture, 200, "{\"amount\":1,\"base\":\"EUR\",\"rates\":{\"today\":{\"USD\":1}}}", COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  assert_refused (fixture, 200, "{\"amount\":1,\"base\":\"EUR\",\"rates\":{\"2026-04-10\":{\"USD\":-1}}}", COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID);
  assert_refused (fixture, 200, "{\"amount\":1,\"base\":\"EUR\",\"rates\":{\"2026-04-10\":{\"USD\":null}}}", COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID);
}

/* What only looks like a rate inside of a string stays one. */
static void
test_strings (void)
{
  const char *text = "{\"amount\":1.0,\"base\":\"EUR\",\"note\":\"a \\\" -5 \\\\\",\"rates\":{\"2026-04-10\":{\"USD\":1.1711}},\"simulated\":true}";
  g_autoptr (GError) error = NULL;
  g_autoptr (CorRateSheet) sheet = cor_rate_service_parse_frankfurter (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sheet->rates->len, ==, 1);
  g_assert_true (sheet->is_simulated);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  COR_TEST_HTTP_ADD ("/rate-service/frankfurter", test_frankfurter);
  COR_TEST_HTTP_ADD ("/rate-service/ecb", test_ecb);
  COR_TEST_HTTP_ADD ("/rate-service/refused", test_refused);
  g_test_add_func ("/rate-service/strings", test_strings);
  return cor_test_run ();
}
