/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-exact"

#include "config.h"

#include "cor-exact.h"

/* Digits that a quotient of N significant ones may have too many before it is cut. */
#define MAX_SIGNIFICANT 16

static void
raise_scale (CorExact *value,
             int       scale)
{
  guint places = (guint) (scale - value->scale);

  if (places > COR_EXACT_MAX_SHIFT ? !cor_wide_is_zero (value->limbs) : !cor_wide_shift_decimal (value->limbs, places))
    value->is_lost = TRUE;
  value->scale = scale;
}

static void
align (CorExact *a,
       CorExact *b)
{
  if (a->scale < b->scale)
    raise_scale (a, b->scale);
  else if (b->scale < a->scale)
    raise_scale (b, a->scale);
}

/**
 * cor_exact_add_wide:
 *
 * What cor_exact_add() does where one limb is not enough.
 *
 * Returns: the sum
 */
CorExact
cor_exact_add_wide (CorExact a,
                    CorExact b)
{
  CorExact sum = { { 0 }, 0, FALSE, FALSE };

  align (&a, &b);
  sum.scale = a.scale;
  sum.is_lost = a.is_lost || b.is_lost;
  if (a.is_negative == b.is_negative)
    {
      sum.is_negative = a.is_negative;
      sum.is_lost = !cor_wide_add (sum.limbs, a.limbs, b.limbs) || sum.is_lost;
    }
  else if (cor_wide_compare (a.limbs, b.limbs) >= 0)
    {
      sum.is_negative = a.is_negative;
      cor_wide_subtract (sum.limbs, a.limbs, b.limbs);
    }
  else
    {
      sum.is_negative = b.is_negative;
      cor_wide_subtract (sum.limbs, b.limbs, a.limbs);
    }
  return sum;
}

/**
 * cor_exact_multiply_wide:
 *
 * What cor_exact_multiply() does where one limb is not enough.
 *
 * Returns: the product
 */
CorExact
cor_exact_multiply_wide (CorExact a,
                         CorExact b)
{
  CorExact product = { { 0 }, a.scale + b.scale, a.is_negative != b.is_negative, FALSE };

  product.is_lost = !cor_wide_multiply (product.limbs, a.limbs, b.limbs) || a.is_lost || b.is_lost;
  return product;
}

/* What is left over, against what is missing to the next. */
static gboolean
rounds_away (CorRounding    rounding,
             const guint64 *quotient,
             const guint64 *remainder,
             const guint64 *denominator)
{
  guint64 missing[COR_WIDE_LIMBS];
  int     order;

  if (cor_wide_is_zero (remainder))
    return FALSE;
  cor_wide_subtract (missing, denominator, remainder);
  order = cor_wide_compare (remainder, missing);
  switch (rounding)
    {
    case COR_ROUNDING_UP:
      return TRUE;
    case COR_ROUNDING_DOWN:
      return FALSE;
    case COR_ROUNDING_HALF_EVEN:
      return order > 0 || (order == 0 && (quotient[0] & 1) != 0);
    case COR_ROUNDING_HALF_UP:
    default:
      return order >= 0;
    }
}

/* The same in two limbs. */
static gboolean
rounds_away_small (CorRounding rounding,
                   CorTwoLimbs quotient,
                   CorTwoLimbs remainder,
                   CorTwoLimbs denominator)
{
  CorTwoLimbs missing = denominator - remainder;

  if (remainder == 0)
    return FALSE;
  switch (rounding)
    {
    case COR_ROUNDING_UP:
      return TRUE;
    case COR_ROUNDING_DOWN:
      return FALSE;
    case COR_ROUNDING_HALF_EVEN:
      return remainder > missing || (remainder == missing && (quotient & 1) != 0);
    case COR_ROUNDING_HALF_UP:
    default:
      return remainder >= missing;
    }
}

static gboolean
take_digits (const guint64 *quotient,
             gboolean       is_negative,
             gint64        *digits)
{
  if ((quotient[1] | quotient[2] | quotient[3]) != 0 || quotient[0] > G_MAXINT64)
    return FALSE;
  *digits = is_negative ? -(gint64) quotient[0] : (gint64) quotient[0];
  return TRUE;
}

/* Times a power of ten; one limb times one limb always fits two. */
static inline gboolean
shift_small (CorTwoLimbs *value,
             int          places)
{
  if (places <= 0)
    return TRUE;
  if (*value >> 64 != 0)
    return !__builtin_mul_overflow (*value, cor_wide_powers[places], value);
  *value = (CorTwoLimbs) (guint64) *value * cor_wide_powers[places];
  return TRUE;
}

/**
 * cor_exact_divide_small:
 * @shift: decimals that the quotient gets
 * @digits: (out): @numerator / @denominator × 10^@shift, rounded once
 *
 * A part of cor_exact_divide(), for what is within two limbs, as nearly everything is.
 *
 * Returns: whether that was enough
 */
gboolean
cor_exact_divide_small (CorTwoLimbs numerator,
                        CorTwoLimbs denominator,
                        int         shift,
                        CorRounding rounding,
                        gint64     *digits)
{
  CorTwoLimbs quotient;
  CorTwoLimbs remainder;

  if (ABS (shift) > COR_WIDE_LIMB_PLACES || !shift_small (&numerator, shift) || !shift_small (&denominator, -shift) || denominator == 0)
    return FALSE;
  /* a division of 64 bits is several times as fast */
  quotient = (numerator | denominator) >> 64 == 0 ? (guint64) numerator / (guint64) denominator : numerator / denominator;
  if (quotient >= G_MAXINT64)
    return FALSE;
  remainder = numerator - quotient * denominator;
  *digits = (gint64) quotient + (rounds_away_small (rounding, quotient, remainder, denominator) ? 1 : 0);
  return TRUE;
}

/**
 * cor_exact_divide_wide:
 *
 * What cor_exact_divide() does where two limbs are not enough.
 *
 * Returns: whether there is such a quotient within 64 bits
 */
gboolean
cor_exact_divide_wide (CorExact    numerator,
                       CorExact    denominator,
                       int         scale,
                       CorRounding rounding,
                       gint64     *digits)
{
  static const guint64 one[COR_WIDE_LIMBS] = { 1 };
  guint64              quotient[COR_WIDE_LIMBS];
  guint64              remainder[COR_WIDE_LIMBS];
  int                  shift = scale + denominator.scale - numerator.scale;

  if (shift > 0)
    raise_scale (&numerator, numerator.scale + shift);
  else if (shift < 0)
    raise_scale (&denominator, denominator.scale - shift);
  if (numerator.is_lost || denominator.is_lost || cor_wide_is_zero (denominator.limbs))
    return FALSE;

  cor_wide_divide (quotient, remainder, numerator.limbs, denominator.limbs);
  if (rounds_away (rounding, quotient, remainder, denominator.limbs))
    cor_wide_add (quotient, quotient, one);
  return take_digits (quotient, numerator.is_negative != denominator.is_negative, digits);
}

static int
count_digits (gint64 digits)
{
  guint64 rest = digits < 0 ? -(guint64) digits : (guint64) digits;
  int     n = 0;

  for (; rest > 0; rest /= 10)
    n++;
  return n;
}

/* Whole digits of the quotient, give or take one: log10 of two is 1233 / 4096. */
static int
estimate_digits (const CorExact *numerator,
                 const CorExact *denominator)
{
  int bits = (int) cor_wide_count_bits (numerator->limbs) - (int) cor_wide_count_bits (denominator->limbs);

  return bits * 1233 / 4096 - numerator->scale + denominator->scale;
}

/**
 * cor_exact_divide_significant:
 * @significant: digits to keep from the first that is not zero, 1 to 16
 * @quotient: (out): the quotient, rounded once, trailing zeros kept
 *
 * Returns: whether there is such a quotient within the limits of a #CorDecimal
 */
gboolean
cor_exact_divide_significant (CorExact    numerator,
                              CorExact    denominator,
                              guint       significant,
                              CorRounding rounding,
                              CorDecimal *quotient)
{
  int    scale = (int) significant - estimate_digits (&numerator, &denominator);
  gint64 digits = 0;

  g_return_val_if_fail (significant > 0 && significant <= MAX_SIGNIFICANT, FALSE);

  if (cor_wide_is_zero (numerator.limbs))
    scale = 0;
  for (int tries = 0; tries < 4; tries++)
    {
      int excess;

      if (!cor_exact_divide (numerator, denominator, scale, rounding, &digits))
        return FALSE;
      excess = count_digits (digits) - (int) significant;
      if (excess == 0 || digits == 0)
        break;
      scale -= excess;
    }
  for (; scale < 0; scale++)
    if (__builtin_mul_overflow (digits, 10, &digits))
      return FALSE;
  quotient->digits = digits;
  quotient->scale = (guint) scale;
  return TRUE;
}
