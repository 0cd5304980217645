/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-payment-list.h"

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_BROWSER (cor_payment_browser_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentBrowser, cor_payment_browser, COR, PAYMENT_BROWSER, GtkWidget)

GtkWidget  *cor_payment_browser_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_payment_browser_set_list (CorPaymentBrowser *self, CorPaymentList *list);
void        cor_payment_browser_select (CorPaymentBrowser *self, const char *reference);
const char *cor_payment_browser_get_selected (CorPaymentBrowser *self);
void        cor_payment_browser_step (CorPaymentBrowser *self, int step);

G_END_DECLS
