/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-catalog.h"
#include "cor-fee-schedule.h"
#include "cor-reference.h"

G_BEGIN_DECLS

/* A reference rate that is older than this many days of business says so. */
#define COR_RATE_FRESH_DAYS 1

void     cor_quote_reference_day (const GDate *date, gint64 now, GDate *day);
gboolean cor_quote_price (const CorFeeSchedule *schedule, const CorFeeRequest *request, const CorReference *reference, CorDecimal rate, CorQuoteTerms *terms, GError **error);
gboolean cor_quote_parse_rate (const char *text, CorDecimal *rate, GError **error);

const char *cor_rate_source_get_text (const char *source);
char       *cor_reference_dup_source (const CorReference *reference, const CorCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;
guint       cor_reference_get_age (const CorReference *reference, const GDate *day);

G_END_DECLS
