/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-decimal.h"

G_BEGIN_DECLS

/*
 * CorRateSeries: rates of every day of business since 1999, made up between the month-end figures that the program
 * carries, which it meets; after the last of them it wanders around it. The same every time, and made of integers
 * alone. Not rates of the ECB: whoever serves them says so.
 */
typedef struct _CorRateSeries CorRateSeries;

CorRateSeries *cor_rate_series_get_default (void);

GPtrArray *cor_rate_series_get_currencies (CorRateSeries *self);
gboolean   cor_rate_series_get_rate (CorRateSeries *self,
                                     guint          currency,
                                     const GDate   *day,
                                     CorDecimal    *rate);
void       cor_rate_series_get_newest (gint64 now,
                                       GDate *day);

G_END_DECLS
