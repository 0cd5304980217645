/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-payment-services"

#include "config.h"

#include "cor-store-payment-services.h"

#include "cor-db.h"
#include "cor-str.h"

void
cor_payment_service_data_free (CorPaymentServiceData *self)
{
  g_free (self->kind);
  g_free (self->url);
  g_free (self->ca_file);
  g_free (self);
}

void
cor_payment_asked_free (CorPaymentAsked *self)
{
  g_free (self->etag);
  g_free (self);
}

static gpointer
set_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  const CorPaymentServiceData *service = data;

  if (service->url != NULL)
    {
      cor_db_run (db, "payment-lookup-move", "ss", service->kind, service->url);
      cor_db_run (db, "payment-service-put", "sss", service->kind, service->url, service->ca_file);
    }
  else
    cor_db_run (db, "payment-service-remove", "s", service->kind);
  cor_db_touch_topics (db, COR_TOPIC_PAYMENTS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_set_payment_service_async:
 * @kind: COR_PAYMENT_LEDGER, _GPI or _WISE
 * @url: (nullable): where it is; %NULL: it is not asked any more
 * @ca_file: (nullable): PEM of a private authority
 */
void
cor_store_set_payment_service_async (CorStore           *store,
                                     const char         *kind,
                                     const char         *url,
                                     const char         *ca_file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  CorPaymentServiceData *service = g_new0 (CorPaymentServiceData, 1);

  service->kind = g_strdup (kind);
  service->url = g_strdup (url);
  service->ca_file = g_strdup (ca_file);
  cor_store_run_async (store, COR_STORE_AGENT, set_job, service, (GDestroyNotify) cor_payment_service_data_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_set_payment_service_finish (CorStore     *store,
                                      GAsyncResult *result,
                                      GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  GPtrArray    *services = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_service_data_free);
  sqlite3_stmt *row = cor_db_query (db, "payment-service-list", "");

  while (cor_db_next (db, row))
    {
      CorPaymentServiceData *service = g_new0 (CorPaymentServiceData, 1);

      service->kind = cor_column_dup (row, 0);
      service->url = cor_column_dup (row, 1);
      service->ca_file = cor_column_dup (row, 2);
      g_ptr_array_add (services, service);
    }
  return services;
}

void
cor_store_list_payment_services_async (CorStore           *store,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_payment_services_finish:
 *
 * Returns: (transfer full) (element-type CorPaymentServiceData) (nullable)
 */
GPtrArray *
cor_store_list_payment_services_finish (CorStore     *store,
                                        GAsyncResult *result,
                                        GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
asked_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  const CorPaymentLookup *lookup = data;
  CorPaymentAsked        *asked = g_new0 (CorPaymentAsked, 1);
  sqlite3_stmt           *row = cor_db_query (db, "payment-lookup", "ss", lookup->service, lookup->name);

  while (cor_db_next (db, row))
    {
      g_free (asked->etag);
      asked->is_missing = cor_column_int (row, 1) == COR_LOOKUP_NOT_KNOWN;
      asked->asked_at = cor_column_int (row, 2);
      asked->etag = cor_column_dup (row, 3);
    }
  return asked;
}

/**
 * cor_store_load_payment_asked_async:
 * @service: a COR_PAYMENT_ constant
 * @name: as the service knows it
 */
void
cor_store_load_payment_asked_async (CorStore           *store,
                                    const char         *service,
                                    const char         *name,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, asked_job, cor_payment_lookup_new (service, name, 0), (GDestroyNotify) cor_payment_lookup_free,
                       (GDestroyNotify) cor_payment_asked_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_payment_asked_finish:
 *
 * Returns: (transfer full) (nullable): when the service was asked last, and the tag of what it said
 */
CorPaymentAsked *
cor_store_load_payment_asked_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
touch_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  const CorPaymentLookup *lookup = data;

  cor_db_run (db, "payment-touch", "ssl", lookup->service, lookup->name, lookup->asked_at);
  cor_db_touch_topics (db, COR_TOPIC_PAYMENTS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_touch_payment_async:
 * @asked_at: seconds since the epoch
 *
 * The service was asked again, and nothing had changed.
 */
void
cor_store_touch_payment_async (CorStore           *store,
                               const char         *service,
                               const char         *name,
                               gint64              asked_at,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, touch_job, cor_payment_lookup_new (service, name, asked_at), (GDestroyNotify) cor_payment_lookup_free, NULL,
                       cancellable, callback, user_data);
}

gboolean
cor_store_touch_payment_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

void
cor_payment_keys_free (CorPaymentKeys *self)
{
  g_free (self->uetr);
  g_free (self->rail);
  g_free (self->country);
  g_strfreev (self->related);
  g_free (self->customer);
  g_free (self);
}

static gpointer
keys_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  CorPaymentKeys *keys = g_new0 (CorPaymentKeys, 1);
  sqlite3_stmt   *row = cor_db_query (db, "payment-ledger", "s", (const char *) data);

  while (cor_db_next (db, row))
    {
      g_autoptr (GBytes) record = cor_column_is_null (row, 4) ? NULL : cor_column_dup_bytes (row, 4);
      g_autoptr (CorPayment) payment = record != NULL ? cor_payment_from_bytes (record) : NULL;

      if (payment == NULL)
        continue;
      keys->is_held = payment->is_held;
      if (payment->is_held)
        continue;
      cor_set_str (&keys->uetr, payment->uetr);
      cor_set_str (&keys->rail, payment->rail);
      cor_set_str (&keys->country, payment->payee_country);
      cor_set_str (&keys->customer, payment->customer_id);
      g_strfreev (keys->related);
      keys->related = g_strdupv (payment->related);
    }
  return keys;
}

/**
 * cor_store_load_payment_keys_async:
 * @reference: as services know it
 */
void
cor_store_load_payment_keys_async (CorStore           *store,
                                   const char         *reference,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, keys_job, g_strdup (reference), g_free, (GDestroyNotify) cor_payment_keys_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_payment_keys_finish:
 *
 * Returns: (transfer full) (nullable): nothing in it where the ledger does not know the payment
 */
CorPaymentKeys *
cor_store_load_payment_keys_finish (CorStore     *store,
                                    GAsyncResult *result,
                                    GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
