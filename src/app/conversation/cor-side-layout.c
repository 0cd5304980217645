/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-side-layout"

#include "config.h"

#include "cor-side-layout.h"

/*
 * CorSideLayout: stacks its children, each as wide as its words, all at one side or across. A box with
 * aligned children asks text for its width at a height, and some scripts answer with more than there is
 * (seen with Arabic at the floor); here the width comes first.
 */
struct _CorSideLayout
{
  GtkLayoutManager parent_instance;

  GtkAlign side; /* start, end or fill */
  int      spacing;
};

G_DEFINE_FINAL_TYPE (CorSideLayout, cor_side_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_child_width (CorSideLayout *self,
                 GtkWidget     *child,
                 int            width)
{
  int minimum = 0, natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, self->side == GTK_ALIGN_FILL ? width : MIN (natural, width));
}

/* Stacks the children in @width; places them when @is_placing. Returns the height. */
static int
stack (CorSideLayout *self,
       GtkWidget     *widget,
       int            width,
       gboolean       is_placing)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean is_right = (self->side == GTK_ALIGN_END) != is_rtl;
  int      y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      if (y > 0)
        y += self->spacing;
      place.width = get_child_width (self, child, width);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
      place.x = is_right ? width - place.width : 0;
      place.y = y;
      if (is_placing)
        gtk_widget_size_allocate (child, &place, -1);
      y += place.height;
    }
  return y;
}

static GtkSizeRequestMode
cor_side_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cor_side_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  CorSideLayout *self = COR_SIDE_LAYOUT (manager);
  int            least = 0, wish = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_least = 0, child_wish = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, &child_wish, NULL, NULL);
      least = MAX (least, child_least);
      wish = MAX (wish, child_wish);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wish;
    }
  else
    *minimum = *natural = stack (self, widget, for_size < 0 ? wish : MAX (for_size, least), FALSE);
}

static void
cor_side_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  stack (COR_SIDE_LAYOUT (manager), widget, width, TRUE);
}

static void
cor_side_layout_class_init (CorSideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cor_side_layout_get_request_mode;
  layout_class->measure = cor_side_layout_measure;
  layout_class->allocate = cor_side_layout_allocate;
}

static void
cor_side_layout_init (CorSideLayout *self)
{
  self->side = GTK_ALIGN_START;
}

/**
 * cor_side_layout_new:
 * @spacing: px between the children
 *
 * Returns: (transfer full): a layout that sets its children at the start
 */
GtkLayoutManager *
cor_side_layout_new (int spacing)
{
  CorSideLayout *self = g_object_new (COR_TYPE_SIDE_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

/**
 * cor_side_layout_set_side:
 * @side: %GTK_ALIGN_START, %GTK_ALIGN_END or %GTK_ALIGN_FILL
 */
void
cor_side_layout_set_side (CorSideLayout *self,
                          GtkAlign       side)
{
  g_return_if_fail (COR_IS_SIDE_LAYOUT (self));

  if (self->side == side)
    return;
  self->side = side;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
