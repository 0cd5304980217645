/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-quote.h"
#include "cor-test-processor-time.h"

#include <stdio.h>

/*
 * Quotes a second of processor time on one core: bench-quotes [QUOTES]. Two sets of terms: with a percent fee, a chain, a receiving fee and a mid, as most
 * are, and in reverse.
 */

static CorQuoteTerms
make_terms (void)
{
  CorQuoteTerms terms = { .send = cor_currency_find ("USD"), .receive = cor_currency_find ("EUR"), .mid_kind = COR_MID_REFERENCE };

  terms.sender_fee.fixed = 150;
  terms.sender_fee.percent = (CorDecimal){ 45, 2 };
  terms.sender_fee.has_min = terms.sender_fee.has_max = TRUE;
  terms.sender_fee.min = 300;
  terms.sender_fee.max = 6000;
  terms.chain = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_charge_free);
  g_ptr_array_add (terms.chain, cor_charge_new ("Correspondent", cor_money_new (1200, terms.receive), COR_CERTAINTY_ESTIMATE));
  terms.receiver_fee.percent = (CorDecimal){ 5, 2 };
  terms.rate = (CorDecimal){ 920529, 6 };
  terms.mid = (CorDecimal){ 9251549635, 10 };
  return terms;
}

static void
report (const char *what,
        guint       n,
        gint64      began_at,
        guint64     checksum)
{
  double seconds = (double) (cor_test_get_processor_time () - began_at) / G_USEC_PER_SEC;

  printf ("%s: %u quotes in %.3f s: %.0f a second (checksum %" G_GUINT64_FORMAT ")\n", what, n, seconds, n / seconds, checksum);
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  g_auto (CorQuoteTerms) terms = make_terms ();
  guint64  checksum = 0;
  gint64   began_at = cor_test_get_processor_time ();
  CorQuote quote;

  printf ("%s build\n", COR_BUILD_TYPE);
  for (guint i = 0; i < n; i++)
    if (cor_quote_forward (&quote, &terms, 100000 + i % 1000000, NULL))
      checksum = checksum * 31 + (guint64) quote.flow.recipient + (guint64) quote.cost.total_cost + (guint64) quote.cost.effective_rate.digits;
  report ("forward", n, began_at, checksum);

  checksum = 0;
  began_at = cor_test_get_processor_time ();
  for (guint i = 0; i < n / 10; i++)
    if (cor_quote_reverse (&quote, &terms, 100000 + i % 1000000, NULL))
      checksum = checksum * 31 + (guint64) quote.flow.amount;
  report ("reverse", n / 10, began_at, checksum);
  return 0;
}
