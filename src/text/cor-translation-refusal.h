/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-glossary.h"

G_BEGIN_DECLS

/* Replies that a machine does not translate: they need a reviewed template in the customer's language. */
typedef enum
{
  COR_TRANSLATION_FREE,
  COR_TRANSLATION_OF_HOLD, /* a compliance hold */
  COR_TRANSLATION_OF_COMPLAINT,
  COR_TRANSLATION_OF_LAW,
  COR_TRANSLATION_OF_FEES,
} CorTranslationRefusal;

CorTranslationRefusal cor_translation_refusal_find (const char        *text,
                                                    const char        *locale,
                                                    const char *const *labels,
                                                    const CorGlossary *glossary);

G_END_DECLS
