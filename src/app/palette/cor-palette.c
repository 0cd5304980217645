/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-palette"

#include "config.h"

#include "cor-palette.h"

#include "cor-command-row.h"
#include "cor-transient.h"

/*
 * CorPalette: everything the window can be asked to do, by a few letters of its name: actions with their keys,
 * views, pages, conversations by customer or number. The arrows choose while one types; Enter does it.
 *
 * CSS nodes: window.cor-palette
 * Accessibility: the entry keeps the focus; the list is a list box whose rows can be reached and activated.
 */
struct _CorPalette
{
  AdwWindow parent_instance;

  CorCommandList *commands; /* owned */

  /* Template */
  GtkSearchEntry *entry;
  GtkListBox     *list_box;
};

G_DEFINE_FINAL_TYPE (CorPalette, cor_palette, ADW_TYPE_WINDOW)

static void
select_row (CorPalette *self, GtkListBoxRow *row)
{
  graphene_rect_t bounds;
  GtkWidget      *viewport = gtk_widget_get_parent (GTK_WIDGET (self->list_box));
  GtkAdjustment  *adjustment = NULL;

  gtk_list_box_select_row (self->list_box, row);
  if (row == NULL || !GTK_IS_SCROLLABLE (viewport) || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list_box), &bounds))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* What was typed changes the offers: Enter does the first of them. */
static void
on_items_changed (CorPalette *self)
{
  select_row (self, gtk_list_box_get_row_at_index (self->list_box, 0));
}

static void
on_search_changed (CorPalette *self)
{
  cor_command_list_set_query (self->commands, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  on_items_changed (self);
}

static void
on_row_activated (CorPalette *self, CorCommandRow *row)
{
  g_autoptr (CorCommand) command = g_object_ref (cor_command_row_get_command (row));
  g_autoptr (GtkWidget) parent = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (parent, cor_command_get_action (command), cor_command_get_target (command));
}

static void
on_entry_activated (CorPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);

  if (row != NULL)
    on_row_activated (self, COR_COMMAND_ROW (row));
}

static gboolean
on_key_pressed (CorPalette *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);
  int            step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1
                                                                                                                      : 0;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list_box, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    select_row (self, row);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_row (gpointer item, gpointer unused)
{
  return cor_command_row_new (item);
}

static void
cor_palette_dispose (GObject *object)
{
  CorPalette *self = COR_PALETTE (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PALETTE);
  g_clear_object (&self->commands);

  G_OBJECT_CLASS (cor_palette_parent_class)->dispose (object);
}

static void
cor_palette_class_init (CorPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_palette_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/palette/cor-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, CorPalette, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cor_palette_init (CorPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_palette_new:
 * @session: views and store
 * @parent: the window that is to do it
 * @has_conversation: whether one is open in it
 *
 * Returns: (transfer floating): a palette, over @parent
 */
GtkWidget *
cor_palette_new (CorSession *session, GtkWindow *parent, gboolean has_conversation)
{
  CorPalette *self = g_object_new (COR_TYPE_PALETTE, NULL);

  cor_transient_set (GTK_WINDOW (self), parent);
  self->commands = cor_palette_create_commands (session, gtk_window_get_application (parent), has_conversation);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->commands), create_row, NULL, NULL);
  g_signal_connect_object (self->commands, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_items_changed (self);
  return GTK_WIDGET (self);
}
