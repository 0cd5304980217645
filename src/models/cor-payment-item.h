/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib-object.h>

#include "cor-store-payment-list.h"

G_BEGIN_DECLS

/* Which payments of a list; what is with compliance is in no other than that and all (design.md, "Quality floor"). */
typedef enum
{
  COR_PAYMENT_FILTER_ALL = 0,
  COR_PAYMENT_FILTER_OPEN,
  COR_PAYMENT_FILTER_LATE,
  COR_PAYMENT_FILTER_BACK, /* rejected, returned, refunded, cancelled, asked back */
  COR_PAYMENT_FILTER_DELIVERED,
  COR_PAYMENT_FILTER_HELD,
  COR_N_PAYMENT_FILTERS
} CorPaymentFilter;

#define COR_TYPE_PAYMENT_ITEM (cor_payment_item_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentItem, cor_payment_item, COR, PAYMENT_ITEM, GObject)

CorPaymentItem *cor_payment_item_new (const CorPaymentEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
void            cor_payment_item_take (CorPaymentItem        *self,
                                       const CorPaymentEntry *entry);
CorPaymentView *cor_payment_item_get_view (CorPaymentItem *self);
gboolean        cor_payment_item_is_asked (CorPaymentItem *self);
const char     *cor_payment_item_get_customer (CorPaymentItem *self);
gboolean        cor_payment_item_fits (CorPaymentItem  *self,
                                       CorPaymentFilter filter);
gboolean        cor_payment_item_matches (CorPaymentItem *self,
                                          const char     *query);

G_END_DECLS
