/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Ledger, tracker and Wise over HTTPS: what is asked, what is read, what counts as not known. */

#define G_LOG_DOMAIN "test-payment-service"

#include "config.h"

#include "cor-payment-service.h"
#include "cor-service-error.h"
#include "cor-test-http.h"
#include "cor-test-main.h"

#define UETR "3e8d2edb-88cb-47e6-9105-1b0d903c28d8"
#define JSON_TYPE "Content-Type: application/json\r\nETag: \"a1\"\r\n"

static CorPaymentAnswer *
ask_detail (CorTestHttp       *fixture,
            CorPaymentQuestion question,
            const char        *name,
            const char        *detail,
            const char        *etag)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *where = NULL;

  g_clear_error (&fixture->error);
  cor_payment_service_ask_async (fixture->http, question, name, detail, etag, NULL, cor_test_on_result, &where);
  result = cor_test_await (&where);
  return cor_payment_service_ask_finish (fixture->http, result, &fixture->error);
}

static CorPaymentAnswer *
ask (CorTestHttp       *fixture,
     CorPaymentQuestion question,
     const char        *name,
     const char        *etag)
{
  return ask_detail (fixture, question, name, "swift", etag);
}

static void
assert_asked (CorTestHttp *fixture,
              const char  *line)
{
  g_autofree char *request = cor_test_server_dup_request (fixture->server, cor_test_server_count (fixture->server, "GET") - 1);

  if (!g_str_has_prefix (request, line))
    g_error ("“%s” was asked instead of “%s”", request, line);
}

static void
assert_money (CorMoney    actual,
              const char *expected)
{
  g_autofree char *text = actual.currency != NULL ? cor_money_to_text (actual) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_ledger (CorTestHttp  *fixture,
             gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) answer = NULL;
  g_autoptr (CorPaymentAnswer) same = NULL;
  const CorPayment *payment;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"reference\":\"CP-70231\",\"uetr\":\"" UETR "\",\"rail\":\"swift\",\"customer_id\":\"C-1\","
                        "\"payer\":{\"name\":\"Li Wei\",\"role\":\"customer\"},\"payee\":{\"name_masked\":\"B•••\",\"country\":\"DE\",\"account_last4\":\"3081\"},"
                        "\"created_at\":\"2026-03-16T13:22:45Z\",\"state\":\"sent\",\"state_since\":\"2026-03-16T14:00:00Z\",\"hold\":\"none\","
                        "\"send\":{\"amount\":\"1000.00\",\"currency\":\"USD\"},\"receive\":{\"amount\":\"905.00\",\"currency\":\"EUR\",\"certainty\":\"expected\"},"
                        "\"charge_bearer\":\"SHA\",\"fee_mode\":\"on_top\",\"rate\":{\"value\":\"0.9200\",\"booked_at\":\"2026-03-16T13:22:45Z\"},"
                        "\"fees\":[{\"kind\":\"transfer\",\"amount\":\"10.00\",\"currency\":\"USD\",\"certainty\":\"booked\"}],"
                        "\"schedule\":{\"id\":\"standard\",\"version\":\"3\"},\"expected\":{\"from\":\"2026-03-17T08:00:00Z\",\"to\":\"2026-03-18T16:00:00Z\",\"basis\":\"statistics\"},"
                        "\"documents\":[{\"kind\":\"invoice\",\"state\":\"asked\",\"due\":\"2026-03-20T16:00:00Z\"}],\"related\":[\"16521632\"]}");
  answer = ask (fixture, COR_ASK_LEDGER_PAYMENT, "CP-70231", NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1/payments/CP-70231 HTTP/1.1");
  payment = answer->payment;
  g_assert_cmpint (answer->outcome, ==, COR_LOOKUP_FOUND);
  g_assert_cmpstr (answer->etag, ==, "\"a1\"");
  g_assert_false (payment->is_held);
  g_assert_cmpint (payment->state, ==, COR_LEDGER_SENT);
  assert_money (payment->send, "1000.00 USD");
  assert_money (payment->receive, "905.00 EUR");
  g_assert_cmpint (payment->receive_certainty, ==, COR_AMOUNT_EXPECTED);
  g_assert_cmpint (payment->rate.digits, ==, 9200);
  g_assert_cmpuint (payment->rate.scale, ==, 4);
  g_assert_cmpuint (payment->fees->len, ==, 1);
  g_assert_cmpint (payment->expected_to - payment->created_at, ==, 2 * 86400 + 9435);
  g_assert_cmpstr (payment->related[0], ==, "16521632");

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 304, "ETag: \"a1\"\r\n", "");
  same = ask (fixture, COR_ASK_LEDGER_PAYMENT, "CP-70231", answer->etag);
  g_assert_no_error (fixture->error);
  g_assert_true (same->is_unchanged);
  g_assert_true (cor_test_server_saw (fixture->server, "If-None-Match: \"a1\""));
}

/* Whatever else the ledger says of it is not even read. */
static void
test_held (CorTestHttp  *fixture,
           gconstpointer unused)
{
  static const char *const holds[] = { "\"with_compliance\"", "\"a_hold_of_tomorrow\"", "\"\"", "true", "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"reference\":\"CP-1\",\"hold\":%s,\"state\":\"processing\",\"expected\":{\"to\":\"2026-03-18T16:00:00Z\"},"
                                               "\"send\":{\"amount\":\"1000.00\",\"currency\":\"USD\"},\"documents\":[{\"kind\":\"invoice\"}]}",
                                               holds[i]);
      g_autoptr (CorPaymentAnswer) answer = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE, body);
      answer = ask (fixture, COR_ASK_LEDGER_PAYMENT, "CP-1", NULL);
      g_assert_no_error (fixture->error);
      g_assert_true (answer->payment->is_held);
      g_assert_cmpint (answer->payment->state, ==, COR_LEDGER_UNKNOWN);
      g_assert_cmpint (answer->payment->expected_to, ==, 0);
      g_assert_null (answer->payment->send.currency);
      g_assert_cmpuint (answer->payment->documents->len, ==, 0);
    }
}

static void
test_stats (CorTestHttp  *fixture,
            gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) answer = NULL;
  const CorArrivalRow *row;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"corridor\":\"CN-DE\",\"rail\":\"swift\",\"n\":1114,\"period\":\"90d\",\"remaining_hours\":[{\"age_hours\":0,\"p50\":4.5,\"p90\":30,\"n\":900},"
                        "{\"age_hours\":48,\"p50\":6,\"p90\":20,\"n\":214}]}");
  answer = ask (fixture, COR_ASK_LEDGER_STATS, "CN-DE", NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1/stats?corridor=CN-DE&rail=swift HTTP/1.1");
  row = answer->arrival->rows->pdata[0];
  g_assert_cmpint (row->p50, ==, 16200);
  g_assert_cmpint (row->n, ==, 900);
  row = answer->arrival->rows->pdata[1];
  g_assert_cmpint (row->age, ==, 48 * 3600);
  g_assert_cmpint (answer->arrival->n, ==, 1114);
}

static void
test_customer (CorTestHttp  *fixture,
               gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) customers = NULL;
  g_autoptr (CorPaymentAnswer) nobody = NULL;
  g_autoptr (CorPaymentAnswer) payments = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE, "{\"items\":[{\"id\":\"C-1\",\"name\":\"Li Wei\"},{\"id\":\"C-2\"}]}");
  customers = ask_detail (fixture, COR_ASK_LEDGER_CUSTOMERS, "li+wei@example.com", "email", NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1/customers?email=li%2Bwei%40example.com HTTP/1.1");
  g_assert_cmpuint (g_strv_length (customers->customers), ==, 2);

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE, "{\"items\":[]}");
  nobody = ask_detail (fixture, COR_ASK_LEDGER_CUSTOMERS, "x@example.com", "email", NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (nobody->outcome, ==, COR_LOOKUP_NOT_KNOWN);

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"items\":[{\"reference\":\"CP-1\",\"hold\":\"with_compliance\",\"state\":\"sent\"},{\"reference\":\"CP-2\",\"state\":\"credited\"}],\"next\":\"k2\"}");
  payments = ask_detail (fixture, COR_ASK_LEDGER_PAYMENTS, "C-1", "k1", NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1/customers/C-1/payments?cursor=k1 HTTP/1.1");
  g_assert_cmpuint (payments->payments->len, ==, 2);
  g_assert_true (((CorPayment *) payments->payments->pdata[0])->is_held);
  g_assert_cmpint (((CorPayment *) payments->payments->pdata[0])->state, ==, COR_LEDGER_UNKNOWN);
  g_assert_cmpstr (payments->next, ==, "k2");
}

/* Exact, and no more than the ledger says. */
static void
test_limits (CorTestHttp  *fixture,
             gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) answer = NULL;
  const CorPaymentLimit *limit = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"items\":[{\"name\":\"Monthly limit\",\"period\":\"month\",\"currency\":\"USD\",\"limit\":\"50000.00\",\"used\":\"46750.25\","
                        "\"resets_at\":\"2026-04-01T00:00:00Z\"},{\"name\":\"A transfer\"}]}");
  answer = ask (fixture, COR_ASK_LEDGER_LIMITS, "C-1", NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1/customers/C-1/limits HTTP/1.1");
  g_assert_cmpuint (answer->limits->items->len, ==, 2);
  limit = answer->limits->items->pdata[0];
  g_assert_cmpstr (limit->name, ==, "Monthly limit");
  g_assert_cmpstr (limit->period, ==, "month");
  assert_money (limit->limit, "50000.00 USD");
  assert_money (limit->used, "46750.25 USD");
  assert_money (cor_payment_limit_get_remaining (limit), "3249.75 USD");
  g_assert_cmpint (limit->resets_at, ==, 1775001600);
  limit = answer->limits->items->pdata[1];
  assert_money (limit->used, NULL);
  assert_money (cor_payment_limit_get_remaining (limit), NULL);
  g_assert_null (limit->period);
}

static void
test_changes (CorTestHttp  *fixture,
              gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) first = NULL;
  g_autoptr (CorPaymentAnswer) second = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"items\":[{\"kind\":\"payment\",\"id\":\"CP-1\"},{\"kind\":\"customer\",\"id\":\"C-1\"},{\"kind\":\"payment\"}],\"next\":\"a b\"}");
  first = ask (fixture, COR_ASK_LEDGER_CHANGES, NULL, NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1/changes HTTP/1.1");
  g_assert_cmpuint (g_strv_length (first->changed), ==, 1);
  g_assert_cmpstr (first->changed[0], ==, "CP-1");
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE, "{\"items\":[],\"next\":\"a b\"}");
  second = ask (fixture, COR_ASK_LEDGER_CHANGES, first->next, NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1/changes?cursor=a%20b HTTP/1.1");
  g_assert_cmpuint (g_strv_length (second->changed), ==, 0);
}

/* What it has, what the company decided; that there is no such page is an answer, in whatever form it comes. */
static void
test_terms (CorTestHttp  *fixture,
            gconstpointer unused)
{
  static const CorPaymentQuestion optional[] = { COR_ASK_LEDGER_ABOUT, COR_ASK_LEDGER_POLICY, COR_ASK_LEDGER_CHANGES };
  g_autoptr (CorPaymentAnswer) about = NULL;
  g_autoptr (CorPaymentAnswer) policy = NULL;
  g_autoptr (CorPaymentAnswer) broken = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"company\":\"Nordbank\",\"version\":\"1\",\"capabilities\":[\"payments\",\"limits\"]}");
  about = ask (fixture, COR_ASK_LEDGER_ABOUT, NULL, NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1 HTTP/1.1");
  g_assert_cmpstr (about->about->company, ==, "Nordbank");
  g_assert_cmpint (cor_ledger_about_get_parts (about->about), ==, COR_LEDGER_HAS_PAYMENTS | COR_LEDGER_HAS_LIMITS);

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"sla\":[{\"status\":\"delayed\",\"first_minutes\":45},{\"status\":\"held\",\"first_minutes\":-3}],"
                        "\"levels\":[{\"status\":\"delayed\",\"level\":\"B\"}],\"large_value\":[{\"currency\":\"USD\",\"amount\":\"50000.00\"}],"
                        "\"goodwill\":[{\"level\":\"A\",\"currency\":\"EUR\",\"amount\":\"20\"}],\"retention\":{\"days\":7}}");
  policy = ask (fixture, COR_ASK_LEDGER_POLICY, NULL, NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /ledger/v1/policy HTTP/1.1");
  g_assert_cmpint (cor_ledger_policy_get_first (policy->policy, COR_PAYMENT_DELAYED, NULL), ==, 45);
  g_assert_cmpint (cor_ledger_policy_get_first (policy->policy, COR_PAYMENT_HELD, NULL), ==, 0);
  g_assert_cmpstr (cor_ledger_policy_get_level (policy->policy, COR_PAYMENT_DELAYED, NULL), ==, "B");
  assert_money (((CorLedgerThreshold *) policy->policy->thresholds->pdata[0])->amount, "50000.00 USD");
  assert_money (((CorLedgerGoodwill *) policy->policy->goodwill->pdata[0])->amount, "20.00 EUR");

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE, "{\"large_value\":[{\"currency\":\"USD\",\"amount\":\"much\"}]}");
  broken = ask (fixture, COR_ASK_LEDGER_POLICY, NULL, NULL);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    {
      g_autoptr (CorPaymentAnswer) none = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, 404, "Content-Type: text/html\r\n", "<h1>Not Found</h1>");
      none = ask (fixture, optional[i], NULL, NULL);
      g_assert_no_error (fixture->error);
      g_assert_cmpint (none->outcome, ==, COR_LOOKUP_NOT_KNOWN);
    }
}

static void
test_gpi (CorTestHttp  *fixture,
          gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) answer = NULL;
  const CorTrackEvent *event;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"uetr\":\"" UETR "\",\"transaction_status\":\"ACSP\",\"transaction_status_reason\":\"G000\",\"initiation_date_time\":\"2026-03-16T13:22:45.123Z\","
                        "\"last_update_date_time\":\"2026-03-16T13:30:00.000Z\",\"events_skipped\":true,\"payment_event\":["
                        "{\"network_reference\":\"15\",\"tracker_event_type\":\"CTPT\",\"valid\":true,\"event_status\":\"ACSP\",\"event_status_reason\":\"G000\","
                        "\"from\":\"BANKAABBXXX\",\"to\":\"BANKBBEEXXX\",\"instructed_agent\":\"BANKBBEEXXX\",\"creditor_agent\":\"BANKBBEEXXX\","
                        "\"instructed_amount\":{\"currency\":\"USD\",\"amount\":\"1000\"},\"interbank_settlement_amount\":{\"currency\":\"USD\",\"amount\":\"990.10000\"},"
                        "\"charges_information\":[{\"amount\":{\"currency\":\"USD\",\"amount\":\"9.9\"},\"agent\":{\"bicfi\":\"BANKAABBXXX\"}}],"
                        "\"event_creation_date_time\":\"2026-03-16T13:22:45.123Z\"},{\"tracker_event_type\":\"CTSU\",\"valid\":false,\"event_status\":\"RJCT\"}]}");
  answer = ask (fixture, COR_ASK_GPI, UETR, NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /swift-apitracker/v6/payments/" UETR "/transactions HTTP/1.1");
  g_assert_true (answer->track->is_partial);
  g_assert_cmpuint (answer->track->events->len, ==, 2);
  event = answer->track->events->pdata[0];
  assert_money (event->interbank_amount, "990.10 USD");
  assert_money (((CorTrackCharge *) event->charges->pdata[0])->amount, "9.90 USD");
  g_assert_cmpstr (((CorTrackCharge *) event->charges->pdata[0])->agent, ==, "BANKAABBXXX");
  g_assert_false (event->is_invalid);
  g_assert_true (((CorTrackEvent *) answer->track->events->pdata[1])->is_invalid);
}

/* The names of version 4 */
static void
test_gpi_old (CorTestHttp  *fixture,
              gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) answer = NULL;
  const CorTrackEvent *event;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"uetr\":\"" UETR "\",\"transaction_status\":\"ACCC\",\"initiation_time\":\"2026-03-16T13:22:45Z\",\"last_update_time\":\"2026-03-16T18:00:00Z\","
                        "\"payment_event\":[{\"transaction_status\":\"ACSP\",\"transaction_status_reason\":\"G000\",\"originator\":\"BANKAABBXXX\","
                        "\"forwarded_to_agent\":\"BANKBBEEXXX\",\"charge_amount\":[{\"currency\":\"USD\",\"amount\":\"10\"}],\"serial_parties\":{\"creditor_agent\":\"BANKBBEEXXX\"},"
                        "\"sender_acknowledgement_receipt\":\"2026-03-16T13:22:45Z\"},{\"transaction_status\":\"ACCC\",\"originator\":\"BANKBBEEXXX\","
                        "\"funds_available\":\"2026-03-16T17:00:00Z\",\"received_date\":\"2026-03-16T14:00:00Z\"}]}");
  answer = ask (fixture, COR_ASK_GPI, UETR, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (answer->track->initiated_at, ==, 1773667365);
  event = answer->track->events->pdata[0];
  g_assert_cmpstr (event->type, ==, "CTPT");
  g_assert_cmpstr (event->from, ==, "BANKAABBXXX");
  g_assert_cmpstr (event->instructed, ==, "BANKBBEEXXX");
  g_assert_cmpstr (event->creditor_agent, ==, "BANKBBEEXXX");
  g_assert_cmpint (event->created_at, ==, 1773667365);
  assert_money (((CorTrackCharge *) event->charges->pdata[0])->amount, "10.00 USD");
  event = answer->track->events->pdata[1];
  g_assert_cmpstr (event->type, ==, "CTSU");
  g_assert_cmpint (event->confirmed_at, ==, 1773667365 + 13035);
}

static void
test_wise (CorTestHttp  *fixture,
           gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) answer = NULL;
  g_autoptr (CorPaymentAnswer) estimate = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE,
                        "{\"id\":16521632,\"status\":\"outgoing_payment_sent\",\"rate\":0.89,\"created\":\"2017-11-24 10:47:49\",\"hasActiveIssues\":true,"
                        "\"sourceCurrency\":\"EUR\",\"sourceValue\":0,\"targetCurrency\":\"GBP\",\"targetValue\":150.1}");
  answer = ask (fixture, COR_ASK_WISE, "16521632", NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /v1/transfers/16521632 HTTP/1.1");
  g_assert_cmpstr (answer->track->id, ==, "16521632");
  g_assert_cmpint (answer->track->initiated_at, ==, 1511520469);
  g_assert_true (answer->track->has_issues);
  assert_money (answer->track->send, NULL);
  assert_money (answer->track->receive, "150.10 GBP");
  g_assert_cmpint (answer->track->rate.digits, ==, 89);

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 200, JSON_TYPE, "{\"estimatedDeliveryDate\":\"2018-01-10T12:15:00.000+0000\"}");
  estimate = ask (fixture, COR_ASK_WISE_ESTIMATE, "16521632", NULL);
  g_assert_no_error (fixture->error);
  assert_asked (fixture, "GET /v1/delivery-estimates/16521632 HTTP/1.1");
  g_assert_cmpint (estimate->track->expected_at, ==, 1515586500);
}

static void
test_not_known (CorTestHttp  *fixture,
                gconstpointer unused)
{
  static const struct
  {
    CorPaymentQuestion question;
    guint              status;
    const char        *body;
  } cases[] = {
    { COR_ASK_GPI, 400, "{\"severity\":\"Logic\",\"code\":\"INVA\",\"text\":\"X004\"}" },
    { COR_ASK_GPI, 400, "{\"severity\":\"Logic\",\"code\":\"X004\",\"text\":\"unknown\"}" },
    { COR_ASK_GPI, 404, "{\"severity\":\"Transient\",\"code\":\"Sw.gpi.NoResultFound\",\"text\":\"none\"}" },
    { COR_ASK_LEDGER_PAYMENT, 404, "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}" },
    { COR_ASK_WISE, 404, "{\"errors\":[{\"code\":\"NOT_FOUND\",\"message\":\"no\"}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorPaymentAnswer) answer = NULL;

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, cases[i].status, "Content-Type: application/json\r\n", cases[i].body);
      answer = ask (fixture, cases[i].question, UETR, NULL);
      g_assert_no_error (fixture->error);
      g_assert_cmpint (answer->outcome, ==, COR_LOOKUP_NOT_KNOWN);
    }
}

static void
test_empty (CorTestHttp  *fixture,
            gconstpointer unused)
{
  g_autoptr (CorPaymentAnswer) answer = NULL;

  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 204, "", "");
  answer = ask (fixture, COR_ASK_GPI, UETR, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (answer->outcome, ==, COR_LOOKUP_EMPTY);
  g_assert_false (answer->is_unchanged);
}

static void
test_refused (CorTestHttp  *fixture,
              gconstpointer unused)
{
  static const struct
  {
    CorPaymentQuestion question;
    guint              status;
    const char        *type;
    const char        *body;
    int                code;
  } cases[] = {
    { COR_ASK_GPI, 400, "application/json", "{\"severity\":\"Logic\",\"code\":\"SwAP501\",\"text\":\"malformed\"}", COR_SERVICE_ERROR_INVALID },
    { COR_ASK_GPI, 404, "application/json", "{\"severity\":\"Logic\",\"code\":\"SwAP506\",\"text\":\"no such resource\"}", COR_SERVICE_ERROR_NOT_FOUND },
    { COR_ASK_GPI, 404, "text/html", "<html>no</html>", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_GPI, 401, "application/json", "{\"code\":\"Sw.gpi.FromAuthorizationFailure\",\"text\":\"no\"}", COR_SERVICE_ERROR_UNAUTHORISED },
    { COR_ASK_LEDGER_PAYMENT, 403, "application/problem+json", "{\"title\":\"no\"}", COR_SERVICE_ERROR_FORBIDDEN },
    { COR_ASK_LEDGER_PAYMENT, 200, "application/json", "{}", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_LEDGER_PAYMENT, 200, "application/json", "{\"reference\":\"CP-1\",\"send\":{\"amount\":\"1.005\",\"currency\":\"USD\"}}", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_LEDGER_PAYMENT, 200, "application/json", "{\"reference\":\"CP-1\",\"send\":{\"amount\":\"1\",\"currency\":\"ZZZ\"}}", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_LEDGER_STATS, 200, "application/json", "{\"corridor\":\"CN-DE\",\"rail\":\"swift\",\"remaining_hours\":[{\"age_hours\":1,\"p50\":9,\"p90\":2,\"n\":9}]}", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_LEDGER_CUSTOMERS, 200, "application/json", "{\"items\":{}}", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_LEDGER_PAYMENTS, 200, "application/json", "{\"items\":[{}]}", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_LEDGER_LIMITS, 200, "application/json", "{\"items\":[{\"limit\":\"1.005\",\"currency\":\"USD\"}]}", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_LEDGER_CHANGES, 200, "application/json", "{}", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_GPI, 200, "application/json", "[]", COR_SERVICE_ERROR_BAD_RESPONSE },
    { COR_ASK_WISE, 200, "application/json", "{\"id\":1", COR_SERVICE_ERROR_BAD_RESPONSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *head = g_strdup_printf ("Content-Type: %s\r\n", cases[i].type);

      cor_test_server_push (fixture->server, COR_TEST_ANSWER, cases[i].status, head, cases[i].body);
      g_assert_null (ask (fixture, cases[i].question, UETR, NULL));
      g_assert_error (fixture->error, COR_SERVICE_ERROR, cases[i].code);
    }
}

static void
test_pause (CorTestHttp  *fixture,
            gconstpointer unused)
{
  cor_http_set_retry (fixture->http, 1, 1);
  cor_test_server_push (fixture->server, COR_TEST_ANSWER, 429, "Content-Type: application/json\r\nRetry-After: 37\r\n", "{\"code\":\"SwAP507\",\"text\":\"slow down\"}");
  g_assert_null (ask (fixture, COR_ASK_GPI, UETR, NULL));
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_RATE_LIMITED);
  g_assert_cmpuint (cor_service_error_get_retry_after (fixture->error), ==, 37);
  g_assert_cmpstr (fixture->error->message, ==, "slow down");
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  COR_TEST_HTTP_ADD ("/payment-service/ledger", test_ledger);
  COR_TEST_HTTP_ADD ("/payment-service/held", test_held);
  COR_TEST_HTTP_ADD ("/payment-service/stats", test_stats);
  COR_TEST_HTTP_ADD ("/payment-service/customer", test_customer);
  COR_TEST_HTTP_ADD ("/payment-service/limits", test_limits);
  COR_TEST_HTTP_ADD ("/payment-service/changes", test_changes);
  COR_TEST_HTTP_ADD ("/payment-service/terms", test_terms);
  COR_TEST_HTTP_ADD ("/payment-service/gpi", test_gpi);
  COR_TEST_HTTP_ADD ("/payment-service/gpi-old", test_gpi_old);
  COR_TEST_HTTP_ADD ("/payment-service/wise", test_wise);
  COR_TEST_HTTP_ADD ("/payment-service/not-known", test_not_known);
  COR_TEST_HTTP_ADD ("/payment-service/empty", test_empty);
  COR_TEST_HTTP_ADD ("/payment-service/refused", test_refused);
  COR_TEST_HTTP_ADD ("/payment-service/pause", test_pause);
  return cor_test_run ();
}
