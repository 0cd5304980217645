/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-load"

#include "config.h"

#include "cor-desk-load.h"

#include <string.h>

static const char *const status_names[] = { "open", "resolved", "pending", "snoozed" };
static const char *const priority_names[] = { "low", "medium", "high", "urgent" };

static int
find_name (const char *const *names,
           guint              n_names,
           const char        *name)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return (int) i;
  return -1;
}

/**
 * cor_desk_status_name:
 * @status: of a conversation
 *
 * Returns: (transfer none): its name on the wire
 */
const char *
cor_desk_status_name (CorDeskStatus status)
{
  return status_names[status];
}

/**
 * cor_desk_status_parse:
 * @name: (nullable): a name on the wire
 * @status: (out): the status
 *
 * Returns: whether there is one of that name
 */
gboolean
cor_desk_status_parse (const char    *name,
                       CorDeskStatus *status)
{
  int found = find_name (status_names, G_N_ELEMENTS (status_names), name);

  if (found >= 0)
    *status = (CorDeskStatus) found;
  return found >= 0;
}

/**
 * cor_desk_priority_name:
 * @priority: of a conversation
 *
 * Returns: (transfer none) (nullable): its name on the wire, %NULL for none
 */
const char *
cor_desk_priority_name (int priority)
{
  return priority >= 0 && priority < (int) G_N_ELEMENTS (priority_names) ? priority_names[priority] : NULL;
}

/**
 * cor_desk_priority_parse:
 * @name: (nullable): a name on the wire; %NULL and "" are no priority
 * @priority: (out): the priority
 *
 * Returns: whether there is one of that name
 */
gboolean
cor_desk_priority_parse (const char *name,
                         int        *priority)
{
  *priority = COR_DESK_NO_PRIORITY;
  if (name == NULL || *name == '\0')
    return TRUE;
  *priority = find_name (priority_names, G_N_ELEMENTS (priority_names), name);
  return *priority >= 0;
}

/**
 * cor_desk_conversation_read:
 * @rows: on a row of COR_DESK_CONVERSATION_SELECT
 *
 * Returns: (transfer full): a copy of it
 */
CorDeskConversation *
cor_desk_conversation_read (CorDeskRows *rows)
{
  CorDeskConversation *self = g_new0 (CorDeskConversation, 1);
  int                  column = 0;

  self->id = cor_desk_rows_int (rows, column++);
  self->inbox_id = cor_desk_rows_int (rows, column++);
  self->contact_id = cor_desk_rows_int (rows, column++);
  self->contact_inbox_id = cor_desk_rows_int (rows, column++);
  self->assignee_id = cor_desk_rows_int (rows, column++);
  self->team_id = cor_desk_rows_int (rows, column++);
  self->status = (CorDeskStatus) cor_desk_rows_int (rows, column++);
  self->priority = (int) cor_desk_rows_int (rows, column++);
  self->created_at = cor_desk_rows_int (rows, column++);
  self->updated_at = cor_desk_rows_int (rows, column++);
  self->last_activity_at = cor_desk_rows_int (rows, column++);
  self->agent_last_seen_at = cor_desk_rows_int (rows, column++);
  self->assignee_last_seen_at = cor_desk_rows_int (rows, column++);
  self->contact_last_seen_at = cor_desk_rows_int (rows, column++);
  self->first_reply_created_at = cor_desk_rows_int (rows, column++);
  self->waiting_since = cor_desk_rows_int (rows, column++);
  self->snoozed_until = cor_desk_rows_int (rows, column++);
  self->uuid = g_strdup (cor_desk_rows_text (rows, column++));
  self->additional = g_strdup (cor_desk_rows_text (rows, column++));
  self->custom = g_strdup (cor_desk_rows_text (rows, column++));
  self->channel_type = g_strdup (cor_desk_rows_text (rows, column++));
  self->medium = g_strdup (cor_desk_rows_text (rows, column++));
  self->inbox_additional = g_strdup (cor_desk_rows_text (rows, column++));
  return self;
}

/**
 * cor_desk_conversation_load:
 * @desk: the desk
 * @id: a display id
 *
 * Returns: (transfer full) (nullable): the conversation
 */
CorDeskConversation *
cor_desk_conversation_load (CorDesk *desk,
                            gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (desk->db, &rows, COR_DESK_CONVERSATION_SELECT "WHERE c.id = ?", "i", id);
  return cor_desk_rows_next (&rows) ? cor_desk_conversation_read (&rows) : NULL;
}

/**
 * cor_desk_conversation_free:
 * @conversation: (transfer full) (nullable): a conversation
 */
void
cor_desk_conversation_free (CorDeskConversation *conversation)
{
  if (conversation == NULL)
    return;
  g_free (conversation->uuid);
  g_free (conversation->additional);
  g_free (conversation->custom);
  g_free (conversation->channel_type);
  g_free (conversation->medium);
  g_free (conversation->inbox_additional);
  g_free (conversation);
}

/* Hours in which an agent may answer after the customer's last message; 0: always (chatwoot.md §3). */
static gint64
get_window_hours (const CorDeskConversation *conversation)
{
  const char *channel = conversation->channel_type;

  if (strcmp (channel, "Channel::Whatsapp") == 0 || strcmp (channel, "Channel::FacebookPage") == 0 || strcmp (channel, "Channel::Instagram") == 0)
    return 24;
  if (strcmp (channel, "Channel::TwilioSms") == 0)
    return g_strcmp0 (conversation->medium, "whatsapp") == 0 ? 24 : 0;
  if (strcmp (channel, "Channel::Tiktok") == 0)
    return 48;
  if (strcmp (channel, "Channel::Api") == 0 && conversation->inbox_additional != NULL)
    {
      JsonObject *additional = cor_desk_json_parse_object (conversation->inbox_additional);
      gint64      hours = cor_desk_json_int (additional, "agent_reply_time_window");

      json_object_unref (additional);
      return hours;
    }
  return 0;
}

/**
 * cor_desk_conversation_can_reply:
 * @desk: the desk
 * @conversation: a conversation
 * @now: seconds since the epoch
 *
 * Returns: whether its channel still takes a reply (chatwoot.md §3, can_reply)
 */
gboolean
cor_desk_conversation_can_reply (CorDesk                   *desk,
                                 const CorDeskConversation *conversation,
                                 gint64                     now)
{
  gint64 hours = get_window_hours (conversation);
  gint64 last;

  if (hours == 0)
    return TRUE;
  last = cor_desk_db_int (desk->db, "SELECT max (created_at) FROM messages WHERE conversation_id = ? AND message_type = 0", "i", conversation->id);
  return last != 0 && now < last + hours * 3600;
}

/**
 * cor_desk_request_sees_inbox:
 * @request: a call with an agent
 * @inbox_id: an inbox
 *
 * Returns: whether the caller is a member of it, or an administrator
 */
gboolean
cor_desk_request_sees_inbox (CorDeskRequest *request,
                             gint64          inbox_id)
{
  if (request->agent->is_admin)
    return TRUE;
  return cor_desk_db_int (request->desk->db, "SELECT 1 FROM inbox_members WHERE inbox_id = ? AND agent_id = ?", "ii", inbox_id, request->agent->id) == 1;
}

/**
 * cor_desk_request_conversation:
 * @request: a call whose route has ":id"
 *
 * The conversation, if the caller may see it: wider than the lists, members of its team may too
 * (chatwoot.md §3). Otherwise the answer is set to 404 or the policy's 401.
 *
 * Returns: (transfer full) (nullable): the conversation
 */
CorDeskConversation *
cor_desk_request_conversation (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (request->desk, cor_desk_request_id (request, "id"));

  if (conversation == NULL)
    {
      cor_desk_not_found (request);
      return NULL;
    }
  if (!cor_desk_request_sees_inbox (request, conversation->inbox_id) &&
      cor_desk_db_int (request->desk->db, "SELECT 1 FROM team_members WHERE team_id = ? AND agent_id = ?", "ii", conversation->team_id, request->agent->id) != 1)
    {
      cor_desk_refuse (request);
      return NULL;
    }
  request->conversation_id = conversation->id;
  return g_steal_pointer (&conversation);
}

/**
 * cor_desk_message_read:
 * @rows: on a row of COR_DESK_MESSAGE_SELECT
 *
 * Returns: (transfer full): a copy of it
 */
CorDeskMessage *
cor_desk_message_read (CorDeskRows *rows)
{
  CorDeskMessage *self = g_new0 (CorDeskMessage, 1);
  int             column = 0;

  self->id = cor_desk_rows_int (rows, column++);
  self->conversation_id = cor_desk_rows_int (rows, column++);
  self->inbox_id = cor_desk_rows_int (rows, column++);
  self->sender_id = cor_desk_rows_int (rows, column++);
  self->type = (CorDeskMessageType) cor_desk_rows_int (rows, column++);
  self->is_private = cor_desk_rows_int (rows, column++) != 0;
  self->created_at = cor_desk_rows_int (rows, column++);
  self->updated_at = cor_desk_rows_int (rows, column++);
  self->content = g_strdup (cor_desk_rows_text (rows, column++));
  self->content_type = g_strdup (cor_desk_rows_text (rows, column++));
  self->content_attributes = g_strdup (cor_desk_rows_text (rows, column++));
  self->additional = g_strdup (cor_desk_rows_text (rows, column++));
  self->status = g_strdup (cor_desk_rows_text (rows, column++));
  self->source_id = g_strdup (cor_desk_rows_text (rows, column++));
  self->sender_type = g_strdup (cor_desk_rows_text (rows, column++));
  return self;
}

/**
 * cor_desk_message_load:
 * @desk: the desk
 * @id: a message id
 *
 * Returns: (transfer full) (nullable): the message
 */
CorDeskMessage *
cor_desk_message_load (CorDesk *desk,
                       gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (desk->db, &rows, COR_DESK_MESSAGE_SELECT "WHERE m.id = ?", "i", id);
  return cor_desk_rows_next (&rows) ? cor_desk_message_read (&rows) : NULL;
}

/**
 * cor_desk_message_free:
 * @message: (transfer full) (nullable): a message
 */
void
cor_desk_message_free (CorDeskMessage *message)
{
  if (message == NULL)
    return;
  g_free (message->content);
  g_free (message->content_type);
  g_free (message->content_attributes);
  g_free (message->additional);
  g_free (message->status);
  g_free (message->source_id);
  g_free (message->sender_type);
  g_free (message);
}
