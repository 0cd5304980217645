/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-money.h"
#include "cor-payment-limit.h"

G_BEGIN_DECLS

/*
 * What services said about a payment, as they said it. Services make it, the store keeps it, and nobody else sees it:
 * what may be shown of it comes out of cor_payment_view_new() alone.
 *
 * Times are seconds since the epoch, 0 where not said; texts and lists are owned, and a text not said is NULL.
 */

/* How sure an amount is (ledger.md). */
typedef enum
{
  COR_AMOUNT_UNKNOWN = 0,
  COR_AMOUNT_EXPECTED,
  COR_AMOUNT_REPORTED, /* by a bank or a tracker */
  COR_AMOUNT_BOOKED,
} CorAmountCertainty;

/* The ledger's own states (ledger.md). */
typedef enum
{
  COR_LEDGER_UNKNOWN = 0,
  COR_LEDGER_AWAITING_FUNDS,
  COR_LEDGER_PROCESSING,
  COR_LEDGER_DOCUMENTS_REQUIRED,
  COR_LEDGER_SENT,
  COR_LEDGER_DELIVERED_TO_BANK,
  COR_LEDGER_CREDITED,
  COR_LEDGER_FAILED,
  COR_LEDGER_RETURNED,
  COR_LEDGER_REFUNDED,
  COR_LEDGER_CANCELLED,
} CorLedgerState;

typedef struct
{
  char              *kind;
  CorMoney           amount;
  CorAmountCertainty certainty;
} CorPaymentFee;

typedef struct
{
  char  *kind;
  char  *state;
  gint64 due;
} CorPaymentDocument;

/* CorPayment: the company's own record (ledger.md). */
typedef struct
{
  char              *reference;
  char              *uetr;
  char              *rail;
  char              *customer_id;
  char              *payer_name;
  char              *payer_role;
  char              *payee_name; /* masked by the ledger */
  char              *payee_country;
  char              *payee_last4;
  gint64             created_at;
  CorLedgerState     state;
  gint64             state_since;
  gboolean           is_held;
  CorMoney           send;
  CorMoney           receive;
  CorAmountCertainty receive_certainty;
  char              *charge_bearer; /* OUR, SHA, BEN */
  char              *fee_mode;
  CorDecimal         rate; /* receive for one send */
  gint64             rate_at;
  CorDecimal         mid;
  gint64             mid_at;
  char              *mid_source;
  GPtrArray         *fees; /* CorPaymentFee */
  char              *schedule_id;
  char              *schedule_version;
  gint64             expected_from;
  gint64             expected_to;
  char              *expected_basis;
  GPtrArray         *documents; /* CorPaymentDocument */
  char             **related;   /* references */
} CorPayment;

typedef struct
{
  char    *agent; /* BIC, or a name */
  CorMoney amount;
} CorTrackCharge;

/* CorTrackEvent: one message of the way, as the gpi tracker has it (payments.md §2). */
typedef struct
{
  char      *reference;
  char      *type; /* CTPT, CTSU, RCTP, … */
  gboolean   is_invalid;
  char      *status; /* ACSP, ACCC, RJCT */
  char      *reason; /* of the status */
  char      *return_reason;
  char      *informing; /* BICs from here */
  char      *from;
  char      *to;
  char      *instructed;
  char      *debtor_agent;
  char      *creditor_agent;
  CorMoney   instructed_amount;
  CorMoney   interbank_amount;
  CorMoney   confirmed_amount;
  char      *source_currency;
  char      *target_currency;
  CorDecimal exchange_rate;
  char      *charge_bearer; /* DEBT, CRED, SHAR, SLEV */
  char      *value_date;    /* YYYY-MM-DD */
  gint64     confirmed_at;
  gint64     received_at;
  gint64     sent_at;
  gint64     created_at;
  GPtrArray *charges; /* CorTrackCharge */
} CorTrackEvent;

/* CorPaymentTrack: the whole answer of a tracker. */
typedef struct
{
  char      *id; /* UETR, or a transfer number */
  char      *status;
  char      *reason;
  char      *return_reason;
  char      *cancellation; /* CNCL, PDCR, RJCR */
  gint64     initiated_at;
  gint64     completed_at;
  gint64     updated_at;
  gboolean   is_partial; /* events that we do not see */
  GPtrArray *events;     /* CorTrackEvent, in no order */

  /* Of Wise alone (payments.md §8). */
  CorMoney   send;
  CorMoney   receive;
  CorDecimal rate;
  gint64     expected_at;
  gboolean   has_issues;
} CorPaymentTrack;

/* How much longer payments of this age took (ledger.md, stats). */
typedef struct
{
  gint64 age; /* seconds, as the others */
  gint64 p50;
  gint64 p90;
  gint64 n;
} CorArrivalRow;

typedef struct
{
  char      *corridor;
  char      *rail;
  gint64     n;
  GPtrArray *rows; /* CorArrivalRow, by age */
} CorArrival;

/* What one service answered, and when. */
typedef enum
{
  COR_LOOKUP_NEVER = 0,
  COR_LOOKUP_FOUND,
  COR_LOOKUP_NOT_KNOWN, /* to that service, yet */
  COR_LOOKUP_EMPTY,     /* known, but nothing to show */
} CorLookupOutcome;

typedef struct _CorLedgerPolicy CorLedgerPolicy;

/*
 * CorPaymentFacts: all that is known of one payment. Free with cor_payment_facts_free().
 */
typedef struct
{
  CorPayment       *payment; /* owned, nullable, like the others */
  CorPaymentTrack  *gpi;
  CorPaymentTrack  *wise;
  CorArrival       *arrival;
  CorPaymentLimits *limits; /* of its customer */
  CorLedgerPolicy  *policy; /* of the company: cor-ledger-terms.h */
  CorLookupOutcome  gpi_outcome;
  gint64            ledger_at; /* when they were asked */
  gint64            gpi_at;
  gint64            wise_at;
} CorPaymentFacts;

CorPayment         *cor_payment_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                cor_payment_free (CorPayment *self);
CorPaymentFee      *cor_payment_add_fee (CorPayment *self);
CorPaymentDocument *cor_payment_add_document (CorPayment *self);
GBytes             *cor_payment_to_bytes (const CorPayment *self) G_GNUC_WARN_UNUSED_RESULT;
CorPayment         *cor_payment_from_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

CorPaymentTrack *cor_payment_track_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             cor_payment_track_free (CorPaymentTrack *self);
CorTrackEvent   *cor_payment_track_add_event (CorPaymentTrack *self);
CorTrackCharge  *cor_track_event_add_charge (CorTrackEvent *self);
GBytes          *cor_payment_track_to_bytes (const CorPaymentTrack *self) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentTrack *cor_payment_track_from_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

CorArrival    *cor_arrival_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           cor_arrival_free (CorArrival *self);
CorArrivalRow *cor_arrival_add_row (CorArrival *self);
GBytes        *cor_arrival_to_bytes (const CorArrival *self) G_GNUC_WARN_UNUSED_RESULT;
CorArrival    *cor_arrival_from_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

CorPaymentFacts *cor_payment_facts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             cor_payment_facts_free (CorPaymentFacts *self);

const char        *cor_amount_certainty_get_key (CorAmountCertainty certainty);
CorAmountCertainty cor_amount_certainty_from_key (const char *key);
CorLedgerState     cor_ledger_state_from_key (const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPayment, cor_payment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentTrack, cor_payment_track_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorArrival, cor_arrival_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentFacts, cor_payment_facts_free)

G_END_DECLS
