/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-customer-record.h"
#include "cor-payment-limit.h"
#include "cor-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64             id; /* local */
  gint64             account;
  CorCustomerRecord *record;
  char              *tier;          /* NULL: no VIP */
  GPtrArray         *conversations; /* CorThreadData of all conversations, newest first; NULL in searches */
  CorPaymentLimits  *limits;        /* what the ledger says; NULL: nothing */
  gint64             limits_at;     /* when it did, seconds since the epoch */
} CorCustomerData;

void cor_customer_data_free (CorCustomerData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCustomerData, cor_customer_data_free)

void             cor_store_load_customer_async (CorStore *store, gint64 customer, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorCustomerData *cor_store_load_customer_finish (CorStore *store, GAsyncResult *result, GError **error);

/* By name, address, number, company: GPtrArray of CorCustomerData, best first. */
void       cor_store_search_customers_async (CorStore *store, const char *query, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_search_customers_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
