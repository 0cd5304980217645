/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"
#include "cor-quote-form.h"

G_BEGIN_DECLS

gboolean cor_quote_payment_is_enough (const CorPaymentView *view);
gboolean cor_quote_payment_get_day (const CorPaymentView *view, GTimeZone *time_zone, GDate *day);
char    *cor_quote_payment_dup_rate (const CorPaymentView *view) G_GNUC_WARN_UNUSED_RESULT;
void     cor_quote_payment_take (CorQuoteForm *form, const CorPaymentView *view);

G_END_DECLS
