/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* Who is asked about payments. The names are stored. */
#define COR_PAYMENT_LEDGER "ledger"
#define COR_PAYMENT_GPI "gpi"
#define COR_PAYMENT_WISE "wise"
#define COR_PAYMENT_STATS "stats"
#define COR_PAYMENT_LIMITS "limits"   /* of the ledger's customers, by their numbers */
#define COR_PAYMENT_CHANGES "changes" /* of the ledger: how far they were read */
#define COR_PAYMENT_ABOUT "about"     /* what the ledger has */
#define COR_PAYMENT_POLICY "policy"   /* what the company decided */

/* One answer of one service. */
typedef struct
{
  const char       *service; /* a COR_PAYMENT_ constant */
  char             *name;    /* owned: what was asked for, as that service knows it */
  CorLookupOutcome  outcome;
  gint64            asked_at; /* seconds since the epoch */
  char             *etag;     /* owned, nullable */
  CorPayment       *payment;  /* owned, nullable: of the ledger */
  CorPaymentTrack  *track;    /* owned, nullable: of a tracker */
  CorArrival       *arrival;  /* owned, nullable: of the statistics */
  CorPaymentLimits *limits;   /* owned, nullable: of a customer */
  CorLedgerAbout   *about;    /* owned, nullable: of the ledger itself */
  CorLedgerPolicy  *policy;   /* owned, nullable: likewise */
} CorPaymentLookup;

CorPaymentLookup *cor_payment_lookup_new (const char *service, const char *name, gint64 asked_at) G_GNUC_WARN_UNUSED_RESULT;
void              cor_payment_lookup_free (CorPaymentLookup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentLookup, cor_payment_lookup_free)

void     cor_store_put_payment_async (CorStore *store, CorPaymentLookup *lookup, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_put_payment_finish (CorStore *store, GAsyncResult *result, GError **error);

void            cor_store_load_payment_async (CorStore *store, const char *reference, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorPaymentView *cor_store_load_payment_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void       cor_store_list_payments_async (CorStore *store, const char *customer, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_payments_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
