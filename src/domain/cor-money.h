/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-currency.h"
#include "cor-decimal.h"

G_BEGIN_DECLS

/*
 * CorMoney: an amount in the minor units of its currency, 1010.00 USD being 101000. A plain value; it may
 * be negative, as a margin in the customer's favour is.
 */
typedef struct
{
  gint64             minor;
  const CorCurrency *currency;
} CorMoney;

CorMoney   cor_money_new (gint64             minor,
                          const CorCurrency *currency);
gboolean   cor_money_parse (const char        *text,
                            const CorCurrency *currency,
                            CorMoney          *money,
                            GError           **error);
char      *cor_money_to_string (CorMoney money) G_GNUC_WARN_UNUSED_RESULT;
char      *cor_money_to_text (CorMoney money) G_GNUC_WARN_UNUSED_RESULT;
CorDecimal cor_money_to_decimal (CorMoney money);
gboolean   cor_money_convert (CorMoney           money,
                              CorDecimal         rate,
                              const CorCurrency *currency,
                              CorRounding        rounding,
                              CorMoney          *converted);
gboolean   cor_money_convert_back (CorMoney           money,
                                   CorDecimal         rate,
                                   const CorCurrency *currency,
                                   CorRounding        rounding,
                                   CorMoney          *converted);

G_END_DECLS
