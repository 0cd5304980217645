/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fees-draw"

#include "config.h"

#include "cor-fees-draw.h"

#include "cor-style-color.h"

/**
 * cor_fees_set_color:
 * @name: what "@define-color" calls it
 */
void
cor_fees_set_color (GtkWidget  *widget,
                    cairo_t    *cr,
                    const char *name,
                    double      alpha)
{
  GdkRGBA color;

  cor_style_color_lookup (widget, name, &color);
  color.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (cr, &color);
}

/**
 * cor_fees_draw_bar:
 *
 * A filled rectangle with round corners, in the colour that is set.
 */
void
cor_fees_draw_bar (cairo_t *cr,
                   double   x,
                   double   y,
                   double   width,
                   double   height,
                   double   radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/**
 * cor_fees_draw_dashes:
 *
 * A thin dashed line in the colour that is set.
 */
void
cor_fees_draw_dashes (cairo_t *cr,
                      double   x1,
                      double   y1,
                      double   x2,
                      double   y2)
{
  static const double dashes[] = { 3, 2 };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static PangoLayout *
make_layout (GtkWidget  *widget,
             const char *text,
             double      width,
             CorFeesText style)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (style == COR_FEES_TEXT_SMALL || style == COR_FEES_TEXT_SMALL_STRONG)
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  if (style == COR_FEES_TEXT_STRONG || style == COR_FEES_TEXT_SMALL_STRONG)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static void
draw_layout (GtkWidget   *widget,
             cairo_t     *cr,
             PangoLayout *layout,
             double       x,
             double       y,
             const char  *color)
{
  cor_fees_set_color (widget, cr, color, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * cor_fees_draw_text:
 * @center: where its middle is
 * @y: where its top is
 * @width: at most; the rest is left out
 */
void
cor_fees_draw_text (GtkWidget  *widget,
                    cairo_t    *cr,
                    const char *text,
                    double      center,
                    double      y,
                    double      width,
                    CorFeesText style,
                    const char *color)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, width, style);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  draw_layout (widget, cr, layout, center - width / 2, y, color);
}

/**
 * cor_fees_draw_text_start:
 * @x: where it begins; from the other edge of the widget when it runs from right to left
 */
void
cor_fees_draw_text_start (GtkWidget  *widget,
                          cairo_t    *cr,
                          const char *text,
                          double      x,
                          double      y,
                          double      width,
                          CorFeesText style,
                          const char *color)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, width, style);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  pango_layout_set_auto_dir (layout, FALSE);
  draw_layout (widget, cr, layout, is_mirrored ? gtk_widget_get_width (widget) - x - width : x, y, color);
}

/**
 * cor_fees_draw_text_end:
 * @x: where it ends; likewise
 */
void
cor_fees_draw_text_end (GtkWidget  *widget,
                        cairo_t    *cr,
                        const char *text,
                        double      x,
                        double      y,
                        CorFeesText style,
                        const char *color)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, 0, style);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  draw_layout (widget, cr, layout, is_mirrored ? gtk_widget_get_width (widget) - x : x - width, y, color);
}
