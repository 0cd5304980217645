/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-way-rail"

#include "config.h"

#include "cor-way-rail.h"

#include "cor-style-color.h"

#include <math.h>

/*
 * CorWayRail: the dot of a step and the line to the next one: filled is done, ringed has the money now, hollow is to
 * come. The words beside it say the same, so it is nothing to a screen reader.
 *
 * CSS nodes: corwayrail
 */
struct _CorWayRail
{
  GtkWidget parent_instance;

  CorWayState state;
  gboolean    is_last;
};

G_DEFINE_FINAL_TYPE (CorWayRail, cor_way_rail, GTK_TYPE_WIDGET)

#define WIDTH 20
#define DOT 9   /* diameter */
#define RING 13 /* of the one that has it */
#define DOT_Y 10
#define LINE 2
#define DASH 3

static const char *const names[] = {
  [COR_WAY_DONE] = "cor_way_done",
  [COR_WAY_HOLDER] = "cor_way_holder",
  [COR_WAY_STOPPED] = "cor_late",
  [COR_WAY_TO_COME] = "cor_way_to_come",
};

static void
draw_circle (GtkSnapshot *snapshot, float diameter, float border, const GdkRGBA *color)
{
  GskRoundedRect circle;
  const float    widths[] = { border, border, border, border };
  const GdkRGBA  colors[] = { *color, *color, *color, *color };

  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT ((WIDTH - diameter) / 2, DOT_Y - diameter / 2, diameter, diameter),
                                   diameter / 2);
  gtk_snapshot_append_border (snapshot, &circle, widths, colors);
}

static void
draw_line (CorWayRail *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  float top = DOT_Y + RING / 2.0f + 1;
  float bottom = (float) gtk_widget_get_height (GTK_WIDGET (self)) + DOT_Y - RING / 2.0f - 1;
  float step = self->state == COR_WAY_DONE ? bottom - top : DASH;

  for (float y = top; y < bottom; y += step * 2)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT ((WIDTH - LINE) / 2.0f, y, LINE, fminf (step, bottom - y)));
}

static void
cor_way_rail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorWayRail *self = COR_WAY_RAIL (widget);
  GdkRGBA     color;

  cor_style_color_lookup (widget, names[self->state], &color);
  if (!self->is_last)
    draw_line (self, snapshot, &color);
  if (self->state == COR_WAY_TO_COME)
    draw_circle (snapshot, DOT, 1.5f, &color);
  else
    draw_circle (snapshot, DOT, DOT / 2.0f, &color);
  if (self->state == COR_WAY_HOLDER)
    {
      color.alpha *= 0.5f;
      draw_circle (snapshot, RING + 2, 2, &color);
    }
}

static void
cor_way_rail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : DOT_Y + RING;
}

static void
cor_way_rail_class_init (CorWayRailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = cor_way_rail_snapshot;
  widget_class->measure = cor_way_rail_measure;
  gtk_widget_class_set_css_name (widget_class, "corwayrail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cor_way_rail_init (CorWayRail *self)
{
}

/**
 * cor_way_rail_new:
 * @is_last: no line goes on from it
 *
 * Returns: (transfer floating)
 */
GtkWidget *
cor_way_rail_new (CorWayState state, gboolean is_last)
{
  CorWayRail *self = g_object_new (COR_TYPE_WAY_RAIL, NULL);

  self->state = state;
  self->is_last = is_last;
  return GTK_WIDGET (self);
}
