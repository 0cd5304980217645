/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-account-dialog.h"
#include "cor-first-run-page.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-widgets.h"
#include "cor-window.h"
#include "cor-workbench.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* The whole window on a profile that is still empty. */
typedef struct
{
  char       *dir;
  CorStore   *store;
  CorSession *session;
  GtkWidget  *window;
  char       *path; /* where programs were looked for before */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer server)
{
  g_autofree char *profile = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = cor_test_make_dir ();
  fixture->path = g_strdup (g_getenv ("PATH"));
  profile = g_build_filename (fixture->dir, "profile", NULL);
  fixture->store = cor_store_open (profile, &error);
  g_assert_no_error (error);
  fixture->session = cor_session_new (fixture->store, NULL, 0);
  fixture->window = cor_window_new (NULL, fixture->session, server);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cor_test_until (fixture->window == NULL);
  cor_test_finalize (fixture->session);
  cor_test_finalize (g_steal_pointer (&fixture->store));
  g_setenv ("PATH", fixture->path, TRUE);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static GtkWidget *
find_shown (Fixture *fixture,
            GType    type)
{
  GtkWidget *found = cor_test_find (fixture->window, type, NULL);

  return found != NULL && gtk_widget_get_child_visible (found) && gtk_widget_get_mapped (found) ? found : NULL;
}

/* Puts a program called corridor-sandbox in the way, and no other. */
static void
put_program (Fixture    *fixture,
             const char *script)
{
  g_autofree char *program = g_build_filename (fixture->dir, "corridor-sandbox", NULL);

  g_assert_true (g_file_set_contents (program, script, -1, NULL));
  g_assert_cmpint (g_chmod (program, 0755), ==, 0);
  g_setenv ("PATH", fixture->dir, TRUE);
}

static void
put_sandbox (Fixture *fixture)
{
  g_autofree char *program = g_build_filename (fixture->dir, "corridor-sandbox", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (program);

  g_unlink (program);
  g_assert_true (g_file_make_symbolic_link (link, g_getenv ("COR_SANDBOX"), NULL, NULL));
  g_setenv ("PATH", fixture->dir, TRUE);
}

/* With an address given, the dialog for it is open at once; the keys of the workbench do nothing. */
static void
test_first_run (Fixture      *fixture,
                gconstpointer server)
{
  GtkWidget *dialog = NULL;

  cor_test_until ((dialog = cor_test_find_window (COR_TYPE_ACCOUNT_DIALOG)) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cor_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL))), ==, server);
  g_assert_nonnull (find_shown (fixture, COR_TYPE_FIRST_RUN_PAGE));
  gtk_window_destroy (GTK_WINDOW (dialog));
  cor_test_activate (fixture->window, "win.next-conversation", NULL);
  cor_test_activate (fixture->window, "win.search", NULL);
  cor_test_activate (fixture->window, "win.view", "u", 1);
}

/* A dialog that is on the screen before its window would be hidden by it. */
static void
test_dialog_comes_second (Fixture      *fixture,
                          gconstpointer unused)
{
  GtkWidget *window, *dialog = NULL;

  cor_test_until (find_shown (fixture, COR_TYPE_FIRST_RUN_PAGE) != NULL);
  window = cor_window_new (NULL, fixture->session, "https://desk.example");
  g_assert_null (cor_test_find_window (COR_TYPE_ACCOUNT_DIALOG));
  gtk_window_present (GTK_WINDOW (window));
  cor_test_until ((dialog = cor_test_find_window (COR_TYPE_ACCOUNT_DIALOG)) != NULL);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An account that any process adds brings the workbench; its removal the two ways in. */
static void
test_account_comes_and_goes (Fixture      *fixture,
                             gconstpointer unused)
{
  CorAccountData account = { .kind = (char *) "chatwoot", .origin = (char *) "https://desk.example", .remote_id = (char *) "1", .name = (char *) "Desk", .agent_id = (char *) "7", .error_code = -1 };
  g_auto (CorTestAwait) await = { 0 };
  g_auto (CorTestAwait) removal = { 0 };
  GtkWidget *page = NULL;
  gint64     id = 0;

  cor_test_until (find_shown (fixture, COR_TYPE_FIRST_RUN_PAGE) != NULL);
  cor_store_put_account_async (fixture->store, &account, NULL, cor_test_on_result, &await);
  id = cor_store_put_account_finish (fixture->store, cor_test_await (&await), NULL);
  /* both are shown while one fades into the other */
  cor_test_until (find_shown (fixture, COR_TYPE_WORKBENCH) != NULL && find_shown (fixture, COR_TYPE_FIRST_RUN_PAGE) == NULL);
  cor_window_begin_in_sandbox (COR_WINDOW (fixture->window)); /* asked for in vain: there is an account */
  cor_store_remove_account_async (fixture->store, id, NULL, cor_test_on_result, &removal);
  g_assert_true (cor_store_remove_account_finish (fixture->store, cor_test_await (&removal), NULL));
  cor_test_until ((page = find_shown (fixture, COR_TYPE_FIRST_RUN_PAGE)) != NULL && find_shown (fixture, COR_TYPE_WORKBENCH) == NULL);
  g_assert_null (cor_test_find (page, GTK_TYPE_BUTTON, "Starting…"));
  g_assert_null (cor_test_get_label (page, "error"));
}

/* "Try it" says what goes wrong and can be tried again; then it connects the sandbox like any desk. */
static void
test_try_it (Fixture      *fixture,
             gconstpointer unused)
{
  GtkWidget  *page = NULL;
  const char *problem = NULL;

  if (g_file_test (COR_LIBEXEC_DIR "/corridor-sandbox", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("an installed sandbox would be taken");
      return;
    }
  cor_test_until ((page = find_shown (fixture, COR_TYPE_FIRST_RUN_PAGE)) != NULL);
  g_setenv ("PATH", fixture->dir, TRUE);
  cor_test_click (page, "_Try it");
  cor_test_until (g_strcmp0 (cor_test_get_label (page, "error"), "The program corridor-sandbox is not installed.") == 0);

  put_program (fixture, "#!/bin/sh\nexit 1\n");
  cor_test_click (page, "_Try it");
  cor_test_until (g_strcmp0 (cor_test_get_label (page, "error"), "The sandbox ended before it was ready.") == 0);

  put_sandbox (fixture);
  cor_test_click (page, "_Try it");
  g_assert_null (cor_test_get_label (page, "error"));
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (page, GTK_TYPE_BUTTON, "Starting…")));
  cor_test_until ((problem = cor_test_get_label (page, "error")) != NULL);
  g_assert_true (g_str_has_prefix (problem, "The keyring of this computer is missing or locked"));

  g_setenv ("CORRIDOR_TOKEN", "given", TRUE); /* so that no keyring is needed */
  cor_test_click (page, "_Try it");
  cor_test_until (find_shown (fixture, COR_TYPE_WORKBENCH) != NULL);
  g_unsetenv ("CORRIDOR_TOKEN");
}

/* Asked for on the command line it needs no click. */
static void
test_begin_in_sandbox (Fixture      *fixture,
                       gconstpointer unused)
{
  if (g_file_test (COR_LIBEXEC_DIR "/corridor-sandbox", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("an installed sandbox would be taken");
      return;
    }
  put_sandbox (fixture);
  g_setenv ("CORRIDOR_TOKEN", "given", TRUE);
  cor_window_begin_in_sandbox (COR_WINDOW (fixture->window));
  cor_test_until (find_shown (fixture, COR_TYPE_WORKBENCH) != NULL);
  g_unsetenv ("CORRIDOR_TOKEN");
}

int
main (int    argc,
      char **argv)
{
  /* nobody's keyring */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_unsetenv ("CORRIDOR_TOKEN");
  cor_test_init (&argc, &argv);
  cor_test_allow_library_warnings ();
  adw_init ();
  g_test_add ("/window/first-run", Fixture, "https://desk.example", set_up, test_first_run, tear_down);
  g_test_add ("/window/dialog-comes-second", Fixture, NULL, set_up, test_dialog_comes_second, tear_down);
  g_test_add ("/window/account-comes-and-goes", Fixture, NULL, set_up, test_account_comes_and_goes, tear_down);
  g_test_add ("/window/try-it", Fixture, NULL, set_up, test_try_it, tear_down);
  g_test_add ("/window/begin-in-sandbox", Fixture, NULL, set_up, test_begin_in_sandbox, tear_down);
  return cor_test_run ();
}
