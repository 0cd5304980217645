/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fold-layout"

#include "config.h"

#include "cor-fold-layout.h"

/*
 * CorFoldLayout: its children stand in a line; where that is narrower than they like to be, one of them goes under the
 * others. What is left over goes to the child that expands, or else to the first.
 */
struct _CorFoldLayout
{
  GtkLayoutManager parent_instance;

  GtkWidget *under; /* borrowed: a child */
  int        spacing;
};

/* px between the two lines */
#define LINE_SPACING 6

G_DEFINE_FINAL_TYPE (CorFoldLayout, cor_fold_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  WHOLE,
  UPPER,
  LOWER
} Line;

static gboolean
is_in_line (CorFoldLayout *self, GtkWidget *child, Line line)
{
  return gtk_widget_should_layout (child) && (line == WHOLE || (line == LOWER) == (child == self->under));
}

static void
measure_line (CorFoldLayout *self, GtkWidget *widget, Line line, int *minimum, int *natural)
{
  guint n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, wish = 0;

      if (!is_in_line (self, child, line))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
      *minimum += least + (n > 0 ? self->spacing : 0);
      *natural += wish + (n > 0 ? self->spacing : 0);
      n++;
    }
}

/* Shares @width among the children of a line: they have GtkRequestedSize, whose minimum is their width then. */
static GArray *
share (CorFoldLayout *self, GtkWidget *widget, Line line, int width)
{
  GArray *sizes = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));
  guint   taker = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!is_in_line (self, child, line))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      width -= size.minimum_size + (sizes->len > 0 ? self->spacing : 0);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        taker = sizes->len;
      g_array_append_val (sizes, size);
    }
  if (sizes->len == 0)
    return sizes;
  width = gtk_distribute_natural_allocation (MAX (width, 0), sizes->len, (gpointer) sizes->data);
  g_array_index (sizes, GtkRequestedSize, taker).minimum_size += width;
  return sizes;
}

/* Returns the height of a line; sets its children @y px below the top when @is_placing. */
static int
set_line (CorFoldLayout *self, GtkWidget *widget, Line line, int width, int y, gboolean is_placing)
{
  g_autoptr (GArray) sizes = share (self, widget, line, width);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      height = 0, x = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int                     child_height = 0;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, NULL, &child_height, NULL, NULL);
      height = MAX (height, child_height);
    }
  for (guint i = 0; is_placing && i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      GtkAllocation           place = { is_rtl ? width - x - size->minimum_size : x, y, size->minimum_size, height };

      gtk_widget_size_allocate (size->data, &place, -1);
      x += size->minimum_size + self->spacing;
    }
  return height;
}

/* Returns the height of all. */
static int
set_lines (CorFoldLayout *self, GtkWidget *widget, int width, gboolean is_placing)
{
  int minimum = 0, natural = 0, height = 0;

  measure_line (self, widget, WHOLE, &minimum, &natural);
  if (natural <= width || !gtk_widget_should_layout (self->under))
    return set_line (self, widget, WHOLE, width, 0, is_placing);
  height = set_line (self, widget, UPPER, width, 0, is_placing) + LINE_SPACING;
  return height + set_line (self, widget, LOWER, width, height, is_placing);
}

static GtkSizeRequestMode
cor_fold_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cor_fold_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  CorFoldLayout *self = COR_FOLD_LAYOUT (manager);
  int            least = 0, upper = 0, lower = 0, wish = 0, unused = 0;

  measure_line (self, widget, WHOLE, &least, &wish);
  measure_line (self, widget, UPPER, &upper, &unused);
  measure_line (self, widget, LOWER, &lower, &unused);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (upper, lower);
      *natural = wish;
    }
  else
    *minimum = *natural = set_lines (self, widget, for_size < 0 ? wish : for_size, FALSE);
}

static void
cor_fold_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  set_lines (COR_FOLD_LAYOUT (manager), widget, width, TRUE);
}

static void
cor_fold_layout_class_init (CorFoldLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cor_fold_layout_get_request_mode;
  layout_class->measure = cor_fold_layout_measure;
  layout_class->allocate = cor_fold_layout_allocate;
}

static void
cor_fold_layout_init (CorFoldLayout *self)
{
}

/**
 * cor_fold_layout_new:
 * @under: (transfer none): the child that goes under the others; it stays for as long as the layout is used
 * @spacing: px between children in a line
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
cor_fold_layout_new (GtkWidget *under, int spacing)
{
  CorFoldLayout *self = g_object_new (COR_TYPE_FOLD_LAYOUT, NULL);

  self->under = under;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
