/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Unsigned numbers of 256 bits, least significant limb first: the digits below CorExact. Each function
 * that can overflow says so, and leaves its result undefined then. */

#define COR_WIDE_LIMBS 4

int      cor_wide_compare (const guint64 *a,
                           const guint64 *b);
gboolean cor_wide_is_zero (const guint64 *a);
guint    cor_wide_count_bits (const guint64 *a);
gboolean cor_wide_add (guint64       *sum,
                       const guint64 *a,
                       const guint64 *b);
void     cor_wide_subtract (guint64       *difference,
                            const guint64 *a,
                            const guint64 *b);
gboolean cor_wide_multiply (guint64       *product,
                            const guint64 *a,
                            const guint64 *b);
gboolean cor_wide_shift_decimal (guint64 *a,
                                 guint    places);
void     cor_wide_divide (guint64       *quotient,
                          guint64       *remainder,
                          const guint64 *numerator,
                          const guint64 *denominator);

G_END_DECLS
