/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-command-row"

#include "config.h"

#include "cor-command-row.h"

#include "cor-label-script.h"

/*
 * CorCommandRow: a command of the palette: icon, title, and its keys or what tells it from others.
 *
 * CSS nodes: row.cor-command-row > box > image, label, label.hint
 * Accessibility: named with title and hint; "row.activate" does it.
 */
struct _CorCommandRow
{
  GtkListBoxRow parent_instance;

  CorCommand *command; /* owned */

  /* Template */
  GtkLabel *hint;
  GtkImage *icon;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (CorCommandRow, cor_command_row, GTK_TYPE_LIST_BOX_ROW)

static void
action_activate (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "activate");
}

static void
cor_command_row_dispose (GObject *object)
{
  CorCommandRow *self = COR_COMMAND_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_COMMAND_ROW);
  g_clear_object (&self->command);

  G_OBJECT_CLASS (cor_command_row_parent_class)->dispose (object);
}

static void
cor_command_row_class_init (CorCommandRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_command_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/palette/cor-command-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorCommandRow, hint);
  gtk_widget_class_bind_template_child (widget_class, CorCommandRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CorCommandRow, title);
  gtk_widget_class_install_action (widget_class, "row.activate", NULL, action_activate);
}

static void
cor_command_row_init (CorCommandRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_command_row_new:
 * @command: what it shows
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cor_command_row_new (CorCommand *command)
{
  CorCommandRow   *self = g_object_new (COR_TYPE_COMMAND_ROW, NULL);
  const char      *title = cor_command_get_title (command);
  const char      *hint = cor_command_get_hint (command);
  g_autofree char *spoken = hint != NULL ? g_strdup_printf ("%s, %s", title, hint) : g_strdup (title);

  self->command = g_object_ref (command);
  cor_label_follow_script (self->title, title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_image_set_from_icon_name (self->icon, cor_command_get_icon_name (command));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

/**
 * cor_command_row_get_command:
 *
 * Returns: (transfer none): what it does
 */
CorCommand *
cor_command_row_get_command (CorCommandRow *self)
{
  g_return_val_if_fail (COR_IS_COMMAND_ROW (self), NULL);

  return self->command;
}
