/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-quote-form.h"
#include "cor-rate-history.h"

G_BEGIN_DECLS

#define COR_TYPE_RATE_CARD (cor_rate_card_get_type ())
G_DECLARE_FINAL_TYPE (CorRateCard, cor_rate_card, COR, RATE_CARD, GtkWidget)

void cor_rate_card_set_form (CorRateCard *self, CorQuoteForm *form, CorRateHistory *history);

G_END_DECLS
