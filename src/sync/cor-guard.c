/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-guard.h"

/* A reply that has waited so long was not written a moment ago, whatever the reason of the wait. */
#define LONG_WAIT_SECONDS (10 * 60)

/* What came after the writer last looked. */
typedef struct
{
  CorMessageRecord *arrived;
  gboolean          customer_wrote, colleague_replied;
  gint64            floor;
} News;

static News
read_news (const CorGuardInput *input)
{
  News news = { .floor = input->intent->floor };

  for (guint i = 0; i < input->messages->len; i++)
    {
      CorMessageRecord *message = input->messages->pdata[i];

      news.floor = MAX (news.floor, message->ordinal);
      if (g_strcmp0 (message->uuid, input->intent->uuid) == 0)
        news.arrived = message;
      if (message->is_private || message->is_deleted)
        continue;
      if (message->kind == COR_MESSAGE_INCOMING)
        news.customer_wrote = TRUE;
      else if (message->kind == COR_MESSAGE_OUTGOING && message->sender_kind == COR_SENDER_AGENT &&
               (message->uuid == NULL || !g_hash_table_contains (input->own_uuids, message->uuid)))
        news.colleague_replied = TRUE;
    }
  return news;
}

static gboolean
is_reassigned (const CorGuardInput *input)
{
  const char *assignee = input->conversation->assignee_id;

  return assignee != NULL && g_strcmp0 (assignee, input->intent->base_assignee) != 0 && g_strcmp0 (assignee, input->agent_id) != 0;
}

/* Reasons that lie in the conversation, whatever way the reply took. */
static CorHoldReason
find_reason (const CorGuardInput *input,
             const News          *news)
{
  if (news->colleague_replied)
    return COR_HOLD_COLLEAGUE_REPLIED;
  if (is_reassigned (input))
    return COR_HOLD_REASSIGNED;
  if (input->conversation->status == COR_STATUS_RESOLVED && input->intent->base_status != COR_STATUS_RESOLVED)
    return COR_HOLD_RESOLVED;
  if (!input->conversation->can_reply)
    return COR_HOLD_WINDOW_CLOSED;
  return COR_HOLD_NONE;
}

/* From when on it has been waiting: until the time that the agent chose it was where she wanted it. */
static gint64
get_due (const CorIntentData *intent)
{
  return intent->send_at > 0 ? intent->send_at : intent->created_at;
}

/* Further reasons of a reply that waited for the connection: the world went on meanwhile. */
static CorHoldReason
find_offline_reason (const CorGuardInput *input)
{
  const CorIntentData *intent = input->intent;

  if (intent->is_confirmed)
    return COR_HOLD_NONE;
  if (input->now - get_due (intent) > cor_sync_settings_get_stale (input->settings, (CorChannel) intent->channel))
    return COR_HOLD_STALE;
  if (intent->is_time_bound)
    return COR_HOLD_TIME_BOUND;
  return COR_HOLD_NONE;
}

/**
 * cor_guard_check:
 *
 * Decides whether a reply may go to the customer now. A pure function of its input.
 *
 * Returns: the verdict
 */
CorGuard
cor_guard_check (const CorGuardInput *input)
{
  const CorIntentData *intent = input->intent;
  gboolean             waited = intent->from_offline || input->now - get_due (intent) > LONG_WAIT_SECONDS;
  gboolean             is_live = cor_channel_is_live ((CorChannel) intent->channel);
  News                 news = read_news (input);
  CorGuard             guard = { .verdict = COR_GUARD_GO, .floor = news.floor };

  if (news.arrived != NULL)
    {
      guard.verdict = COR_GUARD_ARRIVED;
      guard.arrived = news.arrived;
      return guard;
    }
  if (intent->kind == COR_INTENT_NOTE)
    return guard;

  guard.reason = find_reason (input, &news);
  if (guard.reason == COR_HOLD_NONE && waited)
    guard.reason = find_offline_reason (input);
  if (guard.reason == COR_HOLD_NONE && news.customer_wrote)
    {
      if (!is_live || waited || intent->send_at > 0)
        guard.reason = COR_HOLD_CUSTOMER_WROTE;
      else if (!intent->is_restarted && intent->attempts == 0)
        guard.verdict = COR_GUARD_RESTART;
    }
  if (guard.reason != COR_HOLD_NONE)
    guard.verdict = COR_GUARD_HOLD;
  return guard;
}
