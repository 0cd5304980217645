/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"
#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_SHEET (cor_payment_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentSheet, cor_payment_sheet, COR, PAYMENT_SHEET, GtkWidget)

void cor_payment_sheet_set_session (CorPaymentSheet *self, CorSession *session);
void cor_payment_sheet_set_view (CorPaymentSheet *self, CorPaymentView *view);

G_END_DECLS
