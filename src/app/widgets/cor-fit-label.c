/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fit-label"

#include "config.h"

#include "cor-fit-label.h"

/*
 * CorFitLabel: a word beside an icon that says the same: it is there as a whole or not at all, for half a
 * word helps nobody. What it stands in needs a name of its own.
 *
 * CSS nodes: corfitlabel > label
 */
struct _CorFitLabel
{
  GtkWidget parent_instance;

  GtkWidget *label; /* owned: child */
};

G_DEFINE_FINAL_TYPE (CorFitLabel, cor_fit_label, GTK_TYPE_WIDGET)

static void
cor_fit_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (COR_FIT_LABEL (widget)->label, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
cor_fit_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *label = COR_FIT_LABEL (widget)->label;
  int        minimum = 0;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_set_child_visible (label, width >= minimum);
  gtk_widget_allocate (label, MAX (width, minimum), height, baseline, NULL);
}

static void
cor_fit_label_dispose (GObject *object)
{
  g_clear_pointer (&COR_FIT_LABEL (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_fit_label_parent_class)->dispose (object);
}

static void
cor_fit_label_class_init (CorFitLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_fit_label_dispose;
  widget_class->measure = cor_fit_label_measure;
  widget_class->size_allocate = cor_fit_label_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "corfitlabel");
}

static void
cor_fit_label_init (CorFitLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * cor_fit_label_new:
 * @text: (nullable): the word
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
cor_fit_label_new (const char *text)
{
  CorFitLabel *self = g_object_new (COR_TYPE_FIT_LABEL, NULL);

  cor_fit_label_set_text (self, text);
  return GTK_WIDGET (self);
}

/**
 * cor_fit_label_set_text:
 * @text: (nullable): the word
 */
void
cor_fit_label_set_text (CorFitLabel *self, const char *text)
{
  g_return_if_fail (COR_IS_FIT_LABEL (self));

  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
}

/**
 * cor_fit_label_is_whole:
 *
 * Returns: whether there was room for it at the last allocation
 */
gboolean
cor_fit_label_is_whole (CorFitLabel *self)
{
  g_return_val_if_fail (COR_IS_FIT_LABEL (self), FALSE);

  return gtk_widget_get_child_visible (self->label);
}
