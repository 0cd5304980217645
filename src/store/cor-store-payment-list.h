/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* A payment that this desk knows of. */
typedef struct
{
  CorPaymentView *view;     /* owned */
  char           *customer; /* owned, nullable: who is asking, else the payer; never of one with compliance */
} CorPaymentEntry;

void cor_payment_entry_free (CorPaymentEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentEntry, cor_payment_entry_free)

void       cor_store_list_known_payments_async (CorStore *store, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_known_payments_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void       cor_store_list_payment_threads_async (CorStore *store, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_payment_threads_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
