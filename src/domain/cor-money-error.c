/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-money-error"

#include "config.h"

#include "cor-money-error.h"

G_DEFINE_QUARK (cor_money_error, cor_money_error)

/**
 * cor_money_error_get_key:
 *
 * The name that programs read; it never changes and is not translated. “invalid_input” and
 * “amount_too_small” are those of fee-examples.json. Any thread.
 *
 * Returns: (transfer none): the name
 */
const char *
cor_money_error_get_key (CorMoneyError code)
{
  switch (code)
    {
    case COR_MONEY_ERROR_UNKNOWN_CURRENCY:
      return "unknown_currency";
    case COR_MONEY_ERROR_TOO_PRECISE:
      return "too_many_decimals";
    case COR_MONEY_ERROR_TOO_SMALL:
      return "amount_too_small";
    case COR_MONEY_ERROR_TOO_LARGE:
      return "amount_too_large";
    case COR_MONEY_ERROR_NO_CORRIDOR:
      return "no_corridor";
    case COR_MONEY_ERROR_NO_RATE:
      return "no_rate";
    case COR_MONEY_ERROR_INVALID:
    default:
      return "invalid_input";
    }
}
