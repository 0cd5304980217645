/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-wrap-layout"

#include "config.h"

#include "cor-wrap-layout.h"

/*
 * CorWrapLayout: sets its children in lines like words, each as wide as it likes. A GtkFlowBox sets them in
 * columns; libadwaita's wrap box is newer than the floor.
 */
struct _CorWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing; /* px, between children and between lines */
};

G_DEFINE_FINAL_TYPE (CorWrapLayout, cor_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Walks the lines of @width; places the children when @is_placing. Returns the height. */
static int
walk (CorWrapLayout *self,
      GtkWidget     *widget,
      int            width,
      gboolean       is_placing)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      place.width = MIN (place.width, MAX (width, 1));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
      if (x > 0 && x + place.width > width)
        {
          x = 0;
          y += line + self->spacing;
          line = 0;
        }
      place.x = is_rtl ? width - x - place.width : x;
      place.y = y;
      if (is_placing)
        gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
      line = MAX (line, place.height);
    }
  return y + line;
}

static GtkSizeRequestMode
cor_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CorWrapLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
cor_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  CorWrapLayout *self = COR_WRAP_LAYOUT (manager);
  int            least = 0, wish = 0;

  measure_width (self, widget, &least, &wish);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wish;
    }
  else
    *minimum = *natural = walk (self, widget, for_size < 0 ? wish : for_size, FALSE);
}

static void
cor_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  walk (COR_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
cor_wrap_layout_class_init (CorWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cor_wrap_layout_get_request_mode;
  layout_class->measure = cor_wrap_layout_measure;
  layout_class->allocate = cor_wrap_layout_allocate;
}

static void
cor_wrap_layout_init (CorWrapLayout *self)
{
}

/**
 * cor_wrap_layout_new:
 * @spacing: px between children and between lines
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
cor_wrap_layout_new (int spacing)
{
  CorWrapLayout *self = g_object_new (COR_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
