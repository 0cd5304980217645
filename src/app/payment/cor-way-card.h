/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-payment-view.h"

G_BEGIN_DECLS

#define COR_TYPE_WAY_CARD (cor_way_card_get_type ())
G_DECLARE_FINAL_TYPE (CorWayCard, cor_way_card, COR, WAY_CARD, GtkWidget)

void cor_way_card_set_view (CorWayCard *self, const CorPaymentView *view, gint64 now, GTimeZone *time_zone);

G_END_DECLS
