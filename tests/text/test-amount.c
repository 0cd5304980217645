/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Amounts as people type them: read as meant, or refused; never guessed. */

#include "config.h"

#include "cor-amount.h"

#include "cor-money-error.h"
#include "cor-test-main.h"

#include <string.h>

static void
test_read (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *currency;
    gint64      minor;
  } cases[] = {
    { "en", "1000", "USD", 100000 },
    { "en", "1,000.00", "USD", 100000 },
    { "en", " 1,234,567.8 ", "USD", 123456780 },
    { "en", "USD 1,000", "USD", 100000 },
    { "en", "USD\302\2401,000.00", "USD", 100000 },
    { "en", "1,000.50 usd", "USD", 100050 },
    { "en", "1 000.50", "USD", 100050 },
    { "en", "0.01", "USD", 1 },
    { "en", "9,223,372,036,854,775.80", "USD", 922337203685477580 },
    { "de", "1.000,00", "EUR", 100000 },
    { "de", "1000,5", "EUR", 100050 },
    { "de_CH", "1’000.50", "CHF", 100050 },
    { "fr", "1 234,56", "EUR", 123456 },
    { "fr", "1\xE2\x80\xAF"
            "234,56",
      "EUR", 123456 },
    { "en-IN", "12,34,567.00", "INR", 123456700 },
    { "ar-EG", "١٬٠٠٠٫٥٠", "EGP", 100050 },
    { "zh-CN", "１０００", "CNY", 100000 },
    { "en", "80,000", "JPY", 80000 },
    { "en", "1.234", "KWD", 1234 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CorMoney money = { 0, NULL };

      g_assert_true (cor_amount_parse (cases[i].text, cor_currency_find (cases[i].currency), cases[i].locale, &money, &error));
      g_assert_no_error (error);
      g_assert_cmpint (money.minor, ==, cases[i].minor);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *currency;
    int         code;
  } cases[] = {
    { "en", "", "USD", COR_MONEY_ERROR_INVALID },
    { "en", "1,00", "USD", COR_MONEY_ERROR_INVALID }, /* somebody used to commas for decimals */
    { "en", "1.000,00", "USD", COR_MONEY_ERROR_INVALID },
    { "de", "1.5", "EUR", COR_MONEY_ERROR_INVALID },
    { "en", "1,,000", "USD", COR_MONEY_ERROR_INVALID },
    { "en", "1.0.0", "USD", COR_MONEY_ERROR_INVALID },
    { "en", "12x", "USD", COR_MONEY_ERROR_INVALID },
    { "en", "1e5", "USD", COR_MONEY_ERROR_INVALID },
    { "en", "EUR 5", "USD", COR_MONEY_ERROR_INVALID },
    { "en", "-5", "USD", COR_MONEY_ERROR_INVALID },
    { "en", ".", "USD", COR_MONEY_ERROR_INVALID },
    { "en", "\xff", "USD", COR_MONEY_ERROR_INVALID },
    { "en", "1.001", "USD", COR_MONEY_ERROR_TOO_PRECISE },
    { "en", "80.5", "JPY", COR_MONEY_ERROR_TOO_PRECISE },
    { "en", "99,999,999,999,999,999,999", "USD", COR_MONEY_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CorMoney money = { 0, NULL };

      g_assert_false (cor_amount_parse (cases[i].text, cor_currency_find (cases[i].currency), cases[i].locale, &money, &error));
      g_assert_error (error, COR_MONEY_ERROR, cases[i].code);
    }
}

static void
test_write (void)
{
  static const struct
  {
    const char *locale;
    const char *currency;
    const char *expected;
  } cases[] = {
    { "en", "USD", "1,234,567.89\302\240USD" },
    { "de", "EUR", "1.234.567,89\302\240EUR" },
    { "en", "JPY", "123,456,789\302\240JPY" },
    { "en", "KWD", "123,456.789\302\240KWD" },
    { "zh_CN", "CNY", "1,234,567.89\302\240CNY" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CorCurrency *currency = cor_currency_find (cases[i].currency);
      g_autofree char   *text = cor_amount_format (cor_money_new (123456789, currency), cases[i].locale);
      CorMoney           money = { 0, NULL };

      g_assert_cmpstr (text, ==, cases[i].expected);
      /* what is shown can be pasted back */
      g_assert_true (cor_amount_parse (text, currency, cases[i].locale, &money, NULL));
      g_assert_cmpint (money.minor, ==, 123456789);
    }
}

/* A minus is as wide as a figure, and no place to break a line. */
static void
test_minus (void)
{
  static const char *const locales[] = { "en", "de", "zh-CN", "sv", "hi", "ja" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *text = cor_amount_format (cor_money_new (-394, cor_currency_find ("EUR")), locales[i]);

      g_assert_true (g_str_has_prefix (text, "−3"));
      g_assert_null (strchr (text, '-'));
    }
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/amount/read", test_read);
  g_test_add_func ("/amount/refused", test_refused);
  g_test_add_func ("/amount/write", test_write);
  g_test_add_func ("/amount/minus", test_minus);
  return cor_test_run ();
}
