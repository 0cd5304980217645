/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fee-tariff"

#include "config.h"

#include "cor-fee-tariff.h"

#include "cor-exact.h"
#include "cor-money-error.h"

#include <glib/gi18n-lib.h>

static const CorDecimal hundred = { 100, 0 };

/**
 * cor_fee_tariff_copy:
 * @self: (out caller-allocates): to be cleared with cor_fee_tariff_clear()
 *
 * The tiers are shared, not copied.
 */
void
cor_fee_tariff_copy (CorFeeTariff       *self,
                     const CorFeeTariff *other)
{
  *self = *other;
  if (self->tiers != NULL)
    g_array_ref (self->tiers);
}

/**
 * cor_fee_tariff_clear:
 *
 * Leaves a tariff without a fee.
 */
void
cor_fee_tariff_clear (CorFeeTariff *self)
{
  static const CorFeeTariff none = { 0 };

  g_clear_pointer (&self->tiers, g_array_unref);
  *self = none;
}

/**
 * cor_fee_tariff_get_n_tiers:
 *
 * Returns: how many tiers it has; most have none
 */
guint
cor_fee_tariff_get_n_tiers (const CorFeeTariff *self)
{
  return self->tiers != NULL ? self->tiers->len : 0;
}

/**
 * cor_fee_tariff_get_tier:
 * @index: below cor_fee_tariff_get_n_tiers()
 *
 * Returns: (transfer none): the tier, the lowest first
 */
const CorFeeTier *
cor_fee_tariff_get_tier (const CorFeeTariff *self,
                         guint               index)
{
  return &g_array_index (self->tiers, CorFeeTier, index);
}

/**
 * cor_fee_tariff_find_tier:
 * @amount: minor units
 *
 * Returns: (transfer none) (nullable): the tier that holds @amount, bounds inclusive at the top (fees.md §3)
 */
const CorFeeTier *
cor_fee_tariff_find_tier (const CorFeeTariff *self,
                          gint64              amount)
{
  for (guint i = 0; i < cor_fee_tariff_get_n_tiers (self); i++)
    {
      const CorFeeTier *tier = cor_fee_tariff_get_tier (self, i);

      if (!tier->has_limit || amount <= tier->up_to)
        return tier;
    }
  return NULL;
}

static gboolean
is_percent (CorDecimal percent)
{
  return percent.digits == 0 || (percent.digits > 0 && cor_decimal_compare (percent, hundred) <= 0);
}

static gboolean
fail (GError    **error,
      const char *reason)
{
  g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, reason);
  return FALSE;
}

static gboolean
check_tiers (const CorFeeTariff *self,
             GError            **error)
{
  gint64 floor = 0;

  for (guint i = 0; i < cor_fee_tariff_get_n_tiers (self); i++)
    {
      const CorFeeTier *tier = cor_fee_tariff_get_tier (self, i);

      if (tier->fixed < 0 || !is_percent (tier->percent))
        return fail (error, _ ("The fee of a tier is negative or above 100 percent"));
      if (!tier->has_limit && i + 1 < self->tiers->len)
        return fail (error, _ ("Only the last tier may be without a limit"));
      if (tier->has_limit && tier->up_to <= floor)
        return fail (error, _ ("Each tier must end above the one before it"));
      floor = tier->up_to;
    }
  return TRUE;
}

/**
 * cor_fee_tariff_check:
 * @error: %COR_MONEY_ERROR_INVALID with the reason
 *
 * Any thread.
 *
 * Returns: whether the tariff makes sense: nothing negative, no percent above 100, the least not above the
 *   most, tiers in order
 */
gboolean
cor_fee_tariff_check (const CorFeeTariff *self,
                      GError            **error)
{
  if (self->fixed < 0 || (self->has_min && self->min < 0) || (self->has_max && self->max < 0))
    return fail (error, _ ("A fee is negative"));
  if (!is_percent (self->percent) || !is_percent (self->discount_percent))
    return fail (error, _ ("A percentage is negative or above 100"));
  if (self->has_min && self->has_max && self->min > self->max)
    return fail (error, _ ("The least fee is above the most"));
  return check_tiers (self, error);
}

/* Most banks at the far end take nothing that is known: that needs no arithmetic. */
static gboolean
is_free (const CorFeeTariff *self)
{
  return self->fixed == 0 && self->percent.digits == 0 && !self->has_min && cor_fee_tariff_get_n_tiers (self) == 0;
}

static CorExact
price (gint64     fixed,
       CorDecimal percent,
       gint64     amount,
       guint      exponent)
{
  CorExact share;

  if (percent.digits == 0)
    return cor_exact_new (fixed, exponent);
  share = cor_exact_multiply (cor_exact_new (amount, exponent), cor_exact_percent (percent));
  return fixed == 0 ? share : cor_exact_add (cor_exact_new (fixed, exponent), share);
}

/* A tier that the amount does not reach takes nothing, not even its fixed part. */
static gboolean
price_marginal (const CorFeeTariff *self,
                gint64              amount,
                guint               exponent,
                CorExact           *fee)
{
  gint64 floor = 0;

  *fee = cor_exact_new (0, exponent);
  for (guint i = 0; i < self->tiers->len && amount > floor; i++)
    {
      const CorFeeTier *tier = cor_fee_tariff_get_tier (self, i);
      gint64            top = tier->has_limit ? MIN (tier->up_to, amount) : amount;

      *fee = cor_exact_add (*fee, price (tier->fixed, tier->percent, top - floor, exponent));
      floor = top;
    }
  return amount <= floor;
}

static gboolean
price_tiers (const CorFeeTariff *self,
             gint64              amount,
             guint               exponent,
             CorExact           *fee)
{
  const CorFeeTier *tier;

  if (self->tier_mode == COR_TIERS_MARGINAL)
    return price_marginal (self, amount, exponent, fee);
  tier = cor_fee_tariff_find_tier (self, amount);
  if (tier == NULL)
    return FALSE;
  *fee = price (tier->fixed, tier->percent, amount, exponent);
  return TRUE;
}

static void
bound (const CorFeeTariff *self,
       guint               exponent,
       CorExact           *fee,
       CorTariffPart      *part)
{
  CorExact min = cor_exact_new (self->min, exponent);
  CorExact max = cor_exact_new (self->max, exponent);

  if (self->has_min && cor_exact_compare (*fee, min) < 0)
    {
      *fee = min;
      *part = COR_TARIFF_MIN;
    }
  if (self->has_max && cor_exact_compare (*fee, max) > 0)
    {
      *fee = max;
      *part = COR_TARIFF_MAX;
    }
}

/**
 * cor_fee_tariff_apply:
 * @currency: that of @amount and of the fee
 * @amount: minor units, not negative
 * @fee: (out): minor units, rounded once
 * @part: (out): what made it so
 *
 * fees.md §3, step 1: fixed + amount × percent, or the tiers; then at least the least, then at most the
 * most; a discount comes off what that gives. Any thread.
 *
 * Returns: whether there is a fee; @fee and @part are set only then
 */
CorTariffResult
cor_fee_tariff_apply (const CorFeeTariff *self,
                      const CorCurrency  *currency,
                      gint64              amount,
                      CorRounding         rounding,
                      gint64             *fee,
                      CorTariffPart      *part)
{
  CorExact      exact;
  CorTariffPart by = COR_TARIFF_PLAIN;

  if (is_free (self))
    {
      *fee = 0;
      *part = COR_TARIFF_NONE;
      return COR_TARIFF_OK;
    }
  if (cor_fee_tariff_get_n_tiers (self) == 0)
    exact = price (self->fixed, self->percent, amount, currency->exponent);
  else if (price_tiers (self, amount, currency->exponent, &exact))
    by = COR_TARIFF_TIER;
  else
    return COR_TARIFF_BEYOND_TIERS;

  bound (self, currency->exponent, &exact, &by);
  if (self->discount_percent.digits != 0)
    exact = cor_exact_subtract (exact, cor_exact_multiply (exact, cor_exact_percent (self->discount_percent)));
  if (!cor_exact_round (exact, currency->exponent, rounding, fee))
    return COR_TARIFF_OVERFLOW;
  *part = *fee == 0 ? COR_TARIFF_NONE : by;
  return COR_TARIFF_OK;
}
