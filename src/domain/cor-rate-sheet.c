/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-rate-sheet.h"

#include "cor-date.h"
#include "cor-money-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

CorRateSheet *
cor_rate_sheet_new (void)
{
  CorRateSheet *self = g_new0 (CorRateSheet, 1);

  self->days = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rates = g_array_new (FALSE, FALSE, sizeof (CorRate));
  return self;
}

void
cor_rate_sheet_free (CorRateSheet *self)
{
  g_array_unref (self->days);
  g_array_unref (self->rates);
  g_free (self);
}

/**
 * cor_rate_sheet_is_code:
 *
 * Whether it looks like a currency. A publication may name one that ISO 4217 has since withdrawn, or one that this program does not know
 * yet. Any thread.
 */
gboolean
cor_rate_sheet_is_code (const char *text)
{
  return g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]) && text[3] == '\0';
}

/**
 * cor_rate_sheet_add_day:
 *
 * Says that there was a publication on @day.
 */
void
cor_rate_sheet_add_day (CorRateSheet *self,
                        const GDate  *day)
{
  guint32 julian = g_date_get_julian (day);

  g_array_append_val (self->days, julian);
}

/**
 * cor_rate_sheet_add_rate:
 * @currency: three capital letters
 * @rate: as it was published
 * @error: %COR_MONEY_ERROR_INVALID
 *
 * Returns: whether it is a rate: a decimal number above zero
 */
gboolean
cor_rate_sheet_add_rate (CorRateSheet *self,
                         const GDate  *day,
                         const char   *currency,
                         const char   *rate,
                         GError      **error)
{
  CorRate row = { .day = g_date_get_julian (day) };

  if (!cor_decimal_parse (rate, &row.rate, NULL) || row.rate.digits <= 0)
    {
      g_autofree char *text = cor_date_to_string (day);

      /* Translators: a day such as 2026-07-01, a currency such as USD, and what stands in the file */
      g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("%s, %s: “%s” is not a rate; it must be a number with a decimal point"), text,
                   currency, rate);
      return FALSE;
    }
  memcpy (row.currency, currency, sizeof row.currency);
  g_array_append_val (self->rates, row);
  return TRUE;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static int
compare_rates (gconstpointer a,
               gconstpointer b)
{
  const CorRate *left = a;
  const CorRate *right = b;
  int            order = compare_days (&left->day, &right->day);

  return order != 0 ? order : strcmp (left->currency, right->currency);
}

static gboolean
fail_twice (guint32     julian,
            const char *currency,
            GError    **error)
{
  GDate            day;
  g_autofree char *text = NULL;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  text = cor_date_to_string (&day);
  /* Translators: a day such as 2026-07-01, and a currency such as USD or nothing */
  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("%s %s stands there twice"), text, currency);
  return FALSE;
}

/**
 * cor_rate_sheet_sort:
 * @error: %COR_MONEY_ERROR_INVALID when a day, or a currency of a day, is there twice
 *
 * Puts all in order: the last step of whoever fills a sheet.
 */
gboolean
cor_rate_sheet_sort (CorRateSheet *self,
                     GError      **error)
{
  const guint32 *days;
  const CorRate *rates;

  g_array_sort (self->days, compare_days);
  g_array_sort (self->rates, compare_rates);
  days = (gconstpointer) self->days->data;
  rates = (gconstpointer) self->rates->data;
  for (guint i = 1; i < self->days->len; i++)
    if (days[i] == days[i - 1])
      return fail_twice (days[i], "", error);
  for (guint i = 1; i < self->rates->len; i++)
    if (compare_rates (&rates[i], &rates[i - 1]) == 0)
      return fail_twice (rates[i].day, rates[i].currency, error);
  return TRUE;
}

/* The month that is @n months after @first ("1999-01"). */
static gboolean
read_month (const char *first,
            guint       n,
            GDate      *day)
{
  g_autofree char *text = g_strconcat (first, "-01", NULL);

  if (!cor_date_parse (text, day))
    return FALSE;
  g_date_add_months (day, n);
  return TRUE;
}

/* @month: its first day; becomes the day of the publication, which @days keeps for the rates. */
static gboolean
read_day (CorRateSheet *self,
          GDate        *month,
          const char   *value,
          GHashTable   *days)
{
  guint   first = g_date_get_julian (month);
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (value, 10, 1, g_date_get_days_in_month (g_date_get_month (month), g_date_get_year (month)), &number, NULL))
    return FALSE;
  g_date_set_day (month, (GDateDay) number);
  g_hash_table_insert (days, GUINT_TO_POINTER (first), GUINT_TO_POINTER (number));
  cor_rate_sheet_add_day (self, month);
  return TRUE;
}

static gboolean
read_rate (CorRateSheet *self,
           GDate        *month,
           const char   *currency,
           const char   *value,
           GHashTable   *days)
{
  gpointer number = g_hash_table_lookup (days, GUINT_TO_POINTER (g_date_get_julian (month)));

  if (g_str_equal (value, "-"))
    return TRUE;
  if (number == NULL)
    return FALSE;
  g_date_set_day (month, (GDateDay) GPOINTER_TO_UINT (number));
  return cor_rate_sheet_add_rate (self, month, currency, value, NULL);
}

static gboolean
read_line (CorRateSheet *self,
           const char   *line,
           GHashTable   *days)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  g_auto (GStrv) values = g_strv_length (fields) == 3 ? g_strsplit (fields[2], " ", -1) : NULL;
  gboolean is_good = values != NULL;

  for (guint i = 0; is_good && values[i] != NULL; i++)
    {
      GDate month;

      if (!read_month (fields[1], i, &month))
        is_good = FALSE;
      else if (g_str_equal (fields[0], "day"))
        is_good = read_day (self, &month, values[i], days);
      else
        is_good = cor_rate_sheet_is_code (fields[0]) && read_rate (self, &month, fields[0], values[i], days);
    }
  return is_good;
}

/**
 * cor_rate_sheet_parse_month_ends:
 * @text: what data/rates/ecb-month-ends.tsv holds, which says how it is written
 * @error: %COR_MONEY_ERROR_INVALID with the line
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): a publication for each month
 */
CorRateSheet *
cor_rate_sheet_parse_month_ends (const char *text,
                                 GError    **error)
{
  g_autoptr (CorRateSheet) self = cor_rate_sheet_new ();
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#' && !read_line (self, lines[i], days))
      {
        g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("Line %u is not a line of month-end rates"), i + 1);
        return NULL;
      }
  return cor_rate_sheet_sort (self, error) ? g_steal_pointer (&self) : NULL;
}
