/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_FEES_PANE (cor_fees_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorFeesPane, cor_fees_pane, COR, FEES_PANE, GtkWidget)

void cor_fees_pane_take_payment (CorFeesPane *self, const CorPaymentView *view);

G_END_DECLS
