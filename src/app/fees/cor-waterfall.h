/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-quote-bars.h"

G_BEGIN_DECLS

#define COR_TYPE_WATERFALL (cor_waterfall_get_type ())
G_DECLARE_FINAL_TYPE (CorWaterfall, cor_waterfall, COR, WATERFALL, GtkWidget)

GtkWidget *cor_waterfall_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_waterfall_set_quote (CorWaterfall *self, const CorQuoteTerms *terms, const CorQuote *quote);
double     cor_waterfall_get_base (CorWaterfall *self);

G_END_DECLS
