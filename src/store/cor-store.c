/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store"

#include "config.h"

#include "cor-store.h"

#include "cor-change-log.h"
#include "cor-doorbell.h"
#include "cor-file-vault.h"
#include "cor-migrations.h"
#include "cor-search-catch-up.h"
#include "cor-words.h"

#include <errno.h>
#include <glib/gstdio.h>

#define N_READERS 2
#define FRAME_MS 16

/* Work for idle times begins after so long without a job, and pauses between two steps: another process may write. */
#define IDLE_AFTER_US 50000
#define IDLE_PAUSE_US 3000

/* A first load leaves no such times for an hour: now and then a step is taken between two jobs, where none waits. */
#define STEP_EVERY_US 250000

/* Rows of the change log are trimmed after so many commits of this process. */
#define TRIM_EVERY 512

const char cor_store_again[] = "again";

/* A job carries copies of its arguments; a worker never sees the store. */
typedef struct
{
  CorStoreLane   lane;
  guint64        number; /* order within a lane */
  CorStoreFunc   func;
  gpointer       data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Job;

/* How a worker names the store it may outlive; looked at on the main context only. */
typedef struct
{
  GWeakRef store;
} Handle;

typedef struct
{
  GAsyncQueue    *queue; /* of GTask with a Job; a task without one stops a worker */
  CorDb          *db;
  gboolean        is_writer;
  gboolean        is_behind;  /* the index may be */
  CorWordsWriter *words;      /* owned; NULL before the first step */
  gint64          stepped_at; /* by the monotonic clock */
  gint64          renewed;    /* articles up to this one have terms of this version; -1: all */
  guint           n_commits;
  GMainContext   *context;
  Handle         *handle;
} Worker;

struct _CorStore
{
  GObject parent_instance;

  char        *profile_dir;
  GAsyncQueue *write_queue;
  GAsyncQueue *read_queue;
  GThread     *threads[1 + N_READERS];
  CorDoorbell *doorbell;
  Handle      *handle;

  guint64  n_jobs;
  gint64   last_change; /* row of the change log read last; -1 before the first look */
  gint64   last_emission_us;
  guint    emission; /* source */
  gboolean is_reading_changes;
  gboolean is_dirty;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_QUARK (cor_store_error, cor_store_error)
G_DEFINE_FINAL_TYPE (CorStore, cor_store, G_TYPE_OBJECT)

static void
handle_clear (gpointer data)
{
  g_weak_ref_clear (&((Handle *) data)->store);
}

static void
handle_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, handle_clear);
}

static void
job_free (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

/* The agent's jobs before sync's, each lane in its order. */
static int
compare_jobs (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  Job *one = g_task_get_task_data (G_TASK (a)), *other = g_task_get_task_data (G_TASK (b));

  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL); /* stop comes last */
  if (one->lane != other->lane)
    return one->lane < other->lane ? -1 : 1;
  return one->number < other->number ? -1 : one->number > other->number;
}

static gboolean
unref_task (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* Never the last reference on a worker: the store would be disposed there and wait for itself. */
static void
release_in_context (GTask *task)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, unref_task, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
  g_source_unref (source);
}

static void mark_dirty (CorStore *self);

typedef struct
{
  gint64           last;
  CorStoreChanges *changes; /* owned, or NULL */
} ChangesRead;

static void
changes_read_free (gpointer data)
{
  ChangesRead *read = data;

  g_clear_pointer (&read->changes, cor_store_changes_unref);
  g_free (read);
}

static gpointer
read_changes_job (CorDb   *db,
                  gpointer data,
                  GError **error)
{
  ChangesRead *read = g_new0 (ChangesRead, 1);

  read->changes = cor_change_log_read (db, *(gint64 *) data, &read->last);
  return read;
}

static void
on_changes_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  CorStore *self = COR_STORE (source);
  g_autoptr (GError) error = NULL;
  ChangesRead *read = cor_store_run_finish (self, result, &error);

  self->is_reading_changes = FALSE;
  if (read == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot read what changed: %s", error->message);
      return;
    }

  self->last_change = read->last;
  self->last_emission_us = g_get_monotonic_time ();
  if (read->changes != NULL)
    g_signal_emit (self, signals[CHANGED], 0, read->changes);
  changes_read_free (read);
  if (self->is_dirty)
    mark_dirty (self);
}

static gboolean
read_changes (gpointer user_data)
{
  CorStore *self = COR_STORE (user_data);

  self->emission = 0;
  self->is_dirty = FALSE;
  self->is_reading_changes = TRUE;
  cor_store_run_async (self, COR_STORE_READ, read_changes_job, g_memdup2 (&self->last_change, sizeof (gint64)), g_free, changes_read_free, NULL, on_changes_read, NULL);
  return G_SOURCE_REMOVE;
}

/* Something was committed, here or elsewhere: looks what, at most once a frame. */
static void
mark_dirty (CorStore *self)
{
  gint64 since_ms = (g_get_monotonic_time () - self->last_emission_us) / G_TIME_SPAN_MILLISECOND;

  self->is_dirty = TRUE;
  if (self->emission != 0 || self->is_reading_changes || self->threads[0] == NULL)
    return;
  self->emission = g_timeout_add (since_ms >= FRAME_MS ? 0 : (guint) (FRAME_MS - since_ms), read_changes, self);
}

static gboolean
on_committed (gpointer user_data)
{
  g_autoptr (CorStore) self = g_weak_ref_get (&((Handle *) user_data)->store);

  if (self != NULL)
    {
      cor_doorbell_ring (self->doorbell);
      mark_dirty (self);
    }
  return G_SOURCE_REMOVE;
}

static void
on_interrupt (GCancellable *cancellable,
              gpointer      user_data)
{
  sqlite3_interrupt (user_data);
}

/* Runs the job in a transaction; returns whether it wants to come again. */
static gboolean
run_job (Worker *worker,
         GTask  *task,
         Job    *job)
{
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  gulong        handler = 0;
  gpointer      result;

  if (g_task_return_error_if_cancelled (task))
    return FALSE;
  /* a write that the agent asked for is not cut in two; a long read is */
  if (!worker->is_writer && cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_interrupt), cor_db_get_sqlite (worker->db), NULL);

  cor_db_begin (worker->db, job->lane == COR_STORE_AGENT);
  result = job->func (worker->db, job->data, &error);
  if (error != NULL)
    cor_db_fail (worker->db, error->code, "%s", error->message);
  if (worker->is_writer && ++worker->n_commits % TRIM_EVERY == 0)
    cor_db_run (worker->db, "change-trim", "");
  g_clear_error (&error);
  cor_db_end (worker->db, &error);
  if (handler != 0)
    g_cancellable_disconnect (cancellable, handler);

  if (error == NULL && result == COR_STORE_AGAIN)
    return TRUE;
  if (error == NULL)
    {
      g_task_return_pointer (task, result, job->result_free);
      return FALSE;
    }
  if (result != NULL && result != COR_STORE_AGAIN && job->result_free != NULL)
    job->result_free (result);
  g_task_return_error (task, g_steal_pointer (&error));
  return FALSE;
}

static void
tell_committed (Worker *worker)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_committed, g_atomic_rc_box_acquire (worker->handle), handle_release);
  g_source_attach (source, worker->context);
  g_source_unref (source);
}

/* One step of what the writer does when nobody wants anything: right behind a pull its messages are taken into
 * the index. Nothing that a list shows changes, so nobody is told. Returns whether there is more. */
static gboolean
run_idle (Worker *worker)
{
  g_autoptr (GError) error = NULL;
  gboolean is_more = FALSE;

  cor_db_begin (worker->db, FALSE);
  if (worker->words == NULL)
    {
      worker->words = cor_words_writer_new ();
      cor_words_tidy (worker->db);
    }
  is_more = cor_words_step (worker->db, worker->words);
  if (!is_more && worker->renewed >= 0)
    {
      is_more = cor_search_renew (worker->db, &worker->renewed);
      worker->renewed = is_more ? worker->renewed : -1;
    }
  if (!is_more)
    cor_file_vault_tidy (worker->db);
  if (cor_db_end (worker->db, &error))
    return is_more;
  /* after the next write it is tried again */
  g_debug ("The index stays behind: %s", error->message);
  return FALSE;
}

static void
end_idle (Worker *worker)
{
  cor_db_begin (worker->db, FALSE);
  if (worker->words != NULL)
    cor_words_flush (worker->db, worker->words);
  cor_file_vault_tidy (worker->db);
  cor_db_end (worker->db, NULL);
  g_clear_pointer (&worker->words, cor_words_writer_free);
}

static GTask *
pop_task (Worker *worker)
{
  gboolean is_due = worker->is_behind && g_get_monotonic_time () - worker->stepped_at > STEP_EVERY_US;
  GTask   *task = worker->is_behind ? g_async_queue_timeout_pop (worker->queue, is_due ? 0 : IDLE_AFTER_US) : NULL;

  while (task == NULL && worker->is_behind)
    {
      worker->is_behind = run_idle (worker);
      worker->stepped_at = g_get_monotonic_time ();
      task = g_async_queue_timeout_pop (worker->queue, !worker->is_behind ? 0 : is_due ? IDLE_AFTER_US
                                                                                       : IDLE_PAUSE_US);
      is_due = FALSE;
    }
  return task != NULL ? task : g_async_queue_pop (worker->queue);
}

static gpointer
work (gpointer user_data)
{
  Worker *worker = user_data;

  for (;;)
    {
      GTask   *task = pop_task (worker);
      Job     *job = g_task_get_task_data (task);
      gboolean again;

      if (job == NULL)
        {
          release_in_context (task);
          break;
        }
      again = run_job (worker, task, job);
      worker->is_behind = worker->is_writer;
      if (worker->is_writer)
        tell_committed (worker);
      if (again)
        g_async_queue_push_sorted (worker->queue, task, compare_jobs, NULL);
      else
        release_in_context (task);
    }

  if (worker->is_writer)
    end_idle (worker);
  g_async_queue_unref (worker->queue);
  g_main_context_unref (worker->context);
  handle_release (worker->handle);
  cor_db_close (worker->db);
  g_free (worker);
  return NULL;
}

static void
stop_worker (CorStore    *self,
             GAsyncQueue *queue)
{
  g_async_queue_push_sorted (queue, g_task_new (NULL, NULL, NULL, NULL), compare_jobs, NULL);
}

static void
cor_store_dispose (GObject *object)
{
  CorStore *self = COR_STORE (object);

  g_clear_handle_id (&self->emission, g_source_remove);
  if (self->threads[0] != NULL)
    stop_worker (self, self->write_queue);
  for (guint i = 0; i < N_READERS; i++)
    if (self->threads[1 + i] != NULL)
      stop_worker (self, self->read_queue);
  for (guint i = 0; i < G_N_ELEMENTS (self->threads); i++)
    g_clear_pointer (&self->threads[i], g_thread_join);
  g_clear_object (&self->doorbell);
  g_clear_pointer (&self->handle, handle_release);

  G_OBJECT_CLASS (cor_store_parent_class)->dispose (object);
}

static void
cor_store_finalize (GObject *object)
{
  CorStore *self = COR_STORE (object);

  g_async_queue_unref (self->write_queue);
  g_async_queue_unref (self->read_queue);
  g_free (self->profile_dir);

  G_OBJECT_CLASS (cor_store_parent_class)->finalize (object);
}

static void
cor_store_class_init (CorStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_store_dispose;
  object_class->finalize = cor_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", COR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, COR_TYPE_STORE_CHANGES | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
cor_store_init (CorStore *self)
{
  self->write_queue = g_async_queue_new ();
  self->read_queue = g_async_queue_new ();
  self->last_change = -1;
  self->handle = g_atomic_rc_box_new0 (Handle);
  g_weak_ref_init (&self->handle->store, self);
}

static GThread *
start_worker (CorStore    *self,
              const char  *name,
              CorDb       *db, /* owned by the worker from here */
              GAsyncQueue *queue)
{
  Worker *worker = g_new0 (Worker, 1);

  worker->queue = g_async_queue_ref (queue);
  worker->db = db;
  worker->is_writer = queue == self->write_queue;
  worker->is_behind = worker->is_writer;
  worker->stepped_at = g_get_monotonic_time ();
  worker->context = g_main_context_ref_thread_default ();
  worker->handle = g_atomic_rc_box_acquire (self->handle);
  return g_thread_new (name, work, worker);
}

static gboolean
make_profile_dir (const char *profile_dir,
                  GError    **error)
{
  if (g_mkdir_with_parents (profile_dir, 0700) == 0 && g_chmod (profile_dir, 0700) == 0)
    return TRUE;

  g_set_error (error, COR_STORE_ERROR, COR_STORE_ERROR_FAILED, "%s: %s", profile_dir, g_strerror (errno));
  return FALSE;
}

/**
 * cor_store_open:
 * @profile_dir: a folder, made with mode 0700 if it is not there
 * @error: COR_STORE_ERROR
 *
 * Opens the profile's database and brings it to this version. It waits for the disk: call it
 * before the first window. Signals are emitted in the thread-default main context of the caller.
 *
 * Returns: (transfer full): the store
 */
CorStore *
cor_store_open (const char *profile_dir,
                GError    **error)
{
  g_autofree char *path = g_build_filename (profile_dir, "corridor.db", NULL);
  g_autoptr (CorStore) self = g_object_new (COR_TYPE_STORE, NULL);
  g_autoptr (CorDb) db = NULL;
  g_autoptr (CorStoreChanges) none = NULL;

  if (!make_profile_dir (profile_dir, error))
    return NULL;
  if (!cor_migrations_check (path, error))
    return NULL;
  db = cor_db_open (path, TRUE, error);
  if (db == NULL || !cor_migrations_run (db, path, error))
    return NULL;
  if (g_chmod (path, 0600) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  g_clear_pointer (&self->profile_dir, g_free);
  self->profile_dir = g_strdup (profile_dir);
  none = cor_change_log_read (db, -1, &self->last_change);

  for (guint i = 0; i < N_READERS; i++)
    {
      CorDb *reader = cor_db_open (path, FALSE, error);

      if (reader == NULL)
        return NULL;
      self->threads[1 + i] = start_worker (self, "cor-read", reader, self->read_queue);
    }
  self->threads[0] = start_worker (self, "cor-write", g_steal_pointer (&db), self->write_queue);
  self->doorbell = cor_doorbell_new (profile_dir);
  g_signal_connect_object (self->doorbell, "rung", G_CALLBACK (mark_dirty), self, G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

/**
 * cor_store_get_profile_dir:
 *
 * Returns: (transfer none): the folder
 */
const char *
cor_store_get_profile_dir (CorStore *self)
{
  return self->profile_dir;
}

/**
 * cor_store_dup_default_profile_dir:
 *
 * Returns: (transfer full): the profile of a person who names none
 */
char *
cor_store_dup_default_profile_dir (void)
{
  return g_build_filename (g_get_user_data_dir (), "corridor", NULL);
}

/**
 * cor_store_run_async:
 * @lane: which queue
 * @func: runs on a worker, in a transaction; its return value is the result
 * @data: (nullable): plain copies of what @func needs
 * @data_free: (nullable): frees @data, on any thread
 * @result_free: (nullable): frees a result nobody takes
 * @cancellable: (nullable): leaves out a job not begun and interrupts a read
 *
 * The building stone of the typed calls of this layer, and for tests.
 */
void
cor_store_run_async (CorStore           *self,
                     CorStoreLane        lane,
                     CorStoreFunc        func,
                     gpointer            data,
                     GDestroyNotify      data_free,
                     GDestroyNotify      result_free,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job   *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, cor_store_run_async);
  /* What was written is told, cancelled or not. Who cancels a read may be gone when it comes, even if it was already done. */
  g_task_set_check_cancellable (task, lane == COR_STORE_READ);
  job->lane = lane;
  job->number = ++self->n_jobs;
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_async_queue_push_sorted (lane == COR_STORE_READ ? self->read_queue : self->write_queue, task, compare_jobs, NULL);
}

/**
 * cor_store_run_finish:
 * @error: COR_STORE_ERROR, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer
cor_store_run_finish (CorStore     *self,
                      GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
