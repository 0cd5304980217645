/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-conversation-record.h"

static const char *const status_names[] = { "open", "pending", "snoozed", "resolved" };
static const char *const priority_names[] = { NULL, "low", "medium", "high", "urgent" };

/**
 * cor_status_to_string:
 *
 * Returns: (transfer none): the name the contract uses (chatwoot.md §3); not for people
 */
const char *
cor_status_to_string (CorStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (status_names), "open");

  return status_names[status];
}

/**
 * cor_status_from_string:
 * @name: (nullable): a name
 * @status: (out): its status, unchanged for a name not known
 *
 * Returns: whether @name is a status
 */
gboolean
cor_status_from_string (const char *name,
                        CorStatus  *status)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (status_names); i++)
    if (g_str_equal (status_names[i], name))
      {
        *status = (CorStatus) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * cor_priority_to_string:
 *
 * Returns: (transfer none) (nullable): the contract's name, %NULL for none
 */
const char *
cor_priority_to_string (CorPriority priority)
{
  g_return_val_if_fail ((guint) priority < G_N_ELEMENTS (priority_names), NULL);

  return priority_names[priority];
}

/**
 * cor_priority_from_string:
 * @name: (nullable): the contract's name
 *
 * Returns: the priority; none for a name not known
 */
CorPriority
cor_priority_from_string (const char *name)
{
  for (guint i = 1; name != NULL && i < G_N_ELEMENTS (priority_names); i++)
    if (g_str_equal (priority_names[i], name))
      return (CorPriority) i;

  return COR_PRIORITY_NONE;
}

static void
conversation_record_clear (CorConversationRecord *self)
{
  g_free (self->remote_id);
  g_free (self->inbox_id);
  g_clear_pointer (&self->customer, cor_customer_record_unref);
  g_free (self->assignee_id);
  g_free (self->team_id);
  g_free (self->subject);
  g_free (self->attributes_json);
  g_strfreev (self->labels);
  g_clear_pointer (&self->newest, cor_message_record_unref);
}

/**
 * cor_conversation_record_new:
 *
 * Returns: (transfer full): an empty record, to be filled by its maker and constant after that
 */
CorConversationRecord *
cor_conversation_record_new (void)
{
  return g_atomic_rc_box_new0 (CorConversationRecord);
}

CorConversationRecord *
cor_conversation_record_ref (CorConversationRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_conversation_record_unref (CorConversationRecord *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) conversation_record_clear);
}
