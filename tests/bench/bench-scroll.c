/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-db.h"
#include "cor-inbox-pane.h"
#include "cor-stall-log.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"

#include <adwaita.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/*
 * Scrolls the conversation list end to end and prints the longest stall of the main loop:
 * bench-scroll [--rows N] [--frames N] [--limit MS]. Ends with 1 when a stall was longer than the limit.
 */
static int    n_rows = 1000000;
static int    n_frames = 600;
static double limit_ms = 0;

static const GOptionEntry entries[] = {
  { "rows", 0, 0, G_OPTION_ARG_INT, &n_rows, "Conversations in the list", "N" },
  { "frames", 0, 0, G_OPTION_ARG_INT, &n_frames, "Frames for one way", "N" },
  { "limit", 0, 0, G_OPTION_ARG_DOUBLE, &limit_ms, "Longest stall that is good", "MS" },
  { NULL }
};

/* Copies of the story's conversations; the list reads nothing else. */
static const char copy_conversations[] =
  "INSERT INTO conversation (id, account, remote_id, customer, subject, n_messages)"
  " WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
  " SELECT n.i, c.account, 'copy-' || n.i, c.customer, c.subject, c.n_messages FROM n"
  " JOIN (SELECT *, row_number () OVER (ORDER BY id) - 1 AS k FROM conversation) c"
  " ON c.k = n.i % (SELECT count (*) FROM thread)";
static const char copy_threads[] =
  "INSERT INTO thread (id, account, customer, channel, views, status, priority, assignee_id, labels, last_activity_at,"
  " due_at, waiting_since, snoozed_until, unread_count, snippet, snippet_flags)"
  " WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
  " SELECT n.i, t.account, t.customer, t.channel, t.views | ?2, t.status, t.priority, t.assignee_id, t.labels, t.last_activity_at - n.i,"
  " t.due_at, t.waiting_since, t.snoozed_until, t.unread_count, t.snippet, t.snippet_flags FROM n"
  " JOIN (SELECT *, row_number () OVER (ORDER BY id) - 1 AS k FROM thread) t"
  " ON t.k = n.i % (SELECT count (*) FROM thread)";

static gboolean
run (sqlite3 *sqlite, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gboolean      done = FALSE;

  if (sqlite3_prepare_v2 (sqlite, sql, -1, &stmt, NULL) != SQLITE_OK)
    return FALSE;
  sqlite3_bind_int (stmt, 1, 999 + n_rows);
  if (sqlite3_bind_parameter_count (stmt) > 1)
    sqlite3_bind_int (stmt, 2, COR_VIEW_IN_OPEN);
  done = sqlite3_step (stmt) == SQLITE_DONE;
  sqlite3_finalize (stmt);
  return done;
}

static gpointer
fill (CorDb *db, gpointer data, GError **error)
{
  sqlite3 *sqlite = cor_db_get_sqlite (db);

  if (!run (sqlite, copy_conversations) || !run (sqlite, copy_threads))
    cor_db_fail (db, sqlite3_errcode (sqlite), "%s", sqlite3_errmsg (sqlite));
  return GINT_TO_POINTER (1);
}

static void
fill_store (CorStore *store)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_run_async (store, COR_STORE_SYNC, fill, NULL, NULL, NULL, NULL, cor_test_on_result, &await);
  while (await.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (cor_store_run_finish (store, await.result, &error) == NULL)
    g_error ("no rows: %s", error != NULL ? error->message : "?");
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

typedef struct
{
  GtkAdjustment *adjustment;
  double         step;
  guint          left;
} Way;

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Way *way = user_data;

  if (way->left == 0)
    return G_SOURCE_REMOVE;
  way->left--;
  gtk_adjustment_set_value (way->adjustment, gtk_adjustment_get_value (way->adjustment) + way->step);
  return G_SOURCE_CONTINUE;
}

/* What lengthens a turn and is none of ours: time that the host gave to other machines, all processors together,
 * and how often this thread had to give way to other programs. */
typedef struct
{
  gint64 stolen_ms;
  long   n_switches;
} Outside;

static Outside
read_outside (void)
{
  struct rusage    usage = { 0 };
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  Outside outside = { 0 };

  /* proc(5): cpu, two spaces, user nice system idle iowait irq softirq steal */
  if (g_file_get_contents ("/proc/stat", &text, NULL, NULL))
    fields = g_strsplit_set (text, " \n", 11);
  if (fields != NULL && g_strv_length (fields) > 9)
    outside.stolen_ms = g_ascii_strtoll (fields[9], NULL, 10) * 1000 / sysconf (_SC_CLK_TCK);
  if (getrusage (RUSAGE_THREAD, &usage) == 0)
    outside.n_switches = usage.ru_nivcsw;
  return outside;
}

static gint64
measure (GtkWidget *list_view, CorStallLog *stalls, const char *what, double step, guint frames)
{
  Way     way = { gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view)), step, frames };
  gint64  began = g_get_monotonic_time ();
  Outside before = read_outside ();
  Outside after = { 0 };

  cor_stall_log_reset (stalls);
  gtk_widget_add_tick_callback (list_view, on_frame, &way, NULL);
  while (way.left > 0)
    g_main_context_iteration (NULL, TRUE);
  after = read_outside ();
  g_print ("%s: %u frames in %.1f s, longest stall %.1f ms (processor time %.1f ms), %u over 16 ms; "
           "taken by the host %" G_GINT64_FORMAT " ms, given way %ld times\n",
           what, frames,
           (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC, (double) cor_stall_log_get_longest (stalls) / 1000.0,
           (double) cor_stall_log_get_longest_cpu (stalls) / 1000.0,
           cor_stall_log_get_n_over (stalls, 16000), after.stolen_ms - before.stolen_ms, after.n_switches - before.n_switches);
  return cor_stall_log_get_longest (stalls);
}

static gint64
scroll (GtkWidget *pane)
{
  GtkWidget     *list_view = find (pane, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  CorStallLog   *stalls = cor_stall_log_new (NULL);
  double         way = 0;
  gint64         longest = 0;

  while (gtk_adjustment_get_upper (adjustment) < 60.0 * n_rows)
    g_main_context_iteration (NULL, TRUE);
  way = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  g_print ("%u rows, %.0f pixels\n", g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)))), way);

  measure (list_view, stalls, "warming up", 40, 60);
  longest = measure (list_view, stalls, "wheel, down", 200, 300);
  longest = MAX (longest, measure (list_view, stalls, "end to end", way / n_frames, n_frames));
  longest = MAX (longest, measure (list_view, stalls, "and back", -way / n_frames, n_frames));
  cor_stall_log_free (stalls);
  return longest;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (CorSession) session = NULL;
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_OPEN);
  g_autoptr (GtkCssProvider) style = NULL;
  CorTestDesk desk = { 0 };
  GtkWidget  *window = NULL;
  GtkWidget  *pane = NULL;
  gint64      longest = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  adw_init ();
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/org/corridordesk/Corridor/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/org/corridordesk/Corridor/icons");

  cor_test_desk_open (&desk);
  cor_test_desk_tell_story (&desk);
  fill_store (desk.store);
  session = cor_session_new (desk.store, NULL, desk.now);
  window = gtk_window_new ();
  pane = cor_inbox_pane_new ();
  cor_inbox_pane_set_session (COR_INBOX_PANE (pane), session);
  cor_inbox_pane_set_view (COR_INBOX_PANE (pane), view);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE); /* as when maximized: rounded corners cost a software renderer much */
  gtk_window_set_default_size (GTK_WINDOW (window), 318, 900);
  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  longest = scroll (pane);

  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&session);
  cor_test_desk_close (&desk);
  return limit_ms > 0 && (double) longest / 1000.0 > limit_ms ? 1 : 0;
}
