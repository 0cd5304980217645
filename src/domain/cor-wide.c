/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-wide"

#include "config.h"

#include "cor-wide.h"

#include <string.h>

const guint64 cor_wide_powers[COR_WIDE_LIMB_PLACES + 1] = {
  1U,
  10U,
  100U,
  1000U,
  10000U,
  100000U,
  1000000U,
  10000000U,
  100000000U,
  1000000000U,
  10000000000U,
  100000000000U,
  1000000000000U,
  10000000000000U,
  100000000000000U,
  1000000000000000U,
  10000000000000000U,
  100000000000000000U,
  1000000000000000000U,
  10000000000000000000U,
};

/**
 * cor_wide_compare:
 *
 * Returns: less than, equal to or more than zero, as @a is to @b
 */
int
cor_wide_compare (const guint64 *a,
                  const guint64 *b)
{
  for (int i = COR_WIDE_LIMBS - 1; i >= 0; i--)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

/**
 * cor_wide_count_bits:
 *
 * Returns: the position of the highest bit set, from 1; 0 for zero
 */
guint
cor_wide_count_bits (const guint64 *a)
{
  for (int i = COR_WIDE_LIMBS - 1; i >= 0; i--)
    if (a[i] != 0)
      return (guint) i * 64 + 64 - (guint) __builtin_clzll (a[i]);
  return 0;
}

/**
 * cor_wide_add:
 * @sum: (out): may be one of the others
 *
 * Returns: whether it fits
 */
gboolean
cor_wide_add (guint64       *sum,
              const guint64 *a,
              const guint64 *b)
{
  CorTwoLimbs carry = 0;

  for (int i = 0; i < COR_WIDE_LIMBS; i++)
    {
      carry += (CorTwoLimbs) a[i] + b[i];
      sum[i] = (guint64) carry;
      carry >>= 64;
    }
  return carry == 0;
}

/**
 * cor_wide_subtract:
 * @difference: (out): may be one of the others
 * @a: not less than @b
 */
void
cor_wide_subtract (guint64       *difference,
                   const guint64 *a,
                   const guint64 *b)
{
  guint64 borrow = 0;

  for (int i = 0; i < COR_WIDE_LIMBS; i++)
    {
      CorTwoLimbs left = (CorTwoLimbs) a[i] - b[i] - borrow;

      difference[i] = (guint64) left;
      borrow = (guint64) (left >> 64) != 0;
    }
}

/**
 * cor_wide_multiply:
 * @product: (out): none of the others
 *
 * Returns: whether it fits
 */
gboolean
cor_wide_multiply (guint64       *product,
                   const guint64 *a,
                   const guint64 *b)
{
  memset (product, 0, COR_WIDE_LIMBS * sizeof *product);
  for (int i = 0; i < COR_WIDE_LIMBS; i++)
    {
      guint64 carry = 0;

      if (a[i] == 0)
        continue;
      for (int j = 0; j < COR_WIDE_LIMBS; j++)
        {
          CorTwoLimbs part;

          if (i + j >= COR_WIDE_LIMBS)
            {
              if (b[j] != 0)
                return FALSE;
              continue;
            }
          part = (CorTwoLimbs) a[i] * b[j] + product[i + j] + carry;
          product[i + j] = (guint64) part;
          carry = (guint64) (part >> 64);
        }
      if (carry != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
multiply_limb (guint64 *a,
               guint64  factor)
{
  guint64 carry = 0;

  for (int i = 0; i < COR_WIDE_LIMBS; i++)
    {
      CorTwoLimbs part = (CorTwoLimbs) a[i] * factor + carry;

      a[i] = (guint64) part;
      carry = (guint64) (part >> 64);
    }
  return carry == 0;
}

/**
 * cor_wide_shift_decimal:
 * @a: (inout): becomes @a × 10^@places
 *
 * Returns: whether it fits
 */
gboolean
cor_wide_shift_decimal (guint64 *a,
                        guint    places)
{
  if (cor_wide_is_zero (a))
    return TRUE;
  for (; places > COR_WIDE_LIMB_PLACES; places -= COR_WIDE_LIMB_PLACES)
    if (!multiply_limb (a, cor_wide_powers[COR_WIDE_LIMB_PLACES]))
      return FALSE;
  return multiply_limb (a, cor_wide_powers[places]);
}

static void
divide_two_limbs (guint64       *quotient,
                  guint64       *remainder,
                  const guint64 *numerator,
                  const guint64 *denominator)
{
  CorTwoLimbs n = (CorTwoLimbs) numerator[1] << 64 | numerator[0];
  CorTwoLimbs d = (CorTwoLimbs) denominator[1] << 64 | denominator[0];
  CorTwoLimbs q = n / d;
  CorTwoLimbs r = n - q * d;

  quotient[0] = (guint64) q;
  quotient[1] = (guint64) (q >> 64);
  remainder[0] = (guint64) r;
  remainder[1] = (guint64) (r >> 64);
}

/* The school's way, a bit at a time: only figures near the limits come here. */
static void
divide_bits (guint64       *quotient,
             guint64       *remainder,
             const guint64 *numerator,
             const guint64 *denominator)
{
  for (int bit = (int) cor_wide_count_bits (numerator) - 1; bit >= 0; bit--)
    {
      /* twice the remainder may need one bit more than there are */
      gboolean is_wider = remainder[COR_WIDE_LIMBS - 1] >> 63 != 0;

      for (int i = COR_WIDE_LIMBS - 1; i > 0; i--)
        remainder[i] = remainder[i] << 1 | remainder[i - 1] >> 63;
      remainder[0] = remainder[0] << 1 | (numerator[bit / 64] >> (bit % 64) & 1);
      if (is_wider || cor_wide_compare (remainder, denominator) >= 0)
        {
          cor_wide_subtract (remainder, remainder, denominator);
          quotient[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
        }
    }
}

/**
 * cor_wide_divide:
 * @quotient: (out): none of the others
 * @remainder: (out): likewise
 * @denominator: not zero
 */
void
cor_wide_divide (guint64       *quotient,
                 guint64       *remainder,
                 const guint64 *numerator,
                 const guint64 *denominator)
{
  g_return_if_fail (!cor_wide_is_zero (denominator));

  memset (quotient, 0, COR_WIDE_LIMBS * sizeof *quotient);
  memset (remainder, 0, COR_WIDE_LIMBS * sizeof *remainder);
  if ((numerator[2] | numerator[3] | denominator[2] | denominator[3]) == 0)
    divide_two_limbs (quotient, remainder, numerator, denominator);
  else
    divide_bits (quotient, remainder, numerator, denominator);
}
