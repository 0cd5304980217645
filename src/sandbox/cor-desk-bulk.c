/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-bulk"

#include "config.h"

#include "cor-desk-bulk.h"
#include "cor-desk-effects.h"
#include "cor-desk-messages.h"

#include <string.h>

static void
collect (JsonArray *array,
         GPtrArray *titles)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      const char *title = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (title != NULL)
        g_ptr_array_add (titles, g_strdup (title));
    }
}

/* Applied to the set as it is now: the way to change labels without a race (chatwoot.md §6) */
static void
edit_labels (CorDeskRequest      *request,
             CorDeskConversation *conversation,
             JsonArray           *add,
             JsonArray           *remove)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) unwanted = g_ptr_array_new_with_free_func (g_free);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows, "SELECT title FROM conversation_labels WHERE conversation_id = ?", "i", conversation->id);
  while (cor_desk_rows_next (&rows))
    g_ptr_array_add (titles, g_strdup (cor_desk_rows_text (&rows, 0)));
  collect (add, titles);
  collect (remove, unwanted);
  for (guint i = 0; i < unwanted->len; i++)
    {
      guint at = 0;

      while (g_ptr_array_find_with_equal_func (titles, g_ptr_array_index (unwanted, i), g_str_equal, &at))
        g_ptr_array_remove_index (titles, at);
    }
  cor_desk_change_labels (request, conversation, titles);
}

static void
apply_fields (CorDeskRequest      *request,
              CorDeskConversation *conversation)
{
  JsonObject   *fields = cor_desk_json_object (request->body, "fields");
  JsonObject   *labels = cor_desk_json_object (request->body, "labels");
  CorDeskStatus status = COR_DESK_OPEN;

  if (cor_desk_status_parse (cor_desk_json_string (fields, "status"), &status))
    cor_desk_change_status (request, conversation, status, cor_desk_json_int (request->body, "snoozed_until"));
  if (cor_desk_json_has (fields, "assignee_id"))
    cor_desk_change_assignee (request, conversation, cor_desk_db_int (request->desk->db, "SELECT id FROM agents WHERE id = ?", "i", cor_desk_json_int (fields, "assignee_id")));
  if (cor_desk_json_has (fields, "team_id"))
    cor_desk_change_team (request, conversation, cor_desk_db_int (request->desk->db, "SELECT id FROM teams WHERE id = ?", "i", cor_desk_json_int (fields, "team_id")));
  if (labels != NULL)
    edit_labels (request, conversation, cor_desk_json_array (labels, "add"), cor_desk_json_array (labels, "remove"));
}

/* With both, only "add" is done: what the service does (chatwoot.md §7) */
static void
label_contact (CorDeskRequest *request,
               gint64          contact_id)
{
  JsonObject *labels = cor_desk_json_object (request->body, "labels");
  gboolean    is_adding = cor_desk_json_array (labels, "add") != NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  collect (cor_desk_json_array (labels, is_adding ? "add" : "remove"), titles);
  for (guint i = 0; i < titles->len; i++)
    cor_desk_db_run (request->desk->db,
                     is_adding ? "INSERT OR IGNORE INTO contact_labels (contact_id, title) SELECT id, ?2 FROM contacts WHERE id = ?1" : "DELETE FROM contact_labels WHERE contact_id = ?1 AND title = ?2",
                     "is", contact_id, g_ptr_array_index (titles, i));
}

static void
post_bulk_actions (CorDeskRequest *request)
{
  const char *type = cor_desk_json_string (request->body, "type");
  JsonArray  *ids = cor_desk_json_array (request->body, "ids");

  if (g_strcmp0 (type, "Conversation") != 0 && g_strcmp0 (type, "Contact") != 0)
    {
      cor_desk_answer_text (request, 422, "application/json; charset=utf-8", "{\"success\":false}");
      return;
    }
  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      g_autoptr (CorDeskConversation) conversation = NULL;

      if (strcmp (type, "Contact") == 0)
        {
          label_contact (request, json_array_get_int_element (ids, i));
          continue;
        }
      conversation = cor_desk_conversation_load (request->desk, json_array_get_int_element (ids, i));
      if (conversation != NULL && cor_desk_request_sees_inbox (request, conversation->inbox_id))
        {
          request->conversation_id = conversation->id;
          apply_fields (request, conversation);
        }
    }
}

static void
say (CorDeskRequest      *request,
     CorDeskConversation *conversation,
     const char          *content,
     gboolean             is_private)
{
  CorDeskNewMessage message = { .type = COR_DESK_OUTGOING, .content = content, .is_private = is_private, .sender_type = "User", .sender_id = request->agent->id };

  if (content != NULL)
    cor_desk_add_message (request, conversation, &message);
}

static void
run_action (CorDeskRequest      *request,
            CorDeskConversation *conversation,
            const char          *name,
            JsonArray           *params)
{
  JsonNode        *first = params && json_array_get_length (params) ? json_array_get_element (params, 0) : NULL;
  JsonObject      *holder = cor_desk_json_new ("none:n", NULL);
  g_autofree char *text = NULL;
  int              priority = COR_DESK_NO_PRIORITY;
  CorDeskStatus    status = COR_DESK_OPEN;

  if (first != NULL)
    json_object_set_member (holder, "value", json_node_copy (first));
  text = cor_desk_json_dup_scalar (holder, "value");
  if (g_strcmp0 (name, "send_message") == 0 || g_strcmp0 (name, "add_private_note") == 0)
    say (request, conversation, text, *name == 'a');
  else if (g_strcmp0 (name, "add_label") == 0)
    edit_labels (request, conversation, params, NULL);
  else if (g_strcmp0 (name, "remove_label") == 0)
    edit_labels (request, conversation, NULL, params);
  else if (g_strcmp0 (name, "assign_team") == 0 || g_strcmp0 (name, "remove_assigned_team") == 0)
    cor_desk_change_team (request, conversation, *name == 'a' ? cor_desk_json_int (holder, "value") : 0);
  else if (g_strcmp0 (name, "assign_agent") == 0 && g_strcmp0 (text, "self") == 0)
    cor_desk_change_assignee (request, conversation, request->agent->id);
  else if (g_strcmp0 (name, "assign_agent") == 0 || g_strcmp0 (name, "remove_assigned_agent") == 0)
    cor_desk_change_assignee (request, conversation, *name == 'a' ? cor_desk_json_int (holder, "value") : 0);
  else if (g_strcmp0 (name, "resolve_conversation") == 0)
    cor_desk_change_status (request, conversation, COR_DESK_RESOLVED, 0);
  else if (g_strcmp0 (name, "snooze_conversation") == 0)
    cor_desk_change_status (request, conversation, COR_DESK_SNOOZED, 0);
  else if (g_strcmp0 (name, "change_status") == 0 && cor_desk_status_parse (text, &status))
    cor_desk_change_status (request, conversation, status, 0);
  else if (g_strcmp0 (name, "change_priority") == 0 && cor_desk_priority_parse (text, &priority))
    cor_desk_change_priority (request, conversation, priority);
  json_object_unref (holder);
}

/**
 * cor_desk_bulk_run_macro:
 * @request: a call
 * @actions: what the macro does
 * @conversation_ids: (nullable): display ids; those the caller does not see are skipped
 */
void
cor_desk_bulk_run_macro (CorDeskRequest *request,
                         JsonArray      *actions,
                         JsonArray      *conversation_ids)
{
  for (guint i = 0; conversation_ids != NULL && i < json_array_get_length (conversation_ids); i++)
    {
      g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (request->desk, json_array_get_int_element (conversation_ids, i));

      if (conversation == NULL || !cor_desk_request_sees_inbox (request, conversation->inbox_id))
        continue;
      request->conversation_id = conversation->id;
      for (guint a = 0; a < json_array_get_length (actions); a++)
        {
          JsonNode   *node = json_array_get_element (actions, a);
          JsonObject *action = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

          run_action (request, conversation, cor_desk_json_string (action, "action_name"), cor_desk_json_array (action, "action_params"));
        }
    }
}

const CorDeskRoute cor_desk_bulk_routes[] = {
  { "POST", "{A}/bulk_actions", post_bulk_actions, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
