/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-detached-read"

#include "config.h"

#include "cor-detached-read.h"

typedef struct
{
  CorDetachedRead read;
  GDestroyNotify  free_result;
  gpointer        task_data; /* the caller's task, which on_read() holds, owns it */
} Read;

static void
read_in_thread (GTask        *inner,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Read *self = data;
  GError     *error = NULL;
  gpointer    result = self->read (self->task_data, &error);

  if (result != NULL)
    g_task_return_pointer (inner, result, self->free_result);
  else
    g_task_return_error (inner, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *inner,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  const Read *self = g_task_get_task_data (G_TASK (inner));
  GError     *error = NULL;
  gpointer    result = g_task_propagate_pointer (G_TASK (inner), &error);

  if (result != NULL)
    g_task_return_pointer (task, result, self->free_result);
  else
    g_task_return_error (task, error);
}

/**
 * cor_detached_read_run:
 * @task: is answered with what @read gives
 * @read: is called in a worker thread, with the data of @task; NULL and an error when it fails
 * @free_result: for a result that nobody takes
 *
 * Reads an answer that may be megabytes. The worker has a task of its own without a source object: it may hold that
 * a moment longer than the answer takes, and would drop the last reference to a client in the wrong thread. What was
 * answered before a cancellation is read all the same; whether that still counts is for @task to say.
 *
 * Main thread.
 */
void
cor_detached_read_run (GTask          *task,
                       CorDetachedRead read,
                       GDestroyNotify  free_result)
{
  g_autoptr (GTask) inner = g_task_new (NULL, NULL, on_read, g_object_ref (task));
  Read *self = g_new0 (Read, 1);

  self->read = read;
  self->free_result = free_result;
  self->task_data = g_task_get_task_data (task);
  g_task_set_source_tag (inner, cor_detached_read_run);
  g_task_set_task_data (inner, self, g_free);
  g_task_run_in_thread (inner, read_in_thread);
}
