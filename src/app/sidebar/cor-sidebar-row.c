/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-sidebar-row"

#include "config.h"

#include "cor-sidebar-row.h"

#include <glib/gi18n-lib.h>

#include "cor-channel-text.h"
#include "cor-view-text.h"

/*
 * CorSidebarRow: a view with its icon, or a label with its dot, and its live count.
 *
 * CSS nodes: row.cor-sidebar-row > box > image, label, label.count[.late|.needing]
 * Accessibility: named with title and counts; "row.activate" opens it.
 */
struct _CorSidebarRow
{
  GtkListBoxRow parent_instance;

  CorViewItem *item; /* owned */

  /* Template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (CorSidebarRow, cor_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
update_counts (CorSidebarRow *self)
{
  const CorView   *view = cor_view_item_get_view (self->item);
  guint            n = cor_view_item_get_count (self->item);
  guint            unread = cor_view_item_get_unread (self->item);
  g_autofree char *figure = n > 0 ? g_strdup_printf ("%'u", n) : g_strdup ("");
  g_autofree char *spoken = NULL;

  gtk_label_set_label (self->count, figure);
  set_class (GTK_WIDGET (self->count), "late", n > 0 && view != NULL && view->kind == COR_VIEW_SLA);
  set_class (GTK_WIDGET (self->count), "needing", view == NULL && unread > 0);
  cor_sidebar_row_update_visible (self);

  if (n == 0 && cor_view_item_get_section (self->item) == COR_SECTION_PAGES)
    spoken = g_strdup (cor_view_item_get_title (self->item));
  else if (unread == 0)
    spoken = g_strdup_printf (_ ("%s, %u"), cor_view_item_get_title (self->item), n);
  else if (view != NULL)
    spoken = g_strdup_printf (_ ("%s, %u, %u unread"), cor_view_item_get_title (self->item), n, unread);
  else
    spoken = g_strdup_printf (_ ("%s, %u, %u need you"), cor_view_item_get_title (self->item), n, unread);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_item (CorSidebarRow *self)
{
  const CorView *view = cor_view_item_get_view (self->item);
  const char    *icon_name = cor_view_item_get_icon_name (self->item);

  gtk_label_set_label (self->title, cor_view_item_get_title (self->item));
  gtk_image_set_from_icon_name (self->icon, icon_name != NULL ? icon_name : "cor-dot-symbolic");
  if (view != NULL && view->kind == COR_VIEW_CHANNEL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), "cor-channel");
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), cor_channel_get_css_class (view->channel));
    }
  else if (icon_name == NULL)
    {
      g_autofree char *hue = g_strconcat ("hue-", cor_hue_to_string (cor_view_item_get_hue (self->item)), NULL);

      gtk_widget_add_css_class (GTK_WIDGET (self->icon), "cor-dot");
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), hue);
    }
  update_counts (self);
}

static void
action_activate (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "activate");
}

static void
cor_sidebar_row_dispose (GObject *object)
{
  CorSidebarRow *self = COR_SIDEBAR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (cor_sidebar_row_parent_class)->dispose (object);
}

static void
cor_sidebar_row_class_init (CorSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/sidebar/cor-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorSidebarRow, count);
  gtk_widget_class_bind_template_child (widget_class, CorSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CorSidebarRow, title);
  gtk_widget_class_install_action (widget_class, "row.activate", NULL, action_activate);
}

static void
cor_sidebar_row_init (CorSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_sidebar_row_new:
 * @item: what it shows and follows
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cor_sidebar_row_new (CorViewItem *item)
{
  CorSidebarRow *self = g_object_new (COR_TYPE_SIDEBAR_ROW, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  show_item (self);
  return GTK_WIDGET (self);
}

/**
 * cor_sidebar_row_get_item:
 *
 * Returns: (transfer none): what it shows
 */
CorViewItem *
cor_sidebar_row_get_item (CorSidebarRow *self)
{
  g_return_val_if_fail (COR_IS_SIDEBAR_ROW (self), NULL);

  return self->item;
}

/**
 * cor_sidebar_row_update_visible:
 *
 * Hides a view that most desks have no use for while nothing is in it. To be called again when the row was put
 * into a list, which shows every row that it is given.
 */
void
cor_sidebar_row_update_visible (CorSidebarRow *self)
{
  const CorView *view = NULL;

  g_return_if_fail (COR_IS_SIDEBAR_ROW (self));

  view = cor_view_item_get_view (self->item);
  if (view != NULL && view->kind == COR_VIEW_PENDING) /* most desks have no bot */
    gtk_widget_set_visible (GTK_WIDGET (self), cor_view_item_get_count (self->item) > 0);
}
