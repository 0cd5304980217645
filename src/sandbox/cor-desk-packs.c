/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-packs"

#include "config.h"

#include "cor-desk-packs.h"

#include "cor-sandbox-resources.h"

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>

/* A pack of the made-up company, as a real one would lie on any HTTPS host: with an ETag, and its signature beside
 * it. The key is that of RFC 8032 §7.1, test 1: everybody has it, and nothing real may be signed with it. */
static const guchar private_key[] = { 0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
                                      0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60 };
static const guchar public_key[] = { 0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a,
                                     0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a };

#define RESOURCE "/org/corridordesk/sandbox/cor-knowledge-pack.json"

static GBytes *
load_pack (void)
{
  GBytes *pack = g_resource_lookup_data (cor_sandbox_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (pack != NULL);
  return pack;
}

static void
set_etag (CorDeskRequest *request,
          GBytes         *pack)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pack);

  g_free (request->etag);
  request->etag = g_strdup_printf ("\"%s\"", sum);
}

static void
get_pack (CorDeskRequest *request)
{
  g_autoptr (GBytes) pack = load_pack ();

  set_etag (request, pack);
  cor_desk_answer_bytes (request, 200, "application/json; charset=utf-8", pack);
}

static char *
sign (GBytes *pack)
{
  gsize            len = 0;
  gconstpointer    bytes = g_bytes_get_data (pack, &len);
  gnutls_datum_t   data = { (unsigned char *) bytes, (unsigned int) len }, signature = { NULL, 0 };
  gnutls_datum_t   x = { (unsigned char *) public_key, sizeof public_key }, k = { (unsigned char *) private_key, sizeof private_key };
  gnutls_privkey_t key = NULL;
  char            *text = NULL;

  if (gnutls_privkey_init (&key) < 0)
    return NULL;
  if (gnutls_privkey_import_ecc_raw (key, GNUTLS_ECC_CURVE_ED25519, &x, NULL, &k) >= 0 &&
      gnutls_privkey_sign_data2 (key, GNUTLS_SIGN_EDDSA_ED25519, 0, &data, &signature) >= 0)
    text = g_base64_encode (signature.data, signature.size);
  gnutls_free (signature.data);
  gnutls_privkey_deinit (key);
  return text;
}

static void
get_signature (CorDeskRequest *request)
{
  g_autoptr (GBytes) pack = load_pack ();
  g_autofree char *signature = sign (pack);

  if (signature == NULL)
    cor_desk_fail_html (request, 500);
  else
    cor_desk_answer_text (request, 200, "text/plain; charset=utf-8", signature);
}

/**
 * cor_desk_packs_dup_key:
 *
 * Returns: (transfer full): what verifies the pack's signature, in base64
 */
char *
cor_desk_packs_dup_key (void)
{
  return g_base64_encode (public_key, sizeof public_key);
}

const CorDeskRoute cor_desk_packs_routes[] = {
  { "GET", "/packs/knowledge.json", get_pack, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/packs/knowledge.json.sig", get_signature, COR_DESK_ROUTE_PUBLIC },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
