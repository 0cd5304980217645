/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-json"

#include "config.h"

#include "cor-quote-json.h"

#include "cor-money-error.h"

static void
add_decimal (JsonBuilder *builder,
             const char  *name,
             CorDecimal   value)
{
  g_autofree char *text = cor_decimal_to_string (value);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_money (JsonBuilder       *builder,
           const char        *name,
           gint64             minor,
           const CorCurrency *currency)
{
  add_decimal (builder, name, cor_money_to_decimal (cor_money_new (minor, currency)));
}

static void
add_flow (JsonBuilder         *builder,
          const CorQuoteTerms *terms,
          const CorQuoteFlow  *flow)
{
  add_money (builder, "sender_fee", flow->sender_fee, terms->send);
  add_money (builder, "fee_tax", flow->fee_tax, terms->send);
  add_money (builder, "transfer_tax", flow->transfer_tax, terms->send);
  add_money (builder, "third_party_billed_to_sender", flow->billed, terms->send);
  add_money (builder, "total_debit", flow->debit, terms->send);
  add_money (builder, "amount_converted", flow->converting, terms->send);
  add_money (builder, "converted_amount", flow->converted, terms->receive);
  add_money (builder, "intermediary_total_receive", flow->chain_receive, terms->receive);
  add_money (builder, "intermediary_total_send", flow->chain_send, terms->send);
  add_money (builder, "receiver_fee", flow->receiver_fee, terms->receive);
  add_money (builder, "receiver_fee_tax", flow->receiver_fee_tax, terms->receive);
  add_money (builder, "recipient_amount", flow->recipient, terms->receive);
}

static void
add_parts (JsonBuilder         *builder,
           const CorQuoteTerms *terms,
           const CorQuote      *quote)
{
  json_builder_set_member_name (builder, "cost_breakdown_send");
  json_builder_begin_object (builder);
  add_money (builder, "sender_fee", quote->flow.sender_fee, terms->send);
  add_money (builder, "fee_tax", quote->flow.fee_tax, terms->send);
  add_money (builder, "transfer_tax", quote->flow.transfer_tax, terms->send);
  add_money (builder, "third_party_billed_to_sender", quote->flow.billed, terms->send);
  add_money (builder, "fx_margin", quote->cost.fx_margin, terms->send);
  add_money (builder, "intermediary", quote->cost.chain, terms->send);
  add_money (builder, "receiver_fee", quote->cost.receiver_fee, terms->send);
  add_money (builder, "rounding_residual", quote->cost.residual, terms->send);
  json_builder_end_object (builder);
}

static void
add_cost (JsonBuilder         *builder,
          const CorQuoteTerms *terms,
          const CorQuote      *quote)
{
  const CorQuoteCost *cost = &quote->cost;

  add_money (builder, "mid_converted_amount", cost->mid_converted, terms->receive);
  add_money (builder, "fx_margin_receive", cost->fx_margin_receive, terms->receive);
  add_decimal (builder, "fx_margin_bps", cost->fx_margin_bps);
  add_decimal (builder, "fx_markup_percent", cost->fx_markup_percent);
  add_money (builder, "total_cost_send", cost->total_cost, terms->send);
  add_decimal (builder, "total_cost_percent_of_debit", cost->total_cost_percent);
  add_decimal (builder, "rpw_style_percent", cost->rpw_percent);
  add_parts (builder, terms, quote);
}

/**
 * cor_quote_json_add:
 * @builder: within an object
 * @quote: a whole one, of these @terms
 *
 * Adds the members of an “expected” of fee-examples.json; those measured against a mid only when there is
 * one. Their names never change.
 */
void
cor_quote_json_add (JsonBuilder         *builder,
                    const CorQuoteTerms *terms,
                    const CorQuote      *quote)
{
  add_flow (builder, terms, &quote->flow);
  add_decimal (builder, "effective_rate", quote->cost.effective_rate);
  if (quote->cost.has_mid)
    add_cost (builder, terms, quote);
  if (!quote->is_reverse)
    return;
  add_money (builder, "amount", quote->flow.amount, terms->send);
  add_money (builder, "overshoot", quote->overshoot, terms->receive);
}

/**
 * cor_quote_json_add_error:
 * @builder: within an object
 *
 * Adds “error”, a name that does not change, and “message”, a sentence.
 */
void
cor_quote_json_add_error (JsonBuilder  *builder,
                          const GError *error)
{
  CorMoneyError code = error->domain == COR_MONEY_ERROR ? (CorMoneyError) error->code : COR_MONEY_ERROR_INVALID;

  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, cor_money_error_get_key (code));
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, error->message);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * cor_quote_json_add_steps:
 * @builder: within an object
 * @steps: (element-type CorExplanationStep)
 *
 * Adds an array; what there is nothing to say about is null.
 */
void
cor_quote_json_add_steps (JsonBuilder *builder,
                          const char  *member,
                          GPtrArray   *steps)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    {
      const CorExplanationStep *step = steps->pdata[i];
      g_autofree char          *formula = cor_explanation_step_dup_formula (step);

      json_builder_begin_object (builder);
      add_text (builder, "step", step->key);
      add_text (builder, "what", step->what);
      add_money (builder, "amount", step->amount.minor, step->amount.currency);
      add_text (builder, "currency", step->amount.currency->code);
      add_text (builder, "effect", cor_effect_get_key (step->effect));
      add_text (builder, "certainty", cor_certainty_get_key (step->certainty));
      add_text (builder, "why", step->why);
      add_text (builder, "source", step->source);
      add_text (builder, "formula", formula);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
