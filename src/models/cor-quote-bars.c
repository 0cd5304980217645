/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-bars"

#include "config.h"

#include "cor-quote-bars.h"

#include "cor-amount.h"

#include <glib/gi18n-lib.h>

/* A picture whose smallest bar is above this share of the tallest has its foot cut off, or nobody would see the steps. */
#define CUT_ABOVE 0.4

/* What is left of a cut bar, in heights of all the steps together. */
#define FOOT 0.45

typedef struct
{
  const CorQuoteTerms *terms;
  const CorQuote      *quote;
  const char          *locale;
  GPtrArray           *bars;
  double               level; /* where the next bar begins */
} Builder;

static void
bar_free (gpointer data)
{
  CorQuoteBar *bar = data;

  g_free (bar->label);
  g_free (bar->amount);
  g_free (bar->detail);
  g_free (bar);
}

static double
get_units (gint64             minor,
           const CorCurrency *currency)
{
  return cor_decimal_approximate (cor_money_to_decimal (cor_money_new (minor, currency)));
}

/* The height of an amount that is sent, in the receive currency. */
static double
get_sent_level (Builder *self,
                gint64   minor)
{
  CorDecimal rate = self->quote->cost.has_mid ? self->terms->mid : self->terms->rate;

  return get_units (minor, self->terms->send) * cor_decimal_approximate (rate);
}

static CorQuoteBar *
add (Builder     *self,
     CorBarKind   kind,
     const char  *label,
     CorMoney     money,
     CorCertainty certainty)
{
  CorQuoteBar     *bar = g_new0 (CorQuoteBar, 1);
  g_autofree char *amount = cor_amount_format (cor_money_new (ABS (money.minor), money.currency), self->locale);
  gboolean         is_down = kind == COR_BAR_TAKEN && money.minor > 0;

  bar->kind = kind;
  bar->label = g_strdup (label);
  bar->certainty = certainty;
  bar->amount = is_down ? g_strconcat ("−", amount, NULL) : kind == COR_BAR_TAKEN && money.minor < 0 ? g_strconcat ("+", amount, NULL)
                                                                                                     : g_strdup (amount);
  bar->from = bar->to = self->level;
  g_ptr_array_add (self->bars, bar);
  return bar;
}

static CorQuoteBar *
add_taken (Builder     *self,
           const char  *label,
           CorMoney     money,
           CorCertainty certainty)
{
  CorQuoteBar *bar = NULL;

  if (money.minor == 0)
    return NULL;
  bar = add (self, COR_BAR_TAKEN, label, money, certainty);
  self->level -= money.currency == self->terms->send && money.currency != self->terms->receive ? get_sent_level (self, money.minor)
                                                                                               : get_units (money.minor, money.currency);
  bar->to = self->level;
  return bar;
}

static void
add_total (Builder *self)
{
  CorMoney     debit = cor_money_new (self->quote->flow.debit, self->terms->send);
  CorQuoteBar *bar = add (self, COR_BAR_TOTAL, _ ("Sender pays"), debit, self->terms->fee_certainty);

  self->level = bar->to = get_sent_level (self, debit.minor);
  bar->from = 0;
}

static void
add_sending (Builder *self)
{
  const CorQuoteFlow *flow = &self->quote->flow;
  const CorCurrency  *send = self->terms->send;
  CorQuoteBar        *fee = add_taken (self, _ ("Our fee"), cor_money_new (flow->sender_fee, send), self->terms->fee_certainty);

  if (fee != NULL)
    fee->detail = g_strdup (cor_quote_terms_is_deducted (self->terms) ? _ ("deducted") : _ ("on top"));
  add_taken (self, _ ("Taxes"), cor_money_new (flow->fee_tax + flow->transfer_tax, send), self->terms->fee_certainty);
  add_taken (self, _ ("Bank charges"), cor_money_new (flow->billed, send), COR_CERTAINTY_TARIFF);
}

static void
add_chain (Builder *self,
           gboolean is_before)
{
  const GPtrArray *chain = self->terms->chain;

  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      const CorCharge *charge = chain->pdata[i];
      CorQuoteBar     *bar = NULL;

      if (cor_quote_flow_is_before_conversion (self->terms, charge) != is_before)
        continue;
      bar = add_taken (self, *charge->agent != '\0' ? charge->agent : _ ("Correspondent"), charge->amount, charge->certainty);
      if (bar != NULL)
        bar->detail = g_strdup (cor_certainty_get_word (charge->certainty, NULL));
    }
}

static void
add_conversion (Builder *self)
{
  const CorQuoteTerms *terms = self->terms;
  const CorQuote      *quote = self->quote;
  g_autofree char     *rate = NULL;
  CorQuoteBar         *bar = NULL;

  if (terms->send == terms->receive)
    return;
  if (quote->cost.has_mid)
    {
      CorMoney margin = cor_money_new (quote->cost.fx_margin_receive, terms->receive);

      bar = add_taken (self, _ ("Rate margin"), margin, COR_CERTAINTY_EXACT);
      if (bar != NULL)
        {
          g_autofree char *bps = cor_amount_format_number (quote->cost.fx_margin_bps, self->locale);

          /* Translators: basis points, hundredths of a percent */
          bar->detail = g_strdup_printf (_ ("%s bps"), bps);
        }
    }
  rate = cor_amount_format_number (terms->rate, self->locale);
  bar = add (self, COR_BAR_SUBTOTAL, _ ("Converted"), cor_money_new (quote->flow.converted, terms->receive), COR_CERTAINTY_EXACT);
  /* Translators: at a rate such as 0.9200 */
  bar->detail = g_strdup_printf (_ ("at %s"), rate);
  self->level = bar->to = get_units (quote->flow.converted, terms->receive);
  bar->from = 0;
}

static void
add_receiving (Builder *self)
{
  const CorQuoteTerms *terms = self->terms;
  const CorQuoteFlow  *flow = &self->quote->flow;
  CorCertainty         certainty = cor_quote_get_certainty (terms);
  CorQuoteBar         *bar = NULL;

  add_taken (self, _ ("Recipient’s bank"), cor_money_new (flow->receiver_fee + flow->receiver_fee_tax, terms->receive), terms->receiver_fee_certainty);
  if (flow->receiver_fee == 0 && terms->receiver_fee_certainty == COR_CERTAINTY_UNKNOWN)
    {
      bar = add (self, COR_BAR_UNKNOWN, _ ("Recipient’s bank"), cor_money_new (0, terms->receive), COR_CERTAINTY_UNKNOWN);
      g_free (bar->amount);
      bar->amount = g_strdup (_ ("unknown"));
    }
  bar = add (self, COR_BAR_RESULT, _ ("Recipient gets"), cor_money_new (flow->recipient, terms->receive), certainty);
  bar->detail = certainty != COR_CERTAINTY_EXACT ? g_strdup (_ ("expected")) : NULL;
  bar->from = 0;
  bar->to = get_units (flow->recipient, terms->receive);
}

/**
 * cor_quote_bars_new:
 * @quote: a whole one, of these @terms
 * @locale: how the user reads numbers
 *
 * Returns: (transfer full) (element-type CorQuoteBar): from what is paid to what arrives; what nobody takes is left out
 */
GPtrArray *
cor_quote_bars_new (const CorQuoteTerms *terms,
                    const CorQuote      *quote,
                    const char          *locale)
{
  Builder self = { terms, quote, locale, g_ptr_array_new_with_free_func (bar_free), 0 };

  add_total (&self);
  add_sending (&self);
  add_chain (&self, TRUE);
  add_conversion (&self);
  add_chain (&self, FALSE);
  add_receiving (&self);
  return self.bars;
}

/**
 * cor_quote_bars_get_base:
 *
 * Returns: the level at which the picture begins: zero, or where the bars are cut, which has to be drawn and said
 */
double
cor_quote_bars_get_base (const GPtrArray *bars)
{
  double low = G_MAXDOUBLE;
  double high = 0;

  for (guint i = 0; i < bars->len; i++)
    {
      const CorQuoteBar *bar = bars->pdata[i];

      low = MIN (low, MIN (bar->to, bar->kind == COR_BAR_TAKEN ? bar->from : bar->to));
      high = MAX (high, MAX (bar->to, bar->from));
    }
  if (bars->len == 0 || low < high * CUT_ABOVE)
    return 0;
  return MAX (0, low - (high - low) * FOOT);
}

/**
 * cor_certainty_get_word:
 * @catalog: (nullable): in which language; %NULL: the user's
 *
 * Returns: (transfer none): how sure a figure is, as it stands beside it
 */
const char *
cor_certainty_get_word (CorCertainty      certainty,
                        const CorCatalog *catalog)
{
  switch (certainty)
    {
    case COR_CERTAINTY_TARIFF:
      return cor_catalog_get (catalog, N_ ("expected"));
    case COR_CERTAINTY_ESTIMATE:
      return cor_catalog_get (catalog, N_ ("estimate"));
    case COR_CERTAINTY_UNKNOWN:
      return cor_catalog_get (catalog, N_ ("unknown"));
    case COR_CERTAINTY_EXACT:
    default:
      return cor_catalog_get (catalog, N_ ("exact"));
    }
}

/**
 * cor_explanation_step_get_word:
 * @catalog: (nullable): in which language; %NULL: the user's
 *
 * A sum of which a part is unknown is not itself unknown: it is expected, and can only be less.
 *
 * Returns: (transfer none) (nullable): how sure the step's figure is; %NULL: exact, which needs no word
 */
const char *
cor_explanation_step_get_word (const CorExplanationStep *step, const CorCatalog *catalog)
{
  if (step->certainty == COR_CERTAINTY_EXACT)
    return NULL;
  if (step->certainty == COR_CERTAINTY_UNKNOWN && step->amount.minor != 0)
    return cor_catalog_get (catalog, N_ ("expected, without charges that are not known beforehand"));
  return cor_certainty_get_word (step->certainty, catalog);
}

/**
 * cor_explanation_step_dup_amount:
 * @catalog: (nullable): in which language; %NULL: the user's
 * @locale: how the reader reads numbers
 *
 * Returns: (transfer full): the step's figure, with a minus where it is taken; a word where nobody knows it
 */
char *
cor_explanation_step_dup_amount (const CorExplanationStep *step,
                                 const CorCatalog         *catalog,
                                 const char               *locale)
{
  g_autofree char *amount = cor_amount_format (step->amount, locale);

  /* nobody knows it: not zero, and not nothing */
  if (step->certainty == COR_CERTAINTY_UNKNOWN && step->amount.minor == 0)
    return g_strdup (cor_catalog_get (catalog, N_ ("unknown")));
  return step->effect == COR_EFFECT_TAKES ? g_strconcat ("−", amount, NULL) : g_steal_pointer (&amount);
}

/**
 * cor_explanation_step_dup_source:
 * @catalog: (nullable): in which language; %NULL: the user's
 *
 * Returns: (transfer full) (nullable): where the figure is from, or else why it is, and how sure; an exact one says nothing of that
 */
char *
cor_explanation_step_dup_source (const CorExplanationStep *step, const CorCatalog *catalog)
{
  const char *source = step->source != NULL ? step->source : step->why;
  const char *word = cor_explanation_step_get_word (step, catalog);

  if (word == NULL || source == NULL)
    return g_strdup (word != NULL ? word : source);
  /* Translators: where a figure is from, then how sure it is, such as "Tariff 2026-07, expected" */
  return g_strdup_printf (cor_catalog_get_in_context (catalog, "figure", NC_ ("figure", "%s, %s")), source, word);
}
