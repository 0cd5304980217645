/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-apertium.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#define MODES "/usr/share/apertium"
#define PAIR MODES "/modes/eng-spa.mode"
#define TRIES 5

/* It is slow to begin on a busy machine. */
#define DEADLINE (120 * G_TIME_SPAN_SECOND)

struct _CorTestApertium
{
  GSubprocess *process; /* owned */
  char        *url;
};

static guint16
find_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();

  return g_socket_listener_add_any_inet_port (listener, NULL, NULL);
}

/* Its engines are its children: they end with its group; it ends with a test that fails. */
static void
set_up_child (gpointer user_data)
{
  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static gboolean
listens (const char *host,
         guint16     port)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = g_socket_client_connect_to_host (client, host, port, NULL, NULL);

  return connection != NULL;
}

/* FALSE when it ended, such as when somebody else was given the port meanwhile. */
static gboolean
wait_until_listens (CorTestApertium *self,
                    guint16          port)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;

  while (!listens ("127.0.0.1", port))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("Apertium APy does not begin");
      g_main_context_iteration (NULL, FALSE);
      if (g_subprocess_get_identifier (self->process) == NULL)
        return FALSE;
      g_thread_yield ();
    }
  return TRUE;
}

static CorTestApertium *
try_start (guint16 port)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *number = g_strdup_printf ("%u", port);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTestApertium) self = g_new0 (CorTestApertium, 1);

  g_subprocess_launcher_set_child_setup (launcher, set_up_child, NULL, NULL);
  g_subprocess_launcher_unsetenv (launcher, "ASAN_OPTIONS");
  self->process = g_subprocess_launcher_spawn (launcher, &error, "apertium-apy", MODES, "-p", number, "-j", "1", NULL);
  g_assert_no_error (error);
  self->url = g_strdup_printf ("http://127.0.0.1:%u", port);
  return wait_until_listens (self, port) ? g_steal_pointer (&self) : NULL;
}

/**
 * cor_test_apertium_start:
 *
 * Skips the test, with the reason, where it is not installed.
 *
 * Returns: (transfer full) (nullable): the running service
 */
CorTestApertium *
cor_test_apertium_start (void)
{
  g_autofree char *program = g_find_program_in_path ("apertium-apy");
  CorTestApertium *self = NULL;

  if (program == NULL || !g_file_test (PAIR, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("apertium-apy and apertium-eng-spa are not installed");
      return NULL;
    }
  for (guint i = 0; i < TRIES && self == NULL; i++)
    self = try_start (find_port ());
  g_assert_nonnull (self);
  return self;
}

/* Killed, as it keeps nothing: asked to end with SIGTERM, it raises an exception, and where Python swallows that one it
 * goes on without its engines. */
void
cor_test_apertium_free (CorTestApertium *self)
{
  const char *id = g_subprocess_get_identifier (self->process);

  if (id != NULL)
    kill (-(pid_t) g_ascii_strtoll (id, NULL, 10), SIGKILL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_free (self->url);
  g_free (self);
}

const char *
cor_test_apertium_get_url (CorTestApertium *self)
{
  return self->url;
}
