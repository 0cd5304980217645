/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-payment-links.h"
#include "cor-store-payments.h"

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_CASE (cor_payment_case_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentCase, cor_payment_case, COR, PAYMENT_CASE, GObject)

CorPaymentCase *cor_payment_case_new (CorStore *store,
                                      gint64    now) G_GNUC_WARN_UNUSED_RESULT;

void     cor_payment_case_open (CorPaymentCase *self,
                                gint64          conversation);
gboolean cor_payment_case_choose (CorPaymentCase *self,
                                  const char     *reference);
void     cor_payment_case_show (CorPaymentCase *self,
                                const char     *reference);

gint64                cor_payment_case_get_conversation (CorPaymentCase *self);
gboolean              cor_payment_case_is_loaded (CorPaymentCase *self);
GPtrArray            *cor_payment_case_get_links (CorPaymentCase *self);
void                  cor_payment_case_ask (CorPaymentCase *self);
void                  cor_payment_case_freshen (CorPaymentCase *self);
gboolean              cor_payment_case_is_asking (CorPaymentCase *self);
const char           *cor_payment_case_get_problem (CorPaymentCase *self);
const char           *cor_payment_case_get_reference (CorPaymentCase *self);
const CorPaymentLink *cor_payment_case_get_link (CorPaymentCase *self);
CorPaymentAudience    cor_payment_case_get_audience (CorPaymentCase *self);
CorPaymentView       *cor_payment_case_get_view (CorPaymentCase *self);

G_END_DECLS
