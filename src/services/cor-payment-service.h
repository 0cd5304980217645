/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http.h"
#include "cor-ledger-terms.h"

G_BEGIN_DECLS

/* What is asked of whom. */
typedef enum
{
  COR_ASK_LEDGER_PAYMENT,   /* by reference or UETR (ledger.md) */
  COR_ASK_LEDGER_STATS,     /* by corridor and rail */
  COR_ASK_LEDGER_CUSTOMERS, /* by e-mail, phone or identifier, never by name */
  COR_ASK_LEDGER_PAYMENTS,  /* of a customer, by its number there */
  COR_ASK_LEDGER_LIMITS,    /* likewise */
  COR_ASK_LEDGER_CHANGES,   /* what is new since the cursor that is the name */
  COR_ASK_LEDGER_ABOUT,     /* what it has; no name */
  COR_ASK_LEDGER_POLICY,    /* what the company decided; no name */
  COR_ASK_GPI,              /* by UETR (payments.md §2) */
  COR_ASK_WISE,             /* by the transfer's number (payments.md §8) */
  COR_ASK_WISE_ESTIMATE,    /* likewise */
} CorPaymentQuestion;

/* CorPaymentAnswer: what came. Free with cor_payment_answer_free(). */
typedef struct
{
  CorLookupOutcome  outcome;
  gboolean          is_unchanged; /* since the ETag that was given; nothing below but that */
  char             *etag;
  CorPayment       *payment;
  CorPaymentTrack  *track;
  CorArrival       *arrival;
  char            **customers; /* their numbers there: more than one is for the agent to decide */
  GPtrArray        *payments;  /* CorPayment */
  CorPaymentLimits *limits;
  CorLedgerAbout   *about;
  CorLedgerPolicy  *policy;
  char            **changed; /* numbers of payments, each once or more often */
  char             *next;    /* cursor of the next page; nullable */
} CorPaymentAnswer;

void cor_payment_answer_free (CorPaymentAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentAnswer, cor_payment_answer_free)

void              cor_payment_service_ask_async (CorHttp            *http,
                                                 CorPaymentQuestion  question,
                                                 const char         *name,
                                                 const char         *detail,
                                                 const char         *etag,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
CorPaymentAnswer *cor_payment_service_ask_finish (CorHttp      *http,
                                                  GAsyncResult *result,
                                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
