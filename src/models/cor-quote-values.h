/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-quote-form.h"
#include "cor-template-values.h"

G_BEGIN_DECLS

CorTemplateValues *cor_quote_values_new (CorQuoteForm *form) G_GNUC_WARN_UNUSED_RESULT;
char              *cor_quote_dup_text (const CorQuoteTerms *terms, const CorQuote *quote, const char *locale) G_GNUC_WARN_UNUSED_RESULT;
void               cor_quote_dup_terms (CorQuoteForm *form, const CorCatalog *catalog, CorQuoteTerms *terms);

G_END_DECLS
