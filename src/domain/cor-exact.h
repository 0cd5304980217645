/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-decimal.h"

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

CorExact cor_exact_new (gint64 digits,
                        guint  scale);
CorExact cor_exact_from_decimal (CorDecimal decimal);
CorExact cor_exact_percent (CorDecimal percent);
CorExact cor_exact_add (CorExact a,
                        CorExact b);
CorExact cor_exact_subtract (CorExact a,
                             CorExact b);
CorExact cor_exact_multiply (CorExact a,
                             CorExact b);
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

G_END_DECLS
