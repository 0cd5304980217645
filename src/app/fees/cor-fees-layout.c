/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fees-layout"

#include "config.h"

#include "cor-fees-layout.h"

/*
 * CorFeesLayout: the parts of a calculation in one, two or three columns, as the width allows. In one the result comes
 * first and the steps last; in more, inputs and steps stand beside it.
 */
struct _CorFeesLayout
{
  GtkLayoutManager parent_instance;

  GtkWidget *parts[COR_FEES_N_PARTS]; /* borrowed: children */
};

G_DEFINE_FINAL_TYPE (CorFeesLayout, cor_fees_layout, GTK_TYPE_LAYOUT_MANAGER)

#define SPACING 12
#define INPUTS_WIDTH 288
#define ASIDE_WIDTH 344
#define TWO_FROM 720
#define THREE_FROM 1060

/* A column: from where to where, and what stands in it. */
typedef struct
{
  int         x;
  int         width;
  int         top;
  CorFeesPart parts[COR_FEES_N_PARTS];
  guint       n_parts;
} Column;

static int
measure_part (CorFeesLayout *self,
              CorFeesPart    part,
              int            width)
{
  int height = 0;

  if (!gtk_widget_should_layout (self->parts[part]))
    return 0;
  gtk_widget_measure (self->parts[part], GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* The parts one below the other; returns where the column ends. @is_real: also puts them there. */
static int
fill_column (CorFeesLayout *self,
             const Column  *column,
             gboolean       is_real)
{
  int y = column->top;

  for (guint i = 0; i < column->n_parts; i++)
    {
      GtkWidget    *widget = self->parts[column->parts[i]];
      int           height = measure_part (self, column->parts[i], column->width);
      GtkAllocation place = { column->x, y, column->width, height };

      if (!gtk_widget_should_layout (widget))
        continue;
      if (is_real)
        gtk_widget_size_allocate (widget, &place, -1);
      y += height + SPACING;
    }
  return y - SPACING;
}

static int
arrange_one (CorFeesLayout *self,
             int            width,
             gboolean       is_real)
{
  const Column column = { 0, width, 0, { COR_FEES_RESULT, COR_FEES_INPUTS, COR_FEES_WATERFALL, COR_FEES_BEARERS, COR_FEES_REPLY, COR_FEES_RATE, COR_FEES_STEPS }, COR_FEES_N_PARTS };

  return fill_column (self, &column, is_real);
}

static int
arrange_two (CorFeesLayout *self,
             int            width,
             gboolean       is_real)
{
  const int    x = INPUTS_WIDTH + SPACING;
  const Column left = { 0, INPUTS_WIDTH, 0, { COR_FEES_INPUTS, COR_FEES_STEPS }, 2 };
  const Column right = { x, width - x, 0, { COR_FEES_RESULT, COR_FEES_WATERFALL, COR_FEES_BEARERS, COR_FEES_REPLY, COR_FEES_RATE }, 5 };

  return MAX (fill_column (self, &left, is_real), fill_column (self, &right, is_real));
}

static int
arrange_three (CorFeesLayout *self,
               int            width,
               gboolean       is_real)
{
  const int    x = INPUTS_WIDTH + SPACING;
  const Column left = { 0, INPUTS_WIDTH, 0, { COR_FEES_INPUTS, COR_FEES_STEPS }, 2 };
  const Column head = { x, width - x, 0, { COR_FEES_RESULT }, 1 };
  const int    top = fill_column (self, &head, is_real) + SPACING;
  const Column middle = { x, width - x - ASIDE_WIDTH - SPACING, top, { COR_FEES_WATERFALL, COR_FEES_RATE }, 2 };
  const Column aside = { width - ASIDE_WIDTH, ASIDE_WIDTH, top, { COR_FEES_BEARERS, COR_FEES_REPLY }, 2 };

  return MAX (fill_column (self, &left, is_real), MAX (fill_column (self, &middle, is_real), fill_column (self, &aside, is_real)));
}

static int
arrange (CorFeesLayout *self,
         int            width,
         gboolean       is_real)
{
  if (width >= THREE_FROM)
    return arrange_three (self, width, is_real);
  return width >= TWO_FROM ? arrange_two (self, width, is_real) : arrange_one (self, width, is_real);
}

/* One column is as narrow as its widest part. */
static int
get_least_width (CorFeesLayout *self)
{
  int least = 0;

  for (guint i = 0; i < COR_FEES_N_PARTS; i++)
    {
      int width = 0;

      if (!gtk_widget_should_layout (self->parts[i]))
        continue;
      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      least = MAX (least, width);
    }
  return least;
}

static GtkSizeRequestMode
cor_fees_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cor_fees_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  CorFeesLayout *self = COR_FEES_LAYOUT (manager);
  int            least = get_least_width (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = least;
  else
    *minimum = *natural = arrange (self, MAX (for_size, least), FALSE);
}

static void
cor_fees_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  arrange (COR_FEES_LAYOUT (manager), width, TRUE);
}

static void
cor_fees_layout_class_init (CorFeesLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cor_fees_layout_get_request_mode;
  layout_class->measure = cor_fees_layout_measure;
  layout_class->allocate = cor_fees_layout_allocate;
}

static void
cor_fees_layout_init (CorFeesLayout *self)
{
}

/**
 * cor_fees_layout_set_part:
 * @widget: (transfer none): a child of the widget that is laid out
 */
void
cor_fees_layout_set_part (CorFeesLayout *self,
                          CorFeesPart    part,
                          GtkWidget     *widget)
{
  g_return_if_fail (COR_IS_FEES_LAYOUT (self));

  self->parts[part] = widget;
}
