/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-quote-form.h"

G_BEGIN_DECLS

GBytes *cor_quote_pdf_new (GtkWidget *widget, CorQuoteForm *form, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
