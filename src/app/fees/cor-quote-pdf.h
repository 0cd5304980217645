/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-quote-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GBytes *cor_quote_pdf_new (GtkWidget *widget, CorQuoteForm *form, const CorCatalog *catalog, const char *locale, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
