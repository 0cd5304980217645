/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"

G_BEGIN_DECLS

/* What a payment comes to, in one sentence. Any thread. */

char *cor_payment_sentence_for_agent (const CorPaymentView *view,
                                      const char           *locale,
                                      const char           *zone) G_GNUC_WARN_UNUSED_RESULT;
char *cor_payment_sentence_for_customer (const CorPaymentView *view,
                                         const char           *locale,
                                         const char           *zone,
                                         CorPaymentAudience    audience) G_GNUC_WARN_UNUSED_RESULT;

CorTemplateValues *cor_payment_sentence_dup_values (const CorPaymentView *view,
                                                    const char           *locale,
                                                    CorPaymentAudience    audience) G_GNUC_WARN_UNUSED_RESULT;

void cor_payment_sentence_add_limits (const CorPaymentView *view,
                                      const char           *locale,
                                      CorPaymentAudience    audience,
                                      CorTemplateValues    *values);

G_END_DECLS
