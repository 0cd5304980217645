/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ledger-inquiry"

#include "config.h"

#include "cor-ledger-inquiry.h"

#include "cor-payment-connection.h"
#include "cor-payment-service.h"
#include "cor-store-payments.h"

#define DAY (24 * 3600)

typedef struct
{
  CorPaymentServiceData *ledger; /* owned */
  CorHttp               *http;   /* owned, nullable */
  CorLedgerTerms        *terms;  /* owned, nullable until they are loaded */
  CorPaymentQuestion     question;
  gint64                 now;
  gboolean               has_asked[2]; /* what it has, the policy */
  GError                *problem;
} Inquiry;

static void
inquiry_free (Inquiry *self)
{
  g_clear_pointer (&self->ledger, cor_payment_service_data_free);
  g_clear_object (&self->http);
  g_clear_pointer (&self->terms, cor_ledger_terms_free);
  g_clear_error (&self->problem);
  g_free (self);
}

static void go_on (GTask *task);

static CorStore *
get_store (GTask *task)
{
  return COR_STORE (g_task_get_source_object (task));
}

/* What is known of it is what it was; it is asked again the next time. */
static void
end (GTask  *task,
     GError *error)
{
  Inquiry *self = g_task_get_task_data (task);

  if (self->problem == NULL)
    self->problem = error;
  else
    g_clear_error (&error);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static const char *
get_service (CorPaymentQuestion question)
{
  return question == COR_ASK_LEDGER_ABOUT ? COR_PAYMENT_ABOUT : COR_PAYMENT_POLICY;
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *error = NULL;

  g_clear_pointer (&self->terms, cor_ledger_terms_free);
  self->terms = cor_store_load_ledger_terms_finish (COR_STORE (source), result, &error);
  if (self->terms == NULL)
    end (task, error);
  else
    go_on (task);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask  *task = G_TASK (user_data);
  GError *error = NULL;

  if (cor_store_put_payment_finish (COR_STORE (source), result, &error))
    cor_store_load_ledger_terms_async (COR_STORE (source), g_task_get_cancellable (task), on_loaded, task);
  else
    end (task, error);
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (CorPaymentAnswer) answer = cor_payment_service_ask_finish (COR_HTTP (source), result, &error);
  CorPaymentLookup *lookup;

  if (answer == NULL)
    {
      end (task, error);
      return;
    }
  if (answer->is_unchanged)
    {
      cor_store_touch_payment_async (get_store (task), get_service (self->question), "", self->now, g_task_get_cancellable (task), on_kept, task);
      return;
    }
  lookup = cor_payment_lookup_new (get_service (self->question), "", self->now);
  lookup->outcome = answer->outcome;
  lookup->etag = g_steal_pointer (&answer->etag);
  lookup->about = g_steal_pointer (&answer->about);
  lookup->policy = g_steal_pointer (&answer->policy);
  cor_store_put_payment_async (get_store (task), lookup, g_task_get_cancellable (task), on_kept, task);
}

static void
on_connection (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->http = cor_payment_connection_open_finish (result, &error);
  if (self->http == NULL)
    end (task, error);
  else
    go_on (task);
}

static gboolean
is_due (gint64 asked_at,
        gint64 now)
{
  return asked_at == 0 || now < asked_at || now >= asked_at + DAY;
}

/* Returns whether there is something to ask; once each, whatever the answer. */
static gboolean
find_question (Inquiry *self)
{
  if (!self->has_asked[0] && is_due (self->terms->about_at, self->now))
    {
      self->question = COR_ASK_LEDGER_ABOUT;
      return TRUE;
    }
  self->question = COR_ASK_LEDGER_POLICY;
  return !self->has_asked[1] && is_due (self->terms->policy_at, self->now);
}

static void
go_on (GTask *task)
{
  Inquiry *self = g_task_get_task_data (task);

  if (!find_question (self))
    end (task, NULL);
  else if (self->http == NULL)
    cor_payment_connection_open_async (self->ledger, g_task_get_cancellable (task), on_connection, task);
  else
    {
      gboolean is_about = self->question == COR_ASK_LEDGER_ABOUT;

      self->has_asked[is_about ? 0 : 1] = TRUE;
      cor_payment_service_ask_async (self->http, self->question, NULL, NULL, is_about ? self->terms->about_etag : self->terms->policy_etag,
                                     g_task_get_cancellable (task), on_answer, task);
    }
}

/**
 * cor_ledger_inquiry_async:
 * @ledger: where it is; copied
 *
 * Main thread.
 */
void
cor_ledger_inquiry_async (CorStore                    *store,
                          const CorPaymentServiceData *ledger,
                          GCancellable                *cancellable,
                          GAsyncReadyCallback          callback,
                          gpointer                     user_data)
{
  GTask   *task = g_task_new (store, cancellable, callback, user_data);
  Inquiry *self = g_new0 (Inquiry, 1);

  self->ledger = g_new0 (CorPaymentServiceData, 1);
  self->ledger->kind = g_strdup (ledger->kind);
  self->ledger->url = g_strdup (ledger->url);
  self->ledger->ca_file = g_strdup (ledger->ca_file);
  self->now = g_get_real_time () / G_USEC_PER_SEC;
  g_task_set_source_tag (task, cor_ledger_inquiry_async);
  g_task_set_task_data (task, self, (GDestroyNotify) inquiry_free);
  cor_store_load_ledger_terms_async (store, cancellable, on_loaded, task);
}

/**
 * cor_ledger_inquiry_finish:
 * @problem: (out) (optional) (nullable): why it could not be asked: COR_SERVICE_ERROR, COR_STORE_ERROR
 *
 * Returns: what the ledger has, as it said last; all of it, where it never did
 */
CorLedgerParts
cor_ledger_inquiry_finish (CorStore     *store,
                           GAsyncResult *result,
                           GError      **problem)
{
  Inquiry *self = g_task_get_task_data (G_TASK (result));

  if (problem != NULL)
    *problem = g_steal_pointer (&self->problem);
  return g_task_propagate_boolean (G_TASK (result), NULL) && self->terms != NULL ? self->terms->parts : COR_LEDGER_HAS_ALL;
}
