/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-outbox-item"

#include "config.h"

#include "cor-outbox-item.h"

/*
 * CorOutboxItem: one thing of the outbox; the same object while the intent is there, with "changed" when
 * its state moves on. Main thread only.
 */
struct _CorOutboxItem
{
  GObject parent_instance;

  CorIntentData *intent; /* owned */
};

G_DEFINE_FINAL_TYPE (CorOutboxItem, cor_outbox_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
cor_outbox_item_finalize (GObject *object)
{
  CorOutboxItem *self = COR_OUTBOX_ITEM (object);

  g_clear_pointer (&self->intent, cor_intent_data_unref);

  G_OBJECT_CLASS (cor_outbox_item_parent_class)->finalize (object);
}

static void
cor_outbox_item_class_init (CorOutboxItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_outbox_item_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_OUTBOX_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_outbox_item_init (CorOutboxItem *self)
{
}

/**
 * cor_outbox_item_new:
 * @intent: (transfer none): what the store holds of it
 *
 * Returns: (transfer full): its row
 */
CorOutboxItem *
cor_outbox_item_new (CorIntentData *intent)
{
  CorOutboxItem *self = g_object_new (COR_TYPE_OUTBOX_ITEM, NULL);

  self->intent = cor_intent_data_ref (intent);
  return self;
}

/**
 * cor_outbox_item_get_intent:
 *
 * Returns: (transfer none): the intent, until the next "changed"
 */
CorIntentData *
cor_outbox_item_get_intent (CorOutboxItem *self)
{
  g_return_val_if_fail (COR_IS_OUTBOX_ITEM (self), NULL);

  return self->intent;
}

/**
 * cor_outbox_item_take_intent:
 * @intent: (transfer none): a newer reading of the same intent
 *
 * Emits "changed" only when something that is shown differs.
 *
 * Returns: whether it did
 */
gboolean
cor_outbox_item_take_intent (CorOutboxItem *self,
                             CorIntentData *intent)
{
  g_autoptr (CorIntentData) old = NULL;

  g_return_val_if_fail (COR_IS_OUTBOX_ITEM (self), FALSE);

  if (self->intent == intent)
    return FALSE;
  old = g_steal_pointer (&self->intent);
  self->intent = cor_intent_data_ref (intent);
  if (old->state == intent->state && old->hold == intent->hold && old->updated_at == intent->updated_at &&
      old->not_before == intent->not_before && old->from_offline == intent->from_offline &&
      old->is_confirmed == intent->is_confirmed && old->is_time_bound == intent->is_time_bound &&
      old->conversation == intent->conversation && g_strcmp0 (old->text, intent->text) == 0 &&
      g_strcmp0 (old->detail, intent->detail) == 0 && g_strcmp0 (old->name, intent->name) == 0)
    return FALSE;
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/**
 * cor_outbox_item_is_needing:
 *
 * Returns: whether it waits for the agent's decision, not for the connection
 */
gboolean
cor_outbox_item_is_needing (CorOutboxItem *self)
{
  g_return_val_if_fail (COR_IS_OUTBOX_ITEM (self), FALSE);

  return self->intent->state == COR_INTENT_HELD || self->intent->state == COR_INTENT_FAILED;
}
