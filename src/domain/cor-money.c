/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-money"

#include "config.h"

#include "cor-money.h"

#include "cor-exact.h"
#include "cor-money-error.h"

#include <glib/gi18n-lib.h>

/**
 * cor_money_new:
 * @minor: in minor units
 * @currency: (transfer none)
 *
 * Returns: the amount
 */
CorMoney
cor_money_new (gint64             minor,
               const CorCurrency *currency)
{
  CorMoney money = { minor, currency };

  return money;
}

static gboolean
fail_precise (const char        *text,
              const CorCurrency *currency,
              GError           **error)
{
  if (currency->exponent == 0)
    /* Translators: the first %s is an amount, the second a currency such as JPY */
    g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_PRECISE, _ ("“%s” has decimals, but %s has none: leave them out"), text, currency->code);
  else
    g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_PRECISE,
                 /* Translators: the first %s is an amount, the second a currency such as EUR */
                 ngettext ("“%s” has too many decimals: %s has %u", "“%s” has too many decimals: %s has %u", currency->exponent),
                 text, currency->code, currency->exponent);
  return FALSE;
}

/**
 * cor_money_parse:
 * @text: as cor_decimal_parse() takes it; fewer decimals than the currency has are filled up
 * @money: (out): the amount; untouched on errors
 * @error: %COR_MONEY_ERROR_INVALID, _TOO_PRECISE or _TOO_LARGE
 *
 * Nothing is rounded here: a decimal too many is an error even when it is a zero, because it shows that
 * another currency was meant. Any thread.
 *
 * Returns: whether it is an amount
 */
gboolean
cor_money_parse (const char        *text,
                 const CorCurrency *currency,
                 CorMoney          *money,
                 GError           **error)
{
  CorDecimal decimal = COR_DECIMAL_ZERO;
  gint64     minor = 0;

  g_return_val_if_fail (currency != NULL, FALSE);

  if (!cor_decimal_parse (text, &decimal, error))
    return FALSE;
  if (decimal.scale > currency->exponent)
    return fail_precise (text, currency, error);
  if (!cor_exact_round (cor_exact_from_decimal (decimal), currency->exponent, COR_ROUNDING_HALF_UP, &minor))
    {
      g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_LARGE, _ ("“%s %s” is more than can be counted"), text, currency->code);
      return FALSE;
    }
  *money = cor_money_new (minor, currency);
  return TRUE;
}

/**
 * cor_money_to_decimal:
 *
 * Returns: the amount in whole units, with the currency's decimals
 */
CorDecimal
cor_money_to_decimal (CorMoney money)
{
  CorDecimal decimal = { money.minor, money.currency->exponent };

  return decimal;
}

/**
 * cor_money_to_string:
 *
 * For programs: “1010.00”. Any thread.
 *
 * Returns: (transfer full): the number with the currency's decimals, without the currency
 */
char *
cor_money_to_string (CorMoney money)
{
  return cor_decimal_to_string (cor_money_to_decimal (money));
}

/**
 * cor_money_to_text:
 *
 * For formulas: “1010.00 USD”, the same in every language. Any thread.
 *
 * Returns: (transfer full): number and currency
 */
char *
cor_money_to_text (CorMoney money)
{
  g_autofree char *number = cor_money_to_string (money);

  return g_strconcat (number, " ", money.currency->code, NULL);
}

/**
 * cor_money_convert:
 * @rate: units of @currency for one unit of @money's
 * @converted: (out): rounded once, to the minor unit of @currency
 *
 * Any thread.
 *
 * Returns: whether it fits
 */
gboolean
cor_money_convert (CorMoney           money,
                   CorDecimal         rate,
                   const CorCurrency *currency,
                   CorRounding        rounding,
                   CorMoney          *converted)
{
  CorExact exact = cor_exact_multiply (cor_exact_from_decimal (cor_money_to_decimal (money)), cor_exact_from_decimal (rate));

  converted->currency = currency;
  return cor_exact_round (exact, currency->exponent, rounding, &converted->minor);
}

/**
 * cor_money_convert_back:
 * @rate: units of @money's currency for one unit of @currency
 * @converted: (out): rounded once, to the minor unit of @currency
 *
 * Divides by the rate itself, never by a rounded inverse (fx.md §3). Any thread.
 *
 * Returns: whether it fits; not when the rate is zero
 */
gboolean
cor_money_convert_back (CorMoney           money,
                        CorDecimal         rate,
                        const CorCurrency *currency,
                        CorRounding        rounding,
                        CorMoney          *converted)
{
  converted->currency = currency;
  return cor_exact_divide (cor_exact_from_decimal (cor_money_to_decimal (money)), cor_exact_from_decimal (rate),
                           currency->exponent, rounding, &converted->minor);
}
