/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How the sentences of a payment are to be written. */
typedef struct
{
  const char        *locale; /* en or zh-Hans */
  const char        *zone;
  CorPaymentAudience audience;  /* as whom the customer is told; to nobody there is no sentence */
  CorPaymentAudience procedure; /* whose template is named: as whom she will be told once she is verified */
} CorCtlReader;

void        cor_ctl_payment_set_locale (CorCtlReader *reader);
void        cor_ctl_payment_add_money (JsonBuilder *builder, const char *name, CorMoney money);
void        cor_ctl_payment_add_limits (JsonBuilder *builder, const CorPaymentLimits *limits);
void        cor_ctl_payment_print_limits (const CorPaymentLimits *limits);
const char *cor_ctl_payment_get_reply (const CorPaymentView *view, const CorCtlReader *reader);
void        cor_ctl_payment_print_json (const CorPaymentView *view, const CorCtlReader *reader);

G_END_DECLS
