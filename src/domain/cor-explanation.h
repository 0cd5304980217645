/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-catalog.h"
#include "cor-quote.h"

G_BEGIN_DECLS

/* What a step does to the money, for a picture of it. */
typedef enum
{
  COR_EFFECT_START = 0, /* where the steps begin */
  COR_EFFECT_ADDS,      /* the sender pays it besides */
  COR_EFFECT_TAKES,     /* it comes off on the way */
  COR_EFFECT_RESULT,    /* what the steps so far lead to */
  COR_EFFECT_NOTE,      /* it moves nothing: a comparison */
} CorEffect;

/*
 * CorExplanationStep: one line of why the figures are as they are. Texts are in the language of the catalogue,
 * the formula is figures and signs, the same in every language.
 */
typedef struct
{
  const char  *key;  /* for programs; never changes */
  char        *what; /* the line's name */
  CorMoney     amount;
  CorEffect    effect;
  CorCertainty certainty;
  char        *why;      /* NULL: nothing to say */
  char        *source;   /* where the figure is from; NULL: calculated */
  char        *formula;  /* how it is calculated; NULL: given */
  CorRounding  rounding; /* of the formula */
} CorExplanationStep;

GPtrArray  *cor_explanation_new (const CorCatalog *catalog, const CorQuoteTerms *terms, const CorQuote *quote) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *cor_explanation_new_us_remittance (const CorQuoteTerms *terms,
                                               const CorQuote      *quote) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_effect_get_key (CorEffect effect);
char       *cor_fee_formula (const CorFeeTariff *tariff,
                             CorTariffPart       part,
                             CorMoney            amount) G_GNUC_WARN_UNUSED_RESULT;

CorExplanationStep *cor_explanation_add (GPtrArray   *steps,
                                         const char  *key,
                                         const char  *what,
                                         CorMoney     amount,
                                         CorEffect    effect,
                                         CorCertainty certainty);
char               *cor_explanation_step_dup_formula (const CorExplanationStep *step) G_GNUC_WARN_UNUSED_RESULT;
void                cor_explanation_step_free (CorExplanationStep *step);

G_END_DECLS
