/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The form of a quote: the answer follows what is typed; the history of a pair: what a chart draws of it. */

#include "config.h"

#include "cor-quote-form.h"
#include "cor-quote-values.h"
#include "cor-rate-history.h"

#include "cor-amount.h"
#include "cor-date.h"
#include "cor-store-fees.h"
#include "cor-store-rates.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

#include <string.h>

/* 15 June 2023, 04:42 UTC, a Thursday: that day's rate is not out yet. */
#define NOW 1686804120

typedef struct
{
  char         *dir;
  CorStore     *store;
  CorQuoteForm *form;
} Fixture;

static CorFeeCorridor *
make_corridor (const char     *id,
               CorChargeBearer bearer)
{
  CorFeeCorridor *corridor = cor_fee_corridor_new ();

  corridor->id = g_strdup (id);
  corridor->bearers = 1U << bearer;
  corridor->rate_lock_minutes = 30;
  corridor->terms.send = cor_currency_find ("USD");
  corridor->terms.receive = cor_currency_find ("EUR");
  corridor->terms.sender_fee.fixed = 1000;
  corridor->fx_margin_percent = (CorDecimal){ 5, 1 };
  return corridor;
}

static void
put_fees (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (CorFeeSchedule) schedule = cor_fee_schedule_new ();
  CorFeeCorridor *shared = make_corridor ("sha", COR_BEARER_SHA);

  schedule->id = g_strdup ("s");
  schedule->version = g_strdup ("1");
  schedule->title = g_strdup ("Schedule");
  g_date_clear (&schedule->valid_to, 1);
  g_assert_true (cor_date_parse ("2023-01-01", &schedule->valid_from));
  shared->terms.chain = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_charge_free);
  g_ptr_array_add (shared->terms.chain, cor_charge_new ("Nordhafen Bank", cor_money_new (1500, cor_currency_find ("EUR")), COR_CERTAINTY_ESTIMATE));
  g_ptr_array_add (schedule->corridors, shared);
  g_ptr_array_add (schedule->corridors, make_corridor ("our", COR_BEARER_OUR));
  cor_store_put_fees_async (fixture->store, schedule, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_fees_finish (fixture->store, cor_test_await (&await), NULL));
}

/* "2023-06-14 USD 1.0809" a line */
static void
put_rates (Fixture           *fixture,
           const char *const *lines)
{
  g_auto (CorTestAwait) await = { NULL };
  CorRateSheet *sheet = cor_rate_sheet_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
      GDate day;

      g_assert_true (cor_date_parse (words[0], &day));
      cor_rate_sheet_add_day (sheet, &day);
      g_assert_true (cor_rate_sheet_add_rate (sheet, &day, words[1], words[2], NULL));
    }
  g_assert_true (cor_rate_sheet_sort (sheet, NULL));
  cor_store_put_rates_async (fixture->store, sheet, COR_RATES_ECB_FILE, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_rates_finish (fixture->store, cor_test_await (&await), NULL, NULL));
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  static const char *const lines[] = { "2023-06-13 USD 1.0793", "2023-06-14 USD 1.0809", "2023-06-15 USD 1.0819", NULL };

  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, NULL);
  put_fees (fixture);
  put_rates (fixture, lines);
  fixture->form = cor_quote_form_new (fixture->store, NOW);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (g_steal_pointer (&fixture->form));
  cor_test_finalize (g_steal_pointer (&fixture->store));
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static void
ask (Fixture     *fixture,
     CorQuoteSide side,
     const char  *amount)
{
  cor_quote_form_set_pair (fixture->form, cor_currency_find ("USD"), cor_currency_find ("EUR"));
  cor_quote_form_set_amount (fixture->form, side, amount);
  while (cor_quote_form_get_reference (fixture->form) == NULL || cor_quote_form_get_schedule (fixture->form) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_answer (Fixture      *fixture,
             gconstpointer unused)
{
  const CorQuoteResult *chosen = NULL;
  g_autofree char      *day = NULL;

  ask (fixture, COR_SIDE_SEND, "1,000.00");
  chosen = cor_quote_form_get_chosen (fixture->form);
  g_assert_null (chosen->problem);
  g_assert_true (chosen->is_there);
  day = cor_date_to_string (&cor_quote_form_get_reference (fixture->form)->day);
  g_assert_cmpstr (day, ==, "2023-06-14");
  g_assert_false (cor_quote_form_is_stale (fixture->form));

  /* 0.9251549635 less half a percent, to six digits: 0.920529; 920.53 less 15.00 */
  g_assert_cmpint (chosen->quote.flow.debit, ==, 101000);
  g_assert_cmpint (chosen->quote.flow.recipient, ==, 90553);
  g_assert_cmpint (cor_quote_form_get_result (fixture->form, COR_BEARER_OUR)->quote.flow.recipient, ==, 92053);
  g_assert_cmpint (cor_quote_form_get_other_mode (fixture->form)->quote.flow.recipient, ==, 89632);
  /* the schedule has no price for it */
  g_assert_false (cor_quote_form_get_result (fixture->form, COR_BEARER_BEN)->is_there);
  g_assert_nonnull (cor_quote_form_get_result (fixture->form, COR_BEARER_BEN)->problem);

  cor_quote_form_set_fee_mode (fixture->form, COR_FEE_DEDUCTED);
  g_assert_cmpint (cor_quote_form_get_chosen (fixture->form)->quote.flow.recipient, ==, 89632);
  g_assert_cmpint (cor_quote_form_get_other_mode (fixture->form)->quote.flow.recipient, ==, 90553);
}

static void
test_reverse (Fixture      *fixture,
              gconstpointer unused)
{
  const CorQuoteResult *chosen = NULL;

  ask (fixture, COR_SIDE_RECEIVE, "905.53");
  chosen = cor_quote_form_get_chosen (fixture->form);
  g_assert_true (chosen->is_there);
  g_assert_true (chosen->quote.is_reverse);
  g_assert_cmpint (chosen->quote.flow.recipient, >=, 90553);
  g_assert_cmpint (chosen->quote.flow.amount, <=, 100000);
}

static void
test_sentences (Fixture      *fixture,
                gconstpointer unused)
{
  static const char *const amounts[] = { "0", "-1", "1,00", "1.001", "x", "99999999999999999999", "5" };
  GDate                    old;

  ask (fixture, COR_SIDE_SEND, "1,000.00");
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      cor_quote_form_set_amount (fixture->form, COR_SIDE_SEND, amounts[i]);
      g_assert_false (cor_quote_form_get_chosen (fixture->form)->is_there);
      g_assert_nonnull (cor_quote_form_get_chosen (fixture->form)->problem);
    }
  /* nothing typed is no mistake */
  cor_quote_form_set_amount (fixture->form, COR_SIDE_SEND, "");
  g_assert_null (cor_quote_form_get_chosen (fixture->form)->problem);

  cor_quote_form_set_amount (fixture->form, COR_SIDE_SEND, "1000");
  cor_quote_form_set_rate (fixture->form, "abc");
  g_assert_nonnull (cor_quote_form_get_chosen (fixture->form)->problem);
  cor_quote_form_set_rate (fixture->form, "0,92");
  g_assert_cmpint (cor_quote_form_get_chosen (fixture->form)->quote.flow.recipient, ==, 90500);

  /* before the first version of the schedule */
  g_assert_true (cor_date_parse ("2022-06-15", &old));
  cor_quote_form_set_date (fixture->form, &old);
  while (cor_quote_form_get_chosen (fixture->form)->problem == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A rate holds from when the agent asked; asking again makes it hold again. */
static void
test_lock (Fixture      *fixture,
           gconstpointer unused)
{
  GDate old;

  ask (fixture, COR_SIDE_SEND, "1000");
  g_assert_cmpint (cor_quote_form_get_lock_end (fixture->form), ==, NOW + 30 * 60);
  cor_quote_form_set_now (fixture->form, NOW + 600);
  g_assert_cmpint (cor_quote_form_get_lock_end (fixture->form), ==, NOW + 30 * 60);
  cor_quote_form_renew (fixture->form, NOW + 600);
  g_assert_cmpint (cor_quote_form_get_lock_end (fixture->form), ==, NOW + 40 * 60);

  g_assert_true (cor_date_parse ("2023-06-13", &old));
  cor_quote_form_set_date (fixture->form, &old);
  g_assert_cmpint (cor_quote_form_get_lock_end (fixture->form), ==, 0);
}

static void
on_changed (guint *n)
{
  (*n)++;
}

static void
test_history (Fixture      *fixture,
              gconstpointer unused)
{
  CorRateHistory     *history = cor_rate_history_new (fixture->store, NOW);
  const CorRatePoint *points = NULL;
  guint               n_changed = 0;
  guint               n = 0;

  g_signal_connect_swapped (history, "changed", G_CALLBACK (on_changed), &n_changed);
  cor_rate_history_set_pair (history, "EUR", "USD");
  cor_rate_history_set_range (history, COR_RANGE_WEEK);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      points = cor_rate_history_get_points (history, &n);
    }
  while (n != 3);
  g_assert_cmpfloat_with_epsilon (points[1].level, 1.0809, 1e-9);
  g_assert_cmpint (cor_rate_points_find (points, n, points[1].day), ==, 1);
  g_assert_cmpint (cor_rate_points_find (points, n, points[2].day + 100), ==, 2);
  g_assert_cmpint (cor_rate_points_find (points, n, 1), ==, 0);
  g_assert_cmpint (cor_rate_points_find (points, 0, 1), ==, -1);
  g_assert_cmpuint (cor_rate_history_get_summary (history)->n_rates, ==, 3);
  g_assert_false (cor_rate_history_is_simulated (history));
  cor_test_finalize (history);
}

/* However few columns there are, the lowest and the highest are among them. */
static void
test_thin (void)
{
  CorRatePoint points[1000];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (CorRatePoint){ .day = 730000 + i + i / 5 * 2, .level = 1 + (double) (i * 7919 % 1000) / 1000 };
  for (guint n_columns = 1; n_columns < 1600; n_columns = n_columns * 3 / 2 + 1)
    {
      g_autoptr (GArray) columns = cor_rate_points_thin (points, G_N_ELEMENTS (points), n_columns);
      double low = G_MAXDOUBLE;
      double high = 0;

      g_assert_cmpuint (columns->len, <=, n_columns);
      for (guint i = 0; i < columns->len; i++)
        {
          low = MIN (low, g_array_index (columns, CorRateColumn, i).low);
          high = MAX (high, g_array_index (columns, CorRateColumn, i).high);
        }
      g_assert_cmpfloat (low, ==, 1.0);
      g_assert_cmpfloat (high, ==, 1.999);
    }
}

/* What nobody knows is not zero; what is taken has its sign, and what is not exact its word. */
static void
test_text (Fixture      *fixture,
           gconstpointer unused)
{
  const CorQuoteResult *chosen;
  CorQuoteTerms         terms;
  g_autofree char      *text = NULL;

  ask (fixture, COR_SIDE_SEND, "1,000");
  chosen = cor_quote_form_get_chosen (fixture->form);
  g_assert_true (chosen->is_there);
  terms = chosen->terms;
  terms.receiver_fee_certainty = COR_CERTAINTY_UNKNOWN;
  text = cor_quote_dup_text (&terms, &chosen->quote, "en");
  g_assert_nonnull (strstr (text, "Fee of the recipient’s bank: unknown ("));
  g_assert_nonnull (strstr (text, "Taken by a bank on the way: −15.00"));
  g_assert_nonnull (strstr (text, "(Nordhafen Bank, estimate)"));
  g_assert_null (strstr (text, ": 0.00"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add ("/quote-form/answer", Fixture, NULL, set_up, test_answer, tear_down);
  g_test_add ("/quote-form/reverse", Fixture, NULL, set_up, test_reverse, tear_down);
  g_test_add ("/quote-form/sentences", Fixture, NULL, set_up, test_sentences, tear_down);
  g_test_add ("/quote-form/lock", Fixture, NULL, set_up, test_lock, tear_down);
  g_test_add ("/rate-history/range", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add_func ("/rate-history/thin", test_thin);
  g_test_add ("/quote-form/text", Fixture, NULL, set_up, test_text, tear_down);
  return cor_test_run ();
}
