/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-redact.h"
#include "cor-test-main.h"

#include <string.h>

#define SECRET "s3cr3t/To+ken é="

/* The secret at every place of a text, in every form: nothing of it may show. */
static void
assert_hidden (const char        *form,
               const char *const *secrets)
{
  static const char text[] = "GET /api?q=1 Authorization: end";

  for (gsize at = 0; at < sizeof text; at++)
    {
      g_autofree char *whole = g_strdup_printf ("%.*s\n%s\n%s", (int) at, text, form, text + at);
      g_autofree char *expected = g_strdup_printf ("%.*s\n•••\n%s", (int) at, text, text + at);
      g_autofree char *redacted = cor_redact (whole, secrets);

      g_assert_cmpstr (redacted, ==, expected);
    }
}

static void
test_forms (void)
{
  static const char *const secrets[] = { SECRET, NULL };
  g_autofree char         *percent = g_uri_escape_string (SECRET, NULL, FALSE);
  g_autofree char         *loose = g_uri_escape_string (SECRET, "/+=", TRUE);
  g_autofree char         *lower = g_ascii_strdown (percent, -1);
  g_autofree char         *base64 = g_base64_encode ((const guchar *) SECRET, strlen (SECRET));

  assert_hidden (SECRET, secrets);
  assert_hidden (percent, secrets);
  assert_hidden (loose, secrets);
  assert_hidden (base64, secrets);
  g_assert_cmpstr (lower, !=, percent);
}

/* "user:token" in a header: the secret begins at any of the three places. */
static void
test_base64_inside (void)
{
  static const char       *secret = "abcdefghijkl-0123456789";
  const char *const        secrets[] = { secret, NULL };
  static const char *const users[] = { "", "u", "us", "use", "user" };
  static const char *const tails[] = { "", "!", "!!", "!!!", "!!!!" };

  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tails); j++)
      {
        g_autofree char *pair = g_strconcat (users[i], secret, tails[j], NULL);
        g_autofree char *base64 = g_base64_encode ((const guchar *) pair, strlen (pair));
        g_autofree char *line = g_strconcat ("Authorization: Basic ", base64, NULL);
        g_autofree char *redacted = cor_redact (line, secrets);

        g_assert_true (g_str_has_prefix (redacted, "Authorization: Basic "));
        g_assert_nonnull (strstr (redacted, "•••"));
        g_assert_cmpuint (strlen (redacted), <=, strlen ("Authorization: Basic ") + 9 + 16);
        /* no five characters of the middle are left */
        for (gsize k = 6; k + 11 < strlen (base64); k++)
          {
            g_autofree char *part = g_strndup (base64 + k, 5);

            g_assert_null (strstr (redacted, part));
          }
      }
}

static void
test_overlap (void)
{
  static const char *const secrets[] = { "abc", "bcd", "", "x", NULL };
  static const struct
  {
    const char *text, *redacted;
  } cases[] = {
    { "abcd", "•••" },
    { "1abcd2", "1•••2" },
    { "abcabc", "•••" },
    { "abc abc", "••• •••" },
    { "ab", "ab" },
    { "axb", "a•••b" },
    { "", "" },
    { "ababc", "ab•••" },
    { "%61bc", "•••" },
    { "%6", "%6" },
    { "a%62%63", "•••" },
  };
  g_autofree char *null = cor_redact (NULL, secrets);
  g_autofree char *none = cor_redact ("abc", NULL);

  g_assert_cmpstr (null, ==, "");
  g_assert_cmpstr (none, ==, "abc");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *redacted = cor_redact (cases[i].text, secrets);

      g_assert_cmpstr (redacted, ==, cases[i].redacted);
    }
}

static void
test_innocent (void)
{
  static const char *const secrets[] = { "tok_live_4242424242", NULL };
  static const char *const texts[] = { "tok_live_", "HTTP/1.1 200 OK", "dG9rX2xp", "\xff\xfe tok", "100%", "50%2" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *redacted = cor_redact (texts[i], secrets);

      g_assert_cmpstr (redacted, ==, texts[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/redact/forms", test_forms);
  g_test_add_func ("/redact/base64-inside", test_base64_inside);
  g_test_add_func ("/redact/overlap", test_overlap);
  g_test_add_func ("/redact/innocent", test_innocent);
  return cor_test_run ();
}
