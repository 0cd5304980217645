/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-dots"

#include "config.h"

#include "cor-dots.h"

#include <adwaita.h>

/*
 * CorDots: the labels of a conversation as dots: one widget for all, since every row has it. What they
 * mean is said in the row's accessible name and tooltip.
 *
 * CSS nodes: cordots
 */
struct _CorDots
{
  GtkWidget parent_instance;

  CorHue hues[COR_DOTS_MAX];
  guint  n;
};

#define DIAMETER 8
#define PITCH 11

G_DEFINE_FINAL_TYPE (CorDots, cor_dots, GTK_TYPE_WIDGET)

/* The hue with 22 % of the text's colour, as .cor-dot in style.css: a node has one colour only. */
static GdkRGBA
get_color (CorHue hue, gboolean dark)
{
  guint32 rgb = cor_hue_get_rgb (hue);
  float   ink = dark ? 0.22f : 0.0f;

  return (GdkRGBA){
    .red = (float) (rgb >> 16 & 0xff) / 255.0f * 0.78f + ink,
    .green = (float) (rgb >> 8 & 0xff) / 255.0f * 0.78f + ink,
    .blue = (float) (rgb & 0xff) / 255.0f * 0.78f + ink,
    .alpha = 1.0f,
  };
}

static void
cor_dots_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  CorDots *self = COR_DOTS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->n == 0 ? 0 : (int) self->n * PITCH - (PITCH - DIAMETER);
  else
    *minimum = *natural = DIAMETER;
}

static void
cor_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorDots *self = COR_DOTS (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  float    top = ((float) gtk_widget_get_height (widget) - DIAMETER) / 2.0f;

  for (guint i = 0; i < self->n; i++)
    {
      graphene_rect_t box = GRAPHENE_RECT_INIT ((float) i * PITCH, top, DIAMETER, DIAMETER);
      GdkRGBA         color = get_color (self->hues[i], dark);
      GskRoundedRect  circle;

      gsk_rounded_rect_init_from_rect (&circle, &box, DIAMETER / 2.0f);
      gtk_snapshot_push_rounded_clip (snapshot, &circle);
      gtk_snapshot_append_color (snapshot, &color, &box);
      gtk_snapshot_pop (snapshot);
    }
}

static void
cor_dots_class_init (CorDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = cor_dots_measure;
  widget_class->snapshot = cor_dots_snapshot;
  gtk_widget_class_set_css_name (widget_class, "cordots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cor_dots_init (CorDots *self)
{
}

/**
 * cor_dots_new:
 *
 * Returns: (transfer floating): no dots
 */
GtkWidget *
cor_dots_new (void)
{
  return g_object_new (COR_TYPE_DOTS, NULL);
}

/**
 * cor_dots_set_hues:
 * @hues: (array length=n): colours, in order
 * @n: how many; those beyond %COR_DOTS_MAX are not shown
 */
void
cor_dots_set_hues (CorDots *self, const CorHue *hues, guint n)
{
  gboolean same = FALSE;

  g_return_if_fail (COR_IS_DOTS (self));

  n = MIN (n, COR_DOTS_MAX);
  same = n == self->n;
  for (guint i = 0; i < n; i++)
    {
      same = same && self->hues[i] == hues[i];
      self->hues[i] = hues[i];
    }
  if (same)
    return;
  self->n = n;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
