/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-certificate"

#include "config.h"

#include "cor-desk-certificate.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>
#include <time.h>

/* Two years: below what TLS libraries refuse as too long. */
#define DAYS_VALID 730

typedef struct
{
  gnutls_x509_crt_t     certificate;
  gnutls_x509_privkey_t key;
} Pair;

#define PAIR_INIT \
  {               \
    NULL, NULL    \
  }

static void
pair_clear (Pair *pair)
{
  if (pair->certificate != NULL)
    gnutls_x509_crt_deinit (pair->certificate);
  if (pair->key != NULL)
    gnutls_x509_privkey_deinit (pair->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static gboolean
check (int      result,
       GError **error)
{
  if (result >= 0)
    return TRUE;
  g_set_error (error, G_TLS_ERROR, G_TLS_ERROR_MISC, "GnuTLS: %s", gnutls_strerror (result));
  return FALSE;
}

/* What the authority and the server have in common */
static gboolean
pair_begin (Pair       *pair,
            const char *name,
            GError    **error)
{
  guint8 serial[16];
  guint8 key_id[20];
  gsize  key_id_size = sizeof key_id;
  time_t now = time (NULL);

  if (!check (gnutls_rnd (GNUTLS_RND_NONCE, serial, sizeof serial), error))
    return FALSE;
  serial[0] &= 0x7f; /* positive */
  return check (gnutls_x509_privkey_init (&pair->key), error) &&
         check (gnutls_x509_privkey_generate (pair->key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0), error) &&
         check (gnutls_x509_crt_init (&pair->certificate), error) &&
         check (gnutls_x509_crt_set_version (pair->certificate, 3), error) &&
         check (gnutls_x509_crt_set_serial (pair->certificate, serial, sizeof serial), error) &&
         check (gnutls_x509_crt_set_activation_time (pair->certificate, now - 3600), error) &&
         check (gnutls_x509_crt_set_expiration_time (pair->certificate, now + (time_t) DAYS_VALID * 24 * 3600), error) &&
         check (gnutls_x509_crt_set_dn_by_oid (pair->certificate, GNUTLS_OID_X520_COMMON_NAME, 0, name, (unsigned int) strlen (name)), error) &&
         check (gnutls_x509_crt_set_key (pair->certificate, pair->key), error) &&
         check (gnutls_x509_crt_get_key_id (pair->certificate, 0, key_id, &key_id_size), error) &&
         check (gnutls_x509_crt_set_subject_key_id (pair->certificate, key_id, key_id_size), error);
}

/* Clients that check strictly, as Python does since 3.13, want to know by which key it is signed. */
static gboolean
pair_sign (Pair       *pair,
           const Pair *authority,
           GError    **error)
{
  guint8 key_id[20];
  gsize  key_id_size = sizeof key_id;

  return check (gnutls_x509_crt_get_key_id (authority->certificate, 0, key_id, &key_id_size), error) &&
         check (gnutls_x509_crt_set_authority_key_id (pair->certificate, key_id, key_id_size), error) &&
         check (gnutls_x509_crt_sign2 (pair->certificate, authority->certificate, authority->key, GNUTLS_DIG_SHA256, 0), error);
}

static gboolean
make_authority (Pair    *authority,
                GError **error)
{
  return pair_begin (authority, "Corridor sandbox authority", error) &&
         check (gnutls_x509_crt_set_basic_constraints (authority->certificate, 1, 0), error) &&
         check (gnutls_x509_crt_set_key_usage (authority->certificate, GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_CRL_SIGN), error) &&
         pair_sign (authority, authority, error);
}

static gboolean
make_server (Pair       *server,
             const Pair *authority,
             GError    **error)
{
  static const guint8 v4[4] = { 127, 0, 0, 1 };
  static const guint8 v6[16] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };

  return pair_begin (server, "localhost", error) &&
         check (gnutls_x509_crt_set_basic_constraints (server->certificate, 0, -1), error) &&
         check (gnutls_x509_crt_set_key_usage (server->certificate, GNUTLS_KEY_DIGITAL_SIGNATURE), error) &&
         check (gnutls_x509_crt_set_key_purpose_oid (server->certificate, GNUTLS_KP_TLS_WWW_SERVER, 0), error) &&
         check (gnutls_x509_crt_set_subject_alt_name (server->certificate, GNUTLS_SAN_DNSNAME, "localhost", 9, GNUTLS_FSAN_SET), error) &&
         check (gnutls_x509_crt_set_subject_alt_name (server->certificate, GNUTLS_SAN_IPADDRESS, v4, sizeof v4, GNUTLS_FSAN_APPEND), error) &&
         check (gnutls_x509_crt_set_subject_alt_name (server->certificate, GNUTLS_SAN_IPADDRESS, v6, sizeof v6, GNUTLS_FSAN_APPEND), error) &&
         pair_sign (server, authority, error);
}

static gboolean
write_datum (const char     *path,
             gnutls_datum_t *datum,
             int             mode,
             GError        **error)
{
  return g_file_set_contents_full (path, (const char *) datum->data, (gssize) datum->size, G_FILE_SET_CONTENTS_CONSISTENT, mode, error);
}

static gboolean
save (const Pair *pair,
      const char *certificate_path,
      const char *key_path,
      GError    **error)
{
  gnutls_datum_t certificate = { NULL, 0 };
  gnutls_datum_t key = { NULL, 0 };
  gboolean       is_saved;

  is_saved = check (gnutls_x509_crt_export2 (pair->certificate, GNUTLS_X509_FMT_PEM, &certificate), error) &&
             check (gnutls_x509_privkey_export2 (pair->key, GNUTLS_X509_FMT_PEM, &key), error) &&
             write_datum (key_path, &key, 0600, error) && write_datum (certificate_path, &certificate, 0644, error);
  gnutls_free (certificate.data);
  if (key.data != NULL)
    gnutls_memset (key.data, 0, key.size);
  gnutls_free (key.data);
  return is_saved;
}

/**
 * cor_desk_certificate_load:
 * @state_dir: the state folder, 0700
 * @error: of GnuTLS or of files
 *
 * The server's certificate for 127.0.0.1, ::1 and localhost. At first both it and an authority of
 * its own are made: ca.pem is what a client is told to trust. Keys are 0600.
 *
 * Returns: (transfer full) (nullable): the certificate with its key
 */
GTlsCertificate *
cor_desk_certificate_load (const char *state_dir,
                           GError    **error)
{
  g_autofree char *ca_path = g_build_filename (state_dir, "ca.pem", NULL);
  g_autofree char *ca_key_path = g_build_filename (state_dir, "ca-key.pem", NULL);
  g_autofree char *path = g_build_filename (state_dir, "server.pem", NULL);
  g_autofree char *key_path = g_build_filename (state_dir, "server-key.pem", NULL);
  g_auto (Pair) authority = PAIR_INIT;
  g_auto (Pair) server = PAIR_INIT;

  if (!g_file_test (ca_path, G_FILE_TEST_EXISTS) || !g_file_test (path, G_FILE_TEST_EXISTS) || !g_file_test (key_path, G_FILE_TEST_EXISTS))
    if (!make_authority (&authority, error) || !make_server (&server, &authority, error) ||
        !save (&server, path, key_path, error) || !save (&authority, ca_path, ca_key_path, error))
      return NULL;
  return g_tls_certificate_new_from_files (path, key_path, error);
}
