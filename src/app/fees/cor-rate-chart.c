/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-rate-chart"

#include "config.h"

#include "cor-rate-chart.h"

#include "cor-amount.h"
#include "cor-fees-draw.h"
#include "cor-rate-plot.h"

#include <glib/gi18n-lib.h>

/*
 * CorRateChart: the reference rates of a pair as a line. The pointer or the arrow keys put a crosshair on a day, Home and End on the
 * ends; the rate that we applied is marked on its day.
 *
 * CSS nodes: corratechart. Accessibility: a slider over the days, whose text is the day with its rate.
 */
struct _CorRateChart
{
  GtkWidget parent_instance;

  CorRateHistory *history; /* owned, or NULL */
  GDate           mark_day;
  CorDecimal      mark_rate;
  gboolean        has_mark;
  int             place; /* of the crosshair in the points; -1: there is none */
};

G_DEFINE_FINAL_TYPE (CorRateChart, cor_rate_chart, GTK_TYPE_WIDGET)

#define HEIGHT 230

/* A rate of today may stand at the end of a line that ends before a long weekend. */
#define NEAR_DAYS 7

/* The rate that we applied, unless its day has nothing to do with those that are shown. */
static const CorDecimal *
get_mark (CorRateChart       *self,
          const CorRatePoint *points,
          guint               n_points)
{
  guint32 day = self->has_mark ? g_date_get_julian (&self->mark_day) : 0;

  return self->has_mark && day >= points[0].day && day <= points[n_points - 1].day + NEAR_DAYS ? &self->mark_rate : NULL;
}

static void
draw_mark (CorRateChart      *self,
           cairo_t           *cr,
           const CorRatePlot *plot)
{
  double x = CLAMP (cor_rate_plot_get_x (plot, g_date_get_julian (&self->mark_day)), plot->x, plot->x + plot->width);

  cor_fees_set_color (GTK_WIDGET (self), cr, "view_fg_color", 0.45);
  cor_fees_draw_dashes (cr, x, plot->y, x, plot->y + plot->height);
  cor_rate_plot_draw_dot (GTK_WIDGET (self), cr, x, cor_rate_plot_get_y (plot, cor_decimal_approximate (self->mark_rate)), "cor_own_rate");
}

static char *
dup_place_words (CorRateChart       *self,
                 const CorRatePoint *point)
{
  /* Translators: a day with its year, as g_date_time_format() has it */
  g_autofree char *day = cor_rate_plot_format_day (point->day, _ ("%-d %B %Y"));
  g_autofree char *rate = cor_rate_format_short (point->rate);

  /* Translators: a day and the rate that was published on it */
  return g_strdup_printf (C_ ("rate of a day", "%s: %s"), day, rate);
}

static void
draw_crosshair (CorRateChart       *self,
                cairo_t            *cr,
                const CorRatePlot  *plot,
                const CorRatePoint *point)
{
  g_autofree char *words = dup_place_words (self, point);
  double           x = cor_rate_plot_get_x (plot, point->day);
  double           center = CLAMP (x, plot->x + 92, MAX (plot->x + plot->width - 92, plot->x + 92));

  cor_fees_set_color (GTK_WIDGET (self), cr, "view_fg_color", 0.5);
  cor_fees_draw_dashes (cr, x, plot->y, x, plot->y + plot->height);
  cor_rate_plot_draw_dot (GTK_WIDGET (self), cr, x, cor_rate_plot_get_y (plot, point->level), "accent_color");
  cor_fees_set_color (GTK_WIDGET (self), cr, "cor_tip", 1);
  cor_fees_draw_bar (cr, center - 90, plot->y, 180, 26, 7);
  cor_fees_draw_text (GTK_WIDGET (self), cr, words, center, plot->y + 4, 174, COR_FEES_TEXT_SMALL_STRONG, "view_fg_color");
}

/**
 * cor_rate_chart_draw:
 *
 * For the widget, and for what measures how long it takes.
 */
void
cor_rate_chart_draw (CorRateChart *self,
                     cairo_t      *cr,
                     int           width,
                     int           height)
{
  const CorRatePoint *points = NULL;
  guint               n_points = 0;
  CorRatePlot         plot;

  if (self->history != NULL)
    points = cor_rate_history_get_points (self->history, &n_points);
  if (n_points == 0)
    {
      cor_fees_draw_text (GTK_WIDGET (self), cr, _ ("No reference rates of these days are here."), width / 2.0, height / 2.0 - 10, width,
                          COR_FEES_TEXT_PLAIN, "cor_quiet");
      return;
    }
  cor_rate_plot_init (&plot, points, n_points, get_mark (self, points, n_points), width, height);
  cor_rate_plot_draw_axes (GTK_WIDGET (self), cr, &plot);
  cor_rate_plot_draw_line (GTK_WIDGET (self), cr, &plot, points, n_points);
  if (get_mark (self, points, n_points) != NULL)
    draw_mark (self, cr, &plot);
  if (self->place >= 0 && self->place < (int) n_points)
    draw_crosshair (self, cr, &plot, &points[self->place]);
}

static void
cor_rate_chart_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  int      width = gtk_widget_get_width (widget);
  int      height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cor_rate_chart_draw (COR_RATE_CHART (widget), cr, width, height);
  cairo_destroy (cr);
}

static void
set_place (CorRateChart *self,
           int           place)
{
  const CorRatePoint *points = NULL;
  guint               n_points = 0;
  g_autofree char    *words = NULL;

  if (self->history != NULL)
    points = cor_rate_history_get_points (self->history, &n_points);
  self->place = n_points > 0 ? CLAMP (place, -1, (int) n_points - 1) : -1;
  words = self->place >= 0 ? dup_place_words (self, &points[self->place]) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) MAX ((int) n_points - 1, 0), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) MAX (self->place, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (CorRateChart *self,
           double        x,
           double        y)
{
  const CorRatePoint *points = NULL;
  guint               n_points = 0;
  CorRatePlot         plot;
  double              share;

  if (self->history != NULL)
    points = cor_rate_history_get_points (self->history, &n_points);
  if (n_points == 0)
    return;
  cor_rate_plot_init (&plot, points, n_points, get_mark (self, points, n_points), gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)));
  share = CLAMP ((x - plot.x) / plot.width, 0, 1);
  set_place (self, cor_rate_points_find (points, n_points, plot.first_day + (guint32) (share * (plot.last_day - plot.first_day) + 0.5)));
}

static void
on_leave (CorRateChart *self)
{
  set_place (self, -1);
}

static gboolean
on_step (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   unused)
{
  cor_rate_chart_step (COR_RATE_CHART (widget), g_variant_get_int32 (arguments));
  return TRUE;
}

static void
on_history_changed (CorRateChart *self)
{
  set_place (self, -1);
}

static void
cor_rate_chart_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : HEIGHT;
}

static void
cor_rate_chart_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cor_rate_chart_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
cor_rate_chart_dispose (GObject *object)
{
  g_clear_object (&COR_RATE_CHART (object)->history);

  G_OBJECT_CLASS (cor_rate_chart_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   step;
  } keys[] = { { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Page_Up, -20 }, { GDK_KEY_Page_Down, 20 }, { GDK_KEY_Home, -G_MAXINT32 }, { GDK_KEY_End, G_MAXINT32 } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, on_step, "i", keys[i].step);
}

static void
cor_rate_chart_class_init (CorRateChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_rate_chart_dispose;
  widget_class->snapshot = cor_rate_chart_snapshot;
  widget_class->measure = cor_rate_chart_measure;
  widget_class->css_changed = cor_rate_chart_css_changed;
  add_keys (widget_class);

  gtk_widget_class_set_css_name (widget_class, "corratechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
cor_rate_chart_init (CorRateChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->place = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reference rates, a day at a time with the arrow keys"), -1);
}

/**
 * cor_rate_chart_new:
 *
 * Returns: (transfer floating): without rates
 */
GtkWidget *
cor_rate_chart_new (void)
{
  return g_object_new (COR_TYPE_RATE_CHART, NULL);
}

/**
 * cor_rate_chart_set_history:
 * @history: (transfer none): what is drawn, and followed
 */
void
cor_rate_chart_set_history (CorRateChart   *self,
                            CorRateHistory *history)
{
  g_return_if_fail (COR_IS_RATE_CHART (self));

  if (g_set_object (&self->history, history))
    g_signal_connect_object (history, "changed", G_CALLBACK (on_history_changed), self, G_CONNECT_SWAPPED);
}

/**
 * cor_rate_chart_set_mark:
 * @day: (nullable): %NULL: no mark
 * @rate: (nullable): that we applied on it
 */
void
cor_rate_chart_set_mark (CorRateChart     *self,
                         const GDate      *day,
                         const CorDecimal *rate)
{
  g_return_if_fail (COR_IS_RATE_CHART (self));

  self->has_mark = day != NULL && rate != NULL;
  if (self->has_mark)
    {
      self->mark_day = *day;
      self->mark_rate = *rate;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cor_rate_chart_step:
 * @step: how many publications the crosshair goes on; %G_MAXINT32 in either direction: to that end
 *
 * The first step puts it on the newest one.
 */
void
cor_rate_chart_step (CorRateChart *self,
                     int           step)
{
  guint n_points = 0;

  g_return_if_fail (COR_IS_RATE_CHART (self));

  if (self->history != NULL)
    cor_rate_history_get_points (self->history, &n_points);
  if (ABS (step) == G_MAXINT32)
    set_place (self, step < 0 ? 0 : (int) n_points - 1);
  else
    set_place (self, self->place < 0 ? (int) n_points - 1 : MAX (self->place + step, 0));
}

/**
 * cor_rate_chart_get_place:
 *
 * Returns: the point under the crosshair; -1: there is none
 */
int
cor_rate_chart_get_place (CorRateChart *self)
{
  g_return_val_if_fail (COR_IS_RATE_CHART (self), -1);

  return self->place;
}

/**
 * cor_rate_format_short:
 *
 * Returns: (transfer full): @rate as people read rates: six digits at most (fx.md §3)
 */
char *
cor_rate_format_short (CorDecimal rate)
{
  CorDecimal shown = rate;

  cor_decimal_divide (rate, COR_DECIMAL_ONE, 6, COR_ROUNDING_HALF_UP, &shown);
  return cor_amount_format_number (shown, cor_amount_get_user_locale ());
}
