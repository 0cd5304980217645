/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-rate-history.h"

G_BEGIN_DECLS

/* Where levels and days are in a picture, and how they are drawn. */
typedef struct
{
  double  x, y, width, height;
  double  low, high;
  guint32 first_day, last_day;
} CorRatePlot;

void   cor_rate_plot_init (CorRatePlot *plot, const CorRatePoint *points, guint n_points, const CorDecimal *mark, int width, int height);
double cor_rate_plot_get_x (const CorRatePlot *plot, guint32 day);
double cor_rate_plot_get_y (const CorRatePlot *plot, double level);
void   cor_rate_plot_draw_axes (GtkWidget *widget, cairo_t *cr, const CorRatePlot *plot);
void   cor_rate_plot_draw_line (GtkWidget *widget, cairo_t *cr, const CorRatePlot *plot, const CorRatePoint *points, guint n_points);
void   cor_rate_plot_draw_dot (GtkWidget *widget, cairo_t *cr, double x, double y, const char *color);
char  *cor_rate_plot_format_day (guint32 day, const char *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
