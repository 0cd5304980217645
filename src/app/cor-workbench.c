/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workbench"

#include "config.h"

#include "cor-workbench-private.h"

#include "cor-sync-banner.h"
#include "cor-view-item.h"

/*
 * CorWorkbench: the panes of the window and what one does to another. What is open is a conversation's
 * id: nothing that happens in the list changes it.
 *
 * CSS nodes: corworkbench
 */
G_DEFINE_FINAL_TYPE (CorWorkbench, cor_workbench, GTK_TYPE_WIDGET)

/* What a pane may show of the window's frame, where it has a place for it. */
void
_cor_workbench_set_flag (GtkWidget *pane, const char *property, gboolean value)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (pane), property) != NULL)
    g_object_set (pane, property, value, NULL);
}

void
_cor_workbench_update_frame (CorWorkbench *self)
{
  CorPanes       *panes = COR_PANES (self->panes);
  CorContextHost *host = COR_CONTEXT_HOST (self->host);
  gboolean        folded = cor_panes_is_folded (panes);
  gboolean        sidebar_folded = cor_panes_is_sidebar_folded (panes);
  gboolean        column = cor_context_host_is_wide (host) && cor_context_host_get_context_visible (host) && self->id != 0;

  cor_sidebar_set_window_controls (COR_SIDEBAR (self->sidebar), sidebar_folded);
  cor_inbox_pane_set_window_controls (COR_INBOX_PANE (self->inbox), folded);
  cor_inbox_pane_set_sidebar_button (COR_INBOX_PANE (self->inbox), sidebar_folded);
  _cor_workbench_set_flag (self->conversation, "folded", folded);
  _cor_workbench_set_flag (self->conversation, "show-controls", !column);
  _cor_workbench_set_flag (self->context, "show-controls", column);
  _cor_workbench_set_flag (self->context, "sheet", !cor_context_host_is_wide (host));
  _cor_workbench_set_flag (self->outbox, "folded", sidebar_folded);
  _cor_workbench_set_flag (self->outbox, "show-controls", TRUE);
  _cor_workbench_update_page_frame (self);
}

void
_cor_workbench_remember (CorWorkbench *self, const char *view_key)
{
  GSettings *settings = cor_session_get_settings (self->session);

  if (settings == NULL)
    return;
  g_settings_set_string (settings, "profile", cor_store_get_profile_dir (cor_session_get_store (self->session)));
  g_settings_set_int64 (settings, "conversation", self->id);
  if (view_key != NULL)
    g_settings_set_string (settings, "view", view_key);
}

static void
show_conversation (CorWorkbench *self, gint64 id)
{
  if (self->id != id)
    {
      self->id = id;
      cor_conversation_pane_set_conversation (COR_CONVERSATION_PANE (self->conversation), id);
      cor_context_pane_set_conversation (COR_CONTEXT_PANE (self->context), id);
      cor_context_host_set_available (COR_CONTEXT_HOST (self->host), id != 0);
      if (cor_session_get_engine (self->session) != NULL)
        cor_sync_engine_set_focus (cor_session_get_engine (self->session), id);
      _cor_workbench_remember (self, NULL);
    }
  cor_inbox_pane_set_conversation (COR_INBOX_PANE (self->inbox), id);
  _cor_workbench_update_frame (self);
}

static void
show_view (CorWorkbench *self, const CorView *view)
{
  g_autofree char *key = cor_view_dup_key (view);

  cor_inbox_pane_set_view (COR_INBOX_PANE (self->inbox), view);
  _cor_workbench_show_place (self, NULL);
  cor_panes_show_list (COR_PANES (self->panes));
  _cor_workbench_remember (self, key);
}

static void
show_outbox (CorWorkbench *self)
{
  _cor_workbench_show_place (self, "outbox");
  _cor_workbench_remember (self, "outbox");
}

static void
on_page_activated (CorWorkbench *self, const char *page)
{
  if (g_str_equal (page, "outbox"))
    show_outbox (self);
  else
    cor_workbench_open_page (self, page);
}

static void
on_open_conversation (CorWorkbench *self, gint64 id)
{
  cor_workbench_leave_place (self);
  cor_workbench_open_conversation (self, id);
}

static void
cor_workbench_dispose (GObject *object)
{
  CorWorkbench *self = COR_WORKBENCH (object);

  g_clear_weak_pointer (&self->focus_before);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_object (&self->bulletins);
  g_clear_pointer (&self->panes, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_workbench_parent_class)->dispose (object);
}

static void
cor_workbench_class_init (CorWorkbenchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_workbench_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "corworkbench");
  _cor_workbench_install_page_keys (GTK_WIDGET_CLASS (klass));
}

static void
cor_workbench_init (CorWorkbench *self)
{
  self->pages = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
connect_panes (CorWorkbench *self)
{
  g_signal_connect_object (self->sidebar, "view-activated", G_CALLBACK (show_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "page-activated", G_CALLBACK (on_page_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inbox, "conversation-activated", G_CALLBACK (cor_workbench_open_conversation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inbox, "sidebar-requested", G_CALLBACK (cor_panes_show_sidebar), self->panes, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conversation, "back", G_CALLBACK (cor_panes_go_back), self->panes, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conversation, "open-conversation", G_CALLBACK (on_open_conversation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "open-conversation", G_CALLBACK (on_open_conversation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outbox, "open-conversation", G_CALLBACK (on_open_conversation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::folded", G_CALLBACK (_cor_workbench_update_frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::sidebar-folded", G_CALLBACK (_cor_workbench_update_frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->host, "notify::context-visible", G_CALLBACK (_cor_workbench_update_frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->host, "notify::wide", G_CALLBACK (_cor_workbench_update_frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outbox, "back", G_CALLBACK (cor_panes_show_sidebar), self->panes, G_CONNECT_SWAPPED);
}

/**
 * cor_workbench_new:
 * @session: what all panes share
 *
 * Returns: (transfer floating): the panes, with nothing open
 */
GtkWidget *
cor_workbench_new (CorSession *session)
{
  CorWorkbench *self = g_object_new (COR_TYPE_WORKBENCH, NULL);

  self->session = g_object_ref (session);
  self->panes = cor_panes_new ();
  self->sidebar = cor_sidebar_new ();
  self->inbox = cor_inbox_pane_new ();
  self->conversation = cor_conversation_pane_new ();
  self->context = cor_context_pane_new ();
  self->outbox = cor_outbox_pane_new ();
  self->host = cor_context_host_new (self->conversation, self->context);
  cor_panes_set_children (COR_PANES (self->panes), self->sidebar, self->inbox, self->host);
  cor_panes_add_page (COR_PANES (self->panes), "outbox", self->outbox);
  cor_panes_set_top (COR_PANES (self->panes), cor_sync_banner_new (session));
  gtk_widget_set_parent (self->panes, GTK_WIDGET (self));

  cor_sidebar_set_session (COR_SIDEBAR (self->sidebar), session);
  cor_inbox_pane_set_session (COR_INBOX_PANE (self->inbox), session);
  cor_conversation_pane_set_session (COR_CONVERSATION_PANE (self->conversation), session);
  cor_context_pane_set_session (COR_CONTEXT_PANE (self->context), session);
  cor_outbox_pane_set_session (COR_OUTBOX_PANE (self->outbox), session);
  connect_panes (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reply", cor_conversation_pane_get_reply_actions (COR_CONVERSATION_PANE (self->conversation)));
  _cor_workbench_connect_context (self);
  _cor_workbench_follow_bulletins (self);
  _cor_workbench_update_frame (self);
  return GTK_WIDGET (self);
}

/**
 * cor_workbench_open_conversation:
 * @id: local id of a conversation
 *
 * Shows it, in a narrow window in the place of the list.
 */
void
cor_workbench_open_conversation (CorWorkbench *self, gint64 id)
{
  g_return_if_fail (COR_IS_WORKBENCH (self));

  show_conversation (self, id);
  cor_panes_show_detail (COR_PANES (self->panes));
}

/**
 * cor_workbench_open_view:
 * @key: (nullable): cor_view_dup_key() of a view, or "outbox"; what is not one is the agent's own view
 */
void
cor_workbench_open_view (CorWorkbench *self, const char *key)
{
  g_autoptr (CorView) view = NULL;

  g_return_if_fail (COR_IS_WORKBENCH (self));

  if (g_strcmp0 (key, "outbox") == 0)
    {
      show_outbox (self);
      return;
    }
  view = key != NULL ? cor_view_new_from_key (key) : NULL;
  if (view == NULL)
    view = cor_view_new (COR_VIEW_MINE);
  show_view (self, view);
}

/**
 * cor_workbench_open_nth_view:
 * @n: 0 for the first row of the sidebar
 *
 * Returns: whether there is one
 */
gboolean
cor_workbench_open_nth_view (CorWorkbench *self, guint n)
{
  g_return_val_if_fail (COR_IS_WORKBENCH (self), FALSE);

  return cor_sidebar_activate_nth (COR_SIDEBAR (self->sidebar), n);
}

/**
 * cor_workbench_step:
 * @step: 1 for the next conversation of the list, -1 for the one before
 */
void
cor_workbench_step (CorWorkbench *self, int step)
{
  g_return_if_fail (COR_IS_WORKBENCH (self));

  if (self->place == NULL)
    cor_inbox_pane_select_relative (COR_INBOX_PANE (self->inbox), step);
}

/**
 * cor_workbench_search:
 *
 * Puts the caret into the search of the list.
 */
void
cor_workbench_search (CorWorkbench *self)
{
  g_return_if_fail (COR_IS_WORKBENCH (self));

  if (self->place != NULL)
    cor_workbench_open_view (self, "all");
  cor_panes_show_list (COR_PANES (self->panes));
  cor_inbox_pane_focus_search (COR_INBOX_PANE (self->inbox));
}

/**
 * cor_workbench_go_back:
 *
 * Leaves a page, closes the context sheet, or goes one pane back where they are folded.
 */
void
cor_workbench_go_back (CorWorkbench *self)
{
  CorContextHost *host = NULL;

  g_return_if_fail (COR_IS_WORKBENCH (self));

  host = COR_CONTEXT_HOST (self->host);
  if (cor_workbench_get_page (self) != NULL)
    cor_workbench_close_page (self);
  else if (!cor_context_host_is_wide (host) && cor_context_host_get_context_visible (host))
    cor_context_host_set_context_visible (host, FALSE);
  else
    cor_panes_go_back (COR_PANES (self->panes));
}

/**
 * cor_workbench_act:
 * @action_name: an action of the open conversation, "conversation.reply" for example
 */
void
cor_workbench_act (CorWorkbench *self, const char *action_name)
{
  g_return_if_fail (COR_IS_WORKBENCH (self));

  if (self->id != 0 && self->place == NULL)
    gtk_widget_activate_action (self->conversation, action_name, NULL);
}

/**
 * cor_workbench_restore:
 *
 * Opens what was open when the window was last left.
 */
void
cor_workbench_restore (CorWorkbench *self)
{
  GSettings       *settings = NULL;
  g_autofree char *view = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *tab = NULL;
  gint64           id = 0;

  g_return_if_fail (COR_IS_WORKBENCH (self));

  settings = cor_session_get_settings (self->session);
  if (settings != NULL)
    {
      profile = g_settings_get_string (settings, "profile");
      cor_context_host_set_context_visible (COR_CONTEXT_HOST (self->host), g_settings_get_boolean (settings, "context-open"));
    }
  if (g_strcmp0 (profile, cor_store_get_profile_dir (cor_session_get_store (self->session))) == 0)
    {
      view = g_settings_get_string (settings, "view");
      id = g_settings_get_int64 (settings, "conversation");
      tab = g_settings_get_string (settings, "context-tab");
      cor_context_pane_show_tab (COR_CONTEXT_PANE (self->context), tab);
    }
  cor_workbench_open_view (self, view);
  if (id != 0)
    show_conversation (self, id);
}

/**
 * cor_workbench_leave:
 *
 * Puts what was typed last on disk: the window goes, or is no longer in front.
 */
void
cor_workbench_leave (CorWorkbench *self)
{
  g_return_if_fail (COR_IS_WORKBENCH (self));

  cor_conversation_pane_flush (COR_CONVERSATION_PANE (self->conversation));
}
