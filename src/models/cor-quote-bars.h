/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-explanation.h"

G_BEGIN_DECLS

typedef enum
{
  COR_BAR_TOTAL = 0, /* what the sender pays */
  COR_BAR_TAKEN,     /* a step down, or, of a margin in the customer's favour, up */
  COR_BAR_SUBTOTAL,
  COR_BAR_RESULT,  /* what arrives */
  COR_BAR_UNKNOWN, /* may be taken; nobody knows how much */
} CorBarKind;

/* One bar from what is paid to what arrives. Levels are only for its place in a picture: units of the receive currency, at the
 * rate that it is compared with. */
typedef struct
{
  CorBarKind   kind;
  char        *label;
  char        *amount; /* as the user writes it; "unknown" */
  char        *detail; /* NULL: nothing to say */
  CorCertainty certainty;
  double       from;
  double       to;
} CorQuoteBar;

GPtrArray *cor_quote_bars_new (const CorQuoteTerms *terms, const CorQuote *quote, const char *locale) G_GNUC_WARN_UNUSED_RESULT;
double     cor_quote_bars_get_base (const GPtrArray *bars);

const char *cor_certainty_get_word (CorCertainty certainty, const CorCatalog *catalog);
const char *cor_explanation_step_get_word (const CorExplanationStep *step, const CorCatalog *catalog);
char       *cor_explanation_step_dup_amount (const CorExplanationStep *step, const CorCatalog *catalog, const char *locale) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_explanation_step_dup_source (const CorExplanationStep *step, const CorCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
