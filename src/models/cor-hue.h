/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The hues whose tints were checked for contrast in both styles. */
typedef enum
{
  COR_HUE_BLUE,
  COR_HUE_TEAL,
  COR_HUE_GREEN,
  COR_HUE_YELLOW,
  COR_HUE_ORANGE,
  COR_HUE_RED,
  COR_HUE_PINK,
  COR_HUE_PURPLE,
  COR_HUE_SLATE,
  COR_HUE_BROWN,
} CorHue;

#define COR_N_HUES (COR_HUE_BROWN + 1)

const char *cor_hue_to_string (CorHue hue);
guint32     cor_hue_get_rgb (CorHue hue);
CorHue      cor_hue_of_name (const char *name);
CorHue      cor_hue_from_color (const char *color);

G_END_DECLS
