/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-secrets"

#include "config.h"

#include "cor-secrets.h"
#include "cor-service-error.h"
#include "cor-test-main.h"
#include "cor-test-server.h"

#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

#define ORIGIN "https://desk.example.com"
#define KEYRING "gnome-keyring-daemon"

/* Each case has a process of its own: libsecret keeps one connection for life. */

static gboolean
store (const char *account_id,
       const char *token,
       GError    **error)
{
  GAsyncResult *where = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  cor_secrets_store_async (ORIGIN, account_id, token, NULL, cor_test_on_result, &where);
  result = cor_test_await (&where);
  return cor_secrets_store_finish (result, error);
}

static char *
look_up (const char *account_id,
         GError    **error)
{
  GAsyncResult *where = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  cor_secrets_lookup_async (ORIGIN, account_id, NULL, cor_test_on_result, &where);
  result = cor_test_await (&where);
  return cor_secrets_lookup_finish (result, error);
}

static gboolean
clear (const char *account_id,
       GError    **error)
{
  GAsyncResult *where = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  cor_secrets_clear_async (ORIGIN, account_id, NULL, cor_test_on_result, &where);
  result = cor_test_await (&where);
  return cor_secrets_clear_finish (result, error);
}

/* Never unreferenced: that would wait for libsecret's connection, which lives as long as we do. */
static GTestDBus *bus;

static void
start_bus (void)
{
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_unsetenv (COR_SECRETS_ENVIRONMENT);
}

static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static void
on_appeared (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* A Secret Service on the session's bus, unlocked, its files in the test's folder. */
static GSubprocess *
start_keyring (void)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess   *keyring;
  GOutputStream *input;
  gboolean       is_here = FALSE;
  guint          watch;

  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", g_get_user_data_dir (), TRUE);
  /* Its warnings are not ours to die of. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  keyring = g_subprocess_launcher_spawn (launcher, &error, KEYRING, "--foreground", "--unlock", "--components=secrets", NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (keyring);
  g_assert_true (g_output_stream_write_all (input, "test", 4, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (input, NULL, NULL));
  watch = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.secrets", G_BUS_NAME_WATCHER_FLAGS_NONE, on_appeared, NULL, &is_here, NULL);
  while (!is_here)
    g_main_context_iteration (NULL, TRUE);
  g_bus_unwatch_name (watch);
  return keyring;
}

static void
test_keyring_subprocess (void)
{
  g_autoptr (GSubprocess) keyring = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *other = NULL;

  start_bus ();
  keyring = start_keyring ();

  none = look_up ("1", &error);
  g_assert_null (none);
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_UNAUTHORISED);
  g_clear_error (&error);

  g_assert_true (store ("1", "token-one", &error));
  g_assert_no_error (error);
  g_assert_true (store ("2", "token-two", &error));
  first = look_up ("1", &error);
  g_assert_cmpstr (first, ==, "token-one");

  /* A new one replaces the old, of that account alone. */
  store ("1", "token-new", &error);
  g_assert_no_error (error);
  second = look_up ("1", &error);
  g_assert_cmpstr (second, ==, "token-new");

  g_assert_true (clear ("1", &error));
  g_assert_true (clear ("1", &error));
  gone = look_up ("1", &error);
  g_assert_null (gone);
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_UNAUTHORISED);
  other = look_up ("2", NULL);
  g_assert_cmpstr (other, ==, "token-two");

  g_subprocess_force_exit (keyring);
  g_subprocess_wait (keyring, NULL, NULL);
  g_test_dbus_stop (bus);
}

static void
test_no_service_subprocess (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;

  /* A bus, but nobody on it and nothing to start. */
  start_bus ();
  none = look_up ("1", &error);
  g_assert_null (none);
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_KEYRING);
  g_clear_error (&error);
  g_assert_false (store ("1", "token", &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_KEYRING);
  g_assert_null (strstr (error->message, "token"));
  g_clear_error (&error);
  g_assert_false (clear ("1", &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_KEYRING);
  g_test_dbus_stop (bus);
}

static void
test_no_bus_subprocess (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_unsetenv (COR_SECRETS_ENVIRONMENT);
  none = look_up ("1", &error);
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_KEYRING);
}

/* The environment needs no service, and nothing of it is kept anywhere. */
static void
test_environment_subprocess (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;
  g_autofree char *other = NULL;
  g_autofree char *wise = NULL;
  g_autofree char *none = NULL;

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_setenv (COR_SECRETS_ENVIRONMENT, "from-outside", TRUE);
  token = look_up ("1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, "from-outside");
  g_assert_true (store ("1", "another", &error));
  g_assert_true (clear ("1", &error));

  /* a desk's token is for desks */
  other = look_up (COR_SECRETS_WISE, &error);
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_KEYRING);
  g_clear_error (&error);
  g_assert_false (store (COR_SECRETS_TRANSLATION, "key", &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_KEYRING);
  g_clear_error (&error);
  g_setenv ("CORRIDOR_WISE_TOKEN", "for-wise", TRUE);
  wise = look_up (COR_SECRETS_WISE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wise, ==, "for-wise");

  g_setenv (COR_SECRETS_ENVIRONMENT, "", TRUE);
  none = look_up ("1", &error);
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_KEYRING);
}

static void
test_case (gconstpointer path)
{
  g_autofree char *program = g_find_program_in_path (g_str_equal (path, "/secrets/keyring") ? KEYRING : "dbus-daemon");
  g_autofree char *daemon = g_find_program_in_path ("dbus-daemon");
  g_autofree char *subprocess = g_strconcat (path, "/subprocess", NULL);

  if (program == NULL || daemon == NULL)
    {
      g_test_skip ("dbus-daemon and " KEYRING " are not installed");
      return;
    }

  g_test_trap_subprocess (subprocess, 30 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  g_test_add_data_func ("/secrets/keyring", "/secrets/keyring", test_case);
  g_test_add_func ("/secrets/keyring/subprocess", test_keyring_subprocess);
  g_test_add_data_func ("/secrets/no-service", "/secrets/no-service", test_case);
  g_test_add_func ("/secrets/no-service/subprocess", test_no_service_subprocess);
  g_test_add_data_func ("/secrets/no-bus", "/secrets/no-bus", test_case);
  g_test_add_func ("/secrets/no-bus/subprocess", test_no_bus_subprocess);
  g_test_add_data_func ("/secrets/environment", "/secrets/environment", test_case);
  g_test_add_func ("/secrets/environment/subprocess", test_environment_subprocess);
  return cor_test_run ();
}
