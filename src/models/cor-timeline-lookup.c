/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-timeline-lookup"

#include "config.h"

#include "cor-timeline-lookup.h"

#include "cor-channel.h"

/* The newest entry that @matches; searched from the end. */
static CorTimelineEntry *
find_newest (CorTimeline *self,
             gboolean (*matches) (CorTimeline *, CorTimelineEntry *))
{
  GListModel *list = G_LIST_MODEL (self);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (CorTimelineItem) item = g_list_model_get_item (list, i - 1);
      CorTimelineEntry *entry = cor_timeline_item_get_entry (item); /* the timeline holds the item */

      if (entry != NULL && matches (self, entry))
        return entry;
    }
  return NULL;
}

static gboolean
is_known_to_server (CorTimeline      *self,
                    CorTimelineEntry *entry)
{
  return entry->conversation == cor_timeline_get_conversation (self) && entry->intent == 0;
}

static gboolean
is_waiting_reply (CorTimeline      *self,
                  CorTimelineEntry *entry)
{
  return entry->conversation == cor_timeline_get_conversation (self) && entry->intent != 0 && (entry->state == COR_INTENT_QUEUED || entry->state == COR_INTENT_SCHEDULED);
}

static gboolean
is_of_colleague (CorTimeline      *self,
                 CorTimelineEntry *entry)
{
  return is_known_to_server (self, entry) && entry->kind == COR_MESSAGE_OUTGOING && !entry->is_mine &&
         !entry->is_private && entry->sender_kind == COR_SENDER_AGENT;
}

static gboolean
is_of_customer (CorTimeline      *self,
                CorTimelineEntry *entry)
{
  return entry->conversation == cor_timeline_get_conversation (self) && entry->kind == COR_MESSAGE_INCOMING;
}

/**
 * cor_timeline_get_window_end:
 *
 * Returns: until when the channel takes a free reply, seconds since the epoch; 0 when there is no limit or it is not known
 */
gint64
cor_timeline_get_window_end (CorTimeline *self)
{
  CorTimelineEntry *entry;
  guint             seconds;

  g_return_val_if_fail (COR_IS_TIMELINE (self), 0);

  entry = find_newest (self, is_of_customer);
  seconds = entry != NULL ? cor_channel_get_window_seconds ((CorChannel) entry->channel) : 0;
  return seconds > 0 ? entry->created_at + seconds : 0;
}

/**
 * cor_timeline_get_newest:
 *
 * Returns: (transfer none) (nullable): the newest message of the conversation that the server has
 */
CorTimelineEntry *
cor_timeline_get_newest (CorTimeline *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE (self), NULL);

  return find_newest (self, is_known_to_server);
}

/**
 * cor_timeline_get_waiting_reply:
 *
 * Returns: (transfer none) (nullable): the newest of the agent's messages that is queued or scheduled and has not left
 */
CorTimelineEntry *
cor_timeline_get_waiting_reply (CorTimeline *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE (self), NULL);

  return find_newest (self, is_waiting_reply);
}

/**
 * cor_timeline_get_colleague_after:
 * @at: seconds since the epoch, by the server's clock: the time of a message
 *
 * For the guard of chatwoot.md §15: two agents must not answer the same customer.
 *
 * Returns: (transfer none) (nullable): the newest reply of a colleague in the conversation, if later than @at
 */
CorTimelineEntry *
cor_timeline_get_colleague_after (CorTimeline *self,
                                  gint64       at)
{
  CorTimelineEntry *entry;

  g_return_val_if_fail (COR_IS_TIMELINE (self), NULL);

  entry = find_newest (self, is_of_colleague);
  return entry != NULL && entry->created_at > at ? entry : NULL;
}

/**
 * cor_timeline_get_by_intent:
 * @intent: local id of an intent
 *
 * Returns: (transfer none) (nullable): the message behind which it stands, while it is shown
 */
CorTimelineEntry *
cor_timeline_get_by_intent (CorTimeline *self,
                            gint64       intent)
{
  g_return_val_if_fail (COR_IS_TIMELINE (self) && intent != 0, NULL);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self)); i > 0; i--)
    {
      g_autoptr (CorTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (self), i - 1);
      CorTimelineEntry *entry = cor_timeline_item_get_entry (item);

      if (entry != NULL && entry->intent == intent)
        return entry;
    }
  return NULL;
}
