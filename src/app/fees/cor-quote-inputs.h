/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-quote-form.h"

G_BEGIN_DECLS

#define COR_TYPE_QUOTE_INPUTS (cor_quote_inputs_get_type ())
G_DECLARE_FINAL_TYPE (CorQuoteInputs, cor_quote_inputs, COR, QUOTE_INPUTS, GtkWidget)

void cor_quote_inputs_set_form (CorQuoteInputs *self, CorQuoteForm *form);
void cor_quote_inputs_focus (CorQuoteInputs *self);
void cor_quote_inputs_type (CorQuoteInputs *self, const GDate *day, const char *rate);

G_END_DECLS
