/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-messages"

#include "config.h"

#include "cor-desk-clause.h"
#include "cor-desk-events.h"
#include "cor-desk-messages.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define NEWEST_PAGE 20
#define AFTER_PAGE 100
#define RANGE_PAGE 1000

static JsonObject *
make_list_meta (CorDeskRequest            *request,
                const CorDeskConversation *conversation)
{
  JsonObject *meta = cor_desk_json_new ("labels:a", cor_desk_shape_labels (request->desk, "conversation_labels", conversation->id),
                                        "additional_attributes:j", conversation->additional,
                                        "contact:o", cor_desk_shape_contact_push (request->desk, conversation->contact_id), NULL);
  JsonObject *assignee = conversation->assignee_id ? cor_desk_shape_agent_push (request->desk, conversation->assignee_id) : NULL;

  if (assignee != NULL)
    cor_desk_json_set (meta, "assignee:o", assignee, NULL);
  cor_desk_json_set (meta, "agent_last_seen_at:t", conversation->agent_last_seen_at, "assignee_last_seen_at:t", conversation->assignee_last_seen_at, NULL);
  return meta;
}

/* Bounds are on the id, the order is on the creation time: chatwoot.md §4 */
static CorDeskClause *
make_page (CorDeskRequest *request,
           gint64          conversation_id,
           gboolean       *is_newest_first)
{
  CorDeskClause *clause = cor_desk_clause_new (COR_DESK_MESSAGE_SELECT);
  const char    *after = cor_desk_request_query (request, "after");
  const char    *before = cor_desk_request_query (request, "before");
  const char    *filter = cor_desk_request_query (request, "filter_internal_messages");
  gboolean       has_after = after != NULL && *after != '\0';
  gboolean       has_before = before != NULL && *before != '\0';

  cor_desk_clause_add (clause, "WHERE m.conversation_id = ?", "i", conversation_id);
  if (filter != NULL && *filter != '\0' && strcmp (filter, "false") != 0)
    cor_desk_clause_add (clause, " AND m.private = 0 AND m.message_type <> 2", "");
  if (has_after)
    cor_desk_clause_add (clause, has_before ? " AND m.id >= ?" : " AND m.id > ?", "i", g_ascii_strtoll (after, NULL, 10));
  if (has_before)
    cor_desk_clause_add (clause, " AND m.id < ?", "i", g_ascii_strtoll (before, NULL, 10));
  *is_newest_first = !has_after;
  if (has_after)
    cor_desk_clause_add (clause, " ORDER BY m.created_at, m.id LIMIT ?", "i", has_before ? (gint64) RANGE_PAGE : (gint64) AFTER_PAGE);
  else
    cor_desk_clause_add (clause, " ORDER BY m.created_at DESC, m.id DESC LIMIT ?", "i", (gint64) NEWEST_PAGE);
  return clause;
}

static void
get_messages (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  g_autoptr (CorDeskClause) clause = NULL;
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_desk_message_free);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gboolean   is_newest_first = FALSE;
  JsonArray *payload;

  if (conversation == NULL)
    return;
  clause = make_page (request, conversation->id, &is_newest_first);
  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows))
    g_ptr_array_add (page, cor_desk_message_read (&rows));
  payload = json_array_sized_new (page->len);
  for (guint i = 0; i < page->len; i++)
    json_array_add_object_element (payload, cor_desk_shape_message (request->desk, g_ptr_array_index (page, is_newest_first ? page->len - 1 - i : i)));
  cor_desk_answer_object (request, cor_desk_json_new ("meta:o", make_list_meta (request, conversation), "payload:a", payload, NULL));
}

static void
answer_message (CorDeskRequest *request,
                gint64          id)
{
  g_autoptr (CorDeskMessage) message = cor_desk_message_load (request->desk, id);
  JsonObject *object = cor_desk_shape_message (request->desk, message);

  if (request->echo_id != NULL)
    json_object_set_string_member (object, "echo_id", request->echo_id);
  cor_desk_answer_object (request, object);
}

static void
post_message (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  gint64 id = conversation ? cor_desk_create_message (request, conversation, request->body) : 0;

  if (id != 0)
    answer_message (request, id);
}

/* The message of the route, in a conversation the caller may see; %NULL: the answer is set */
static CorDeskMessage *
load_message (CorDeskRequest       *request,
              CorDeskConversation **conversation)
{
  g_autoptr (CorDeskMessage) message = NULL;

  *conversation = cor_desk_request_conversation (request);
  if (*conversation == NULL)
    return NULL;
  message = cor_desk_message_load (request->desk, cor_desk_request_id (request, "message"));
  if (message == NULL || message->conversation_id != (*conversation)->id)
    {
      cor_desk_not_found (request);
      return NULL;
    }
  request->message_id = message->id;
  return g_steal_pointer (&message);
}

static void
delete_message (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = NULL;
  g_autoptr (CorDeskMessage) message = load_message (request, &conversation);

  if (message == NULL)
    return;
  cor_desk_db_run (request->desk->db,
                   "UPDATE messages SET content = 'This message was deleted', content_type = 'text', content_attributes = '{\"deleted\":true}', updated_at = ?, delivery_due = NULL WHERE id = ?",
                   "ii", request->now_us, message->id);
  cor_desk_db_run (request->desk->db, "DELETE FROM attachments WHERE message_id = ?", "i", message->id);
  cor_desk_event_message (request, "message.updated", message->id, message->inbox_id,
                          cor_desk_json_new ("previous_changes:o", cor_desk_json_new ("content:a", cor_desk_json_parse_array ("[null,\"This message was deleted\"]"), NULL), NULL));
  answer_message (request, message->id);
}

static void
retry_message (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = NULL;
  g_autoptr (CorDeskMessage) message = load_message (request, &conversation);

  if (message == NULL)
    return;
  if (strcmp (message->status, "failed") == 0)
    {
      cor_desk_db_run (request->desk->db, "UPDATE messages SET status = 'sent', content_attributes = '{}', updated_at = ?1, delivery_due = ?1 / 1000 + 300 WHERE id = ?2", "ii", request->now_us, message->id);
      cor_desk_event_message (request, "message.updated", message->id, message->inbox_id, NULL);
    }
  answer_message (request, message->id);
}

static void
patch_message (CorDeskRequest *request)
{
  static const char *const states[] = { "sent", "delivered", "read", "failed", NULL };
  g_autoptr (CorDeskConversation) conversation = NULL;
  g_autoptr (CorDeskMessage) message = load_message (request, &conversation);
  const char      *status = cor_desk_json_string (request->body, "status");
  JsonObject      *attributes;
  g_autofree char *text = NULL;

  if (message == NULL)
    return;
  if (strcmp (conversation->channel_type, "Channel::Api") != 0)
    {
      cor_desk_fail (request, 403, "Message status update is only allowed for API inboxes");
      return;
    }
  if (status == NULL || !g_strv_contains (states, status))
    {
      cor_desk_fail_html (request, 500);
      return;
    }
  attributes = cor_desk_json_parse_object (message->content_attributes);
  if (cor_desk_json_string (request->body, "external_error") != NULL)
    json_object_set_string_member (attributes, "external_error", cor_desk_json_string (request->body, "external_error"));
  text = cor_desk_json_object_text (attributes);
  json_object_unref (attributes);
  cor_desk_db_run (request->desk->db, "UPDATE messages SET status = ?, content_attributes = ?, updated_at = ?, delivery_due = NULL WHERE id = ?", "ssii", status, text, request->now_us, message->id);
  cor_desk_event_message (request, "message.updated", message->id, message->inbox_id, NULL);
  answer_message (request, message->id);
}

static void
translate_message (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = NULL;
  g_autoptr (CorDeskMessage) message = load_message (request, &conversation);

  /* no translation service is connected to this desk */
  if (message != NULL)
    cor_desk_answer_bytes (request, 200, NULL, NULL);
}

const CorDeskRoute cor_desk_messages_routes[] = {
  { "GET", "{A}/conversations/:id/messages", get_messages, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/messages", post_message, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/conversations/:id/messages/:message", delete_message, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/conversations/:id/messages/:message", patch_message, COR_DESK_ROUTE_NONE },
  { "PUT", "{A}/conversations/:id/messages/:message", patch_message, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/messages/:message/retry", retry_message, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/:id/messages/:message/translate", translate_message, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
