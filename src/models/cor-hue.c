/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-hue"

#include "config.h"

#include "cor-hue.h"

#include <string.h>

static const struct
{
  const char *name;
  guint32     rgb;
} hues[COR_N_HUES] = {
  [COR_HUE_BLUE] = { "blue", 0x1c71d8 },
  [COR_HUE_TEAL] = { "teal", 0x0f7f8f },
  [COR_HUE_GREEN] = { "green", 0x1f8a55 },
  [COR_HUE_YELLOW] = { "yellow", 0xc88800 },
  [COR_HUE_ORANGE] = { "orange", 0xd9540b },
  [COR_HUE_RED] = { "red", 0xd01c26 },
  [COR_HUE_PINK] = { "pink", 0xc0407f },
  [COR_HUE_PURPLE] = { "purple", 0x813d9c },
  [COR_HUE_SLATE] = { "slate", 0x5e7488 },
  [COR_HUE_BROWN] = { "brown", 0x865e3c },
};

/* Six steps of 256 around the circle, in integers; -1 for a grey. */
static int
angle_of (guint32 rgb)
{
  int r = rgb >> 16 & 0xff;
  int g = rgb >> 8 & 0xff;
  int b = rgb & 0xff;
  int max = MAX (r, MAX (g, b));
  int span = max - MIN (r, MIN (g, b));

  if (span * 8 < max || span < 12)
    return -1;
  if (max == r)
    return (256 * (g - b) / span + 1536) % 1536;
  if (max == g)
    return 256 * (b - r) / span + 512;
  return 256 * (r - g) / span + 1024;
}

/**
 * cor_hue_to_string:
 *
 * Returns: (transfer none): its name in style classes
 */
const char *
cor_hue_to_string (CorHue hue)
{
  g_return_val_if_fail ((guint) hue < COR_N_HUES, "slate");

  return hues[hue].name;
}

/**
 * cor_hue_get_rgb:
 *
 * Returns: 0xRRGGBB
 */
guint32
cor_hue_get_rgb (CorHue hue)
{
  g_return_val_if_fail ((guint) hue < COR_N_HUES, 0);

  return hues[hue].rgb;
}

/**
 * cor_hue_of_name:
 * @name: (nullable): of a person
 *
 * The same name always has the same hue. Never blue, which would vanish in a selected row.
 *
 * Returns: its hue
 */
CorHue
cor_hue_of_name (const char *name)
{
  if (name == NULL || name[0] == '\0')
    return COR_HUE_SLATE;
  return (CorHue) (COR_HUE_TEAL + g_str_hash (name) % (COR_N_HUES - 1));
}

/**
 * cor_hue_from_color:
 * @color: (nullable): "#rrggbb" as a service has it
 *
 * People choose colours for labels on a white page; text on them is often unreadable. The nearest of
 * our own hues keeps the meaning and is readable in both styles.
 *
 * Returns: the nearest hue; slate for a grey and for what is no colour
 */
CorHue
cor_hue_from_color (const char *color)
{
  guint64 rgb = 0;
  int     angle = 0;
  int     best = G_MAXINT;
  CorHue  found = COR_HUE_SLATE;

  if (color == NULL || color[0] != '#' || strlen (color) != 7 ||
      !g_ascii_string_to_unsigned (color + 1, 16, 0, 0xffffff, &rgb, NULL) ||
      (angle = angle_of ((guint32) rgb)) < 0)
    return COR_HUE_SLATE;

  for (guint i = 0; i < COR_HUE_SLATE; i++) /* the greyish two have no angle of their own */
    {
      int distance = ABS (angle_of (hues[i].rgb) - angle);

      distance = MIN (distance, 1536 - distance);
      if (distance < best)
        {
          best = distance;
          found = (CorHue) i;
        }
    }
  return found;
}
