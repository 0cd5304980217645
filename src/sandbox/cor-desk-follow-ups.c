/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-follow-ups"

#include "config.h"

#include "cor-desk-effects.h"
#include "cor-desk-events.h"
#include "cor-desk-notifications.h"

#include <string.h>

/**
 * cor_desk_notify:
 * @request: the call that causes it
 * @kind: as chatwoot.md §8 lists them, a literal
 * @agent_id: who is told; nobody is told what they did themselves
 * @conversation: about what
 * @message_id: about which message, or 0
 */
void
cor_desk_notify (CorDeskRequest            *request,
                 const char                *kind,
                 gint64                     agent_id,
                 const CorDeskConversation *conversation,
                 gint64                     message_id)
{
  gint64 actor = request->agent ? request->agent->id : 0;

  if (agent_id == actor || cor_desk_db_int (request->desk->db, "SELECT is_bot FROM agents WHERE id = ?", "i", agent_id) != 0)
    return;
  cor_desk_db_run (request->desk->db,
                   "INSERT INTO notifications (agent_id, kind, conversation_id, message_id, actor_id, created_at, last_activity_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                   "isizzii", agent_id, kind, conversation->id, message_id, actor, request->now, request->now);
  cor_desk_notification_event (request, "notification.created", agent_id, cor_desk_db_last_id (request->desk->db));
}

/**
 * cor_desk_find_contact_inbox:
 * @request: a call
 * @contact_id: a contact
 * @inbox_id: an inbox
 * @source_id: (nullable): its name at the channel, generated if missing
 *
 * Returns: the id of the contact's place in that inbox, made if there is none
 */
gint64
cor_desk_find_contact_inbox (CorDeskRequest *request,
                             gint64          contact_id,
                             gint64          inbox_id,
                             const char     *source_id)
{
  g_autofree char *generated = g_uuid_string_random ();
  g_autofree char *token = NULL;
  gint64           id;

  if (source_id != NULL)
    id = cor_desk_db_int (request->desk->db, "SELECT id FROM contact_inboxes WHERE inbox_id = ? AND source_id = ?", "is", inbox_id, source_id);
  else
    id = cor_desk_db_int (request->desk->db, "SELECT id FROM contact_inboxes WHERE contact_id = ? AND inbox_id = ? ORDER BY id LIMIT 1", "ii", contact_id, inbox_id);
  if (id != 0)
    return id;
  token = cor_desk_random_token (12);
  cor_desk_db_run (request->desk->db, "INSERT INTO contact_inboxes (contact_id, inbox_id, source_id, pubsub_token, created_at) VALUES (?, ?, ?, ?, ?)",
                   "iissi", contact_id, inbox_id, source_id ? source_id : generated, token, request->now);
  return cor_desk_db_last_id (request->desk->db);
}

/**
 * cor_desk_add_conversation:
 * @request: a call
 * @contact_inbox_id: whose and where
 * @status: what it begins as
 *
 * Returns: the display id of the new conversation
 */
gint64
cor_desk_add_conversation (CorDeskRequest *request,
                           gint64          contact_inbox_id,
                           CorDeskStatus   status)
{
  g_autofree char *uuid = g_uuid_string_random ();
  gint64           id;

  cor_desk_db_run (request->desk->db,
                   "INSERT INTO conversations (uuid, inbox_id, contact_id, contact_inbox_id, status, created_at, updated_at, last_activity_at, waiting_since) "
                   "SELECT ?1, inbox_id, contact_id, id, ?2, ?3, ?4, ?3, ?3 FROM contact_inboxes WHERE id = ?5",
                   "sdiii", uuid, (int) status, request->now, request->now_us, contact_inbox_id);
  id = cor_desk_db_last_id (request->desk->db);
  request->conversation_id = id;
  cor_desk_event_conversation (request, "conversation.created", id,
                               cor_desk_db_int (request->desk->db, "SELECT inbox_id FROM conversations WHERE id = ?", "i", id));
  return id;
}

/* Outside the channel's window a message turns failed, later (chatwoot.md §5). */
static void
deliver (CorDeskRequest       *request,
         const CorDeskMessage *message)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (request->desk, message->conversation_id);
  gboolean         is_late = conversation != NULL && !cor_desk_conversation_can_reply (request->desk, conversation, message->created_at);
  const char      *status = is_late ? "failed" : "delivered";
  JsonObject      *attributes = cor_desk_json_parse_object (message->content_attributes);
  JsonArray       *changes = json_array_new ();
  g_autofree char *text = NULL;

  if (is_late)
    json_object_set_string_member (attributes, "external_error", "131047: Re-engagement message");
  text = cor_desk_json_object_text (attributes);
  cor_desk_db_run (request->desk->db, "UPDATE messages SET status = ?, content_attributes = ?, updated_at = ?, delivery_due = NULL WHERE id = ?",
                   "ssii", status, text, request->now_us, message->id);
  json_array_add_string_element (changes, message->status);
  json_array_add_string_element (changes, status);
  cor_desk_event_message (request, "message.updated", message->id, message->inbox_id,
                          cor_desk_json_new ("previous_changes:o", cor_desk_json_new ("status:a", changes, NULL), NULL));
  json_object_unref (attributes);
}

static void
wake_snoozed (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_desk_conversation_free);

  cor_desk_db_select (request->desk->db, &rows, COR_DESK_CONVERSATION_SELECT "WHERE c.snoozed_until <= ? AND c.status = 3 LIMIT 100", "i", request->now);
  while (cor_desk_rows_next (&rows))
    g_ptr_array_add (due, cor_desk_conversation_read (&rows));
  for (guint i = 0; i < due->len; i++)
    cor_desk_change_status (request, g_ptr_array_index (due, i), COR_DESK_OPEN, 0);
}

/**
 * cor_desk_run_due:
 * @desk: the desk
 *
 * Does what time has brought: deliveries and the end of snoozes. They are in the database, so a
 * killed server does them after its restart.
 *
 * Returns: how many messages were delivered
 */
gint64
cor_desk_run_due (CorDesk *desk)
{
  g_autoptr (CorDeskRequest) request = cor_desk_request_new (desk, "", "/", NULL);
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_desk_message_free);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (desk->db, &rows, COR_DESK_MESSAGE_SELECT "WHERE m.delivery_due <= ? ORDER BY m.delivery_due, m.id LIMIT 100", "i", request->now_us / 1000);
  while (cor_desk_rows_next (&rows))
    g_ptr_array_add (due, cor_desk_message_read (&rows));
  if (due->len == 0 && cor_desk_db_int (desk->db, "SELECT 1 FROM conversations WHERE snoozed_until <= ? AND status = 3", "i", request->now) == 0)
    return 0;
  if (!cor_desk_db_begin (desk->db))
    return 0;
  for (guint i = 0; i < due->len; i++)
    deliver (request, g_ptr_array_index (due, i));
  wake_snoozed (request);
  if (cor_desk_db_commit (desk->db))
    cor_desk_events_send (request);
  return due->len;
}
