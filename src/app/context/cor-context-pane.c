/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-context-pane"

#include "config.h"

#include "cor-context-pane-private.h"
#include "cor-conversation-card.h"
#include "cor-result.h"
#include "cor-wrap-layout.h"

#include "cor-store-threads.h"

/*
 * CorContextPane: the customer of the open conversation: who it is, what time it is there, how to reach them,
 * and what else was spoken of. It follows the store.
 *
 * "open-conversation" (gint64), "close": asked of the window.
 *
 * CSS nodes: corcontextpane > box
 */
G_DEFINE_FINAL_TYPE (CorContextPane, cor_context_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SHOW_CONTROLS = 1
} CorContextPaneProperty;

static GParamSpec *properties[PROP_SHOW_CONTROLS + 1];

/* Never the customer of another conversation. */
static void
show_nobody (CorContextPane *self)
{
  g_clear_object (&self->customer);
  _cor_context_pane_show_customer (self);
}

static void
on_customer_loaded (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CorContextPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCustomerData) data = cor_store_load_customer_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (data == NULL)
    {
      g_debug ("customer %" G_GINT64_FORMAT ": %s", self->customer_id, error->message);
      show_nobody (self);
      return;
    }
  g_clear_object (&self->customer);
  self->customer = cor_customer_new (g_steal_pointer (&data));
  _cor_context_pane_show_customer (self);
}

static void
read_customer (CorContextPane *self)
{
  if (self->customer_id != 0)
    cor_store_load_customer_async (cor_session_get_store (self->session), self->customer_id, self->reading, on_customer_loaded, g_object_ref (self));
}

static void
on_thread_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CorContextPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) threads = cor_store_load_threads_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (threads != NULL && threads->len > 0)
    self->customer_id = ((const CorThreadData *) g_ptr_array_index (threads, 0))->customer;
  if (self->customer_id != 0)
    read_customer (self);
  else
    show_nobody (self);
}

static gboolean
concerns_us (CorContextPane  *self,
             CorStoreChanges *changes)
{
  GPtrArray *conversations = self->customer ? cor_customer_get_conversations (self->customer) : NULL;

  if (changes->reset || (changes->topics & COR_TOPIC_CUSTOMERS) != 0)
    return TRUE;
  for (guint i = 0; changes->threads != NULL && conversations != NULL && i < changes->threads->len; i++)
    for (guint j = 0; j < conversations->len; j++)
      if (g_array_index (changes->threads, CorThreadChange, i).conversation == ((const CorThreadData *) g_ptr_array_index (conversations, j))->id)
        return TRUE;
  return FALSE;
}

static void
on_store_changed (CorContextPane  *self,
                  CorStoreChanges *changes)
{
  if (concerns_us (self, changes))
    read_customer (self);
}

static void
on_all_clicked (CorContextPane *self)
{
  self->shows_all = TRUE;
  _cor_context_pane_show_others (self);
}

static void
on_close_clicked (CorContextPane *self)
{
  g_signal_emit_by_name (self, "close");
}

static void
on_other_activated (CorContextPane *self,
                    GtkListBoxRow  *row)
{
  gtk_widget_activate_action (gtk_list_box_row_get_child (row), "row.activate", NULL);
}

static void
cor_context_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((CorContextPaneProperty) prop_id)
    {
    case PROP_SHOW_CONTROLS:
      g_value_set_boolean (value, COR_CONTEXT_PANE (object)->shows_controls);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_context_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CorContextPane *self = COR_CONTEXT_PANE (object);

  switch ((CorContextPaneProperty) prop_id)
    {
    case PROP_SHOW_CONTROLS:
      if (self->shows_controls == !!g_value_get_boolean (value))
        return;
      self->shows_controls = !!g_value_get_boolean (value);
      gtk_widget_set_visible (self->controls, self->shows_controls);
      /* two crosses side by side would be one too many */
      gtk_button_set_icon_name (self->close_button, self->shows_controls ? "cor-panel-right-symbolic" : "window-close-symbolic");
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_context_pane_dispose (GObject *object)
{
  CorContextPane *self = COR_CONTEXT_PANE (object);

  g_cancellable_cancel (self->reading);
  self->clock = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_CONTEXT_PANE);
  g_clear_object (&self->reading);
  g_clear_object (&self->customer);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_context_pane_parent_class)->dispose (object);
}

static void
cor_context_pane_class_init (CorContextPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_context_pane_dispose;
  object_class->get_property = cor_context_pane_get_property;
  object_class->set_property = cor_context_pane_set_property;

  properties[PROP_SHOW_CONTROLS] = g_param_spec_boolean ("show-controls", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_signal_new ("close", COR_TYPE_CONTEXT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("open-conversation", COR_TYPE_CONTEXT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (COR_TYPE_AVATAR);
  gtk_widget_class_set_css_name (widget_class, "corcontextpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/context/cor-context-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, all);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, company);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, controls);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, facts);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, labels);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, name);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, others);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, others_title);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, page);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, pills);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, root);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_other_activated);
}

static void
cor_context_pane_init (CorContextPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->labels), cor_wrap_layout_new (6));
}

/**
 * cor_context_pane_new:
 *
 * Returns: (transfer floating): a pane without a customer
 */
GtkWidget *
cor_context_pane_new (void)
{
  return g_object_new (COR_TYPE_CONTEXT_PANE, NULL);
}

/**
 * cor_context_pane_set_session:
 * @session: (transfer none): store and clock
 *
 * To be called once.
 */
void
cor_context_pane_set_session (CorContextPane *self,
                              CorSession     *session)
{
  g_return_if_fail (COR_IS_CONTEXT_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (cor_session_get_store (session), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "minute", G_CALLBACK (_cor_context_pane_update_clock), self, G_CONNECT_SWAPPED);
}

/**
 * cor_context_pane_set_conversation:
 * @conversation: local id, 0 none
 *
 * Shows the customer of it. The one before stays until the new one is read, which is a matter of a frame,
 * and goes at once when there is none.
 */
void
cor_context_pane_set_conversation (CorContextPane *self,
                                   gint64          conversation)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (COR_IS_CONTEXT_PANE (self) && self->session != NULL);

  if (self->conversation == conversation)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->conversation = conversation;
  self->customer_id = 0;
  self->shows_all = FALSE;
  if (conversation == 0)
    {
      show_nobody (self);
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, conversation);
  cor_store_load_threads_async (cor_session_get_store (self->session), ids, self->reading, on_thread_loaded, g_object_ref (self));
}

/**
 * cor_context_pane_get_name:
 *
 * Returns: (transfer none): the name of the customer on screen
 */
const char *
cor_context_pane_get_name (CorContextPane *self)
{
  g_return_val_if_fail (COR_IS_CONTEXT_PANE (self), "");

  return gtk_label_get_label (self->name);
}
