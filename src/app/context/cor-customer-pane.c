/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-customer-pane"

#include "config.h"

#include "cor-customer-pane-private.h"
#include "cor-context-tab.h"
#include "cor-conversation-card.h"
#include "cor-result.h"
#include "cor-wrap-layout.h"

#include "cor-store-threads.h"

/*
 * CorCustomerPane: the customer of the open conversation: who it is, what time it is there, how to reach them,
 * and what else was spoken of. It follows the store.
 *
 * "open-conversation" (gint64): asked of the window.
 *
 * CSS nodes: corcustomerpane > box
 */
static void cor_customer_pane_tab_init (CorContextTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CorCustomerPane, cor_customer_pane, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (COR_TYPE_CONTEXT_TAB, cor_customer_pane_tab_init))

/* Never the customer of another conversation. */
static void
show_nobody (CorCustomerPane *self)
{
  g_clear_object (&self->customer);
  _cor_customer_pane_show_customer (self);
}

static void
on_customer_loaded (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CorCustomerPane) self = user_data;
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
  _cor_customer_pane_show_customer (self);
}

static void
read_customer (CorCustomerPane *self)
{
  if (self->customer_id != 0)
    cor_store_load_customer_async (cor_session_get_store (self->session), self->customer_id, self->reading, on_customer_loaded, g_object_ref (self));
}

static void
on_thread_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CorCustomerPane) self = user_data;
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
concerns_us (CorCustomerPane *self,
             CorStoreChanges *changes)
{
  GPtrArray *conversations = self->customer ? cor_customer_get_conversations (self->customer) : NULL;

  if (changes->reset || (changes->topics & (COR_TOPIC_CUSTOMERS | COR_TOPIC_PAYMENTS)) != 0)
    return TRUE;
  for (guint i = 0; conversations != NULL && i < conversations->len; i++)
    if (cor_store_changes_has_thread (changes, ((const CorThreadData *) conversations->pdata[i])->id))
      return TRUE;
  return FALSE;
}

static void
on_store_changed (CorCustomerPane *self,
                  CorStoreChanges *changes)
{
  if (concerns_us (self, changes))
    read_customer (self);
}

static void
on_all_clicked (CorCustomerPane *self)
{
  self->shows_all = TRUE;
  _cor_customer_pane_show_others (self);
}

static void
on_other_activated (CorCustomerPane *self,
                    GtkListBoxRow   *row)
{
  gtk_widget_activate_action (gtk_list_box_row_get_child (row), "row.activate", NULL);
}

static void
cor_customer_pane_tab_set_session (CorContextTab *tab,
                                   CorSession    *session)
{
  cor_customer_pane_set_session (COR_CUSTOMER_PANE (tab), session);
}

static void
cor_customer_pane_tab_set_conversation (CorContextTab *tab,
                                        gint64         conversation)
{
  cor_customer_pane_set_conversation (COR_CUSTOMER_PANE (tab), conversation);
}

static void
cor_customer_pane_tab_init (CorContextTabInterface *iface)
{
  iface->set_session = cor_customer_pane_tab_set_session;
  iface->set_conversation = cor_customer_pane_tab_set_conversation;
}

static void
cor_customer_pane_dispose (GObject *object)
{
  CorCustomerPane *self = COR_CUSTOMER_PANE (object);

  g_cancellable_cancel (self->reading);
  self->clock = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_CUSTOMER_PANE);
  g_clear_object (&self->reading);
  g_clear_object (&self->customer);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_customer_pane_parent_class)->dispose (object);
}

static void
cor_customer_pane_class_init (CorCustomerPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_customer_pane_dispose;

  g_type_ensure (COR_TYPE_AVATAR);
  gtk_widget_class_set_css_name (widget_class, "corcustomerpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/context/cor-customer-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, all);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, company);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, facts);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, labels);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, name);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, others);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, others_title);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, page);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, pills);
  gtk_widget_class_bind_template_child (widget_class, CorCustomerPane, root);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_other_activated);
}

static void
cor_customer_pane_init (CorCustomerPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->labels), cor_wrap_layout_new (6));
}

/**
 * cor_customer_pane_new:
 *
 * Returns: (transfer floating): a pane without a customer
 */
GtkWidget *
cor_customer_pane_new (void)
{
  return g_object_new (COR_TYPE_CUSTOMER_PANE, NULL);
}

/**
 * cor_customer_pane_set_session:
 * @session: (transfer none): store and clock
 *
 * To be called once.
 */
void
cor_customer_pane_set_session (CorCustomerPane *self,
                               CorSession      *session)
{
  g_return_if_fail (COR_IS_CUSTOMER_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (cor_session_get_store (session), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "minute", G_CALLBACK (_cor_customer_pane_update_clock), self, G_CONNECT_SWAPPED);
}

/**
 * cor_customer_pane_set_conversation:
 * @conversation: local id, 0 none
 *
 * Shows the customer of it. The one before stays until the new one is read, which is a matter of a frame,
 * and goes at once when there is none.
 */
void
cor_customer_pane_set_conversation (CorCustomerPane *self,
                                    gint64           conversation)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (COR_IS_CUSTOMER_PANE (self) && self->session != NULL);

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
 * cor_customer_pane_get_name:
 *
 * Returns: (transfer none): the name of the customer on screen
 */
const char *
cor_customer_pane_get_name (CorCustomerPane *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER_PANE (self), "");

  return gtk_label_get_label (self->name);
}
