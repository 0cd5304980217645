/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-sync"

#include "config.h"

#include "cor-payment-sync.h"

#include "cor-payment-inquiry.h"
#include "cor-store-payment-wishes.h"

struct _CorPaymentSync
{
  GObject parent_instance;

  CorStore       *store;       /* owned */
  GCancellable   *cancellable; /* owned; of the look that runs, NULL when none does */
  CorPaymentWish *wish;        /* owned: that is being asked about */
  gboolean        is_started, wants_look;
};

G_DEFINE_FINAL_TYPE (CorPaymentSync, cor_payment_sync, G_TYPE_OBJECT)

static void look (CorPaymentSync *self);

static void
end_look (CorPaymentSync *self)
{
  g_clear_pointer (&self->wish, cor_payment_wish_free);
  g_clear_object (&self->cancellable);
  if (self->wants_look && self->is_started)
    look (self);
}

/* Ends the look where it was stopped, or the store failed. */
static gboolean
goes_on (CorPaymentSync *self,
         const GError   *error)
{
  if (error == NULL && !g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  if (error != NULL)
    g_debug ("%s", error->message);
  end_look (self);
  return FALSE;
}

static void take_next (CorPaymentSync *self);

static void
on_ended (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorPaymentSync) self = user_data;
  g_autoptr (GError) error = NULL;

  cor_store_end_payment_wish_finish (COR_STORE (source), result, &error);
  if (goes_on (self, error))
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

  if (goes_on (self, NULL))
    cor_store_end_payment_wish_async (self->store, self->wish->reference, reason != NULL ? reason->message : NULL, NULL, on_ended, g_object_ref (self));
}

static void
on_next (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorPaymentSync) self = user_data;
  g_autoptr (GError) error = NULL;
  CorPaymentWish *wish = cor_store_load_payment_wish_finish (COR_STORE (source), result, &error);

  g_clear_pointer (&self->wish, cor_payment_wish_free);
  self->wish = wish;
  if (!goes_on (self, error))
    return;
  if (wish == NULL)
    end_look (self);
  else
    cor_payment_inquiry_async (self->store, wish->reference, NULL, self->cancellable, on_asked, g_object_ref (self));
}

static void
take_next (CorPaymentSync *self)
{
  cor_store_load_payment_wish_async (self->store, NULL, self->cancellable, on_next, g_object_ref (self));
}

static void
look (CorPaymentSync *self)
{
  self->wants_look = self->cancellable != NULL;
  if (self->wants_look)
    return;
  self->cancellable = g_cancellable_new ();
  take_next (self);
}

static void
cor_payment_sync_dispose (GObject *object)
{
  CorPaymentSync *self = COR_PAYMENT_SYNC (object);

  cor_payment_sync_stop (self);
  g_clear_pointer (&self->wish, cor_payment_wish_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_payment_sync_parent_class)->dispose (object);
}

static void
cor_payment_sync_class_init (CorPaymentSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_payment_sync_dispose;
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
CorPaymentSync *
cor_payment_sync_new (CorStore *store)
{
  CorPaymentSync *self = g_object_new (COR_TYPE_PAYMENT_SYNC, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
cor_payment_sync_start (CorPaymentSync *self)
{
  if (self->is_started)
    return;
  self->is_started = TRUE;
  look (self);
}

void
cor_payment_sync_stop (CorPaymentSync *self)
{
  self->is_started = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
cor_payment_sync_wake (CorPaymentSync *self)
{
  if (self->is_started)
    look (self);
}
