/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-currency.h"
#include "cor-decimal.h"

G_BEGIN_DECLS

/* How a tariff with tiers reads them. */
typedef enum
{
  COR_TIERS_SLAB = 0, /* the tier that holds the amount prices all of it */
  COR_TIERS_MARGINAL, /* each tier prices the part of the amount that lies in it */
} CorTierMode;

typedef struct
{
  gboolean   has_limit;
  gint64     up_to; /* minor units, the bound itself belongs to the tier */
  gint64     fixed; /* minor units */
  CorDecimal percent;
} CorFeeTier;

/*
 * CorFeeTariff: what a fee is made of. All zero is “no fee”. Amounts are minor units of the currency that
 * the fee is taken in; with tiers, the tariff's own fixed part and percent do not count.
 */
typedef struct
{
  gint64      fixed;
  CorDecimal  percent;
  gboolean    has_min;
  gboolean    has_max;
  gint64      min;
  gint64      max;
  CorTierMode tier_mode;
  GArray     *tiers;            /* owned, of CorFeeTier, not changed once it is shared; NULL: none */
  CorDecimal  discount_percent; /* a promotion, taken off at the end */
} CorFeeTariff;

/* Which part of a tariff made the fee what it is. */
typedef enum
{
  COR_TARIFF_NONE = 0, /* there is no fee */
  COR_TARIFF_PLAIN,    /* fixed and percent */
  COR_TARIFF_TIER,     /* a tier, or several */
  COR_TARIFF_MIN,      /* raised to the least */
  COR_TARIFF_MAX,      /* cut to the most */
} CorTariffPart;

typedef enum
{
  COR_TARIFF_OK = 0,
  COR_TARIFF_BEYOND_TIERS, /* the last tier ends below the amount */
  COR_TARIFF_OVERFLOW,
} CorTariffResult;

void              cor_fee_tariff_copy (CorFeeTariff       *self,
                                       const CorFeeTariff *other);
void              cor_fee_tariff_clear (CorFeeTariff *self);
gboolean          cor_fee_tariff_check (const CorFeeTariff *self,
                                        GError            **error);
CorTariffResult   cor_fee_tariff_apply (const CorFeeTariff *self,
                                        const CorCurrency  *currency,
                                        gint64              amount,
                                        CorRounding         rounding,
                                        gint64             *fee,
                                        CorTariffPart      *part);
guint             cor_fee_tariff_get_n_tiers (const CorFeeTariff *self);
const CorFeeTier *cor_fee_tariff_get_tier (const CorFeeTariff *self,
                                           guint               index);
const CorFeeTier *cor_fee_tariff_find_tier (const CorFeeTariff *self,
                                            gint64              amount);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorFeeTariff, cor_fee_tariff_clear)

G_END_DECLS
