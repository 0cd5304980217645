/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-outbox"

#include "config.h"

#include "cor-outbox.h"
#include "cor-result.h"

/*
 * CorOutbox: what has not reached the desk, as a GListModel of CorOutboxItem: first what needs the agent,
 * then what waits, each oldest first. That a conversation was seen is not shown. It follows the store.
 * Main thread only.
 *
 * "loaded": the content is that of the store now.
 */
struct _CorOutbox
{
  CorObjectList parent_instance;

  CorStore     *store;   /* owned, or NULL */
  GCancellable *reading; /* owned */
  guint         n_needing;
  guint         n_asked, n_taken; /* readings: a later one may overtake an earlier one */
  gboolean      is_loaded;
};

static guint loaded_signal;

G_DEFINE_FINAL_TYPE (CorOutbox, cor_outbox, COR_TYPE_OBJECT_LIST)

static CorOutboxItem *
dup_item (CorOutbox     *self,
          CorIntentData *intent)
{
  CorOutboxItem *item = cor_outbox_find (self, intent->id);

  if (item == NULL)
    return cor_outbox_item_new (intent);
  cor_outbox_item_take_intent (item, intent);
  return g_object_ref (item);
}

typedef struct
{
  CorOutbox *outbox; /* owned */
  guint      number;
} Reading;

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (CorOutbox) self = reading->outbox;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) intents = cor_store_list_outbox_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (intents == NULL)
    {
      g_debug ("outbox: %s", error->message);
      return;
    }
  if (reading->number <= self->n_taken)
    return;
  self->n_taken = reading->number;
  cor_outbox_take_intents (self, intents);
}

static void
read_outbox (CorOutbox *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->outbox = g_object_ref (self);
  reading->number = ++self->n_asked;
  cor_store_list_outbox_async (self->store, self->reading, on_loaded, reading);
}

static void
on_store_changed (CorOutbox       *self,
                  CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_OUTBOX) != 0)
    read_outbox (self);
}

static void
cor_outbox_dispose (GObject *object)
{
  CorOutbox *self = COR_OUTBOX (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_outbox_parent_class)->dispose (object);
}

static void
cor_outbox_finalize (GObject *object)
{
  CorOutbox *self = COR_OUTBOX (object);

  g_clear_object (&self->reading);

  G_OBJECT_CLASS (cor_outbox_parent_class)->finalize (object);
}

static void
cor_outbox_class_init (CorOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_outbox_dispose;
  object_class->finalize = cor_outbox_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_OUTBOX_ITEM;

  loaded_signal = g_signal_new ("loaded", COR_TYPE_OUTBOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_outbox_init (CorOutbox *self)
{
  self->reading = g_cancellable_new ();
}

/**
 * cor_outbox_new:
 * @store: (nullable): what to follow; %NULL to give intents by cor_outbox_take_intents() only
 *
 * Returns: (transfer full): the outbox, empty until "loaded"
 */
CorOutbox *
cor_outbox_new (CorStore *store)
{
  CorOutbox *self = g_object_new (COR_TYPE_OUTBOX, NULL);

  if (store != NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
      read_outbox (self);
    }
  return self;
}

/**
 * cor_outbox_take_intents:
 * @intents: (transfer none) (element-type CorIntentData): oldest first
 *
 * Makes the outbox show @intents; what stays keeps its item.
 */
void
cor_outbox_take_intents (CorOutbox *self,
                         GPtrArray *intents)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (COR_IS_OUTBOX (self));

  for (guint i = 0; i < intents->len; i++)
    {
      CorIntentData *intent = g_ptr_array_index (intents, i);
      CorOutboxItem *item;

      if (intent->kind == COR_INTENT_SEEN)
        continue;
      item = dup_item (self, intent);
      g_ptr_array_add (cor_outbox_item_is_needing (item) ? wanted : waiting, item);
    }
  self->n_needing = wanted->len;
  g_ptr_array_extend_and_steal (wanted, g_steal_pointer (&waiting));
  self->is_loaded = TRUE;
  cor_object_list_set_items (COR_OBJECT_LIST (self), wanted);
  g_signal_emit (self, loaded_signal, 0);
}

/**
 * cor_outbox_is_loaded:
 *
 * Returns: whether what there is is known
 */
gboolean
cor_outbox_is_loaded (CorOutbox *self)
{
  g_return_val_if_fail (COR_IS_OUTBOX (self), FALSE);

  return self->is_loaded;
}

/**
 * cor_outbox_get_n_needing:
 *
 * Returns: how many of the first items wait for the agent
 */
guint
cor_outbox_get_n_needing (CorOutbox *self)
{
  g_return_val_if_fail (COR_IS_OUTBOX (self), 0);

  return self->n_needing;
}

/**
 * cor_outbox_find:
 * @intent: local id of an intent
 *
 * Returns: (transfer none) (nullable): its item, while it is in the outbox
 */
CorOutboxItem *
cor_outbox_find (CorOutbox *self,
                 gint64     intent)
{
  GPtrArray *items;

  g_return_val_if_fail (COR_IS_OUTBOX (self), NULL);

  items = cor_object_list_get_items (COR_OBJECT_LIST (self));
  for (guint i = 0; i < items->len; i++)
    {
      CorOutboxItem *item = items->pdata[i];

      if (cor_outbox_item_get_intent (item)->id == intent)
        return item;
    }
  return NULL;
}
