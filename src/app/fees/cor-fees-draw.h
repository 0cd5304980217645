/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the pictures of this folder draw with, in the colours and the type of the style. */

typedef enum
{
  COR_FEES_TEXT_PLAIN = 0,
  COR_FEES_TEXT_STRONG,
  COR_FEES_TEXT_SMALL,
  COR_FEES_TEXT_SMALL_STRONG,
} CorFeesText;

void cor_fees_set_color (GtkWidget *widget, cairo_t *cr, const char *name, double alpha);
void cor_fees_draw_bar (cairo_t *cr, double x, double y, double width, double height, double radius);
void cor_fees_draw_dashes (cairo_t *cr, double x1, double y1, double x2, double y2);
void cor_fees_draw_text (GtkWidget *widget, cairo_t *cr, const char *text, double center, double y, double width, CorFeesText style, const char *color);
void cor_fees_draw_text_start (GtkWidget *widget, cairo_t *cr, const char *text, double x, double y, double width, CorFeesText style, const char *color);
void cor_fees_draw_text_end (GtkWidget *widget, cairo_t *cr, const char *text, double x, double y, CorFeesText style, const char *color);

G_END_DECLS
