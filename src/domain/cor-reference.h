/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-decimal.h"

G_BEGIN_DECLS

/* Significant digits of a cross rate, for arithmetic (fx.md §3). */
#define COR_REFERENCE_DIGITS 10

/*
 * CorReference: what the ECB published on one day for the two currencies of a pair.
 */
typedef struct
{
  GDate       day;
  CorDecimal  eur_base;  /* base for one euro; the euro itself: 1; zero digits: none that day (N/A) */
  CorDecimal  eur_quote; /* likewise, of the quote currency */
  const char *source;    /* interned: which file or service it is from; NULL: not said */
} CorReference;

gint64   cor_reference_get_published_at (const GDate *day);
gssize   cor_reference_find_on (const CorReference *references,
                                gsize               n_references,
                                const GDate        *day);
gssize   cor_reference_find_before (const CorReference *references,
                                    gsize               n_references,
                                    gint64              moment);
gboolean cor_reference_get_cross (const CorReference *reference,
                                  guint               significant,
                                  CorDecimal         *cross);

/* What a stretch of days comes to; of publications only, and only of those with both legs. */
typedef struct
{
  guint      n_rates; /* 0: nothing below is set */
  GDate      min_day; /* the first one, where several are as low */
  GDate      max_day;
  CorDecimal min; /* %COR_REFERENCE_DIGITS significant digits, like the others */
  CorDecimal max;
  CorDecimal mean; /* of the days, each counted once */
} CorReferenceSummary;

gboolean cor_reference_summarise (const CorReference  *references,
                                  gsize                n_references,
                                  CorReferenceSummary *summary);

G_END_DECLS
