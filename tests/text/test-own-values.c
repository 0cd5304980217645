/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-own-values.h"

static const char *const words[COR_OWN_VALUES] = {
  [COR_OWN_VALUE_NAME] = "[name]",
  [COR_OWN_VALUE_CONTACT] = "[contact]",
  [COR_OWN_VALUE_ACCOUNT] = "[account]",
  [COR_OWN_VALUE_REFERENCE] = "[reference]",
  [COR_OWN_VALUE_AMOUNT] = "[amount]",
  [COR_OWN_VALUE_FIGURE] = "[figure]",
  [COR_OWN_VALUE_LINK] = "[link]",
};

static void
test_mask (void)
{
  static const char *const names[] = { "Chidi Okafor", "Okafor Trading Ltd", "Sofia Brandt", NULL };
  static const struct
  {
    const char *text, *masked;
    guint       n;
  } cases[] = {
    { "Nothing of anybody's, within 3 days.", "Nothing of anybody's, within 3 days.", 0 },
    { "Chidi Okafor paid 1,000.00 USD on 2025-05-30 with CP-70231.", "[name] paid [amount] on [figure] with [reference].", 4 },
    { "Chidi, write to chidi@example.com or +234 803 555 0199", "[name], write to [contact] or [contact]", 3 },
    { "Sent to DE89 3704 0044 0532 0130 00 for Mr Adeyemi.", "Sent to [account] for [name].", 2 },
    { "李先生，您好！1,000 美元已于 21:36 到账。", "[name]先生，您好！[figure] 美元已于 [figure] 到账。", 3 },
    { "See https://help.example/en/less or https://app.example/p?id=77", "See https://help.example/en/less or [link]", 1 },
    { "Mr Okafor Trading Ltd", "[name]", 1 },
    { "", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint            n = 99;
      g_autofree char *masked = cor_own_values_mask (cases[i].text, names, words, &n);

      g_assert_cmpstr (masked, ==, cases[i].masked);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

/* A page of nothing but titles and digits is looked at once. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *masked = NULL;
  gint64           began_us = g_get_monotonic_time ();

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "Mr 李先生 Aa9 Bb ");
  masked = cor_own_values_mask (text->str, NULL, words, NULL);
  g_assert_cmpint (g_get_monotonic_time () - began_us, <, 10 * G_USEC_PER_SEC);
  g_assert_true (g_utf8_validate (masked, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-values/mask", test_mask);
  g_test_add_func ("/own-values/long", test_long);
  return g_test_run ();
}
