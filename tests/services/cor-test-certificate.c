/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-test-certificate"

#include "config.h"

#include "cor-test-certificate.h"

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#define DAY (24 * 60 * 60)

static gnutls_x509_privkey_t authority_key;
static gnutls_x509_crt_t     authority;

static gnutls_x509_privkey_t
make_key (void)
{
  gnutls_x509_privkey_t key;

  g_assert_cmpint (gnutls_x509_privkey_init (&key), ==, 0);
  g_assert_cmpint (gnutls_x509_privkey_generate (key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0), ==, 0);
  return key;
}

static gnutls_x509_crt_t
make_certificate (gnutls_x509_privkey_t key,
                  const char           *name,
                  guint8                serial)
{
  gnutls_x509_crt_t certificate;
  time_t            now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (gnutls_x509_crt_init (&certificate), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_version (certificate, 3), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_serial (certificate, &serial, 1), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_activation_time (certificate, now - DAY), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_expiration_time (certificate, now + DAY), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_dn_by_oid (certificate, GNUTLS_OID_X520_COMMON_NAME, 0, name, (unsigned) strlen (name)), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_key (certificate, key), ==, 0);
  return certificate;
}

static void
ensure_authority (void)
{
  if (authority != NULL)
    return;

  authority_key = make_key ();
  authority = make_certificate (authority_key, "Corridor test authority", 1);
  g_assert_cmpint (gnutls_x509_crt_set_basic_constraints (authority, 1, -1), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_key_usage (authority, GNUTLS_KEY_KEY_CERT_SIGN), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_sign2 (authority, authority, authority_key, GNUTLS_DIG_SHA256, 0), ==, 0);
}

static char *
export_certificate (gnutls_x509_crt_t certificate)
{
  gnutls_datum_t pem = { NULL, 0 };
  char          *text;

  g_assert_cmpint (gnutls_x509_crt_export2 (certificate, GNUTLS_X509_FMT_PEM, &pem), ==, 0);
  text = g_strndup ((const char *) pem.data, pem.size);
  gnutls_free (pem.data);
  return text;
}

/**
 * cor_test_authority_write:
 *
 * Returns: (transfer full): the path of a PEM file with the authority, in the test's own folder
 */
char *
cor_test_authority_write (void)
{
  g_autofree char *pem = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "authority.pem", NULL);

  ensure_authority ();
  pem = export_certificate (authority);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, pem, -1, NULL));
  return g_steal_pointer (&path);
}

/**
 * cor_test_authority_issue:
 *
 * Returns: (transfer full): a certificate with its key
 */
GTlsCertificate *
cor_test_authority_issue (void)
{
  static const guint8   loopback[] = { 127, 0, 0, 1 };
  gnutls_x509_privkey_t key = make_key ();
  gnutls_x509_crt_t     certificate = make_certificate (key, "localhost", 2);
  gnutls_datum_t        pem = { NULL, 0 };
  g_autofree char      *text = NULL;
  g_autofree char      *both = NULL;
  g_autoptr (GError) error = NULL;
  GTlsCertificate *issued;

  ensure_authority ();
  g_assert_cmpint (gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_DNSNAME, "localhost", 9, GNUTLS_FSAN_SET), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_IPADDRESS, loopback, 4, GNUTLS_FSAN_APPEND), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_key_usage (certificate, GNUTLS_KEY_DIGITAL_SIGNATURE), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_sign2 (certificate, authority, authority_key, GNUTLS_DIG_SHA256, 0), ==, 0);
  text = export_certificate (certificate);
  g_assert_cmpint (gnutls_x509_privkey_export2_pkcs8 (key, GNUTLS_X509_FMT_PEM, NULL, GNUTLS_PKCS_PLAIN, &pem), ==, 0);
  both = g_strdup_printf ("%s%.*s", text, (int) pem.size, (const char *) pem.data);
  gnutls_free (pem.data);
  gnutls_x509_crt_deinit (certificate);
  gnutls_x509_privkey_deinit (key);

  issued = g_tls_certificate_new_from_pem (both, -1, &error);
  g_assert_no_error (error);
  return issued;
}
