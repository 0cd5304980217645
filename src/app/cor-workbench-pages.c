/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workbench-pages"

#include "config.h"

#include "cor-workbench-private.h"

/* The pages over list, conversation and context: made when they are first opened, left to where the agent was. */

static void
on_open_conversation (CorWorkbench *self,
                      gint64        id)
{
  cor_workbench_leave_place (self);
  cor_workbench_open_conversation (self, id);
}

static CorPage *
ensure_page (CorWorkbench      *self,
             const CorPageKind *kind)
{
  CorPage *page = g_hash_table_lookup (self->pages, kind->name);

  if (page != NULL)
    return page;
  page = g_object_new (kind->get_type (), NULL);
  g_hash_table_insert (self->pages, (gpointer) kind->name, page);
  cor_panes_add_page (COR_PANES (self->panes), kind->name, GTK_WIDGET (page));
  cor_page_set_session (page, self->session);
  g_signal_connect_object (page, "close", G_CALLBACK (cor_workbench_close_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "open-conversation", G_CALLBACK (on_open_conversation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "sidebar-requested", G_CALLBACK (cor_panes_show_sidebar), self->panes, G_CONNECT_SWAPPED);
  _cor_workbench_update_page_frame (self);
  return page;
}

/* Marks the row of the sidebar that is on screen. */
static void
mark_place (CorWorkbench *self)
{
  const CorView   *view = cor_inbox_pane_get_view (COR_INBOX_PANE (self->inbox));
  g_autofree char *key = view != NULL ? cor_view_dup_key (view) : NULL;

  cor_sidebar_select (COR_SIDEBAR (self->sidebar), self->place != NULL ? self->place : key);
}

static void
on_bulletins_changed (CorWorkbench *self)
{
  cor_sidebar_set_page_count (COR_SIDEBAR (self->sidebar), "knowledge", cor_bulletins_get_n (self->bulletins));
}

/* How many bulletins wait to be acknowledged stands beside the page. To be called once, with a session. */
void
_cor_workbench_follow_bulletins (CorWorkbench *self)
{
  self->bulletins = cor_bulletins_new (cor_session_get_store (self->session));
  g_signal_connect_object (self->bulletins, "changed", G_CALLBACK (on_bulletins_changed), self, G_CONNECT_SWAPPED);
  cor_bulletins_open (self->bulletins, 0, cor_session_get_now (self->session));
}

/* The frame's buttons, on the pages that are there. */
void
_cor_workbench_update_page_frame (CorWorkbench *self)
{
  gboolean       folded = cor_panes_is_sidebar_folded (COR_PANES (self->panes));
  GHashTableIter pages;
  gpointer       page = NULL;

  g_hash_table_iter_init (&pages, self->pages);
  while (g_hash_table_iter_next (&pages, NULL, &page))
    g_object_set (page, "folded", folded, "conversation", self->id, NULL);
}

/* @place: "outbox", or NULL for list and conversation */
void
_cor_workbench_show_place (CorWorkbench *self,
                           const char   *place)
{
  self->place = g_intern_string (place);
  g_clear_weak_pointer (&self->focus_before);
  cor_panes_show_page (COR_PANES (self->panes), place);
  mark_place (self);
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   unused)
{
  CorWorkbench *self = COR_WORKBENCH (widget);

  if (cor_workbench_get_page (self) == NULL)
    return FALSE;
  cor_workbench_close_page (self);
  return TRUE;
}

/* What has no other use of the key leaves the page. */
void
_cor_workbench_install_page_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

/**
 * cor_workbench_open_page:
 * @name: of a CorPageKind; any other name changes nothing
 *
 * Puts the page over list, conversation and context, which stay as they are.
 *
 * Returns: (transfer none) (nullable): the page
 */
CorPage *
cor_workbench_open_page (CorWorkbench *self,
                         const char   *name)
{
  const CorPageKind *kind = cor_page_find_kind (name);
  GtkRoot           *root = NULL;
  CorPage           *page = NULL;

  g_return_val_if_fail (COR_IS_WORKBENCH (self), NULL);

  if (kind == NULL)
    return NULL;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (cor_workbench_get_page (self) == NULL)
    {
      self->place_before = self->place;
      g_set_weak_pointer (&self->focus_before, root != NULL ? gtk_root_get_focus (root) : NULL);
    }
  page = ensure_page (self, kind);
  self->place = kind->name;
  cor_panes_show_page (COR_PANES (self->panes), kind->name);
  mark_place (self);
  cor_page_enter (page);
  return page;
}

/**
 * cor_workbench_close_page:
 *
 * Back to exactly where the agent was when the page was opened: list or outbox, conversation, caret.
 */
void
cor_workbench_close_page (CorWorkbench *self)
{
  GtkWidget *focus = NULL;

  g_return_if_fail (COR_IS_WORKBENCH (self));

  if (cor_workbench_get_page (self) == NULL)
    return;
  focus = self->focus_before;
  self->place = self->place_before;
  cor_panes_show_page (COR_PANES (self->panes), self->place);
  mark_place (self);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
  g_clear_weak_pointer (&self->focus_before);
}

/**
 * cor_workbench_get_page:
 *
 * Returns: (transfer none) (nullable): the name of the page that is on top
 */
const char *
cor_workbench_get_page (CorWorkbench *self)
{
  g_return_val_if_fail (COR_IS_WORKBENCH (self), NULL);

  return cor_page_find_kind (self->place) != NULL ? self->place : NULL;
}

/**
 * cor_workbench_leave_place:
 *
 * From the outbox or a page to list and conversation.
 */
void
cor_workbench_leave_place (CorWorkbench *self)
{
  g_return_if_fail (COR_IS_WORKBENCH (self));

  if (self->place != NULL)
    _cor_workbench_show_place (self, NULL);
}

/**
 * cor_workbench_has_conversation:
 *
 * Returns: whether a conversation is open and on screen
 */
gboolean
cor_workbench_has_conversation (CorWorkbench *self)
{
  g_return_val_if_fail (COR_IS_WORKBENCH (self), FALSE);

  return self->id != 0 && self->place == NULL;
}

/**
 * cor_workbench_find:
 *
 * Puts the caret into the search of what is on the screen: of the article that is read, of the page, of the list.
 */
void
cor_workbench_find (CorWorkbench *self)
{
  GtkRoot    *root = NULL;
  GtkWidget  *focus = NULL;
  const char *page = NULL;

  g_return_if_fail (COR_IS_WORKBENCH (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  page = cor_workbench_get_page (self);
  if (focus != NULL && gtk_widget_activate_action (focus, "article.find", NULL))
    return;
  if (page != NULL)
    cor_page_find (g_hash_table_lookup (self->pages, page));
  else
    cor_workbench_search (self);
}
