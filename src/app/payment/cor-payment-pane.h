/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_PANE (cor_payment_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentPane, cor_payment_pane, COR, PAYMENT_PANE, GtkWidget)

G_END_DECLS
