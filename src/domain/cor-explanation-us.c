/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-explanation-us"

#include "config.h"

#include "cor-explanation.h"

#include <glib/gi18n-lib.h>

/**
 * cor_explanation_new_us_remittance:
 * @quote: a whole one, of these @terms
 *
 * The amounts of 12 CFR 1005.31(b)(1), in its order, as fees.md §6 maps them: (i) transfer amount, (ii)
 * fees and taxes, (iii) total, (v) amount in the receive currency, (vi) fees of others, (vii) total to the
 * recipient. The rate (iv) is the formula of (v); the statement (viii) is the reason of (vii). What OUR
 * bills beforehand counts in (iii) only: whether it belongs in (ii) is for compliance to decide. Any thread.
 *
 * Returns: (transfer full) (element-type CorExplanationStep): the items
 */
GPtrArray *
cor_explanation_new_us_remittance (const CorQuoteTerms *terms,
                                   const CorQuote      *quote)
{
  GPtrArray          *items = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_explanation_step_free);
  const CorQuoteFlow *flow = &quote->flow;
  gint64              others = flow->chain_receive + flow->receiver_fee + flow->receiver_fee_tax;
  g_autofree char    *converting = cor_money_to_text (cor_money_new (flow->converting, terms->send));
  g_autofree char    *rate = cor_decimal_to_string (terms->rate);
  CorCertainty        certainty = cor_quote_get_certainty (terms);
  CorExplanationStep *item;

  cor_explanation_add (items, "transfer_amount", _ ("Transfer amount"), cor_money_new (flow->converting, terms->send), COR_EFFECT_START, COR_CERTAINTY_EXACT);
  cor_explanation_add (items, "transfer_fees_and_taxes", _ ("Transfer fees and taxes"),
                       cor_money_new (flow->sender_fee + flow->fee_tax + flow->transfer_tax, terms->send), COR_EFFECT_ADDS, terms->fee_certainty);
  cor_explanation_add (items, "total", _ ("Total"), cor_money_new (flow->debit, terms->send), COR_EFFECT_RESULT, terms->fee_certainty);
  item = cor_explanation_add (items, "received_amount", _ ("Transfer amount in the recipient’s currency"), cor_money_new (flow->converted, terms->receive),
                              COR_EFFECT_START, COR_CERTAINTY_EXACT);
  item->formula = g_strdup_printf ("%s × %s", converting, rate);
  item->rounding = terms->rounding;
  item->source = g_strdup (terms->rate_source);
  cor_explanation_add (items, "other_fees", _ ("Other fees"), cor_money_new (others, terms->receive), COR_EFFECT_TAKES, certainty);
  item = cor_explanation_add (items, "total_to_recipient", _ ("Total to recipient"), cor_money_new (flow->recipient, terms->receive), COR_EFFECT_RESULT, certainty);
  item->why = g_strdup (_ ("Recipient may receive less because of fees charged by the recipient’s bank and foreign taxes"));
  return items;
}
