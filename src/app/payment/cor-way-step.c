/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-way-step"

#include "config.h"

#include "cor-way-step.h"

#include "cor-label-script.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>

/*
 * CorWayStep: one who had the money, has it or will have it: who, what was taken there, and what is known of it in small
 * lines.
 *
 * CSS nodes: corwaystep[.to-come] > corwayrail, box
 */
struct _CorWayStep
{
  GtkWidget parent_instance;

  GtkBox *lines; /* child of the box that is a child */
};

G_DEFINE_FINAL_TYPE (CorWayStep, cor_way_step, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *const *classes)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "css-classes", classes,
                       "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);
}

static void
cor_way_step_dispose (GObject *object)
{
  cor_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (cor_way_step_parent_class)->dispose (object);
}

static void
cor_way_step_class_init (CorWayStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_way_step_dispose;
  gtk_widget_class_set_css_name (widget_class, "corwaystep");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
cor_way_step_init (CorWayStep *self)
{
}

/**
 * cor_way_step_new:
 * @title: who
 * @amount: (nullable): what was taken there, or how much it is there
 *
 * Returns: (transfer floating)
 */
GtkWidget *
cor_way_step_new (CorWayState state, gboolean is_last, const char *title, const char *amount)
{
  static const char *const title_classes[] = { "who", NULL };
  static const char *const amount_classes[] = { "amount", NULL };
  CorWayStep              *self = g_object_new (COR_TYPE_WAY_STEP, NULL);
  GtkWidget               *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget               *who = new_label (title, title_classes);

  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_hexpand (GTK_WIDGET (self->lines), TRUE);
  gtk_widget_set_hexpand (who, TRUE);
  cor_label_follow_script (GTK_LABEL (who), title);
  gtk_box_append (GTK_BOX (head), who);
  if (amount != NULL)
    {
      GtkWidget *label = gtk_label_new (amount);

      gtk_widget_set_css_classes (label, (const char **) amount_classes);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (head), label);
    }
  gtk_box_append (self->lines, head);
  gtk_widget_set_parent (cor_way_rail_new (state, is_last), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->lines), GTK_WIDGET (self));
  if (state == COR_WAY_TO_COME)
    gtk_widget_add_css_class (GTK_WIDGET (self), "to-come");
  return GTK_WIDGET (self);
}

/**
 * cor_way_step_add_line:
 * @line: (nullable): something known of it; nothing is added for "" and %NULL
 */
void
cor_way_step_add_line (CorWayStep *self, const char *line)
{
  static const char *const classes[] = { "cor-small", "cor-dim", NULL };

  g_return_if_fail (COR_IS_WAY_STEP (self));

  if (line != NULL && *line != '\0')
    gtk_box_append (self->lines, new_label (line, classes));
}

/**
 * cor_way_step_set_holds:
 * @since: since when, as the agent reads it
 *
 * Says that the money is here now.
 */
void
cor_way_step_set_holds (CorWayStep *self, const char *since)
{
  static const char *const classes[] = { "cor-small", "holds", NULL };
  g_autofree char         *line = NULL;

  g_return_if_fail (COR_IS_WAY_STEP (self) && since != NULL);

  /* TRANSLATORS: this bank has the money; %s is a moment and a span, such as "Fri 15:36, 2 d" */
  line = g_strdup_printf (_ ("Has it now, since %s"), since);
  gtk_box_append (self->lines, new_label (line, classes));
}
