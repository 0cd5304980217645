/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-sandbox.h"

#include "cor-test-await.h"

#include <libsoup/soup.h>
#include <signal.h>
#include <sys/prctl.h>

/* A test that aborts must not leave a server that holds its output open. */
static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static void
start (CorTestSandbox    *self,
       const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *port = g_strdup_printf ("%u", self->port);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GUri) uri = NULL;
  JsonObject *ready;

  g_ptr_array_add (argv, (char *) g_getenv ("COR_SANDBOX"));
  g_ptr_array_add (argv, (char *) "--state");
  g_ptr_array_add (argv, self->state);
  g_ptr_array_add (argv, (char *) "--port");
  g_ptr_array_add (argv, port);
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  g_ptr_array_add (argv, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  /* libsoup warns of a client that is gone before its websocket is up: no end for a server */
  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "gc-friendly,fatal-criticals", TRUE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  self->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  node = json_from_string (line, &error);
  g_assert_no_error (error);
  ready = json_node_get_object (node);
  g_free (self->url);
  g_free (self->ca);
  g_free (self->token);
  self->url = g_strdup (json_object_get_string_member (ready, "url"));
  self->ca = g_strdup (json_object_get_string_member (ready, "ca"));
  self->token = g_strdup (json_object_get_string_member (ready, "token"));
  uri = g_uri_parse (self->url, G_URI_FLAGS_NONE, &error);
  self->port = (guint) g_uri_get_port (uri);
}

/**
 * cor_test_sandbox_start:
 * @arguments: (nullable): further ones, such as --messages FILE
 *
 * Returns: (transfer full): a sandbox that is ready
 */
CorTestSandbox *
cor_test_sandbox_start (const char *const *arguments)
{
  CorTestSandbox *self = g_new0 (CorTestSandbox, 1);

  self->state = cor_test_make_dir ();
  start (self, arguments);
  return self;
}

void
cor_test_sandbox_kill (CorTestSandbox *self)
{
  if (self->process == NULL)
    return;
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
}

/**
 * cor_test_sandbox_restart:
 *
 * Starts it again with its state and at its port.
 */
void
cor_test_sandbox_restart (CorTestSandbox    *self,
                          const char *const *arguments)
{
  cor_test_sandbox_kill (self);
  start (self, arguments);
}

void
cor_test_sandbox_free (CorTestSandbox *self)
{
  cor_test_sandbox_kill (self);
  cor_test_remove_dir (self->state);
  g_free (self->state);
  g_free (self->url);
  g_free (self->ca);
  g_free (self->token);
  g_free (self);
}

/**
 * cor_test_sandbox_call:
 * @body: (nullable): JSON
 *
 * Returns: (transfer full) (nullable): the answer's JSON
 */
JsonNode *
cor_test_sandbox_call (CorTestSandbox *self,
                       const char     *method,
                       const char     *path,
                       const char     *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (self->ca, &error);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *address = g_strconcat (self->url, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, address);
  g_autoptr (GBytes) answer = NULL;
  gsize       size = 0;
  const char *text;

  g_assert_no_error (error);
  soup_session_set_tls_database (session, database);
  soup_message_headers_append (soup_message_get_request_headers (message), "Api-Access-Token", self->token);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  answer = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (answer, &size);
  if (size == 0)
    return NULL;
  {
    g_autoptr (JsonParser) parser = json_parser_new ();

    json_parser_load_from_data (parser, text, (gssize) size, &error);
    g_assert_no_error (error);
    return json_parser_steal_root (parser);
  }
}
