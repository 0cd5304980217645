/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-procedure-row"

#include "config.h"

#include "cor-procedure-row.h"

#include "cor-label-script.h"

/*
 * CorProcedureRow: a step of a procedure with its tick, who may do it and within what time, and who did it when.
 *
 * "toggled" (gboolean is_done): by the agent, not by what is shown.
 *
 * CSS nodes: corprocedurerow > checkbutton
 */
struct _CorProcedureRow
{
  GtkWidget parent_instance;

  guint is_showing : 1;

  /* Template */
  GtkCheckButton *check;
  GtkLabel       *detail;
  GtkLabel       *done;
  GtkLabel       *title;
};

G_DEFINE_FINAL_TYPE (CorProcedureRow, cor_procedure_row, GTK_TYPE_WIDGET)

static guint toggled_signal;

static void
on_toggled (CorProcedureRow *self)
{
  if (!self->is_showing)
    g_signal_emit (self, toggled_signal, 0, gtk_check_button_get_active (self->check));
}

static void
action_toggle (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CorProcedureRow *self = COR_PROCEDURE_ROW (widget);

  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

static void
cor_procedure_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_PROCEDURE_ROW);

  G_OBJECT_CLASS (cor_procedure_row_parent_class)->dispose (object);
}

static void
cor_procedure_row_class_init (CorProcedureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_procedure_row_dispose;

  toggled_signal = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "corprocedurerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-procedure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorProcedureRow, check);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureRow, detail);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureRow, done);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureRow, title);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  /* GTK 4.8 tells assistive technology of no action of a check button */
  gtk_widget_class_install_action (widget_class, "step.toggle", NULL, action_toggle);
}

static void
cor_procedure_row_init (CorProcedureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_procedure_row_new:
 * @step: what is to be done; not kept
 *
 * Returns: (transfer floating): a row without a tick
 */
GtkWidget *
cor_procedure_row_new (const CorStep *step)
{
  CorProcedureRow *self = g_object_new (COR_TYPE_PROCEDURE_ROW, NULL);

  cor_label_follow_script (self->title, step->title);
  cor_label_follow_script (self->detail, step->detail);
  gtk_label_set_label (self->title, step->title);
  gtk_label_set_label (self->detail, step->detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), step->detail[0] != '\0');
  return GTK_WIDGET (self);
}

/**
 * cor_procedure_row_show:
 * @who_and_when: (nullable): of a step that is done
 */
void
cor_procedure_row_show (CorProcedureRow *self, gboolean is_done, const char *who_and_when)
{
  g_return_if_fail (COR_IS_PROCEDURE_ROW (self));

  self->is_showing = TRUE;
  gtk_check_button_set_active (self->check, is_done);
  self->is_showing = FALSE;
  gtk_label_set_label (self->done, who_and_when != NULL ? who_and_when : "");
  gtk_widget_set_visible (GTK_WIDGET (self->done), who_and_when != NULL);
  if (is_done)
    gtk_widget_add_css_class (GTK_WIDGET (self), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "done");
}
