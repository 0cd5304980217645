/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-signature"

#include "config.h"

#include "cor-signature.h"

#include "cor-service-error.h"

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <string.h>

#define KEY_LEN 32
#define SIGNATURE_LEN 64

/* Longer than a signature in base64 with line breaks. */
#define MAX_TEXT 200

static guchar *
decode_key (const char *public_key)
{
  gsize              len = 0;
  g_autofree guchar *key = g_base64_decode (public_key, &len);

  return len == KEY_LEN ? g_steal_pointer (&key) : NULL;
}

/**
 * cor_signature_is_key:
 *
 * Returns: whether it is a public key: 32 bytes in base64
 */
gboolean
cor_signature_is_key (const char *public_key)
{
  g_autofree guchar *key = decode_key (public_key);

  return key != NULL;
}

/* 64 bytes as they are, or in base64. */
static guchar *
decode_signature (GBytes *signature)
{
  gsize              len = 0, n = 0;
  const char        *data = g_bytes_get_data (signature, &len);
  g_autofree char   *text = NULL;
  g_autofree guchar *bytes = NULL;

  if (len == SIGNATURE_LEN)
    return g_memdup2 (data, len);
  if (len > MAX_TEXT || len == 0)
    return NULL;
  text = g_strndup (data, len);
  bytes = g_base64_decode (text, &n);
  return n == SIGNATURE_LEN ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
is_signed (GBytes *document,
           guchar *signature,
           guchar *key)
{
  gsize           len = 0;
  gconstpointer   data = g_bytes_get_data (document, &len);
  gnutls_datum_t  message = { (unsigned char *) data, (unsigned int) len };
  gnutls_datum_t  x = { key, KEY_LEN };
  gnutls_datum_t  proof = { signature, SIGNATURE_LEN };
  gnutls_pubkey_t pubkey = NULL;
  gboolean        is_good;

  if (len > G_MAXUINT || gnutls_pubkey_init (&pubkey) < 0)
    return FALSE;
  is_good = gnutls_pubkey_import_ecc_raw (pubkey, GNUTLS_ECC_CURVE_ED25519, &x, NULL) >= 0 &&
            gnutls_pubkey_verify_data2 (pubkey, GNUTLS_SIGN_EDDSA_ED25519, 0, &message, &proof) >= 0;
  gnutls_pubkey_deinit (pubkey);
  return is_good;
}

/**
 * cor_signature_verify:
 * @signature: 64 bytes, or the same in base64
 * @public_key: 32 bytes in base64
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE
 *
 * Any thread.
 *
 * Returns: whether who has the private key has signed exactly these bytes
 */
gboolean
cor_signature_verify (GBytes     *document,
                      GBytes     *signature,
                      const char *public_key,
                      GError    **error)
{
  g_autofree guchar *key = decode_key (public_key);
  g_autofree guchar *bytes = decode_signature (signature);

  if (key != NULL && bytes != NULL && is_signed (document, bytes, key))
    return TRUE;
  g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE,
                       bytes != NULL ? "The document is not signed with the key that was given for it" : "The signature is none");
  return FALSE;
}
