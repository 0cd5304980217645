/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-way.h"

G_BEGIN_DECLS

/* How a payment stands: one word for all services (payments.md §4, domain.md §4). */
typedef enum
{
  COR_PAYMENT_UNKNOWN = 0,
  COR_PAYMENT_WAITING_FOR_FUNDS,
  COR_PAYMENT_PROCESSING, /* with us */
  COR_PAYMENT_ON_ITS_WAY,
  COR_PAYMENT_NOT_TRACKED, /* on its way, beyond the tracked network */
  COR_PAYMENT_WAITING_FOR_DOCUMENTS,
  COR_PAYMENT_WAITING_FOR_COVER,
  COR_PAYMENT_PAID_OUT, /* credit not confirmed: Wise does not say more */
  COR_PAYMENT_HELD,     /* with compliance */
  COR_PAYMENT_DELAYED,
  COR_PAYMENT_CREDITED,
  COR_PAYMENT_REJECTED,
  COR_PAYMENT_RETURNED,
  COR_PAYMENT_REFUNDED,
  COR_PAYMENT_CANCELLED,
  COR_PAYMENT_RECALL_PENDING,
  COR_PAYMENT_RECALL_REFUSED,
  COR_PAYMENT_RECALLED,
  COR_PAYMENT_CHARGED_BACK,
  COR_PAYMENT_PARTNER_ASKS, /* which question, the partner does not say here */
} CorPaymentStatus;

/*
 * CorStanding: what a status means and what the procedure says to it; data/payments/standings.tsv. There is one of
 * each, for good. Sentences are templates' texts.
 */
typedef struct
{
  const char *key;
  const char *sop;    /* slug of the article */
  const char *reply;  /* name of the template that says so; "": none */
  const char *owner;  /* agent, operations, compliance */
  const char *level;  /* who may do it: A, B, C */
  const char *first;  /* minutes to the first answer */
  const char *update; /* when to write again without being asked */
  const char *label_en, *label_zh;
  const char *agent_en, *agent_zh;
  const char *customer_en, *customer_zh; /* "": nothing but the template */
  const char *next_en, *next_zh;
  const char *update_zh;
  const char *escalation_en, *escalation_zh; /* to whom it goes when the level does not do; "": nowhere */
  const char *payee_reply;                   /* as reply, for who receives it */
  const char *payee_en, *payee_zh;           /* of the credit alone; "": nothing */
} CorStanding;

CorPaymentStatus cor_payment_status_from_ledger (CorLedgerState state);
CorPaymentStatus cor_payment_status_from_way (const CorPaymentTrack *track,
                                              const CorPaymentWay   *way);
CorPaymentStatus cor_payment_status_from_wise (const CorPaymentTrack *track,
                                               gint64                 now);
CorPaymentStatus cor_payment_status_choose (CorPaymentStatus ledger,
                                            CorPaymentStatus tracked);
gboolean         cor_payment_status_is_final (CorPaymentStatus status);
gboolean         cor_payment_status_is_stopped (CorPaymentStatus status);
gboolean         cor_payment_status_can_be_late (CorPaymentStatus status);
const char      *cor_payment_status_get_key (CorPaymentStatus status);
CorPaymentStatus cor_payment_status_from_key (const char *key);

const CorStanding *cor_standing_find (CorPaymentStatus status,
                                      CorHolder        holder);
const CorStanding *cor_standing_find_named (const char *key);
const char        *cor_standing_get_update (const CorStanding *self,
                                            const char        *locale);
const char        *cor_standing_get_escalation (const CorStanding *self,
                                                const char        *locale);
const char        *cor_standing_get_label (const CorStanding *self,
                                           const char        *locale);
const char        *cor_standing_get_agent_text (const CorStanding *self,
                                                const char        *locale);
const char        *cor_standing_get_customer_text (const CorStanding *self,
                                                   const char        *locale);
const char        *cor_standing_get_payee_text (const CorStanding *self,
                                                const char        *locale);
const char        *cor_standing_get_next (const CorStanding *self,
                                          const char        *locale);

G_END_DECLS
