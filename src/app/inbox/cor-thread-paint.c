/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-paint"

#include "config.h"

#include "cor-thread-paint.h"

#define AVATAR 36
#define AVATAR_X 20
#define BADGE 16
#define BADGE_RING 2
/* how far the badge stands out of the circle */
#define BADGE_OVERHANG 3
#define BADGE_GLYPH 10
#define UNREAD_X 8
#define UNREAD 7
#define TEXT_X 70
#define END_MARGIN 9
#define TOP 10
#define LINE_GAP 4
#define GAP 6
#define STAR 14
#define BELL 14
#define TRANSLATION 13
#define TRANSLATION_GAP 4
#define DOT 8
#define DOT_PITCH 11
#define CHIP_ICON 12
#define CHIP_GAP 5
#define CHIP_PADDING 8
#define CHIP_RADIUS 6

/* Positions are said from the start of the line; the pen mirrors them where text runs the other way. */
typedef struct
{
  GtkSnapshot         *snapshot;
  const CorRowPalette *palette;
  int                  width;
  gboolean             is_rtl;
} Pen;

static int
pen_x (const Pen *pen, int x, int width)
{
  return pen->is_rtl ? pen->width - x - width : x;
}

static void
draw_round (const Pen *pen, const GdkRGBA *color, int x, int y, int width, int height, float radius)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) pen_x (pen, x, width), (float) y, (float) width, (float) height);
  GskRoundedRect  shape;

  gsk_rounded_rect_init_from_rect (&shape, &box, radius);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &shape);
  gtk_snapshot_append_color (pen->snapshot, color, &box);
  gtk_snapshot_pop (pen->snapshot);
}

static void
draw_circle (const Pen *pen, const GdkRGBA *color, int x, int y, int diameter)
{
  draw_round (pen, color, x, y, diameter, diameter, (float) diameter / 2.0f);
}

static void
draw_icon (const Pen *pen, guint icon, const GdkRGBA *color, int x, int y, int size)
{
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) pen_x (pen, x, size), (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (pen->palette->icons[icon]), pen->snapshot, size, size, color, 1);
  gtk_snapshot_restore (pen->snapshot);
}

static int
get_width (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
draw_layout (const Pen *pen, PangoLayout *layout, const GdkRGBA *color, int x, int y)
{
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (pen->snapshot, layout, color);
  gtk_snapshot_restore (pen->snapshot);
}

/* All texts of a line stand on one base line, whatever fonts their scripts need. */
static void
draw_text (const Pen *pen, PangoLayout *layout, const GdkRGBA *color, int x, int line)
{
  const CorRowPalette *palette = pen->palette;
  int                  height = cor_row_palette_get_line_height (palette);
  int                  base = line + (height - palette->ascent - palette->descent) / 2 + palette->ascent;
  PangoRectangle       ink, extents;

  pango_layout_get_pixel_extents (layout, &ink, &extents);
  draw_layout (pen, layout, color, pen_x (pen, x, extents.width) - extents.x, base - PANGO_PIXELS (pango_layout_get_baseline (layout)));
}

/* Ellipsizes what is longer; less than a letter is no width. Returns the width it takes. */
static int
fit (PangoLayout *layout, int room)
{
  pango_layout_set_width (layout, MAX (room, 12) * PANGO_SCALE);
  return get_width (layout);
}

static const GdkRGBA *
get_ground (const CorRowPalette *palette, GtkWidget *row)
{
  GtkWidget    *holder = gtk_widget_get_parent (row);
  GtkStateFlags state = holder != NULL ? gtk_widget_get_state_flags (holder) : GTK_STATE_FLAG_NORMAL;

  if (state & GTK_STATE_FLAG_SELECTED)
    return &palette->ground_selected;
  return state & GTK_STATE_FLAG_PRELIGHT ? &palette->ground_hover : &palette->ground;
}

static void
draw_avatar (const CorThreadPaint *self, const Pen *pen, GtkWidget *row, int height)
{
  static const GdkRGBA white = { 1.0f, 1.0f, 1.0f, 1.0f };
  const CorRowPalette *palette = pen->palette;
  int                  y = (height - AVATAR) / 2;
  int                  badge_x = AVATAR_X + AVATAR - BADGE + BADGE_OVERHANG;
  int                  badge_y = y + AVATAR - BADGE + BADGE_OVERHANG;
  PangoRectangle       ink, extents;

  draw_circle (pen, &palette->disc[self->hue], AVATAR_X, y, AVATAR);
  pango_layout_get_pixel_extents (self->initials, &ink, &extents);
  draw_layout (pen, self->initials, &palette->letters[self->hue], pen_x (pen, AVATAR_X, AVATAR) + (AVATAR - extents.width) / 2 - extents.x,
               y + (AVATAR - extents.height) / 2);
  draw_circle (pen, get_ground (palette, row), badge_x - BADGE_RING, badge_y - BADGE_RING, BADGE + 2 * BADGE_RING);
  draw_circle (pen, &palette->channel[self->channel], badge_x, badge_y, BADGE);
  draw_icon (pen, self->channel, &white, badge_x + (BADGE - BADGE_GLYPH) / 2, badge_y + (BADGE - BADGE_GLYPH) / 2, BADGE_GLYPH);
}

/* How long there is for the reply, at the end of the first line. Returns the width it takes. */
static int
draw_chip (const CorThreadPaint *self, const Pen *pen, int line)
{
  static const GdkRGBA white = { 1.0f, 1.0f, 1.0f, 1.0f };
  const CorRowPalette *palette = pen->palette;
  gboolean             is_filled = self->sla == COR_SLA_SOON || self->sla == COR_SLA_LATE;
  const GdkRGBA       *ink = self->sla == COR_SLA_LATE      ? &white
                             : self->sla == COR_SLA_SOON    ? &palette->soon_ink
                             : self->sla == COR_SLA_IN_TIME ? &palette->fine
                                                            : &palette->quiet;
  int                  padding = is_filled ? CHIP_PADDING : 0;
  int                  text = get_width (self->chip);
  int                  width = 2 * padding + CHIP_ICON + CHIP_GAP + text;
  int                  height = cor_row_palette_get_line_height (palette);
  int                  x = pen->width - END_MARGIN - width;

  if (self->sla == COR_SLA_NONE)
    return 0;
  if (is_filled)
    draw_round (pen, self->sla == COR_SLA_LATE ? &palette->late : &palette->soon_fill, x, line, width, height, CHIP_RADIUS);
  draw_icon (pen, self->sla == COR_SLA_PAUSED ? COR_ROW_ICON_PAUSE : COR_ROW_ICON_CLOCK, ink, x + padding, line + (height - CHIP_ICON) / 2, CHIP_ICON);
  draw_text (pen, self->chip, ink, x + padding + CHIP_ICON + CHIP_GAP, line);
  return width + GAP;
}

static void
draw_dots (const CorThreadPaint *self, const Pen *pen, int x, int line)
{
  int height = cor_row_palette_get_line_height (pen->palette);

  for (guint i = 0; i < self->n_dots; i++)
    draw_circle (pen, &pen->palette->dot[self->dots[i]], x + (int) i * DOT_PITCH, line + (height - DOT) / 2, DOT);
}

/* Name, star, bell and dots follow each other; where the name has no room it gets that of the dots. */
static void
draw_first_line (const CorThreadPaint *self, const Pen *pen)
{
  int      height = cor_row_palette_get_line_height (pen->palette);
  int      room = pen->width - END_MARGIN - TEXT_X - draw_chip (self, pen, TOP) - (self->is_vip ? STAR + GAP : 0) - (self->has_news ? BELL + GAP : 0);
  int      dots = self->n_dots > 0 ? (int) self->n_dots * DOT_PITCH + GAP : 0;
  int      name = fit (self->name, room - dots);
  gboolean has_dots = dots > 0 && !pango_layout_is_ellipsized (self->name);
  int      x = TEXT_X + GAP;

  if (!has_dots)
    name = fit (self->name, room);
  x += name;
  draw_text (pen, self->name, &pen->palette->text, TEXT_X, TOP);
  if (self->is_vip)
    {
      draw_icon (pen, COR_ROW_ICON_STAR, &pen->palette->star, x, TOP + (height - STAR) / 2, STAR);
      x += STAR + GAP - 1;
    }
  if (self->has_news)
    {
      draw_icon (pen, COR_ROW_ICON_BELL, &pen->palette->accent, x, TOP + (height - BELL) / 2, BELL);
      x += BELL + GAP - 1;
    }
  if (has_dots)
    draw_dots (self, pen, x, TOP);
}

static const GdkRGBA *
get_word_ink (const CorThreadPaint *self, const CorRowPalette *palette)
{
  if (self->is_payment)
    return &palette->word[self->payment_hue];
  return self->is_needing ? &palette->needing : &palette->quiet;
}

static void
draw_second_line (const CorThreadPaint *self, const Pen *pen)
{
  const CorRowPalette *palette = pen->palette;
  int                  line = TOP + cor_row_palette_get_line_height (palette) + LINE_GAP;
  int                  end = pen->width - END_MARGIN - get_width (self->time);
  int                  start = TEXT_X;

  draw_text (pen, self->time, &palette->quiet, end, line);
  end -= GAP;
  if (self->has_word)
    {
      end -= get_width (self->word);
      draw_text (pen, self->word, get_word_ink (self, palette), end, line);
      end -= GAP;
    }
  if (self->is_translated)
    {
      draw_icon (pen, COR_ROW_ICON_TRANSLATION, &palette->quiet, start, line + (cor_row_palette_get_line_height (palette) - TRANSLATION) / 2, TRANSLATION);
      start += TRANSLATION + TRANSLATION_GAP;
    }
  fit (self->snippet, end - start);
  draw_text (pen, self->snippet, self->is_unread ? &palette->text : &palette->quiet, start, line);
}

static Pen
take_pen (const CorRowPalette *palette, GtkWidget *row, GtkSnapshot *snapshot)
{
  return (Pen){ snapshot, palette, gtk_widget_get_width (row), gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL };
}

/**
 * cor_thread_paint_get_height:
 *
 * Returns: pixels of a row
 */
int
cor_thread_paint_get_height (const CorRowPalette *palette)
{
  return 2 * TOP + 2 * cor_row_palette_get_line_height (palette) + LINE_GAP;
}

/**
 * cor_thread_paint_draw:
 * @row: where it is drawn: its size, direction and the state of what holds it
 */
void
cor_thread_paint_draw (const CorThreadPaint *self, const CorRowPalette *palette, GtkWidget *row, GtkSnapshot *snapshot)
{
  Pen pen = take_pen (palette, row, snapshot);
  int height = gtk_widget_get_height (row);

  if (self->is_unread)
    draw_circle (&pen, &palette->accent, UNREAD_X - UNREAD / 2, (height - UNREAD) / 2, UNREAD);
  draw_avatar (self, &pen, row, height);
  draw_first_line (self, &pen);
  draw_second_line (self, &pen);
}

/**
 * cor_thread_paint_draw_skeleton:
 * @row: where it is drawn
 *
 * What is still loading has the shape that it will have.
 */
void
cor_thread_paint_draw_skeleton (const CorRowPalette *palette, GtkWidget *row, GtkSnapshot *snapshot)
{
  Pen     pen = take_pen (palette, row, snapshot);
  GdkRGBA color = palette->text;
  int     line = cor_row_palette_get_line_height (palette);
  int     bar = line / 2;

  color.alpha = 0.07f;
  draw_circle (&pen, &color, AVATAR_X, (gtk_widget_get_height (row) - AVATAR) / 2, AVATAR);
  draw_round (&pen, &color, TEXT_X, TOP + (line - bar) / 2, MIN (pen.width - TEXT_X - END_MARGIN, 120), bar, (float) bar / 2.0f);
  draw_round (&pen, &color, TEXT_X, TOP + line + LINE_GAP + (line - bar) / 2, pen.width - TEXT_X - END_MARGIN - 30, bar, (float) bar / 2.0f);
}
