/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-rate-series"

#include "config.h"

#include "cor-rate-series.h"

#include "cor-rate-sheet.h"
#include "cor-reference.h"
#include "cor-target-calendar.h"

#include <gio/gio.h>
#include <string.h>

#define MONTH_ENDS "/org/corridordesk/sandbox/ecb-month-ends.tsv"

/* How far a day lies off the line between two month ends, and a month end that is not known off the last one: in ten thousandths. */
#define DAY_SPAN 30
#define MONTH_SPAN 250

struct _CorRateSeries
{
  GArray     *month_ends; /* guint32, Julian, ascending */
  GPtrArray  *currencies; /* utf8, sorted */
  CorDecimal *rates;      /* [currency × months + month]; zero digits: none */
  guint       first_month;
};

static guint
get_month (const GDate *day)
{
  return g_date_get_year (day) * 12U + (guint) g_date_get_month (day) - 1;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
fill (CorRateSeries      *self,
      const CorRateSheet *sheet)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_months = sheet->days->len;
  GDate day;

  self->month_ends = g_array_ref (sheet->days);
  self->currencies = g_ptr_array_new ();
  for (guint i = 0; i < sheet->rates->len; i++)
    {
      const char *code = g_intern_string (g_array_index (sheet->rates, CorRate, i).currency);

      if (g_hash_table_add (places, (gpointer) code))
        g_ptr_array_add (self->currencies, (gpointer) code);
    }
  g_ptr_array_sort (self->currencies, compare_codes);
  for (guint i = 0; i < self->currencies->len; i++)
    g_hash_table_insert (places, self->currencies->pdata[i], GUINT_TO_POINTER (i));

  g_date_clear (&day, 1);
  g_date_set_julian (&day, g_array_index (sheet->days, guint32, 0));
  self->first_month = get_month (&day);
  self->rates = g_new0 (CorDecimal, (gsize) self->currencies->len * n_months);
  for (guint i = 0; i < sheet->rates->len; i++)
    {
      const CorRate *rate = &g_array_index (sheet->rates, CorRate, i);
      guint          place = GPOINTER_TO_UINT (g_hash_table_lookup (places, rate->currency));

      g_date_set_julian (&day, rate->day);
      self->rates[place * n_months + get_month (&day) - self->first_month] = rate->rate;
    }
}

/**
 * cor_rate_series_get_default:
 *
 * Main thread.
 *
 * Returns: (transfer none): the one there is
 */
CorRateSeries *
cor_rate_series_get_default (void)
{
  static CorRateSeries *series = NULL;

  if (series == NULL)
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (MONTH_ENDS, 0, NULL);
      g_autoptr (CorRateSheet) sheet = cor_rate_sheet_parse_month_ends (g_bytes_get_data (bytes, NULL), NULL);

      g_assert (sheet != NULL);
      series = g_new0 (CorRateSeries, 1);
      fill (series, sheet);
    }
  return series;
}

/**
 * cor_rate_series_get_currencies:
 *
 * Returns: (transfer none) (element-type utf8): in the order of their numbers
 */
GPtrArray *
cor_rate_series_get_currencies (CorRateSeries *self)
{
  return self->currencies;
}

/* A number between -@span and @span that only depends on what is given. */
static gint64
wobble (guint  currency,
        guint  when,
        gint64 span)
{
  guint32 hash = (currency * 2654435761U) ^ (when * 2246822519U);

  hash = (hash ^ (hash >> 15)) * 2246822519U;
  hash = (hash ^ (hash >> 13)) * 3266489917U;
  return (gint64) ((hash ^ (hash >> 16)) % (guint32) (2 * span + 1)) - span;
}

/* At the end of a month; months that are to come wander around the last one that is known. */
static CorDecimal
get_month_end (CorRateSeries *self,
               guint          currency,
               guint          month)
{
  guint      n_months = self->month_ends->len;
  CorDecimal rate = self->rates[currency * n_months + MIN (month, n_months - 1)];

  if (month >= n_months)
    rate.digits += rate.digits * wobble (currency, month, MONTH_SPAN) / 10000;
  return rate;
}

static guint32
get_month_end_day (CorRateSeries *self,
                   guint          month)
{
  guint absolute = self->first_month + month;
  GDate day;

  if (month < self->month_ends->len)
    return g_array_index (self->month_ends, guint32, month);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, (GDateMonth) (absolute % 12 + 1), (GDateYear) (absolute / 12));
  g_date_add_months (&day, 1);
  do
    g_date_subtract_days (&day, 1);
  while (!cor_target_is_open (&day));
  return g_date_get_julian (&day);
}

static CorDecimal
rescale (CorDecimal rate,
         guint      scale)
{
  for (; rate.scale < scale; rate.scale++)
    rate.digits *= 10;
  return rate;
}

/**
 * cor_rate_series_get_rate:
 * @currency: its number
 * @rate: (out): units of it for one euro
 *
 * Returns: whether there is one on @day: it is a day of business since 1999, and the currency was quoted in that month
 */
gboolean
cor_rate_series_get_rate (CorRateSeries *self,
                          guint          currency,
                          const GDate   *day,
                          CorDecimal    *rate)
{
  guint      absolute = get_month (day);
  guint32    julian = g_date_get_julian (day);
  guint      month = absolute - self->first_month;
  CorDecimal after;
  CorDecimal before;
  gint64     length;
  gint64     passed;

  if (absolute < self->first_month || !cor_target_is_open (day))
    return FALSE;
  after = get_month_end (self, currency, month);
  before = month > 0 ? get_month_end (self, currency, month - 1) : after;
  if (after.digits == 0)
    return FALSE;
  if (before.digits == 0)
    before = after;

  before = rescale (before, after.scale);
  *rate = rescale (after, before.scale);
  length = month > 0 ? get_month_end_day (self, month) - get_month_end_day (self, month - 1) : 31;
  passed = length - ((gint64) get_month_end_day (self, month) - julian);
  if (passed >= length)
    return TRUE;
  rate->digits = before.digits + (rate->digits - before.digits) * passed / length;
  rate->digits += rate->digits * wobble (currency, julian, DAY_SPAN) / 10000;
  return TRUE;
}

/**
 * cor_rate_series_get_newest:
 * @now: seconds since the epoch
 * @day: (out): the last one whose rates are out by then (fx.md §1)
 */
void
cor_rate_series_get_newest (gint64 now,
                            GDate *day)
{
  g_date_clear (day, 1);
  g_date_set_dmy (day, 1, G_DATE_JANUARY, 1970);
  g_date_add_days (day, (guint) (now / (24 * 60 * 60)));
  while (!cor_target_is_open (day) || cor_reference_get_published_at (day) > now)
    g_date_subtract_days (day, 1);
}
