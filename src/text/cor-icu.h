/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

/* What the files of this layer share of ICU; not for other layers. */

typedef enum
{
  COR_ICU_TRADITIONAL_TO_SIMPLIFIED,
  COR_ICU_SIMPLIFIED_TO_TRADITIONAL,
  COR_ICU_N_CONVERSIONS,
} CorIcuConversion;

UChar *cor_icu_from_utf8 (const char *text,
                          gsize       len,
                          int32_t    *n_units) G_GNUC_WARN_UNUSED_RESULT;
char  *cor_icu_to_utf8 (const UChar *units,
                        int32_t      n_units) G_GNUC_WARN_UNUSED_RESULT;
UChar *cor_icu_convert_han (CorIcuConversion conversion,
                            const UChar     *units,
                            int32_t         *n_units) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
