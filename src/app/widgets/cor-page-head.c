/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-page-head"

#include "config.h"

#include "cor-page-head.h"

#include "cor-fit-label.h"
#include "cor-fold-layout.h"

#include <glib/gi18n-lib.h>

/*
 * CorPageHead: the head of a page: the ways out of it, its title, what one searches by, its own buttons and the
 * window's. In a template a child of the type "seek" goes under the others where they have no room beside each other;
 * children of the type "end" stand before the window's buttons.
 *
 * CSS nodes: corpagehead
 */
struct _CorPageHead
{
  GtkWidget parent_instance;

  gboolean is_folded;

  GtkWidget *handle; /* owned; the others are in it */
  GtkWidget *bar;
  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *sidebar;
  GtkWidget *title;
  GtkWidget *controls;
};

#define SPACING 9 /* px */

static void               cor_page_head_buildable_init (GtkBuildableIface *iface);
static GtkBuildableIface *parent_buildable_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (CorPageHead, cor_page_head, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, cor_page_head_buildable_init))

typedef enum
{
  PROP_FOLDED = 1,
  PROP_TITLE
} CorPageHeadProperty;

static GParamSpec *properties[PROP_TITLE + 1];

static void
cor_page_head_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  CorPageHead *self = COR_PAGE_HEAD (buildable);

  if (g_strcmp0 (type, "seek") == 0)
    {
      gtk_box_insert_child_after (GTK_BOX (self->bar), GTK_WIDGET (child), self->start);
      gtk_widget_set_layout_manager (self->bar, cor_fold_layout_new (GTK_WIDGET (child), SPACING));
    }
  else if (g_strcmp0 (type, "end") == 0)
    gtk_box_insert_child_after (GTK_BOX (self->end), GTK_WIDGET (child), gtk_widget_get_prev_sibling (self->controls));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
cor_page_head_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = cor_page_head_add_child;
}

static void
cor_page_head_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorPageHead *self = COR_PAGE_HEAD (object);

  switch ((CorPageHeadProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;
    case PROP_TITLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_page_head_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CorPageHead *self = COR_PAGE_HEAD (object);

  switch ((CorPageHeadProperty) prop_id)
    {
    case PROP_FOLDED:
      self->is_folded = g_value_get_boolean (value);
      gtk_widget_set_visible (self->sidebar, self->is_folded);
      break;
    case PROP_TITLE:
      cor_fit_label_set_text (COR_FIT_LABEL (self->title), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_page_head_dispose (GObject *object)
{
  g_clear_pointer (&COR_PAGE_HEAD (object)->handle, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_page_head_parent_class)->dispose (object);
}

static void
cor_page_head_class_init (CorPageHeadClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_page_head_dispose;
  object_class->get_property = cor_page_head_get_property;
  object_class->set_property = cor_page_head_set_property;

  /* whether the sidebar has to be asked for */
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "corpagehead");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_button (const char *icon_name, const char *action, const char *tooltip, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_title (void)
{
  GtkWidget *title = cor_fit_label_new ("");

  gtk_widget_add_css_class (title, "cor-title");
  gtk_widget_set_margin_start (title, SPACING);
  return title;
}

static void
cor_page_head_init (CorPageHead *self)
{
  self->handle = gtk_window_handle_new ();
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->start = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->sidebar = make_button ("cor-panel-left-symbolic", "page.show-sidebar", _ ("Views"), _ ("Views"));
  self->title = make_title ();
  self->controls = gtk_window_controls_new (GTK_PACK_END);

  gtk_widget_set_visible (self->sidebar, FALSE);
  gtk_box_append (GTK_BOX (self->start), self->sidebar);
  gtk_box_append (GTK_BOX (self->start), make_button ("go-previous-symbolic", "page.close", _ ("Back to where you were (Esc)"), _ ("Close the page")));
  gtk_box_append (GTK_BOX (self->start), self->title);
  gtk_widget_set_hexpand (self->start, TRUE);
  gtk_widget_set_valign (self->controls, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->end), self->controls);

  gtk_widget_add_css_class (self->bar, "cor-pane-head");
  gtk_box_append (GTK_BOX (self->bar), self->start);
  gtk_box_append (GTK_BOX (self->bar), self->end);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (self->handle), self->bar);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
}
