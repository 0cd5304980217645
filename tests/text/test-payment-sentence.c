/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-sentence.h"
#include "cor-test-main.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1773680400) /* 2026-03-16 17:00 UTC */
#define HOUR 3600

static CorMoney
money (const char *amount,
       const char *code)
{
  CorMoney result = { 0, NULL };

  g_assert_true (cor_money_parse (amount, cor_currency_find (code), &result, NULL));
  return result;
}

static CorPaymentFacts *
new_facts (CorLedgerState state)
{
  CorPaymentFacts *facts = cor_payment_facts_new ();

  facts->payment = cor_payment_new ();
  facts->payment->reference = g_strdup ("CP-70231");
  facts->payment->rail = g_strdup ("swift");
  facts->payment->payee_name = g_strdup ("B…r GmbH");
  facts->payment->created_at = NOW - 12 * HOUR;
  facts->payment->state = state;
  facts->payment->state_since = NOW - 2 * HOUR;
  facts->payment->send = money ("1000", "USD");
  return facts;
}

/* Each in the reader's own zone. */
static void
test_reader (void)
{
  g_autoptr (CorPaymentFacts) facts = new_facts (COR_LEDGER_PROCESSING);
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, NOW);
  g_autofree char *agent = cor_payment_sentence_for_agent (view, "en", "Europe/Berlin");
  g_autofree char *customer = cor_payment_sentence_for_customer (view, "zh-Hans", "Asia/Shanghai", COR_AUDIENCE_PAYER);

  g_assert_nonnull (agent);
  g_assert_nonnull (strstr (agent, "4:00"));
  g_assert_nonnull (customer);
  g_assert_nonnull (strstr (customer, "CP-70231"));
  g_assert_null (strstr (customer, "{{"));
}

static void
test_not_verified (void)
{
  g_autoptr (CorPaymentFacts) facts = new_facts (COR_LEDGER_PROCESSING);
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, NOW);

  g_assert_null (cor_payment_sentence_for_customer (view, "en", NULL, COR_AUDIENCE_NOBODY));
}

/* No text in a language or script that is not the reader's. */
static void
test_language (void)
{
  g_autoptr (CorPaymentFacts) facts = new_facts (COR_LEDGER_PROCESSING);
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, NOW);
  g_autofree char *british = cor_payment_sentence_for_customer (view, "en-GB", NULL, COR_AUDIENCE_PAYER);

  g_assert_nonnull (british);
  g_assert_null (cor_payment_sentence_for_customer (view, "es", NULL, COR_AUDIENCE_PAYER));
  g_assert_null (cor_payment_sentence_for_customer (view, "zh-Hant", NULL, COR_AUDIENCE_PAYER));
}

static gboolean
has_status (const CorPaymentView *view,
            const char           *locale)
{
  g_autoptr (CorTemplateValues) values = cor_payment_sentence_dup_values (view, locale, COR_AUDIENCE_PAYER);

  return cor_template_values_get (values, "payment.status") != NULL;
}

/* An amount may go into a text in any language, an English word only into an English one. */
static void
test_values (void)
{
  g_autoptr (CorPaymentFacts) facts = new_facts (COR_LEDGER_PROCESSING);
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, NOW);
  g_autoptr (CorTemplateValues) spanish = cor_payment_sentence_dup_values (view, "es", COR_AUDIENCE_PAYER);
  g_autoptr (CorTemplateValues) nobody = cor_payment_sentence_dup_values (view, "en", COR_AUDIENCE_NOBODY);

  g_assert_true (cor_template_values_get (spanish, "payment.amount") != NULL);
  g_assert_false (has_status (view, NULL)); /* nobody knows yet in which language */
  g_assert_false (has_status (view, "es"));
  g_assert_true (has_status (view, "zh-CN"));
  g_assert_true (has_status (view, "en-GB"));
  g_assert_false (cor_template_values_get (nobody, "payment.amount") != NULL);
}

/* The reference, and not a figure more, whatever the ledger sent along. */
static void
test_held (void)
{
  static const char *const locales[] = { "en", "zh-Hans" };
  static const char *const expected[] = { "This payment is with compliance.", "该笔汇款正在合规流程中。" };
  static const char *const unsaid[] = { "payment.amount", "payment.status", "payment.beneficiary" };
  g_autoptr (CorPaymentFacts) facts = new_facts (COR_LEDGER_PROCESSING);
  g_autoptr (CorPaymentView) view = NULL;
  g_autoptr (CorTemplateValues) values = NULL;

  facts->payment->is_held = TRUE;
  view = cor_payment_view_new ("CP-70231", facts, NOW);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *agent = cor_payment_sentence_for_agent (view, locales[i], NULL);
      g_autofree char *customer = cor_payment_sentence_for_customer (view, locales[i], NULL, COR_AUDIENCE_PAYER);

      g_assert_cmpstr (agent, ==, expected[i]);
      g_assert_null (customer);
    }
  values = cor_payment_sentence_dup_values (view, "en", COR_AUDIENCE_PAYER);
  g_assert_true (cor_template_values_get (values, "payment.reference") != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (unsaid); i++)
    g_assert_true (cor_template_values_get (values, unsaid[i]) == NULL);
}

/* As for a payee: of the credit, and nothing where how it stands is the payer's matter. */
static void
test_payee (void)
{
  g_autoptr (CorPaymentFacts) facts = new_facts (COR_LEDGER_PROCESSING);
  g_autoptr (CorPaymentFacts) unpaid = new_facts (COR_LEDGER_AWAITING_FUNDS);
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, NOW);
  g_autoptr (CorPaymentView) waiting = cor_payment_view_new ("CP-70231", unpaid, NOW);
  g_autofree char *payee = cor_payment_sentence_for_customer (view, "en", NULL, COR_AUDIENCE_PAYEE);
  g_autofree char *payer = cor_payment_sentence_for_customer (waiting, "en", NULL, COR_AUDIENCE_PAYER);

  g_assert_true (g_str_has_prefix (payee, "The credit of payment CP-70231 is not confirmed yet."));
  g_assert_nonnull (payer);
  g_assert_null (cor_payment_sentence_for_customer (waiting, "en", NULL, COR_AUDIENCE_PAYEE));
}

static char *
dup_limit_name (const char        *name,
                const char        *period,
                const char        *locale,
                CorPaymentAudience audience)
{
  g_autoptr (CorPaymentFacts) facts = new_facts (COR_LEDGER_PROCESSING);
  g_autoptr (CorPaymentView) view = NULL;
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();
  const CorTemplateValue *value;
  CorPaymentLimit        *limit;

  facts->limits = cor_payment_limits_new ();
  limit = cor_payment_limits_add (facts->limits);
  limit->name = g_strdup (name);
  limit->period = g_strdup (period);
  view = cor_payment_view_new ("CP-70231", facts, NOW);
  cor_payment_sentence_add_limits (view, locale, audience, values);
  value = cor_template_values_get (values, "limit.name");
  return value != NULL ? g_strdup (value->text) : NULL;
}

/* In the customer's words where we have them, in the ledger's where not; to the payer alone. */
static void
test_limit_name (void)
{
  static const struct
  {
    const char *name, *period, *locale, *expected;
  } cases[] = {
    { "Monthly limit", "month", "en-GB", "monthly transfer limit" },
    { "MONTHLY LIMIT", NULL, "zh-CN", "月度汇款限额" },
    { "Monthly limit", "month", "zh-TW", "每月匯款限額" },
    { "Daily limit", "day", "pt-BR", "limite diário de envios" },
    { NULL, "year", "vi", "hạn mức chuyển tiền hằng năm" },
    { "Payment limit", "payment", "ar", "حد التحويل الواحد" },
    { "Monthly limit", "month", "ko", "Monthly limit" },
    { "Monthly limit", "month", NULL, "Monthly limit" },
    { "Trade desk cap", "month", "de", "Trade desk cap" },
    { NULL, NULL, "de", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = dup_limit_name (cases[i].name, cases[i].period, cases[i].locale, COR_AUDIENCE_PAYER);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
  g_assert_null (dup_limit_name ("Monthly limit", "month", "en", COR_AUDIENCE_PAYEE));
}

/* Half a sentence is none: the status stands in for it. */
static void
test_missing (void)
{
  g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();
  g_autoptr (CorPaymentView) view = NULL;
  g_autofree char *agent = NULL;

  facts->wise = cor_payment_track_new ();
  facts->wise->status = g_strdup ("processing");
  view = cor_payment_view_new ("1234567890", facts, NOW);
  agent = cor_payment_sentence_for_agent (view, "en", NULL);
  g_assert_nonnull (agent);
  g_assert_null (strstr (agent, "{{"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/payment-sentence/reader", test_reader);
  g_test_add_func ("/payment-sentence/not-verified", test_not_verified);
  g_test_add_func ("/payment-sentence/language", test_language);
  g_test_add_func ("/payment-sentence/values", test_values);
  g_test_add_func ("/payment-sentence/held", test_held);
  g_test_add_func ("/payment-sentence/payee", test_payee);
  g_test_add_func ("/payment-sentence/limit-name", test_limit_name);
  g_test_add_func ("/payment-sentence/missing", test_missing);
  return cor_test_run ();
}
