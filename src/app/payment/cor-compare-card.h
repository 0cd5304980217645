/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-payment-view.h"

G_BEGIN_DECLS

#define COR_TYPE_COMPARE_CARD (cor_compare_card_get_type ())
G_DECLARE_FINAL_TYPE (CorCompareCard, cor_compare_card, COR, COMPARE_CARD, GtkWidget)

void cor_compare_card_set_view (CorCompareCard *self, const CorPaymentView *view);

G_END_DECLS
