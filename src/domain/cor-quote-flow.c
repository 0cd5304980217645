/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-flow"

#include "config.h"

#include "cor-quote-flow.h"

#include "cor-exact.h"

static gboolean
take_percent (const CorQuoteTerms *terms,
              const CorCurrency   *currency,
              gint64               amount,
              CorDecimal           percent,
              gint64              *part)
{
  CorExact exact;

  *part = 0;
  if (percent.digits == 0)
    return TRUE;
  exact = cor_exact_multiply (cor_exact_new (amount, currency->exponent), cor_exact_percent (percent));
  return cor_exact_round (exact, currency->exponent, terms->rounding, part);
}

static CorFlowResult
take_tariff (const CorQuoteTerms *terms,
             const CorFeeTariff  *tariff,
             const CorCurrency   *currency,
             gint64               amount,
             gint64              *fee,
             CorTariffPart       *part)
{
  switch (cor_fee_tariff_apply (tariff, currency, amount, terms->rounding, fee, part))
    {
    case COR_TARIFF_BEYOND_TIERS:
      return COR_FLOW_BEYOND_TIERS;
    case COR_TARIFF_OVERFLOW:
      return COR_FLOW_TOO_LARGE;
    case COR_TARIFF_OK:
    default:
      return COR_FLOW_OK;
    }
}

/**
 * cor_quote_flow_is_before_conversion:
 *
 * Returns: whether a bank of the chain takes its charge in the send currency (fees.md §3, step 6)
 */
gboolean
cor_quote_flow_is_before_conversion (const CorQuoteTerms *terms,
                                     const CorCharge     *charge)
{
  return terms->fx_at == COR_FX_AT_RECEIVER && charge->amount.currency == terms->send;
}

/**
 * cor_quote_flow_bill:
 * @billed: (out): minor units of the send currency
 *
 * What OUR puts on the sender for one charge: one in the receive currency is divided by the rate and
 * rounded by itself (fees.md §3, step 4).
 *
 * Returns: whether it fits
 */
gboolean
cor_quote_flow_bill (const CorQuoteTerms *terms,
                     const CorCharge     *charge,
                     gint64              *billed)
{
  CorMoney money = charge->amount;

  if (charge->amount.currency != terms->send &&
      !cor_money_convert_back (charge->amount, terms->rate, terms->send, terms->rounding, &money))
    return FALSE;
  *billed = money.minor;
  return TRUE;
}

static gboolean
bill_others (CorQuoteFlow        *flow,
             const CorQuoteTerms *terms)
{
  flow->billed = 0;
  if (terms->bearer != COR_BEARER_OUR || terms->our_charges == NULL)
    return TRUE;
  for (guint i = 0; i < terms->our_charges->len; i++)
    {
      gint64 part = 0;

      if (!cor_quote_flow_bill (terms, terms->our_charges->pdata[i], &part) || __builtin_add_overflow (flow->billed, part, &flow->billed))
        return FALSE;
    }
  return TRUE;
}

/**
 * cor_quote_flow_send:
 * @amount: minor units, more than zero
 *
 * Steps 1 to 5 of fees.md §3, up to what sets out. A principal that is zero or less is left to
 * cor_quote_flow_convert() to refuse: the reverse search compares such.
 *
 * Returns: how it went; never %COR_FLOW_TOO_SMALL
 */
CorFlowResult
cor_quote_flow_send (CorQuoteFlow        *flow,
                     const CorQuoteTerms *terms,
                     gint64               amount)
{
  gint64        charges;
  CorFlowResult result = take_tariff (terms, &terms->sender_fee, terms->send, amount, &flow->sender_fee, &flow->sender_fee_part);

  if (result != COR_FLOW_OK)
    return result;
  flow->amount = amount;
  if (!take_percent (terms, terms->send, flow->sender_fee, terms->fee_tax_percent, &flow->fee_tax) ||
      !take_percent (terms, terms->send, amount, terms->transfer_tax_percent, &flow->transfer_tax) ||
      !bill_others (flow, terms) ||
      __builtin_add_overflow (flow->sender_fee, flow->fee_tax, &charges) ||
      __builtin_add_overflow (charges, flow->transfer_tax, &charges) ||
      __builtin_add_overflow (charges, flow->billed, &charges))
    return COR_FLOW_TOO_LARGE;

  if (cor_quote_terms_is_deducted (terms))
    {
      flow->debit = amount;
      flow->principal = amount - charges;
    }
  else
    {
      flow->principal = amount;
      if (__builtin_add_overflow (amount, charges, &flow->debit))
        return COR_FLOW_TOO_LARGE;
    }
  return COR_FLOW_OK;
}

/**
 * cor_quote_flow_sum_chain:
 *
 * Sets what the banks on the way take before and after the conversion; it does not depend on the amount.
 *
 * Returns: whether it fits
 */
gboolean
cor_quote_flow_sum_chain (CorQuoteFlow        *flow,
                          const CorQuoteTerms *terms)
{
  flow->chain_send = 0;
  flow->chain_receive = 0;
  for (guint i = 0; terms->chain != NULL && i < terms->chain->len; i++)
    {
      const CorCharge *charge = terms->chain->pdata[i];
      gint64          *sum = cor_quote_flow_is_before_conversion (terms, charge) ? &flow->chain_send : &flow->chain_receive;

      if (__builtin_add_overflow (*sum, charge->amount.minor, sum))
        return FALSE;
    }
  return TRUE;
}

/**
 * cor_quote_flow_convert:
 * @principal: minor units of the send currency
 *
 * Steps 6 to 8, up to what arrives at the recipient's bank.
 *
 * Returns: how it went
 */
CorFlowResult
cor_quote_flow_convert (CorQuoteFlow        *flow,
                        const CorQuoteTerms *terms,
                        gint64               principal)
{
  CorMoney converted = { 0, terms->receive };

  if (!cor_quote_flow_sum_chain (flow, terms))
    return COR_FLOW_TOO_LARGE;
  if (principal <= flow->chain_send)
    return COR_FLOW_TOO_SMALL;
  flow->converting = principal - flow->chain_send;
  if (!cor_money_convert (cor_money_new (flow->converting, terms->send), terms->rate, terms->receive, terms->rounding, &converted))
    return COR_FLOW_TOO_LARGE;
  flow->converted = converted.minor;
  flow->arriving = flow->converted - flow->chain_receive;
  return flow->arriving > 0 ? COR_FLOW_OK : COR_FLOW_TOO_SMALL;
}

/**
 * cor_quote_flow_receive:
 * @arriving: minor units of the receive currency, more than zero
 *
 * Steps 9 and 10, up to what the recipient gets.
 *
 * Returns: how it went
 */
CorFlowResult
cor_quote_flow_receive (CorQuoteFlow        *flow,
                        const CorQuoteTerms *terms,
                        gint64               arriving)
{
  gint64        charges;
  CorFlowResult result = take_tariff (terms, &terms->receiver_fee, terms->receive, arriving, &flow->receiver_fee, &flow->receiver_fee_part);

  if (result != COR_FLOW_OK)
    return result;
  if (!take_percent (terms, terms->receive, flow->receiver_fee, terms->receiver_fee_tax_percent, &flow->receiver_fee_tax) ||
      __builtin_add_overflow (flow->receiver_fee, flow->receiver_fee_tax, &charges))
    return COR_FLOW_TOO_LARGE;
  flow->recipient = arriving - charges;
  return flow->recipient > 0 ? COR_FLOW_OK : COR_FLOW_TOO_SMALL;
}

/**
 * cor_quote_flow_run:
 * @flow: (out caller-allocates): whole only when all went well
 * @amount: minor units of the send currency, more than zero
 *
 * All ten steps. Any thread.
 *
 * Returns: how it went
 */
CorFlowResult
cor_quote_flow_run (CorQuoteFlow        *flow,
                    const CorQuoteTerms *terms,
                    gint64               amount)
{
  CorFlowResult result = cor_quote_flow_send (flow, terms, amount);

  if (result == COR_FLOW_OK)
    result = cor_quote_flow_convert (flow, terms, flow->principal);
  if (result == COR_FLOW_OK)
    result = cor_quote_flow_receive (flow, terms, flow->arriving);
  return result;
}
