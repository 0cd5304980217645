/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Digits that cor_decimal_parse() takes, before and after the point together; also its most decimals. */
#define COR_DECIMAL_MAX_DIGITS 18

/* What becomes of a value between two neighbours. */
typedef enum
{
  COR_ROUNDING_HALF_UP = 0, /* to the nearer; a tie away from zero */
  COR_ROUNDING_HALF_EVEN,   /* to the nearer; a tie to the even one */
  COR_ROUNDING_UP,          /* away from zero */
  COR_ROUNDING_DOWN,        /* towards zero */
} CorRounding;

const char *cor_rounding_get_key (CorRounding rounding);
gboolean    cor_rounding_from_key (const char  *key,
                                   CorRounding *rounding);

/*
 * CorDecimal: an exact decimal, for rates and percentages: digits × 10^-scale. A plain value; trailing
 * zeros are kept, because a rate of 1.1440 was published with four decimals.
 */
typedef struct
{
  gint64 digits;
  guint  scale;
} CorDecimal;

#define COR_DECIMAL_ZERO ((CorDecimal){ 0, 0 })
#define COR_DECIMAL_ONE ((CorDecimal){ 1, 0 })

gboolean   cor_decimal_parse (const char *text,
                              CorDecimal *decimal,
                              GError    **error);
char      *cor_decimal_to_string (CorDecimal decimal) G_GNUC_WARN_UNUSED_RESULT;
int        cor_decimal_compare (CorDecimal a,
                                CorDecimal b);
gboolean   cor_decimal_add (CorDecimal  a,
                            CorDecimal  b,
                            CorDecimal *sum);
gboolean   cor_decimal_round (CorDecimal  value,
                              guint       scale,
                              CorRounding rounding,
                              CorDecimal *rounded);
gboolean   cor_decimal_divide (CorDecimal  numerator,
                               CorDecimal  denominator,
                               guint       significant,
                               CorRounding rounding,
                               CorDecimal *quotient);
CorDecimal cor_decimal_strip (CorDecimal decimal);
double     cor_decimal_approximate (CorDecimal decimal);

G_END_DECLS
