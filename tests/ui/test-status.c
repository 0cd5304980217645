/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-first-run-page.h"
#include "cor-fit-label.h"
#include "cor-label-script.h"
#include "cor-service-error.h"
#include "cor-sidebar-row.h"
#include "cor-sidebar.h"
#include "cor-store-pull.h"
#include "cor-sync-banner.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-widgets.h"

#include <adwaita.h>

#define NOW 1700000000 /* Tuesday 14 November 2023, 22:13:20 UTC */

typedef struct
{
  CorTestDesk desk;
  CorSession *session;
  GtkWidget  *window;
  GtkWidget  *sidebar;
  GtkWidget  *banner;
  char       *opened; /* key of the view or name of the page */
} Fixture;

static void
on_view_activated (Fixture *fixture, const CorView *view)
{
  g_free (fixture->opened);
  fixture->opened = cor_view_dup_key (view);
}

static void
on_page_activated (Fixture *fixture, const char *page)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (page);
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cor_test_desk_open (&fixture->desk);
  cor_test_desk_tell_story (&fixture->desk);
  fixture->session = cor_session_new (fixture->desk.store, NULL, NOW);
  fixture->sidebar = cor_sidebar_new ();
  cor_sidebar_set_session (COR_SIDEBAR (fixture->sidebar), fixture->session);
  gtk_widget_set_vexpand (fixture->sidebar, TRUE);
  fixture->banner = cor_sync_banner_new (fixture->session);
  g_signal_connect_swapped (fixture->sidebar, "view-activated", G_CALLBACK (on_view_activated), fixture);
  g_signal_connect_swapped (fixture->sidebar, "page-activated", G_CALLBACK (on_page_activated), fixture);
  gtk_box_append (GTK_BOX (box), fixture->banner);
  gtk_box_append (GTK_BOX (box), fixture->sidebar);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 1400);
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cor_test_until (cor_account_list_get_n (cor_session_get_accounts (fixture->session)) == 1);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->sidebar), (gpointer *) &fixture->sidebar);
  g_object_add_weak_pointer (G_OBJECT (fixture->banner), (gpointer *) &fixture->banner);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cor_test_until (fixture->sidebar == NULL && fixture->banner == NULL);
  cor_test_desk_settle (&fixture->desk);
  cor_test_finalize (fixture->session);
  cor_test_desk_close (&fixture->desk);
  g_free (fixture->opened);
}

/* Tells how an account stands, as the engine would. */
static void
tell (Fixture              *fixture,
      const CorAccountData *status)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_put_sync_status_async (fixture->desk.store, status, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->desk.store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

static gboolean
is_revealed (Fixture *fixture)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (fixture->banner)));
}

/* Nothing is said while all is well; offline what still works; stopped what the agent has to do. */
static void
test_banner (Fixture      *fixture,
             gconstpointer unused)
{
  CorAccountData status = { .id = fixture->desk.account, .sync = COR_SYNC_IDLE, .error_code = -1 };

  tell (fixture, &status);
  cor_test_until (cor_test_is_shown (fixture->sidebar, "Up to date"));
  g_assert_false (is_revealed (fixture));

  status.sync = COR_SYNC_OFFLINE;
  status.next_try_at = NOW + 14;
  tell (fixture, &status);
  cor_test_until (cor_test_is_shown (fixture->banner, "No connection"));
  g_assert_true (is_revealed (fixture));
  g_assert_true (cor_test_is_shown (fixture->banner, "Next try in 14 s"));
  g_assert_true (cor_test_is_shown (fixture->sidebar, "Offline"));
  cor_test_click (fixture->banner, "Try now"); /* without an engine it does nothing, and does no harm */

  status.next_try_at = NOW;
  tell (fixture, &status);
  cor_test_until (cor_test_is_shown (fixture->banner, "Trying…"));

  status.sync = COR_SYNC_STOPPED;
  status.error_code = COR_SERVICE_ERROR_UNAUTHORISED;
  tell (fixture, &status);
  cor_test_until (cor_test_is_shown (fixture->banner, "The server does not accept this access token."));
  g_assert_nonnull (cor_test_find (fixture->banner, GTK_TYPE_BUTTON, "Accounts…"));
  g_assert_false (cor_test_is_shown (fixture->banner, "Next try"));
  g_assert_true (cor_test_is_shown (fixture->sidebar, "Needs you"));

  status.sync = COR_SYNC_IDLE;
  status.error_code = -1;
  tell (fixture, &status);
  cor_test_until (!is_revealed (fixture));
}

/* With two accounts it is said which, by the server where the names do not tell them apart. */
static void
test_banner_of_two (Fixture      *fixture,
                    gconstpointer unused)
{
  CorAccountData account = { .kind = (char *) "chatwoot", .origin = (char *) "https://other.example", .remote_id = (char *) "1", .name = (char *) "Desk", .agent_id = (char *) "7", .error_code = -1 };
  CorAccountData status = { .sync = COR_SYNC_OFFLINE, .error_code = -1 };
  g_auto (CorTestAwait) await = { 0 };

  cor_store_put_account_async (fixture->desk.store, &account, NULL, cor_test_on_result, &await);
  status.id = cor_store_put_account_finish (fixture->desk.store, cor_test_await (&await), NULL);
  g_assert_cmpint (status.id, !=, 0);
  tell (fixture, &status);
  cor_test_until (cor_test_is_shown (fixture->banner, "No connection to https://other.example."));

  status.sync = COR_SYNC_STOPPED;
  status.error_code = COR_SERVICE_ERROR_FORBIDDEN;
  tell (fixture, &status);
  cor_test_until (cor_test_is_shown (fixture->banner, "https://other.example: The server does not allow this to your user."));
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  GtkWidget *label = cor_test_find (fixture->sidebar, GTK_TYPE_LABEL, title);

  return label != NULL ? gtk_widget_get_ancestor (label, COR_TYPE_SIDEBAR_ROW) : NULL;
}

static const char *
get_count (Fixture    *fixture,
           const char *title)
{
  GtkWidget *row = find_row (fixture, title);

  return row != NULL ? cor_test_get_label (row, "count") : NULL;
}

/* The counts are those of the story, follow it, and every row opens what it says. */
static void
test_views (Fixture      *fixture,
            gconstpointer unused)
{
  CorTestConversation more = { .number = "20500", .channel = COR_CHANNEL_SMS, .name = "Olumide Adeyemi", .assignee_id = "7", .at = NOW };

  cor_test_until (g_strcmp0 (get_count (fixture, "Mine"), "5") == 0);
  g_assert_cmpstr (get_count (fixture, "Unassigned"), ==, "1");
  g_assert_cmpstr (get_count (fixture, "Mentions"), ==, "");
  g_assert_cmpstr (get_count (fixture, "Outbox"), ==, "4");
  cor_test_until (g_strcmp0 (get_count (fixture, "payment-delay"), "3") == 0);
  g_assert_true (cor_test_is_shown (fixture->sidebar, "CHANNELS"));
  g_assert_true (cor_test_is_shown (fixture->sidebar, "LABELS"));
  g_assert_null (find_row (fixture, "With the bot")); /* most desks have none */

  g_assert_true (cor_sidebar_activate_nth (COR_SIDEBAR (fixture->sidebar), 1));
  g_assert_cmpstr (fixture->opened, ==, "unassigned");
  cor_test_activate (find_row (fixture, "Outbox"), "row.activate", NULL);
  g_assert_cmpstr (fixture->opened, ==, "outbox");
  g_assert_false (cor_sidebar_activate_nth (COR_SIDEBAR (fixture->sidebar), 99));

  cor_test_desk_add (&fixture->desk, &more);
  cor_test_until (g_strcmp0 (get_count (fixture, "Mine"), "6") == 0);
}

/* A selection is by key, also of a row that comes later. */
static void
test_selected (Fixture      *fixture,
               gconstpointer unused)
{
  cor_sidebar_select (COR_SIDEBAR (fixture->sidebar), "outbox");
  cor_test_until (find_row (fixture, "Outbox") != NULL && gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (find_row (fixture, "Outbox"))));
  g_assert_null (fixture->opened);
}

static void
test_first_run (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *page = cor_first_run_page_new ();

  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (cor_test_find (page, GTK_TYPE_BUTTON, "_Connect"));
  g_assert_null (cor_test_get_label (page, "error"));

  cor_first_run_page_set_busy (COR_FIRST_RUN_PAGE (page), TRUE);
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (page, GTK_TYPE_BUTTON, "Starting…")));
  cor_first_run_page_set_busy (COR_FIRST_RUN_PAGE (page), FALSE);
  cor_first_run_page_set_problem (COR_FIRST_RUN_PAGE (page), "It did not start.");
  g_assert_cmpstr (cor_test_get_label (page, "error"), ==, "It did not start.");
  cor_first_run_page_set_problem (COR_FIRST_RUN_PAGE (page), NULL);
  g_assert_null (cor_test_get_label (page, "error"));

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (page);
}

/* The word is there as a whole or not at all. */
static void
test_fit_label (void)
{
  CorFitLabel *label = COR_FIT_LABEL (g_object_ref_sink (cor_fit_label_new ("Newest")));
  int          minimum = 0, natural = 0;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_cmpint (natural, >, 0);
  gtk_widget_allocate (GTK_WIDGET (label), natural, 30, -1, NULL);
  g_assert_true (cor_fit_label_is_whole (label));
  gtk_widget_allocate (GTK_WIDGET (label), natural - 1, 30, -1, NULL);
  g_assert_false (cor_fit_label_is_whole (label));
  g_assert_finalize_object (label);
}

/* An account number that is broken at the end of a line keeps its characters, and no other is added. */
static void
test_label_script (void)
{
  GtkLabel        *label = GTK_LABEL (g_object_ref_sink (gtk_label_new ("مرحباً")));
  PangoAttrList   *attributes = NULL;
  g_autofree char *set = NULL;

  cor_label_follow_script (label, "مرحباً");
  cor_label_align_to_script (label, "مرحباً");
  attributes = gtk_label_get_attributes (label);
  set = pango_attr_list_to_string (attributes);
  g_assert_nonnull (strstr (set, "language ar"));
  g_assert_nonnull (strstr (set, "insert-hyphens false"));
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 1);
  gtk_widget_set_direction (GTK_WIDGET (label), GTK_TEXT_DIR_RTL);
  cor_label_align_to_script (label, "DE89 3704 0044 0532 0130 00");
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 1);
  cor_label_align_to_script (label, "مرحباً");
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 0);
  g_object_unref (label);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/banner/states", Fixture, NULL, set_up, test_banner, tear_down);
  g_test_add ("/banner/two-accounts", Fixture, NULL, set_up, test_banner_of_two, tear_down);
  g_test_add ("/sidebar/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/sidebar/selected", Fixture, NULL, set_up, test_selected, tear_down);
  g_test_add_func ("/first-run", test_first_run);
  g_test_add_func ("/fit-label", test_fit_label);
  g_test_add_func ("/label-script", test_label_script);
  return cor_test_run ();
}
