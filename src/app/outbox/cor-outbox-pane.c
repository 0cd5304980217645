/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-outbox-pane"

#include "config.h"

#include "cor-outbox-pane-private.h"
#include "cor-outbox-row.h"

#include <glib/gi18n-lib.h>

#define NARROW_WIDTH 720   /* list and detail do not fit beside each other */
#define STACKED_WIDTH 1000 /* conversation and reply do not */
#define MIN_WIDTH 300

/*
 * CorOutboxPane: what the desk does not have yet: first what needs the agent, then what waits. The one on
 * screen is an intent, never a place in the list.
 *
 * "open-conversation" (gint64), "back": asked of the window.
 *
 * CSS nodes: coroutboxpane > box > box.list, stack.edge
 */
G_DEFINE_FINAL_TYPE (CorOutboxPane, cor_outbox_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FOLDED = 1,
  PROP_SHOW_CONTROLS
} CorOutboxPaneProperty;

static GParamSpec *properties[PROP_SHOW_CONTROLS + 1];

static CorOutboxItem *
get_item_of_row (GtkListBoxRow *row)
{
  return row ? cor_outbox_row_get_item (COR_OUTBOX_ROW (gtk_list_box_row_get_child (row))) : NULL;
}

static void
show_item (CorOutboxPane *self,
           CorOutboxItem *item)
{
  cor_outbox_detail_set_item (self->detail, item);
  gtk_stack_set_visible_child_name (self->detail_side, item ? "detail" : "none");
  if (item == NULL)
    self->shows_detail = FALSE;
  _cor_outbox_pane_update_actions (self);
  _cor_outbox_pane_update_room (self);
}

static GtkWidget *
on_create_row (gpointer item,
               gpointer user_data)
{
  return cor_outbox_row_new (COR_OUTBOX_PANE (user_data)->session, COR_OUTBOX_ITEM (item));
}

static void
on_update_header (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  gboolean   is_needing = cor_outbox_item_is_needing (get_item_of_row (row));
  gboolean   is_first = before == NULL || cor_outbox_item_is_needing (get_item_of_row (before)) != is_needing;
  GtkWidget *header = NULL;

  if (is_first)
    {
      header = gtk_label_new (is_needing ? _ ("Needs you") : _ ("Waiting"));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "cor-section");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
on_row_selected (CorOutboxPane *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    show_item (self, get_item_of_row (row));
}

static void
on_row_activated (CorOutboxPane *self,
                  GtkListBoxRow *row)
{
  self->shows_detail = TRUE;
  show_item (self, get_item_of_row (row));
}

static void
update_count (CorOutboxPane *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->outbox));
  g_autofree char *words = g_strdup_printf (ngettext ("%u on this computer", "%u on this computer", n), n);

  gtk_label_set_label (self->count, n > 0 ? words : "");
  gtk_label_set_label (self->empty, cor_outbox_is_loaded (self->outbox) ? _ ("Everything was sent.") : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->hint, n > 0);
}

/* Whoever looks at an item that has gone sees that it has gone, not another customer's. */
static void
on_outbox_loaded (CorOutboxPane *self)
{
  CorOutboxItem *item = cor_outbox_detail_get_item (self->detail);

  update_count (self);
  if (item != NULL && cor_outbox_find (self->outbox, cor_outbox_item_get_intent (item)->id) == NULL)
    {
      gtk_list_box_unselect_all (self->list);
      show_item (self, NULL);
    }
  gtk_list_box_invalidate_headers (self->list);
  _cor_outbox_pane_update_actions (self);
}

/* Applies how much room there is. */
void
_cor_outbox_pane_update_room (CorOutboxPane *self)
{
  gboolean shows_detail = !self->is_narrow || self->shows_detail;
  gboolean shows_list = !self->is_narrow || !self->shows_detail;

  gtk_widget_set_visible (self->list_side, shows_list);
  gtk_widget_set_hexpand (self->list_side, self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_side), shows_detail);
  gtk_widget_set_visible (self->back, self->is_folded);
  gtk_widget_set_visible (self->controls, self->shows_controls && !shows_detail);
  gtk_widget_set_visible (self->none_controls, self->shows_controls);
  cor_outbox_detail_set_controls (self->detail, self->shows_controls);
  cor_outbox_detail_set_room (self->detail, self->is_narrow, self->is_stacked);
}

static gboolean
on_room_idle (gpointer user_data)
{
  CorOutboxPane *self = user_data;

  self->room_idle = 0;
  _cor_outbox_pane_update_room (self);
  return G_SOURCE_REMOVE;
}

static void
cor_outbox_pane_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  CorOutboxPane *self = COR_OUTBOX_PANE (widget);
  int            child_width = 0;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &child_width, NULL, NULL, NULL);
  gtk_widget_measure (self->content, orientation, for_size < 0 ? -1 : MAX (for_size, child_width), minimum, natural, NULL, NULL);
  /* it folds by itself, which it can only do when it is asked to be that narrow */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
cor_outbox_pane_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  CorOutboxPane *self = COR_OUTBOX_PANE (widget);
  GtkAllocation  child = { 0, 0, width, height };
  int            minimum = 0;
  gboolean       is_narrow = width < NARROW_WIDTH, is_stacked = width < STACKED_WIDTH;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  child.width = MAX (width, minimum);
  gtk_widget_size_allocate (self->content, &child, -1);
  if (is_narrow == self->is_narrow && is_stacked == self->is_stacked)
    return;
  self->is_narrow = is_narrow;
  self->is_stacked = is_stacked;
  if (self->room_idle == 0) /* not within an allocation */
    self->room_idle = g_idle_add_full (GTK_PRIORITY_RESIZE, on_room_idle, self, NULL);
}

static void
cor_outbox_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CorOutboxPane *self = COR_OUTBOX_PANE (object);

  switch ((CorOutboxPaneProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;
    case PROP_SHOW_CONTROLS:
      g_value_set_boolean (value, self->shows_controls);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_outbox_pane_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CorOutboxPane *self = COR_OUTBOX_PANE (object);
  guint          is_set = g_value_get_boolean (value) ? 1 : 0;

  switch ((CorOutboxPaneProperty) prop_id)
    {
    case PROP_FOLDED:
      if (self->is_folded == is_set)
        return;
      self->is_folded = is_set & 1;
      break;
    case PROP_SHOW_CONTROLS:
      if (self->shows_controls == is_set)
        return;
      self->shows_controls = is_set & 1;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  _cor_outbox_pane_update_room (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
cor_outbox_pane_dispose (GObject *object)
{
  CorOutboxPane *self = COR_OUTBOX_PANE (object);

  g_cancellable_cancel (self->acting);
  g_clear_handle_id (&self->room_idle, g_source_remove);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_OUTBOX_PANE);
  g_clear_object (&self->acting);
  g_clear_object (&self->outbox);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_outbox_pane_parent_class)->dispose (object);
}

static void
cor_outbox_pane_class_init (CorOutboxPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_outbox_pane_dispose;
  object_class->get_property = cor_outbox_pane_get_property;
  object_class->set_property = cor_outbox_pane_set_property;
  widget_class->measure = cor_outbox_pane_measure;
  widget_class->size_allocate = cor_outbox_pane_size_allocate;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTROLS] = g_param_spec_boolean ("show-controls", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_signal_new ("back", COR_TYPE_OUTBOX_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("open-conversation", COR_TYPE_OUTBOX_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (COR_TYPE_OUTBOX_DETAIL);
  gtk_widget_class_set_css_name (widget_class, "coroutboxpane");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/outbox/cor-outbox-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, back);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, content);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, controls);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, count);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, detail);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, detail_side);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, empty);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, hint);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, list);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, list_side);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, none_controls);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxPane, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  _cor_outbox_pane_install_actions (widget_class);
}

static void
cor_outbox_pane_init (CorOutboxPane *self)
{
  self->acting = g_cancellable_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, on_update_header, NULL, NULL);
  _cor_outbox_pane_update_actions (self);
}

/**
 * cor_outbox_pane_new:
 *
 * Returns: (transfer floating): an empty outbox
 */
GtkWidget *
cor_outbox_pane_new (void)
{
  return g_object_new (COR_TYPE_OUTBOX_PANE, NULL);
}

/**
 * cor_outbox_pane_set_session:
 * @session: (transfer none): store and clock
 *
 * To be called once.
 */
void
cor_outbox_pane_set_session (CorOutboxPane *self,
                             CorSession    *session)
{
  g_return_if_fail (COR_IS_OUTBOX_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->outbox = cor_outbox_new (cor_session_get_store (session));
  cor_outbox_detail_set_session (self->detail, session);
  g_signal_connect_object (self->outbox, "loaded", G_CALLBACK (on_outbox_loaded), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->outbox), on_create_row, self, NULL);
}

/**
 * cor_outbox_pane_select:
 * @intent: local id of an intent
 *
 * Shows it, when it is in the outbox.
 */
void
cor_outbox_pane_select (CorOutboxPane *self,
                        gint64         intent)
{
  g_return_if_fail (COR_IS_OUTBOX_PANE (self) && self->outbox != NULL);

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (cor_outbox_item_get_intent (get_item_of_row (row))->id != intent)
        continue;
      gtk_list_box_select_row (self->list, row);
      on_row_activated (self, row);
      return;
    }
}
