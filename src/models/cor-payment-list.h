/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

#include "cor-object-list.h"
#include "cor-payment-item.h"

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_LIST (cor_payment_list_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentList, cor_payment_list, COR, PAYMENT_LIST, CorObjectList)

CorPaymentList  *cor_payment_list_new (CorStore *store,
                                       gint64    now) G_GNUC_WARN_UNUSED_RESULT;
void             cor_payment_list_set_active (CorPaymentList *self,
                                              gboolean        is_active);
void             cor_payment_list_set_filter (CorPaymentList  *self,
                                              CorPaymentFilter filter);
CorPaymentFilter cor_payment_list_get_filter (CorPaymentList *self);
void             cor_payment_list_set_query (CorPaymentList *self,
                                             const char     *query);
const char      *cor_payment_list_get_query (CorPaymentList *self);
guint            cor_payment_list_get_n_of (CorPaymentList  *self,
                                            CorPaymentFilter filter);
guint            cor_payment_list_find (CorPaymentList *self,
                                        const char     *reference);
gboolean         cor_payment_list_is_loaded (CorPaymentList *self);
void             cor_payment_list_ask_about (CorPaymentList *self,
                                             CorPaymentItem *item);

G_END_DECLS
