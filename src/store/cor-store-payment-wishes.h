/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/*
 * Wishes to know about a payment now: views and the command line write them, the sync engine asks the services
 * (design.md, "How it works"). What they answered is with the payments; topic COR_TOPIC_PAYMENTS tells of it.
 */
typedef struct
{
  char    *reference; /* as services know it */
  gboolean is_wanted; /* they are still to be asked */
  char    *problem;   /* nullable: why one could not be, the last time; in the words of who could not */
} CorPaymentWish;

void cor_payment_wish_free (CorPaymentWish *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentWish, cor_payment_wish_free)

void     cor_store_wish_payment_async (CorStore *store, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_wish_payment_finish (CorStore *store, GAsyncResult *result, GError **error);

void            cor_store_load_payment_wish_async (CorStore *store, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorPaymentWish *cor_store_load_payment_wish_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For the sync engine. */
void     cor_store_end_payment_wish_async (CorStore *store, const char *reference, const char *problem, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_end_payment_wish_finish (CorStore *store, GAsyncResult *result, GError **error);

/* For the sync engine: what a ledger says has changed since @cursor. */
void     cor_store_wish_changed_payments_async (CorStore *store, char *const *references, const char *cursor, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_wish_changed_payments_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
