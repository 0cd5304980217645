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

CorExact cor_exact_add_wide (CorExact a,
                             CorExact b);
CorExact cor_exact_multiply_wide (CorExact a,
                                  CorExact b);
gboolean cor_exact_divide_wide (CorExact    numerator,
                                CorExact    denominator,
                                int         scale,
                                CorRounding rounding,
                                gint64     *digits);
gboolean cor_exact_divide_small (CorTwoLimbs numerator,
                                 CorTwoLimbs denominator,
                                 int         shift,
                                 CorRounding rounding,
                                 gint64     *digits);
gboolean cor_exact_divide_significant (CorExact    numerator,
                                       CorExact    denominator,
                                       guint       significant,
                                       CorRounding rounding,
                                       CorDecimal *quotient);

/* Here rather than called: a quote makes a hundred of these, and a call costs more than what it does. What
 * is within a limb or two, as money and rates are, is worked out in registers; the rest is called. */

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
cor_exact_add (CorExact a,
               CorExact b)
{
  int         difference = a.scale - b.scale;
  CorExact    sum = { { 0 }, MAX (a.scale, b.scale), a.is_negative, a.is_lost || b.is_lost };
  CorTwoLimbs left;
  CorTwoLimbs right;

  if (G_UNLIKELY (!cor_wide_is_one_limb (a.limbs) || !cor_wide_is_one_limb (b.limbs) || ABS (difference) > COR_WIDE_LIMB_PLACES))
    return cor_exact_add_wide (a, b);
  left = (CorTwoLimbs) a.limbs[0] * cor_wide_powers[MAX (-difference, 0)];
  right = (CorTwoLimbs) b.limbs[0] * cor_wide_powers[MAX (difference, 0)];
  if (a.is_negative == b.is_negative)
    {
      cor_wide_set_two_limbs (sum.limbs, left + right);
      return sum;
    }
  sum.is_negative = left >= right ? a.is_negative : b.is_negative;
  cor_wide_set_two_limbs (sum.limbs, left >= right ? left - right : right - left);
  return sum;
}

static inline CorExact
cor_exact_subtract (CorExact a,
                    CorExact b)
{
  b.is_negative = !b.is_negative;
  return cor_exact_add (a, b);
}

/* Less than, equal to or more than zero, as @a is to @b; neither may be lost. */
static inline int
cor_exact_compare (CorExact a,
                   CorExact b)
{
  CorExact difference = cor_exact_subtract (a, b);

  if (cor_wide_is_zero (difference.limbs))
    return 0;
  return difference.is_negative ? -1 : 1;
}

static inline CorExact
cor_exact_multiply (CorExact a,
                    CorExact b)
{
  CorExact product = { { 0 }, a.scale + b.scale, a.is_negative != b.is_negative, a.is_lost || b.is_lost };

  if (G_UNLIKELY (!cor_wide_is_one_limb (a.limbs) || !cor_wide_is_one_limb (b.limbs)))
    return cor_exact_multiply_wide (a, b);
  cor_wide_set_two_limbs (product.limbs, (CorTwoLimbs) a.limbs[0] * b.limbs[0]);
  return product;
}

/* @digits: (out): the quotient × 10^@scale, rounded once; whether there is such within 64 bits. A negative
 * @scale keeps tens, hundreds and so on. */
static inline gboolean
cor_exact_divide (CorExact    numerator,
                  CorExact    denominator,
                  int         scale,
                  CorRounding rounding,
                  gint64     *digits)
{
  if (numerator.is_lost || denominator.is_lost)
    return FALSE;
  if (G_UNLIKELY (!cor_wide_is_two_limbs (numerator.limbs) || !cor_wide_is_two_limbs (denominator.limbs) ||
                  !cor_exact_divide_small (cor_wide_get_two_limbs (numerator.limbs), cor_wide_get_two_limbs (denominator.limbs),
                                           scale + denominator.scale - numerator.scale, rounding, digits)))
    return cor_exact_divide_wide (numerator, denominator, scale, rounding, digits);
  if (numerator.is_negative != denominator.is_negative)
    *digits = -*digits;
  return TRUE;
}

/* @digits: (out): @value × 10^@scale, rounded once; whether it fits 64 bits */
static inline gboolean
cor_exact_round (CorExact    value,
                 guint       scale,
                 CorRounding rounding,
                 gint64     *digits)
{
  return cor_exact_divide (value, cor_exact_new (1, 0), (int) scale, rounding, digits);
}

G_END_DECLS
