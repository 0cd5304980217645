/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-quote-form.h"

G_BEGIN_DECLS

#define COR_TYPE_QUOTE_STEPS (cor_quote_steps_get_type ())
G_DECLARE_FINAL_TYPE (CorQuoteSteps, cor_quote_steps, COR, QUOTE_STEPS, GtkWidget)

GtkWidget *cor_quote_steps_new (CorQuoteForm *form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
