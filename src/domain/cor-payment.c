/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment.h"

#include "cor-fields.h"
#include "cor-ledger-terms.h"

#define FIELD(type, member, kind)                                  \
  {                                                                \
#member, COR_FIELD_##kind, G_STRUCT_OFFSET(type, member), NULL \
  }
#define LIST(type, member, item)                                           \
  {                                                                        \
#member, COR_FIELD_LIST, G_STRUCT_OFFSET(type, member), &item##_fields \
  }
#define END                       \
  {                               \
    NULL, COR_FIELD_TEXT, 0, NULL \
  }

/* The names of members are those in the database. */
static const CorField fee_list[] = {
  FIELD (CorPaymentFee, kind, TEXT),
  FIELD (CorPaymentFee, amount, MONEY),
  FIELD (CorPaymentFee, certainty, FLAG),
  END
};
static const CorFields fee_fields = { sizeof (CorPaymentFee), fee_list };

static const CorField document_list[] = {
  FIELD (CorPaymentDocument, kind, TEXT),
  FIELD (CorPaymentDocument, state, TEXT),
  FIELD (CorPaymentDocument, due, NUMBER),
  END
};
static const CorFields document_fields = { sizeof (CorPaymentDocument), document_list };

static const CorField payment_list[] = {
  FIELD (CorPayment, reference, TEXT),
  FIELD (CorPayment, uetr, TEXT),
  FIELD (CorPayment, rail, TEXT),
  FIELD (CorPayment, customer_id, TEXT),
  FIELD (CorPayment, payer_name, TEXT),
  FIELD (CorPayment, payer_role, TEXT),
  FIELD (CorPayment, payee_name, TEXT),
  FIELD (CorPayment, payee_country, TEXT),
  FIELD (CorPayment, payee_last4, TEXT),
  FIELD (CorPayment, created_at, NUMBER),
  FIELD (CorPayment, state, FLAG),
  FIELD (CorPayment, state_since, NUMBER),
  FIELD (CorPayment, is_held, FLAG),
  FIELD (CorPayment, send, MONEY),
  FIELD (CorPayment, receive, MONEY),
  FIELD (CorPayment, receive_certainty, FLAG),
  FIELD (CorPayment, charge_bearer, TEXT),
  FIELD (CorPayment, fee_mode, TEXT),
  FIELD (CorPayment, rate, RATE),
  FIELD (CorPayment, rate_at, NUMBER),
  FIELD (CorPayment, mid, RATE),
  FIELD (CorPayment, mid_at, NUMBER),
  FIELD (CorPayment, mid_source, TEXT),
  LIST (CorPayment, fees, fee),
  FIELD (CorPayment, schedule_id, TEXT),
  FIELD (CorPayment, schedule_version, TEXT),
  FIELD (CorPayment, expected_from, NUMBER),
  FIELD (CorPayment, expected_to, NUMBER),
  FIELD (CorPayment, expected_basis, TEXT),
  LIST (CorPayment, documents, document),
  FIELD (CorPayment, related, TEXTS),
  END
};
static const CorFields payment_fields = { sizeof (CorPayment), payment_list };

static const CorField charge_list[] = {
  FIELD (CorTrackCharge, agent, TEXT),
  FIELD (CorTrackCharge, amount, MONEY),
  END
};
static const CorFields charge_fields = { sizeof (CorTrackCharge), charge_list };

static const CorField event_list[] = {
  FIELD (CorTrackEvent, reference, TEXT),
  FIELD (CorTrackEvent, type, TEXT),
  FIELD (CorTrackEvent, is_invalid, FLAG),
  FIELD (CorTrackEvent, status, TEXT),
  FIELD (CorTrackEvent, reason, TEXT),
  FIELD (CorTrackEvent, return_reason, TEXT),
  FIELD (CorTrackEvent, informing, TEXT),
  FIELD (CorTrackEvent, from, TEXT),
  FIELD (CorTrackEvent, to, TEXT),
  FIELD (CorTrackEvent, instructed, TEXT),
  FIELD (CorTrackEvent, debtor_agent, TEXT),
  FIELD (CorTrackEvent, creditor_agent, TEXT),
  FIELD (CorTrackEvent, instructed_amount, MONEY),
  FIELD (CorTrackEvent, interbank_amount, MONEY),
  FIELD (CorTrackEvent, confirmed_amount, MONEY),
  FIELD (CorTrackEvent, source_currency, TEXT),
  FIELD (CorTrackEvent, target_currency, TEXT),
  FIELD (CorTrackEvent, exchange_rate, RATE),
  FIELD (CorTrackEvent, charge_bearer, TEXT),
  FIELD (CorTrackEvent, value_date, TEXT),
  FIELD (CorTrackEvent, confirmed_at, NUMBER),
  FIELD (CorTrackEvent, received_at, NUMBER),
  FIELD (CorTrackEvent, sent_at, NUMBER),
  FIELD (CorTrackEvent, created_at, NUMBER),
  LIST (CorTrackEvent, charges, charge),
  END
};
static const CorFields event_fields = { sizeof (CorTrackEvent), event_list };

static const CorField track_list[] = {
  FIELD (CorPaymentTrack, id, TEXT),
  FIELD (CorPaymentTrack, status, TEXT),
  FIELD (CorPaymentTrack, reason, TEXT),
  FIELD (CorPaymentTrack, return_reason, TEXT),
  FIELD (CorPaymentTrack, cancellation, TEXT),
  FIELD (CorPaymentTrack, initiated_at, NUMBER),
  FIELD (CorPaymentTrack, completed_at, NUMBER),
  FIELD (CorPaymentTrack, updated_at, NUMBER),
  FIELD (CorPaymentTrack, is_partial, FLAG),
  LIST (CorPaymentTrack, events, event),
  FIELD (CorPaymentTrack, send, MONEY),
  FIELD (CorPaymentTrack, receive, MONEY),
  FIELD (CorPaymentTrack, rate, RATE),
  FIELD (CorPaymentTrack, expected_at, NUMBER),
  FIELD (CorPaymentTrack, has_issues, FLAG),
  END
};
static const CorFields track_fields = { sizeof (CorPaymentTrack), track_list };

static const CorField row_list[] = {
  FIELD (CorArrivalRow, age, NUMBER),
  FIELD (CorArrivalRow, p50, NUMBER),
  FIELD (CorArrivalRow, p90, NUMBER),
  FIELD (CorArrivalRow, n, NUMBER),
  END
};
static const CorFields row_fields = { sizeof (CorArrivalRow), row_list };

static const CorField arrival_list[] = {
  FIELD (CorArrival, corridor, TEXT),
  FIELD (CorArrival, rail, TEXT),
  FIELD (CorArrival, n, NUMBER),
  LIST (CorArrival, rows, row),
  END
};
static const CorFields arrival_fields = { sizeof (CorArrival), arrival_list };

CorPayment *
cor_payment_new (void)
{
  return cor_fields_new (&payment_fields);
}

void
cor_payment_free (CorPayment *self)
{
  cor_fields_free (&payment_fields, self);
}

/**
 * cor_payment_to_bytes:
 *
 * Returns: (transfer full): the form in which the store keeps it
 */
GBytes *
cor_payment_to_bytes (const CorPayment *self)
{
  return cor_fields_to_bytes (&payment_fields, self);
}

/**
 * cor_payment_from_bytes:
 * @bytes: from cor_payment_to_bytes(), of whatever version
 *
 * Returns: (transfer full)
 */
CorPayment *
cor_payment_from_bytes (GBytes *bytes)
{
  return cor_fields_from_bytes (&payment_fields, bytes);
}

/**
 * cor_payment_add_fee:
 *
 * Returns: (transfer none): a new one at the end, of which nothing is said yet
 */
CorPaymentFee *
cor_payment_add_fee (CorPayment *self)
{
  CorPaymentFee *item = cor_fields_new (&fee_fields);

  g_ptr_array_add (self->fees, item);
  return item;
}

/**
 * cor_payment_add_document:
 *
 * Returns: (transfer none): a new one at the end, of which nothing is said yet
 */
CorPaymentDocument *
cor_payment_add_document (CorPayment *self)
{
  CorPaymentDocument *item = cor_fields_new (&document_fields);

  g_ptr_array_add (self->documents, item);
  return item;
}

CorPaymentTrack *
cor_payment_track_new (void)
{
  return cor_fields_new (&track_fields);
}

void
cor_payment_track_free (CorPaymentTrack *self)
{
  cor_fields_free (&track_fields, self);
}

/**
 * cor_payment_track_to_bytes:
 *
 * Returns: (transfer full): the form in which the store keeps it
 */
GBytes *
cor_payment_track_to_bytes (const CorPaymentTrack *self)
{
  return cor_fields_to_bytes (&track_fields, self);
}

/**
 * cor_payment_track_from_bytes:
 * @bytes: from cor_payment_track_to_bytes(), of whatever version
 *
 * Returns: (transfer full)
 */
CorPaymentTrack *
cor_payment_track_from_bytes (GBytes *bytes)
{
  return cor_fields_from_bytes (&track_fields, bytes);
}

/**
 * cor_payment_track_add_event:
 *
 * Returns: (transfer none): a new one at the end, of which nothing is said yet
 */
CorTrackEvent *
cor_payment_track_add_event (CorPaymentTrack *self)
{
  CorTrackEvent *item = cor_fields_new (&event_fields);

  g_ptr_array_add (self->events, item);
  return item;
}

/**
 * cor_track_event_add_charge:
 *
 * Returns: (transfer none): a new one at the end, of which nothing is said yet
 */
CorTrackCharge *
cor_track_event_add_charge (CorTrackEvent *self)
{
  CorTrackCharge *item = cor_fields_new (&charge_fields);

  g_ptr_array_add (self->charges, item);
  return item;
}

CorArrival *
cor_arrival_new (void)
{
  return cor_fields_new (&arrival_fields);
}

void
cor_arrival_free (CorArrival *self)
{
  cor_fields_free (&arrival_fields, self);
}

/**
 * cor_arrival_to_bytes:
 *
 * Returns: (transfer full): the form in which the store keeps it
 */
GBytes *
cor_arrival_to_bytes (const CorArrival *self)
{
  return cor_fields_to_bytes (&arrival_fields, self);
}

/**
 * cor_arrival_from_bytes:
 * @bytes: from cor_arrival_to_bytes(), of whatever version
 *
 * Returns: (transfer full)
 */
CorArrival *
cor_arrival_from_bytes (GBytes *bytes)
{
  return cor_fields_from_bytes (&arrival_fields, bytes);
}

/**
 * cor_arrival_add_row:
 *
 * Returns: (transfer none): a new one at the end, of which nothing is said yet
 */
CorArrivalRow *
cor_arrival_add_row (CorArrival *self)
{
  CorArrivalRow *item = cor_fields_new (&row_fields);

  g_ptr_array_add (self->rows, item);
  return item;
}

CorPaymentFacts *
cor_payment_facts_new (void)
{
  return g_new0 (CorPaymentFacts, 1);
}

void
cor_payment_facts_free (CorPaymentFacts *self)
{
  cor_payment_free (self->payment);
  cor_payment_track_free (self->gpi);
  cor_payment_track_free (self->wise);
  cor_arrival_free (self->arrival);
  cor_payment_limits_free (self->limits);
  cor_ledger_policy_free (self->policy);
  g_free (self);
}

static const char *const certainty_keys[] = {
  [COR_AMOUNT_UNKNOWN] = "unknown",
  [COR_AMOUNT_EXPECTED] = "expected",
  [COR_AMOUNT_REPORTED] = "reported",
  [COR_AMOUNT_BOOKED] = "booked",
};

static const char *const state_keys[] = {
  [COR_LEDGER_UNKNOWN] = "unknown",
  [COR_LEDGER_AWAITING_FUNDS] = "awaiting_funds",
  [COR_LEDGER_PROCESSING] = "processing",
  [COR_LEDGER_DOCUMENTS_REQUIRED] = "documents_required",
  [COR_LEDGER_SENT] = "sent",
  [COR_LEDGER_DELIVERED_TO_BANK] = "delivered_to_bank",
  [COR_LEDGER_CREDITED] = "credited",
  [COR_LEDGER_FAILED] = "failed",
  [COR_LEDGER_RETURNED] = "returned",
  [COR_LEDGER_REFUNDED] = "refunded",
  [COR_LEDGER_CANCELLED] = "cancelled",
};

static guint
find_key (const char *const *keys,
          guint              n_keys,
          const char        *key)
{
  for (guint i = 0; i < n_keys; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      return i;
  return 0;
}

/**
 * cor_amount_certainty_get_key:
 *
 * Returns: a stable name, for programs
 */
const char *
cor_amount_certainty_get_key (CorAmountCertainty certainty)
{
  return (guint) certainty < G_N_ELEMENTS (certainty_keys) ? certainty_keys[certainty] : certainty_keys[COR_AMOUNT_UNKNOWN];
}

/**
 * cor_amount_certainty_from_key:
 * @key: (nullable): as the ledger writes it
 *
 * Returns: %COR_AMOUNT_UNKNOWN for a word that is none
 */
CorAmountCertainty
cor_amount_certainty_from_key (const char *key)
{
  return find_key (certainty_keys, G_N_ELEMENTS (certainty_keys), key);
}

/**
 * cor_ledger_state_from_key:
 * @key: (nullable): as the ledger writes it
 *
 * Returns: %COR_LEDGER_UNKNOWN for a state that the contract does not have
 */
CorLedgerState
cor_ledger_state_from_key (const char *key)
{
  return find_key (state_keys, G_N_ELEMENTS (state_keys), key);
}
