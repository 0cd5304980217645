/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-stall-log"

#include "config.h"

#include "cor-stall-log.h"

#include <stdio.h>
#include <time.h>

/* Measures how long the main loop is busy: from a return of poll, when every source is checked, to
 * the next time the loop is about to sleep, when every source is prepared. */
struct _CorStallLog
{
  GSource *source;
  char    *path;       /* NULL: none is written */
  gint64   busy_since; /* monotonic microseconds; 0 while it sleeps */
  GArray  *turns;      /* gint64 microseconds of each turn over a millisecond */
  gint64   longest;
  gint64   cpu_since; /* likewise, of this thread's processor time */
  gint64   longest_cpu;
};

typedef struct
{
  GSource      parent;
  CorStallLog *log;
} StallSource;

static gint64
get_cpu_time (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
stall_prepare (GSource *source, int *timeout)
{
  CorStallLog *self = ((StallSource *) source)->log;
  gint64       busy = self->busy_since != 0 ? g_get_monotonic_time () - self->busy_since : 0;

  if (self->busy_since != 0)
    self->longest_cpu = MAX (self->longest_cpu, get_cpu_time () - self->cpu_since);
  *timeout = -1;
  self->busy_since = 0;
  self->longest = MAX (self->longest, busy);
  if (busy >= 1000)
    g_array_append_val (self->turns, busy);
  return FALSE;
}

static gboolean
stall_check (GSource *source)
{
  CorStallLog *self = ((StallSource *) source)->log;

  self->busy_since = g_get_monotonic_time ();
  self->cpu_since = get_cpu_time ();
  return FALSE;
}

static gboolean
stall_dispatch (GSource *source, GSourceFunc func, gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs stall_funcs = { stall_prepare, stall_check, stall_dispatch, NULL, NULL, NULL };

/**
 * cor_stall_log_new:
 * @path: (nullable): a file for the result when it is freed, "-" for standard error
 *
 * Begins to measure the default main context. For benches and for CORRIDOR_STALL_LOG.
 *
 * Returns: (transfer full): the log
 */
CorStallLog *
cor_stall_log_new (const char *path)
{
  CorStallLog *self = g_new0 (CorStallLog, 1);

  self->path = g_strdup (path);
  self->turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->source = g_source_new (&stall_funcs, sizeof (StallSource));
  ((StallSource *) self->source)->log = self;
  g_source_set_priority (self->source, G_PRIORITY_HIGH * 10); /* checked first, before all others work */
  g_source_attach (self->source, NULL);
  return self;
}

static void
write_result (CorStallLog *self)
{
  g_autofree char *text = g_strdup_printf ("longest stall %.1f ms, %u over 16 ms, %u over 50 ms\n",
                                           (double) self->longest / 1000.0,
                                           cor_stall_log_get_n_over (self, 16000),
                                           cor_stall_log_get_n_over (self, 50000));

  if (g_str_equal (self->path, "-"))
    fputs (text, stderr);
  else
    g_file_set_contents (self->path, text, -1, NULL);
}

/**
 * cor_stall_log_free:
 *
 * Writes the result, where a path was given.
 */
void
cor_stall_log_free (CorStallLog *self)
{
  if (self->path != NULL)
    write_result (self);
  g_source_destroy (self->source);
  g_source_unref (self->source);
  g_array_unref (self->turns);
  g_free (self->path);
  g_free (self);
}

/**
 * cor_stall_log_reset:
 *
 * Forgets what was measured: now the interesting part begins.
 */
void
cor_stall_log_reset (CorStallLog *self)
{
  g_array_set_size (self->turns, 0);
  self->longest = 0;
  self->longest_cpu = 0;
  self->busy_since = 0;
}

/**
 * cor_stall_log_get_longest:
 *
 * Returns: microseconds of the longest turn
 */
gint64
cor_stall_log_get_longest (CorStallLog *self)
{
  return self->longest;
}

/**
 * cor_stall_log_get_longest_cpu:
 *
 * Other programs make a turn longer; this is what the turn itself took.
 *
 * Returns: microseconds of processor time of the dearest turn
 */
gint64
cor_stall_log_get_longest_cpu (CorStallLog *self)
{
  return self->longest_cpu;
}

/**
 * cor_stall_log_get_n_over:
 * @limit: microseconds
 *
 * Returns: how many turns took longer
 */
guint
cor_stall_log_get_n_over (CorStallLog *self, gint64 limit)
{
  guint n = 0;

  for (guint i = 0; i < self->turns->len; i++)
    n += g_array_index (self->turns, gint64, i) > limit;
  return n;
}
