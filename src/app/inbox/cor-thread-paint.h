/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-row-palette.h"
#include "cor-sla.h"

G_BEGIN_DECLS

#define COR_THREAD_PAINT_DOTS 4

/* What a row of the conversation list shows, ready to be drawn. */
typedef struct
{
  PangoLayout *initials, *name, *chip, *snippet, *word, *time; /* owned */

  CorChannel  channel;
  CorSlaState sla;
  CorHue      hue;
  CorHue      dots[COR_THREAD_PAINT_DOTS];
  guint       n_dots;
  gboolean    is_unread, is_vip, is_needing;
  gboolean    has_word, has_news;
  gboolean    is_translated; /* the snippet */
  gboolean    is_payment;    /* the word is of a payment, and has its hue */
  CorHue      payment_hue;
} CorThreadPaint;

int  cor_thread_paint_get_height (const CorRowPalette *palette);
void cor_thread_paint_draw (const CorThreadPaint *self, const CorRowPalette *palette, GtkWidget *row, GtkSnapshot *snapshot);
void cor_thread_paint_draw_skeleton (const CorRowPalette *palette, GtkWidget *row, GtkSnapshot *snapshot);

G_END_DECLS
