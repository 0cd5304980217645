/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-json"

#include "config.h"

#include "cor-payment-json.h"

#include "cor-json.h"
#include "cor-service-error.h"

/**
 * cor_payment_json_money:
 * @amount: (nullable): decimal text
 * @code: (nullable): a currency
 * @money: (out): untouched where neither is said
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE for what is no amount
 *
 * Trailing zeros say nothing here: trackers write up to five decimals of any currency (payments.md §2).
 */
gboolean
cor_payment_json_money (const char *amount,
                        const char *code,
                        CorMoney   *money,
                        GError    **error)
{
  const CorCurrency *currency = code != NULL ? cor_currency_find (code) : NULL;
  CorDecimal         decimal = COR_DECIMAL_ZERO;
  g_autofree char   *stripped = NULL;

  if (amount == NULL && code == NULL)
    return TRUE;
  if (currency != NULL && amount != NULL && cor_decimal_parse (amount, &decimal, NULL))
    {
      stripped = cor_decimal_to_string (cor_decimal_strip (decimal));
      if (cor_money_parse (stripped, currency, money, NULL))
        return TRUE;
    }
  g_set_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer has an amount that is none: “%.40s %.10s”",
               amount != NULL ? amount : "", code != NULL ? code : "");
  return FALSE;
}

/**
 * cor_payment_json_get_money:
 * @parent: (nullable)
 * @member: an object {amount, currency}, or absent
 */
gboolean
cor_payment_json_get_money (JsonObject *parent,
                            const char *member,
                            CorMoney   *money,
                            GError    **error)
{
  JsonObject *object = cor_json_get_object (parent, member);

  return object == NULL || cor_payment_json_money (cor_json_get_string (object, "amount"), cor_json_get_string (object, "currency"), money, error);
}

/**
 * cor_payment_json_get_rate:
 *
 * Returns: zero where there is none, or what is there is none
 */
CorDecimal
cor_payment_json_get_rate (JsonObject *object,
                           const char *member)
{
  const char *text = cor_json_get_string (object, member);
  CorDecimal  rate = COR_DECIMAL_ZERO;

  if (text == NULL || !cor_decimal_parse (text, &rate, NULL) || rate.digits <= 0)
    return COR_DECIMAL_ZERO;
  return rate;
}
