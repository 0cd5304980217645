/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-profile.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* The first load of a desk with everything that was ever written: how long, how many requests, and what
 * it costs this computer. The sandbox runs beside it and takes its share of the processors; its own is
 * told as well. */

#define DEFAULT_SCALE "10000"

static double
get_cpu (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double) usage.ru_utime.tv_sec + (double) usage.ru_stime.tv_sec + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Of a process that is still running: clock ticks of its /proc/PID/stat. */
static double
get_cpu_of (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/stat", pid), *text = NULL;
  unsigned long    user = 0, system = 0;
  const char      *rest;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  rest = strrchr (text, ')');
  if (rest == NULL || sscanf (rest, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
    return 0;
  return (double) (user + system) / (double) sysconf (_SC_CLK_TCK);
}

static gint64
count_rows (CorTestProfile *profile,
            const char     *query)
{
  g_autofree char *path = g_build_filename (profile->dir, "corridor.db", NULL);
  sqlite3         *sqlite = NULL;
  sqlite3_stmt    *row = NULL;
  gint64           n = -1;

  if (sqlite3_open_v2 (path, &sqlite, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK && sqlite3_prepare_v2 (sqlite, query, -1, &row, NULL) == SQLITE_OK &&
      sqlite3_step (row) == SQLITE_ROW)
    n = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (sqlite);
  return n;
}

static gint64
count_requests (CorTestProfile *profile,
                gint64         *n_messages)
{
  g_autoptr (JsonNode) stats = cor_test_sandbox_call (profile->sandbox, "GET", "/sandbox/stats", NULL);
  JsonObject    *object = json_node_get_object (stats);
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;
  gint64         n = 0;

  *n_messages = json_object_get_int_member (object, "messages");
  json_object_iter_init (&iter, json_object_get_object_member (object, "requests"));
  while (json_object_iter_next (&iter, &name, &node))
    if (!g_str_has_prefix (name, "/sandbox/"))
      n += json_object_get_int_member (json_node_get_object (node), "count");
  return n;
}

int
main (int   argc,
      char *argv[])
{
  const char    *scale = argc > 1 ? argv[1] : DEFAULT_SCALE;
  CorTestProfile profile = { 0 };
  struct rusage  usage;
  gint64         began, n_here, n_there, n_requests;
  double         seconds, cpu, cpu_there;
  const char    *pid;

  if (g_getenv ("COR_SANDBOX") == NULL)
    {
      g_printerr ("COR_SANDBOX must name the program corridor-sandbox\n");
      return EXIT_FAILURE;
    }
  cor_test_profile_start (&profile, (const char *const[]){ "--scale", scale, NULL });
  cor_test_profile_set (&profile, "history", "all");
  pid = g_subprocess_get_identifier (profile.sandbox->process);

  began = g_get_monotonic_time ();
  cpu = get_cpu (RUSAGE_SELF);
  cpu_there = get_cpu_of (pid);
  cor_test_profile_run_once (&profile);
  seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  cpu = get_cpu (RUSAGE_SELF) - cpu;
  cpu_there = get_cpu_of (pid) - cpu_there;
  getrusage (RUSAGE_SELF, &usage);

  n_here = count_rows (&profile, "SELECT count(*) FROM message");
  n_requests = count_requests (&profile, &n_there);
  g_print ("messages       %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " on the server, in %" G_GINT64_FORMAT " conversations\n", n_here, n_there,
           count_rows (&profile, "SELECT count(*) FROM conversation"));
  g_print ("time           %.1f s, %.0f messages/s\n", seconds, (double) n_here / seconds);
  g_print ("requests       %" G_GINT64_FORMAT ", %.0f/s\n", n_requests, (double) n_requests / seconds);
  g_print ("processor      %.1f s here, %.1f s in the sandbox\n", cpu, cpu_there);
  g_print ("memory         %.0f MiB at most\n", (double) usage.ru_maxrss / 1024);
  g_print ("file           %.1f MiB\n", (double) (count_rows (&profile, "PRAGMA page_count") * count_rows (&profile, "PRAGMA page_size")) / 1048576);
  g_print ("conditions     %s build, %u processors, sandbox on the same machine\n", COR_BUILD_TYPE, g_get_num_processors ());
  cor_test_profile_tear_down (&profile, NULL);
  return n_here == n_there ? EXIT_SUCCESS : EXIT_FAILURE;
}
