/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-quote-cost.h"

G_BEGIN_DECLS

/*
 * CorQuote: what an amount costs and what arrives of it. A plain value, which keeps nothing of its terms;
 * they are needed again to explain it.
 */
typedef struct
{
  gboolean     is_reverse;
  gint64       target;    /* minor units of the receive currency, with is_reverse */
  gint64       overshoot; /* what arrives beyond the target */
  CorQuoteFlow flow;
  CorQuoteCost cost;
} CorQuote;

gboolean     cor_quote_forward (CorQuote            *quote,
                                const CorQuoteTerms *terms,
                                gint64               amount,
                                GError             **error);
gboolean     cor_quote_reverse (CorQuote            *quote,
                                const CorQuoteTerms *terms,
                                gint64               target,
                                GError             **error);
CorCertainty cor_quote_get_certainty (const CorQuoteTerms *terms);

G_END_DECLS
