/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-file-name.h"
#include "cor-test-main.h"

#include <string.h>

static const struct
{
  const char *name, *safe;
} cases[] = {
  { NULL, "file" },
  { "", "file" },
  { ".", "file" },
  { "..", "file" },
  { "/", "file" },
  { "../../etc/passwd", "passwd" },
  { "C:\\Users\\x\\invoice.pdf", "invoice.pdf" },
  { "a/", "file" },
  { "invoice.pdf", "invoice.pdf" },
  { ".bashrc", "bashrc" },
  { "...hidden", "hidden" },
  { " . x . ", "x" },
  { "a\nb\tc\x01.pdf", "abc.pdf" },
  { "invoice\u202efdp.exe", "invoicefdp.exe" },
  { "\u2066a\u2069.pdf", "a.pdf" },
  { "\ufeffa.pdf", "a.pdf" },
  { "发票 2024.pdf", "发票 2024.pdf" },
  { "فاتورة.pdf", "فاتورة.pdf" },
  { "a\xff"
    "b.pdf",
    "ab.pdf" },
  { "\xff\xfe", "file" },
  { "\u3000x", "x" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *safe = cor_safe_file_name (cases[i].name);

      g_assert_cmpstr (safe, ==, cases[i].safe);
    }
}

static void
test_long (void)
{
  static const char *const letters[] = { "a", "é", "李", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint n = 40; n < 260; n++)
      {
        g_autoptr (GString) name = g_string_new (NULL);
        g_autofree char *safe = NULL;

        for (guint j = 0; j < n; j++)
          g_string_append (name, letters[i]);
        g_string_append (name, ".pdf");
        safe = cor_safe_file_name (name->str);
        g_assert_cmpuint (strlen (safe), <=, COR_FILE_NAME_MAX);
        g_assert_true (g_utf8_validate (safe, -1, NULL));
        g_assert_true (g_str_has_suffix (safe, ".pdf"));
        if (name->len <= COR_FILE_NAME_MAX)
          g_assert_cmpstr (safe, ==, name->str);
        else
          g_assert_cmpuint (strlen (safe), >, COR_FILE_NAME_MAX - 4);
      }
}

static void
test_long_extension (void)
{
  g_autofree char *dots = g_strnfill (5000, 'x');
  g_autofree char *name = g_strconcat ("a.", dots, NULL);
  g_autofree char *safe = cor_safe_file_name (name);

  g_assert_cmpuint (strlen (safe), ==, COR_FILE_NAME_MAX);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/file-name/table", test_table);
  g_test_add_func ("/file-name/long", test_long);
  g_test_add_func ("/file-name/long-extension", test_long_extension);
  return cor_test_run ();
}
