/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-values"

#include "config.h"

#include "cor-quote-values.h"

#include "cor-quote-bars.h"

#include <glib/gi18n-lib.h>

/* What is taken after the conversion, for one figure; before it, it is in another currency and stands by itself. */
static gint64
get_deductions (const CorQuoteFlow *flow)
{
  return flow->chain_receive + flow->receiver_fee + flow->receiver_fee_tax;
}

/**
 * cor_quote_values_new:
 * @form: with a result
 *
 * Figures are handed on as figures: the template writes them as the customer does.
 *
 * Returns: (transfer full) (nullable): what templates know as quote.*; %NULL without a result
 */
CorTemplateValues *
cor_quote_values_new (CorQuoteForm *form)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (form);
  const CorQuoteTerms  *terms = &chosen->terms;
  const CorQuoteFlow   *flow = &chosen->quote.flow;
  CorTemplateValues    *values = NULL;
  gint64                lock_end = cor_quote_form_get_lock_end (form);

  if (!chosen->is_there)
    return NULL;
  values = cor_template_values_new ();
  cor_template_values_set_money (values, "quote.fee", cor_money_new (flow->sender_fee, terms->send));
  cor_template_values_set_decimal (values, "quote.rate", terms->rate);
  cor_template_values_set_money (values, "quote.received", cor_money_new (flow->recipient, terms->receive));
  cor_template_values_set_money (values, "quote.total", cor_money_new (flow->debit, terms->send));
  if (get_deductions (flow) > 0)
    cor_template_values_set_money (values, "quote.deductions", cor_money_new (get_deductions (flow), terms->receive));
  if (chosen->quote.cost.has_mid)
    cor_template_values_set_decimal (values, "quote.mid_rate", terms->mid);
  if (lock_end > 0)
    cor_template_values_set_moment (values, "quote.valid_until", lock_end);
  return values;
}

/**
 * cor_quote_dup_text:
 * @locale: how the user reads numbers
 *
 * Returns: (transfer full): the calculation as lines of text, with the source of each figure and how sure it is, for the clipboard
 */
char *
cor_quote_dup_text (const CorQuoteTerms *terms,
                    const CorQuote      *quote,
                    const char          *locale)
{
  g_autoptr (GPtrArray) steps = cor_explanation_new (NULL, terms, quote);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const CorExplanationStep *step = steps->pdata[i];
      g_autofree char          *amount = cor_explanation_step_dup_amount (step, NULL, locale);
      g_autofree char          *source = cor_explanation_step_dup_source (step, NULL);

      g_string_append_printf (text, "%s: %s", step->what, amount);
      if (source != NULL)
        g_string_append_printf (text, " (%s)", source);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/**
 * cor_quote_dup_terms:
 * @form: with a result
 * @catalog: (nullable): in which language; %NULL: the user's
 * @terms: (out caller-allocates): the chosen ones, to be cleared with cor_quote_terms_clear()
 *
 * Where figures are from is said when they are found, in the user's language: here it is said again in another.
 */
void
cor_quote_dup_terms (CorQuoteForm     *form,
                     const CorCatalog *catalog,
                     CorQuoteTerms    *terms)
{
  const CorFeeSchedule *schedule = cor_quote_form_get_schedule (form);
  const CorReference   *reference = cor_quote_form_get_reference (form);
  gboolean              is_scheduled;

  cor_quote_terms_copy (terms, &cor_quote_form_get_chosen (form)->terms);
  is_scheduled = g_strcmp0 (terms->rate_source, terms->fee_source) == 0;
  if (schedule != NULL)
    {
      g_free (terms->fee_source);
      terms->fee_source = g_strdup_printf ("%s, %s", cor_fee_schedule_get_title (schedule, catalog), schedule->version);
    }
  g_free (terms->rate_source);
  terms->rate_source = g_strdup (is_scheduled ? terms->fee_source : cor_catalog_get (catalog, N_ ("as given")));
  if (terms->mid_source == NULL || reference == NULL)
    return;
  g_free (terms->mid_source);
  terms->mid_source = cor_reference_dup_source (reference, catalog);
}
