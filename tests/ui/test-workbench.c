/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-context-pane.h"
#include "cor-customer-pane.h"
#include "cor-inbox-pane.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-thread-row.h"
#include "cor-workbench.h"

#include <adwaita.h>

typedef struct
{
  CorTestDesk desk;
  CorSession *session;
  GtkWidget  *window;
  GtkWidget  *workbench;
} Fixture;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static GListModel *
get_list (Fixture *fixture)
{
  GtkWidget *inbox = find (fixture->workbench, COR_TYPE_INBOX_PANE);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (inbox, GTK_TYPE_LIST_VIEW))));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  cor_test_desk_tell_story (&fixture->desk);
  fixture->session = cor_session_new (fixture->desk.store, NULL, fixture->desk.now);
  fixture->window = gtk_window_new ();
  fixture->workbench = cor_workbench_new (fixture->session);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->workbench);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cor_workbench_open_view (COR_WORKBENCH (fixture->workbench), "all");
  cor_test_until (g_list_model_get_n_items (get_list (fixture)) > 0);
}

/* Everything goes with the window. */
static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer workbench = fixture->workbench;

  g_object_add_weak_pointer (workbench, &workbench);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cor_test_until (workbench == NULL);
  cor_test_finalize (fixture->session);
  cor_test_desk_close (&fixture->desk);
}

/* Each row can be opened without a pointer, and is named by what it shows. */
static void
test_row (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = NULL;

  cor_test_until ((row = find (find (find (fixture->workbench, COR_TYPE_INBOX_PANE), GTK_TYPE_LIST_VIEW), COR_TYPE_THREAD_ROW)) != NULL);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_true (gtk_widget_activate_action (row, "row.activate", NULL));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_list (fixture)), 0));
}

static gboolean
is_at (GListModel *list, guint position, CorThread *thread)
{
  g_autoptr (CorThread) found = g_list_model_get_item (list, position);

  return found == thread;
}

/* What is open stays open and marked, wherever its row goes. */
static void
test_open_is_an_id (Fixture *fixture, gconstpointer unused)
{
  GListModel *list = get_list (fixture);
  guint       n = g_list_model_get_n_items (list);
  g_autoptr (CorThread) last = g_list_model_get_item (list, n - 1);
  CorTestConversation again = { 0 };

  g_assert_cmpuint (n, >, 2);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (list), n - 1, TRUE);
  cor_test_until (cor_thread_get_data (last) != NULL);
  again.number = cor_thread_get_data (last)->display_id;
  again.name = cor_thread_get_data (last)->name;
  again.channel = cor_thread_get_data (last)->channel;
  again.at = fixture->desk.now + 60;
  cor_test_desk_add (&fixture->desk, &again);
  cor_test_until (is_at (list, 0, last));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list), 0));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list), n - 1));
}

/* Asks again by a pixel more or less: with no window manager, an older answer of the server may undo the wish. */
static gboolean
is_resized (Fixture *fixture, int width)
{
  int wish = 0, height = 0;

  if (ABS (gtk_widget_get_width (fixture->workbench) - width) <= 1)
    return TRUE;
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &wish, &height);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), wish == width ? width + 1 : width, 800);
  return FALSE;
}

/* Narrow and wide again: no message, nothing lost. */
static void
test_widths (Fixture *fixture, gconstpointer unused)
{
  static const int widths[] = { 1440, 1200, 840, 700, 400, 640, 1280 };

  cor_workbench_step (COR_WORKBENCH (fixture->workbench), 1);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    cor_test_until (is_resized (fixture, widths[i]));
}

/* The context opens on the customer, and a number that is no tab's changes nothing. */
static void
test_tabs (Fixture *fixture, gconstpointer unused)
{
  CorWorkbench *workbench = COR_WORKBENCH (fixture->workbench);
  GtkWidget    *context = find (fixture->workbench, COR_TYPE_CONTEXT_PANE);
  GtkWidget    *tab = find (context, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_false (cor_workbench_open_context_tab (workbench, 0)); /* of no conversation */
  cor_workbench_open_conversation (workbench, cor_test_desk_find (&fixture->desk, "20481"));
  g_assert_true (cor_workbench_open_context_tab (workbench, 0));
  g_assert_cmpstr (cor_context_pane_get_shown_tab (COR_CONTEXT_PANE (context)), ==, "customer");
  gtk_test_accessible_assert_role (tab, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_state (tab, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  cor_test_until (g_strcmp0 (cor_customer_pane_get_name (COR_CUSTOMER_PANE (cor_context_pane_get_tab (COR_CONTEXT_PANE (context), "customer"))), "Li Wei 李伟") == 0);
  g_assert_false (cor_workbench_open_context_tab (workbench, 9));
  g_assert_cmpstr (cor_context_pane_get_shown_tab (COR_CONTEXT_PANE (context)), ==, "customer");
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/workbench/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/workbench/open-is-an-id", Fixture, NULL, set_up, test_open_is_an_id, tear_down);
  g_test_add ("/workbench/tabs", Fixture, NULL, set_up, test_tabs, tear_down);
  g_test_add ("/workbench/widths", Fixture, NULL, set_up, test_widths, tear_down);
  return cor_test_run ();
}
