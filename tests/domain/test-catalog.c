/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Texts in a language other than the user's; what is no catalogue is refused, wherever it is cut. */

#include "config.h"

#include "cor-catalog.h"
#include "cor-test-catalog.h"
#include "cor-test-main.h"

static const char *const pairs[] = { "Amount", "金额", "figure\004%s, %s", "%s（%s）", NULL };

static void
test_texts (void)
{
  for (int is_swapped = 0; is_swapped < 2; is_swapped++)
    {
      g_autoptr (GBytes) file = cor_test_make_catalog (pairs, is_swapped);
      g_autoptr (CorCatalog) catalog = cor_catalog_new (file, NULL);

      g_assert_nonnull (catalog);
      g_assert_cmpstr (cor_catalog_get (catalog, "Amount"), ==, "金额");
      g_assert_cmpstr (cor_catalog_get (catalog, "Our fee"), ==, "Our fee");
      g_assert_cmpstr (cor_catalog_get_in_context (catalog, "figure", "%s, %s"), ==, "%s（%s）");
      g_assert_cmpstr (cor_catalog_get_in_context (catalog, "list", "%s, %s"), ==, "%s, %s");
    }
}

static void
test_english (void)
{
  g_autoptr (CorCatalog) catalog = cor_catalog_new_english ();

  g_assert_cmpstr (cor_catalog_get (catalog, "Amount"), ==, "Amount");
  g_assert_cmpstr (cor_catalog_get_in_context (catalog, "figure", "%s, %s"), ==, "%s, %s");
}

static void
test_cut (void)
{
  g_autoptr (GBytes) file = cor_test_make_catalog (pairs, FALSE);

  for (gsize len = 0; len < g_bytes_get_size (file); len++)
    {
      g_autoptr (GBytes) start = g_bytes_new (g_bytes_get_data (file, NULL), len);
      g_autoptr (GError) error = NULL;
      g_autoptr (CorCatalog) catalog = cor_catalog_new (start, &error);

      g_assert_null (catalog);
      g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
    }
}

/* No number in it leads out of it. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) file = cor_test_make_catalog (pairs, FALSE);
  gsize size = g_bytes_get_size (file);

  for (gsize at = 0; at < size; at++)
    {
      g_autofree char *data = g_memdup2 (g_bytes_get_data (file, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (CorCatalog) catalog = NULL;

      data[at] = (char) 0xff;
      damaged = g_bytes_new (data, size);
      catalog = cor_catalog_new (damaged, NULL);
      if (catalog != NULL)
        g_assert_nonnull (cor_catalog_get (catalog, "Amount"));
    }
}

static char *
dup_louder (const char *text)
{
  return g_strconcat (text, "!", NULL);
}

static void
test_convert (void)
{
  g_autoptr (GBytes) file = cor_test_make_catalog (pairs, FALSE);
  g_autoptr (CorCatalog) catalog = cor_catalog_new (file, NULL);

  cor_catalog_convert (catalog, dup_louder);
  g_assert_cmpstr (cor_catalog_get (catalog, "Amount"), ==, "金额!");
  g_assert_cmpstr (cor_catalog_get_in_context (catalog, "figure", "%s, %s"), ==, "%s（%s）!");
  /* what nobody translated is English, and not converted */
  g_assert_cmpstr (cor_catalog_get (catalog, "Our fee"), ==, "Our fee");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/catalog/texts", test_texts);
  g_test_add_func ("/catalog/english", test_english);
  g_test_add_func ("/catalog/convert", test_convert);
  g_test_add_func ("/catalog/cut", test_cut);
  g_test_add_func ("/catalog/damaged", test_damaged);
  return cor_test_run ();
}
