/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"

G_BEGIN_DECLS

/* The parts of cor_payment_view_new(), for a payment that is not held. */

void cor_payment_view_estimate (CorPaymentView        *self,
                                const CorPaymentFacts *facts,
                                const CorPaymentWay   *way,
                                gint64                 now);
void cor_payment_view_find_causes (CorPaymentView        *self,
                                   const CorPaymentFacts *facts,
                                   const CorPaymentWay   *way,
                                   gint64                 now);
void cor_payment_view_take_policy (CorPaymentView        *self,
                                   const CorLedgerPolicy *policy);
void cor_payment_view_compare (CorPaymentView   *self,
                               const CorPayment *payment);

G_END_DECLS
