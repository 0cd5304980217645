/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "corridor-sandbox"

#include "config.h"

#include "cor-sandbox-options.h"

#include "cor-desk-faults.h"
#include "cor-desk-fill.h"
#include "cor-desk-server.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define MOST_MINUTES (24 * 60)

typedef struct
{
  char    *state_dir;
  char    *address;
  char    *messages_file;
  char   **faults;
  int      port;
  int      seed;
  int      moving_minutes;
  gint64   scale;
  gint64   now;
  gboolean show_version;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->state_dir);
  g_free (options->address);
  g_free (options->messages_file);
  g_strfreev (options->faults);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options,
       int     *argc,
       char  ***argv,
       GError **error)
{
  const GOptionEntry entries[] = {
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &options->state_dir, N_ ("Keep everything in this folder"), N_ ("DIR") },
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port, N_ ("Listen on this port; else the last one, or any"), N_ ("N") },
    { "address", 0, 0, G_OPTION_ARG_STRING, &options->address, N_ ("127.0.0.1; nothing else is taken"), N_ ("ADDRESS") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &options->seed, N_ ("The workspace and the faults of this seed"), N_ ("N") },
    { "scale", 0, 0, G_OPTION_ARG_INT64, &options->scale, N_ ("Make up about so many messages"), N_ ("MESSAGES") },
    { "messages", 0, 0, G_OPTION_ARG_FILENAME, &options->messages_file, N_ ("Fill it with these messages: CSV or JSON lines"), N_ ("FILE") },
    { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->faults, N_ ("Let something go wrong; may be repeated"), N_ ("SPEC") },
    { "now", 0, 0, G_OPTION_ARG_INT64, &options->now, N_ ("Until when the workspace has been told, at first start"), N_ ("EPOCH") },
    { "moving", 0, 0, G_OPTION_ARG_INT, &options->moving_minutes, N_ ("Within so many minutes a payment in flight goes on; 0: none does"), N_ ("MINUTES") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->show_version, N_ ("Print the version"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Serves a desk for trying Corridor: Chatwoot's application API over TLS, on this machine only."));
  g_option_context_set_description (context, cor_desk_faults_help ());
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
check (const Options *options,
       int            argc,
       GError       **error)
{
  const char *problem = NULL;

  if (argc > 1)
    problem = _ ("There are no arguments besides the options");
  else if (options->state_dir == NULL)
    problem = _ ("--state DIR is missing");
  else if (options->address != NULL && strcmp (options->address, "127.0.0.1") != 0)
    problem = _ ("The sandbox listens on 127.0.0.1 only: its workspace is open to whoever reaches it");
  else if (options->port < 0 || options->port > 65535)
    problem = _ ("--port takes a number from 0 to 65535");
  else if (options->moving_minutes < 0 || options->moving_minutes > MOST_MINUTES)
    problem = _ ("--moving takes a number of minutes, a day at most");
  else if (options->scale < 0)
    problem = _ ("--scale takes a number of messages");
  if (problem != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, problem);
  return problem == NULL;
}

static CorDeskServer *
start (const Options *options,
       GError       **error)
{
  g_autoptr (CorDeskServer) server = cor_desk_server_new (options->state_dir, (guint32) options->seed, error);
  const CorWorkspaceOptions workspace = {
    .seed = (guint32) options->seed,
    .now = options->now ? options->now : g_get_real_time () / G_USEC_PER_SEC,
    .messages = (guint64) options->scale,
    .messages_file = options->messages_file,
  };

  if (server == NULL)
    return NULL;
  cor_desk_server_get_desk (server)->moving_minutes = options->moving_minutes;
  for (guint i = 0; options->faults != NULL && options->faults[i] != NULL; i++)
    if (!cor_desk_faults_add_spec (cor_desk_server_get_desk (server)->faults, options->faults[i], error))
      return NULL;
  if (!cor_desk_fill (cor_desk_server_get_desk (server)->db, &workspace, error) || !cor_desk_server_listen (server, (guint) options->port, error))
    return NULL;
  return g_steal_pointer (&server);
}

static gboolean
on_signal (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static void
serve (CorDeskServer *server)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *line = cor_desk_server_dup_ready_line (server);
  guint            interrupt_id = g_unix_signal_add (SIGINT, on_signal, loop);
  guint            terminate_id = g_unix_signal_add (SIGTERM, on_signal, loop);

  g_print ("%s\n", line);
  g_main_loop_run (loop);
  g_source_remove (interrupt_id);
  g_source_remove (terminate_id);
}

/**
 * cor_sandbox_run:
 * @argc: of main()
 * @argv: of main()
 *
 * The program: fills the state at first start, listens, prints one line of JSON and serves until it
 * is told to stop.
 *
 * Returns: the exit code: 0, 1 failed, 2 usage
 */
int
cor_sandbox_run (int   argc,
                 char *argv[])
{
  g_auto (Options) options = { .seed = 1, .moving_minutes = 60 };
  g_autoptr (CorDeskServer) server = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, COR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (!parse (&options, &argc, &argv, &error) || (!options.show_version && !check (&options, argc, &error)))
    {
      g_printerr ("corridor-sandbox: %s\n", error->message);
      return 2;
    }
  if (options.show_version)
    {
      g_print ("corridor-sandbox %s\n", COR_VERSION);
      return 0;
    }
  server = start (&options, &error);
  if (server == NULL)
    {
      g_printerr ("corridor-sandbox: %s\n", error->message);
      return 1;
    }
  serve (server);
  return 0;
}
