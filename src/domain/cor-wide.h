/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Unsigned numbers of 256 bits, least significant limb first: the digits below CorExact. Each function
 * that can overflow says so, and leaves its result undefined then. */

#define COR_WIDE_LIMBS 4

/* The most powers of ten that one limb holds. */
#define COR_WIDE_LIMB_PLACES 19

extern const guint64 cor_wide_powers[COR_WIDE_LIMB_PLACES + 1];

typedef unsigned __int128 CorTwoLimbs;

static inline gboolean
cor_wide_is_zero (const guint64 *a)
{
  return (a[0] | a[1] | a[2] | a[3]) == 0;
}

/* What money and rates are, almost always: then one instruction does where a loop would. */
static inline gboolean
cor_wide_is_one_limb (const guint64 *a)
{
  return (a[1] | a[2] | a[3]) == 0;
}

static inline gboolean
cor_wide_is_two_limbs (const guint64 *a)
{
  return (a[2] | a[3]) == 0;
}

static inline CorTwoLimbs
cor_wide_get_two_limbs (const guint64 *a)
{
  return (CorTwoLimbs) a[1] << 64 | a[0];
}

static inline void
cor_wide_set_two_limbs (guint64    *a,
                        CorTwoLimbs value)
{
  a[0] = (guint64) value;
  a[1] = (guint64) (value >> 64);
  a[2] = a[3] = 0;
}

int      cor_wide_compare (const guint64 *a,
                           const guint64 *b);
guint    cor_wide_count_bits (const guint64 *a);
gboolean cor_wide_add (guint64       *sum,
                       const guint64 *a,
                       const guint64 *b);
void     cor_wide_subtract (guint64       *difference,
                            const guint64 *a,
                            const guint64 *b);
gboolean cor_wide_multiply (guint64       *product,
                            const guint64 *a,
                            const guint64 *b);
gboolean cor_wide_shift_decimal (guint64 *a,
                                 guint    places);
void     cor_wide_divide (guint64       *quotient,
                          guint64       *remainder,
                          const guint64 *numerator,
                          const guint64 *denominator);

G_END_DECLS
