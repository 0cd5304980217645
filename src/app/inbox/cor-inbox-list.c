/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-inbox-list"

#include "config.h"

#include "cor-inbox-list.h"

#include <glib/gi18n-lib.h>

#include "cor-error-text.h"
#include "cor-row-filler.h"
#include "cor-str.h"
#include "cor-thread-list.h"
#include "cor-thread-row.h"
#include "cor-thread-selection.h"
#include "cor-view-text.h"

/*
 * CorInboxList: the rows of the conversation list, or what stands there while it is loading, empty or
 * cannot be read. Its buttons use the actions of the pane around it.
 *
 * CSS nodes: corinboxlist
 */
struct _CorInboxList
{
  GtkWidget parent_instance;

  CorSession         *session;   /* owned */
  CorThreadList      *list;      /* owned */
  CorThreadSelection *selection; /* owned */
  CorRowFiller       *filler;    /* owned */
  CorRowPalette       palette;
  guint               skeleton_source;

  /* Template */
  GtkStack          *stack;
  GtkScrolledWindow *scrolled;
  GtkListView       *list_view;
  GtkBox            *skeleton;
  GtkLabel          *empty_label;
  GtkButton         *empty_button;
};

#define SKELETON_ROWS 14
/* milliseconds without an answer before old rows give way */
#define SKELETON_DELAY 200

G_DEFINE_FINAL_TYPE (CorInboxList, cor_inbox_list, GTK_TYPE_WIDGET)

enum
{
  CONVERSATION_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_empty (CorInboxList *self)
{
  const CorView   *view = cor_thread_list_get_view (self->list);
  const GError    *error = cor_thread_list_get_error (self->list);
  CorViewItem     *unassigned = cor_view_list_get_by_key (cor_session_get_views (self->session), "unassigned");
  guint            n = unassigned != NULL ? cor_view_item_get_count (unassigned) : 0;
  g_autofree char *text = NULL;
  const char      *button = NULL;
  const char      *action = NULL;

  if (error != NULL)
    {
      text = cor_error_text (error);
    }
  else if (view->search != NULL)
    {
      g_autofree char *brief = cor_dup_brief (view->search);

      text = g_strdup_printf (_ ("Nothing for “%s”."), brief);
      button = view->kind != COR_VIEW_ALL ? _ ("Search everything") : NULL;
      action = "inbox.search-everything";
    }
  else if (view->filter != COR_FILTER_ALL)
    {
      text = g_strdup (view->filter == COR_FILTER_UNREAD ? _ ("Everything here is read.") : _ ("No customer here waits for an answer."));
      button = _ ("Show all");
      action = "inbox.show-all";
    }
  else if (view->kind == COR_VIEW_MINE && n > 0)
    {
      text = g_strdup_printf (ngettext ("Nothing waits for you. %u is unassigned.", "Nothing waits for you. %u are unassigned.", n), n);
      button = _ ("Take the oldest");
      action = "inbox.take-oldest";
    }
  gtk_label_set_label (self->empty_label, text != NULL ? text : cor_view_get_empty_text (view));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), button != NULL);
  if (button == NULL)
    return;
  gtk_button_set_label (self->empty_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), action);
}

static gboolean
on_still_loading (gpointer user_data)
{
  CorInboxList *self = user_data;

  self->skeleton_source = 0;
  gtk_stack_set_visible_child_name (self->stack, "skeleton");
  return G_SOURCE_REMOVE;
}

static void
update_state (CorInboxList *self)
{
  if (cor_thread_list_is_loading (self->list))
    {
      if (self->skeleton_source == 0)
        self->skeleton_source = g_timeout_add (SKELETON_DELAY, on_still_loading, self);
      return;
    }
  g_clear_handle_id (&self->skeleton_source, g_source_remove);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  show_empty (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Rows that come in above hold the row on the screen in its place; at the very top the newest is
 * what the agent wants to see. */
static void
on_items_changed (CorInboxList *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  if (gtk_adjustment_get_value (adjustment) < 1 && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
  if (!cor_thread_list_is_loading (self->list))
    update_state (self);
}

static void
on_picked (CorInboxList *self, gint64 id)
{
  g_signal_emit (self, signals[CONVERSATION_ACTIVATED], 0, id);
}

static void
on_setup (CorInboxList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, cor_thread_row_new (self->session, item, self->filler, &self->palette));
}

static void
on_bind (CorInboxList *self, GtkListItem *item)
{
  cor_thread_row_set_thread (COR_THREAD_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (CorInboxList *self, GtkListItem *item)
{
  cor_thread_row_set_thread (COR_THREAD_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_minute (CorInboxList *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (COR_IS_THREAD_ROW (row))
        cor_thread_row_update (COR_THREAD_ROW (row));
    }
}

static void
on_counts_changed (CorInboxList *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0)
    show_empty (self);
}

static gboolean
cor_inbox_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COR_INBOX_LIST (widget)->list_view));
}

static void
cor_inbox_list_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  CorInboxList *self = COR_INBOX_LIST (widget);

  GTK_WIDGET_CLASS (cor_inbox_list_parent_class)->css_changed (widget, change);
  cor_row_palette_update (&self->palette, widget);
  if (self->list_view == NULL)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_queue_draw (gtk_widget_get_first_child (child));
}

static void
cor_inbox_list_dispose (GObject *object)
{
  CorInboxList *self = COR_INBOX_LIST (object);

  g_clear_handle_id (&self->skeleton_source, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_INBOX_LIST);
  g_clear_pointer (&self->filler, cor_row_filler_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_inbox_list_parent_class)->dispose (object);
}

static void
cor_inbox_list_finalize (GObject *object)
{
  cor_row_palette_clear (&COR_INBOX_LIST (object)->palette);

  G_OBJECT_CLASS (cor_inbox_list_parent_class)->finalize (object);
}

static void
cor_inbox_list_class_init (CorInboxListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_inbox_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_inbox_list_finalize;
  widget_class->grab_focus = cor_inbox_list_grab_focus;
  widget_class->css_changed = cor_inbox_list_css_changed;

  signals[CONVERSATION_ACTIVATED] = g_signal_new ("conversation-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/inbox/cor-inbox-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CorInboxList, empty_button);
  gtk_widget_class_bind_template_child (widget_class, CorInboxList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, CorInboxList, list_view);
  gtk_widget_class_bind_template_child (widget_class, CorInboxList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CorInboxList, skeleton);
  gtk_widget_class_bind_template_child (widget_class, CorInboxList, stack);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "corinboxlist");
}

static void
cor_inbox_list_init (CorInboxList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_row (GtkWidget *row)
{
  cor_thread_row_fill (COR_THREAD_ROW (row));
}

static void
make_list (CorInboxList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  for (guint i = 0; i < SKELETON_ROWS; i++)
    gtk_box_append (self->skeleton, cor_thread_row_new (self->session, NULL, NULL, &self->palette));
}

/**
 * cor_inbox_list_set_session:
 * @session: to be called once
 */
void
cor_inbox_list_set_session (CorInboxList *self, CorSession *session)
{
  g_return_if_fail (COR_IS_INBOX_LIST (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->list = cor_thread_list_new (cor_session_get_store (session));
  self->selection = cor_thread_selection_new (self->list);
  self->filler = cor_row_filler_new (GTK_WIDGET (self->list_view), fill_row);
  make_list (self);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_views (session), "counts-changed", G_CALLBACK (on_counts_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "minute", G_CALLBACK (on_minute), self, G_CONNECT_SWAPPED);
}

/**
 * cor_inbox_list_set_view:
 * @view: what to show, with filter, order and search
 */
void
cor_inbox_list_set_view (CorInboxList *self, const CorView *view)
{
  g_return_if_fail (COR_IS_INBOX_LIST (self));
  g_return_if_fail (self->session != NULL);

  cor_thread_list_set_view (self->list, view);
  update_state (self);
}

/**
 * cor_inbox_list_set_conversation:
 * @id: the conversation that is open, 0 none; marks its row if it is here
 */
void
cor_inbox_list_set_conversation (CorInboxList *self, gint64 id)
{
  g_return_if_fail (COR_IS_INBOX_LIST (self));

  if (self->selection != NULL)
    cor_thread_selection_set_id (self->selection, id);
}

/**
 * cor_inbox_list_select_first:
 */
void
cor_inbox_list_select_first (CorInboxList *self)
{
  g_return_if_fail (COR_IS_INBOX_LIST (self));

  if (self->selection != NULL)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
}

/**
 * cor_inbox_list_select_relative:
 * @step: 1 for the next, -1 for the one before
 *
 * Opens the row beside the open one; the first when that is not here.
 */
void
cor_inbox_list_select_relative (CorInboxList *self, int step)
{
  guint n = 0;
  guint position = 0;

  g_return_if_fail (COR_IS_INBOX_LIST (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n == 0)
    return;
  if (cor_thread_list_find (self->list, cor_thread_selection_get_id (self->selection), &position))
    {
      if ((step < 0 && position == 0) || (step > 0 && position + 1 >= n))
        return;
      position = step < 0 ? position - 1 : position + 1;
    }
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}
