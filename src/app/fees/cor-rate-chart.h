/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-rate-history.h"

G_BEGIN_DECLS

#define COR_TYPE_RATE_CHART (cor_rate_chart_get_type ())
G_DECLARE_FINAL_TYPE (CorRateChart, cor_rate_chart, COR, RATE_CHART, GtkWidget)

GtkWidget *cor_rate_chart_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_rate_chart_set_history (CorRateChart *self, CorRateHistory *history);
void       cor_rate_chart_set_mark (CorRateChart *self, const GDate *day, const CorDecimal *rate);
void       cor_rate_chart_step (CorRateChart *self, int step);
int        cor_rate_chart_get_place (CorRateChart *self);
void       cor_rate_chart_draw (CorRateChart *self, cairo_t *cr, int width, int height);
char      *cor_rate_format_short (CorDecimal rate) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
