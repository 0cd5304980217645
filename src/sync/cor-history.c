/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-history"

#include "config.h"

#include "cor-history.h"

#include "cor-message-read.h"
#include "cor-service-error.h"
#include "cor-store-pull.h"

/* A list row costs the server several queries: never more requests in flight (chatwoot.md §14). */
#define IN_FLIGHT 4

/* Few, so that what came meanwhile has its turn among the newest. */
#define BATCH 40

typedef struct
{
  CorDeskLink       *link;
  gint64             first; /* local id of the one that comes before all, 0 none */
  gboolean           is_single;
  CorHistoryProgress progress;
  gpointer           progress_data;
  GPtrArray         *batch; /* CorPullWork, taken from the end */
  guint              in_flight, done;
  GError            *error; /* the first that stops the run */
} Run;

/* One conversation on its way. */
typedef struct
{
  GTask       *task; /* owned: of the run */
  CorPullWork *work; /* owned */

  /* what is without a gap once the answer is stored: see cor_store_put_messages_async() */
  gint64   from, to;
  gboolean want_more;
} Trip;

static void
run_free (gpointer data)
{
  Run *run = data;

  cor_desk_link_unref (run->link);
  g_clear_pointer (&run->batch, g_ptr_array_unref);
  g_clear_error (&run->error);
  g_free (run);
}

static void
trip_free (Trip *trip)
{
  g_object_unref (trip->task);
  cor_pull_work_free (trip->work);
  g_free (trip);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Trip, trip_free)

static void next (GTask *task);

static void
end_trip (Trip   *trip,
          GError *error) /* owned, nullable */
{
  g_autoptr (GTask) task = g_object_ref (trip->task);
  Run *run = g_task_get_task_data (task);

  trip_free (trip);
  run->in_flight--;
  run->done++;
  if (error != NULL && run->error == NULL)
    run->error = error;
  else
    g_clear_error (&error);
  if (run->progress != NULL)
    run->progress (run->done, run->progress_data);
  next (task);
}

static void
on_stored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;

  cor_store_pull_finish (COR_STORE (source), result, &error);
  end_trip (user_data, error);
}

/* A conversation that is gone, or no longer for this agent, leaves this computer. */
static void
fail_trip (Trip   *trip,
           GError *error) /* owned */
{
  Run *run = g_task_get_task_data (trip->task);

  if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND) ||
      g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_FORBIDDEN))
    {
      cor_store_drop_conversation_async (run->link->store, run->link->account, trip->work->remote_id, NULL, on_stored, trip);
      g_error_free (error);
      return;
    }
  end_trip (trip, error);
}

static gint64
get_last (GPtrArray *messages)
{
  gint64 last = 0;

  for (guint i = 0; i < messages->len; i++)
    last = MAX (last, ((CorMessageRecord *) messages->pdata[i])->ordinal);
  return last;
}

static CorMessageRecord *
get_first (GPtrArray *messages)
{
  CorMessageRecord *first = NULL;

  for (guint i = 0; i < messages->len; i++)
    if (first == NULL || ((CorMessageRecord *) messages->pdata[i])->ordinal < first->ordinal)
      first = messages->pdata[i];
  return first;
}

static void
store_trip (Trip      *trip,
            GPtrArray *messages)
{
  Run *run = g_task_get_task_data (trip->task);

  cor_store_put_messages_async (run->link->store, run->link->account, trip->work->remote_id, messages, trip->from, trip->to, trip->want_more,
                                NULL, on_stored, trip);
}

static gboolean
is_wanted (Run              *run,
           CorMessageRecord *oldest)
{
  gint64 cutoff = cor_sync_settings_get_cutoff (&run->link->settings, g_get_real_time () / G_USEC_PER_SEC);

  return oldest->created_at >= cutoff;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Trip   *trip = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) messages = cor_message_read_finish (result, &error);

  if (messages == NULL)
    {
      fail_trip (trip, error);
      return;
    }
  trip->to = MAX (trip->to, get_last (messages));
  store_trip (trip, messages);
}

static void
read_after (Trip    *trip,
            gint64   after,
            gint64   from,
            gint64   to,
            gboolean want_more)
{
  Run *run = g_task_get_task_data (trip->task);

  trip->from = from;
  trip->to = to;
  trip->want_more = want_more;
  cor_message_read_async (run->link->desk, trip->work->remote_id, after, g_task_get_cancellable (trip->task), on_read, trip);
}

/* Everything between two numbers; so much that it is cut off is read on from the lower one. */
static void
on_range (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Trip   *trip = user_data;
  GError *error = NULL;
  g_autoptr (CorDeskMessagePage) page = cor_desk_list_messages_finish (COR_DESK (source), result, &error);

  if (page == NULL)
    fail_trip (trip, error);
  else if (page->is_full)
    read_after (trip, MAX (trip->from - 1, 0), trip->from, trip->to, trip->want_more);
  else
    store_trip (trip, page->messages);
}

static void
read_range (Trip    *trip,
            gint64   from,
            gint64   before,
            gint64   to,
            gboolean want_more)
{
  Run *run = g_task_get_task_data (trip->task);

  trip->from = from;
  trip->to = to;
  trip->want_more = want_more;
  cor_desk_list_messages_async (run->link->desk, trip->work->remote_id, from, before, g_task_get_cancellable (trip->task), on_range, trip);
}

/* The newest 20, of all or before a number. A page is of the latest times, while what is here is
 * told by numbers: one with a number within the page's and an earlier time is in no page that
 * follows (chatwoot.md §4). So a full page only says from which number on everything is read. */
static void
take_page (Trip               *trip,
           CorDeskMessagePage *page,
           gint64              before,
           gint64              to)
{
  Run              *run = g_task_get_task_data (trip->task);
  CorMessageRecord *oldest = get_first (page->messages);

  trip->to = to;
  if (!page->is_full || oldest == NULL)
    store_trip (trip, page->messages);
  else if (run->link->settings.history_all)
    read_range (trip, 0, before, to, FALSE);
  else
    read_range (trip, oldest->ordinal, before, to, is_wanted (run, oldest));
}

/* Of a conversation that is read for the first time. */
static void
on_newest (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Trip   *trip = user_data;
  GError *error = NULL;
  g_autoptr (CorDeskMessagePage) page = cor_desk_list_messages_finish (COR_DESK (source), result, &error);
  gint64 last;

  if (page == NULL)
    {
      fail_trip (trip, error);
      return;
    }
  /* what the list told of before we asked has been read by now, even if it was deleted meanwhile */
  last = MAX (get_last (page->messages), trip->work->newest_ordinal);
  take_page (trip, page, last + 1, last);
}

static void
on_before (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Trip   *trip = user_data;
  GError *error = NULL;
  g_autoptr (CorDeskMessagePage) page = cor_desk_list_messages_finish (COR_DESK (source), result, &error);

  if (page == NULL)
    fail_trip (trip, error);
  else
    take_page (trip, page, trip->work->synced_from, trip->work->synced_to);
}

static void
start_trip (GTask       *task,
            CorPullWork *work) /* owned */
{
  Run          *run = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Trip         *trip = g_new0 (Trip, 1);

  trip->task = g_object_ref (task);
  trip->work = work;
  run->in_flight++;
  if (work->synced_from < 0)
    cor_desk_list_messages_async (run->link->desk, work->remote_id, -1, -1, cancellable, on_newest, trip);
  else if (work->newest_ordinal > work->synced_to)
    read_after (trip, work->synced_to, -1, work->newest_ordinal, work->history_wanted);
  else if (run->link->settings.history_all)
    read_range (trip, 0, work->synced_from, work->synced_to, FALSE);
  else
    cor_desk_list_messages_async (run->link->desk, work->remote_id, -1, work->synced_from, cancellable, on_before, trip);
}

static void
on_batch (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batch = cor_store_list_pull_work_finish (COR_STORE (source), result, &error);

  if (batch == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (batch->len == 0 || (run->is_single && ((CorPullWork *) batch->pdata[0])->id != run->first))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_clear_pointer (&run->batch, g_ptr_array_unref);
  run->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_pull_work_free);
  while (batch->len > 0) /* reversed, so that the newest is taken first from the end */
    g_ptr_array_add (run->batch, g_ptr_array_steal_index (batch, batch->len - 1));
  next (task);
}

/* The agent opened another conversation: what is left of the batch comes after it. */
static void
look_at_focus (Run *run)
{
  if (run->is_single || run->first == run->link->focus)
    return;
  run->first = run->link->focus;
  if (run->first != 0 && run->batch != NULL)
    g_ptr_array_set_size (run->batch, 0);
}

/* Keeps the requests in flight; a batch that is done is followed by the next one, until none is left. */
static void
next (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  if (run->error == NULL)
    g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &run->error);
  look_at_focus (run);

  while (run->error == NULL && run->batch != NULL && run->batch->len > 0 && run->in_flight < IN_FLIGHT)
    start_trip (task, g_ptr_array_steal_index (run->batch, run->batch->len - 1));

  if (run->in_flight > 0)
    return;
  if (run->error != NULL)
    g_task_return_error (task, g_steal_pointer (&run->error));
  else if (run->is_single && run->done > 0)
    g_task_return_boolean (task, TRUE);
  else
    cor_store_list_pull_work_async (run->link->store, run->link->account, run->first, run->is_single ? 1 : BATCH,
                                    g_task_get_cancellable (task), on_batch, g_object_ref (task));
}

static Run *
make_run (GTask       *task,
          CorDeskLink *link)
{
  Run *run = g_new0 (Run, 1);

  run->link = cor_desk_link_ref (link);
  g_task_set_task_data (task, run, run_free);
  return run;
}

/**
 * cor_history_run_async:
 * @progress: (nullable): called on the main thread after every conversation
 */
void
cor_history_run_async (CorDeskLink        *link,
                       CorHistoryProgress  progress,
                       gpointer            progress_data,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (link->store, cancellable, callback, user_data);
  Run *run = make_run (task, link);

  g_task_set_source_tag (task, cor_history_run_async);
  run->progress = progress;
  run->progress_data = progress_data;
  next (task);
}

/**
 * cor_history_read_async:
 * @conversation: local id
 */
void
cor_history_read_async (CorDeskLink        *link,
                        gint64              conversation,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (link->store, cancellable, callback, user_data);
  Run *run = make_run (task, link);

  g_task_set_source_tag (task, cor_history_read_async);
  run->first = conversation;
  run->is_single = TRUE;
  next (task);
}

/**
 * cor_history_run_finish:
 * @error: COR_SERVICE_ERROR or COR_STORE_ERROR; what was read until then is kept
 *
 * Returns: whether nothing is left to be read
 */
gboolean
cor_history_run_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
