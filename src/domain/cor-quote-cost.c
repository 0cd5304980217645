/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-cost"

#include "config.h"

#include "cor-quote-cost.h"

#include "cor-exact.h"

#define BPS_DECIMALS 2
#define PERCENT_DECIMALS 4
#define EFFECTIVE_RATE_DIGITS 8

static CorExact
in_send (const CorQuoteTerms *terms,
         gint64               minor)
{
  return cor_exact_new (minor, terms->send->exponent);
}

static CorExact
in_receive (const CorQuoteTerms *terms,
            gint64               minor)
{
  return cor_exact_new (minor, terms->receive->exponent);
}

/* @send − @receive / mid, over one denominator, the mid: nothing is rounded on the way. */
static CorExact
times_mid_less (const CorQuoteTerms *terms,
                CorExact             send,
                gint64               receive)
{
  return cor_exact_subtract (cor_exact_multiply (send, cor_exact_from_decimal (terms->mid)), in_receive (terms, receive));
}

/* Ratios are rounded half up whatever the schedule says of money (conventions of fee-examples.json). */
static gboolean
ratio (CorExact    numerator,
       CorExact    denominator,
       gint64      factor,
       guint       decimals,
       CorDecimal *result)
{
  result->scale = decimals;
  return cor_exact_divide (cor_exact_multiply (numerator, cor_exact_new (factor, 0)), denominator, decimals, COR_ROUNDING_HALF_UP, &result->digits);
}

static gboolean
measure_rates (CorQuoteCost        *cost,
               const CorQuoteTerms *terms)
{
  CorExact mid = cor_exact_from_decimal (terms->mid);
  CorExact rate = cor_exact_from_decimal (terms->rate);
  CorExact gap = cor_exact_subtract (mid, rate);

  return ratio (gap, mid, 10000, BPS_DECIMALS, &cost->fx_margin_bps) &&
         ratio (gap, rate, 100, PERCENT_DECIMALS, &cost->fx_markup_percent);
}

static gboolean
measure_margin (CorQuoteCost        *cost,
                const CorQuoteTerms *terms,
                const CorQuoteFlow  *flow)
{
  CorExact mid = cor_exact_from_decimal (terms->mid);
  CorMoney at_mid = { 0, terms->receive };

  if (!cor_money_convert (cor_money_new (flow->converting, terms->send), terms->mid, terms->receive, terms->rounding, &at_mid) ||
      __builtin_sub_overflow (at_mid.minor, flow->converted, &cost->fx_margin_receive))
    return FALSE;
  cost->mid_converted = at_mid.minor;
  return cor_exact_divide (times_mid_less (terms, in_send (terms, flow->converting), flow->converted), mid,
                           terms->send->exponent, terms->rounding, &cost->fx_margin);
}

static gboolean
measure_total (CorQuoteCost        *cost,
               const CorQuoteTerms *terms,
               const CorQuoteFlow  *flow)
{
  CorExact mid = cor_exact_from_decimal (terms->mid);
  CorExact debit = in_send (terms, flow->debit);
  CorExact total = times_mid_less (terms, debit, flow->recipient);

  return cor_exact_divide (total, mid, terms->send->exponent, terms->rounding, &cost->total_cost) &&
         ratio (total, cor_exact_multiply (debit, mid), 100, PERCENT_DECIMALS, &cost->total_cost_percent);
}

/* Without the charges that the sender cannot see, and without taxes on the transfer (fees.md §5). */
static gboolean
measure_as_world_bank (CorQuoteCost        *cost,
                       const CorQuoteTerms *terms,
                       const CorQuoteFlow  *flow)
{
  CorExact fees = cor_exact_add (in_send (terms, flow->sender_fee), in_send (terms, flow->fee_tax));
  CorExact seen = cor_exact_add (fees, in_send (terms, flow->converting));

  return ratio (times_mid_less (terms, seen, flow->converted),
                cor_exact_multiply (in_send (terms, flow->amount), cor_exact_from_decimal (terms->mid)),
                100, PERCENT_DECIMALS, &cost->rpw_percent);
}

static gboolean
divide_by_mid (const CorQuoteTerms *terms,
               CorExact             receive,
               gint64              *send)
{
  return cor_exact_divide (receive, cor_exact_from_decimal (terms->mid), terms->send->exponent, terms->rounding, send);
}

static gboolean
split (CorQuoteCost        *cost,
       const CorQuoteTerms *terms,
       const CorQuoteFlow  *flow)
{
  CorExact     chain = cor_exact_add (cor_exact_multiply (in_send (terms, flow->chain_send), cor_exact_from_decimal (terms->mid)),
                                      in_receive (terms, flow->chain_receive));
  CorExact     receiver_fee = cor_exact_add (in_receive (terms, flow->receiver_fee), in_receive (terms, flow->receiver_fee_tax));
  const gint64 parts[] = { flow->sender_fee, flow->fee_tax, flow->transfer_tax, flow->billed, cost->fx_margin };

  if (!divide_by_mid (terms, chain, &cost->chain) || !divide_by_mid (terms, receiver_fee, &cost->receiver_fee))
    return FALSE;
  cost->residual = cost->total_cost;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (__builtin_sub_overflow (cost->residual, parts[i], &cost->residual))
      return FALSE;
  return !__builtin_sub_overflow (cost->residual, cost->chain, &cost->residual) &&
         !__builtin_sub_overflow (cost->residual, cost->receiver_fee, &cost->residual);
}

/**
 * cor_quote_cost_compute:
 * @cost: (out caller-allocates): the cost
 * @terms: sound, see cor_quote_terms_check()
 * @flow: an amount that went all the way
 *
 * fees.md §5. Any thread.
 *
 * Returns: whether every figure fits 64 bits
 */
gboolean
cor_quote_cost_compute (CorQuoteCost        *cost,
                        const CorQuoteTerms *terms,
                        const CorQuoteFlow  *flow)
{
  static const CorQuoteCost none = { 0 };

  *cost = none;
  cost->has_mid = terms->mid_kind != COR_MID_NONE;
  if (!cor_exact_divide_significant (in_receive (terms, flow->recipient), in_send (terms, flow->debit), EFFECTIVE_RATE_DIGITS,
                                     COR_ROUNDING_HALF_UP, &cost->effective_rate))
    return FALSE;
  if (!cost->has_mid)
    return TRUE;
  return measure_rates (cost, terms) &&
         measure_margin (cost, terms, flow) &&
         measure_total (cost, terms, flow) &&
         measure_as_world_bank (cost, terms, flow) &&
         split (cost, terms, flow);
}
