/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-sync"

#include "config.h"

#include "cor-payment-sync.h"

#include "cor-ledger-changes.h"
#include "cor-payment-inquiry.h"
#include "cor-store-payment-watches.h"
#include "cor-store-payment-wishes.h"

/* How often what is watched is looked at, whether it is due. */
#define LOOK_EVERY_SECONDS 60

struct _CorPaymentSync
{
  CorBackgroundSync parent_instance;

  CorPaymentWish *wish; /* owned: that is being asked about */
};

G_DEFINE_FINAL_TYPE (CorPaymentSync, cor_payment_sync, COR_TYPE_BACKGROUND_SYNC)

static void take_next (CorPaymentSync *self);

static void
on_ended (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorPaymentSync) self = user_data;
  GError *error = NULL;

  cor_store_end_payment_wish_finish (COR_STORE (source), result, &error);
  if (cor_background_sync_goes_on (self, error))
    take_next (self);
}

/* A wish that was stopped half way stays one. */
static void
on_asked (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorPaymentSync) self = user_data;
  g_autoptr (GError) problem = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPaymentView) view = cor_payment_inquiry_finish (COR_STORE (source), result, &problem, &error);
  const GError *reason = error != NULL ? error : problem;

  if (cor_background_sync_goes_on (self, NULL))
    cor_store_end_payment_wish_async (cor_background_sync_get_store (self), self->wish->reference, reason != NULL ? reason->message : NULL, NULL, on_ended, g_object_ref (self));
}

static void
on_next (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorPaymentSync) self = user_data;
  GError         *error = NULL;
  CorPaymentWish *wish = cor_store_load_payment_wish_finish (COR_STORE (source), result, &error);

  g_clear_pointer (&self->wish, cor_payment_wish_free);
  self->wish = wish;
  if (!cor_background_sync_goes_on (self, error))
    return;
  if (wish == NULL)
    cor_background_sync_end (self, NULL);
  else
    cor_payment_inquiry_async (cor_background_sync_get_store (self), wish->reference, NULL, cor_background_sync_get_cancellable (self), on_asked, g_object_ref (self));
}

static void
take_next (CorPaymentSync *self)
{
  cor_store_load_payment_wish_async (cor_background_sync_get_store (self), NULL, cor_background_sync_get_cancellable (self), on_next, g_object_ref (self));
}

static void
on_wished (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorPaymentSync) self = user_data;
  GError *error = NULL;

  cor_store_wish_due_payments_finish (COR_STORE (source), result, &error);
  if (cor_background_sync_goes_on (self, error))
    take_next (self);
}

/* A ledger that cannot say what changed is asked about each, as are the trackers. */
static void
on_changes (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorBackgroundSync) sync = user_data;
  g_autoptr (GError) error = NULL;

  if (!cor_ledger_changes_read_finish (COR_STORE (source), result, &error))
    g_debug ("changes of the ledger: %s", error->message);
  if (cor_background_sync_goes_on (sync, NULL))
    cor_store_wish_due_payments_async (cor_background_sync_get_store (sync), g_get_real_time () / G_USEC_PER_SEC, cor_background_sync_get_cancellable (sync),
                                       on_wished, g_object_ref (sync));
}

static void
cor_payment_sync_look (CorBackgroundSync *sync)
{
  cor_ledger_changes_read_async (cor_background_sync_get_store (sync), cor_background_sync_get_cancellable (sync), on_changes, g_object_ref (sync));
}

static void
cor_payment_sync_clear (CorBackgroundSync *sync)
{
  g_clear_pointer (&COR_PAYMENT_SYNC (sync)->wish, cor_payment_wish_free);
}

static void
cor_payment_sync_class_init (CorPaymentSyncClass *klass)
{
  CorBackgroundSyncClass *sync_class = COR_BACKGROUND_SYNC_CLASS (klass);

  sync_class->look_every_seconds = LOOK_EVERY_SECONDS;
  sync_class->look = cor_payment_sync_look;
  sync_class->clear = cor_payment_sync_clear;
}

static void
cor_payment_sync_init (CorPaymentSync *self)
{
}

/**
 * cor_payment_sync_new:
 *
 * Returns: (transfer full): it does nothing yet
 */
CorBackgroundSync *
cor_payment_sync_new (CorStore *store)
{
  return g_object_new (COR_TYPE_PAYMENT_SYNC, "store", store, NULL);
}
