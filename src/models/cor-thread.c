/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread"

#include "config.h"

#include "cor-thread.h"

/*
 * CorThread: a conversation as a row of a list. Its id never changes; what it shows is not there
 * until the store has answered, and is replaced whole when the conversation changes.
 *
 * Signal "changed": there is other data.
 */
struct _CorThread
{
  GObject parent_instance;

  gint64         id;
  CorThreadData *data; /* owned, NULL while loading */
};

G_DEFINE_FINAL_TYPE (CorThread, cor_thread, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cor_thread_finalize (GObject *object)
{
  g_clear_pointer (&COR_THREAD (object)->data, cor_thread_data_unref);

  G_OBJECT_CLASS (cor_thread_parent_class)->finalize (object);
}

static void
cor_thread_class_init (CorThreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_thread_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_thread_init (CorThread *self)
{
}

/**
 * cor_thread_new:
 * @id: local id of the conversation
 *
 * Returns: (transfer full): a row that is still loading
 */
CorThread *
cor_thread_new (gint64 id)
{
  CorThread *self = g_object_new (COR_TYPE_THREAD, NULL);

  self->id = id;
  return self;
}

/**
 * cor_thread_get_id:
 *
 * Returns: the local id of the conversation
 */
gint64
cor_thread_get_id (CorThread *self)
{
  g_return_val_if_fail (COR_IS_THREAD (self), 0);

  return self->id;
}

/**
 * cor_thread_get_data:
 *
 * Returns: (transfer none) (nullable): what the row shows; %NULL while it is loading
 */
const CorThreadData *
cor_thread_get_data (CorThread *self)
{
  g_return_val_if_fail (COR_IS_THREAD (self), NULL);

  return self->data;
}

/**
 * cor_thread_set_data:
 * @data: (transfer none): of the same conversation
 *
 * For the list that owns the row. Emits "changed" when it is other data.
 */
void
cor_thread_set_data (CorThread *self, CorThreadData *data)
{
  g_return_if_fail (COR_IS_THREAD (self));
  g_return_if_fail (data != NULL && data->id == self->id);

  if (self->data == data)
    return;
  g_clear_pointer (&self->data, cor_thread_data_unref);
  self->data = cor_thread_data_ref (data);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cor_thread_data_get_sla_state:
 * @data: a conversation
 * @now: the present, seconds since the epoch
 *
 * How near the deadline is that the store computed. "Soon" means what it means in cor_sla_compute():
 * a fifth of the target, or a quarter of an hour where the target is longer. Any thread.
 */
CorSlaState
cor_thread_data_get_sla_state (const CorThreadData *data, gint64 now)
{
  gint64 left = 0;
  int    target = 0;

  g_return_val_if_fail (data != NULL, COR_SLA_NONE);

  if (data->due_at == G_MAXINT64)
    return data->status == COR_STATUS_OPEN && data->waiting_since == 0 ? COR_SLA_PAUSED : COR_SLA_NONE;

  left = data->due_at - now;
  target = cor_sla_get_target (data->channel, data->tier != NULL);
  if (left < 0)
    return COR_SLA_LATE;
  return left < target / 5 || (left < 15 * 60 && target > 15 * 60) ? COR_SLA_SOON : COR_SLA_IN_TIME;
}
