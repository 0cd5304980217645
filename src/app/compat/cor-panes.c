/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-panes"

#include "config.h"

#include "cor-panes.h"

#include <adwaita.h>

#include "cor-pane-slot.h"

/*
 * CorPanes: sidebar, list and detail beside each other, folding from the left when the window gets
 * narrow: three panes from 840 pixels, two from 640, one below. It hides the container that does it,
 * which is another one in later versions of libadwaita.
 *
 * CSS nodes: corpanes > leaflet
 */
struct _CorPanes
{
  GtkWidget parent_instance;

  AdwLeaflet *outer;        /* owned: child; sidebar | right */
  GtkWidget  *right;        /* borrowed: outer; top over stack */
  GtkWidget  *stack;        /* borrowed: right; inner, and pages that take its place */
  AdwLeaflet *inner;        /* list | detail */
  GtkWidget  *sidebar_slot; /* borrowed: outer */
  GtkWidget  *list_slot;    /* borrowed: inner */
  GtkWidget  *detail;       /* borrowed: inner */
  guint       width_source;
  int         list_width;
};

#define SIDEBAR_WIDTH 204
#define LIST_WIDTH 288
/* from this width of the window on the list has more room */
#define ROOMY_FROM 1400
#define LIST_WIDTH_ROOMY 318

G_DEFINE_FINAL_TYPE (CorPanes, cor_panes, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FOLDED = 1,
  PROP_SIDEBAR_FOLDED
} CorPanesProperty;

static GParamSpec *properties[PROP_SIDEBAR_FOLDED + 1];

static void
on_inner_folded (CorPanes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
on_outer_folded (CorPanes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_FOLDED]);
}

static gboolean
on_width (gpointer user_data)
{
  CorPanes *self = user_data;

  self->width_source = 0;
  if (self->list_slot != NULL)
    cor_pane_slot_set_width (COR_PANE_SLOT (self->list_slot), self->list_width);
  return G_SOURCE_REMOVE;
}

static void
cor_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (COR_PANES (widget)->outer), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
cor_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorPanes *self = COR_PANES (widget);
  int       list_width = width >= ROOMY_FROM ? LIST_WIDTH_ROOMY : LIST_WIDTH;

  if (list_width != self->list_width)
    {
      self->list_width = list_width;
      if (self->width_source == 0)
        self->width_source = g_idle_add (on_width, self);
    }
  gtk_widget_allocate (GTK_WIDGET (self->outer), width, height, baseline, NULL);
}

static void
cor_panes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorPanes *self = COR_PANES (object);

  switch ((CorPanesProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, cor_panes_is_folded (self));
      break;
    case PROP_SIDEBAR_FOLDED:
      g_value_set_boolean (value, cor_panes_is_sidebar_folded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_panes_dispose (GObject *object)
{
  CorPanes *self = COR_PANES (object);

  g_clear_handle_id (&self->width_source, g_source_remove);
  if (self->outer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->outer));
  self->outer = NULL;

  G_OBJECT_CLASS (cor_panes_parent_class)->dispose (object);
}

static void
cor_panes_class_init (CorPanesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_panes_dispose;
  object_class->get_property = cor_panes_get_property;
  widget_class->measure = cor_panes_measure;
  widget_class->size_allocate = cor_panes_size_allocate;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_FOLDED] = g_param_spec_boolean ("sidebar-folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "corpanes");
}

static void
cor_panes_init (CorPanes *self)
{
  self->outer = ADW_LEAFLET (adw_leaflet_new ());
  self->inner = ADW_LEAFLET (adw_leaflet_new ());
  self->list_width = LIST_WIDTH;
  adw_leaflet_set_fold_threshold_policy (self->outer, ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  adw_leaflet_set_fold_threshold_policy (self->inner, ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  adw_leaflet_set_can_navigate_back (self->outer, TRUE);
  adw_leaflet_set_can_navigate_back (self->inner, TRUE);
  self->right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (self->right, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE); /* pages that nobody has opened are not even measured */
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (GTK_STACK (self->stack), 120);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->inner), "desk");
  gtk_box_append (GTK_BOX (self->right), self->stack);
  gtk_widget_set_parent (GTK_WIDGET (self->outer), GTK_WIDGET (self));
  g_signal_connect_object (self->inner, "notify::folded", G_CALLBACK (on_inner_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outer, "notify::folded", G_CALLBACK (on_outer_folded), self, G_CONNECT_SWAPPED);
}

/**
 * cor_panes_new:
 *
 * Returns: (transfer floating): panes without content
 */
GtkWidget *
cor_panes_new (void)
{
  return g_object_new (COR_TYPE_PANES, NULL);
}

/**
 * cor_panes_set_children:
 * @sidebar: the leftmost, 204 pixels
 * @list: 288 pixels, more in a roomy window
 * @detail: the rest
 *
 * To be called once.
 */
void
cor_panes_set_children (CorPanes *self, GtkWidget *sidebar, GtkWidget *list, GtkWidget *detail)
{
  g_return_if_fail (COR_IS_PANES (self));
  g_return_if_fail (self->detail == NULL);

  self->sidebar_slot = cor_pane_slot_new (sidebar, SIDEBAR_WIDTH);
  self->list_slot = cor_pane_slot_new (list, LIST_WIDTH);
  self->detail = detail;
  gtk_widget_set_hexpand (self->sidebar_slot, FALSE); /* whatever in them would like to grow */
  gtk_widget_set_hexpand (self->list_slot, FALSE);
  gtk_widget_set_hexpand (detail, TRUE);
  adw_leaflet_append (self->inner, self->list_slot);
  adw_leaflet_append (self->inner, detail);
  adw_leaflet_append (self->outer, self->sidebar_slot);
  adw_leaflet_append (self->outer, self->right);
  adw_leaflet_set_visible_child (self->outer, self->right);
  adw_leaflet_set_visible_child (self->inner, self->list_slot);
}

/**
 * cor_panes_set_top:
 * @top: stands over list and detail, beside the sidebar
 */
void
cor_panes_set_top (CorPanes *self, GtkWidget *top)
{
  g_return_if_fail (COR_IS_PANES (self));

  /* a long sentence in it must not fold the window */
  gtk_box_prepend (GTK_BOX (self->right), cor_pane_slot_new (top, 0));
}

/**
 * cor_panes_add_page:
 * @name: of the page
 * @page: takes the place of list and detail when it is shown
 */
void
cor_panes_add_page (CorPanes *self, const char *name, GtkWidget *page)
{
  g_return_if_fail (COR_IS_PANES (self));

  gtk_stack_add_named (GTK_STACK (self->stack), cor_pane_slot_new (page, 0), name);
}

/**
 * cor_panes_show_page:
 * @name: (nullable): a page; %NULL for list and detail
 */
void
cor_panes_show_page (CorPanes *self, const char *name)
{
  g_return_if_fail (COR_IS_PANES (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name != NULL ? name : "desk");
  adw_leaflet_set_visible_child (self->outer, self->right);
}

/**
 * cor_panes_show_sidebar:
 *
 * Where it is folded away, brings it.
 */
void
cor_panes_show_sidebar (CorPanes *self)
{
  g_return_if_fail (COR_IS_PANES (self));

  adw_leaflet_set_visible_child (self->outer, self->sidebar_slot);
}

/**
 * cor_panes_show_list:
 */
void
cor_panes_show_list (CorPanes *self)
{
  g_return_if_fail (COR_IS_PANES (self));

  adw_leaflet_set_visible_child (self->inner, self->list_slot);
  adw_leaflet_set_visible_child (self->outer, self->right);
}

/**
 * cor_panes_show_detail:
 */
void
cor_panes_show_detail (CorPanes *self)
{
  g_return_if_fail (COR_IS_PANES (self));

  adw_leaflet_set_visible_child (self->inner, self->detail);
  adw_leaflet_set_visible_child (self->outer, self->right);
}

/**
 * cor_panes_go_back:
 *
 * From the detail to the list, from the list to the sidebar, as far as they are folded.
 */
void
cor_panes_go_back (CorPanes *self)
{
  g_return_if_fail (COR_IS_PANES (self));

  if (adw_leaflet_get_folded (self->inner) && adw_leaflet_get_visible_child (self->inner) == self->detail)
    cor_panes_show_list (self);
  else if (adw_leaflet_get_folded (self->outer))
    cor_panes_show_sidebar (self);
}

/**
 * cor_panes_is_folded:
 *
 * Returns: whether list and detail are not side by side
 */
gboolean
cor_panes_is_folded (CorPanes *self)
{
  g_return_val_if_fail (COR_IS_PANES (self), FALSE);

  return adw_leaflet_get_folded (self->inner);
}

/**
 * cor_panes_is_sidebar_folded:
 *
 * Returns: whether the sidebar is not beside the others
 */
gboolean
cor_panes_is_sidebar_folded (CorPanes *self)
{
  g_return_val_if_fail (COR_IS_PANES (self), FALSE);

  return adw_leaflet_get_folded (self->outer);
}

/**
 * cor_panes_is_detail_shown:
 *
 * Returns: whether the detail can be seen, folded or not
 */
gboolean
cor_panes_is_detail_shown (CorPanes *self)
{
  g_return_val_if_fail (COR_IS_PANES (self), FALSE);

  return !adw_leaflet_get_folded (self->inner) || adw_leaflet_get_visible_child (self->inner) == self->detail;
}
