/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Packs of fee schedules: what is refused, with its path; what is found on which day; how it is explained. */

#include "config.h"

#include "cor-explanation.h"
#include "cor-fee-pack.h"
#include "cor-money-error.h"
#include "cor-test-main.h"

#include <string.h>

#define HEAD "\"schema\":\"corridor-fee-schedule/1\",\"id\":\"a\",\"version\":\"1\",\"title\":\"A\",\"valid_from\":\"2026-01-01\",\"rounding\":\"HALF_UP\""
#define CORRIDOR "\"id\":\"c\",\"send\":\"USD\",\"receive\":\"EUR\",\"fee_mode\":\"on_top\""
#define PACK(corridor) "{" HEAD ",\"corridors\":[{" CORRIDOR "," corridor "}]}"

static CorFeeSchedule *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  CorFeeSchedule *schedule = cor_fee_pack_parse (json, strlen (json), &error);

  g_assert_no_error (error);
  g_assert_nonnull (schedule);
  return schedule;
}

static CorFeeSchedule *
load_example (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "fee-schedule.example.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  return parse (text);
}

static CorFeeRequest
ask (const char     *send,
     const char     *receive,
     CorChargeBearer bearer,
     const char     *tier)
{
  CorFeeRequest request = { cor_currency_find (send), cor_currency_find (receive), bearer, NULL, NULL, tier, { 0 } };

  g_date_clear (&request.date, 1);
  g_date_set_dmy (&request.date, 22, G_DATE_NOVEMBER, 2026);
  return request;
}

static void
test_malformed (void)
{
  static const struct
  {
    const char *json;
    const char *path;
  } cases[] = {
    { "", "$: " },
    { "[]", "$: " },
    { "{", "$: " },
    { "{}", "$.schema: " },
    { "{\"schema\":\"corridor-fee-schedule/2\"}", "$.schema: " },
    { "{" HEAD "}", "$.corridors: " },
    { "{" HEAD ",\"corridors\":{}}", "$.corridors: " },
    { "{" HEAD ",\"corridors\":[7]}", "$.corridors[0]: " },
    { "{" HEAD ",\"corridor\":[]}", "$.corridor: " },
    { "{" HEAD ",\"valid_to\":\"2025-12-31\",\"corridors\":[]}", "$.valid_to: " },
    { "{" HEAD ",\"valid_to\":\"2026-02-30\",\"corridors\":[]}", "$.valid_to: " },
    { "{" HEAD ",\"valid_to\":\"1/2/2026\",\"corridors\":[]}", "$.valid_to: " },
    { PACK ("\"sender_fee\":[]"), "$.corridors[0].sender_fee: " },
    { PACK ("\"note\":\"free?\""), "$.corridors[0].sender_fee: " },
    { PACK ("\"sender_fee\":{\"fixed\":1.5}"), "$.corridors[0].sender_fee.fixed: " },
    { PACK ("\"sender_fee\":{\"fixed\":\"1.505\"}"), "$.corridors[0].sender_fee.fixed: " },
    { PACK ("\"sender_fee\":{\"fixed\":\"1,50\"}"), "$.corridors[0].sender_fee.fixed: " },
    { PACK ("\"sender_fee\":{\"fixed\":\"-1\"}"), "$.corridors[0].sender_fee: " },
    { PACK ("\"sender_fee\":{\"percent\":\"101\"}"), "$.corridors[0].sender_fee: " },
    { PACK ("\"sender_fee\":{\"min\":\"5\",\"max\":\"4\"}"), "$.corridors[0].sender_fee: " },
    { PACK ("\"sender_fee\":{\"fixd\":\"5\"}"), "$.corridors[0].sender_fee.fixd: " },
    { PACK ("\"sender_fee\":{\"fixed\":\"5\",\"tiers\":[{\"up_to\":\"9\"}]}"), "$.corridors[0].sender_fee.tiers: " },
    { PACK ("\"sender_fee\":{\"tiers\":[{\"up_to\":\"9\"},{\"up_to\":\"9\"}]}"), "$.corridors[0].sender_fee: " },
    { PACK ("\"sender_fee\":{\"tiers\":[{\"up_to\":null},{\"up_to\":\"9\"}]}"), "$.corridors[0].sender_fee: " },
    { PACK ("\"sender_fee\":{\"tiers\":[{\"up_to\":\"9\"},{\"percent\":\"x\"}]}"), "$.corridors[0].sender_fee.tiers[1].percent: " },
    { PACK ("\"sender_fee\":{\"tier_mode\":\"stairs\"}"), "$.corridors[0].sender_fee.tier_mode: " },
    { PACK ("\"sender_fee\":{},\"charge_bearers\":[\"DEBT\"]"), "$.corridors[0].charge_bearers: " },
    { PACK ("\"sender_fee\":{},\"charge_bearers\":[]"), "$.corridors[0].charge_bearers: " },
    { PACK ("\"sender_fee\":{},\"fx_margin_percent\":\"-1\""), "$.corridors[0].fx_margin_percent: " },
    { PACK ("\"sender_fee\":{},\"intermediaries\":[{\"currency\":\"EUR\"}]"), "$.corridors[0].intermediaries[0].amount: " },
    { PACK ("\"sender_fee\":{},\"intermediaries\":[{\"amount\":\"1\",\"currency\":\"EURO\"}]"), "$.corridors[0].intermediaries[0].currency: " },
    { PACK ("\"sender_fee\":{},\"intermediaries\":[{\"amount\":\"1\",\"currency\":\"USD\"}]"), "$.corridors[0]: " },
    { "{" HEAD ",\"corridors\":[{" CORRIDOR ",\"sender_fee\":{}},{" CORRIDOR ",\"sender_fee\":{}}]}", "$.corridors[1].id: " },
    { "{" HEAD ",\"corridors\":[{" CORRIDOR ",\"sender_fee\":{}}],\"promotions\":[{\"title\":\"P\",\"valid_from\":\"2026-01-01\",\"valid_to\":\"2026-01-31\","
      "\"corridors\":[\"d\"],\"discount_percent\":\"5\"}]}",
      "$.promotions[0].corridors: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cor_fee_pack_parse (cases[i].json, strlen (cases[i].json), &error));
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, cases[i].path))
        g_error ("%s is refused with “%s”, not at %s", cases[i].json, error->message, cases[i].path);
      g_assert_cmpuint (strlen (error->message), >, strlen (cases[i].path) + 10);
    }
}

/* Cut anywhere, the example is no schedule; and nothing leaks or crashes. */
static void
test_cut (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "fee-schedule.example.json", NULL);
  g_autofree char *text = NULL;
  gsize            len = 0;

  g_assert_true (g_file_get_contents (file, &text, &len, NULL));
  for (gsize cut = 0; cut + 3 < len; cut += 29)
    g_assert_null (cor_fee_pack_parse (text, cut, NULL));
}

static void
test_find (void)
{
  g_autoptr (CorFeeSchedule) schedule = load_example ();
  g_autoptr (GError) error = NULL;
  CorFeeRequest request = ask ("USD", "EUR", COR_BEARER_SHA, NULL);

  g_assert_cmpstr (cor_fee_schedule_find (schedule, &request, NULL)->id, ==, "usd-eur");
  request.customer_tier = "vip";
  g_assert_cmpstr (cor_fee_schedule_find (schedule, &request, NULL)->id, ==, "usd-eur-vip");
  request.bearer = COR_BEARER_OUR;
  g_assert_cmpstr (cor_fee_schedule_find (schedule, &request, NULL)->id, ==, "usd-eur-our");

  /* a corridor to one country is not for any other */
  request = ask ("EUR", "CNY", COR_BEARER_SHA, NULL);
  g_assert_null (cor_fee_schedule_find (schedule, &request, &error));
  g_assert_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_NO_CORRIDOR);
  g_clear_error (&error);
  request.to_country = "CN";
  g_assert_cmpstr (cor_fee_schedule_find (schedule, &request, NULL)->id, ==, "eur-cny");

  g_date_set_dmy (&request.date, 30, G_DATE_JUNE, 2026);
  g_assert_null (cor_fee_schedule_find (schedule, &request, &error));
  g_assert_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_NO_CORRIDOR);
  g_assert_nonnull (strstr (error->message, "2026-06-30"));
}

static void
test_versions (void)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_fee_schedule_unref);
  GDate day;

  g_ptr_array_add (versions, parse ("{\"schema\":\"corridor-fee-schedule/1\",\"id\":\"a\",\"version\":\"2\",\"title\":\"A\",\"valid_from\":\"2026-07-01\","
                                    "\"rounding\":\"HALF_UP\",\"corridors\":[{" CORRIDOR ",\"sender_fee\":{}}]}"));
  g_ptr_array_add (versions, parse ("{" HEAD ",\"valid_to\":\"2026-08-31\",\"corridors\":[{" CORRIDOR ",\"sender_fee\":{}}]}"));

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 31, G_DATE_DECEMBER, 2025);
  g_assert_null (cor_fee_schedule_pick (versions, &day));
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2026);
  g_assert_cmpstr (cor_fee_schedule_pick (versions, &day)->version, ==, "1");
  g_date_set_dmy (&day, 30, G_DATE_JUNE, 2026);
  g_assert_cmpstr (cor_fee_schedule_pick (versions, &day)->version, ==, "1");
  g_date_set_dmy (&day, 1, G_DATE_JULY, 2026);
  g_assert_cmpstr (cor_fee_schedule_pick (versions, &day)->version, ==, "2");
}

static void
price (CorFeeSchedule *schedule,
       CorFeeRequest  *request,
       const char     *mid,
       CorQuoteTerms  *terms)
{
  CorDecimal rate = COR_DECIMAL_ZERO;
  g_autoptr (GError) error = NULL;

  g_assert_true (cor_decimal_parse (mid, &rate, NULL));
  g_assert_true (cor_fee_schedule_price (schedule, request, COR_MID_REFERENCE, rate, terms, &error));
  g_assert_no_error (error);
}

static void
assert_step (GPtrArray  *steps,
             const char *key,
             const char *amount,
             const char *formula)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const CorExplanationStep *step = steps->pdata[i];
      g_autofree char          *text = cor_money_to_text (step->amount);
      g_autofree char          *exact = cor_explanation_step_dup_formula (step);

      if (!g_str_equal (step->key, key))
        continue;
      g_assert_cmpstr (text, ==, amount);
      g_assert_cmpstr (exact, ==, formula);
      return;
    }
  g_error ("there is no step %s", key);
}

static void
test_explain (void)
{
  g_autoptr (CorFeeSchedule) schedule = load_example ();
  g_auto (CorQuoteTerms) terms = { 0 };
  CorFeeRequest request = ask ("USD", "EUR", COR_BEARER_SHA, NULL);
  g_autoptr (GPtrArray) steps = NULL;
  CorQuote quote;

  /* 0.86 less 0.55 % is 0.85527; the fee is 1.50 + 4.50 */
  price (schedule, &request, "0.86", &terms);
  g_assert_true (cor_quote_forward (&quote, &terms, 100000, NULL));
  steps = cor_explanation_new (NULL, &terms, &quote);
  assert_step (steps, "amount", "1000.00 USD", NULL);
  assert_step (steps, "sender_fee", "6.00 USD", "1.50 USD + 1000.00 USD × 0.45 %, HALF_UP");
  assert_step (steps, "total_debit", "1006.00 USD", NULL);
  assert_step (steps, "converted", "855.27 EUR", "1000.00 USD × 0.855270, HALF_UP");
  assert_step (steps, "intermediary", "12.00 EUR", NULL);
  assert_step (steps, "recipient_amount", "843.27 EUR", NULL);
  assert_step (steps, "fx_margin", "5.50 USD", "1000.00 USD − 855.27 EUR / 0.86, HALF_UP");
  assert_step (steps, "total_cost", "25.45 USD", "1006.00 USD − 843.27 EUR / 0.86, HALF_UP");
  g_assert_cmpint (cor_quote_get_certainty (&terms), ==, COR_CERTAINTY_UNKNOWN);
}

static void
test_explain_bounds (void)
{
  g_autoptr (CorFeeSchedule) schedule = load_example ();
  CorFeeRequest request = ask ("USD", "JPY", COR_BEARER_SHA, NULL);
  CorFeeRequest marginal = ask ("GBP", "INR", COR_BEARER_SHA, NULL);
  g_auto (CorQuoteTerms) terms = { 0 };
  g_auto (CorQuoteTerms) marginal_terms = { 0 };
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) marginal_steps = NULL;
  CorQuote quote;

  price (schedule, &request, "150", &terms);
  g_assert_true (cor_quote_forward (&quote, &terms, 10000, NULL));
  steps = cor_explanation_new (NULL, &terms, &quote);
  assert_step (steps, "sender_fee", "3.00 USD", "max(100.00 USD × 0.6 %; 3.00 USD), HALF_UP");
  assert_step (steps, "receiver_fee", "2500 JPY", "max(14925 JPY × 0.05 %; 2500 JPY), HALF_UP");

  marginal.to_country = "IN";
  price (schedule, &marginal, "110", &marginal_terms);
  g_assert_true (cor_quote_forward (&quote, &marginal_terms, 150000, NULL));
  marginal_steps = cor_explanation_new (NULL, &marginal_terms, &quote);
  assert_step (marginal_steps, "sender_fee", "11.50 GBP", "1000.00 GBP × 0.9 % + 500.00 GBP × 0.5 %, HALF_UP");
  assert_step (marginal_steps, "intermediary", "6.00 GBP", NULL);
  assert_step (marginal_steps, "receiver_fee_tax", "27.00 INR", "150.00 INR × 18 %, HALF_UP");
}

static void
test_promotion (void)
{
  g_autoptr (CorFeeSchedule) schedule = load_example ();
  CorFeeRequest request = ask ("EUR", "CNY", COR_BEARER_SHA, "new");
  g_auto (CorQuoteTerms) terms = { 0 };
  g_auto (CorQuoteTerms) late = { 0 };
  CorQuote quote;

  request.to_country = "CN";
  price (schedule, &request, "8", &terms);
  g_assert_true (cor_quote_forward (&quote, &terms, 40000, NULL));
  g_assert_cmpint (quote.flow.sender_fee, ==, 195);
  g_assert_cmpstr (terms.promotion, ==, "First autumn transfers");

  g_date_set_dmy (&request.date, 1, G_DATE_DECEMBER, 2026);
  price (schedule, &request, "8", &late);
  g_assert_true (cor_quote_forward (&quote, &late, 40000, NULL));
  g_assert_cmpint (quote.flow.sender_fee, ==, 390);
  g_assert_null (late.promotion);
}

static void
test_no_rate (void)
{
  g_autoptr (CorFeeSchedule) schedule = load_example ();
  g_autoptr (GError) error = NULL;
  g_auto (CorQuoteTerms) terms = { 0 };
  g_auto (CorQuoteTerms) same = { 0 };
  CorFeeRequest request = ask ("USD", "KWD", COR_BEARER_SHA, NULL);

  g_assert_false (cor_fee_schedule_price (schedule, &request, COR_MID_NONE, COR_DECIMAL_ZERO, &terms, &error));
  g_assert_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_NO_RATE);
  /* but for the rate they are whole: who knows it sets it */
  g_assert_cmpint (terms.sender_fee.min, ==, 800);

  /* within one currency none is needed */
  request = ask ("EUR", "EUR", COR_BEARER_SHA, NULL);
  g_assert_true (cor_fee_schedule_price (schedule, &request, COR_MID_NONE, COR_DECIMAL_ZERO, &same, NULL));
}

static void
test_us_remittance (void)
{
  g_autoptr (CorFeeSchedule) schedule = load_example ();
  g_auto (CorQuoteTerms) terms = { 0 };
  CorFeeRequest request = ask ("USD", "EUR", COR_BEARER_SHA, NULL);
  g_autoptr (GPtrArray) items = NULL;
  CorQuote quote;

  price (schedule, &request, "0.86", &terms);
  g_assert_true (cor_quote_forward (&quote, &terms, 100000, NULL));
  items = cor_explanation_new_us_remittance (&terms, &quote);
  g_assert_cmpuint (items->len, ==, 6);
  assert_step (items, "transfer_amount", "1000.00 USD", NULL);
  assert_step (items, "transfer_fees_and_taxes", "6.00 USD", NULL);
  assert_step (items, "total", "1006.00 USD", NULL);
  assert_step (items, "received_amount", "855.27 EUR", "1000.00 USD × 0.855270, HALF_UP");
  assert_step (items, "other_fees", "12.00 EUR", NULL);
  assert_step (items, "total_to_recipient", "843.27 EUR", NULL);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/fee-schedule/malformed", test_malformed);
  g_test_add_func ("/fee-schedule/cut", test_cut);
  g_test_add_func ("/fee-schedule/find", test_find);
  g_test_add_func ("/fee-schedule/versions", test_versions);
  g_test_add_func ("/fee-schedule/explain", test_explain);
  g_test_add_func ("/fee-schedule/explain-bounds", test_explain_bounds);
  g_test_add_func ("/fee-schedule/promotion", test_promotion);
  g_test_add_func ("/fee-schedule/no-rate", test_no_rate);
  g_test_add_func ("/fee-schedule/us-remittance", test_us_remittance);
  return cor_test_run ();
}
