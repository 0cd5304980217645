/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-json"

#include "config.h"

#include "cor-quote-json.h"

#include <glib/gi18n-lib.h>

static const char *const tariff_members[] = { "fixed", "percent", "min", "max", "tiers", "tier_mode", NULL };
static const char *const tier_members[] = { "up_to", "fixed", "percent", NULL };
static const char *const charge_members[] = { "agent", "amount", "currency", "certainty", NULL };

static void
read_tiers (CorStrictJson     *reader,
            JsonObject        *object,
            const CorCurrency *currency,
            CorFeeTariff      *tariff)
{
  JsonArray *array = cor_strict_json_get_array (reader, object, "tiers");

  if (array == NULL || json_array_get_length (array) == 0)
    return;
  tariff->tiers = g_array_new (FALSE, TRUE, sizeof (CorFeeTier));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize       outer = cor_strict_json_enter (reader, "tiers");
      gsize       inner = cor_strict_json_enter_index (reader, i);
      JsonObject *item = cor_strict_json_get_item (reader, array, i);
      CorFeeTier  tier = { 0 };

      cor_strict_json_allow_only (reader, item, tier_members);
      tier.has_limit = cor_strict_json_has (item, "up_to");
      tier.up_to = cor_strict_json_get_amount (reader, item, "up_to", currency);
      tier.fixed = cor_strict_json_get_amount (reader, item, "fixed", currency);
      tier.percent = cor_strict_json_get_decimal (reader, item, "percent");
      g_array_append_val (tariff->tiers, tier);
      cor_strict_json_leave (reader, inner);
      cor_strict_json_leave (reader, outer);
    }
}

static void
read_tier_mode (CorStrictJson *reader,
                JsonObject    *object,
                CorFeeTariff  *tariff)
{
  const char *mode = cor_strict_json_get_string (reader, object, "tier_mode");

  if (g_strcmp0 (mode, "marginal") == 0)
    tariff->tier_mode = COR_TIERS_MARGINAL;
  else if (mode != NULL && !g_str_equal (mode, "slab"))
    cor_strict_json_refuse (reader, "tier_mode", _ ("This must be “slab” or “marginal”"));
}

/**
 * cor_quote_json_read_tariff:
 * @parent: (nullable): the object that has it
 * @currency: (nullable): that of its amounts; %NULL after a problem
 * @tariff: (inout): all zero; stays so when the member is absent
 *
 * The tariff of fee-examples.json; the schedule format has the same.
 */
void
cor_quote_json_read_tariff (CorStrictJson     *reader,
                            JsonObject        *parent,
                            const char        *member,
                            const CorCurrency *currency,
                            CorFeeTariff      *tariff)
{
  JsonObject *object = cor_strict_json_get_object (reader, parent, member);
  gsize       mark = cor_strict_json_enter (reader, member);
  GError     *reason = NULL;

  cor_strict_json_allow_only (reader, object, tariff_members);
  tariff->fixed = cor_strict_json_get_amount (reader, object, "fixed", currency);
  tariff->percent = cor_strict_json_get_decimal (reader, object, "percent");
  tariff->has_min = cor_strict_json_has (object, "min");
  tariff->min = cor_strict_json_get_amount (reader, object, "min", currency);
  tariff->has_max = cor_strict_json_has (object, "max");
  tariff->max = cor_strict_json_get_amount (reader, object, "max", currency);
  read_tier_mode (reader, object, tariff);
  read_tiers (reader, object, currency, tariff);
  if (reader->error == NULL && tariff->tiers != NULL && (tariff->fixed != 0 || tariff->percent.digits != 0))
    cor_strict_json_refuse (reader, "tiers", _ ("A tariff has either tiers or a fixed fee and a percentage of its own"));
  if (reader->error == NULL && !cor_fee_tariff_check (tariff, &reason))
    cor_strict_json_fail (reader, NULL, reason);
  cor_strict_json_leave (reader, mark);
}

static CorCharge *
read_charge (CorStrictJson *reader,
             JsonObject    *item)
{
  const CorCurrency *currency = cor_strict_json_require_currency (reader, item, "currency");
  const char        *agent = cor_strict_json_get_string (reader, item, "agent");
  const char        *certainty_key = cor_strict_json_get_string (reader, item, "certainty");
  CorCertainty       certainty = COR_CERTAINTY_TARIFF;
  gint64             minor = cor_strict_json_get_amount (reader, item, "amount", currency);

  cor_strict_json_allow_only (reader, item, charge_members);
  if (!cor_strict_json_has (item, "amount"))
    cor_strict_json_refuse (reader, "amount", _ ("This is missing"));
  if (minor < 0)
    cor_strict_json_refuse (reader, "amount", _ ("A charge is negative"));
  if (certainty_key != NULL && !cor_certainty_from_key (certainty_key, &certainty))
    cor_strict_json_refuse (reader, "certainty", _ ("This must be “exact”, “tariff”, “estimate” or “unknown”"));
  return reader->error == NULL ? cor_charge_new (agent != NULL ? agent : "", cor_money_new (minor, currency), certainty) : NULL;
}

/**
 * cor_quote_json_read_charges:
 * @parent: (nullable): the object that has them
 *
 * Returns: (transfer full) (nullable) (element-type CorCharge): the charges; %NULL for none
 */
GPtrArray *
cor_quote_json_read_charges (CorStrictJson *reader,
                             JsonObject    *parent,
                             const char    *member)
{
  JsonArray *array = cor_strict_json_get_array (reader, parent, member);
  g_autoptr (GPtrArray) charges = NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return NULL;
  charges = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_charge_free);
  for (guint i = 0; i < json_array_get_length (array) && reader->error == NULL; i++)
    {
      gsize      outer = cor_strict_json_enter (reader, member);
      gsize      inner = cor_strict_json_enter_index (reader, i);
      CorCharge *charge = read_charge (reader, cor_strict_json_get_item (reader, array, i));

      if (charge != NULL)
        g_ptr_array_add (charges, charge);
      cor_strict_json_leave (reader, inner);
      cor_strict_json_leave (reader, outer);
    }
  return g_steal_pointer (&charges);
}

static void
read_choices (CorStrictJson *reader,
              JsonObject    *input,
              CorQuoteTerms *terms)
{
  const char *mode = cor_strict_json_get_string (reader, input, "fee_mode");
  const char *bearer = cor_strict_json_get_string (reader, input, "charge_bearer");
  const char *rounding = cor_strict_json_get_string (reader, input, "rounding");
  const char *side = cor_strict_json_get_string (reader, input, "fx_at");

  if (mode != NULL && !cor_fee_mode_from_key (mode, &terms->fee_mode))
    cor_strict_json_refuse (reader, "fee_mode", _ ("This must be “on_top” or “deducted”"));
  if (bearer != NULL && !cor_charge_bearer_from_key (bearer, &terms->bearer))
    cor_strict_json_refuse (reader, "charge_bearer", _ ("This must be “OUR”, “SHA” or “BEN”"));
  if (rounding != NULL && !cor_rounding_from_key (rounding, &terms->rounding))
    cor_strict_json_refuse (reader, "rounding", _ ("This must be “HALF_UP”, “HALF_EVEN”, “UP” or “DOWN”"));
  if (side != NULL && !cor_fx_side_from_key (side, &terms->fx_at))
    cor_strict_json_refuse (reader, "fx_at", _ ("This must be “sender” or “receiver”"));
}

/* Whoever counts other decimals than ISO 4217 means other amounts. */
static void
check_exponent (CorStrictJson     *reader,
                JsonObject        *input,
                const char        *member,
                const CorCurrency *currency)
{
  if (currency == NULL || !cor_strict_json_has (input, member))
    return;
  if (json_object_get_int_member_with_default (input, member, -1) != currency->exponent)
    cor_strict_json_refuse (reader, member, _ ("The currency has another number of decimals"));
}

static void
read_prices (CorStrictJson *reader,
             JsonObject    *input,
             CorQuoteTerms *terms)
{
  cor_quote_json_read_tariff (reader, input, "sender_fee", terms->send, &terms->sender_fee);
  cor_quote_json_read_tariff (reader, input, "receiver_fee", terms->receive, &terms->receiver_fee);
  terms->sender_fee.discount_percent = cor_strict_json_get_decimal (reader, input, "discount_percent");
  terms->fee_tax_percent = cor_strict_json_get_decimal (reader, input, "fee_tax_percent");
  terms->transfer_tax_percent = cor_strict_json_get_decimal (reader, input, "transfer_tax_percent");
  terms->receiver_fee_tax_percent = cor_strict_json_get_decimal (reader, input, "receiver_fee_tax_percent");
  terms->our_charges = cor_quote_json_read_charges (reader, input, "our_billed");
  terms->chain = cor_quote_json_read_charges (reader, input, "intermediary");
  cor_strict_json_require_string (reader, input, "rate");
  terms->rate = cor_strict_json_get_decimal (reader, input, "rate");
  if (cor_strict_json_has (input, "mid_rate"))
    terms->mid_kind = COR_MID_MOMENT;
  terms->mid = cor_strict_json_get_decimal (reader, input, "mid_rate");
}

static void
read_amount (CorStrictJson   *reader,
             JsonObject      *input,
             CorQuoteRequest *request)
{
  const char *direction = cor_strict_json_get_string (reader, input, "direction");
  const char *member;

  request->is_reverse = g_strcmp0 (direction, "reverse") == 0;
  if (direction != NULL && !request->is_reverse && !g_str_equal (direction, "forward"))
    cor_strict_json_refuse (reader, "direction", _ ("This must be “forward” or “reverse”"));
  member = request->is_reverse ? "target" : "amount";
  cor_strict_json_require_string (reader, input, member);
  request->amount = cor_strict_json_get_amount (reader, input, member,
                                                request->is_reverse ? request->terms.receive : request->terms.send);
}

/**
 * cor_quote_request_read:
 * @request: (out caller-allocates): to be cleared with cor_quote_request_clear(), also after an error
 * @input: an “input” of fee-examples.json, which may have a “discount_percent”, a promotion off the sender's fee; members it does
 *   not know are left alone
 * @error: COR_MONEY_ERROR, with the path
 *
 * Any thread.
 *
 * Returns: whether it can be read; whether it makes sense is found by quoting
 */
gboolean
cor_quote_request_read (CorQuoteRequest *request,
                        JsonObject      *input,
                        GError         **error)
{
  static const CorQuoteRequest none = { 0 };
  CorStrictJson                reader = { NULL };
  CorQuoteTerms               *terms = &request->terms;

  *request = none;
  terms->send = cor_strict_json_require_currency (&reader, input, "send_currency");
  terms->receive = cor_strict_json_require_currency (&reader, input, "receive_currency");
  check_exponent (&reader, input, "send_minor", terms->send);
  check_exponent (&reader, input, "receive_minor", terms->receive);
  read_choices (&reader, input, terms);
  read_prices (&reader, input, terms);
  read_amount (&reader, input, request);
  return cor_strict_json_finish (&reader, error);
}

/**
 * cor_quote_request_clear:
 *
 * It may be called again.
 */
void
cor_quote_request_clear (CorQuoteRequest *request)
{
  cor_quote_terms_clear (&request->terms);
}

/**
 * cor_quote_request_answer:
 * @quote: (out caller-allocates): whole only when %TRUE is returned
 *
 * Returns: as cor_quote_forward() and cor_quote_reverse() do
 */
gboolean
cor_quote_request_answer (const CorQuoteRequest *request,
                          CorQuote              *quote,
                          GError               **error)
{
  return request->is_reverse ? cor_quote_reverse (quote, &request->terms, request->amount, error)
                             : cor_quote_forward (quote, &request->terms, request->amount, error);
}
