/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-explanation"

#include "config.h"

#include "cor-explanation.h"

#include <glib/gi18n-lib.h>

static const char *const effect_keys[] = { "start", "adds", "takes", "result", "note" };

/**
 * cor_effect_get_key:
 *
 * Returns: (transfer none): “start”, “adds”, “takes”, “result” or “note”
 */
const char *
cor_effect_get_key (CorEffect effect)
{
  return effect_keys[effect];
}

/**
 * cor_explanation_step_free:
 * @step: (transfer full)
 */
void
cor_explanation_step_free (CorExplanationStep *step)
{
  g_free (step->what);
  g_free (step->why);
  g_free (step->source);
  g_free (step->formula);
  g_free (step);
}

/**
 * cor_explanation_add:
 * @steps: (element-type CorExplanationStep)
 * @key: static
 *
 * Returns: (transfer none): the new last step, to set the rest of
 */
CorExplanationStep *
cor_explanation_add (GPtrArray   *steps,
                     const char  *key,
                     const char  *what,
                     CorMoney     amount,
                     CorEffect    effect,
                     CorCertainty certainty)
{
  CorExplanationStep *step = g_new0 (CorExplanationStep, 1);

  step->key = key;
  step->what = g_strdup (what);
  step->amount = amount;
  step->effect = effect;
  step->certainty = certainty;
  g_ptr_array_add (steps, step);
  return step;
}

/**
 * cor_explanation_step_dup_formula:
 *
 * Returns: (transfer full) (nullable): for programs and experts: the formula with the key of its rounding; %NULL: the
 *   figure was given
 */
char *
cor_explanation_step_dup_formula (const CorExplanationStep *step)
{
  return step->formula != NULL ? g_strdup_printf ("%s, %s", step->formula, cor_rounding_get_key (step->rounding)) : NULL;
}

static void
take_formula (CorExplanationStep  *step,
              const CorQuoteTerms *terms,
              char                *formula)
{
  step->formula = formula;
  step->rounding = terms->rounding;
}

static char *
format_percent (CorMoney   of,
                CorDecimal percent)
{
  g_autofree char *money = cor_money_to_text (of);
  g_autofree char *share = cor_decimal_to_string (cor_decimal_strip (percent));

  return g_strdup_printf ("%s × %s %%", money, share);
}

static const char *
say_why_fee (const CorCatalog *catalog, CorTariffPart part)
{
  switch (part)
    {
    case COR_TARIFF_TIER:
      return cor_catalog_get (catalog, N_ ("By the tier of the tariff that the amount lies in"));
    case COR_TARIFF_MIN:
      return cor_catalog_get (catalog, N_ ("The tariff’s least fee"));
    case COR_TARIFF_MAX:
      return cor_catalog_get (catalog, N_ ("The tariff’s highest fee"));
    case COR_TARIFF_NONE:
      return cor_catalog_get (catalog, N_ ("The tariff asks for nothing here"));
    case COR_TARIFF_PLAIN:
    default:
      return cor_catalog_get (catalog, N_ ("By the tariff"));
    }
}

static void
add_sender_fee (GPtrArray           *steps,
                const CorCatalog    *catalog,
                const CorQuoteTerms *terms,
                const CorQuoteFlow  *flow,
                CorEffect            effect)
{
  CorExplanationStep *step = cor_explanation_add (steps, "sender_fee", cor_catalog_get (catalog, N_ ("Our fee")), cor_money_new (flow->sender_fee, terms->send), effect, terms->fee_certainty);

  if (terms->promotion != NULL)
    /* Translators: the first %s says where a fee comes from, the second is the name of a promotion */
    step->why = g_strdup_printf (cor_catalog_get (catalog, N_ ("%s, less the promotion “%s”")), say_why_fee (catalog, flow->sender_fee_part), terms->promotion);
  else
    step->why = g_strdup (say_why_fee (catalog, flow->sender_fee_part));
  step->source = g_strdup (terms->fee_source);
  take_formula (step, terms, cor_fee_formula (&terms->sender_fee, flow->sender_fee_part, cor_money_new (flow->amount, terms->send)));
}

static void
add_tax (GPtrArray           *steps,
         const CorCatalog    *catalog,
         const CorQuoteTerms *terms,
         const char          *key,
         const char          *what,
         CorMoney             tax,
         CorMoney             of,
         CorDecimal           percent,
         CorEffect            effect)
{
  CorExplanationStep *step;

  if (percent.digits == 0)
    return;
  step = cor_explanation_add (steps, key, what, tax, effect, terms->fee_certainty);
  step->why = g_strdup (cor_catalog_get (catalog, N_ ("A tax that is passed on to the state")));
  step->source = g_strdup (terms->fee_source);
  take_formula (step, terms, format_percent (of, percent));
}

/* A bank that nobody names is no source. */
static char *
dup_agent (const CorCharge *charge)
{
  return *charge->agent != '\0' ? g_strdup (charge->agent) : NULL;
}

static void
add_billed (GPtrArray           *steps,
            const CorCatalog    *catalog,
            const CorQuoteTerms *terms,
            CorEffect            effect)
{
  for (guint i = 0; terms->bearer == COR_BEARER_OUR && terms->our_charges != NULL && i < terms->our_charges->len; i++)
    {
      const CorCharge    *charge = terms->our_charges->pdata[i];
      gint64              billed = 0;
      CorExplanationStep *step;

      if (!cor_quote_flow_bill (terms, charge, &billed))
        continue;
      step = cor_explanation_add (steps, "billed", cor_catalog_get (catalog, N_ ("Charges of other banks, paid beforehand")), cor_money_new (billed, terms->send), effect, charge->certainty);
      step->why = g_strdup (cor_catalog_get (catalog, N_ ("With OUR the sender pays what the banks on the way charge")));
      step->source = dup_agent (charge);
      if (charge->amount.currency != terms->send)
        {
          g_autofree char *money = cor_money_to_text (charge->amount);
          g_autofree char *rate = cor_decimal_to_string (terms->rate);

          take_formula (step, terms, g_strdup_printf ("%s / %s", money, rate));
        }
    }
}

/* What the sender pays, and what sets out. */
static void
add_sending (GPtrArray           *steps,
             const CorCatalog    *catalog,
             const CorQuoteTerms *terms,
             const CorQuoteFlow  *flow)
{
  gboolean            is_deducted = cor_quote_terms_is_deducted (terms);
  CorEffect           effect = is_deducted ? COR_EFFECT_TAKES : COR_EFFECT_ADDS;
  CorMoney            amount = cor_money_new (flow->amount, terms->send);
  CorMoney            fee = cor_money_new (flow->sender_fee, terms->send);
  CorExplanationStep *step = cor_explanation_add (steps, "amount", cor_catalog_get (catalog, N_ ("Amount")), amount, COR_EFFECT_START, COR_CERTAINTY_EXACT);

  step->why = g_strdup (is_deducted ? cor_catalog_get (catalog, N_ ("The fee is taken out of this amount")) : cor_catalog_get (catalog, N_ ("The fee comes on top of this amount")));
  add_sender_fee (steps, catalog, terms, flow, effect);
  add_tax (steps, catalog, terms, "fee_tax", cor_catalog_get (catalog, N_ ("Tax on our fee")), cor_money_new (flow->fee_tax, terms->send), fee, terms->fee_tax_percent, effect);
  add_tax (steps, catalog, terms, "transfer_tax", cor_catalog_get (catalog, N_ ("Tax on the transfer")), cor_money_new (flow->transfer_tax, terms->send), amount, terms->transfer_tax_percent, effect);
  add_billed (steps, catalog, terms, effect);
  cor_explanation_add (steps, "total_debit", cor_catalog_get (catalog, N_ ("The sender pays")), cor_money_new (flow->debit, terms->send),
                       is_deducted ? COR_EFFECT_NOTE : COR_EFFECT_RESULT, terms->fee_certainty);
  cor_explanation_add (steps, "principal", cor_catalog_get (catalog, N_ ("Sets out")), cor_money_new (flow->principal, terms->send),
                       is_deducted ? COR_EFFECT_RESULT : COR_EFFECT_NOTE, is_deducted ? terms->fee_certainty : COR_CERTAINTY_EXACT);
}

static void
add_chain (GPtrArray           *steps,
           const CorCatalog    *catalog,
           const CorQuoteTerms *terms,
           gboolean             is_before)
{
  for (guint i = 0; terms->chain != NULL && i < terms->chain->len; i++)
    {
      const CorCharge    *charge = terms->chain->pdata[i];
      CorExplanationStep *step;

      if (cor_quote_flow_is_before_conversion (terms, charge) != is_before)
        continue;
      step = cor_explanation_add (steps, "intermediary", cor_catalog_get (catalog, N_ ("Taken by a bank on the way")), charge->amount, COR_EFFECT_TAKES, charge->certainty);
      step->why = g_strdup (terms->bearer == COR_BEARER_OUR ? cor_catalog_get (catalog, N_ ("A bank took it although the sender had chosen OUR")) : cor_catalog_get (catalog, N_ ("Banks that pass a payment on may charge for it")));
      step->source = dup_agent (charge);
    }
}

static void
add_conversion (GPtrArray           *steps,
                const CorCatalog    *catalog,
                const CorQuoteTerms *terms,
                const CorQuoteFlow  *flow)
{
  g_autofree char    *money = cor_money_to_text (cor_money_new (flow->converting, terms->send));
  g_autofree char    *rate = cor_decimal_to_string (terms->rate);
  CorExplanationStep *step;

  if (terms->send == terms->receive)
    return;
  step = cor_explanation_add (steps, "converted", cor_catalog_get (catalog, N_ ("Converted")), cor_money_new (flow->converted, terms->receive), COR_EFFECT_RESULT, COR_CERTAINTY_EXACT);
  step->why = g_strdup (terms->fx_at == COR_FX_AT_RECEIVER ? cor_catalog_get (catalog, N_ ("The recipient’s bank converts")) : cor_catalog_get (catalog, N_ ("We convert before the payment sets out")));
  step->source = g_strdup (terms->rate_source);
  take_formula (step, terms, g_strdup_printf ("%s × %s", money, rate));
}

static void
add_receiving (GPtrArray           *steps,
               const CorCatalog    *catalog,
               const CorQuoteTerms *terms,
               const CorQuote      *quote)
{
  const CorQuoteFlow *flow = &quote->flow;
  CorMoney            fee = cor_money_new (flow->receiver_fee, terms->receive);
  CorExplanationStep *step;

  if (flow->receiver_fee != 0 || terms->receiver_fee_certainty == COR_CERTAINTY_UNKNOWN)
    {
      step = cor_explanation_add (steps, "receiver_fee", cor_catalog_get (catalog, N_ ("Fee of the recipient’s bank")), fee, COR_EFFECT_TAKES, terms->receiver_fee_certainty);
      step->why = g_strdup (flow->receiver_fee != 0 ? say_why_fee (catalog, flow->receiver_fee_part) : cor_catalog_get (catalog, N_ ("That bank may charge something that is not known beforehand")));
      if (flow->receiver_fee != 0)
        take_formula (step, terms, cor_fee_formula (&terms->receiver_fee, flow->receiver_fee_part, cor_money_new (flow->arriving, terms->receive)));
    }
  add_tax (steps, catalog, terms, "receiver_fee_tax", cor_catalog_get (catalog, N_ ("Tax on that fee")), cor_money_new (flow->receiver_fee_tax, terms->receive), fee,
           terms->receiver_fee_tax_percent, COR_EFFECT_TAKES);
  step = cor_explanation_add (steps, "recipient_amount", cor_catalog_get (catalog, N_ ("The recipient gets")), cor_money_new (flow->recipient, terms->receive), COR_EFFECT_RESULT,
                              cor_quote_get_certainty (terms));
  if (quote->is_reverse && quote->overshoot > 0)
    {
      g_autofree char *target = cor_money_to_text (cor_money_new (quote->target, terms->receive));

      /* Translators: %s is an amount such as 300000 JPY */
      step->why = g_strdup_printf (cor_catalog_get (catalog, N_ ("No amount brings exactly %s; this is the smallest that brings at least as much")), target);
    }
}

static void
add_comparison (GPtrArray           *steps,
                const CorCatalog    *catalog,
                const CorQuoteTerms *terms,
                const CorQuote      *quote)
{
  g_autofree char    *converting = cor_money_to_text (cor_money_new (quote->flow.converting, terms->send));
  g_autofree char    *converted = cor_money_to_text (cor_money_new (quote->flow.converted, terms->receive));
  g_autofree char    *debit = cor_money_to_text (cor_money_new (quote->flow.debit, terms->send));
  g_autofree char    *recipient = cor_money_to_text (cor_money_new (quote->flow.recipient, terms->receive));
  g_autofree char    *mid = cor_decimal_to_string (terms->mid);
  CorExplanationStep *step;

  if (!quote->cost.has_mid)
    return;
  if (terms->send != terms->receive)
    {
      step = cor_explanation_add (steps, "fx_margin", cor_catalog_get (catalog, N_ ("Cost of the exchange rate")), cor_money_new (quote->cost.fx_margin, terms->send), COR_EFFECT_NOTE, COR_CERTAINTY_EXACT);
      step->why = g_strdup (terms->mid_kind == COR_MID_REFERENCE ? cor_catalog_get (catalog, N_ ("Against the last ECB reference rate published before")) : cor_catalog_get (catalog, N_ ("Against the mid-market rate of that moment")));
      step->source = g_strdup (terms->mid_source);
      take_formula (step, terms, g_strdup_printf ("%s − %s / %s", converting, converted, mid));
    }
  step = cor_explanation_add (steps, "total_cost", cor_catalog_get (catalog, N_ ("Total cost")), cor_money_new (quote->cost.total_cost, terms->send), COR_EFFECT_NOTE, cor_quote_get_certainty (terms));
  step->why = g_strdup (cor_catalog_get (catalog, N_ ("Everything that was paid and did not arrive, whoever took it")));
  step->source = g_strdup (terms->mid_source);
  take_formula (step, terms, g_strdup_printf ("%s − %s / %s", debit, recipient, mid));
}

/**
 * cor_explanation_new:
 * @catalog: (nullable): in which language; %NULL: the user's
 * @quote: a whole one, of these @terms
 *
 * The steps in the order of the calculation (fees.md §3), then what the mid-market rate shows. Window,
 * reply, PDF and command line all come from these. Any thread.
 *
 * Returns: (transfer full) (element-type CorExplanationStep): the steps
 */
GPtrArray *
cor_explanation_new (const CorCatalog    *catalog,
                     const CorQuoteTerms *terms,
                     const CorQuote      *quote)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_explanation_step_free);

  add_sending (steps, catalog, terms, &quote->flow);
  add_chain (steps, catalog, terms, TRUE);
  add_conversion (steps, catalog, terms, &quote->flow);
  add_chain (steps, catalog, terms, FALSE);
  add_receiving (steps, catalog, terms, quote);
  add_comparison (steps, catalog, terms, quote);
  return steps;
}
