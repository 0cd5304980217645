/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-channel.h"
#include "cor-hue.h"

G_BEGIN_DECLS

typedef enum
{
  COR_ROW_ICON_STAR = COR_N_CHANNELS, /* below: the channels */
  COR_ROW_ICON_CLOCK,
  COR_ROW_ICON_PAUSE,
  COR_ROW_ICON_BELL,
  COR_ROW_ICON_TRANSLATION,
  COR_N_ROW_ICONS
} CorRowIcon;

/* What all rows of a list draw with. Colours are those of style.css, looked up once for all of them. */
typedef struct
{
  GdkRGBA text, quiet, accent;
  GdkRGBA ground, ground_hover, ground_selected; /* opaque: what is behind a row */
  GdkRGBA fine, late, soon_fill, soon_ink, needing, star;
  GdkRGBA disc[COR_N_HUES], letters[COR_N_HUES], dot[COR_N_HUES], word[COR_N_HUES];
  GdkRGBA channel[COR_N_CHANNELS];

  GtkIconPaintable *icons[COR_N_ROW_ICONS]; /* owned */
  int               ascent, descent;        /* pixels, of the row's font */
} CorRowPalette;

void cor_row_palette_update (CorRowPalette *self, GtkWidget *widget);
void cor_row_palette_clear (CorRowPalette *self);
int  cor_row_palette_get_line_height (const CorRowPalette *self);

G_END_DECLS
