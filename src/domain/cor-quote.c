/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote"

#include "config.h"

#include "cor-quote.h"

#include "cor-money-error.h"
#include "cor-quote-reverse.h"

#include <glib/gi18n-lib.h>

static gboolean
fail_small (CorMoney amount,
            GError **error)
{
  g_autofree char *text = cor_money_to_text (amount);

  /* Translators: %s is an amount such as 12.00 USD */
  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_SMALL, _ ("The charges are more than %s: nothing would arrive. Send more."), text);
  return FALSE;
}

static gboolean
fail_large (CorMoney amount,
            GError **error)
{
  g_autofree char *text = cor_money_to_text (amount);

  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_LARGE, _ ("%s leads to amounts beyond what can be counted. Give a smaller one."), text);
  return FALSE;
}

static gboolean
fail_tiers (CorMoney amount,
            GError **error)
{
  g_autofree char *text = cor_money_to_text (amount);

  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_LARGE, _ ("The tariff has no price for %s: its last tier ends below. Give a smaller amount, or ask for a price."), text);
  return FALSE;
}

static gboolean
fail_flow (CorFlowResult result,
           CorMoney      amount,
           GError      **error)
{
  switch (result)
    {
    case COR_FLOW_TOO_SMALL:
      return fail_small (amount, error);
    case COR_FLOW_BEYOND_TIERS:
      return fail_tiers (amount, error);
    case COR_FLOW_TOO_LARGE:
    case COR_FLOW_OK:
    default:
      return fail_large (amount, error);
    }
}

static gboolean
check (const CorQuoteTerms *terms,
       gint64               amount,
       GError             **error)
{
  if (amount <= 0)
    {
      g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("The amount must be more than zero"));
      return FALSE;
    }
  return cor_quote_terms_check (terms, error);
}

static gboolean
compute (CorQuote            *quote,
         const CorQuoteTerms *terms,
         gint64               amount,
         GError             **error)
{
  CorMoney      money = cor_money_new (amount, terms->send);
  CorFlowResult result = cor_quote_flow_run (&quote->flow, terms, amount);

  if (result != COR_FLOW_OK)
    return fail_flow (result, money, error);
  if (!cor_quote_cost_compute (&quote->cost, terms, &quote->flow))
    return fail_large (money, error);
  return TRUE;
}

/**
 * cor_quote_forward:
 * @quote: (out caller-allocates): whole only when %TRUE is returned
 * @amount: minor units of the send currency
 * @error: %COR_MONEY_ERROR_INVALID, _TOO_SMALL or _TOO_LARGE
 *
 * “I send this much” (fees.md §3 and §5). Every amount is rounded at once to the minor unit of its
 * currency, as the terms say; the rate never is. Pure; any thread.
 *
 * Returns: whether something arrives
 */
gboolean
cor_quote_forward (CorQuote            *quote,
                   const CorQuoteTerms *terms,
                   gint64               amount,
                   GError             **error)
{
  static const CorQuote none = { 0 };

  *quote = none;
  return check (terms, amount, error) && compute (quote, terms, amount, error);
}

/**
 * cor_quote_reverse:
 * @quote: (out caller-allocates): whole only when %TRUE is returned
 * @target: minor units of the receive currency
 * @error: %COR_MONEY_ERROR_INVALID or _TOO_LARGE
 *
 * “My recipient must get this much”: the quote of the smallest amount whose recipient gets @target or more
 * (fees.md §4). With charges that nobody knows beforehand, “at least” is likely, not certain: see
 * cor_quote_get_certainty(). Pure; any thread.
 *
 * Returns: whether there is such an amount
 */
gboolean
cor_quote_reverse (CorQuote            *quote,
                   const CorQuoteTerms *terms,
                   gint64               target,
                   GError             **error)
{
  static const CorQuote none = { 0 };
  gint64                amount;

  *quote = none;
  if (!check (terms, target, error))
    return FALSE;
  amount = cor_quote_reverse_find (terms, target);
  if (amount == G_MAXINT64)
    {
      g_autofree char *text = cor_money_to_text (cor_money_new (target, terms->receive));

      /* Translators: %s is an amount such as 905.00 EUR */
      g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_LARGE, _ ("No amount makes %s arrive under this tariff. Give a smaller one."), text);
      return FALSE;
    }
  if (!compute (quote, terms, amount, error))
    return FALSE;
  quote->is_reverse = TRUE;
  quote->target = target;
  quote->overshoot = quote->flow.recipient - target;
  return TRUE;
}

/**
 * cor_quote_get_certainty:
 *
 * A total is as certain as its least certain part, and the text to the customer must say so (fees.md §1).
 *
 * Returns: how sure it is what arrives
 */
CorCertainty
cor_quote_get_certainty (const CorQuoteTerms *terms)
{
  CorCertainty certainty = terms->receiver_fee_certainty;

  if (cor_quote_terms_is_deducted (terms))
    certainty = MAX (certainty, terms->fee_certainty);
  for (guint i = 0; terms->chain != NULL && i < terms->chain->len; i++)
    certainty = MAX (certainty, ((const CorCharge *) terms->chain->pdata[i])->certainty);
  return certainty;
}
