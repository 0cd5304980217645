/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-locale.h"
#include "cor-test-main.h"

static void
test_canonical (void)
{
  static const struct
  {
    const char *tag, *canonical;
  } cases[] = {
    { "zh-HK", "zh-Hant-HK" },
    { "zh_TW", "zh-Hant-TW" },
    { "zh-Hans", "zh" },
    { "zh-Hant", "zh-Hant" },
    { "zh-CN", "zh-CN" },
    { "pt_BR", "pt-BR" },
    { "pt-br", "pt-BR" },
    { "EN", "en" },
    { "iw", "he" },
    { "sr-Latn", "sr-Latn" },
    { "", NULL },
    { "not a tag", NULL },
    { "en-", NULL },
    { "../../etc", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = cor_locale_canonicalize (cases[i].tag);

      g_assert_cmpstr (canonical, ==, cases[i].canonical);
    }
}

/* By hand from CLDR's parentLocales and likelySubtags. */
static void
test_parents (void)
{
  static const char *const cases[] = {
    "zh-HK zh-Hant-HK zh-Hant",
    "zh-MO zh-Hant-MO zh-Hant-HK zh-Hant",
    "zh-SG zh-SG zh",
    "en-GB en-GB en-001 en",
    "en-DE en-DE en-150 en-001 en",
    "en-US en-US en",
    "es-MX es-MX es-419 es",
    "es-ES es-ES es",
    "pt-PT pt-PT pt",
    "pt-AO pt-AO pt-PT pt",
    "fr-CA fr-CA fr",
    "de-AT de-AT de",
    "sr-Latn-RS sr-Latn-RS sr-Latn",
    "ar-EG ar-EG ar",
    "nb nb no",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i], " ", -1);
      g_auto (GStrv) parents = cor_locale_get_parents (words[0]);
      g_autofree char *found = g_strjoinv (" ", parents);
      g_autofree char *expected = g_strjoinv (" ", words + 1);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_distance (void)
{
  static const struct
  {
    const char *wanted, *offered;
    guint       distance;
  } cases[] = {
    { "zh-TW", "zh-Hant", 0 },
    { "zh-HK", "zh-Hant", 1 },
    { "zh-CN", "zh-Hans", 0 },
    { "zh-SG", "zh-Hans", 1 },
    { "zh-Hant", "zh-Hans", COR_LOCALE_NO_MATCH },
    { "zh-Hans", "zh-Hant", COR_LOCALE_NO_MATCH },
    { "pt", "pt-BR", 0 },
    { "pt-PT", "pt-BR", COR_LOCALE_NO_MATCH },
    { "pt-BR", "pt-PT", COR_LOCALE_NO_MATCH },
    { "pt-AO", "pt-PT", 1 },
    { "es-MX", "es", 2 },
    { "es-MX", "es-AR", COR_LOCALE_NO_MATCH },
    { "en-IN", "en", 2 },
    { "fr", "en", COR_LOCALE_NO_MATCH },
    { "sr-Latn", "sr", COR_LOCALE_NO_MATCH },
    { "nonsense tag", "en", COR_LOCALE_NO_MATCH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (cor_locale_distance (cases[i].wanted, cases[i].offered), ==, cases[i].distance);

  g_assert_true (cor_locale_is_same_language ("pt-PT", "pt_BR"));
  g_assert_false (cor_locale_is_same_language ("no", "en"));
  g_assert_true (cor_locale_is_right_to_left ("ar-EG"));
  g_assert_true (cor_locale_is_right_to_left ("he"));
  g_assert_false (cor_locale_is_right_to_left ("zh-Hant"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/locale/canonical", test_canonical);
  g_test_add_func ("/locale/parents", test_parents);
  g_test_add_func ("/locale/distance", test_distance);

  return cor_test_run ();
}
