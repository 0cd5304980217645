/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-rate-plot"

#include "config.h"

#include "cor-rate-plot.h"

#include "cor-amount.h"
#include "cor-fees-draw.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEFT 52
#define FOOT 24
#define HEAD 10
#define N_GRID 5

/**
 * cor_rate_plot_init:
 * @plot: (out)
 * @n_points: at least one
 * @mark: (nullable): a rate that has to be on it too
 */
void
cor_rate_plot_init (CorRatePlot        *plot,
                    const CorRatePoint *points,
                    guint               n_points,
                    const CorDecimal   *mark,
                    int                 width,
                    int                 height)
{
  double space;

  *plot = (CorRatePlot){ LEFT, HEAD, MAX (width - LEFT - 6, 1), MAX (height - HEAD - FOOT, 1), G_MAXDOUBLE, 0, points[0].day, points[n_points - 1].day };
  for (guint i = 0; i < n_points; i++)
    {
      plot->low = MIN (plot->low, points[i].level);
      plot->high = MAX (plot->high, points[i].level);
    }
  if (mark != NULL)
    {
      plot->low = MIN (plot->low, cor_decimal_approximate (*mark));
      plot->high = MAX (plot->high, cor_decimal_approximate (*mark));
    }
  space = plot->high > plot->low ? (plot->high - plot->low) * 0.08 : MAX (plot->high * 0.01, 1e-9);
  plot->low -= space;
  plot->high += space;
}

/* Where a day is. */
double
cor_rate_plot_get_x (const CorRatePlot *plot,
                     guint32            day)
{
  guint32 days = MAX (plot->last_day - plot->first_day, 1);

  return plot->x + plot->width * ((double) day - plot->first_day) / days;
}

/* Where a level is. */
double
cor_rate_plot_get_y (const CorRatePlot *plot,
                     double             level)
{
  return plot->y + plot->height * (plot->high - level) / (plot->high - plot->low);
}

/* A step of 1, 2 or 5 times a power of ten that gives about N_GRID lines. */
static double
get_step (const CorRatePlot *plot)
{
  double rough = (plot->high - plot->low) / N_GRID;
  double power = pow (10, floor (log10 (rough)));
  double share = rough / power;

  return power * (share < 1.5 ? 1 : share < 3.5 ? 2
                                  : share < 7.5 ? 5
                                                : 10);
}

static char *
format_level (double level,
              double step)
{
  guint      scale = (guint) CLAMP (ceil (-log10 (step) - 1e-9), 0, 9);
  CorDecimal decimal = { (gint64) llround (level * pow (10, scale)), scale };

  return cor_amount_format_number (decimal, cor_amount_get_user_locale ());
}

static void
draw_grid (GtkWidget         *widget,
           cairo_t           *cr,
           const CorRatePlot *plot)
{
  double step = get_step (plot);

  for (double level = ceil (plot->low / step) * step; level <= plot->high; level += step)
    {
      g_autofree char *label = format_level (level, step);
      double           y = floor (cor_rate_plot_get_y (plot, level)) + 0.5;

      cor_fees_set_color (widget, cr, "view_fg_color", 0.1);
      cairo_rectangle (cr, plot->x, y, plot->width, 1);
      cairo_fill (cr);
      cor_fees_draw_text (widget, cr, label, plot->x / 2 - 2, y - 8, plot->x - 4, COR_FEES_TEXT_SMALL, "cor_quiet");
    }
}

/**
 * cor_rate_plot_format_day:
 * @day: Julian
 * @format: as g_date_time_format() takes it
 *
 * Returns: (transfer full): the day
 */
char *
cor_rate_plot_format_day (guint32     day,
                          const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  return g_date_time_format (time, format);
}

static void
draw_days (GtkWidget         *widget,
           cairo_t           *cr,
           const CorRatePlot *plot)
{
  guint32 days = plot->last_day - plot->first_day;
  guint   n = (guint) CLAMP (plot->width / 110, 1, 6);
  /* Translators: days, months and years under a chart, as g_date_time_format() has them */
  const char *format = days > 5 * 365 ? _ ("%Y") : days > 300 ? _ ("%b %Y")
                                                              : _ ("%-d %b");

  for (guint i = 0; i <= n; i++)
    {
      guint32          day = plot->first_day + days * i / n;
      g_autofree char *label = cor_rate_plot_format_day (day, format);
      double           x = CLAMP (cor_rate_plot_get_x (plot, day), plot->x + 24, plot->x + plot->width - 30);

      if (days == 0 && i > 0)
        break;
      cor_fees_draw_text (widget, cr, label, x, plot->y + plot->height + 6, 90, COR_FEES_TEXT_SMALL, "cor_quiet");
    }
}

/**
 * cor_rate_plot_draw_axes:
 *
 * Lines of levels and the days below them.
 */
void
cor_rate_plot_draw_axes (GtkWidget *widget, cairo_t *cr, const CorRatePlot *plot)
{
  draw_grid (widget, cr, plot);
  draw_days (widget, cr, plot);
}

static void
trace_line (cairo_t           *cr,
            const CorRatePlot *plot,
            const GArray      *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const CorRateColumn *column = &g_array_index (columns, CorRateColumn, i);
      double               x = cor_rate_plot_get_x (plot, column->day);

      cairo_line_to (cr, x, cor_rate_plot_get_y (plot, column->first));
      if (column->low < MIN (column->first, column->last) || column->high > MAX (column->first, column->last))
        {
          cairo_line_to (cr, x, cor_rate_plot_get_y (plot, column->high));
          cairo_line_to (cr, x, cor_rate_plot_get_y (plot, column->low));
        }
      cairo_line_to (cr, x, cor_rate_plot_get_y (plot, column->last));
    }
}

/* More rates than pixels: a box for every column of pixels, from its lowest to its highest and on to the one before. A line through
 * thousands of points that cross each other takes cairo three times as long, and looks the same. */
static void
draw_dense (GtkWidget         *widget,
            cairo_t           *cr,
            const CorRatePlot *plot,
            const GArray      *columns)
{
  double last = g_array_index (columns, CorRateColumn, 0).first;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < columns->len; i++)
        {
          const CorRateColumn *column = &g_array_index (columns, CorRateColumn, i);
          double               x = floor (cor_rate_plot_get_x (plot, column->day));
          double               next = i + 1 < columns->len ? floor (cor_rate_plot_get_x (plot, column[1].day)) : x + 1;
          double               top = floor (cor_rate_plot_get_y (plot, MAX (column->high, last)));
          double               end = ceil (cor_rate_plot_get_y (plot, MIN (column->low, last)));

          if (pass == 0)
            cairo_rectangle (cr, x, top, MAX (next - x, 1), plot->y + plot->height - top);
          else
            cairo_rectangle (cr, x, top, MAX (next - x, 1), MAX (end - top, 1));
          last = column->last;
        }
      cor_fees_set_color (widget, cr, pass == 0 ? "accent_bg_color" : "accent_color", pass == 0 ? 0.12 : 1);
      cairo_fill (cr);
      last = g_array_index (columns, CorRateColumn, 0).first;
    }
  cairo_restore (cr);
}

/**
 * cor_rate_plot_draw_line:
 *
 * The rates, and a tint below them.
 */
void
cor_rate_plot_draw_line (GtkWidget          *widget,
                         cairo_t            *cr,
                         const CorRatePlot  *plot,
                         const CorRatePoint *points,
                         guint               n_points)
{
  g_autoptr (GArray) columns = cor_rate_points_thin (points, n_points, (guint) plot->width);

  cairo_new_path (cr);
  if (n_points > plot->width)
    {
      draw_dense (widget, cr, plot, columns);
      return;
    }
  trace_line (cr, plot, columns);
  cairo_line_to (cr, cor_rate_plot_get_x (plot, plot->last_day), plot->y + plot->height);
  cairo_line_to (cr, plot->x, plot->y + plot->height);
  cairo_close_path (cr);
  cor_fees_set_color (widget, cr, "accent_bg_color", 0.12);
  cairo_fill (cr);

  trace_line (cr, plot, columns);
  cor_fees_set_color (widget, cr, "accent_color", 1);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/**
 * cor_rate_plot_draw_dot:
 * @color: what "@define-color" calls it
 */
void
cor_rate_plot_draw_dot (GtkWidget  *widget,
                        cairo_t    *cr,
                        double      x,
                        double      y,
                        const char *color)
{
  cor_fees_set_color (widget, cr, "cor_cut", 1);
  cairo_arc (cr, x, y, 6, 0, 2 * G_PI);
  cairo_fill (cr);
  cor_fees_set_color (widget, cr, color, 1);
  cairo_arc (cr, x, y, 4.5, 0, 2 * G_PI);
  cairo_fill (cr);
}
