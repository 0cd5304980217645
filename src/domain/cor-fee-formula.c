/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fee-formula"

#include "config.h"

#include "cor-explanation.h"

static void
append_money (GString           *text,
              gint64             minor,
              const CorCurrency *currency)
{
  g_autofree char *money = cor_money_to_text (cor_money_new (minor, currency));

  g_string_append (text, money);
}

/* “10.00 USD + 1000.00 USD × 0.6 %”; a part that is zero is left out. */
static void
append_price (GString           *text,
              gint64             fixed,
              CorDecimal         percent,
              gint64             amount,
              const CorCurrency *currency)
{
  g_autofree char *share = cor_decimal_to_string (cor_decimal_strip (percent));

  if (fixed != 0 || percent.digits == 0)
    append_money (text, fixed, currency);
  if (percent.digits == 0)
    return;
  if (fixed != 0)
    g_string_append (text, " + ");
  append_money (text, amount, currency);
  g_string_append_printf (text, " × %s %%", share);
}

static void
append_marginal (GString            *text,
                 const CorFeeTariff *tariff,
                 CorMoney            amount)
{
  gint64 floor = 0;

  for (guint i = 0; i < cor_fee_tariff_get_n_tiers (tariff) && floor < amount.minor; i++)
    {
      const CorFeeTier *tier = cor_fee_tariff_get_tier (tariff, i);
      gint64            top = tier->has_limit ? MIN (tier->up_to, amount.minor) : amount.minor;

      if (i > 0)
        g_string_append (text, " + ");
      append_price (text, tier->fixed, tier->percent, top - floor, amount.currency);
      floor = top;
    }
}

static void
append_base (GString            *text,
             const CorFeeTariff *tariff,
             CorMoney            amount)
{
  const CorFeeTier *tier = cor_fee_tariff_find_tier (tariff, amount.minor);

  if (cor_fee_tariff_get_n_tiers (tariff) == 0)
    append_price (text, tariff->fixed, tariff->percent, amount.minor, amount.currency);
  else if (tariff->tier_mode == COR_TIERS_MARGINAL)
    append_marginal (text, tariff, amount);
  else if (tier != NULL)
    append_price (text, tier->fixed, tier->percent, amount.minor, amount.currency);
}

static void
append_bound (GString    *text,
              const char *name,
              CorMoney    bound)
{
  g_autofree char *money = cor_money_to_text (bound);

  g_string_prepend_c (text, '(');
  g_string_prepend (text, name);
  g_string_append_printf (text, "; %s)", money);
}

/**
 * cor_fee_formula:
 * @part: what cor_fee_tariff_apply() found
 * @amount: what the fee is on
 *
 * Such as “max(500.00 USD × 0.6 %; 3.00 USD)”: what was calculated, with the bound that made the fee, and the
 * discount. Any thread.
 *
 * Returns: (transfer full): the formula
 */
char *
cor_fee_formula (const CorFeeTariff *tariff,
                 CorTariffPart       part,
                 CorMoney            amount)
{
  GString *text = g_string_new (NULL);

  append_base (text, tariff, amount);
  if (part == COR_TARIFF_MIN)
    append_bound (text, "max", cor_money_new (tariff->min, amount.currency));
  if (part == COR_TARIFF_MAX)
    append_bound (text, "min", cor_money_new (tariff->max, amount.currency));
  if (tariff->discount_percent.digits != 0)
    {
      g_autofree char *discount = cor_decimal_to_string (cor_decimal_strip (tariff->discount_percent));

      g_string_prepend_c (text, '(');
      g_string_append_printf (text, ") × (100 − %s) %%", discount);
    }
  return g_string_free (text, FALSE);
}
