/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-payment-item.h"

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_ROW (cor_payment_row_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentRow, cor_payment_row, COR, PAYMENT_ROW, GtkWidget)

GtkWidget *cor_payment_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_payment_row_set_item (CorPaymentRow *self, CorPaymentItem *item);

G_END_DECLS
