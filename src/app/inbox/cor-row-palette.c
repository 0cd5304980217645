/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-row-palette"

#include "config.h"

#include "cor-row-palette.h"

#include "cor-channel-text.h"
#include "cor-style-color.h"

#define LEAST_LINE 20
#define ICON_SIZE 16

static const char *const channel_colors[COR_N_CHANNELS] = {
  [COR_CHANNEL_API] = "cor_channel_api",
  [COR_CHANNEL_EMAIL] = "cor_channel_email",
  [COR_CHANNEL_WEB] = "cor_channel_web",
  [COR_CHANNEL_WHATSAPP] = "cor_channel_whatsapp",
  [COR_CHANNEL_WECHAT] = "cor_channel_wechat",
  [COR_CHANNEL_TELEGRAM] = "cor_channel_telegram",
  [COR_CHANNEL_LINE] = "cor_channel_line",
  [COR_CHANNEL_SMS] = "cor_channel_sms",
  [COR_CHANNEL_FACEBOOK] = "cor_channel_facebook",
  [COR_CHANNEL_INSTAGRAM] = "cor_channel_instagram",
  [COR_CHANNEL_X] = "cor_channel_x",
  [COR_CHANNEL_PHONE] = "cor_channel_phone",
};

static const char *const icon_names[COR_N_ROW_ICONS] = {
  [COR_ROW_ICON_STAR] = "cor-star-symbolic",
  [COR_ROW_ICON_CLOCK] = "cor-clock-symbolic",
  [COR_ROW_ICON_PAUSE] = "cor-pause-symbolic",
  [COR_ROW_ICON_BELL] = "cor-bell-symbolic",
  [COR_ROW_ICON_TRANSLATION] = "cor-translate-symbolic",
};

/* As mix() of GTK's style sheets. */
static GdkRGBA
mix (GdkRGBA from, GdkRGBA to, float share)
{
  return (GdkRGBA){
    .red = from.red + (to.red - from.red) * share,
    .green = from.green + (to.green - from.green) * share,
    .blue = from.blue + (to.blue - from.blue) * share,
    .alpha = from.alpha + (to.alpha - from.alpha) * share,
  };
}

/* @over laid on the opaque @ground. */
static GdkRGBA
lay (GdkRGBA ground, GdkRGBA over)
{
  GdkRGBA opaque = { over.red, over.green, over.blue, 1.0f };

  return mix (ground, opaque, over.alpha);
}

static GdkRGBA
get (GtkWidget *widget, const char *name)
{
  GdkRGBA color = { 0, 0, 0, 0 };

  cor_style_color_lookup (widget, name, &color);
  return color;
}

static GdkRGBA
color_of_hue (CorHue hue)
{
  guint32 rgb = cor_hue_get_rgb (hue);

  return (GdkRGBA){ (float) (rgb >> 16 & 0xff) / 255.0f, (float) (rgb >> 8 & 0xff) / 255.0f, (float) (rgb & 0xff) / 255.0f, 1.0f };
}

static void
update_icons (CorRowPalette *self, GtkWidget *widget)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

  for (guint i = 0; i < COR_N_ROW_ICONS; i++)
    {
      const char *name = i < COR_N_CHANNELS ? cor_channel_get_icon_name ((CorChannel) i) : icon_names[i];

      g_clear_object (&self->icons[i]);
      self->icons[i] = gtk_icon_theme_lookup_icon (theme, name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                                   gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
    }
}

static void
update_colors (CorRowPalette *self, GtkWidget *widget)
{
  GdkRGBA view = get (widget, "view_bg_color");

  self->text = get (widget, "view_fg_color");
  self->quiet = get (widget, "cor_quiet");
  self->accent = get (widget, "accent_bg_color");
  self->ground = get (widget, "cor_list_bg");
  self->ground_hover = lay (self->ground, get (widget, "cor_hover"));
  self->ground_selected = lay (self->ground, get (widget, "cor_selected"));
  self->fine = get (widget, "cor_fine");
  self->late = get (widget, "cor_late");
  self->soon_fill = get (widget, "cor_soon_fill");
  self->soon_ink = get (widget, "cor_soon_ink");
  self->needing = get (widget, "cor_needing");
  self->star = get (widget, "cor_star");
  for (guint i = 0; i < COR_N_CHANNELS; i++)
    self->channel[i] = get (widget, channel_colors[i]);
  for (guint i = 0; i < COR_N_HUES; i++)
    {
      GdkRGBA hue = color_of_hue ((CorHue) i);

      /* the shares are those of coravatar, .cor-dot and corpill in style.css */
      self->disc[i] = mix (view, hue, 0.2f);
      self->letters[i] = mix (hue, self->text, 0.4f);
      self->dot[i] = mix (hue, self->text, 0.22f);
      self->word[i] = mix (hue, self->text, 0.5f);
    }
}

/**
 * cor_row_palette_update:
 * @self: zeroed at first
 * @widget: the list, in the style that is in force; call it again when that changes
 */
void
cor_row_palette_update (CorRowPalette *self, GtkWidget *widget)
{
  PangoContext     *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->ascent = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics));
  self->descent = PANGO_PIXELS_CEIL (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  update_colors (self, widget);
  update_icons (self, widget);
}

/**
 * cor_row_palette_clear:
 */
void
cor_row_palette_clear (CorRowPalette *self)
{
  for (guint i = 0; i < COR_N_ROW_ICONS; i++)
    g_clear_object (&self->icons[i]);
}

/**
 * cor_row_palette_get_line_height:
 *
 * Returns: pixels of a line of a row; it grows with the text size of the desktop
 */
int
cor_row_palette_get_line_height (const CorRowPalette *self)
{
  return MAX (LEAST_LINE, self->ascent + self->descent);
}
