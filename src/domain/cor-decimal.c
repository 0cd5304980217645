/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-decimal"

#include "config.h"

#include "cor-decimal.h"

#include "cor-exact.h"
#include "cor-money-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const rounding_keys[] = {
  [COR_ROUNDING_HALF_UP] = "HALF_UP",
  [COR_ROUNDING_HALF_EVEN] = "HALF_EVEN",
  [COR_ROUNDING_UP] = "UP",
  [COR_ROUNDING_DOWN] = "DOWN",
};

/**
 * cor_rounding_get_key:
 *
 * The name that schedules and results carry, as in fee-examples.json. Any thread.
 *
 * Returns: (transfer none): the name
 */
const char *
cor_rounding_get_key (CorRounding rounding)
{
  g_return_val_if_fail (rounding < G_N_ELEMENTS (rounding_keys), NULL);

  return rounding_keys[rounding];
}

/**
 * cor_rounding_from_key:
 * @rounding: (out): untouched when there is no such name
 *
 * Returns: whether @key is the name of one
 */
gboolean
cor_rounding_from_key (const char  *key,
                       CorRounding *rounding)
{
  for (guint i = 0; i < G_N_ELEMENTS (rounding_keys); i++)
    if (g_strcmp0 (key, rounding_keys[i]) == 0)
      {
        *rounding = (CorRounding) i;
        return TRUE;
      }
  return FALSE;
}

/* ASCII digits with at most one point between them; @scale counts those after it. */
static gboolean
read_digits (const char *text,
             gint64     *digits,
             guint      *scale)
{
  const char *point = NULL;
  guint       n_significant = 0;

  *digits = 0;
  *scale = 0;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' && point == NULL && p > text && p[1] != '\0')
        {
          point = p;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      if (*digits > 0 || *p != '0')
        n_significant++;
      if (n_significant > COR_DECIMAL_MAX_DIGITS || (point != NULL && ++*scale > COR_DECIMAL_MAX_DIGITS))
        return FALSE;
      *digits = *digits * 10 + (*p - '0');
    }
  return *text != '\0';
}

/**
 * cor_decimal_parse:
 * @text: digits with at most one point and, in front, at most one minus; no blanks, no exponent, no
 *   grouping: text of a contract, not of a person (text/ reads those)
 * @decimal: (out): the value; untouched when it is none
 * @error: %COR_MONEY_ERROR_INVALID
 *
 * A decimal comma is refused, not skipped: 1,1476 must not become 11476 (fx.md §2). Any thread.
 *
 * Returns: whether it is a decimal of at most %COR_DECIMAL_MAX_DIGITS digits
 */
gboolean
cor_decimal_parse (const char *text,
                   CorDecimal *decimal,
                   GError    **error)
{
  gboolean   is_negative = text != NULL && *text == '-';
  CorDecimal read = COR_DECIMAL_ZERO;

  if (text == NULL || !read_digits (is_negative ? text + 1 : text, &read.digits, &read.scale))
    {
      g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID,
                   /* Translators: %s is what somebody gave as a number */
                   _ ("“%s” is not a number of at most 18 digits with a point before its decimals"), text != NULL ? text : "");
      return FALSE;
    }
  if (is_negative)
    read.digits = -read.digits;
  *decimal = read;
  return TRUE;
}

/**
 * cor_decimal_to_string:
 *
 * Plain ASCII with every decimal, trailing zeros too; for programs and formulas. Any thread.
 *
 * Returns: (transfer full): such as “-0.050”
 */
char *
cor_decimal_to_string (CorDecimal decimal)
{
  guint64  magnitude = decimal.digits < 0 ? -(guint64) decimal.digits : (guint64) decimal.digits;
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GUINT64_FORMAT, magnitude);
  while (text->len <= decimal.scale)
    g_string_prepend_c (text, '0');
  if (decimal.scale > 0)
    g_string_insert_c (text, (gssize) (text->len - decimal.scale), '.');
  if (decimal.digits < 0)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

/**
 * cor_decimal_compare:
 *
 * By value: 1.10 equals 1.1. Any thread.
 *
 * Returns: less than, equal to or more than zero, as @a is to @b
 */
int
cor_decimal_compare (CorDecimal a,
                     CorDecimal b)
{
  return cor_exact_compare (cor_exact_from_decimal (a), cor_exact_from_decimal (b));
}

/**
 * cor_decimal_add:
 * @sum: (out): exact; with as many decimals as the longer of both
 *
 * Returns: whether it fits 64 bits
 */
gboolean
cor_decimal_add (CorDecimal  a,
                 CorDecimal  b,
                 CorDecimal *sum)
{
  CorExact exact = cor_exact_add (cor_exact_from_decimal (a), cor_exact_from_decimal (b));

  sum->scale = MAX (a.scale, b.scale);
  return cor_exact_round (exact, sum->scale, COR_ROUNDING_HALF_UP, &sum->digits);
}

/**
 * cor_decimal_round:
 * @scale: decimals to keep
 * @rounded: (out): with exactly so many decimals
 *
 * Returns: whether it fits 64 bits
 */
gboolean
cor_decimal_round (CorDecimal  value,
                   guint       scale,
                   CorRounding rounding,
                   CorDecimal *rounded)
{
  rounded->scale = scale;
  return cor_exact_round (cor_exact_from_decimal (value), scale, rounding, &rounded->digits);
}

/**
 * cor_decimal_divide:
 * @significant: digits to keep from the first that is not zero, 1 to 16
 * @quotient: (out): rounded once
 *
 * A cross rate, an inverse, a mean (fx.md §3: divide exactly, keep at least ten digits). Any thread.
 *
 * Returns: whether there is one: not when @denominator is zero
 */
gboolean
cor_decimal_divide (CorDecimal  numerator,
                    CorDecimal  denominator,
                    guint       significant,
                    CorRounding rounding,
                    CorDecimal *quotient)
{
  return cor_exact_divide_significant (cor_exact_from_decimal (numerator), cor_exact_from_decimal (denominator), significant, rounding, quotient);
}

/**
 * cor_decimal_strip:
 *
 * Returns: the same value without trailing zeros behind the point
 */
CorDecimal
cor_decimal_strip (CorDecimal decimal)
{
  while (decimal.scale > 0 && decimal.digits % 10 == 0)
    {
      decimal.digits /= 10;
      decimal.scale--;
    }
  return decimal;
}

/**
 * cor_decimal_approximate:
 *
 * For its place in a picture, and for nothing that is shown as a figure or calculated with.
 *
 * Returns: about @decimal
 */
double
cor_decimal_approximate (CorDecimal decimal)
{
  double value = (double) decimal.digits;

  for (guint i = 0; i < decimal.scale; i++)
    value /= 10;
  return value;
}
