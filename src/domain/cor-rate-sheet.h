/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-decimal.h"

G_BEGIN_DECLS

/* What was published for a currency on a day: units of it for one euro. */
typedef struct
{
  guint32    day; /* Julian, as of GDate */
  char       currency[4];
  CorDecimal rate;
} CorRate;

/*
 * CorRateSheet: publications of euro reference rates, as a file or a service gave them. A currency that is not among the
 * rates of a day had none on it.
 */
typedef struct
{
  GArray  *days;         /* guint32, Julian, ascending, each once */
  GArray  *rates;        /* CorRate, by day, then by currency */
  gboolean is_simulated; /* whoever gave it says that it is no publication of the ECB */
} CorRateSheet;

CorRateSheet *cor_rate_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;
void          cor_rate_sheet_free (CorRateSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorRateSheet, cor_rate_sheet_free)

gboolean      cor_rate_sheet_is_code (const char *text);
void          cor_rate_sheet_add_day (CorRateSheet *self,
                                      const GDate  *day);
gboolean      cor_rate_sheet_add_rate (CorRateSheet *self,
                                       const GDate  *day,
                                       const char   *currency,
                                       const char   *rate,
                                       GError      **error);
gboolean      cor_rate_sheet_sort (CorRateSheet *self,
                                   GError      **error);
CorRateSheet *cor_rate_sheet_parse_month_ends (const char *text,
                                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
