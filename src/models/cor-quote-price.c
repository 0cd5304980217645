/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-price"

#include "config.h"

#include "cor-quote-price.h"

#include "cor-date.h"
#include "cor-money-error.h"
#include "cor-store-rates.h"
#include "cor-target-calendar.h"

#include <glib/gi18n-lib.h>

/**
 * cor_quote_reference_day:
 * @date: of the payment
 * @now: seconds since 1970
 * @day: (out): the rate to compare with is the last one of that day or before
 *
 * A payment compares with what was published before it (fees.md §5). Of today's, now is its moment; of an earlier day only
 * the day is known, and a rate published in its afternoon may have come after it.
 */
void
cor_quote_reference_day (const GDate *date,
                         gint64       now,
                         GDate       *day)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, (time_t) now);
  *day = *date;
  if (g_date_compare (date, &today) < 0 || cor_reference_get_published_at (date) > now)
    g_date_subtract_days (day, 1);
}

/**
 * cor_quote_price:
 * @schedule: with the prices
 * @request: with a valid date
 * @reference: (nullable): what was published before it
 * @rate: the rate that was applied; zero: the schedule makes one of the reference
 * @terms: (out caller-allocates): to be cleared with cor_quote_terms_clear(); empty after an error
 *
 * Any thread.
 *
 * Returns: whether it can be quoted
 */
gboolean
cor_quote_price (const CorFeeSchedule *schedule,
                 const CorFeeRequest  *request,
                 const CorReference   *reference,
                 CorDecimal            rate,
                 CorQuoteTerms        *terms,
                 GError              **error)
{
  g_autoptr (GError) reason = NULL;
  CorDecimal mid = COR_DECIMAL_ZERO;
  gboolean   has_mid = reference != NULL && cor_reference_get_cross (reference, COR_REFERENCE_DIGITS, &mid);

  if (!cor_fee_schedule_price (schedule, request, has_mid ? COR_MID_REFERENCE : COR_MID_NONE, mid, terms, &reason) &&
      (rate.digits == 0 || !g_error_matches (reason, COR_MONEY_ERROR, COR_MONEY_ERROR_NO_RATE)))
    {
      cor_quote_terms_clear (terms);
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (has_mid && terms->send != terms->receive)
    terms->mid_source = cor_reference_dup_source (reference, NULL);
  if (rate.digits > 0 && terms->send != terms->receive)
    {
      terms->rate = rate;
      terms->rate_source = g_strdup (_ ("as given"));
    }
  else
    terms->rate_source = g_strdup (terms->fee_source);
  return TRUE;
}

/**
 * cor_quote_parse_rate:
 * @text: (nullable): as it was typed; a rate has no groups, so that a comma can only be its decimals
 * @rate: (out): zero for no text
 * @error: %COR_MONEY_ERROR_INVALID with a sentence
 *
 * Returns: whether it is a rate, or nothing
 */
gboolean
cor_quote_parse_rate (const char *text,
                      CorDecimal *rate,
                      GError    **error)
{
  g_autofree char *plain = NULL;

  *rate = COR_DECIMAL_ZERO;
  if (text == NULL || *text == '\0')
    return TRUE;
  plain = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  if (cor_decimal_parse (plain, rate, NULL) && rate->digits > 0)
    return TRUE;
  g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID,
                       _ ("The rate is not a number above zero. Write it like 0.9252, or leave it empty."));
  return FALSE;
}

/**
 * cor_rate_source_get_text:
 * @source: (nullable): one of the COR_RATES_ constants
 *
 * Returns: (transfer none): what people call it, in their language
 */
const char *
cor_rate_source_get_text (const char *source)
{
  if (g_strcmp0 (source, COR_RATES_MONTH_END) == 0)
    return _ ("ECB reference rate, month-end figures carried in the program");
  if (g_strcmp0 (source, COR_RATES_FRANKFURTER) == 0)
    return _ ("ECB reference rate, by way of Frankfurter");
  if (g_strcmp0 (source, COR_RATES_SIMULATED) == 0)
    return _ ("simulated, not a rate of the ECB");
  return _ ("ECB reference rate");
}

/**
 * cor_reference_dup_source:
 * @catalog: (nullable): in which language; %NULL: the user's
 *
 * Returns: (transfer full): where it is from and of which day
 */
char *
cor_reference_dup_source (const CorReference *reference,
                          const CorCatalog   *catalog)
{
  g_autofree char *date = cor_date_to_string (&reference->day);

  /* Translators: what a rate is, such as "ECB reference rate", and its day, such as 2026-07-01 */
  return g_strdup_printf (cor_catalog_get (catalog, N_ ("%s of %s")),
                          cor_catalog_get (catalog, g_strcmp0 (reference->source, COR_RATES_SIMULATED) == 0 ? N_ ("Simulated rate") : N_ ("ECB reference rate")), date);
}

/**
 * cor_reference_get_age:
 *
 * Returns: how many days of business lie between it and @day; more than %COR_RATE_FRESH_DAYS is stale
 */
guint
cor_reference_get_age (const CorReference *reference,
                       const GDate        *day)
{
  return g_date_compare (&reference->day, day) < 0 ? cor_target_count_open (&reference->day, day) : 0;
}
