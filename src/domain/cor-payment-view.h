/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ledger-terms.h"
#include "cor-payment-audience.h"
#include "cor-payment-limit.h"
#include "cor-template-values.h"

G_BEGIN_DECLS

/* Why it stands as it does. Only a reported one is told to a customer as a fact (domain.md §3). */
typedef struct
{
  CorCause             cause;
  gboolean             is_reported; /* by a tracker or the ledger; else it is likely, which is our reading */
  const CorReasonCode *reason;      /* nullable: without a code, or with one that is not in the list */
  char                *code;        /* nullable: as it was reported */
} CorPaymentCause;

/* Where an expected time is from. It is an estimate whatever the source. */
typedef enum
{
  COR_ESTIMATE_NONE = 0,
  COR_ESTIMATE_LEDGER,
  COR_ESTIMATE_STATISTICS, /* how long others of this age took */
  COR_ESTIMATE_PARTNER,    /* Wise */
  COR_ESTIMATE_RAIL,       /* what the rail promises */
} CorEstimateBasis;

typedef struct
{
  CorEstimateBasis basis;
  gint64           from; /* seconds since the epoch; 0: only an end */
  gint64           to;
  gint64           n;     /* how many payments the statistics are of */
  gint64           share; /* percent of them that were credited by then; 0: not said */
} CorEstimate;

/* One line of what was quoted against what came. A side without a currency is not known. */
typedef struct
{
  const char        *key;  /* send, fee, rate, receive */
  char              *what; /* nullable: which fee */
  CorMoney           quoted;
  CorMoney           actual;
  CorDecimal         quoted_rate; /* of "rate" */
  CorDecimal         actual_rate;
  CorAmountCertainty certainty; /* of the actual side */
} CorPaymentLine;

/* Whose doing the difference is. */
typedef enum
{
  COR_DIFFERENCE_UNEXPLAINED = 0, /* nobody says why: not a guess */
  COR_DIFFERENCE_CORRESPONDENT,
  COR_DIFFERENCE_BENEFICIARY_BANK,
  COR_DIFFERENCE_RATE, /* another moment's rate */
} CorDifferenceKind;

typedef struct
{
  CorDifferenceKind kind;
  char             *agent;  /* nullable */
  CorMoney          amount; /* of the receive currency; what it takes away is negative */
} CorDifference;

/*
 * CorPaymentView: what may be shown of a payment. The gate: whoever is above the store has a payment in this form
 * alone. With compliance nothing is in it but the reference and that it is held (design.md, "Quality floor").
 *
 * Shared, constant; any thread.
 */
typedef struct
{
  char              *reference; /* as the company counts it, or as it was asked for */
  CorPaymentStatus   status;
  gboolean           is_held; /* nothing below is set */
  gboolean           is_known;
  const CorStanding *standing;

  gint64     first;           /* minutes to the first answer: the company's, or else the procedure's */
  gboolean   is_first_policy; /* the company said so */
  char      *level;           /* who may do it, likewise */
  gboolean   is_large;        /* at or above the company's threshold */
  GPtrArray *goodwill;        /* CorLedgerGoodwill */

  CorPaymentStatus   stage; /* what it is while it is delayed; else as the status */
  char              *uetr;
  char              *rail;
  char              *payer_name;
  char              *payer_role;
  char              *payee_name;
  char              *payee_country;
  char              *payee_last4;
  char              *charge_bearer;
  char              *fee_mode; /* "on_top", "deducted"; NULL: not said */
  char              *schedule_id;
  char              *schedule_version;
  char             **related;
  gint64             created_at;
  gint64             sent_at; /* it left the company; 0: not yet, or not known */
  CorMoney           send;
  CorMoney           receive;
  CorAmountCertainty receive_certainty;

  CorHolder         holder;
  char             *holder_agent;
  gint64            holder_since;
  GPtrArray        *hops;   /* CorPaymentHop */
  GPtrArray        *causes; /* CorPaymentCause, reported ones first */
  CorEstimate       estimate;
  gint64            rail_promise; /* 0: none */
  CorMoney          credited;
  gint64            credited_at;
  CorMoney          returned;
  GPtrArray        *documents;   /* CorPaymentDocument */
  CorPaymentLimits *limits;      /* of its customer; NULL where the ledger says none */
  GPtrArray        *lines;       /* CorPaymentLine */
  GPtrArray        *differences; /* CorDifference */
  gboolean          is_partial;  /* there are events that we do not see */
  gint64            ledger_at;   /* when they were asked; 0: never */
  gint64            gpi_at;
  gint64            wise_at;
} CorPaymentView;

CorPaymentView *cor_payment_view_new (const char            *asked_for,
                                      const CorPaymentFacts *facts,
                                      gint64                 now) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentView *cor_payment_view_ref (CorPaymentView *self);
void            cor_payment_view_unref (CorPaymentView *self);

const CorPaymentCause *cor_payment_view_get_cause (const CorPaymentView *self);
CorTemplateValues     *cor_payment_view_dup_values (const CorPaymentView *self,
                                                    const char           *locale,
                                                    CorPaymentAudience    audience) G_GNUC_WARN_UNUSED_RESULT;
gboolean               cor_payment_view_may_notify (const CorPaymentView *self);

const char *cor_estimate_basis_get_key (CorEstimateBasis basis);
const char *cor_difference_kind_get_key (CorDifferenceKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentView, cor_payment_view_unref)

G_END_DECLS
