/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* What holds for every quote, over random terms; a failure names the seed to repeat it with. */

#include "config.h"

#include "cor-money-error.h"
#include "cor-quote.h"
#include "cor-test-main.h"

#include <string.h>

static const char *const currencies[] = { "USD", "EUR", "JPY", "KWD", "CLF", "IDR", "GBP" };

static gint64
pick (gint64 low,
      gint64 high)
{
  return low + (gint64) (((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ()) % (guint64) (high - low + 1));
}

static CorDecimal
pick_percent (void)
{
  CorDecimal percent = { pick (0, 3) == 0 ? 0 : pick (0, 500), 2 };

  return percent;
}

static void
pick_tariff (CorFeeTariff *tariff)
{
  gint64 floor = 0;
  gint64 n = pick (0, 2) == 0 ? pick (1, 3) : 0;

  tariff->tier_mode = pick (0, 1) == 0 ? COR_TIERS_SLAB : COR_TIERS_MARGINAL;
  tariff->fixed = n == 0 ? pick (0, 60) : 0;
  tariff->percent = n == 0 ? pick_percent () : COR_DECIMAL_ZERO;
  tariff->has_min = pick (0, 2) == 0;
  tariff->min = tariff->has_min ? pick (0, 80) : 0;
  tariff->has_max = pick (0, 2) == 0;
  tariff->max = tariff->has_max ? tariff->min + pick (0, 200) : 0;
  if (n > 0)
    tariff->tiers = g_array_new (FALSE, TRUE, sizeof (CorFeeTier));
  for (gint64 i = 0; i < n; i++)
    {
      CorFeeTier tier = { i + 1 < n || pick (0, 9) == 0, floor + pick (1, 900), pick (0, 60), pick_percent () };

      floor = tier.up_to;
      g_array_append_val (tariff->tiers, tier);
    }
}

static GPtrArray *
pick_charges (const CorQuoteTerms *terms)
{
  GPtrArray *charges = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_charge_free);

  for (gint64 i = pick (0, 2); i > 0; i--)
    {
      const CorCurrency *currency = terms->fx_at == COR_FX_AT_RECEIVER && pick (0, 1) == 0 ? terms->send : terms->receive;

      g_ptr_array_add (charges, cor_charge_new ("A", cor_money_new (pick (0, 40), currency), COR_CERTAINTY_TARIFF));
    }
  return charges;
}

static void
pick_terms (CorQuoteTerms *terms)
{
  terms->send = cor_currency_find (currencies[pick (0, G_N_ELEMENTS (currencies) - 1)]);
  terms->receive = cor_currency_find (currencies[pick (0, G_N_ELEMENTS (currencies) - 1)]);
  terms->fee_mode = (CorFeeMode) pick (COR_FEE_ON_TOP, COR_FEE_DEDUCTED);
  terms->bearer = (CorChargeBearer) pick (COR_BEARER_SHA, COR_BEARER_BEN);
  terms->rounding = (CorRounding) pick (COR_ROUNDING_HALF_UP, COR_ROUNDING_DOWN);
  terms->fx_at = (CorFxSide) pick (COR_FX_AT_SENDER, COR_FX_AT_RECEIVER);
  pick_tariff (&terms->sender_fee);
  pick_tariff (&terms->receiver_fee);
  terms->fee_tax_percent = pick_percent ();
  terms->transfer_tax_percent = pick_percent ();
  terms->receiver_fee_tax_percent = pick_percent ();
  terms->our_charges = pick_charges (terms);
  terms->chain = pick_charges (terms);
  if (terms->send == terms->receive)
    terms->rate = COR_DECIMAL_ONE;
  else
    {
      /* minor units stay comparable, so that amounts can be tried one by one */
      terms->rate.digits = pick (200, 4000);
      terms->rate.scale = (guint) (3 + terms->send->exponent);
      for (guint i = 0; i < terms->receive->exponent; i++)
        terms->rate.scale--;
      if ((int) terms->rate.scale < 0)
        terms->rate.scale = 0;
    }
  terms->mid_kind = pick (0, 3) == 0 ? COR_MID_NONE : COR_MID_MOMENT;
  terms->mid = terms->rate;
  if (terms->send != terms->receive)
    terms->mid.digits += pick (-20, 60);
}

/* Each part is somewhere, and none is in two places. */
static void
assert_adds_up (const CorQuoteTerms *terms,
                const CorQuote      *quote)
{
  const CorQuoteFlow *flow = &quote->flow;
  const CorQuoteCost *cost = &quote->cost;
  gint64              charges = flow->sender_fee + flow->fee_tax + flow->transfer_tax + flow->billed;

  g_assert_cmpint (flow->debit, ==, flow->principal + charges);
  g_assert_cmpint (cor_quote_terms_is_deducted (terms) ? flow->debit : flow->principal, ==, flow->amount);
  g_assert_cmpint (flow->principal, ==, flow->converting + flow->chain_send);
  g_assert_cmpint (flow->converted, ==, flow->arriving + flow->chain_receive);
  g_assert_cmpint (flow->arriving, ==, flow->recipient + flow->receiver_fee + flow->receiver_fee_tax);
  g_assert_cmpint (flow->recipient, >, 0);
  if (!cost->has_mid)
    return;
  g_assert_cmpint (cost->total_cost, ==, charges + cost->fx_margin + cost->chain + cost->receiver_fee + cost->residual);
  /* each of the four rounded parts is off by less than one unit */
  g_assert_cmpint (ABS (cost->residual), <=, 4);
  g_assert_cmpint (cost->mid_converted, ==, flow->converted + cost->fx_margin_receive);
}

static void
test_adds_up (void)
{
  guint n_quotes = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_auto (CorQuoteTerms) terms = { 0 };
      CorQuote quote;

      pick_terms (&terms);
      if (!cor_quote_forward (&quote, &terms, pick (1, 1000000), NULL))
        continue;
      assert_adds_up (&terms, &quote);
      n_quotes++;
    }
  g_assert_cmpuint (n_quotes, >, 10000);
}

static gint64
find_by_trying (const CorQuoteTerms *terms,
                gint64               target,
                gint64               limit)
{
  for (gint64 amount = 1; amount <= limit; amount++)
    {
      CorQuoteFlow flow;

      if (cor_quote_flow_run (&flow, terms, amount) == COR_FLOW_OK && flow.recipient >= target)
        return amount;
    }
  return 0;
}

/* The smallest amount, not just a small one: every smaller one is tried. */
static void
test_reverse_is_smallest (void)
{
  guint n_found = 0;

  for (int i = 0; i < 500; i++)
    {
      g_auto (CorQuoteTerms) terms = { 0 };
      gint64   target = pick (1, 2500);
      gint64   expected;
      CorQuote quote;

      pick_terms (&terms);
      expected = find_by_trying (&terms, target, 4000);
      if (expected == 0)
        continue;
      if (!cor_quote_reverse (&quote, &terms, target, NULL))
        {
          /* the amount is there, but paying for it is beyond the tiers or the limits */
          g_assert_false (cor_quote_forward (&quote, &terms, expected, NULL));
          continue;
        }
      g_assert_cmpint (quote.flow.amount, ==, expected);
      g_assert_cmpint (quote.overshoot, ==, quote.flow.recipient - target);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 250);
}

/* What arrives of an amount is reached by that amount or a smaller one that brings as much. */
static void
test_there_and_back (void)
{
  guint n_quotes = 0;

  for (int i = 0; i < 3000; i++)
    {
      g_auto (CorQuoteTerms) terms = { 0 };
      CorQuote there;
      CorQuote back;

      pick_terms (&terms);
      if (!cor_quote_forward (&there, &terms, pick (1, G_GINT64_CONSTANT (1000000000000)), NULL))
        continue;
      g_assert_true (cor_quote_reverse (&back, &terms, there.flow.recipient, NULL));
      g_assert_cmpint (back.flow.amount, <=, there.flow.amount);
      g_assert_cmpint (back.flow.recipient, >=, there.flow.recipient);
      if (back.flow.amount == there.flow.amount)
        g_assert_cmpint (back.overshoot, ==, 0);
      n_quotes++;
    }
  g_assert_cmpuint (n_quotes, >, 1500);
}

/* Near the ends of 64 bits a quote adds up, or it is an error that says so: no third way. */
static void
test_extremes (void)
{
  static const gint64 amounts[] = { 1, 2, G_MAXINT64 / 2, G_MAXINT64 - 1, G_MAXINT64 };
  guint               n_quotes = 0;
  guint               n_errors = 0;

  for (int i = 0; i < 4000; i++)
    {
      g_auto (CorQuoteTerms) terms = { 0 };
      g_autoptr (GError) error = NULL;
      CorQuote quote;
      gint64   amount = amounts[pick (0, G_N_ELEMENTS (amounts) - 1)];

      pick_terms (&terms);
      if (terms.send != terms.receive && pick (0, 1) == 0)
        {
          terms.rate.digits = pick (1, G_MAXINT64);
          terms.rate.scale = (guint) pick (0, COR_DECIMAL_MAX_DIGITS);
          terms.mid.digits = pick (1, G_MAXINT64);
          terms.mid.scale = (guint) pick (0, COR_DECIMAL_MAX_DIGITS);
        }
      if (pick (0, 1) == 0 ? cor_quote_forward (&quote, &terms, amount, &error) : cor_quote_reverse (&quote, &terms, amount, &error))
        {
          assert_adds_up (&terms, &quote);
          n_quotes++;
          continue;
        }
      g_assert_nonnull (error);
      g_assert_true (g_error_matches (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_LARGE) ||
                     g_error_matches (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_SMALL));
      g_assert_cmpuint (strlen (error->message), >, 20);
      n_errors++;
    }
  g_assert_cmpuint (n_quotes, >, 200);
  g_assert_cmpuint (n_errors, >, 200);
}

static void
test_discount (void)
{
  g_auto (CorFeeTariff) tariff = { .fixed = 1000, .has_min = TRUE, .min = 1500, .discount_percent = { 333, 1 } };
  CorTariffPart part;
  gint64        fee = 0;

  /* 15.00 less 33.3 %: 10.005, which is rounded once */
  g_assert_cmpint (cor_fee_tariff_apply (&tariff, cor_currency_find ("EUR"), 100, COR_ROUNDING_HALF_UP, &fee, &part), ==, COR_TARIFF_OK);
  g_assert_cmpint (fee, ==, 1001);
  g_assert_cmpint (part, ==, COR_TARIFF_MIN);
  g_assert_cmpint (cor_fee_tariff_apply (&tariff, cor_currency_find ("EUR"), 100, COR_ROUNDING_HALF_EVEN, &fee, &part), ==, COR_TARIFF_OK);
  g_assert_cmpint (fee, ==, 1000);
}

static void
test_certainty (void)
{
  g_auto (CorQuoteTerms) terms = { .send = cor_currency_find ("USD"), .receive = cor_currency_find ("EUR"), .fee_certainty = COR_CERTAINTY_TARIFF };
  GPtrArray *chain = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_charge_free);

  /* the sender's fee comes on top: it changes nothing about what arrives */
  g_assert_cmpint (cor_quote_get_certainty (&terms), ==, COR_CERTAINTY_EXACT);
  terms.fee_mode = COR_FEE_DEDUCTED;
  g_assert_cmpint (cor_quote_get_certainty (&terms), ==, COR_CERTAINTY_TARIFF);
  g_ptr_array_add (chain, cor_charge_new ("A", cor_money_new (1500, terms.receive), COR_CERTAINTY_ESTIMATE));
  g_ptr_array_add (chain, cor_charge_new ("B", cor_money_new (100, terms.receive), COR_CERTAINTY_EXACT));
  terms.chain = chain;
  g_assert_cmpint (cor_quote_get_certainty (&terms), ==, COR_CERTAINTY_ESTIMATE);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/quote/adds-up", test_adds_up);
  g_test_add_func ("/quote/reverse-is-smallest", test_reverse_is_smallest);
  g_test_add_func ("/quote/there-and-back", test_there_and_back);
  g_test_add_func ("/quote/extremes", test_extremes);
  g_test_add_func ("/quote/discount", test_discount);
  g_test_add_func ("/quote/certainty", test_certainty);
  return cor_test_run ();
}
