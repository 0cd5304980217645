/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-currency"

#include "config.h"

#include "cor-currency.h"

#include "cor-money-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Codes and minor units of ISO 4217, list one, as of February 2026 (the maintenance agency's table in the copy
 * of github.com/datasets/currency-codes), without what has no minor unit, such as gold. Of the withdrawn
 * ones, those that the ECB quoted once or that were replaced since 2021: they stand in old payments. */
/* clang-format off */
static const CorCurrency currencies[] = {
  { "AED", 2, FALSE },
  { "AFN", 2, FALSE },
  { "ALL", 2, FALSE },
  { "AMD", 2, FALSE },
  { "ANG", 2, TRUE },
  { "AOA", 2, FALSE },
  { "ARS", 2, FALSE },
  { "AUD", 2, FALSE },
  { "AWG", 2, FALSE },
  { "AZN", 2, FALSE },
  { "BAM", 2, FALSE },
  { "BBD", 2, FALSE },
  { "BDT", 2, FALSE },
  { "BGN", 2, TRUE },
  { "BHD", 3, FALSE },
  { "BIF", 0, FALSE },
  { "BMD", 2, FALSE },
  { "BND", 2, FALSE },
  { "BOB", 2, FALSE },
  { "BOV", 2, FALSE },
  { "BRL", 2, FALSE },
  { "BSD", 2, FALSE },
  { "BTN", 2, FALSE },
  { "BWP", 2, FALSE },
  { "BYN", 2, FALSE },
  { "BZD", 2, FALSE },
  { "CAD", 2, FALSE },
  { "CDF", 2, FALSE },
  { "CHE", 2, FALSE },
  { "CHF", 2, FALSE },
  { "CHW", 2, FALSE },
  { "CLF", 4, FALSE },
  { "CLP", 0, FALSE },
  { "CNY", 2, FALSE },
  { "COP", 2, FALSE },
  { "COU", 2, FALSE },
  { "CRC", 2, FALSE },
  { "CUC", 2, TRUE },
  { "CUP", 2, FALSE },
  { "CVE", 2, FALSE },
  { "CYP", 2, TRUE },
  { "CZK", 2, FALSE },
  { "DJF", 0, FALSE },
  { "DKK", 2, FALSE },
  { "DOP", 2, FALSE },
  { "DZD", 2, FALSE },
  { "EEK", 2, TRUE },
  { "EGP", 2, FALSE },
  { "ERN", 2, FALSE },
  { "ETB", 2, FALSE },
  { "EUR", 2, FALSE },
  { "FJD", 2, FALSE },
  { "FKP", 2, FALSE },
  { "GBP", 2, FALSE },
  { "GEL", 2, FALSE },
  { "GHS", 2, FALSE },
  { "GIP", 2, FALSE },
  { "GMD", 2, FALSE },
  { "GNF", 0, FALSE },
  { "GTQ", 2, FALSE },
  { "GYD", 2, FALSE },
  { "HKD", 2, FALSE },
  { "HNL", 2, FALSE },
  { "HRK", 2, TRUE },
  { "HTG", 2, FALSE },
  { "HUF", 2, FALSE },
  { "IDR", 2, FALSE },
  { "ILS", 2, FALSE },
  { "INR", 2, FALSE },
  { "IQD", 3, FALSE },
  { "IRR", 2, FALSE },
  { "ISK", 0, FALSE },
  { "JMD", 2, FALSE },
  { "JOD", 3, FALSE },
  { "JPY", 0, FALSE },
  { "KES", 2, FALSE },
  { "KGS", 2, FALSE },
  { "KHR", 2, FALSE },
  { "KMF", 0, FALSE },
  { "KPW", 2, FALSE },
  { "KRW", 0, FALSE },
  { "KWD", 3, FALSE },
  { "KYD", 2, FALSE },
  { "KZT", 2, FALSE },
  { "LAK", 2, FALSE },
  { "LBP", 2, FALSE },
  { "LKR", 2, FALSE },
  { "LRD", 2, FALSE },
  { "LSL", 2, FALSE },
  { "LTL", 2, TRUE },
  { "LVL", 2, TRUE },
  { "LYD", 3, FALSE },
  { "MAD", 2, FALSE },
  { "MDL", 2, FALSE },
  { "MGA", 2, FALSE },
  { "MKD", 2, FALSE },
  { "MMK", 2, FALSE },
  { "MNT", 2, FALSE },
  { "MOP", 2, FALSE },
  { "MRU", 2, FALSE },
  { "MTL", 2, TRUE },
  { "MUR", 2, FALSE },
  { "MVR", 2, FALSE },
  { "MWK", 2, FALSE },
  { "MXN", 2, FALSE },
  { "MXV", 2, FALSE },
  { "MYR", 2, FALSE },
  { "MZN", 2, FALSE },
  { "NAD", 2, FALSE },
  { "NGN", 2, FALSE },
  { "NIO", 2, FALSE },
  { "NOK", 2, FALSE },
  { "NPR", 2, FALSE },
  { "NZD", 2, FALSE },
  { "OMR", 3, FALSE },
  { "PAB", 2, FALSE },
  { "PEN", 2, FALSE },
  { "PGK", 2, FALSE },
  { "PHP", 2, FALSE },
  { "PKR", 2, FALSE },
  { "PLN", 2, FALSE },
  { "PYG", 0, FALSE },
  { "QAR", 2, FALSE },
  { "ROL", 2, TRUE },
  { "RON", 2, FALSE },
  { "RSD", 2, FALSE },
  { "RUB", 2, FALSE },
  { "RWF", 0, FALSE },
  { "SAR", 2, FALSE },
  { "SBD", 2, FALSE },
  { "SCR", 2, FALSE },
  { "SDG", 2, FALSE },
  { "SEK", 2, FALSE },
  { "SGD", 2, FALSE },
  { "SHP", 2, FALSE },
  { "SIT", 2, TRUE },
  { "SKK", 2, TRUE },
  { "SLE", 2, FALSE },
  { "SLL", 2, TRUE },
  { "SOS", 2, FALSE },
  { "SRD", 2, FALSE },
  { "SSP", 2, FALSE },
  { "STN", 2, FALSE },
  { "SVC", 2, FALSE },
  { "SYP", 2, FALSE },
  { "SZL", 2, FALSE },
  { "THB", 2, FALSE },
  { "TJS", 2, FALSE },
  { "TMT", 2, FALSE },
  { "TND", 3, FALSE },
  { "TOP", 2, FALSE },
  { "TRL", 2, TRUE },
  { "TRY", 2, FALSE },
  { "TTD", 2, FALSE },
  { "TWD", 2, FALSE },
  { "TZS", 2, FALSE },
  { "UAH", 2, FALSE },
  { "UGX", 0, FALSE },
  { "USD", 2, FALSE },
  { "USN", 2, FALSE },
  { "UYI", 0, FALSE },
  { "UYU", 2, FALSE },
  { "UYW", 4, FALSE },
  { "UZS", 2, FALSE },
  { "VED", 2, FALSE },
  { "VES", 2, FALSE },
  { "VND", 0, FALSE },
  { "VUV", 0, FALSE },
  { "WST", 2, FALSE },
  { "XAD", 2, FALSE },
  { "XAF", 0, FALSE },
  { "XCD", 2, FALSE },
  { "XCG", 2, FALSE },
  { "XOF", 0, FALSE },
  { "XPF", 0, FALSE },
  { "YER", 2, FALSE },
  { "ZAR", 2, FALSE },
  { "ZMW", 2, FALSE },
  { "ZWG", 2, FALSE },
  { "ZWL", 2, TRUE },
};
/* clang-format on */

static int
compare_code (gconstpointer key,
              gconstpointer entry)
{
  return g_strcmp0 (key, ((const CorCurrency *) entry)->code);
}

/**
 * cor_currency_find:
 * @code: (nullable): three capitals
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the currency
 */
const CorCurrency *
cor_currency_find (const char *code)
{
  if (code == NULL)
    return NULL;
  return bsearch (code, currencies, G_N_ELEMENTS (currencies), sizeof *currencies, compare_code);
}

/**
 * cor_currency_require:
 * @code: (nullable): three capitals
 * @error: %COR_MONEY_ERROR_UNKNOWN_CURRENCY
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the currency
 */
const CorCurrency *
cor_currency_require (const char *code,
                      GError    **error)
{
  const CorCurrency *currency = cor_currency_find (code);

  if (currency == NULL)
    g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_UNKNOWN_CURRENCY,
                 _ ("“%s” is not a currency; give its code of three capital letters, such as EUR"), code != NULL ? code : "");
  return currency;
}

/**
 * cor_currency_get_all:
 * @n_currencies: (out): how many
 *
 * In the order of their codes, the withdrawn ones among them. Any thread.
 *
 * Returns: (transfer none) (array length=n_currencies): the currencies
 */
const CorCurrency *
cor_currency_get_all (guint *n_currencies)
{
  *n_currencies = G_N_ELEMENTS (currencies);
  return currencies;
}
