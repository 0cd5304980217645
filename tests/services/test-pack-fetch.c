/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-pack-fetch"

#include "config.h"

#include "cor-pack-fetch.h"
#include "cor-service-error.h"
#include "cor-signature.h"
#include "cor-test-http.h"
#include "cor-test-main.h"

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <string.h>

#define PACK                                                                                                                             \
  "{\"schema\":\"corridor-knowledge/1\",\"id\":\"p\",\"version\":\"7\",\"title\":\"P\",\"articles\":[{\"slug\":\"a\",\"locale\":\"en\"," \
  "\"title\":\"T\",\"body\":\"B\",\"kind\":\"article\",\"audience\":\"public\"}]}"
#define TAG "\"v7\""

/* RFC 8032 §7.1, test 2: one byte, 0x72. */
#define RFC_KEY "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="
#define RFC_SIGNATURE "kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA=="

static char *
make_key (gnutls_privkey_t *private_key)
{
  gnutls_pubkey_t    public_key = NULL;
  gnutls_ecc_curve_t curve;
  gnutls_datum_t     x = { NULL, 0 };
  g_autofree char   *text = NULL;

  g_assert_cmpint (gnutls_privkey_init (private_key), ==, 0);
  g_assert_cmpint (gnutls_privkey_generate (*private_key, GNUTLS_PK_EDDSA_ED25519, 0, 0), ==, 0);
  g_assert_cmpint (gnutls_pubkey_init (&public_key), ==, 0);
  g_assert_cmpint (gnutls_pubkey_import_privkey (public_key, *private_key, 0, 0), ==, 0);
  g_assert_cmpint (gnutls_pubkey_export_ecc_raw (public_key, &curve, &x, NULL), ==, 0);
  text = g_base64_encode (x.data, x.size);
  gnutls_free (x.data);
  gnutls_pubkey_deinit (public_key);
  return g_steal_pointer (&text);
}

static char *
sign (gnutls_privkey_t private_key,
      const char      *text)
{
  gnutls_datum_t data = { (unsigned char *) text, (unsigned int) strlen (text) }, signature = { NULL, 0 };
  char          *encoded;

  g_assert_cmpint (gnutls_privkey_sign_data2 (private_key, GNUTLS_SIGN_EDDSA_ED25519, 0, &data, &signature), ==, 0);
  encoded = g_base64_encode (signature.data, signature.size);
  gnutls_free (signature.data);
  return encoded;
}

static CorPackFetched *
fetch (CorTestHttp *fixture,
       const char  *etag,
       const char  *key)
{
  GAsyncResult *where = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_error (&fixture->error);
  cor_pack_fetch_async (fixture->http, "/packs/p.json", etag, key, NULL, cor_test_on_result, &where);
  result = cor_test_await (&where);
  return cor_pack_fetch_finish (result, &fixture->error);
}

static void
test_verify (void)
{
  g_autoptr (GBytes) document = g_bytes_new_static ("\x72", 1), other = g_bytes_new_static ("\x73", 1);
  g_autoptr (GBytes) signature = g_bytes_new_static (RFC_SIGNATURE, strlen (RFC_SIGNATURE)), none = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (cor_signature_is_key (RFC_KEY));
  g_assert_false (cor_signature_is_key ("PUAX"));
  g_assert_true (cor_signature_verify (document, signature, RFC_KEY, NULL));
  g_assert_false (cor_signature_verify (other, signature, RFC_KEY, NULL));
  g_assert_false (cor_signature_verify (document, none, RFC_KEY, NULL));
  g_assert_false (cor_signature_verify (document, signature, "not a key", &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
}

/* Unsigned from the server itself; then its ETag goes with the question, and nothing comes back. */
static void
test_unsigned (CorTestHttp  *fixture,
               gconstpointer unused)
{
  g_autoptr (CorPackFetched) first = NULL, second = NULL;
  g_autofree char *request = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, "ETag: " TAG "\r\n", PACK);
  first = fetch (fixture, NULL, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (first->pack->version, ==, "7");
  g_assert_cmpstr (first->etag, ==, TAG);
  g_assert_false (first->is_signed);

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 304, "ETag: " TAG "\r\n", "");
  second = fetch (fixture, first->etag, NULL);
  g_assert_no_error (fixture->error);
  g_assert_null (second->pack);
  request = cor_test_server_dup_request (fixture->server, 1);
  g_assert_nonnull (strcasestr (request, "If-None-Match: " TAG));
}

static void
test_signed (CorTestHttp  *fixture,
             gconstpointer unused)
{
  gnutls_privkey_t private_key = NULL;
  g_autofree char *key = make_key (&private_key);
  g_autofree char *signature = sign (private_key, PACK), *other = sign (private_key, PACK " ");
  g_autoptr (CorPackFetched) good = NULL;
  g_autofree char *request = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, PACK);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, "Content-Type: text/plain\r\n", signature);
  good = fetch (fixture, NULL, key);
  g_assert_no_error (fixture->error);
  g_assert_true (good->is_signed);
  g_assert_cmpuint (good->pack->articles->len, ==, 1);
  request = cor_test_server_dup_request (fixture->server, 1);
  g_assert_true (g_str_has_prefix (request, "GET /packs/p.json.sig "));

  /* another document's signature, and another's key */
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, PACK);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, "Content-Type: text/plain\r\n", other);
  g_assert_null (fetch (fixture, NULL, key));
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, PACK);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, "Content-Type: text/plain\r\n", signature);
  g_assert_null (fetch (fixture, NULL, RFC_KEY));
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  /* none at all */
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, PACK);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 404, NULL, "{}");
  g_assert_null (fetch (fixture, NULL, key));
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND);
  gnutls_privkey_deinit (private_key);
}

/* Another server may answer only for a document that its key vouches for. */
static void
test_elsewhere (CorTestHttp  *fixture,
                gconstpointer unused)
{
  g_autoptr (CorTestServer) other = cor_test_server_new ();
  g_autofree char *there = cor_test_server_dup_url (other), *headers = g_strdup_printf ("Location: %s\r\n", there);

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 302, headers, "");
  cor_test_server_push (other, COR_TEST_ANSWER, 200, NULL, PACK);
  g_assert_null (fetch (fixture, NULL, NULL));
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  g_assert_nonnull (strstr (fixture->error->message, "another server"));
}

/* What is no pack is told with the place of the fault. */
static void
test_faulty (CorTestHttp  *fixture,
             gconstpointer unused)
{
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, NULL, "{\"schema\":\"corridor-knowledge/1\",\"id\":\"p\"}");
  g_assert_null (fetch (fixture, NULL, NULL));
  g_assert_nonnull (strstr (fixture->error->message, "$.version"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/pack-fetch/verify", test_verify);
  COR_TEST_HTTP_ADD ("/pack-fetch/unsigned", test_unsigned);
  COR_TEST_HTTP_ADD ("/pack-fetch/signed", test_signed);
  COR_TEST_HTTP_ADD ("/pack-fetch/elsewhere", test_elsewhere);
  COR_TEST_HTTP_ADD ("/pack-fetch/faulty", test_faulty);
  return cor_test_run ();
}
