/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-inbox-pane"

#include "config.h"

#include "cor-inbox-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cor-fit-label.h"
#include "cor-inbox-list.h"
#include "cor-str.h"
#include "cor-take-oldest.h"
#include "cor-unparent.h"
#include "cor-view-list.h"
#include "cor-view-text.h"

/*
 * CorInboxPane: the conversations of a view: filter, order, search, the list, and what stands there
 * when it is loading or empty.
 *
 * CSS nodes: corinboxpane.cor-list-pane
 */
struct _CorInboxPane
{
  GtkWidget parent_instance;

  CorSession   *session; /* owned */
  CorView      *view;    /* owned: with filter, order and search */
  GCancellable *cancellable;

  /* Template */
  GtkWidget       *header;
  GtkWidget       *sidebar_button;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  GtkToggleButton *search_button;
  GtkSearchBar    *search_bar;
  GtkEditable     *search_entry;
  GtkToggleButton *filter_all;
  GtkToggleButton *filter_unread;
  GtkToggleButton *filter_waiting;
  GtkWidget       *sort_button;
  CorFitLabel     *sort_label;
  CorInboxList    *list;
};

G_DEFINE_FINAL_TYPE (CorInboxPane, cor_inbox_pane, GTK_TYPE_WIDGET)

enum
{
  CONVERSATION_ACTIVATED,
  SIDEBAR_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_sort (CorInboxPane *self)
{
  const char      *order = self->view->sort == COR_SORT_DUE ? _ ("SLA due") : C_ ("order", "Newest");
  g_autofree char *spoken = g_strdup_printf (_ ("Order: %s"), order);

  cor_fit_label_set_text (self->sort_label, order);
  gtk_widget_set_tooltip_text (self->sort_button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update_header (CorInboxPane *self)
{
  const CorAccountData *loading = NULL;
  CorViewItem          *item = NULL;
  g_autofree char      *key = NULL;
  g_autofree char      *text = NULL;

  if (self->view == NULL || self->session == NULL)
    return;
  gtk_label_set_label (self->title, cor_view_get_title (self->view));
  update_sort (self);

  loading = cor_account_list_get_loading (cor_session_get_accounts (self->session));
  key = cor_view_dup_key (self->view);
  item = cor_view_list_get_by_key (cor_session_get_views (self->session), key);
  if (loading != NULL)
    text = g_strdup_printf (_ ("Loading %'u of %'u"), loading->done, loading->total);
  else if (item != NULL)
    text = cor_view_item_dup_counts_text (item);
  gtk_label_set_label (self->subtitle, text != NULL ? text : "");
}

static void
apply_view (CorInboxPane *self)
{
  if (self->session == NULL || self->view == NULL)
    return;
  cor_inbox_list_set_view (self->list, self->view);
  update_header (self);
}

static void
on_conversation_activated (CorInboxPane *self, gint64 id)
{
  g_signal_emit (self, signals[CONVERSATION_ACTIVATED], 0, id);
}

static void
on_filter_toggled (CorInboxPane *self, GtkToggleButton *button)
{
  if (self->view == NULL || !gtk_toggle_button_get_active (button))
    return;
  self->view->filter = button == self->filter_unread ? COR_FILTER_UNREAD : button == self->filter_waiting ? COR_FILTER_WAITING
                                                                                                          : COR_FILTER_ALL;
  apply_view (self);
}

static void
on_search_changed (CorInboxPane *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  if (self->view != NULL && cor_set_str (&self->view->search, text[0] != '\0' ? text : NULL))
    apply_view (self);
}

static void
on_search_stopped (CorInboxPane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_search_activated (CorInboxPane *self)
{
  cor_inbox_list_select_first (self->list);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = cor_take_oldest_finish (COR_SESSION (source), result, &error);

  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (id != 0)
    cor_inbox_pane_set_conversation (user_data, id);
  if (id != 0)
    g_signal_emit (user_data, signals[CONVERSATION_ACTIVATED], 0, id);
}

static void
action_take_oldest (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorInboxPane *self = COR_INBOX_PANE (widget);

  cor_take_oldest_async (self->session, self->cancellable, on_taken, self);
}

static void
action_show_all (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_toggle_button_set_active (COR_INBOX_PANE (widget)->filter_all, TRUE);
}

static void
action_search_everything (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorInboxPane *self = COR_INBOX_PANE (widget);

  if (self->view == NULL)
    return;
  self->view->kind = COR_VIEW_ALL;
  apply_view (self);
}

static void
action_toggle_sort (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorInboxPane *self = COR_INBOX_PANE (widget);
  GSettings    *settings = self->session != NULL ? cor_session_get_settings (self->session) : NULL;

  if (self->view == NULL)
    return;
  self->view->sort = self->view->sort == COR_SORT_DUE ? COR_SORT_NEWEST : COR_SORT_DUE;
  if (settings != NULL)
    g_settings_set_boolean (settings, "inbox-by-deadline", self->view->sort == COR_SORT_DUE);
  apply_view (self);
}

static void
action_show_sidebar (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIDEBAR_REQUESTED], 0);
}

static void
cor_inbox_pane_dispose (GObject *object)
{
  CorInboxPane *self = COR_INBOX_PANE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_INBOX_PANE);
  cor_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->view, cor_view_free);

  G_OBJECT_CLASS (cor_inbox_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/inbox/cor-inbox-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, filter_all);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, filter_unread);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, filter_waiting);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, header);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, list);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, search_button);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, sort_button);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, sort_label);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CorInboxPane, title);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_conversation_activated);
}

static void
cor_inbox_pane_class_init (CorInboxPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_FIT_LABEL);
  g_type_ensure (COR_TYPE_INBOX_LIST);
  G_OBJECT_CLASS (klass)->dispose = cor_inbox_pane_dispose;

  signals[CONVERSATION_ACTIVATED] = g_signal_new ("conversation-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIDEBAR_REQUESTED] = g_signal_new ("sidebar-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "inbox.search-everything", NULL, action_search_everything);
  gtk_widget_class_install_action (widget_class, "inbox.show-all", NULL, action_show_all);
  gtk_widget_class_install_action (widget_class, "inbox.show-sidebar", NULL, action_show_sidebar);
  gtk_widget_class_install_action (widget_class, "inbox.take-oldest", NULL, action_take_oldest);
  gtk_widget_class_install_action (widget_class, "inbox.toggle-sort", NULL, action_toggle_sort);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "corinboxpane");
}

static void
cor_inbox_pane_init (CorInboxPane *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-list-pane");
}

/**
 * cor_inbox_pane_new:
 *
 * Returns: (transfer floating): a pane without a session
 */
GtkWidget *
cor_inbox_pane_new (void)
{
  return g_object_new (COR_TYPE_INBOX_PANE, NULL);
}

/**
 * cor_inbox_pane_set_session:
 * @session: what to show; to be called once
 */
void
cor_inbox_pane_set_session (CorInboxPane *self, CorSession *session)
{
  g_return_if_fail (COR_IS_INBOX_PANE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  cor_inbox_list_set_session (self->list, session);
  g_signal_connect_object (cor_session_get_views (session), "counts-changed", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_accounts (session), "changed", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  apply_view (self);
}

/**
 * cor_inbox_pane_set_view:
 * @view: what to show; its filter counts, its order does not: that is the agent's choice here
 */
void
cor_inbox_pane_set_view (CorInboxPane *self, const CorView *view)
{
  GSettings  *settings = NULL;
  CorViewSort sort = COR_SORT_NEWEST;

  g_return_if_fail (COR_IS_INBOX_PANE (self));

  settings = self->session != NULL ? cor_session_get_settings (self->session) : NULL;
  if (self->view != NULL)
    sort = self->view->sort;
  else if (settings != NULL && g_settings_get_boolean (settings, "inbox-by-deadline"))
    sort = COR_SORT_DUE;

  g_clear_pointer (&self->view, cor_view_free);
  self->view = cor_view_copy (view);
  self->view->sort = sort;
  gtk_toggle_button_set_active (view->filter == COR_FILTER_UNREAD ? self->filter_unread : view->filter == COR_FILTER_WAITING ? self->filter_waiting
                                                                                                                             : self->filter_all,
                                TRUE);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  apply_view (self);
}

/**
 * cor_inbox_pane_get_view:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const CorView *
cor_inbox_pane_get_view (CorInboxPane *self)
{
  g_return_val_if_fail (COR_IS_INBOX_PANE (self), NULL);

  return self->view;
}

/**
 * cor_inbox_pane_set_conversation:
 * @id: the conversation that is open, 0 none; marks its row if it is here
 */
void
cor_inbox_pane_set_conversation (CorInboxPane *self, gint64 id)
{
  g_return_if_fail (COR_IS_INBOX_PANE (self));

  cor_inbox_list_set_conversation (self->list, id);
}

/**
 * cor_inbox_pane_select_relative:
 * @step: 1 opens the conversation below the open one, -1 the one above
 */
void
cor_inbox_pane_select_relative (CorInboxPane *self, int step)
{
  g_return_if_fail (COR_IS_INBOX_PANE (self));

  cor_inbox_list_select_relative (self->list, step);
}

/**
 * cor_inbox_pane_focus_search:
 */
void
cor_inbox_pane_focus_search (CorInboxPane *self)
{
  g_return_if_fail (COR_IS_INBOX_PANE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * cor_inbox_pane_set_window_controls:
 * @shown: whether this pane is at the window's right edge
 */
void
cor_inbox_pane_set_window_controls (CorInboxPane *self, gboolean shown)
{
  g_return_if_fail (COR_IS_INBOX_PANE (self));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), shown);
}

/**
 * cor_inbox_pane_set_sidebar_button:
 * @shown: whether the sidebar is folded away, so that a button has to bring it
 */
void
cor_inbox_pane_set_sidebar_button (CorInboxPane *self, gboolean shown)
{
  g_return_if_fail (COR_IS_INBOX_PANE (self));

  gtk_widget_set_visible (self->sidebar_button, shown);
}
