/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reference"

#include "config.h"

#include "cor-reference.h"

#define HOUR 3600
#define DAY (24 * HOUR)

/* Rates appear at about four in the afternoon in Frankfurt (fx.md §1). */
#define PUBLICATION_HOUR 16

static void
get_last_sunday (GDate     *sunday,
                 GDateMonth month,
                 GDateYear  year)
{
  g_date_set_dmy (sunday, 31, month, year);
  g_date_subtract_days (sunday, (guint) g_date_get_weekday (sunday) % 7);
}

/* From the last Sunday of March to the day before that of October, as since 1996; the change itself is at
 * night, long before a publication. */
static gboolean
is_summer_time (const GDate *day)
{
  GDate first;
  GDate end;

  get_last_sunday (&first, G_DATE_MARCH, g_date_get_year (day));
  get_last_sunday (&end, G_DATE_OCTOBER, g_date_get_year (day));
  return g_date_compare (&first, day) <= 0 && g_date_compare (day, &end) < 0;
}

/**
 * cor_reference_get_published_at:
 * @day: valid
 *
 * When the ECB's rates of @day appear, were it a working day: 15:00 UTC in winter, 14:00 in summer (fx.md
 * §1). Any thread.
 *
 * Returns: seconds since the epoch
 */
gint64
cor_reference_get_published_at (const GDate *day)
{
  GDate epoch;
  int   offset = is_summer_time (day) ? 2 : 1;

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);
  return (gint64) g_date_days_between (&epoch, day) * DAY + (PUBLICATION_HOUR - offset) * HOUR;
}

/**
 * cor_reference_find_on:
 * @references: in the order of their days, the oldest first
 *
 * The last publication on or before a day: the rate to show for a weekend or a holiday, with its own date
 * (fx.md §3). Any thread.
 *
 * Returns: its index; -1 when they begin later
 */
gssize
cor_reference_find_on (const CorReference *references,
                       gsize               n_references,
                       const GDate        *day)
{
  gsize low = 0;
  gsize high = n_references;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (g_date_compare (&references[middle].day, day) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return (gssize) low - 1;
}

/**
 * cor_reference_find_before:
 * @references: in the order of their days, the oldest first
 * @moment: of the conversion, seconds since the epoch
 *
 * The last publication that was out by then: what a conversion may fairly be measured against (fees.md §5).
 * Any thread.
 *
 * Returns: its index; -1 when there was none yet
 */
gssize
cor_reference_find_before (const CorReference *references,
                           gsize               n_references,
                           gint64              moment)
{
  gsize low = 0;
  gsize high = n_references;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (cor_reference_get_published_at (&references[middle].day) <= moment)
        low = middle + 1;
      else
        high = middle;
    }
  return (gssize) low - 1;
}

/**
 * cor_reference_get_cross:
 * @significant: digits to keep: %COR_REFERENCE_DIGITS for arithmetic
 * @cross: (out): quote for one base
 *
 * Divided exactly, out of the two published legs. Any thread.
 *
 * Returns: whether there is one: not on a day when one of the legs was not published; it is not carried
 *   forward
 */
gboolean
cor_reference_get_cross (const CorReference *reference,
                         guint               significant,
                         CorDecimal         *cross)
{
  return reference->eur_base.digits > 0 && reference->eur_quote.digits > 0 &&
         cor_decimal_divide (reference->eur_quote, reference->eur_base, significant, COR_ROUNDING_HALF_UP, cross);
}
