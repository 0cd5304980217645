/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-outbox-worker"

#include "config.h"

#include "cor-outbox-worker.h"

#include "cor-dispatch.h"
#include "cor-store-outbox.h"

/* Conversations that are sent to at a time; further ones wait their turn. */
#define IN_FLIGHT 4

struct _CorOutboxWorker
{
  GObject parent_instance;

  CorDeskLink  *link;
  GCancellable *cancellable;
  GHashTable   *in_flight; /* set of gint64: conversations */
  guint         timer;     /* until the next one is due */
  gboolean      is_open, is_listing;
  gboolean      is_stale;    /* to be listed again */
  gboolean      is_outdated; /* what is being listed may be of before a step that was taken since */
};

enum
{
  FAILED,
  IDLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorOutboxWorker, cor_outbox_worker, G_TYPE_OBJECT)

typedef struct
{
  CorOutboxWorker *self; /* owned */
  gint64           conversation;
} Flight;

/* When the intent can take its next step, in milliseconds from now; G_MAXINT64: only after the agent. */
static gint64
get_wait_ms (CorOutboxWorker     *self,
             const CorIntentData *intent)
{
  const CorSyncSettings *settings = &self->link->settings;
  gint64                 now_ms = g_get_real_time () / 1000;

  switch (intent->state)
    {
    case COR_INTENT_QUEUED:
    case COR_INTENT_SCHEDULED:
      return intent->not_before * 1000 - now_ms;
    case COR_INTENT_UNCERTAIN:
      if (intent->is_check_asked || intent->is_doubted || intent->checks >= settings->n_waits)
        return intent->not_before * 1000 - now_ms;
      return MAX (intent->not_before * 1000, intent->uncertain_since_ms + settings->waits_ms[intent->checks]) - now_ms;
    case COR_INTENT_SENDING:
    case COR_INTENT_HELD:
    case COR_INTENT_DONE:
    case COR_INTENT_FAILED:
    case COR_INTENT_CANCELLED:
    default:
      return G_MAXINT64;
    }
}

static void
on_dispatched (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Flight *flight = user_data;
  g_autoptr (CorOutboxWorker) self = flight->self;
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (self->in_flight, &flight->conversation);
  self->is_outdated = self->is_listing;
  g_free (flight);
  if (!cor_dispatch_run_finish (result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->is_open)
    {
      cor_outbox_worker_close (self);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  cor_outbox_worker_wake (self);
}

static void
dispatch (CorOutboxWorker *self,
          CorIntentData   *intent)
{
  Flight *flight = g_new0 (Flight, 1);

  flight->self = g_object_ref (self);
  flight->conversation = intent->conversation;
  g_hash_table_add (self->in_flight, g_memdup2 (&intent->conversation, sizeof (gint64)));
  cor_dispatch_run_async (self->link, intent, self->cancellable, on_dispatched, flight);
}

static gboolean
on_due (gpointer user_data)
{
  CorOutboxWorker *self = COR_OUTBOX_WORKER (user_data);

  self->timer = 0;
  cor_outbox_worker_wake (self);
  return G_SOURCE_REMOVE;
}

/* Sends off what is due; returns how long the next one has to wait. */
static gint64
dispatch_due (CorOutboxWorker *self,
              GPtrArray       *heads)
{
  gint64 next_ms = G_MAXINT64;

  for (guint i = 0; i < heads->len; i++)
    {
      CorIntentData *intent = heads->pdata[i];
      gint64         wait_ms;

      if (g_hash_table_contains (self->in_flight, &intent->conversation))
        continue;
      wait_ms = get_wait_ms (self, intent);
      if (wait_ms > 0)
        next_ms = MIN (next_ms, wait_ms);
      else if (g_hash_table_size (self->in_flight) < IN_FLIGHT)
        dispatch (self, intent);
    }
  return next_ms;
}

static void
on_heads (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorOutboxWorker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heads = cor_store_list_heads_finish (COR_STORE (source), result, &error);
  gint64 next_ms;

  self->is_listing = FALSE;
  if (!self->is_open)
    return;
  if (heads == NULL)
    {
      cor_outbox_worker_close (self);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  if (self->is_outdated)
    {
      cor_outbox_worker_wake (self);
      return;
    }

  next_ms = dispatch_due (self, heads);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (next_ms < G_MAXINT64)
    self->timer = g_timeout_add ((guint) CLAMP (next_ms, 1, 60 * 1000), on_due, self);
  if (self->is_stale)
    cor_outbox_worker_wake (self);
  else if (g_hash_table_size (self->in_flight) == 0)
    g_signal_emit (self, signals[IDLE], 0);
}

static void
cor_outbox_worker_dispose (GObject *object)
{
  CorOutboxWorker *self = COR_OUTBOX_WORKER (object);

  cor_outbox_worker_close (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->link, cor_desk_link_unref);

  G_OBJECT_CLASS (cor_outbox_worker_parent_class)->dispose (object);
}

static void
cor_outbox_worker_finalize (GObject *object)
{
  g_hash_table_unref (COR_OUTBOX_WORKER (object)->in_flight);

  G_OBJECT_CLASS (cor_outbox_worker_parent_class)->finalize (object);
}

static void
cor_outbox_worker_class_init (CorOutboxWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_outbox_worker_dispose;
  object_class->finalize = cor_outbox_worker_finalize;

  signals[FAILED] = g_signal_new ("failed", COR_TYPE_OUTBOX_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[IDLE] = g_signal_new ("idle", COR_TYPE_OUTBOX_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_outbox_worker_init (CorOutboxWorker *self)
{
  self->in_flight = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * cor_outbox_worker_new:
 *
 * Returns: (transfer full): a worker, closed
 */
CorOutboxWorker *
cor_outbox_worker_new (CorDeskLink *link)
{
  CorOutboxWorker *self = g_object_new (COR_TYPE_OUTBOX_WORKER, NULL);

  self->link = cor_desk_link_ref (link);
  return self;
}

/**
 * cor_outbox_worker_open:
 *
 * Begins to work.
 */
void
cor_outbox_worker_open (CorOutboxWorker *self)
{
  if (self->is_open)
    return;
  self->is_open = TRUE;
  self->cancellable = g_cancellable_new ();
  cor_outbox_worker_wake (self);
}

/**
 * cor_outbox_worker_close:
 *
 * Stops. A message that is being posted is let go to its end: what became of it is better known.
 */
void
cor_outbox_worker_close (CorOutboxWorker *self)
{
  self->is_open = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * cor_outbox_worker_wake:
 *
 * Looks what can be done; to be called when something was queued.
 */
void
cor_outbox_worker_wake (CorOutboxWorker *self)
{
  if (!self->is_open)
    return;
  if (self->is_listing)
    {
      self->is_stale = TRUE;
      return;
    }
  self->is_listing = TRUE;
  self->is_stale = FALSE;
  self->is_outdated = FALSE;
  cor_store_list_heads_async (self->link->store, self->link->account, NULL, on_heads, g_object_ref (self));
}

gboolean
cor_outbox_worker_is_idle (CorOutboxWorker *self)
{
  return !self->is_listing && g_hash_table_size (self->in_flight) == 0;
}
