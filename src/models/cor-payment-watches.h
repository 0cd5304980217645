/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-payment-watches.h"

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_WATCHES (cor_payment_watches_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentWatches, cor_payment_watches, COR, PAYMENT_WATCHES, GObject)

CorPaymentWatches *cor_payment_watches_new (CorStore *store,
                                            gint64    now) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray             *cor_payment_watches_get_all (CorPaymentWatches *self);
const CorPaymentWatch *cor_payment_watches_find (CorPaymentWatches *self,
                                                 const char        *reference);
void                   cor_payment_watches_set (CorPaymentWatches *self,
                                                const char        *reference,
                                                gint64             conversation,
                                                gboolean           is_watched);
void                   cor_payment_watches_see (CorPaymentWatches *self,
                                                const char        *reference);

G_END_DECLS
