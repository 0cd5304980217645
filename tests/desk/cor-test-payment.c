/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-payment.h"

#include "cor-store-payments.h"
#include "cor-test-await.h"

#define UETR "97ed4827-7b6f-4491-a06f-b548d5a7512d"
#define CORRESPONDENT "NORDDEFFXXX"
#define BENEFICIARY_BANK "ISARDEMMXXX"
#define HOURS (60 * 60)
#define DAYS (24 * HOURS)

static CorMoney
money (const char *amount,
       const char *code)
{
  CorMoney result = { 0, NULL };

  g_assert_true (cor_money_parse (amount, cor_currency_find (code), &result, NULL));
  return result;
}

static void
add_fee (CorPayment        *payment,
         const char        *kind,
         CorMoney           amount,
         CorAmountCertainty certainty)
{
  CorPaymentFee *fee = cor_payment_add_fee (payment);

  fee->kind = g_strdup (kind);
  fee->amount = amount;
  fee->certainty = certainty;
}

static gboolean
is_credited (CorTestPaymentState state)
{
  return state == COR_TEST_PAYMENT_CREDITED || state == COR_TEST_PAYMENT_WHOLE;
}

static CorLedgerState
get_ledger_state (CorTestPaymentState state)
{
  if (state == COR_TEST_PAYMENT_DOCUMENTS)
    return COR_LEDGER_DOCUMENTS_REQUIRED;
  return is_credited (state) ? COR_LEDGER_CREDITED : COR_LEDGER_SENT;
}

static CorPayment *
new_payment (gint64              now,
             CorTestPaymentState state)
{
  CorPayment *payment = cor_payment_new ();

  payment->reference = g_strdup ("CP-70231");
  payment->uetr = g_strdup (UETR);
  payment->customer_id = g_strdup ("C-1");
  payment->rail = g_strdup ("swift");
  payment->charge_bearer = g_strdup ("SHA");
  payment->payer_name = g_strdup ("Li Wei 李伟");
  payment->payee_name = g_strdup ("B… P… GmbH");
  payment->payee_last4 = g_strdup ("3081");
  payment->created_at = now - 3 * DAYS;
  payment->state = get_ledger_state (state);
  payment->state_since = now - 2 * DAYS;
  payment->is_held = state == COR_TEST_PAYMENT_HELD;
  payment->send = money ("1000", "USD");
  payment->receive = money ("905", "EUR");
  payment->receive_certainty = COR_AMOUNT_EXPECTED;
  g_assert_true (cor_decimal_parse ("0.9200", &payment->rate, NULL));
  add_fee (payment, "transfer", money ("10", "USD"), COR_AMOUNT_BOOKED);
  add_fee (payment, "correspondent", money ("15", "EUR"), COR_AMOUNT_EXPECTED);
  return payment;
}

/* The bank gives it back to the one before. */
static void
send_back (CorPaymentTrack *track,
           gint64           at)
{
  CorTrackEvent *event = cor_payment_track_add_event (track);

  event->type = g_strdup ("RCTP");
  event->from = g_strdup (BENEFICIARY_BANK);
  event->to = g_strdup (CORRESPONDENT);
  event->interbank_amount = money ("893", "EUR");
  event->return_reason = g_strdup ("BE01");
  event->created_at = at;
}

static CorPaymentTrack *
new_track (gint64              now,
           CorTestPaymentState state)
{
  gboolean         is_less = state == COR_TEST_PAYMENT_CREDITED;
  CorPaymentTrack *track = cor_payment_track_new ();
  CorTrackEvent   *passed = cor_payment_track_add_event (track);
  CorTrackCharge  *charge = cor_track_event_add_charge (passed);
  CorTrackEvent   *told;

  track->id = g_strdup (UETR);
  track->status = g_strdup (is_credited (state) ? "ACCC" : "ACSP");
  passed->type = g_strdup ("CTPT");
  passed->from = g_strdup (CORRESPONDENT);
  passed->to = g_strdup (BENEFICIARY_BANK);
  passed->instructed_amount = money ("920", "EUR");
  passed->interbank_amount = money (is_less ? "895" : "905", "EUR");
  passed->received_at = passed->created_at = now - 2 * DAYS;
  passed->sent_at = now - 2 * DAYS + HOURS;
  charge->agent = g_strdup (CORRESPONDENT);
  charge->amount = money (is_less ? "25" : "15", "EUR");
  passed->creditor_agent = state == COR_TEST_PAYMENT_BETWEEN || state == COR_TEST_PAYMENT_NOT_TRACKED ? g_strdup ("LASTDEFFXXX") : NULL;

  told = cor_payment_track_add_event (track);
  told->type = g_strdup ("CTSU");
  told->informing = g_strdup (BENEFICIARY_BANK);
  told->status = g_strdup (track->status);
  told->reason = state == COR_TEST_PAYMENT_AT_BANK ? g_strdup ("G002") : NULL;
  if (state == COR_TEST_PAYMENT_NOT_TRACKED)
    {
      track->reason = g_strdup ("G001");
      told->reason = g_strdup ("G001");
    }
  told->created_at = now - DAYS;
  if (is_credited (state))
    {
      told->confirmed_amount = money (is_less ? "895" : "905", "EUR");
      told->confirmed_at = now - 20 * HOURS;
    }
  if (state == COR_TEST_PAYMENT_RETURNED)
    send_back (track, now - 10 * HOURS);
  return track;
}

static void
put (CorTestDesk      *desk,
     CorPaymentLookup *lookup)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  lookup->outcome = COR_LOOKUP_FOUND;
  cor_store_put_payment_async (desk->store, lookup, NULL, cor_test_on_result, &await);
  cor_store_put_payment_finish (desk->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

/* Puts what the ledger and the tracker answer for CP-70231, which conversation 20481 of the story is about. */
void
cor_test_desk_put_payment (CorTestDesk        *desk,
                           CorTestPaymentState state)
{
  CorPaymentLookup *ledger = cor_payment_lookup_new (COR_PAYMENT_LEDGER, "CP-70231", desk->now - 120);
  CorPaymentLookup *gpi = NULL;

  ledger->payment = new_payment (desk->now, state);
  put (desk, ledger);
  if (state == COR_TEST_PAYMENT_DOCUMENTS)
    return;
  gpi = cor_payment_lookup_new (COR_PAYMENT_GPI, UETR, desk->now - 120);
  gpi->track = new_track (desk->now, state);
  put (desk, gpi);
}
