/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment.h"
#include "cor-reason-code.h"

G_BEGIN_DECLS

typedef enum
{
  COR_HOP_SENDER = 0,
  COR_HOP_INTERMEDIARY,
  COR_HOP_BENEFICIARY_BANK,
} CorHopRole;

/* CorPaymentHop: one bank of the way. Amounts without a currency are not known. */
typedef struct
{
  char      *agent; /* BIC: trackers have no names */
  CorHopRole role;
  gint64     received_at; /* 0: not reported */
  gint64     sent_at;     /* passed on; 0: not yet, or it is the last one */
  CorMoney   charge;      /* what it took, by the amounts, and says that it took */
  CorMoney   unexplained; /* what is missing after it and nobody says why; negative: there is more */
  CorMoney   amount;      /* what it passed on, or credited */
  CorDecimal rate;        /* of a conversion here; zero: none was reported */
  char      *rate_from;
  char      *rate_to;
  char      *status; /* as it was reported by this bank last */
  char      *reason;
  char      *value_date;
  gboolean   is_holder;
} CorPaymentHop;

/* Who has the money. */
typedef enum
{
  COR_HOLDER_UNKNOWN = 0,
  COR_HOLDER_PAYER,
  COR_HOLDER_US,
  COR_HOLDER_SENDER_BANK,
  COR_HOLDER_INTERMEDIARY,
  COR_HOLDER_BENEFICIARY_BANK,
  COR_HOLDER_UNTRACKED, /* it left the tracked network after the agent that is named */
  COR_HOLDER_PARTNER,   /* a partner or bank whose name is not told (Wise) */
  COR_HOLDER_RECIPIENT,
} CorHolder;

/*
 * CorPaymentWay: what the events of a tracker come to (payments.md §4).
 */
typedef struct
{
  GPtrArray   *hops; /* CorPaymentHop, in the order of the way */
  CorHolder    holder;
  char        *holder_agent; /* nullable */
  gint64       holder_since;
  char        *status;     /* ACSP, ACCC, RJCT */
  char        *reason;     /* in effect: why it stands, was rejected, was given back, is not cancelled */
  CorReasonSet set;        /* in which the reason means something */
  gboolean     is_neutral; /* a code of some valid event takes the approved text alone */
  gboolean     is_returned;
  CorMoney     returned;
  CorMoney     confirmed; /* credited */
  gint64       credited_at;
  gint64       sent_at; /* the first message of the payment itself */
} CorPaymentWay;

CorPaymentWay *cor_payment_way_new (const CorPaymentTrack *track) G_GNUC_WARN_UNUSED_RESULT;
void           cor_payment_way_free (CorPaymentWay *self);
CorPaymentHop *cor_payment_hop_copy (const CorPaymentHop *self) G_GNUC_WARN_UNUSED_RESULT;
void           cor_payment_hop_free (CorPaymentHop *self);
const char    *cor_holder_get_key (CorHolder holder);
const char    *cor_hop_role_get_key (CorHopRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentWay, cor_payment_way_free)

G_END_DECLS
