/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-waterfall"

#include "config.h"

#include "cor-waterfall.h"

#include "cor-amount.h"
#include "cor-fees-draw.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * CorWaterfall: from what is paid to what arrives, as bars: standing side by side where there is room, lying below each other
 * where there is not. A foot that is cut off is drawn as such.
 *
 * CSS nodes: corwaterfall. Accessibility: an image, whose description says every bar.
 */
struct _CorWaterfall
{
  GtkWidget parent_instance;

  GPtrArray *bars; /* owned, of CorQuoteBar; NULL: nothing to show */
  double     base;
};

G_DEFINE_FINAL_TYPE (CorWaterfall, cor_waterfall, GTK_TYPE_WIDGET)

/* A standing bar has at least this much for itself and its words. */
#define BAR_SPACE 84
#define BAR_WIDTH 54
#define AMOUNT_OVER 24
#define STANDING_HEIGHT 336
#define HEAD_HEIGHT 46
#define FOOT_HEIGHT 26
#define RULE 3

/* Lying: a line of words over a rule, and often a small line below. */
#define ROW_HEIGHT 40
#define LYING_HEIGHT 7

/* What nobody knows has no height: among standing bars it would be a gap. */
static guint
count_standing (CorWaterfall *self)
{
  guint n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    n += ((const CorQuoteBar *) self->bars->pdata[i])->kind != COR_BAR_UNKNOWN;
  return n;
}

static gboolean
is_standing (CorWaterfall *self,
             int           width)
{
  return self->bars != NULL && width >= (int) count_standing (self) * BAR_SPACE;
}

static const char *
get_color (const CorQuoteBar *bar)
{
  switch (bar->kind)
    {
    case COR_BAR_TAKEN:
    case COR_BAR_UNKNOWN:
      return "cor_taken";
    case COR_BAR_RESULT:
      return "cor_main";
    case COR_BAR_SUBTOTAL:
      return "cor_subtotal";
    case COR_BAR_TOTAL:
    default:
      return "cor_total";
    }
}

static double
get_top (CorWaterfall *self)
{
  double top = self->base;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const CorQuoteBar *bar = self->bars->pdata[i];

      top = MAX (top, MAX (bar->from, bar->to));
    }
  return top > self->base ? top : self->base + 1;
}

/* The share of the picture's height at which a level lies; the foot is at 0. */
static double
get_share (CorWaterfall *self,
           double        level)
{
  return CLAMP ((level - self->base) / (get_top (self) - self->base), 0, 1);
}

/* A white zigzag: here the axis was cut. */
static void
draw_cut (CorWaterfall *self,
          cairo_t      *cr,
          double        x,
          double        y,
          double        width)
{
  const int n = 6;

  cor_fees_set_color (GTK_WIDGET (self), cr, "cor_cut", 1);
  cairo_set_line_width (cr, 3);
  cairo_move_to (cr, x, y);
  for (int i = 1; i <= n; i++)
    cairo_line_to (cr, x + width * i / n, y + (i % 2 ? -5 : 0));
  cairo_stroke (cr);
}

static void
draw_standing_words (CorWaterfall      *self,
                     cairo_t           *cr,
                     const CorQuoteBar *bar,
                     double             center,
                     double             top,
                     double             height,
                     double             space)
{
  gboolean    is_taken = bar->kind == COR_BAR_TAKEN;
  const char *ink = is_taken ? "cor_taken_ink" : bar->kind == COR_BAR_RESULT ? "accent_color"
                                                                             : "view_fg_color";
  double      line = bar->detail != NULL ? 15 : 0;
  double      wide = space + AMOUNT_OVER; /* its neighbours stand higher or lower */
  double      middle = CLAMP (center, wide / 2, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - wide / 2, wide / 2));

  cor_fees_draw_text (GTK_WIDGET (self), cr, bar->amount, middle, top - line - 19, wide, COR_FEES_TEXT_STRONG, ink);
  if (bar->detail != NULL)
    cor_fees_draw_text (GTK_WIDGET (self), cr, bar->detail, center, top - 17, space, COR_FEES_TEXT_SMALL, "cor_quiet");
  cor_fees_draw_text (GTK_WIDGET (self), cr, bar->label, center, height - FOOT_HEIGHT + 6, space,
                      bar->kind == COR_BAR_RESULT ? COR_FEES_TEXT_SMALL_STRONG : COR_FEES_TEXT_SMALL, "view_fg_color");
}

/* One bar between two levels, and the dashes to the next one. */
static void
draw_standing_bar (CorWaterfall      *self,
                   cairo_t           *cr,
                   const CorQuoteBar *bar,
                   double             center,
                   double             space,
                   int                height)
{
  double   field = height - HEAD_HEIGHT - FOOT_HEIGHT;
  double   ground = height - FOOT_HEIGHT;
  double   start = center - BAR_WIDTH / 2.0;
  double   high = ground - field * get_share (self, MAX (bar->from, bar->to));
  double   end = ground - field * get_share (self, bar->to);
  gboolean is_whole = bar->kind != COR_BAR_TAKEN;
  double   low = is_whole ? ground : ground - field * get_share (self, MIN (bar->from, bar->to));

  cor_fees_set_color (GTK_WIDGET (self), cr, get_color (bar), 1);
  cor_fees_draw_bar (cr, start, high, BAR_WIDTH, MAX (low - high, 2), RULE);
  if (is_whole && self->base > 0)
    draw_cut (self, cr, start, ground - 14, BAR_WIDTH);
  if (bar->kind != COR_BAR_RESULT)
    {
      cor_fees_set_color (GTK_WIDGET (self), cr, "view_fg_color", 0.3);
      cor_fees_draw_dashes (cr, start + BAR_WIDTH, end, start + space, end);
    }
  draw_standing_words (self, cr, bar, center, high, height, space - 2);
}

static void
draw_standing (CorWaterfall *self,
               cairo_t      *cr,
               int           width,
               int           height)
{
  double space = (double) width / count_standing (self);
  guint  n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const CorQuoteBar *bar = self->bars->pdata[i];

      if (bar->kind != COR_BAR_UNKNOWN)
        draw_standing_bar (self, cr, bar, space * (n++ + 0.5), space, height);
    }
  cor_fees_set_color (GTK_WIDGET (self), cr, "view_fg_color", 0.2);
  cairo_rectangle (cr, 0, height - FOOT_HEIGHT, width, 1);
  cairo_fill (cr);
}

static void
draw_lying_words (CorWaterfall      *self,
                  cairo_t           *cr,
                  const CorQuoteBar *bar,
                  double             y,
                  int                width)
{
  gboolean         is_sum = bar->kind != COR_BAR_TAKEN && bar->kind != COR_BAR_UNKNOWN;
  CorFeesText      style = is_sum ? COR_FEES_TEXT_STRONG : COR_FEES_TEXT_PLAIN;
  g_autofree char *label = NULL;

  /* Translators: what is taken, and a word about it such as "estimate" */
  label = bar->detail != NULL ? g_strdup_printf (C_ ("bar", "%s, %s"), bar->label, bar->detail) : g_strdup (bar->label);
  cor_fees_draw_text_start (GTK_WIDGET (self), cr, label, 0, y, width * 0.62, style, "view_fg_color");
  cor_fees_draw_text_end (GTK_WIDGET (self), cr, bar->amount, width, y, style, bar->kind == COR_BAR_UNKNOWN ? "cor_quiet" : "view_fg_color");
}

static void
draw_lying (CorWaterfall *self,
            cairo_t      *cr,
            int           width)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const CorQuoteBar *bar = self->bars->pdata[i];
      double             y = i * ROW_HEIGHT;
      gboolean           is_whole = bar->kind != COR_BAR_TAKEN && bar->kind != COR_BAR_UNKNOWN;
      double             start = is_whole ? 0 : width * get_share (self, MIN (bar->from, bar->to));
      double             end = width * get_share (self, MAX (bar->from, bar->to));

      draw_lying_words (self, cr, bar, y, width);
      cor_fees_set_color (GTK_WIDGET (self), cr, "view_fg_color", 0.08);
      cor_fees_draw_bar (cr, 0, y + 23, width, LYING_HEIGHT, RULE);
      if (bar->kind == COR_BAR_UNKNOWN)
        continue;
      cor_fees_set_color (GTK_WIDGET (self), cr, get_color (bar), 1);
      cor_fees_draw_bar (cr, is_mirrored ? width - end : start, y + 23, MAX (end - start, 2), LYING_HEIGHT, RULE);
    }
}

static void
cor_waterfall_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  CorWaterfall *self = COR_WATERFALL (widget);
  int           width = gtk_widget_get_width (widget);
  int           height = gtk_widget_get_height (widget);
  cairo_t      *cr = NULL;

  if (self->bars == NULL || width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (is_standing (self, width))
    draw_standing (self, cr, width, height);
  else
    draw_lying (self, cr, width);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
cor_waterfall_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cor_waterfall_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  CorWaterfall *self = COR_WATERFALL (widget);
  guint         n_bars = self->bars != NULL ? self->bars->len : 0;

  *minimum = *natural = 200;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = is_standing (self, for_size) ? STANDING_HEIGHT : MAX ((int) n_bars * ROW_HEIGHT - 8, 0);
}

static void
cor_waterfall_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cor_waterfall_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
cor_waterfall_finalize (GObject *object)
{
  g_clear_pointer (&COR_WATERFALL (object)->bars, g_ptr_array_unref);

  G_OBJECT_CLASS (cor_waterfall_parent_class)->finalize (object);
}

static void
cor_waterfall_class_init (CorWaterfallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cor_waterfall_finalize;
  widget_class->snapshot = cor_waterfall_snapshot;
  widget_class->measure = cor_waterfall_measure;
  widget_class->get_request_mode = cor_waterfall_get_request_mode;
  widget_class->css_changed = cor_waterfall_css_changed;

  gtk_widget_class_set_css_name (widget_class, "corwaterfall");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cor_waterfall_init (CorWaterfall *self)
{
}

/**
 * cor_waterfall_new:
 *
 * Returns: (transfer floating): an empty one
 */
GtkWidget *
cor_waterfall_new (void)
{
  return g_object_new (COR_TYPE_WATERFALL, NULL);
}

static void
describe (CorWaterfall *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; self->bars != NULL && i < self->bars->len; i++)
    {
      const CorQuoteBar *bar = self->bars->pdata[i];

      g_string_append_printf (words, "%s%s: %s", i > 0 ? "; " : "", bar->label, bar->amount);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("From sent to received"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
}

/**
 * cor_waterfall_set_quote:
 * @terms: (nullable): %NULL: nothing to show
 * @quote: (nullable): of these terms
 */
void
cor_waterfall_set_quote (CorWaterfall        *self,
                         const CorQuoteTerms *terms,
                         const CorQuote      *quote)
{
  g_return_if_fail (COR_IS_WATERFALL (self));

  g_clear_pointer (&self->bars, g_ptr_array_unref);
  if (terms != NULL)
    {
      self->bars = cor_quote_bars_new (terms, quote, cor_amount_get_user_locale ());
      self->base = cor_quote_bars_get_base (self->bars);
    }
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cor_waterfall_get_base:
 *
 * Returns: the level at which the bars are cut, in units of the receive currency; 0: they are whole
 */
double
cor_waterfall_get_base (CorWaterfall *self)
{
  g_return_val_if_fail (COR_IS_WATERFALL (self), 0);

  return self->bars != NULL ? self->base : 0;
}
