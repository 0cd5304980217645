/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-locale-fit.h"

static void
test_fit (void)
{
  static const struct
  {
    const char  *locale, *wanted;
    CorLocaleFit fit;
  } cases[] = {
    { "en", "en", COR_LOCALE_FIT_EXACT },
    { "pt-BR", "pt_BR.UTF-8", COR_LOCALE_FIT_EXACT },
    { "en", "en-GB", COR_LOCALE_FIT_SCRIPT },
    { "es", "en", COR_LOCALE_FIT_NONE },
    { "zh-Hant", "zh-TW", COR_LOCALE_FIT_SCRIPT },
    { "zh-Hant", "zh_HK", COR_LOCALE_FIT_SCRIPT },
    { "zh-Hans", "zh-TW", COR_LOCALE_FIT_LANGUAGE },
    { "zh-Hans", "zh-CN", COR_LOCALE_FIT_SCRIPT },
    { "zh-Hans", "zh", COR_LOCALE_FIT_SCRIPT },
    { "zh-Hans-HK", "zh-CN", COR_LOCALE_FIT_SCRIPT },
    { NULL, "en", COR_LOCALE_FIT_NONE },
    { "", "en", COR_LOCALE_FIT_NONE },
    { "en", "C", COR_LOCALE_FIT_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s for %s", cases[i].locale, cases[i].wanted);
      g_assert_cmpint (cor_locale_fit (cases[i].locale, cases[i].wanted), ==, cases[i].fit);
    }
}

/* The first language that somebody reads in any form comes before the second in its best. */
static void
test_rank (void)
{
  const char *const wanted[] = { "zh-TW", "en", NULL };

  g_assert_cmpuint (cor_locale_rank ("zh-Hant", wanted), >, cor_locale_rank ("zh-Hans", wanted));
  g_assert_cmpuint (cor_locale_rank ("zh-Hans", wanted), >, cor_locale_rank ("en", wanted));
  g_assert_cmpuint (cor_locale_rank ("en", wanted), >, cor_locale_rank ("de", wanted));
  g_assert_cmpuint (cor_locale_rank ("de", wanted), ==, 0);
  g_assert_cmpuint (cor_locale_rank ("en", NULL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locale-fit/fit", test_fit);
  g_test_add_func ("/locale-fit/rank", test_rank);
  return g_test_run ();
}
