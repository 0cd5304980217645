/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-money-error.h"
#include "cor-money.h"
#include "cor-test-main.h"

#include <string.h>

static void
test_currencies (void)
{
  guint              n = 0;
  const CorCurrency *all = cor_currency_get_all (&n);

  g_assert_cmpuint (n, >, 150);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (strlen (all[i].code), ==, 3);
      g_assert_true (cor_currency_find (all[i].code) == &all[i]);
      if (i > 0)
        g_assert_cmpstr (all[i - 1].code, <, all[i].code);
    }
  g_assert_cmpint (cor_currency_find ("JPY")->exponent, ==, 0);
  g_assert_cmpint (cor_currency_find ("IDR")->exponent, ==, 2);
  g_assert_cmpint (cor_currency_find ("KWD")->exponent, ==, 3);
  g_assert_cmpint (cor_currency_find ("UYW")->exponent, ==, 4);
  g_assert_true (cor_currency_find ("HRK")->is_withdrawn);
  g_assert_null (cor_currency_find ("XAU"));
  g_assert_null (cor_currency_find ("usd"));
  g_assert_null (cor_currency_find (""));
  g_assert_null (cor_currency_find (NULL));
}

/* The ISO table beside the contracts, when it is there: no exponent differs. */
static void
test_iso_table (void)
{
  const char      *folder = g_getenv ("CORRIDOR_TEST_DATA");
  g_autofree char *file = folder != NULL ? g_build_filename (folder, "iso4217.csv", NULL) : NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (file == NULL || !g_file_get_contents (file, &text, NULL, NULL))
    {
      g_test_skip ("CORRIDOR_TEST_DATA has no iso4217.csv");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      /* from the end: the first field may hold commas */
      g_auto (GStrv) fields = g_strsplit (g_strchomp (lines[i]), ",", -1);
      guint              n_fields = g_strv_length (fields);
      const CorCurrency *currency;

      if (n_fields < 6 || *fields[n_fields - 1] != '\0' || !g_ascii_isdigit (*fields[n_fields - 2]))
        continue;
      currency = cor_currency_find (fields[n_fields - 4]);
      g_assert_nonnull (currency);
      g_assert_cmpint (currency->exponent, ==, *fields[n_fields - 2] - '0');
      g_assert_false (currency->is_withdrawn);
      n++;
    }
  g_assert_cmpuint (n, >, 200);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *code;
    const char *text;
    gint64      minor;
    const char *back;
  } cases[] = {
    { "USD", "1010.00", 101000, "1010.00" },
    { "USD", "1010", 101000, "1010.00" },
    { "USD", "0.5", 50, "0.50" },
    { "USD", "-1.05", -105, "-1.05" },
    { "USD", "-0.05", -5, "-0.05" },
    { "JPY", "76975", 76975, "76975" },
    { "KWD", "0.002", 2, "0.002" },
    { "CLF", "1.2345", 12345, "1.2345" },
    { "USD", "92233720368547758", G_GINT64_CONSTANT (9223372036854775800), "92233720368547758.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorMoney money = { 0, NULL };
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;

      g_assert_true (cor_money_parse (cases[i].text, cor_currency_find (cases[i].code), &money, &error));
      g_assert_no_error (error);
      g_assert_cmpint (money.minor, ==, cases[i].minor);
      back = cor_money_to_string (money);
      g_assert_cmpstr (back, ==, cases[i].back);
    }
}

static void
test_parse_errors (void)
{
  static const struct
  {
    const char   *code;
    const char   *text;
    CorMoneyError error;
  } cases[] = {
    { "USD", "", COR_MONEY_ERROR_INVALID },
    { "USD", "1,000.00", COR_MONEY_ERROR_INVALID },
    { "USD", "1,5", COR_MONEY_ERROR_INVALID },
    { "USD", "1e3", COR_MONEY_ERROR_INVALID },
    { "USD", " 5", COR_MONEY_ERROR_INVALID },
    { "USD", "--5", COR_MONEY_ERROR_INVALID },
    { "USD", "١٠", COR_MONEY_ERROR_INVALID },
    { "USD", "1.005", COR_MONEY_ERROR_TOO_PRECISE },
    { "USD", "1.000", COR_MONEY_ERROR_TOO_PRECISE },
    { "JPY", "1.0", COR_MONEY_ERROR_TOO_PRECISE },
    { "USD", "92233720368547759", COR_MONEY_ERROR_TOO_LARGE },
    { "CLF", "999999999999999999", COR_MONEY_ERROR_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorMoney money = { 77, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_false (cor_money_parse (cases[i].text, cor_currency_find (cases[i].code), &money, &error));
      g_assert_error (error, COR_MONEY_ERROR, (int) cases[i].error);
      g_assert_cmpint (money.minor, ==, 77);
    }
}

static void
test_convert (void)
{
  CorDecimal rate = { 621, 5 };
  CorMoney   yen = cor_money_new (98500, cor_currency_find ("JPY"));
  CorMoney   dollars = { 0, NULL };
  CorMoney   back = { 0, NULL };
  CorDecimal zero = { 0, 0 };

  g_assert_true (cor_money_convert (yen, rate, cor_currency_find ("USD"), COR_ROUNDING_HALF_UP, &dollars));
  g_assert_cmpint (dollars.minor, ==, 61169);
  g_assert_true (cor_money_convert (yen, rate, cor_currency_find ("USD"), COR_ROUNDING_HALF_EVEN, &dollars));
  g_assert_cmpint (dollars.minor, ==, 61168);
  g_assert_true (cor_money_convert_back (dollars, rate, cor_currency_find ("JPY"), COR_ROUNDING_HALF_UP, &back));
  g_assert_cmpint (back.minor, ==, 98499);
  g_assert_false (cor_money_convert_back (dollars, zero, cor_currency_find ("JPY"), COR_ROUNDING_HALF_UP, &back));
  g_assert_false (cor_money_convert (cor_money_new (G_MAXINT64, cor_currency_find ("JPY")), COR_DECIMAL_ONE, cor_currency_find ("USD"), COR_ROUNDING_HALF_UP, &back));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/money/currencies", test_currencies);
  g_test_add_func ("/money/iso-table", test_iso_table);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-errors", test_parse_errors);
  g_test_add_func ("/money/convert", test_convert);
  return cor_test_run ();
}
