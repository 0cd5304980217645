/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reference"

#include "config.h"

#include "cor-reference.h"

#include "cor-exact.h"

#define HOUR 3600
#define DAY (24 * HOUR)

/* Digits of each rate that goes into a mean: its own ten stay right over a million days. */
#define MEAN_DIGITS 16

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

static void
take (CorReferenceSummary *summary,
      const GDate         *day,
      CorDecimal           cross)
{
  if (summary->n_rates == 0 || cor_decimal_compare (cross, summary->min) < 0)
    {
      summary->min = cross;
      summary->min_day = *day;
    }
  if (summary->n_rates == 0 || cor_decimal_compare (cross, summary->max) > 0)
    {
      summary->max = cross;
      summary->max_day = *day;
    }
  summary->n_rates++;
}

/**
 * cor_reference_summarise:
 * @references: of one pair
 * @summary: (out): lowest, highest and mean rate (fx.md §6)
 *
 * Any thread.
 *
 * Returns: whether there was any rate
 */
gboolean
cor_reference_summarise (const CorReference  *references,
                         gsize                n_references,
                         CorReferenceSummary *summary)
{
  CorExact sum = cor_exact_new (0, 0);

  *summary = (CorReferenceSummary){ 0 };
  for (gsize i = 0; i < n_references; i++)
    {
      CorDecimal cross;
      CorDecimal precise;

      if (!cor_reference_get_cross (&references[i], COR_REFERENCE_DIGITS, &cross) || !cor_reference_get_cross (&references[i], MEAN_DIGITS, &precise))
        continue;
      take (summary, &references[i].day, cross);
      sum = cor_exact_add (sum, cor_exact_from_decimal (precise));
    }
  return summary->n_rates > 0 &&
         cor_exact_divide_significant (sum, cor_exact_new (summary->n_rates, 0), COR_REFERENCE_DIGITS, COR_ROUNDING_HALF_UP, &summary->mean);
}
