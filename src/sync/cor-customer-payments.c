/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-customer-payments"

#include "config.h"

#include "cor-customer-payments.h"

#include "cor-ledger-inquiry.h"
#include "cor-payment-connection.h"
#include "cor-payment-service.h"
#include "cor-service-error.h"

/* The newest are on the first pages; an agent asks for an old one by its number. */
#define MOST_PAGES 5

typedef struct
{
  char                  *by;
  char                  *value;
  CorPaymentServiceData *ledger;    /* owned */
  CorHttp               *http;      /* owned */
  char                 **customers; /* owned */
  GPtrArray             *payments;  /* of the page that is being kept */
  char                  *next;
  guint                  n_pages;
} Fetch;

static void
fetch_free (Fetch *self)
{
  g_free (self->by);
  g_free (self->value);
  g_clear_pointer (&self->ledger, cor_payment_service_data_free);
  g_clear_object (&self->http);
  g_strfreev (self->customers);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_free (self->next);
  g_free (self);
}

static void keep_next (GTask *task);

static void
fail (GTask  *task,
      GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
succeed (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&self->customers), (GDestroyNotify) g_strfreev);
  g_object_unref (task);
}

static void
on_payments (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask  *task = G_TASK (user_data);
  Fetch  *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CorPaymentAnswer) answer = cor_payment_service_ask_finish (COR_HTTP (source), result, &error);

  if (answer == NULL)
    {
      fail (task, error);
      return;
    }
  g_free (self->next);
  self->next = g_steal_pointer (&answer->next);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  self->payments = answer->payments != NULL ? g_ptr_array_ref (answer->payments) : g_ptr_array_new ();
  keep_next (task);
}

static void
ask_page (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);

  self->n_pages++;
  cor_payment_service_ask_async (self->http, COR_ASK_LEDGER_PAYMENTS, self->customers[0], self->next, NULL, g_task_get_cancellable (task), on_payments, task);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask  *task = G_TASK (user_data);
  GError *error = NULL;

  if (cor_store_put_payment_finish (COR_STORE (source), result, &error))
    keep_next (task);
  else
    fail (task, error);
}

static void
keep_next (GTask *task)
{
  Fetch            *self = g_task_get_task_data (task);
  CorPaymentLookup *lookup;

  if (self->payments->len == 0)
    {
      if (self->next != NULL && self->n_pages < MOST_PAGES)
        ask_page (task);
      else
        succeed (task);
      return;
    }
  lookup = cor_payment_lookup_new (COR_PAYMENT_LEDGER, "", g_get_real_time () / G_USEC_PER_SEC);
  lookup->outcome = COR_LOOKUP_FOUND;
  lookup->payment = g_ptr_array_steal_index (self->payments, self->payments->len - 1);
  cor_store_put_payment_async (COR_STORE (g_task_get_source_object (task)), lookup, g_task_get_cancellable (task), on_kept, task);
}

/* Of several that fit nobody's payments are taken: which one it is, is for the agent to say. */
static void
on_customers (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GTask  *task = G_TASK (user_data);
  Fetch  *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CorPaymentAnswer) answer = cor_payment_service_ask_finish (COR_HTTP (source), result, &error);

  if (answer == NULL)
    {
      fail (task, error);
      return;
    }
  self->customers = answer->customers != NULL ? g_steal_pointer (&answer->customers) : g_new0 (char *, 1);
  if (g_strv_length (self->customers) == 1)
    ask_page (task);
  else
    succeed (task);
}

static void
on_connection (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask  *task = G_TASK (user_data);
  Fetch  *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->http = cor_payment_connection_open_finish (result, &error);
  if (self->http == NULL)
    fail (task, error);
  else
    cor_payment_service_ask_async (self->http, COR_ASK_LEDGER_CUSTOMERS, self->value, self->by, NULL, g_task_get_cancellable (task), on_customers, task);
}

/* Who it is, and what is theirs: without either there is nothing to ask for. */
#define NEEDED (COR_LEDGER_HAS_CUSTOMERS | COR_LEDGER_HAS_PAYMENTS)

static void
on_parts (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = G_TASK (user_data);
  Fetch *self = g_task_get_task_data (task);

  if (((guint) cor_ledger_inquiry_finish (COR_STORE (source), result, NULL) & NEEDED) == NEEDED)
    cor_payment_connection_open_async (self->ledger, g_task_get_cancellable (task), on_connection, task);
  else
    fail (task, g_error_new_literal (COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND, "customers of the ledger"));
}

static void
on_services (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask  *task = G_TASK (user_data);
  Fetch  *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) services = cor_store_list_payment_services_finish (COR_STORE (source), result, &error);
  const CorPaymentServiceData *ledger = services != NULL ? cor_payment_connection_find (services, COR_PAYMENT_LEDGER) : NULL;
  guint                        place = 0;

  if (ledger != NULL)
    {
      g_ptr_array_find (services, ledger, &place);
      self->ledger = g_ptr_array_steal_index (services, place);
      cor_ledger_inquiry_async (COR_STORE (source), self->ledger, g_task_get_cancellable (task), on_parts, task);
    }
  else
    fail (task, error != NULL ? error : g_error_new_literal (COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND, "a ledger"));
}

/**
 * cor_customer_payments_fetch_async:
 * @by: a COR_CUSTOMER_ constant
 * @value: the customer's
 *
 * Main thread.
 */
void
cor_customer_payments_fetch_async (CorStore           *store,
                                   const char         *by,
                                   const char         *value,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Fetch *self = g_new0 (Fetch, 1);

  self->by = g_strdup (by);
  self->value = g_strdup (value);
  g_task_set_source_tag (task, cor_customer_payments_fetch_async);
  g_task_set_task_data (task, self, (GDestroyNotify) fetch_free);
  cor_store_list_payment_services_async (store, cancellable, on_services, task);
}

/**
 * cor_customer_payments_fetch_finish:
 * @error: COR_SERVICE_ERROR; %COR_STORE_ERROR_NOT_FOUND: no ledger was chosen, or it has no customers or no payments
 *
 * Returns: (transfer full) (nullable): the numbers of the customers that fit, for cor_store_list_payments_async(); of
 *   none and of several no payments were fetched
 */
char **
cor_customer_payments_fetch_finish (CorStore     *store,
                                    GAsyncResult *result,
                                    GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
