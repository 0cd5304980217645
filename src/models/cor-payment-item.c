/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-item"

#include "config.h"

#include "cor-payment-item.h"

#include "cor-fold.h"
#include "cor-payment-reference.h"

#include <string.h>

/*
 * CorPaymentItem: a payment as a row of a list shows it; the same object while the payment is there, with "changed" when
 * more is known of it. Main thread only.
 */
struct _CorPaymentItem
{
  GObject parent_instance;

  CorPaymentView *view;     /* owned */
  char           *customer; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (CorPaymentItem, cor_payment_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
cor_payment_item_finalize (GObject *object)
{
  CorPaymentItem *self = COR_PAYMENT_ITEM (object);

  g_clear_pointer (&self->view, cor_payment_view_unref);
  g_free (self->customer);

  G_OBJECT_CLASS (cor_payment_item_parent_class)->finalize (object);
}

static void
cor_payment_item_class_init (CorPaymentItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_payment_item_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_PAYMENT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_payment_item_init (CorPaymentItem *self)
{
}

/**
 * cor_payment_item_new:
 * @entry: (transfer none): as the store has it
 *
 * Returns: (transfer full)
 */
CorPaymentItem *
cor_payment_item_new (const CorPaymentEntry *entry)
{
  CorPaymentItem *self = g_object_new (COR_TYPE_PAYMENT_ITEM, NULL);

  self->view = cor_payment_view_ref (entry->view);
  self->customer = g_strdup (entry->customer);
  return self;
}

/**
 * cor_payment_item_take:
 * @entry: (transfer none): a newer reading of the same payment
 */
void
cor_payment_item_take (CorPaymentItem        *self,
                       const CorPaymentEntry *entry)
{
  g_return_if_fail (COR_IS_PAYMENT_ITEM (self));

  cor_payment_view_unref (self->view);
  self->view = cor_payment_view_ref (entry->view);
  g_free (self->customer);
  self->customer = g_strdup (entry->customer);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * cor_payment_item_get_view:
 *
 * Returns: (transfer none): what may be shown of it, until the next "changed"
 */
CorPaymentView *
cor_payment_item_get_view (CorPaymentItem *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_ITEM (self), NULL);

  return self->view;
}

/**
 * cor_payment_item_is_asked:
 *
 * Returns: whether a service was asked about it since the profile was made, whatever it said
 */
gboolean
cor_payment_item_is_asked (CorPaymentItem *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_ITEM (self), FALSE);

  return self->view->ledger_at != 0 || self->view->gpi_at != 0 || self->view->wise_at != 0;
}

/**
 * cor_payment_item_get_customer:
 *
 * Returns: (transfer none) (nullable): who is asking about it, else who pays; never of one with compliance
 */
const char *
cor_payment_item_get_customer (CorPaymentItem *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_ITEM (self), NULL);

  return self->customer;
}

static gboolean
came_back (CorPaymentStatus status)
{
  return status == COR_PAYMENT_REJECTED || status == COR_PAYMENT_RETURNED || status == COR_PAYMENT_REFUNDED || status == COR_PAYMENT_CANCELLED ||
         status == COR_PAYMENT_RECALL_PENDING || status == COR_PAYMENT_RECALL_REFUSED || status == COR_PAYMENT_RECALLED ||
         status == COR_PAYMENT_CHARGED_BACK;
}

/**
 * cor_payment_item_fits:
 *
 * Returns: whether it is one of these. Whether a payment with compliance is open or late is not told.
 */
gboolean
cor_payment_item_fits (CorPaymentItem  *self,
                       CorPaymentFilter filter)
{
  const CorPaymentView *view = self->view;

  if (view->is_held)
    return filter == COR_PAYMENT_FILTER_ALL || filter == COR_PAYMENT_FILTER_HELD;
  switch (filter)
    {
    case COR_PAYMENT_FILTER_OPEN:
      return view->is_known && !cor_payment_status_is_final (view->status) && view->status != COR_PAYMENT_PAID_OUT;
    case COR_PAYMENT_FILTER_LATE:
      return view->status == COR_PAYMENT_DELAYED;
    case COR_PAYMENT_FILTER_BACK:
      return came_back (view->status);
    case COR_PAYMENT_FILTER_DELIVERED:
      return view->status == COR_PAYMENT_CREDITED || view->status == COR_PAYMENT_PAID_OUT;
    case COR_PAYMENT_FILTER_HELD:
      return FALSE;
    case COR_PAYMENT_FILTER_ALL:
    case COR_N_PAYMENT_FILTERS:
    default:
      return TRUE;
    }
}

static gboolean
contains (const char *text,
          const char *folded)
{
  g_autofree char *hay = text != NULL ? cor_fold (text) : NULL;

  return hay != NULL && strstr (hay, folded) != NULL;
}

/**
 * cor_payment_item_matches:
 * @query: what somebody typed; "": anything
 *
 * By the company's number, the UETR in any spelling, the number of a transfer or who it is of. What is with compliance
 * is found by its number alone.
 *
 * Returns: whether it is meant
 */
gboolean
cor_payment_item_matches (CorPaymentItem *self,
                          const char     *query)
{
  g_autofree char *folded = cor_fold (query);
  g_autofree char *uetr = cor_uetr_normalise (query);

  if (*folded == '\0' || contains (self->view->reference, folded))
    return TRUE;
  if (self->view->is_held)
    return FALSE;
  if (contains (self->view->uetr, uetr != NULL ? uetr : folded) || contains (self->customer, folded) || contains (self->view->payer_name, folded))
    return TRUE;
  for (guint i = 0; self->view->related != NULL && self->view->related[i] != NULL; i++)
    if (contains (self->view->related[i], folded))
      return TRUE;
  return FALSE;
}
