/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-decimal.h"
#include "cor-wide.h"

G_BEGIN_DECLS

/*
 * CorExact: a value in the middle of a calculation, wide enough for the product of any amounts and rates,
 * so that a formula is rounded once, at its end. What does not fit 256 bits is lost, and so is everything
 * made of it: no step in between needs a check, and no loss can pass for a number.
 */
typedef struct
{
  guint64  limbs[4]; /* the magnitude, least significant first */
  int      scale;    /* value: magnitude × 10^-scale */
  gboolean is_negative;
  gboolean is_lost;
} CorExact;

/* 256 bits are 77 digits: no shift beyond that keeps anything but zero. */
#define COR_EXACT_MAX_SHIFT 77

CorExact cor_exact_add (CorExact a,
                        CorExact b);
CorExact cor_exact_multiply_wide (const CorExact *a,
                                  const CorExact *b);
int      cor_exact_compare (CorExact a,
                            CorExact b);
gboolean cor_exact_round (CorExact    value,
                          guint       scale,
                          CorRounding rounding,
                          gint64     *digits);
gboolean cor_exact_divide (CorExact    numerator,
                           CorExact    denominator,
                           guint       scale,
                           CorRounding rounding,
                           gint64     *digits);
gboolean cor_exact_divide_significant (CorExact    numerator,
                                       CorExact    denominator,
                                       guint       significant,
                                       CorRounding rounding,
                                       CorDecimal *quotient);

/* Here rather than called: a quote makes a hundred of these, and a call costs more than what it does. */

/* @digits × 10^-@scale */
static inline CorExact
cor_exact_new (gint64 digits,
               guint  scale)
{
  CorExact value = { { digits < 0 ? -(guint64) digits : (guint64) digits }, (int) scale, digits < 0, FALSE };

  value.is_lost = scale > COR_EXACT_MAX_SHIFT;
  return value;
}

static inline CorExact
cor_exact_from_decimal (CorDecimal decimal)
{
  return cor_exact_new (decimal.digits, decimal.scale);
}

/* @percent / 100: 0.6 means 0.6 % */
static inline CorExact
cor_exact_percent (CorDecimal percent)
{
  return cor_exact_new (percent.digits, percent.scale + 2);
}

static inline CorExact
cor_exact_subtract (CorExact a,
                    CorExact b)
{
  b.is_negative = !b.is_negative;
  return cor_exact_add (a, b);
}

static inline CorExact
cor_exact_multiply (CorExact a,
                    CorExact b)
{
  CorExact product = { { 0 }, a.scale + b.scale, a.is_negative != b.is_negative, a.is_lost || b.is_lost };

  if (!cor_wide_is_one_limb (a.limbs) || !cor_wide_is_one_limb (b.limbs))
    return cor_exact_multiply_wide (&a, &b);
  cor_wide_set_two_limbs (product.limbs, (CorTwoLimbs) a.limbs[0] * b.limbs[0]);
  return product;
}

G_END_DECLS
