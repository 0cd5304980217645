/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-state-conflict.h"

#include "cor-state-value.h"

/* For so long what the agent saw counts as what there is: pushes take a moment. */
#define FRESH_SECONDS 60

/**
 * cor_state_conflict_may_be:
 * @intent: a change of state that is due
 * @now: seconds since the epoch
 *
 * Returns: whether the conversation has to be looked at first (chatwoot.md §15, "State changes")
 */
gboolean
cor_state_conflict_may_be (const CorIntentData *intent,
                           gint64               now)
{
  if (intent->kind == COR_INTENT_PROCEDURE || intent->kind == COR_INTENT_PAYMENT)
    return TRUE; /* written as a whole with what else is there */
  if (intent->kind != COR_INTENT_STATUS && intent->kind != COR_INTENT_ASSIGN && intent->kind != COR_INTENT_PRIORITY)
    return FALSE; /* labels are added and removed, not set; who has read is nobody else's */
  return intent->from_offline || intent->attempts > 0 || now - intent->created_at > FRESH_SECONDS;
}

/**
 * cor_state_conflict_find:
 * @conversation: fresh
 * @agent_id: remote id of the agent whose change it is
 *
 * Somebody else changed, meanwhile, what the agent wanted to change, and not to the same. That the agent has
 * got the conversation is no conflict: reopening one assigns it to who reopens it (chatwoot.md §6).
 *
 * Returns: (transfer full) (nullable): what is there now, as cor_state_value_to_string() writes it
 */
char *
cor_state_conflict_find (const CorIntentData         *intent,
                         const CorConversationRecord *conversation,
                         const char                  *agent_id)
{
  CorStateValue found = { conversation->status, conversation->snoozed_until, conversation->assignee_id, conversation->priority };
  CorStateValue wanted = { intent->status, intent->snoozed_until, intent->assignee, intent->priority };
  CorStateValue base = { intent->base_status, 0, intent->base_assignee, intent->base_priority };

  if (found.status == base.status)
    base.snoozed_until = found.snoozed_until; /* until when was not kept */
  if (intent->kind == COR_INTENT_PRIORITY && !intent->has_base_priority)
    return NULL;
  if (intent->kind == COR_INTENT_ASSIGN && found.assignee_id != NULL && g_strcmp0 (found.assignee_id, agent_id) == 0)
    return NULL;
  if (cor_state_value_equal (intent->kind, &found, &base) || cor_state_value_equal (intent->kind, &found, &wanted))
    return NULL;
  return cor_state_value_to_string (intent->kind, &found);
}
