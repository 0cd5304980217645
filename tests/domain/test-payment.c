/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-view.h"
#include "cor-payment-link.h"
#include "cor-payment-reference.h"
#include "cor-rail.h"
#include "cor-test-main.h"

#define SENT G_GINT64_CONSTANT (1773667365) /* Monday 2026-03-16 13:22:45 UTC */
#define HOUR 3600
#define DAY (24 * HOUR)
#define SENDER "BANKAABBXXX"
#define MIDDLE "BANKMMFFXXX"
#define LAST "BANKBBEEXXX"

static CorMoney
money (const char *amount,
       const char *code)
{
  CorMoney result = { 0, NULL };

  g_assert_true (cor_money_parse (amount, cor_currency_find (code), &result, NULL));
  return result;
}

static CorDecimal
decimal (const char *text)
{
  CorDecimal result;

  g_assert_true (cor_decimal_parse (text, &result, NULL));
  return result;
}

static void
assert_money (CorMoney    actual,
              const char *expected)
{
  g_autofree char *text = actual.currency != NULL ? cor_money_to_text (actual) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* Newest first, as the samples have it; the order must not matter. */
static CorTrackEvent *
add_event (CorPaymentTrack *track,
           const char      *type,
           gint64           at)
{
  CorTrackEvent *event = cor_payment_track_add_event (track);

  for (guint i = track->events->len - 1; i > 0; i--)
    {
      gpointer other = track->events->pdata[i - 1];

      track->events->pdata[i - 1] = track->events->pdata[i];
      track->events->pdata[i] = other;
    }
  event->type = g_strdup (type);
  event->created_at = at;
  return event;
}

static CorTrackEvent *
pass (CorPaymentTrack *track,
      const char      *from,
      const char      *to,
      CorMoney         amount,
      gint64           at)
{
  CorTrackEvent *event = add_event (track, "CTPT", at);

  event->from = g_strdup (from);
  event->to = g_strdup (to);
  event->instructed = g_strdup (to);
  event->creditor_agent = g_strdup (LAST);
  event->interbank_amount = amount;
  event->status = g_strdup ("ACSP");
  event->reason = g_strdup ("G000");
  event->sent_at = at;
  event->received_at = at + 60;
  return event;
}

static CorTrackEvent *
tell (CorPaymentTrack *track,
      const char      *bank,
      const char      *status,
      const char      *reason,
      gint64           at)
{
  CorTrackEvent *event = add_event (track, "CTSU", at);

  event->from = g_strdup (bank);
  event->informing = g_strdup (bank);
  event->to = g_strdup ("TRCKCHZ0XXX");
  event->status = g_strdup (status);
  event->reason = g_strdup (reason);
  return event;
}

static void
claim (CorTrackEvent *event,
       const char    *bank,
       CorMoney       amount)
{
  CorTrackCharge *charge = cor_track_event_add_charge (event);

  charge->agent = g_strdup (bank);
  charge->amount = amount;
}

static void
stand (CorPaymentTrack *track,
       const char      *status,
       const char      *reason)
{
  g_free (track->status);
  g_free (track->reason);
  track->status = g_strdup (status);
  track->reason = g_strdup (reason);
}

/* 1000 USD, the first takes 10, the middle one 15 and says so, on its way to the last. */
static CorPaymentTrack *
make_track (void)
{
  CorPaymentTrack *track = cor_payment_track_new ();
  CorTrackEvent   *event = pass (track, SENDER, MIDDLE, money ("990", "USD"), SENT);

  track->id = g_strdup ("3e8d2edb-88cb-47e6-9105-1b0d903c28d8");
  event->instructed_amount = money ("1000", "USD");
  claim (event, SENDER, money ("10", "USD"));
  event = pass (track, MIDDLE, LAST, money ("975", "USD"), SENT + 2 * HOUR);
  /* cumulative, as some trackers have it */
  claim (event, SENDER, money ("10", "USD"));
  claim (event, MIDDLE, money ("15", "USD"));
  stand (track, "ACSP", "G000");
  return track;
}

static CorPayment *
make_record (CorLedgerState state)
{
  CorPayment    *payment = cor_payment_new ();
  CorPaymentFee *fee;

  payment->reference = g_strdup ("CP-70231");
  payment->uetr = g_strdup ("3e8d2edb-88cb-47e6-9105-1b0d903c28d8");
  payment->rail = g_strdup ("swift");
  payment->payer_name = g_strdup ("Li Wei");
  payment->payee_name = g_strdup ("B•••• P•••• GmbH");
  payment->payee_last4 = g_strdup ("3081");
  payment->created_at = SENT - HOUR;
  payment->state = state;
  payment->state_since = SENT;
  payment->send = money ("1000", "USD");
  payment->receive = money ("975", "USD");
  payment->receive_certainty = COR_AMOUNT_EXPECTED;
  payment->charge_bearer = g_strdup ("SHA");
  payment->expected_from = SENT + DAY;
  payment->expected_to = SENT + 2 * DAY;
  fee = cor_payment_add_fee (payment);
  fee->kind = g_strdup ("transfer");
  fee->amount = money ("10", "USD");
  fee->certainty = COR_AMOUNT_BOOKED;
  return payment;
}

static void
test_hops (void)
{
  g_autoptr (CorPaymentTrack) track = make_track ();
  g_autoptr (CorPaymentWay) way = cor_payment_way_new (track);
  const CorPaymentHop *hop;

  g_assert_cmpuint (way->hops->len, ==, 3);
  hop = way->hops->pdata[0];
  g_assert_cmpstr (hop->agent, ==, SENDER);
  g_assert_cmpint (hop->role, ==, COR_HOP_SENDER);
  assert_money (hop->charge, "10.00 USD");
  assert_money (hop->unexplained, NULL);
  hop = way->hops->pdata[1];
  g_assert_cmpint (hop->role, ==, COR_HOP_INTERMEDIARY);
  assert_money (hop->charge, "15.00 USD");
  assert_money (hop->amount, "975.00 USD");
  g_assert_cmpint (hop->received_at, ==, SENT + 60);
  g_assert_cmpint (hop->sent_at, ==, SENT + 2 * HOUR);
  hop = way->hops->pdata[2];
  g_assert_cmpint (hop->role, ==, COR_HOP_BENEFICIARY_BANK);
  g_assert_true (hop->is_holder);
  assert_money (hop->charge, NULL);
  g_assert_cmpint (way->holder, ==, COR_HOLDER_BENEFICIARY_BANK);
  g_assert_cmpint (way->holder_since, ==, SENT + 2 * HOUR);
}

/* payments.md §2, vector E21: 1000 − 10 = 990, 990 − 50 = 940 */
static void
test_credited (void)
{
  g_autoptr (CorPaymentTrack) track = cor_payment_track_new ();
  g_autoptr (CorPaymentWay) way = NULL;
  CorTrackEvent *event = pass (track, SENDER, LAST, money ("990", "USD"), SENT);

  event->instructed_amount = money ("1000", "USD");
  claim (event, SENDER, money ("10", "USD"));
  event = tell (track, LAST, "ACCC", NULL, SENT + 5 * HOUR);
  event->confirmed_amount = money ("940", "USD");
  event->confirmed_at = SENT + 5 * HOUR;
  claim (event, LAST, money ("50.00", "USD"));
  stand (track, "ACCC", NULL);
  way = cor_payment_way_new (track);

  g_assert_cmpint (cor_payment_status_from_way (track, way), ==, COR_PAYMENT_CREDITED);
  assert_money (((CorPaymentHop *) way->hops->pdata[0])->charge, "10.00 USD");
  assert_money (((CorPaymentHop *) way->hops->pdata[1])->charge, "50.00 USD");
  assert_money (way->confirmed, "940.00 USD");
  g_assert_cmpint (way->holder, ==, COR_HOLDER_RECIPIENT);
}

static void
test_unexplained (void)
{
  g_autoptr (CorPaymentTrack) track = cor_payment_track_new ();
  g_autoptr (CorPaymentWay) way = NULL;
  CorTrackEvent *event = pass (track, SENDER, LAST, money ("980", "USD"), SENT);

  event->instructed_amount = money ("1000", "USD");
  claim (event, SENDER, money ("12", "USD"));
  stand (track, "ACSP", "G000");
  way = cor_payment_way_new (track);
  assert_money (((CorPaymentHop *) way->hops->pdata[0])->charge, "12.00 USD");
  assert_money (((CorPaymentHop *) way->hops->pdata[0])->unexplained, "8.00 USD");
}

/* A charge beyond what is missing was paid in another way: the amounts decide. */
static void
test_overclaimed (void)
{
  g_autoptr (CorPaymentTrack) track = cor_payment_track_new ();
  g_autoptr (CorPaymentWay) way = NULL;
  CorTrackEvent *event = pass (track, SENDER, LAST, money ("990", "USD"), SENT);

  event->instructed_amount = money ("1000", "USD");
  claim (event, SENDER, money ("30", "USD"));
  stand (track, "ACSP", "G000");
  way = cor_payment_way_new (track);
  assert_money (((CorPaymentHop *) way->hops->pdata[0])->charge, "10.00 USD");
  assert_money (((CorPaymentHop *) way->hops->pdata[0])->unexplained, NULL);
}

static void
test_conversion (void)
{
  g_autoptr (CorPaymentTrack) track = cor_payment_track_new ();
  g_autoptr (CorPaymentWay) way = NULL;
  CorTrackEvent *event = pass (track, SENDER, LAST, money ("905", "EUR"), SENT);

  event->instructed_amount = money ("1000", "USD");
  event->source_currency = g_strdup ("USD");
  event->target_currency = g_strdup ("EUR");
  event->exchange_rate = decimal ("0.92");
  claim (event, SENDER, money ("15", "EUR"));
  stand (track, "ACSP", "G000");
  way = cor_payment_way_new (track);
  assert_money (((CorPaymentHop *) way->hops->pdata[0])->charge, "15.00 EUR");
  assert_money (((CorPaymentHop *) way->hops->pdata[0])->unexplained, NULL);

  /* without the rate there is nothing to count */
  event->exchange_rate = COR_DECIMAL_ZERO;
  g_clear_pointer (&way, cor_payment_way_free);
  way = cor_payment_way_new (track);
  assert_money (((CorPaymentHop *) way->hops->pdata[0])->charge, NULL);
}

static void
test_invalid (void)
{
  g_autoptr (CorPaymentTrack) track = make_track ();
  g_autoptr (CorPaymentWay) way = NULL;
  CorTrackEvent *event = tell (track, LAST, "RJCT", NULL, SENT + 3 * HOUR);

  event->is_invalid = TRUE;
  event->return_reason = g_strdup ("AM07");
  event = add_event (track, "RCTP", SENT + 4 * HOUR);
  event->is_invalid = TRUE;
  way = cor_payment_way_new (track);
  g_assert_false (way->is_neutral);
  g_assert_cmpint (cor_payment_status_from_way (track, way), ==, COR_PAYMENT_ON_ITS_WAY);
}

/* ACCC may be the end of a return (payments.md §2) */
static void
test_returned (void)
{
  g_autoptr (CorPaymentTrack) track = make_track ();
  g_autoptr (CorPaymentWay) way = NULL;
  CorTrackEvent *event = add_event (track, "RCTP", SENT + DAY);

  event->from = g_strdup (LAST);
  event->to = g_strdup (SENDER);
  event->interbank_amount = money ("950", "USD");
  event = add_event (track, "RCTS", SENT + DAY + HOUR);
  event->informing = g_strdup (SENDER);
  event->confirmed_amount = money ("945", "USD");
  stand (track, "ACCC", NULL);
  track->return_reason = g_strdup ("AM06");
  way = cor_payment_way_new (track);

  g_assert_cmpint (cor_payment_status_from_way (track, way), ==, COR_PAYMENT_RETURNED);
  assert_money (way->returned, "950.00 USD");
  assert_money (way->confirmed, NULL);
  g_assert_cmpstr (way->reason, ==, "AM06");
  g_assert_cmpint (way->set, ==, COR_REASON_RETURN);
  g_assert_cmpint (way->holder, ==, COR_HOLDER_SENDER_BANK);
}

static void
test_standing (void)
{
  static const struct
  {
    const char      *reason;
    CorPaymentStatus status;
    CorHolder        holder;
  } cases[] = {
    { "G000", COR_PAYMENT_ON_ITS_WAY, COR_HOLDER_BENEFICIARY_BANK },
    { "G001", COR_PAYMENT_NOT_TRACKED, COR_HOLDER_UNTRACKED },
    { "G002", COR_PAYMENT_ON_ITS_WAY, COR_HOLDER_INTERMEDIARY },
    { "G003", COR_PAYMENT_WAITING_FOR_DOCUMENTS, COR_HOLDER_INTERMEDIARY },
    { "G004", COR_PAYMENT_WAITING_FOR_COVER, COR_HOLDER_INTERMEDIARY },
    { "G005", COR_PAYMENT_ON_ITS_WAY, COR_HOLDER_BENEFICIARY_BANK },
    { "G006", COR_PAYMENT_ON_ITS_WAY, COR_HOLDER_BENEFICIARY_BANK },
    { "G999", COR_PAYMENT_UNKNOWN, COR_HOLDER_BENEFICIARY_BANK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorPaymentTrack) track = make_track ();
      g_autoptr (CorPaymentWay) way = NULL;

      if (i > 0)
        tell (track, MIDDLE, "ACSP", cases[i].reason, SENT + 3 * HOUR);
      stand (track, "ACSP", cases[i].reason);
      way = cor_payment_way_new (track);
      g_assert_cmpint (cor_payment_status_from_way (track, way), ==, cases[i].status);
      g_assert_cmpint (way->holder, ==, cases[i].holder);
      if (i > 0 && i < 7)
        g_assert_cmpint (way->holder_since, ==, SENT + 3 * HOUR);
    }
}

static void
test_recall (void)
{
  static const struct
  {
    const char      *answer;
    const char      *code;
    CorPaymentStatus status;
    CorReasonSet     set;
  } cases[] = {
    { "PDCR", "INDM", COR_PAYMENT_RECALL_PENDING, COR_REASON_CANCEL },
    { "PDCR", "RQDA", COR_PAYMENT_RECALL_PENDING, COR_REASON_REFUSE },
    { "RJCR", "CUST", COR_PAYMENT_RECALL_REFUSED, COR_REASON_REFUSE },
    { "RJCR", "AGNT", COR_PAYMENT_RECALL_REFUSED, COR_REASON_REFUSE },
    { "CNCL", NULL, COR_PAYMENT_RECALLED, COR_REASON_STATUS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorPaymentTrack) track = make_track ();
      g_autoptr (CorPaymentWay) way = NULL;

      track->cancellation = g_strdup (cases[i].answer);
      add_event (track, "CTCR", SENT + 3 * HOUR)->reason = g_strdup (cases[i].code);
      way = cor_payment_way_new (track);
      g_assert_cmpint (cor_payment_status_from_way (track, way), ==, cases[i].status);
      g_assert_cmpint (way->set, ==, cases[i].set);
    }
}

static void
test_wise (void)
{
  static const struct
  {
    const char      *state;
    CorPaymentStatus status;
  } cases[] = {
    { "incoming_payment_waiting", COR_PAYMENT_WAITING_FOR_FUNDS },
    { "incoming_payment_initiated", COR_PAYMENT_WAITING_FOR_FUNDS },
    { "processing", COR_PAYMENT_PROCESSING },
    { "funds_converted", COR_PAYMENT_PROCESSING },
    { "outgoing_payment_sent", COR_PAYMENT_ON_ITS_WAY },
    { "waiting_recipient_input_to_proceed", COR_PAYMENT_WAITING_FOR_DOCUMENTS },
    { "bounced_back", COR_PAYMENT_RETURNED },
    { "funds_refunded", COR_PAYMENT_REFUNDED },
    { "cancelled", COR_PAYMENT_CANCELLED },
    { "charged_back", COR_PAYMENT_CHARGED_BACK },
    { "unknown", COR_PAYMENT_UNKNOWN },
    { "a_state_of_tomorrow", COR_PAYMENT_UNKNOWN },
  };
  g_autoptr (CorPaymentTrack) track = cor_payment_track_new ();

  track->expected_at = SENT + DAY;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      stand (track, cases[i].state, NULL);
      g_assert_cmpint (cor_payment_status_from_wise (track, SENT), ==, cases[i].status);
    }
  stand (track, "outgoing_payment_sent", NULL);
  g_assert_cmpint (cor_payment_status_from_wise (track, SENT + 2 * DAY), ==, COR_PAYMENT_PAID_OUT);
  stand (track, "processing", NULL);
  track->has_issues = TRUE;
  g_assert_cmpint (cor_payment_status_from_wise (track, SENT), ==, COR_PAYMENT_PARTNER_ASKS);
}

static void
assert_nothing_but_held (const CorPaymentView *view)
{
  const CorPaymentView empty = { NULL };
  g_autoptr (CorTemplateValues) values = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_PAYER);
  g_autoptr (CorTemplateValues) unverified = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_NOBODY);
  guint                      n = 0;
  const CorTemplateVariable *variables = cor_template_variable_get_all (&n);

  g_assert_true (view->is_held);
  g_assert_cmpint (view->status, ==, COR_PAYMENT_HELD);
  g_assert_cmpint (view->stage, ==, COR_PAYMENT_HELD);
  g_assert_cmpstr (view->standing->key, ==, "held");
  g_assert_cmpstr (view->standing->reply, ==, "hold-check-running");
  g_assert_cmpstr (view->standing->customer_en, ==, "");
  g_assert_cmpstr (view->standing->customer_zh, ==, "");
  g_assert_false (cor_payment_view_may_notify (view));
  g_assert_cmpuint (view->hops->len + view->causes->len + view->documents->len + view->lines->len + view->differences->len, ==, 0);
  g_assert_null (cor_payment_view_get_cause (view));
  /* all that is neither a list nor one of the above */
  g_assert_cmpmem (&view->uetr, (gsize) ((const char *) &view->hops - (const char *) &view->uetr), &empty.uetr,
                   (gsize) ((const char *) &empty.hops - (const char *) &empty.uetr));
  g_assert_cmpint (view->estimate.basis, ==, COR_ESTIMATE_NONE);
  g_assert_cmpint (view->estimate.to | view->estimate.from | view->rail_promise | view->credited_at, ==, 0);
  g_assert_null (view->credited.currency);
  g_assert_null (view->returned.currency);
  g_assert_cmpint (view->ledger_at | view->gpi_at | view->wise_at, ==, 0);
  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (variables[i].name, "payment.reference"))
        g_assert_null (cor_template_values_get (values, variables[i].name));
      g_assert_null (cor_template_values_get (unverified, variables[i].name));
    }
}

static CorPaymentFacts *
make_facts (CorLedgerState state)
{
  CorPaymentFacts *facts = cor_payment_facts_new ();

  facts->payment = make_record (state);
  facts->gpi = make_track ();
  facts->ledger_at = facts->gpi_at = SENT + 4 * HOUR;
  return facts;
}

static void
test_held (void)
{
  static const char *const neutral[] = { "AM07", "RR04", "FR01", "FRAD", "LEGL", "MD07", "NOCM", "AC16", "AC17" };
  g_autoptr (CorPaymentFacts) flagged = make_facts (COR_LEDGER_PROCESSING);
  g_autoptr (CorPaymentView) view = NULL;
  CorPaymentDocument *document = cor_payment_add_document (flagged->payment);

  flagged->payment->is_held = TRUE;
  document->kind = g_strdup ("invoice");
  view = cor_payment_view_new ("CP-70231", flagged, SENT + 30 * DAY);
  assert_nothing_but_held (view);

  for (guint i = 0; i < G_N_ELEMENTS (neutral); i++)
    {
      g_autoptr (CorPaymentFacts) facts = make_facts (COR_LEDGER_SENT);
      g_autoptr (CorPaymentView) coded = NULL;
      CorTrackEvent *event = tell (facts->gpi, LAST, "RJCT", NULL, SENT + 3 * HOUR);

      event->return_reason = g_strdup (neutral[i]);
      stand (facts->gpi, "RJCT", NULL);
      coded = cor_payment_view_new ("CP-70231", facts, SENT + 4 * HOUR);
      assert_nothing_but_held (coded);
    }
}

/* The table and the contract name the same ones. */
static void
test_neutral_codes (void)
{
  static const char *const neutral[] = { "AC16", "AC17", "AM07", "FR01", "FRAD", "LEGL", "MD07", "NOCM", "RR04" };
  guint                    n_codes = 0;
  const CorReasonCode     *codes = cor_reason_code_get_all (&n_codes);

  g_assert_cmpuint (n_codes, >, 110);
  for (guint i = 0; i < n_codes; i++)
    {
      gboolean is_listed = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (neutral); j++)
        is_listed = is_listed || g_str_equal (neutral[j], codes[i].code);
      g_assert_true (cor_reason_code_is_neutral (codes[i].code) == is_listed);
      g_assert_cmpstr (codes[i].meaning_en, !=, "");
      g_assert_cmpstr (codes[i].meaning_zh, !=, "");
      g_assert_cmpstr (codes[i].next_zh, !=, "");
    }
  /* the same letters, two meanings */
  g_assert_true (cor_reason_code_find ("AGNT", COR_REASON_STATUS) != cor_reason_code_find ("AGNT", COR_REASON_REFUSE));
  g_assert_null (cor_reason_code_find ("ZZ99", COR_REASON_STATUS));
  g_assert_null (cor_reason_code_find ("TECH", COR_REASON_RETURN));
}

static void
test_causes (void)
{
  g_autoptr (CorPaymentFacts) facts = make_facts (COR_LEDGER_FAILED);
  g_autoptr (CorPaymentView) view = NULL;
  const CorPaymentCause *cause;
  CorTrackEvent         *event = tell (facts->gpi, LAST, "RJCT", NULL, SENT + 3 * HOUR);
  g_autoptr (CorTemplateValues) values = NULL;

  event->return_reason = g_strdup ("AC04");
  stand (facts->gpi, "RJCT", NULL);
  view = cor_payment_view_new ("CP-70231", facts, SENT + 4 * HOUR);
  cause = cor_payment_view_get_cause (view);
  g_assert_cmpint (view->status, ==, COR_PAYMENT_REJECTED);
  g_assert_cmpint (cause->cause, ==, COR_CAUSE_DETAILS);
  g_assert_true (cause->is_reported);
  values = cor_payment_view_dup_values (view, "zh-Hans", COR_AUDIENCE_PAYER);
  g_assert_cmpstr (cor_template_values_get (values, "payment.reason")->text, ==, "该账户已销户");

  /* a code that is not in the list is shown, and nothing is said of it */
  g_free (event->return_reason);
  event->return_reason = g_strdup ("ZZ99");
  g_clear_pointer (&view, cor_payment_view_unref);
  view = cor_payment_view_new ("CP-70231", facts, SENT + 4 * HOUR);
  cause = cor_payment_view_get_cause (view);
  g_assert_cmpint (cause->cause, ==, COR_CAUSE_UNKNOWN);
  g_assert_cmpstr (cause->code, ==, "ZZ99");
  g_assert_null (cause->reason);
}

/* What nobody reported is likely, and becomes no value of a text. */
static void
test_likely (void)
{
  g_autoptr (CorPaymentFacts) facts = make_facts (COR_LEDGER_SENT);
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, SENT + 3 * DAY);
  g_autoptr (CorTemplateValues) values = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_PAYER);
  const CorPaymentCause *cause = cor_payment_view_get_cause (view);

  g_assert_cmpint (view->status, ==, COR_PAYMENT_DELAYED);
  g_assert_cmpint (view->stage, ==, COR_PAYMENT_ON_ITS_WAY);
  g_assert_nonnull (cause);
  g_assert_false (cause->is_reported);
  g_assert_null (cor_template_values_get (values, "payment.reason"));
  g_assert_cmpstr (cor_template_values_get (values, "payment.holder")->text, ==, LAST);
}

static CorCause
find_cause (const CorPaymentFacts *facts,
            gint64                 now,
            CorPaymentStatus       status)
{
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, now);
  const CorPaymentCause *cause = cor_payment_view_get_cause (view);

  g_assert_cmpint (view->status, ==, status);
  g_assert_nonnull (cause);
  g_assert_false (cause->is_reported);
  return cause->cause;
}

/* It came after the bank had closed: that may be why for as long as the rail itself takes from there, and not after. */
static void
test_cut_off (void)
{
  g_autoptr (CorPaymentFacts) facts = make_facts (COR_LEDGER_SENT);
  gint64 promise = cor_rail_get_promise (cor_rail_find_for_currency ("EUR"), SENT + 2 * HOUR + 60);

  facts->payment->receive = money ("900", "EUR");
  g_assert_cmpint (find_cause (facts, SENT + 3 * HOUR, COR_PAYMENT_ON_ITS_WAY), ==, COR_CAUSE_CUT_OFF);
  /* the ledger expected it earlier than the rail promises */
  facts->payment->expected_from = facts->payment->expected_to = SENT + 4 * HOUR;
  g_assert_cmpint (promise, >, SENT + 5 * HOUR);
  g_assert_cmpint (find_cause (facts, promise - 1, COR_PAYMENT_DELAYED), ==, COR_CAUSE_CUT_OFF);
  g_assert_cmpint (find_cause (facts, promise, COR_PAYMENT_DELAYED), ==, COR_CAUSE_BENEFICIARY_BANK);
}

static void
add_row (CorArrival *arrival,
         gint64      age,
         gint64      p50,
         gint64      p90,
         gint64      n)
{
  CorArrivalRow *row = cor_arrival_add_row (arrival);

  row->age = age;
  row->p50 = p50;
  row->p90 = p90;
  row->n = n;
}

static void
test_estimate (void)
{
  g_autoptr (CorPaymentFacts) facts = make_facts (COR_LEDGER_SENT);
  g_autoptr (CorPaymentView) early = cor_payment_view_new ("CP-70231", facts, SENT + HOUR);
  g_autoptr (CorPaymentView) late = NULL;
  g_autoptr (CorPaymentView) few = NULL;

  g_assert_cmpint (early->status, ==, COR_PAYMENT_ON_ITS_WAY);
  g_assert_cmpint (early->estimate.basis, ==, COR_ESTIMATE_LEDGER);
  g_assert_cmpint (early->estimate.to, ==, SENT + 2 * DAY);

  /* past the ledger's own time: what payments of this age took, not those of the first hour */
  facts->arrival = cor_arrival_new ();
  add_row (facts->arrival, 0, 2 * HOUR, DAY, 900);
  add_row (facts->arrival, 2 * DAY, 6 * HOUR, 20 * HOUR, 214);
  late = cor_payment_view_new ("CP-70231", facts, SENT + 2 * DAY + 4 * HOUR);
  g_assert_cmpint (late->status, ==, COR_PAYMENT_DELAYED);
  g_assert_cmpint (late->estimate.basis, ==, COR_ESTIMATE_STATISTICS);
  g_assert_cmpint (late->estimate.to, ==, SENT + 2 * DAY + 24 * HOUR);
  g_assert_cmpint (late->estimate.n, ==, 214);
  g_assert_cmpint (late->rail_promise, >, SENT);

  /* a handful of cases is no statistics; the rail's promise is left */
  ((CorArrivalRow *) facts->arrival->rows->pdata[1])->n = 4;
  few = cor_payment_view_new ("CP-70231", facts, SENT + 2 * DAY + 4 * HOUR);
  g_assert_cmpint (few->estimate.basis, ==, COR_ESTIMATE_RAIL);
}

static void
test_rails (void)
{
  const CorRail *sepa = cor_rail_find ("sepa");
  const CorRail *fedwire = cor_rail_find ("fedwire");

  /* Thursday before Good Friday 2026: the next TARGET day is Tuesday, 7 April */
  g_assert_cmpint (cor_rail_get_promise (sepa, G_GINT64_CONSTANT (1775124000)), ==, G_GINT64_CONSTANT (1775599199));
  /* Monday 18:50 in New York is past the cut-off: Tuesday's end */
  g_assert_cmpint (cor_rail_get_promise (fedwire, G_GINT64_CONSTANT (1773701400)), ==, G_GINT64_CONSTANT (1773806399));
  g_assert_cmpint (cor_rail_get_promise (cor_rail_find ("pix"), SENT), ==, SENT + 60);
  g_assert_null (cor_rail_find ("pigeon"));
  g_assert_true (cor_rail_is_late_in_day (sepa, G_GINT64_CONSTANT (1775124000) + DAY, 24)); /* Good Friday */
}

static void
test_compare (void)
{
  g_autoptr (CorPaymentFacts) facts = make_facts (COR_LEDGER_CREDITED);
  g_autoptr (CorPaymentView) view = NULL;
  g_autoptr (CorTemplateValues) values = NULL;
  const CorPaymentLine *line;
  const CorDifference  *difference;
  CorTrackEvent        *event = tell (facts->gpi, LAST, "ACCC", NULL, SENT + 5 * HOUR);
  CorPaymentFee        *fee = cor_payment_add_fee (facts->payment);

  /* 15 of the correspondent were expected, 20 were taken; the last one takes 5 and says so; 2 are nobody's */
  facts->payment->send = money ("1000", "GBP");
  facts->payment->rate = decimal ("1");
  facts->payment->receive = money ("975", "USD");
  fee->kind = g_strdup ("correspondent");
  fee->amount = money ("5", "USD");
  fee->certainty = COR_AMOUNT_EXPECTED;
  event->confirmed_amount = money ("958", "USD");
  claim (event, LAST, money ("5", "USD"));
  ((CorPaymentFee *) facts->payment->fees->pdata[0])->amount = money ("10", "GBP");
  stand (facts->gpi, "ACCC", NULL);
  view = cor_payment_view_new ("CP-70231", facts, SENT + 6 * HOUR);

  line = view->lines->pdata[view->lines->len - 1];
  g_assert_cmpstr (line->key, ==, "receive");
  assert_money (line->quoted, "975.00 USD");
  assert_money (line->actual, "958.00 USD");
  g_assert_cmpint (line->certainty, ==, COR_AMOUNT_REPORTED);
  g_assert_cmpuint (view->differences->len, ==, 3);
  difference = view->differences->pdata[0];
  g_assert_cmpint (difference->kind, ==, COR_DIFFERENCE_CORRESPONDENT);
  assert_money (difference->amount, "-10.00 USD");
  difference = view->differences->pdata[1];
  g_assert_cmpint (difference->kind, ==, COR_DIFFERENCE_BENEFICIARY_BANK);
  assert_money (difference->amount, "-5.00 USD");
  difference = view->differences->pdata[2];
  g_assert_cmpint (difference->kind, ==, COR_DIFFERENCE_UNEXPLAINED);
  assert_money (difference->amount, "-2.00 USD");

  /* the bank is named also when the money has left it for the account */
  values = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_PAYER);
  g_assert_cmpstr (cor_template_values_get (values, "payment.beneficiary_bank")->text, ==, LAST);
}

/* "deducted": the fee of 10 USD is not converted, so 990 USD are. */
static void
test_rate_moment (gconstpointer fee_mode)
{
  g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();
  g_autoptr (CorPaymentView) view = NULL;
  const CorDifference *difference;
  CorTrackEvent       *event;

  gboolean is_deducted = g_strcmp0 (fee_mode, "deducted") == 0;
  CorMoney arrived = is_deducted ? money ("900.90", "EUR") : money ("910", "EUR");

  facts->payment = make_record (COR_LEDGER_CREDITED);
  facts->payment->fee_mode = g_strdup (fee_mode);
  facts->payment->receive = is_deducted ? money ("910.80", "EUR") : money ("920", "EUR");
  facts->payment->rate = decimal ("0.92");
  facts->gpi = cor_payment_track_new ();
  event = pass (facts->gpi, SENDER, LAST, arrived, SENT);
  event->instructed_amount = is_deducted ? money ("990", "USD") : money ("1000", "USD");
  event->source_currency = g_strdup ("USD");
  event->target_currency = g_strdup ("EUR");
  event->exchange_rate = decimal ("0.91");
  event = tell (facts->gpi, LAST, "ACCC", NULL, SENT + HOUR);
  event->confirmed_amount = arrived;
  stand (facts->gpi, "ACCC", NULL);
  view = cor_payment_view_new ("CP-70231", facts, SENT + DAY);

  g_assert_cmpuint (view->differences->len, ==, 1);
  difference = view->differences->pdata[0];
  g_assert_cmpint (difference->kind, ==, COR_DIFFERENCE_RATE);
  assert_money (difference->amount, is_deducted ? "-9.90 EUR" : "-10.00 EUR");
}

/* When it was ordered is not when it left. */
static void
test_sent (void)
{
  static const struct
  {
    CorLedgerState state;
    gboolean       is_sent;
  } cases[] = { { COR_LEDGER_PROCESSING, FALSE }, { COR_LEDGER_AWAITING_FUNDS, FALSE }, { COR_LEDGER_SENT, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();
      g_autoptr (CorPaymentView) view = NULL;
      g_autoptr (CorTemplateValues) values = NULL;

      facts->payment = make_record (cases[i].state);
      view = cor_payment_view_new ("CP-70231", facts, SENT + HOUR);
      values = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_PAYER);
      g_assert_cmpint (view->sent_at, ==, cases[i].is_sent ? SENT : 0);
      g_assert_true ((cor_template_values_get (values, "payment.sent_at") != NULL) == cases[i].is_sent);
    }
}

static void
test_unverified (void)
{
  g_autoptr (CorPaymentFacts) facts = make_facts (COR_LEDGER_SENT);
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, SENT + HOUR);
  g_autoptr (CorTemplateValues) values = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_NOBODY);
  guint                      n = 0;
  const CorTemplateVariable *variables = cor_template_variable_get_all (&n);

  for (guint i = 0; i < n; i++)
    g_assert_null (cor_template_values_get (values, variables[i].name));
}

static gboolean
has_value (const CorTemplateValues *values,
           const char              *name)
{
  return cor_template_values_get (values, name) != NULL;
}

/* A payee hears of the credit; of what the payer did, was charged and is asked for, nothing. */
static void
test_payee (void)
{
  static const char *const heard[] = {
    "payment.reference",
    "payment.uetr",
    "payment.status",
    "payment.credited_amount",
    "payment.credited_at",
    "payment.beneficiary_bank",
    NULL,
  };
  g_autoptr (CorPaymentFacts) facts = make_facts (COR_LEDGER_CREDITED);
  CorTrackEvent *event = tell (facts->gpi, LAST, "ACCC", NULL, SENT + 5 * HOUR);
  g_autoptr (CorPaymentView) view = NULL;
  g_autoptr (CorTemplateValues) payer = NULL;
  g_autoptr (CorTemplateValues) payee = NULL;
  guint                      n = 0;
  const CorTemplateVariable *variables = cor_template_variable_get_all (&n);

  event->confirmed_amount = money ("958", "USD");
  event->confirmed_at = SENT + 5 * HOUR;
  stand (facts->gpi, "ACCC", NULL);
  view = cor_payment_view_new ("CP-70231", facts, SENT + 6 * HOUR);
  payer = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_PAYER);
  payee = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_PAYEE);
  g_assert_true (has_value (payer, "payment.sent_amount") && has_value (payer, "payment.charge_bearer"));
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (has_value (payee, variables[i].name), ==, g_strv_contains (heard, variables[i].name));
  g_assert_cmpstr (cor_payment_audience_get_reply (COR_AUDIENCE_PAYEE, view->standing), ==, "where-is-my-money-payee-credited");
  g_assert_cmpstr (cor_payment_audience_get_reply (COR_AUDIENCE_NOBODY, view->standing), ==, "");
}

/* Where the name of the status alone says what is the payer's, not even that. */
static void
test_payee_status (void)
{
  g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();
  g_autoptr (CorPaymentView) view = NULL;
  g_autoptr (CorTemplateValues) payer = NULL;
  g_autoptr (CorTemplateValues) payee = NULL;

  facts->payment = make_record (COR_LEDGER_DOCUMENTS_REQUIRED);
  cor_payment_add_document (facts->payment)->kind = g_strdup ("invoice");
  view = cor_payment_view_new ("CP-70231", facts, SENT + HOUR);
  payer = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_PAYER);
  payee = cor_payment_view_dup_values (view, "en", COR_AUDIENCE_PAYEE);
  g_assert_true (has_value (payer, "payment.status") && has_value (payer, "documents.list"));
  g_assert_false (has_value (payee, "payment.status") || has_value (payee, "documents.list"));
  g_assert_true (has_value (payee, "payment.reference"));
  g_assert_cmpstr (cor_payment_audience_get_reply (COR_AUDIENCE_PAYEE, view->standing), ==, "");
  g_assert_cmpstr (cor_payment_audience_get_text (COR_AUDIENCE_PAYEE, view->standing, "zh-Hans"), ==, "");
}

static void
test_audience (void)
{
  g_assert_cmpint (cor_payment_audience_from_link ("payer", TRUE), ==, COR_AUDIENCE_PAYER);
  g_assert_cmpint (cor_payment_audience_from_link ("payee", TRUE), ==, COR_AUDIENCE_PAYEE);
  g_assert_cmpint (cor_payment_audience_from_link (NULL, TRUE), ==, COR_AUDIENCE_PAYEE);
  g_assert_cmpint (cor_payment_audience_from_link ("lawyer", TRUE), ==, COR_AUDIENCE_PAYEE);
  g_assert_cmpint (cor_payment_audience_from_link ("third_party", TRUE), ==, COR_AUDIENCE_NOBODY);
  for (guint i = 0; cor_payment_link_get_roles ()[i] != NULL; i++)
    g_assert_cmpint (cor_payment_audience_from_link (cor_payment_link_get_roles ()[i], FALSE), ==, COR_AUDIENCE_NOBODY);
  g_assert_false (cor_payment_audience_may_hear (COR_AUDIENCE_PAYEE, "limit.name"));
  g_assert_false (cor_payment_audience_may_hear (COR_AUDIENCE_PAYEE, "quote.fee"));
  g_assert_true (cor_payment_audience_may_hear (COR_AUDIENCE_PAYEE, "payment.expected_by"));
  g_assert_true (cor_payment_audience_may_hear (COR_AUDIENCE_NOBODY, "contact.name"));
}

static void
test_unknown (void)
{
  g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();
  g_autoptr (CorPaymentView) view = NULL;

  facts->gpi_outcome = COR_LOOKUP_NOT_KNOWN;
  view = cor_payment_view_new ("CP-99999", facts, SENT);
  g_assert_false (view->is_known);
  g_assert_cmpint (view->status, ==, COR_PAYMENT_UNKNOWN);
  g_assert_cmpstr (view->reference, ==, "CP-99999");
  g_assert_false (cor_payment_view_may_notify (view));
}

static void
test_kept (void)
{
  g_autoptr (CorPayment) payment = make_record (COR_LEDGER_SENT);
  g_autoptr (GBytes) bytes = cor_payment_to_bytes (payment);
  g_autoptr (CorPayment) again = cor_payment_from_bytes (bytes);
  g_autoptr (CorPaymentTrack) track = make_track ();
  g_autoptr (GBytes) track_bytes = cor_payment_track_to_bytes (track);
  g_autoptr (CorPaymentTrack) track_again = cor_payment_track_from_bytes (track_bytes);
  g_autoptr (GBytes) garbage = g_bytes_new ("no dictionary at all", 20);
  g_autoptr (CorPayment) nothing = cor_payment_from_bytes (garbage);
  const CorTrackEvent *event = track_again->events->pdata[0];

  g_assert_cmpstr (again->reference, ==, "CP-70231");
  assert_money (again->send, "1000.00 USD");
  g_assert_cmpuint (again->fees->len, ==, 1);
  g_assert_cmpint (again->state, ==, COR_LEDGER_SENT);
  g_assert_cmpuint (track_again->events->len, ==, 2);
  g_assert_cmpuint (event->charges->len, ==, 2);
  assert_money (((CorTrackCharge *) event->charges->pdata[1])->amount, "15.00 USD");
  g_assert_null (nothing->reference);
  g_assert_cmpuint (nothing->fees->len, ==, 0);
}

static void
test_references (void)
{
  static const struct
  {
    const char      *text;
    CorReferenceKind kind;
    const char      *normal;
  } cases[] = {
    { "97ed4827-7b6f-4491-a06f-b548d5a7512d", COR_REFERENCE_UETR, "97ed4827-7b6f-4491-a06f-b548d5a7512d" },
    { " 97ED4827-7B6F-4491-A06F-B548D5A7512D ", COR_REFERENCE_UETR, "97ed4827-7b6f-4491-a06f-b548d5a7512d" },
    { "97ed48277b6f4491a06fb548d5a7512d", COR_REFERENCE_UETR, "97ed4827-7b6f-4491-a06f-b548d5a7512d" },
    { "97ed4827 7b6f 4491 a06f b548d5a7512d", COR_REFERENCE_UETR, "97ed4827-7b6f-4491-a06f-b548d5a7512d" },
    { "97ed4827–7b6f–4491–a06f–b548d5a7512d", COR_REFERENCE_UETR, "97ed4827-7b6f-4491-a06f-b548d5a7512d" },
    { "97ed4827-7b6f-1491-a06f-b548d5a7512d", COR_REFERENCE_NONE, NULL }, /* another version */
    { "97ed4827-7b6f-4491-c06f-b548d5a7512d", COR_REFERENCE_NONE, NULL }, /* another variant */
    { "97ed4827-7b6f-4491-a06f-b548d5a7512d0", COR_REFERENCE_NONE, NULL },
    { "cp-70231", COR_REFERENCE_COMPANY, "CP-70231" },
    { "CP-702310", COR_REFERENCE_NONE, NULL },
    { "16521632", COR_REFERENCE_WISE, "16521632" },
    { "016521632", COR_REFERENCE_NONE, NULL },
    { "12345", COR_REFERENCE_NONE, NULL },
    { "", COR_REFERENCE_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = NULL;

      g_assert_cmpint (cor_reference_recognise (cases[i].text, &normal), ==, cases[i].kind);
      g_assert_cmpstr (normal, ==, cases[i].normal);
    }
}

/* Every status has its words in both languages. */
static void
test_words (void)
{
  for (CorPaymentStatus status = COR_PAYMENT_UNKNOWN; status <= COR_PAYMENT_CHARGED_BACK; status++)
    for (CorHolder holder = COR_HOLDER_UNKNOWN; holder <= COR_HOLDER_RECIPIENT; holder++)
      {
        const CorStanding *standing = cor_standing_find (status, holder);

        g_assert_nonnull (standing);
        g_assert_cmpstr (cor_standing_get_label (standing, "zh-Hans"), !=, "");
        g_assert_cmpstr (cor_standing_get_agent_text (standing, "en"), !=, "");
        g_assert_true (status == COR_PAYMENT_HELD || *cor_standing_get_customer_text (standing, NULL) != '\0');
        g_assert_true (status == COR_PAYMENT_UNKNOWN || !g_str_equal (standing->key, "unknown"));
      }
}

/* A recall that was refused leaves the money where it went; one that succeeded does not. */
static void
test_stopped (void)
{
  g_assert_true (cor_payment_status_is_stopped (COR_PAYMENT_REJECTED));
  g_assert_true (cor_payment_status_is_stopped (COR_PAYMENT_RECALLED));
  g_assert_false (cor_payment_status_is_stopped (COR_PAYMENT_RECALL_REFUSED));
  g_assert_false (cor_payment_status_is_stopped (COR_PAYMENT_RECALL_PENDING));
  g_assert_false (cor_payment_status_is_stopped (COR_PAYMENT_DELAYED));
  g_assert_false (cor_payment_status_is_stopped (COR_PAYMENT_CREDITED));
}

/* The company's word comes before the procedure's; of large value less time is left; what is with compliance tells nothing
 * by it. */
static void
test_policy (void)
{
  g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();
  g_autoptr (CorPaymentView) without = NULL;
  g_autoptr (CorPaymentView) late = NULL;
  g_autoptr (CorPaymentView) large = NULL;
  g_autoptr (CorPaymentView) in_time = NULL;
  g_autoptr (CorPaymentView) held = NULL;
  CorLedgerTarget   *target;
  CorLedgerGoodwill *goodwill;

  facts->payment = make_record (COR_LEDGER_PROCESSING);
  without = cor_payment_view_new ("CP-70231", facts, SENT);
  g_assert_cmpint (without->first, ==, 240);
  g_assert_false (without->is_first_policy);
  g_assert_false (without->is_large);
  g_assert_cmpstr (without->level, ==, "A");

  facts->policy = cor_ledger_policy_new ();
  target = cor_ledger_policy_add_target (facts->policy);
  target->status = g_strdup ("delayed");
  target->first = 45;
  target->level = g_strdup ("B");
  goodwill = cor_ledger_policy_add_goodwill (facts->policy);
  goodwill->level = g_strdup ("A");
  goodwill->amount = money ("20", "EUR");
  cor_ledger_policy_add_threshold (facts->policy)->amount = money ("1000.01", "USD");
  cor_ledger_policy_add_threshold (facts->policy)->amount = money ("1", "EUR");
  late = cor_payment_view_new ("CP-70231", facts, SENT + 9 * DAY);
  g_assert_cmpint (late->status, ==, COR_PAYMENT_DELAYED);
  g_assert_cmpint (late->first, ==, 45);
  g_assert_true (late->is_first_policy);
  g_assert_cmpstr (late->level, ==, "B");
  g_assert_false (late->is_large);
  g_assert_cmpuint (late->goodwill->len, ==, 1);

  ((CorLedgerThreshold *) facts->policy->thresholds->pdata[0])->amount = money ("1000", "USD");
  large = cor_payment_view_new ("CP-70231", facts, SENT + 9 * DAY);
  g_assert_true (large->is_large);
  g_assert_cmpint (large->first, ==, 22);
  /* nothing went wrong yet, and the policy does not speak of it */
  in_time = cor_payment_view_new ("CP-70231", facts, SENT);
  g_assert_cmpint (in_time->first, ==, 120);
  g_assert_false (in_time->is_first_policy);
  g_assert_cmpuint (in_time->goodwill->len, ==, 0);

  facts->payment->is_held = TRUE;
  held = cor_payment_view_new ("CP-70231", facts, SENT + 9 * DAY);
  g_assert_false (held->is_large);
  g_assert_cmpint (held->first, ==, 60);
  g_assert_cmpuint (held->goodwill->len, ==, 0);
}

static void
add_level (CorLedgerPolicy *policy,
           const char      *tier,
           const char      *level)
{
  CorLedgerTarget *target = cor_ledger_policy_add_target (policy);

  target->status = g_strdup ("delayed");
  target->tier = g_strdup (tier);
  target->level = g_strdup (level);
}

static void
assert_level (const CorPaymentFacts *facts,
              const char            *expected)
{
  g_autoptr (CorPaymentView) view = cor_payment_view_new ("CP-70231", facts, SENT + 9 * DAY);

  g_assert_cmpint (view->status, ==, COR_PAYMENT_DELAYED);
  g_assert_cmpstr (view->level, ==, expected);
}

/* Who may do it is said for a tier, too: what is said for some customers is not said for all. */
static void
test_policy_levels (void)
{
  g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();

  facts->payment = make_record (COR_LEDGER_PROCESSING);
  facts->policy = cor_ledger_policy_new ();
  add_level (facts->policy, "gold", "X");
  assert_level (facts, "A"); /* the procedure's */
  add_level (facts->policy, COR_TIER_LARGE_VALUE, "D");
  assert_level (facts, "A");
  add_level (facts->policy, NULL, "C");
  assert_level (facts, "C");
  cor_ledger_policy_add_threshold (facts->policy)->amount = money ("1000", "USD");
  assert_level (facts, "D");
}

/* Statuses in the ledger's words, and a tier of its own for large value; what is not said is not. */
static void
test_policy_words (void)
{
  g_autoptr (CorLedgerPolicy) policy = cor_ledger_policy_new ();
  g_autoptr (CorLedgerPolicy) kept = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CorLedgerTarget *target = cor_ledger_policy_add_target (policy);

  target->status = g_strdup ("failed");
  target->first = 30;
  target = cor_ledger_policy_add_target (policy);
  target->status = g_strdup ("rejected");
  target->tier = g_strdup (COR_TIER_LARGE_VALUE);
  target->first = 10;
  bytes = cor_ledger_policy_to_bytes (policy);
  kept = cor_ledger_policy_from_bytes (bytes);
  g_assert_cmpint (cor_ledger_policy_get_first (kept, COR_PAYMENT_REJECTED, NULL), ==, 30);
  g_assert_cmpint (cor_ledger_policy_get_first (kept, COR_PAYMENT_REJECTED, COR_TIER_LARGE_VALUE), ==, 10);
  g_assert_cmpint (cor_ledger_policy_get_first (kept, COR_PAYMENT_REJECTED, "gold"), ==, 0);
  g_assert_cmpint (cor_ledger_policy_get_first (kept, COR_PAYMENT_DELAYED, NULL), ==, 0);
  g_assert_null (cor_ledger_policy_get_level (kept, COR_PAYMENT_REJECTED, NULL));
}

static void
test_parts (void)
{
  g_autoptr (CorLedgerAbout) about = cor_ledger_about_new ();
  static const char *const some[] = { "payments", "rates", "stats", NULL };

  g_assert_cmpint (cor_ledger_about_get_parts (NULL), ==, COR_LEDGER_HAS_ALL);
  about->capabilities = g_strdupv ((char **) some);
  g_assert_cmpint (cor_ledger_about_get_parts (about), ==, COR_LEDGER_HAS_PAYMENTS | COR_LEDGER_HAS_STATS);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/payment/hops", test_hops);
  g_test_add_func ("/payment/credited", test_credited);
  g_test_add_func ("/payment/unexplained", test_unexplained);
  g_test_add_func ("/payment/overclaimed", test_overclaimed);
  g_test_add_func ("/payment/conversion", test_conversion);
  g_test_add_func ("/payment/invalid", test_invalid);
  g_test_add_func ("/payment/returned", test_returned);
  g_test_add_func ("/payment/standing", test_standing);
  g_test_add_func ("/payment/recall", test_recall);
  g_test_add_func ("/payment/wise", test_wise);
  g_test_add_func ("/payment/held", test_held);
  g_test_add_func ("/payment/neutral-codes", test_neutral_codes);
  g_test_add_func ("/payment/causes", test_causes);
  g_test_add_func ("/payment/likely", test_likely);
  g_test_add_func ("/payment/estimate", test_estimate);
  g_test_add_func ("/payment/rails", test_rails);
  g_test_add_func ("/payment/compare", test_compare);
  g_test_add_data_func ("/payment/rate-moment", NULL, test_rate_moment);
  g_test_add_data_func ("/payment/rate-moment-deducted", "deducted", test_rate_moment);
  g_test_add_func ("/payment/sent", test_sent);
  g_test_add_func ("/payment/unverified", test_unverified);
  g_test_add_func ("/payment/audience", test_audience);
  g_test_add_func ("/payment/payee", test_payee);
  g_test_add_func ("/payment/payee-status", test_payee_status);
  g_test_add_func ("/payment/cut-off", test_cut_off);
  g_test_add_func ("/payment/unknown", test_unknown);
  g_test_add_func ("/payment/kept", test_kept);
  g_test_add_func ("/payment/references", test_references);
  g_test_add_func ("/payment/words", test_words);
  g_test_add_func ("/payment/stopped", test_stopped);
  g_test_add_func ("/payment/policy", test_policy);
  g_test_add_func ("/payment/policy-levels", test_policy_levels);
  g_test_add_func ("/payment/policy-words", test_policy_words);
  g_test_add_func ("/payment/parts", test_parts);
  return cor_test_run ();
}
