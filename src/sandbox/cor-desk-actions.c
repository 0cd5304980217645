/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-actions"

#include "config.h"

#include "cor-desk-effects.h"
#include "cor-desk-events.h"
#include "cor-desk-messages.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define ATTACHMENTS_PAGE 100

/* The verbs of a conversation: chatwoot.md §6. An empty 200 is the default answer. */

static void
toggle_status (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  const char   *name = cor_desk_json_string (request->body, "status");
  CorDeskStatus status = COR_DESK_OPEN;
  JsonObject   *payload;

  if (conversation == NULL)
    return;
  if (name == NULL || *name == '\0')
    status = conversation->status == COR_DESK_OPEN ? COR_DESK_RESOLVED : COR_DESK_OPEN;
  else if (!cor_desk_status_parse (name, &status))
    {
      cor_desk_fail_html (request, 500);
      return;
    }
  cor_desk_change_status (request, conversation, status, cor_desk_json_int (request->body, "snoozed_until"));
  if (status == COR_DESK_OPEN && !request->agent->is_admin)
    cor_desk_change_assignee (request, conversation, request->agent->id);
  payload = cor_desk_json_new ("success:b", TRUE, "conversation_id:i", conversation->id, "current_status:s", cor_desk_status_name (conversation->status),
                               "snoozed_until:t", conversation->snoozed_until, NULL);
  cor_desk_answer_object (request, cor_desk_json_new ("meta:j", NULL, "payload:o", payload, NULL));
}

static void
toggle_priority (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  int priority = COR_DESK_NO_PRIORITY;

  if (conversation == NULL)
    return;
  if (!cor_desk_priority_parse (cor_desk_json_string (request->body, "priority"), &priority))
    cor_desk_fail_html (request, 500);
  else
    cor_desk_change_priority (request, conversation, priority);
}

static void
answer_null (CorDeskRequest *request)
{
  cor_desk_answer_text (request, 200, "application/json; charset=utf-8", "null");
}

static void
assign_agent (CorDeskRequest      *request,
              CorDeskConversation *conversation)
{
  gboolean is_bot = g_strcmp0 (cor_desk_json_string (request->body, "assignee_type"), "AgentBot") == 0;
  gint64   id = cor_desk_db_int (request->desk->db, "SELECT id FROM agents WHERE id = ? AND is_bot = ?", "id", cor_desk_json_int (request->body, "assignee_id"), is_bot ? 1 : 0);

  cor_desk_change_assignee (request, conversation, id);
  if (id == 0)
    answer_null (request);
  else
    cor_desk_answer_object (request, is_bot ? cor_desk_shape_agent_push (request->desk, id) : cor_desk_shape_agent (request->desk, id));
}

static void
assign_team (CorDeskRequest      *request,
             CorDeskConversation *conversation)
{
  gint64 id = cor_desk_db_int (request->desk->db, "SELECT id FROM teams WHERE id = ?", "i", cor_desk_json_int (request->body, "team_id"));

  cor_desk_change_team (request, conversation, id);
  if (id == 0)
    answer_null (request);
  else
    cor_desk_answer_object (request, cor_desk_shape_team (request->desk, id, request->agent->id));
}

static void
post_assignments (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation == NULL)
    return;
  if (cor_desk_json_has (request->body, "assignee_id") || !cor_desk_json_has (request->body, "team_id"))
    assign_agent (request, conversation);
  else
    assign_team (request, conversation);
}

static void
get_labels (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation != NULL)
    cor_desk_answer_payload (request, cor_desk_shape_labels (request->desk, "conversation_labels", conversation->id));
}

static void
post_labels (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  JsonArray *labels = cor_desk_json_array (request->body, "labels");

  if (conversation == NULL)
    return;
  for (guint i = 0; labels != NULL && i < json_array_get_length (labels); i++)
    if (JSON_NODE_HOLDS_VALUE (json_array_get_element (labels, i)))
      g_ptr_array_add (titles, (gpointer) json_array_get_string_element (labels, i));
  cor_desk_change_labels (request, conversation, titles);
  cor_desk_answer_payload (request, cor_desk_shape_labels (request->desk, "conversation_labels", conversation->id));
}

static void
post_custom_attributes (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  JsonObject      *attributes = cor_desk_json_object (request->body, "custom_attributes");
  g_autofree char *text = attributes ? cor_desk_json_object_text (attributes) : g_strdup ("{}");

  if (conversation == NULL)
    return;
  cor_desk_db_run (request->desk->db, "UPDATE conversations SET custom = ?, updated_at = ? WHERE id = ?", "sii", text, request->now_us, conversation->id);
  cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
  cor_desk_answer_object (request, cor_desk_json_new ("custom_attributes:j", text, NULL));
}

static void
answer_again (CorDeskRequest *request,
              gint64          id)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (request->desk, id);

  cor_desk_answer_object (request, cor_desk_shape_conversation (request->desk, conversation, request->agent->id));
}

static void
update_last_seen (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation == NULL)
    return;
  /* columns only: neither updated_at nor an event (chatwoot.md §14); hourly when nothing is unread */
  if (cor_desk_unread_count (request->desk, conversation) > 0 || conversation->agent_last_seen_at < request->now - 3600)
    {
      cor_desk_db_run (request->desk->db, "UPDATE conversations SET agent_last_seen_at = ?1, assignee_last_seen_at = CASE WHEN assignee_id = ?2 THEN ?1 ELSE assignee_last_seen_at END WHERE id = ?3",
                       "iii", request->now, request->agent->id, conversation->id);
      cor_desk_db_run (request->desk->db, "UPDATE notifications SET read_at = ? WHERE agent_id = ? AND conversation_id = ? AND read_at IS NULL", "iii", request->now, request->agent->id, conversation->id);
    }
  answer_again (request, conversation->id);
}

static void
post_unread (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation == NULL)
    return;
  cor_desk_db_run (request->desk->db,
                   "UPDATE conversations SET agent_last_seen_at = ifnull ((SELECT max (created_at) - 1 FROM messages WHERE conversation_id = ?1 AND message_type = 0), agent_last_seen_at), "
                   "assignee_last_seen_at = ifnull ((SELECT max (created_at) - 1 FROM messages WHERE conversation_id = ?1 AND message_type = 0), assignee_last_seen_at) WHERE id = ?1",
                   "i", conversation->id);
  answer_again (request, conversation->id);
}

static void
set_muted (CorDeskRequest *request,
           gboolean        is_muted)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation == NULL)
    return;
  cor_desk_db_run (request->desk->db, "UPDATE contacts SET blocked = ? WHERE id = ?", "di", is_muted ? 1 : 0, conversation->contact_id);
  if (is_muted)
    cor_desk_change_status (request, conversation, COR_DESK_RESOLVED, 0);
  cor_desk_add_activity (request, conversation, "%s has %s the conversation", request->agent->name, is_muted ? "muted" : "unmuted");
  cor_desk_event_contact (request, "contact.updated", conversation->contact_id);
}

static void
post_mute (CorDeskRequest *request)
{
  set_muted (request, TRUE);
}

static void
post_unmute (CorDeskRequest *request)
{
  set_muted (request, FALSE);
}

static void
post_transcript (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  const char *email = cor_desk_json_string (request->body, "email");

  if (conversation != NULL && (email == NULL || *email == '\0'))
    cor_desk_fail (request, 422, "email param missing");
}

static void
toggle_typing (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation != NULL)
    cor_desk_tell_typing (request, conversation, g_strcmp0 (cor_desk_json_string (request->body, "typing_status"), "on") == 0);
}

static void
answer_participants (CorDeskRequest *request,
                     gint64          conversation_id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT p.agent_id FROM participants p JOIN agents a ON a.id = p.agent_id AND a.is_bot = 0 WHERE p.conversation_id = ? ORDER BY p.agent_id", "i", conversation_id);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_shape_agent (request->desk, cor_desk_rows_int (&rows, 0)));
  cor_desk_answer_array (request, array);
}

static void
get_participants (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation != NULL)
    answer_participants (request, conversation->id);
}

/* POST adds, PATCH sets the exact list, DELETE removes */
static void
change_participants (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  JsonArray *ids = cor_desk_json_array (request->body, "user_ids");

  if (conversation == NULL)
    return;
  if (strcmp (request->method, "PATCH") == 0)
    cor_desk_db_run (request->desk->db, "DELETE FROM participants WHERE conversation_id = ?", "i", conversation->id);
  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      gint64 id = json_array_get_int_element (ids, i);

      if (strcmp (request->method, "DELETE") == 0)
        cor_desk_db_run (request->desk->db, "DELETE FROM participants WHERE conversation_id = ? AND agent_id = ?", "ii", conversation->id, id);
      else if (cor_desk_db_int (request->desk->db, "SELECT 1 FROM agents WHERE id = ? AND is_bot = 0", "i", id) == 1)
        cor_desk_add_participant (request, conversation->id, id);
    }
  if (strcmp (request->method, "DELETE") != 0)
    answer_participants (request, conversation->id);
}

static void
get_attachments (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array;
  gint64     total;

  if (conversation == NULL)
    return;
  array = json_array_new ();
  total = cor_desk_db_int (request->desk->db, "SELECT count (*) FROM attachments a JOIN messages m ON m.id = a.message_id WHERE m.conversation_id = ?", "i", conversation->id);
  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT " COR_DESK_ATTACHMENT_COLUMNS ", m.created_at, m.sender_type, m.sender_id FROM attachments a JOIN messages m ON m.id = a.message_id "
                      "WHERE m.conversation_id = ? ORDER BY a.id DESC LIMIT ? OFFSET ?",
                      "idd", conversation->id, ATTACHMENTS_PAGE, ATTACHMENTS_PAGE * (cor_desk_request_page (request) - 1));
  while (cor_desk_rows_next (&rows))
    {
      JsonObject *attachment = cor_desk_shape_attachment (request->desk, &rows);
      const char *sender_type = cor_desk_rows_text (&rows, 8);
      JsonObject *sender = g_strcmp0 (sender_type, "Contact") == 0 ? cor_desk_shape_contact_push (request->desk, cor_desk_rows_int (&rows, 9)) : cor_desk_shape_agent_push (request->desk, cor_desk_rows_int (&rows, 9));

      cor_desk_json_set (attachment, "created_at:i", cor_desk_rows_int (&rows, 7), "sender:o", sender, NULL);
      json_array_add_object_element (array, attachment);
    }
  cor_desk_answer_object (request, cor_desk_json_new ("meta:o", cor_desk_json_new ("total_count:i", total, NULL), "payload:a", array, NULL));
}

static void
get_draft (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  g_autofree char *draft = NULL;

  if (conversation == NULL)
    return;
  draft = cor_desk_db_dup_text (request->desk->db, "SELECT draft FROM conversations WHERE id = ?", "i", conversation->id);
  cor_desk_answer_object (request, draft ? cor_desk_json_new ("has_draft:b", TRUE, "message:s", draft, NULL) : cor_desk_json_new ("has_draft:b", FALSE, NULL));
}

static void
patch_draft (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  const char *text = cor_desk_json_string (cor_desk_json_object (request->body, "draft_message"), "message");

  if (conversation != NULL)
    cor_desk_db_run (request->desk->db, "UPDATE conversations SET draft = ? WHERE id = ?", "si", text ? text : "", conversation->id);
}

static void
delete_draft (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation != NULL)
    cor_desk_db_run (request->desk->db, "UPDATE conversations SET draft = NULL WHERE id = ?", "i", conversation->id);
}

/**
 * cor_desk_remove_conversation:
 * @request: a call
 * @conversation_id: what goes, with everything in it and without an event (chatwoot.md §6)
 */
void
cor_desk_remove_conversation (CorDeskRequest *request,
                              gint64          conversation_id)
{
  static const char *const statements[] = {
    "DELETE FROM attachments WHERE message_id IN (SELECT id FROM messages WHERE conversation_id = ?)", "DELETE FROM messages WHERE conversation_id = ?",
    "DELETE FROM conversation_labels WHERE conversation_id = ?", "DELETE FROM participants WHERE conversation_id = ?", "DELETE FROM mentions WHERE conversation_id = ?",
    "DELETE FROM notifications WHERE conversation_id = ?", "DELETE FROM conversations WHERE id = ?"
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    cor_desk_db_run (request->desk->db, statements[i], "i", conversation_id);
}

const CorDeskRoute cor_desk_actions_routes[] = {
  { "POST", "{A}/conversations/:id/toggle_status", toggle_status, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/toggle_priority", toggle_priority, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/assignments", post_assignments, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/conversations/:id/labels", get_labels, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/labels", post_labels, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/custom_attributes", post_custom_attributes, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/update_last_seen", update_last_seen, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/unread", post_unread, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/mute", post_mute, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/unmute", post_unmute, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/transcript", post_transcript, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/toggle_typing_status", toggle_typing, COR_DESK_ROUTE_FLEETING },
  { "GET", "{A}/conversations/:id/participants", get_participants, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/participants", change_participants, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/conversations/:id/participants", change_participants, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/conversations/:id/participants", change_participants, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/conversations/:id/attachments", get_attachments, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/conversations/:id/draft_messages", get_draft, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/conversations/:id/draft_messages", patch_draft, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/conversations/:id/draft_messages", delete_draft, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
