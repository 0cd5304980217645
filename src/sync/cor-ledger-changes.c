/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ledger-changes"

#include "config.h"

#include "cor-ledger-changes.h"

#include "cor-ledger-inquiry.h"
#include "cor-payment-connection.h"
#include "cor-payment-service.h"
#include "cor-store-payment-wishes.h"
#include "cor-store-payments.h"

/* Whatever wakes the sync, the ledger is not asked more often than that; less than the minute after which the sync looks
 * again, or every other look would come a second too early. */
#define ASK_EVERY_SECONDS 50
/* One that does not tell changes is asked whether it does now no more often than that. */
#define ASK_AGAIN_SECONDS (24 * 3600)
/* A ledger that was never read has all its past to tell: the rest comes with the next look. */
#define MOST_PAGES 50

typedef struct
{
  CorPaymentServiceData *ledger;
  CorHttp               *http;   /* owned */
  char                  *cursor; /* nullable: up to where it was read */
  guint                  n_pages;
  gboolean               is_last; /* of the page that is being kept */
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->ledger, cor_payment_service_data_free);
  g_clear_object (&self->http);
  g_free (self->cursor);
  g_free (self);
}

static void ask_page (GTask *task);

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static CorStore *
get_store (GTask *task)
{
  return COR_STORE (g_task_get_source_object (task));
}

/* @error: (transfer full) (nullable): %NULL: it is read */
static void
end (GTask  *task,
     GError *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);
  GError  *error = NULL;

  if (!cor_store_wish_changed_payments_finish (COR_STORE (source), result, &error) || self->is_last)
    end (task, error);
  else
    ask_page (task);
}

static void
on_missing_kept (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GError *error = NULL;

  cor_store_put_payment_finish (COR_STORE (source), result, &error);
  end (G_TASK (user_data), error);
}

/* Not told: each payment is asked about on its own, as of a ledger without this page. The cursor stays. */
static void
keep_missing (GTask *task)
{
  Reading          *self = g_task_get_task_data (task);
  CorPaymentLookup *lookup = cor_payment_lookup_new (COR_PAYMENT_CHANGES, "", get_now ());

  lookup->outcome = COR_LOOKUP_NOT_KNOWN;
  lookup->etag = g_strdup (self->cursor);
  cor_store_put_payment_async (get_store (task), lookup, g_task_get_cancellable (task), on_missing_kept, task);
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (CorPaymentAnswer) answer = cor_payment_service_ask_finish (COR_HTTP (source), result, &error);
  static char *none[] = { NULL };

  if (answer == NULL)
    {
      end (task, error);
      return;
    }
  if (answer->outcome == COR_LOOKUP_NOT_KNOWN)
    {
      keep_missing (task);
      return;
    }
  self->n_pages++;
  self->is_last = answer->next == NULL || g_strcmp0 (answer->next, self->cursor) == 0 || answer->changed == NULL || self->n_pages >= MOST_PAGES;
  if (answer->next != NULL)
    {
      g_free (self->cursor);
      self->cursor = g_strdup (answer->next);
    }
  cor_store_wish_changed_payments_async (get_store (task), answer->changed != NULL ? answer->changed : none, self->cursor, get_now (),
                                         g_task_get_cancellable (task), on_kept, task);
}

static void
ask_page (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  cor_payment_service_ask_async (self->http, COR_ASK_LEDGER_CHANGES, self->cursor, NULL, NULL, g_task_get_cancellable (task), on_answer, task);
}

static void
on_connection (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->http = cor_payment_connection_open_finish (result, &error);
  if (self->http != NULL)
    ask_page (task);
  else
    end (task, error);
}

static void
on_parts (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);

  if (cor_ledger_inquiry_finish (COR_STORE (source), result, NULL) & COR_LEDGER_HAS_PAYMENTS)
    cor_payment_connection_open_async (self->ledger, g_task_get_cancellable (task), on_connection, task);
  else
    end (task, NULL);
}

static void
on_asked (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (CorPaymentAsked) asked = cor_store_load_payment_asked_finish (COR_STORE (source), result, &error);
  gint64 ago = asked != NULL ? get_now () - asked->asked_at : 0;

  if (asked == NULL || (ago >= 0 && ago < (asked->is_missing ? ASK_AGAIN_SECONDS : ASK_EVERY_SECONDS)))
    {
      end (task, error);
      return;
    }
  self->cursor = g_strdup (asked->etag);
  cor_ledger_inquiry_async (get_store (task), self->ledger, g_task_get_cancellable (task), on_parts, task);
}

static void
on_services (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (GPtrArray) services = cor_store_list_payment_services_finish (COR_STORE (source), result, &error);

  for (guint i = 0; services != NULL && i < services->len; i++)
    if (g_strcmp0 (((CorPaymentServiceData *) services->pdata[i])->kind, COR_PAYMENT_LEDGER) == 0)
      {
        self->ledger = g_ptr_array_steal_index (services, i);
        cor_store_load_payment_asked_async (get_store (task), COR_PAYMENT_CHANGES, "", g_task_get_cancellable (task), on_asked, task);
        return;
      }
  end (task, error);
}

/**
 * cor_ledger_changes_read_async:
 *
 * Wishes for the payments that are known here and changed since the last time. Without a ledger there is nothing to
 * do. Main thread.
 */
void
cor_ledger_changes_read_async (CorStore           *store,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_ledger_changes_read_async);
  g_task_set_task_data (task, g_new0 (Reading, 1), (GDestroyNotify) reading_free);
  cor_store_list_payment_services_async (store, cancellable, on_services, task);
}

/**
 * cor_ledger_changes_read_finish:
 * @error: COR_SERVICE_ERROR, COR_STORE_ERROR; what was read before stays read
 */
gboolean
cor_ledger_changes_read_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
