/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Texts for a customer, whatever the user's language is. */

#include "config.h"

#include "cor-catalog-load.h"
#include "cor-test-await.h"
#include "cor-test-catalog.h"
#include "cor-test-main.h"

#include <libintl.h>

static const char *const pairs[] = {
  "Calculation, not proof of payment",
  "仅为测算，不作付款凭证",
  "Correspondent’s charge",
  "代理行扣费",
  "The recipient gets",
  "收款人到账金额",
  "Page %u of %u",
  "第 %u 页，共 %u 页",
  NULL,
};

/* Where gettext looks: a folder for each language. */
static void
put_catalog (const char *folder)
{
  g_autoptr (GBytes) file = cor_test_make_catalog (pairs, FALSE);
  g_autofree char *of_language = g_build_filename (folder, "zh_CN", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (of_language, GETTEXT_PACKAGE ".mo", NULL);

  g_assert_cmpint (g_mkdir_with_parents (of_language, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), NULL));
  bindtextdomain (GETTEXT_PACKAGE, folder);
}

static CorCatalog *
load (const char *locale,
      GError    **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_catalog_load_async (cor_catalog_find_language (locale), NULL, cor_test_on_result, &await);
  return cor_catalog_load_finish (cor_test_await (&await), error);
}

static void
assert_text (const char *locale,
             const char *text,
             const char *expected)
{
  g_autoptr (CorCatalog) catalog = load (locale, NULL);

  g_assert_nonnull (catalog);
  g_assert_cmpstr (cor_catalog_get (catalog, text), ==, expected);
}

static void
test_script (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cor-catalog-XXXXXX", NULL);

  put_catalog (folder);
  assert_text ("en-GB", "The recipient gets", "The recipient gets");
  assert_text ("zh-CN", "The recipient gets", "收款人到账金额");
  assert_text ("zh-Hant", "The recipient gets", "收款人到帳金額");
  assert_text ("zh-TW", "Correspondent’s charge", "代理行扣費");
  assert_text ("zh-HK", "Page %u of %u", "第 %u 頁，共 %u 頁");
  assert_text ("zh-Hant-MO", "Calculation, not proof of payment", "僅為測算，不作付款憑證");
}

static void
test_none (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cor-catalog-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCatalog) catalog = NULL;

  g_assert_null (cor_catalog_find_language ("de"));
  bindtextdomain (GETTEXT_PACKAGE, folder);
  catalog = load ("zh-TW", &error);
  g_assert_null (catalog);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/catalog-load/script", test_script);
  g_test_add_func ("/catalog-load/none", test_none);
  return cor_test_run ();
}
