/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-sandbox-process"

#include "config.h"

#include "cor-sandbox-process.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <sys/prctl.h>

#include "cor-str.h"

/*
 * CorSandboxProcess: corridor-sandbox as a child of the window, with its state in PROFILE/sandbox. It
 * says in one line of JSON when it is ready and where; it ends with the window, however that ends.
 */
struct _CorSandboxProcess
{
  GObject parent_instance;

  char        *state_dir;  /* owned */
  GSubprocess *subprocess; /* owned, NULL when it does not run */
  char        *url;        /* owned, of the last start */
  char        *ca_file;    /* owned */
  char        *token;      /* owned */
  gboolean     is_ready;   /* the subprocess has said so */
};

G_DEFINE_FINAL_TYPE (CorSandboxProcess, cor_sandbox_process, G_TYPE_OBJECT)

static char *
find_program (void)
{
  g_autofree char *self_path = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = g_path_get_dirname (self_path != NULL ? self_path : "");
  g_autofree char *beside = g_build_filename (dir, "corridor-sandbox", NULL);
  g_autofree char *in_build = g_build_filename (dir, "..", "sandbox", "corridor-sandbox", NULL);
  const char      *places[] = { beside, in_build, COR_LIBEXEC_DIR "/corridor-sandbox" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_file_test (places[i], G_FILE_TEST_IS_EXECUTABLE))
      return g_strdup (places[i]);
  return g_find_program_in_path ("corridor-sandbox");
}

/* Between fork and exec: only what is safe there. */
static void
end_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static gboolean
parse_line (CorSandboxProcess *self, const char *line, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (line, error);
  JsonObject *object = NULL;

  if (node == NULL)
    return FALSE;
  object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (object == NULL || json_object_get_string_member_with_default (object, "url", NULL) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The sandbox did not say where it is."));
      return FALSE;
    }
  cor_set_str (&self->url, json_object_get_string_member_with_default (object, "url", NULL));
  cor_set_str (&self->ca_file, json_object_get_string_member_with_default (object, "ca", NULL));
  cor_set_str (&self->token, json_object_get_string_member_with_default (object, "token", NULL));
  self->is_ready = TRUE;
  return TRUE;
}

static void
on_line_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char   *line = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (source), result, NULL, &error);
  CorSandboxProcess *self = g_task_get_source_object (task);

  if (line == NULL && error == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The sandbox ended before it was ready."));
  if (line != NULL && parse_line (self, line, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  cor_sandbox_process_stop (self);
  g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
is_serving (CorSandboxProcess *self)
{
  return self->is_ready && self->subprocess != NULL && g_subprocess_get_identifier (self->subprocess) != NULL;
}

static void
add_port (GPtrArray *argv, const char *origin)
{
  g_autoptr (GUri) uri = origin != NULL ? g_uri_parse (origin, G_URI_FLAGS_NONE, NULL) : NULL;

  if (uri == NULL || g_uri_get_port (uri) <= 0)
    return;
  g_ptr_array_add (argv, g_strdup ("--port"));
  g_ptr_array_add (argv, g_strdup_printf ("%d", g_uri_get_port (uri)));
}

static void
cor_sandbox_process_finalize (GObject *object)
{
  CorSandboxProcess *self = COR_SANDBOX_PROCESS (object);

  cor_sandbox_process_stop (self);
  g_free (self->state_dir);
  g_free (self->url);
  g_free (self->ca_file);
  g_free (self->token);

  G_OBJECT_CLASS (cor_sandbox_process_parent_class)->finalize (object);
}

static void
cor_sandbox_process_class_init (CorSandboxProcessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_sandbox_process_finalize;
}

static void
cor_sandbox_process_init (CorSandboxProcess *self)
{
}

/**
 * cor_sandbox_process_new:
 * @profile_dir: of the profile
 *
 * Returns: (transfer full): a sandbox that does not run yet
 */
CorSandboxProcess *
cor_sandbox_process_new (const char *profile_dir)
{
  CorSandboxProcess *self = g_object_new (COR_TYPE_SANDBOX_PROCESS, NULL);

  self->state_dir = g_build_filename (profile_dir, "sandbox", NULL);
  return self;
}

/**
 * cor_sandbox_process_serves:
 * @account: an account of the profile
 *
 * Returns: whether it is the account of this sandbox, so that it has to run
 */
gboolean
cor_sandbox_process_serves (CorSandboxProcess *self, const CorAccountData *account)
{
  g_autofree char *prefix = NULL;

  g_return_val_if_fail (COR_IS_SANDBOX_PROCESS (self), FALSE);

  prefix = g_strconcat (self->state_dir, G_DIR_SEPARATOR_S, NULL);
  return account->ca_file != NULL && g_str_has_prefix (account->ca_file, prefix);
}

/**
 * cor_sandbox_process_start_async:
 * @origin: (nullable): the origin whose port it shall have again
 * @cancellable: (nullable): stops waiting
 * @callback: is called when it serves, or cannot
 *
 * One that serves already goes on. Main thread.
 */
void
cor_sandbox_process_start_async (CorSandboxProcess *self, const char *origin, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = find_program ();

  g_task_set_source_tag (task, cor_sandbox_process_start_async);
  if (is_serving (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (program == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The program corridor-sandbox is not installed."));
      return;
    }
  g_ptr_array_add (argv, g_strdup (program));
  g_ptr_array_add (argv, g_strdup ("--state"));
  g_ptr_array_add (argv, g_strdup (self->state_dir));
  add_port (argv, origin);
  g_ptr_array_add (argv, NULL);

  cor_sandbox_process_stop (self);
  g_subprocess_launcher_set_child_setup (launcher, end_with_parent, NULL, NULL);
  self->subprocess = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  if (self->subprocess == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->subprocess));
  g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, cancellable, on_line_read, g_steal_pointer (&task));
}

/**
 * cor_sandbox_process_start_finish:
 *
 * Returns: whether it serves
 */
gboolean
cor_sandbox_process_start_finish (CorSandboxProcess *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cor_sandbox_process_get_url:
 *
 * Returns: (transfer none) (nullable): where it serves
 */
const char *
cor_sandbox_process_get_url (CorSandboxProcess *self)
{
  g_return_val_if_fail (COR_IS_SANDBOX_PROCESS (self), NULL);

  return self->url;
}

/**
 * cor_sandbox_process_get_ca_file:
 *
 * Returns: (transfer none) (nullable): its authority, a PEM file
 */
const char *
cor_sandbox_process_get_ca_file (CorSandboxProcess *self)
{
  g_return_val_if_fail (COR_IS_SANDBOX_PROCESS (self), NULL);

  return self->ca_file;
}

/**
 * cor_sandbox_process_get_token:
 *
 * Returns: (transfer none) (nullable): the access token of its agent
 */
const char *
cor_sandbox_process_get_token (CorSandboxProcess *self)
{
  g_return_val_if_fail (COR_IS_SANDBOX_PROCESS (self), NULL);

  return self->token;
}

/**
 * cor_sandbox_process_stop:
 *
 * Asks it to end; its state stays.
 */
void
cor_sandbox_process_stop (CorSandboxProcess *self)
{
  g_return_if_fail (COR_IS_SANDBOX_PROCESS (self));

  if (self->subprocess != NULL)
    g_subprocess_send_signal (self->subprocess, SIGTERM);
  g_clear_object (&self->subprocess);
  self->is_ready = FALSE;
}
