/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-pane-slot"

#include "config.h"

#include "cor-pane-slot.h"

/*
 * CorPaneSlot: holds a pane at a width that does not depend on what is in the pane, so that no text
 * ever pushes a column or folds the window.
 *
 * CSS nodes: corpaneslot
 */
struct _CorPaneSlot
{
  GtkWidget parent_instance;

  GtkWidget *child; /* owned: child */
  int        width;
};

G_DEFINE_FINAL_TYPE (CorPaneSlot, cor_pane_slot, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
cor_pane_slot_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (COR_PANE_SLOT (widget)->child);
}

static void
cor_pane_slot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  CorPaneSlot *self = COR_PANE_SLOT (widget);

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*minimum, self->width);
}

static void
cor_pane_slot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (COR_PANE_SLOT (widget)->child, width, height, baseline, NULL);
}

static void
cor_pane_slot_dispose (GObject *object)
{
  g_clear_pointer (&COR_PANE_SLOT (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_pane_slot_parent_class)->dispose (object);
}

static void
cor_pane_slot_class_init (CorPaneSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_pane_slot_dispose;
  widget_class->get_request_mode = cor_pane_slot_get_request_mode;
  widget_class->measure = cor_pane_slot_measure;
  widget_class->size_allocate = cor_pane_slot_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "corpaneslot");
}

static void
cor_pane_slot_init (CorPaneSlot *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * cor_pane_slot_new:
 * @child: the pane
 * @width: pixels
 *
 * Returns: (transfer floating): a slot of that width
 */
GtkWidget *
cor_pane_slot_new (GtkWidget *child, int width)
{
  CorPaneSlot *self = g_object_new (COR_TYPE_PANE_SLOT, NULL);

  self->child = child;
  self->width = width;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * cor_pane_slot_set_width:
 * @width: pixels
 */
void
cor_pane_slot_set_width (CorPaneSlot *self, int width)
{
  g_return_if_fail (COR_IS_PANE_SLOT (self));

  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
