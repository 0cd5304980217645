/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-decimal.h"
#include "cor-exact.h"
#include "cor-money-error.h"
#include "cor-test-main.h"
#include "cor-wide.h"

#include <string.h>

static CorDecimal
parse (const char *text)
{
  CorDecimal decimal = COR_DECIMAL_ZERO;
  g_autoptr (GError) error = NULL;

  g_assert_true (cor_decimal_parse (text, &decimal, &error));
  g_assert_no_error (error);
  return decimal;
}

static void
assert_decimal (CorDecimal  decimal,
                const char *expected)
{
  g_autofree char *text = cor_decimal_to_string (decimal);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  static const char *const same[] = { "0", "0.00", "0.92", "-0.05", "1.1440", "0.006256492637", "999999999999999999", "-0.000000000000000001", "17.2500" };
  static const char *const bad[] = { "", "-", ".", ".5", "5.", "1.2.3", "1,5", "+1", "1 ", " 1", "0x1", "1e5", "N/A", "1234567890123456789", "0.0000000000000000001", "½", "--1" };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    assert_decimal (parse (same[i]), same[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      CorDecimal decimal = { 5, 5 };
      g_autoptr (GError) error = NULL;

      g_assert_false (cor_decimal_parse (bad[i], &decimal, &error));
      g_assert_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID);
      g_assert_cmpint (decimal.digits, ==, 5);
    }
  g_assert_false (cor_decimal_parse (NULL, &(CorDecimal){ 0, 0 }, NULL));
  assert_decimal (parse ("007.50"), "7.50");
  assert_decimal (cor_decimal_strip (parse ("7.5000")), "7.5");
  assert_decimal (cor_decimal_strip (parse ("700")), "700");
}

static void
test_compare (void)
{
  g_assert_cmpint (cor_decimal_compare (parse ("1.10"), parse ("1.1")), ==, 0);
  g_assert_cmpint (cor_decimal_compare (parse ("-1"), parse ("0.000000000000000001")), <, 0);
  g_assert_cmpint (cor_decimal_compare (parse ("999999999999999999"), parse ("0.999999999999999999")), >, 0);
  g_assert_cmpint (cor_decimal_compare (parse ("-0"), parse ("0")), ==, 0);
}

static void
test_rounding (void)
{
  static const struct
  {
    const char *value;
    const char *half_up;
    const char *half_even;
    const char *up;
    const char *down;
  } cases[] = {
    { "0.125", "0.13", "0.12", "0.13", "0.12" },
    { "0.135", "0.14", "0.14", "0.14", "0.13" },
    { "-0.125", "-0.13", "-0.12", "-0.13", "-0.12" },
    { "0.1249", "0.12", "0.12", "0.13", "0.12" },
    { "0.1251", "0.13", "0.13", "0.13", "0.12" },
    { "0.12", "0.12", "0.12", "0.12", "0.12" },
    { "-0.001", "0.00", "0.00", "-0.01", "0.00" },
    { "9.999", "10.00", "10.00", "10.00", "9.99" },
    { "5", "5.00", "5.00", "5.00", "5.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const expected[] = { cases[i].half_up, cases[i].half_even, cases[i].up, cases[i].down };

      for (guint mode = 0; mode < G_N_ELEMENTS (expected); mode++)
        {
          CorDecimal rounded;

          g_assert_true (cor_decimal_round (parse (cases[i].value), 2, (CorRounding) mode, &rounded));
          assert_decimal (rounded, expected[mode]);
        }
    }
}

static void
test_rounding_keys (void)
{
  CorRounding rounding = COR_ROUNDING_DOWN;

  for (int i = COR_ROUNDING_HALF_UP; i <= COR_ROUNDING_DOWN; i++)
    {
      g_assert_true (cor_rounding_from_key (cor_rounding_get_key ((CorRounding) i), &rounding));
      g_assert_cmpint ((int) rounding, ==, i);
    }
  g_assert_false (cor_rounding_from_key ("half_up", &rounding));
  g_assert_false (cor_rounding_from_key (NULL, &rounding));
  g_assert_cmpint (rounding, ==, COR_ROUNDING_DOWN);
}

static void
test_divide (void)
{
  static const struct
  {
    const char *numerator;
    const char *denominator;
    guint       significant;
    const char *quotient;
  } cases[] = {
    { "1", "1.0819", 10, "0.9242998429" },
    { "186.75", "1.1684", 10, "159.8339610" },
    { "1.1684", "186.75", 10, "0.006256492637" },
    { "1740.86", "1", 10, "1740.860000" },
    { "905", "1010", 8, "0.89603960" },
    { "2", "3", 1, "0.7" },
    { "9.9996", "1", 4, "10.00" },
    { "99999", "1", 4, "100000" },
    { "123456789", "0.001", 3, "123000000000" },
    { "1", "999999999999999999", 8, "0.0000000000000000010000000" },
    { "-1", "3", 4, "-0.3333" },
    { "0", "3", 4, "0" },
  };
  CorDecimal quotient;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (cor_decimal_divide (parse (cases[i].numerator), parse (cases[i].denominator), cases[i].significant, COR_ROUNDING_HALF_UP, &quotient));
      assert_decimal (quotient, cases[i].quotient);
    }
  g_assert_false (cor_decimal_divide (COR_DECIMAL_ONE, COR_DECIMAL_ZERO, 4, COR_ROUNDING_HALF_UP, &quotient));
}

static void
pick_wide (guint64 *wide,
           guint    n_limbs)
{
  memset (wide, 0, COR_WIDE_LIMBS * sizeof *wide);
  for (guint i = 0; i < n_limbs; i++)
    wide[i] = g_test_rand_int_range (0, 8) == 0 ? G_MAXUINT64 : (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
}

/* quotient × denominator + remainder is the numerator, over every pair of widths */
static void
test_wide_divide (void)
{
  for (int i = 0; i < 4000; i++)
    {
      guint64 n[COR_WIDE_LIMBS], d[COR_WIDE_LIMBS], q[COR_WIDE_LIMBS], r[COR_WIDE_LIMBS], back[COR_WIDE_LIMBS];

      pick_wide (n, (guint) g_test_rand_int_range (1, 5));
      pick_wide (d, (guint) g_test_rand_int_range (1, 5));
      if (cor_wide_is_zero (d))
        continue;
      cor_wide_divide (q, r, n, d);
      g_assert_cmpint (cor_wide_compare (r, d), <, 0);
      g_assert_true (cor_wide_multiply (back, q, d));
      g_assert_true (cor_wide_add (back, back, r));
      g_assert_cmpint (cor_wide_compare (back, n), ==, 0);
    }
}

/* What does not fit is lost for good: it never comes back as a number. */
static void
test_lost (void)
{
  CorExact huge = cor_exact_new (G_MAXINT64, 0);
  CorExact small = cor_exact_new (1, 77);
  gint64   digits = 7;

  for (int i = 0; i < 3; i++)
    huge = cor_exact_multiply (huge, cor_exact_new (G_MAXINT64, 0));
  g_assert_false (huge.is_lost);
  g_assert_false (cor_exact_round (huge, 0, COR_ROUNDING_DOWN, &digits));
  g_assert_true (cor_exact_divide (huge, huge, 0, COR_ROUNDING_DOWN, &digits));
  g_assert_cmpint (digits, ==, 1);
  /* the quotient would fit, but not the way there */
  g_assert_false (cor_exact_divide (huge, huge, 4, COR_ROUNDING_DOWN, &digits));
  g_assert_true (cor_exact_add (huge, small).is_lost);
  huge = cor_exact_multiply (huge, cor_exact_new (G_MININT64, 0));
  g_assert_true (huge.is_lost);
  huge = cor_exact_multiply (huge, cor_exact_new (0, 0));
  g_assert_false (cor_exact_round (huge, 0, COR_ROUNDING_DOWN, &digits));
  g_assert_false (cor_exact_divide (cor_exact_new (1, 0), huge, 0, COR_ROUNDING_DOWN, &digits));
  g_assert_cmpint (digits, ==, 1);
  g_assert_true (cor_exact_round (cor_exact_new (G_MININT64 + 1, 0), 0, COR_ROUNDING_DOWN, &digits));
  g_assert_cmpint (digits, ==, G_MININT64 + 1);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/decimal/text", test_text);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/rounding", test_rounding);
  g_test_add_func ("/decimal/rounding-keys", test_rounding_keys);
  g_test_add_func ("/decimal/divide", test_divide);
  g_test_add_func ("/decimal/wide-divide", test_wide_divide);
  g_test_add_func ("/decimal/lost", test_lost);
  return cor_test_run ();
}
