/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-procedures"

#include "config.h"

#include "cor-procedures.h"

#include "cor-result.h"
#include "cor-store-intents.h"

/*
 * CorProcedures: how far colleagues and the agent are with the procedures of a conversation, and what the agent does
 * of them. It follows the store. Main thread only.
 *
 * "changed": somebody did something. "failed" (GError *): what the agent did could not be kept.
 */
struct _CorProcedures
{
  GObject parent_instance;

  CorStore        *store;   /* owned */
  GCancellable    *reading; /* owned, or NULL */
  CorProcedureSet *set;     /* owned, or NULL */
  gint64           conversation;
};

G_DEFINE_FINAL_TYPE (CorProcedures, cor_procedures, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorProcedures) self = user_data;
  g_autoptr (CorProcedureSet) set = cor_store_list_procedures_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result) || set == NULL)
    return;
  g_clear_pointer (&self->set, cor_procedure_set_free);
  self->set = g_steal_pointer (&set);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_list (CorProcedures *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  cor_store_list_procedures_async (self->store, self->conversation, self->reading, on_listed, g_object_ref (self));
}

static void
on_store_changed (CorProcedures *self, const CorStoreChanges *changes)
{
  if (self->conversation != 0 && (cor_store_changes_has_thread (changes, self->conversation) || cor_store_changes_has_timeline (changes, self->conversation)))
    read_list (self);
}

static void
on_queued (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorProcedures) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cor_store_queue_finish (COR_STORE (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
queue (CorProcedures *self, const CorProcedureChange *change, const char *note)
{
  if (self->conversation != 0)
    cor_store_queue_procedure_async (self->store, self->conversation, change, note, NULL, on_queued, g_object_ref (self));
}

static void
cor_procedures_dispose (GObject *object)
{
  CorProcedures *self = COR_PROCEDURES (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_procedures_parent_class)->dispose (object);
}

static void
cor_procedures_finalize (GObject *object)
{
  CorProcedures *self = COR_PROCEDURES (object);

  g_clear_pointer (&self->set, cor_procedure_set_free);

  G_OBJECT_CLASS (cor_procedures_parent_class)->finalize (object);
}

static void
cor_procedures_class_init (CorProceduresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_procedures_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_procedures_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
cor_procedures_init (CorProcedures *self)
{
}

/**
 * cor_procedures_new:
 * @store: where they are
 *
 * Returns: (transfer full): those of no conversation yet
 */
CorProcedures *
cor_procedures_new (CorStore *store)
{
  CorProcedures *self = g_object_new (COR_TYPE_PROCEDURES, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_procedures_open:
 * @conversation: local id, 0 none
 */
void
cor_procedures_open (CorProcedures *self, gint64 conversation)
{
  g_return_if_fail (COR_IS_PROCEDURES (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->conversation = conversation;
  g_clear_pointer (&self->set, cor_procedure_set_free);
  g_signal_emit (self, signals[CHANGED], 0);
  if (conversation != 0)
    read_list (self);
}

/**
 * cor_procedures_get_n:
 *
 * Returns: how many somebody started, those that are finished too
 */
guint
cor_procedures_get_n (CorProcedures *self)
{
  g_return_val_if_fail (COR_IS_PROCEDURES (self), 0);

  return self->set != NULL ? self->set->procedures->len : 0;
}

/**
 * cor_procedures_get:
 * @place: below cor_procedures_get_n()
 *
 * Returns: (transfer none): until the next "changed"
 */
const CorProcedure *
cor_procedures_get (CorProcedures *self, guint place)
{
  g_return_val_if_fail (place < cor_procedures_get_n (self), NULL);

  return self->set->procedures->pdata[place];
}

/**
 * cor_procedures_find:
 * @slug: (nullable): of an article
 *
 * Returns: (transfer none) (nullable): how far it is; %NULL where nobody started it
 */
const CorProcedure *
cor_procedures_find (CorProcedures *self, const char *slug)
{
  g_return_val_if_fail (COR_IS_PROCEDURES (self), NULL);

  for (guint i = 0; i < cor_procedures_get_n (self); i++)
    if (g_strcmp0 (cor_procedures_get (self, i)->slug, slug) == 0)
      return cor_procedures_get (self, i);
  return NULL;
}

/**
 * cor_procedures_get_name:
 *
 * Returns: (transfer none) (nullable): who did it, where that is known
 */
const char *
cor_procedures_get_name (CorProcedures *self, const CorProcedureMark *mark)
{
  g_return_val_if_fail (COR_IS_PROCEDURES (self), NULL);

  return mark->by != NULL && self->set != NULL ? g_hash_table_lookup (self->set->names, mark->by) : NULL;
}

/**
 * cor_procedures_start:
 * @slug: of the article
 * @n_steps: how many it has
 * @now: seconds since the epoch, as in the functions below
 */
void
cor_procedures_start (CorProcedures *self, const char *slug, guint n_steps, gint64 now)
{
  g_return_if_fail (COR_IS_PROCEDURES (self));

  queue (self, &(CorProcedureChange){ COR_PROCEDURE_START, slug, n_steps, now }, NULL);
}

/**
 * cor_procedures_set_done:
 * @step: from 0
 */
void
cor_procedures_set_done (CorProcedures *self, const char *slug, guint step, gboolean is_done, gint64 now)
{
  CorProcedureChange change = { is_done ? COR_PROCEDURE_TICK : COR_PROCEDURE_UNTICK, slug, step, now };

  g_return_if_fail (COR_IS_PROCEDURES (self));

  queue (self, &change, NULL);
}

/**
 * cor_procedures_finish:
 * @note: the private note that tells what was done
 */
void
cor_procedures_finish (CorProcedures *self, const char *slug, const char *note, gint64 now)
{
  g_return_if_fail (COR_IS_PROCEDURES (self));

  queue (self, &(CorProcedureChange){ COR_PROCEDURE_FINISH, slug, 0, now }, note);
}

/**
 * cor_procedures_drop:
 *
 * It was not the right one: nothing of it stays, and no note is written.
 */
void
cor_procedures_drop (CorProcedures *self, const char *slug, gint64 now)
{
  g_return_if_fail (COR_IS_PROCEDURES (self));

  queue (self, &(CorProcedureChange){ COR_PROCEDURE_DROP, slug, 0, now }, NULL);
}
