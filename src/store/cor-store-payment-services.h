/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-payments.h"

G_BEGIN_DECLS

/* Where a service is; its token is a secret and not here. */
typedef struct
{
  char *kind; /* COR_PAYMENT_LEDGER, _GPI or _WISE */
  char *url;
  char *ca_file; /* nullable: PEM of a private authority */
} CorPaymentServiceData;

void cor_payment_service_data_free (CorPaymentServiceData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentServiceData, cor_payment_service_data_free)

void     cor_store_set_payment_service_async (CorStore *store, const char *kind, const char *url, const char *ca_file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_set_payment_service_finish (CorStore *store, GAsyncResult *result, GError **error);

void       cor_store_list_payment_services_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_payment_services_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the next question to a service takes. */
typedef struct
{
  char    *etag; /* nullable: of the last answer */
  gint64   asked_at;
  gboolean is_missing; /* the service does not have that */
} CorPaymentAsked;

void cor_payment_asked_free (CorPaymentAsked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentAsked, cor_payment_asked_free)

void             cor_store_load_payment_asked_async (CorStore *store, const char *service, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorPaymentAsked *cor_store_load_payment_asked_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void     cor_store_touch_payment_async (CorStore *store, const char *service, const char *name, gint64 asked_at, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_touch_payment_finish (CorStore *store, GAsyncResult *result, GError **error);

/* By what the other services know a payment that the ledger knows. Of one with compliance there is nothing: nobody else is
 * asked about it. */
typedef struct
{
  gboolean is_held;
  char    *uetr;
  char    *rail;
  char    *country; /* the payee's */
  char   **related;
  char    *customer; /* its number in the ledger */
} CorPaymentKeys;

void cor_payment_keys_free (CorPaymentKeys *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentKeys, cor_payment_keys_free)

void            cor_store_load_payment_keys_async (CorStore *store, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorPaymentKeys *cor_store_load_payment_keys_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
