/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-style-color"

#include "config.h"

#include "cor-style-color.h"

/**
 * cor_style_color_lookup:
 * @widget: where the style applies
 * @name: what "@define-color" calls it
 * @color: (out): the colour in the style that is in force
 *
 * For widgets that draw themselves. GtkStyleContext is deprecated since GTK 4.10 without another way to
 * a named colour.
 *
 * Returns: %FALSE when there is no such colour; @color is then magenta, which cannot be missed
 */
gboolean
cor_style_color_lookup (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  *color = (GdkRGBA){ 1.0f, 0.0f, 1.0f, 1.0f };
  return gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color);
}
