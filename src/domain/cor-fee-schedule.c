/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fee-schedule"

#include "config.h"

#include "cor-fee-schedule.h"

#include "cor-exact.h"
#include "cor-money-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * cor_fee_corridor_new:
 *
 * Returns: (transfer full): one without any fee
 */
CorFeeCorridor *
cor_fee_corridor_new (void)
{
  return g_new0 (CorFeeCorridor, 1);
}

/**
 * cor_fee_corridor_free:
 * @corridor: (transfer full)
 */
void
cor_fee_corridor_free (CorFeeCorridor *corridor)
{
  g_free (corridor->id);
  g_free (corridor->from_country);
  g_free (corridor->to_country);
  g_strfreev (corridor->customer_tiers);
  cor_quote_terms_clear (&corridor->terms);
  g_free (corridor);
}

/**
 * cor_fee_promotion_free:
 * @promotion: (transfer full)
 */
void
cor_fee_promotion_free (CorFeePromotion *promotion)
{
  g_free (promotion->title);
  g_strfreev (promotion->corridors);
  g_strfreev (promotion->customer_tiers);
  g_free (promotion);
}

/**
 * cor_fee_schedule_new:
 *
 * Returns: (transfer full): one without a corridor, to be filled before it is shared
 */
CorFeeSchedule *
cor_fee_schedule_new (void)
{
  CorFeeSchedule *self = g_atomic_rc_box_new0 (CorFeeSchedule);

  self->corridors = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_fee_corridor_free);
  self->promotions = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_fee_promotion_free);
  return self;
}

/**
 * cor_fee_schedule_ref:
 *
 * Returns: (transfer full): @self
 */
CorFeeSchedule *
cor_fee_schedule_ref (CorFeeSchedule *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
schedule_clear (CorFeeSchedule *self)
{
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->source);
  g_ptr_array_unref (self->corridors);
  g_ptr_array_unref (self->promotions);
}

/**
 * cor_fee_schedule_unref:
 * @self: (transfer full)
 */
void
cor_fee_schedule_unref (CorFeeSchedule *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) schedule_clear);
}

/**
 * cor_fee_schedule_is_valid_on:
 *
 * Returns: whether @date is one of its days, the first and the last among them
 */
gboolean
cor_fee_schedule_is_valid_on (const CorFeeSchedule *self,
                              const GDate          *date)
{
  return g_date_compare (&self->valid_from, date) <= 0 &&
         (!g_date_valid (&self->valid_to) || g_date_compare (date, &self->valid_to) <= 0);
}

static gboolean
goes_before (const CorFeeSchedule *self,
             const CorFeeSchedule *other)
{
  if (self->is_example != other->is_example)
    return other->is_example;
  return g_date_compare (&self->valid_from, &other->valid_from) > 0;
}

/**
 * cor_fee_schedule_pick:
 * @schedules: (element-type CorFeeSchedule): versions, in any order
 * @date: of the payment, not today's: an old payment is explained by the prices of its day
 *
 * Returns: (transfer none) (nullable): the one that holds on @date; of several, the latest to begin, and an example only
 *   where there is nothing else
 */
CorFeeSchedule *
cor_fee_schedule_pick (GPtrArray   *schedules,
                       const GDate *date)
{
  CorFeeSchedule *picked = NULL;

  for (guint i = 0; i < schedules->len; i++)
    {
      CorFeeSchedule *schedule = schedules->pdata[i];

      if (cor_fee_schedule_is_valid_on (schedule, date) && (picked == NULL || goes_before (schedule, picked)))
        picked = schedule;
    }
  return picked;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const CorCurrency *const *first = a;
  const CorCurrency *const *second = b;

  return strcmp ((*first)->code, (*second)->code);
}

/**
 * cor_fee_schedule_dup_currencies:
 * @is_send: of the sender, else of the recipient
 *
 * Returns: (transfer container) (element-type CorCurrency): those that there are prices for, by code
 */
GPtrArray *
cor_fee_schedule_dup_currencies (const CorFeeSchedule *self,
                                 gboolean              is_send)
{
  GPtrArray *currencies = g_ptr_array_new ();

  for (guint i = 0; i < self->corridors->len; i++)
    {
      const CorFeeCorridor *corridor = self->corridors->pdata[i];
      const CorCurrency    *currency = is_send ? corridor->terms.send : corridor->terms.receive;

      if (!g_ptr_array_find (currencies, currency, NULL))
        g_ptr_array_add (currencies, (gpointer) currency);
    }
  g_ptr_array_sort (currencies, compare_codes);
  return currencies;
}

/* 1 when it is named, 0 when anything goes, -1 when another one is. */
static int
match (const char *wanted,
       const char *given)
{
  if (wanted == NULL)
    return 0;
  return g_strcmp0 (wanted, given) == 0 ? 1 : -1;
}

static int
match_any (char *const *wanted,
           const char  *given)
{
  if (wanted == NULL)
    return 0;
  return given != NULL && g_strv_contains ((const char *const *) wanted, given) ? 1 : -1;
}

static int
rate_corridor (const CorFeeCorridor *corridor,
               const CorFeeRequest  *request)
{
  int from = match (corridor->from_country, request->from_country);
  int to = match (corridor->to_country, request->to_country);
  int tier = match_any (corridor->customer_tiers, request->customer_tier);

  if (corridor->terms.send != request->send || corridor->terms.receive != request->receive ||
      (corridor->bearers & 1U << request->bearer) == 0 || from < 0 || to < 0 || tier < 0)
    return -1;
  return from + to + tier;
}

static void
fail_date (const CorFeeSchedule *self,
           const GDate          *date,
           GError              **error)
{
  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_NO_CORRIDOR,
               /* Translators: the first %s is the name of a fee schedule, the second its version, then a date such as 2026-07-01 */
               _ ("The schedule “%s”, version %s, does not hold on %04u-%02u-%02u. Take the version of that day."), self->title, self->version,
               (guint) g_date_get_year (date), (guint) g_date_get_month (date), (guint) g_date_get_day (date));
}

/**
 * cor_fee_schedule_find:
 * @request: with a valid date
 * @error: %COR_MONEY_ERROR_NO_CORRIDOR
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the corridor that prices it
 */
const CorFeeCorridor *
cor_fee_schedule_find (const CorFeeSchedule *self,
                       const CorFeeRequest  *request,
                       GError              **error)
{
  const CorFeeCorridor *best = NULL;
  int                   most = -1;

  if (!cor_fee_schedule_is_valid_on (self, &request->date))
    {
      fail_date (self, &request->date, error);
      return NULL;
    }
  for (guint i = 0; i < self->corridors->len; i++)
    {
      int points = rate_corridor (self->corridors->pdata[i], request);

      if (points > most)
        {
          most = points;
          best = self->corridors->pdata[i];
        }
    }
  if (best == NULL)
    g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_NO_CORRIDOR,
                 /* Translators: the first %s is the name of a fee schedule; then two currencies; then OUR, SHA or BEN */
                 _ ("The schedule “%s” has no price from %s to %s with %s. Choose other currencies or charges."), self->title,
                 request->send->code, request->receive->code, cor_charge_bearer_get_key (request->bearer));
  return best;
}

/* The largest of those that hold; they do not add up. */
static const CorFeePromotion *
find_promotion (const CorFeeSchedule *self,
                const CorFeeCorridor *corridor,
                const CorFeeRequest  *request)
{
  const CorFeePromotion *best = NULL;

  for (guint i = 0; i < self->promotions->len; i++)
    {
      const CorFeePromotion *promotion = self->promotions->pdata[i];

      if (g_date_compare (&promotion->valid_from, &request->date) <= 0 && g_date_compare (&request->date, &promotion->valid_to) <= 0 &&
          match_any (promotion->corridors, corridor->id) >= 0 && match_any (promotion->customer_tiers, request->customer_tier) >= 0 &&
          (best == NULL || cor_decimal_compare (promotion->discount_percent, best->discount_percent) > 0))
        best = promotion;
    }
  return best;
}

static gboolean
set_rate (const CorFeeCorridor *corridor,
          CorMidKind            mid_kind,
          CorDecimal            mid,
          CorQuoteTerms        *terms,
          GError              **error)
{
  CorExact share;

  if (terms->send == terms->receive)
    {
      terms->rate = terms->mid = COR_DECIMAL_ONE;
      terms->mid_kind = COR_MID_MOMENT;
      return TRUE;
    }
  terms->mid_kind = mid_kind;
  terms->mid = mid;
  share = cor_exact_subtract (cor_exact_new (1, 0), cor_exact_percent (corridor->fx_margin_percent));
  if (mid_kind != COR_MID_NONE &&
      cor_exact_divide_significant (cor_exact_multiply (cor_exact_from_decimal (mid), share), cor_exact_new (1, 0),
                                    COR_FEE_RATE_DIGITS, COR_ROUNDING_HALF_UP, &terms->rate) &&
      terms->rate.digits > 0)
    return TRUE;
  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_NO_RATE,
               _ ("There is no rate from %s to %s for that day. Give the rate that was applied."), terms->send->code, terms->receive->code);
  return FALSE;
}

/**
 * cor_fee_schedule_get_title:
 * @catalog: (nullable): in which language; %NULL: the user's
 *
 * Returns: (transfer none): what it is called; of an example, which is ours, in that language
 */
const char *
cor_fee_schedule_get_title (const CorFeeSchedule *self,
                            const CorCatalog     *catalog)
{
  return self->is_example ? cor_catalog_get (catalog, N_ ("Example schedule")) : self->title;
}

/**
 * cor_fee_schedule_price:
 * @request: with a valid date
 * @mid_kind: %COR_MID_NONE when the caller knows no mid, and will set a rate itself
 * @mid: receive for one send, when there is one
 * @terms: (out caller-allocates): to be cleared with cor_quote_terms_clear(); empty after an error
 * @error: %COR_MONEY_ERROR_NO_CORRIDOR; or _NO_RATE, then @terms are whole but for the rate
 *
 * What the schedule asks for on that day, a promotion taken off, and the customer's rate: the mid less the
 * corridor's margin, rounded half up to %COR_FEE_RATE_DIGITS significant digits. Any thread.
 *
 * Returns: whether it can be quoted
 */
gboolean
cor_fee_schedule_price (const CorFeeSchedule *self,
                        const CorFeeRequest  *request,
                        CorMidKind            mid_kind,
                        CorDecimal            mid,
                        CorQuoteTerms        *terms,
                        GError              **error)
{
  static const CorQuoteTerms none = { 0 };
  const CorFeeCorridor      *corridor = cor_fee_schedule_find (self, request, error);
  const CorFeePromotion     *promotion;

  *terms = none;
  if (corridor == NULL)
    return FALSE;
  cor_quote_terms_copy (terms, &corridor->terms);
  terms->bearer = request->bearer;
  terms->fee_source = g_strdup_printf ("%s, %s", cor_fee_schedule_get_title (self, NULL), self->version);
  promotion = find_promotion (self, corridor, request);
  if (promotion != NULL)
    {
      terms->sender_fee.discount_percent = promotion->discount_percent;
      terms->promotion = g_strdup (promotion->title);
    }
  return set_rate (corridor, mid_kind, mid, terms, error);
}
