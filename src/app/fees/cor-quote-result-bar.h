/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-quote-form.h"

G_BEGIN_DECLS

#define COR_TYPE_QUOTE_RESULT_BAR (cor_quote_result_bar_get_type ())
G_DECLARE_FINAL_TYPE (CorQuoteResultBar, cor_quote_result_bar, COR, QUOTE_RESULT_BAR, GtkWidget)

void cor_quote_result_bar_set_form (CorQuoteResultBar *self, CorQuoteForm *form);
void cor_quote_result_bar_set_now (CorQuoteResultBar *self, gint64 now);

G_END_DECLS
