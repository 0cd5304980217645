/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-conversations"

#include "config.h"

#include "cor-desk-clause.h"
#include "cor-desk-effects.h"
#include "cor-desk-events.h"
#include "cor-desk-filter.h"
#include "cor-desk-messages.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define PAGE_SIZE 25
/* a bot does not count as somebody */
#define NOBODY "(c.assignee_id IS NULL OR c.assignee_id IN (SELECT id FROM agents WHERE is_bot))"

static const struct
{
  const char *name;
  const char *order;
} sorts[] = {
  { "last_activity_at_desc", " ORDER BY c.last_activity_at DESC" },
  { "last_activity_at_asc", " ORDER BY c.last_activity_at ASC" },
  { "created_at_desc", " ORDER BY c.created_at DESC" },
  { "created_at_asc", " ORDER BY c.created_at ASC" },
  { "priority_desc", " ORDER BY c.priority DESC NULLS LAST, c.last_activity_at DESC" },
  { "priority_asc", " ORDER BY c.priority ASC NULLS LAST, c.last_activity_at DESC" },
  { "waiting_since_asc", " ORDER BY c.waiting_since ASC NULLS LAST, c.created_at ASC" },
  { "waiting_since_desc", " ORDER BY c.waiting_since DESC NULLS LAST, c.created_at ASC" },
  { "priority_desc_created_at_asc", " ORDER BY c.priority DESC NULLS LAST, c.created_at ASC" },
  { "unread", " ORDER BY EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND m.message_type = 0 AND m.created_at > c.agent_last_seen_at) DESC, c.last_activity_at DESC" },
};

static void
add_visibility (CorDeskRequest *request,
                CorDeskClause  *clause)
{
  if (!request->agent->is_admin)
    /* the plus keeps SQLite from walking inbox by inbox, which loses the order of the list */
    cor_desk_clause_add (clause, " AND +c.inbox_id IN (SELECT inbox_id FROM inbox_members WHERE agent_id = ?)", "i", request->agent->id);
}

/* FALSE: the answer is set */
static gboolean
add_status (CorDeskRequest *request,
            CorDeskClause  *clause)
{
  const char   *name = cor_desk_request_query (request, "status");
  CorDeskStatus status = COR_DESK_OPEN;

  if (name != NULL && strcmp (name, "all") == 0)
    return TRUE;
  if (name != NULL && *name != '\0' && !cor_desk_status_parse (name, &status))
    {
      cor_desk_fail_html (request, 500);
      return FALSE;
    }
  cor_desk_clause_add (clause, " AND c.status = ?", "i", (gint64) status);
  return TRUE;
}

static void
add_type (CorDeskRequest *request,
          CorDeskClause  *clause)
{
  const char *type = cor_desk_request_query (request, "conversation_type");

  if (g_strcmp0 (type, "mention") == 0)
    cor_desk_clause_add (clause, " AND c.id IN (SELECT conversation_id FROM mentions WHERE agent_id = ?)", "i", request->agent->id);
  else if (g_strcmp0 (type, "participating") == 0)
    cor_desk_clause_add (clause, " AND c.id IN (SELECT conversation_id FROM participants WHERE agent_id = ?)", "i", request->agent->id);
  else if (g_strcmp0 (type, "unattended") == 0)
    cor_desk_clause_add (clause, " AND (c.first_reply_created_at IS NULL OR c.waiting_since IS NOT NULL)", "");
}

/* FALSE: the answer is set */
static gboolean
add_places (CorDeskRequest *request,
            CorDeskClause  *clause)
{
  const char *inbox = cor_desk_request_query (request, "inbox_id");
  const char *team = cor_desk_request_query (request, "team_id");
  const char *source = cor_desk_request_query (request, "source_id");
  g_autoptr (GPtrArray) labels = cor_desk_request_query_list (request, "labels[]");

  if (inbox != NULL && *inbox != '\0')
    cor_desk_clause_add (clause, " AND c.inbox_id = ?", "i", g_ascii_strtoll (inbox, NULL, 10));
  if (team != NULL && *team != '\0')
    {
      gint64 id = g_ascii_strtoll (team, NULL, 10);

      if (cor_desk_db_int (request->desk->db, "SELECT id FROM teams WHERE id = ?", "i", id) == 0)
        {
          cor_desk_not_found (request);
          return FALSE;
        }
      cor_desk_clause_add (clause, " AND c.team_id = ?", "i", id);
    }
  if (source != NULL && *source != '\0')
    cor_desk_clause_add (clause, " AND c.contact_inbox_id IN (SELECT id FROM contact_inboxes WHERE source_id = ?)", "s", source);
  if (labels->len > 0)
    cor_desk_clause_add_list (clause, " AND c.id IN (SELECT conversation_id FROM conversation_labels WHERE title IN (", labels, "))");
  return TRUE;
}

/* The conditions of every list parameter but assignee_type and the page; %NULL: the answer is set */
static CorDeskClause *
make_conditions (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_new (" WHERE 1");
  const char      *q = cor_desk_request_query (request, "q");
  const char      *within = cor_desk_request_query (request, "updated_within");
  g_autofree char *needle = NULL;

  add_visibility (request, clause);
  if (!add_places (request, clause))
    return NULL;
  if (q != NULL && *q != '\0')
    {
      needle = g_utf8_casefold (q, -1);
      cor_desk_clause_add (clause, " AND c.id IN (SELECT conversation_id FROM messages WHERE message_type IN (0, 1) AND contains_fold (content, ?))", "s", needle);
    }
  else if (!add_status (request, clause))
    return NULL;
  add_type (request, clause);
  if (within != NULL && *within != '\0')
    cor_desk_clause_add (clause, " AND c.updated_at > ?", "i", request->now_us - g_ascii_strtoll (within, NULL, 10) * G_USEC_PER_SEC);
  return g_steal_pointer (&clause);
}

static JsonObject *
make_counts (CorDeskRequest *request,
             CorDeskClause  *conditions)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_new ("SELECT count (*), sum (c.assignee_id = ?), sum (" NOBODY ") FROM conversations c");
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64 all = 0;
  gint64 mine = 0;
  gint64 unassigned = 0;

  g_ptr_array_add (clause->values, g_variant_ref_sink (g_variant_new_int64 (request->agent->id)));
  g_string_append (clause->sql, conditions->sql->str);
  for (guint i = 0; i < conditions->values->len; i++)
    g_ptr_array_add (clause->values, g_variant_ref (g_ptr_array_index (conditions->values, i)));
  cor_desk_clause_select (clause, request->desk->db, &rows);
  if (cor_desk_rows_next (&rows))
    {
      all = cor_desk_rows_int (&rows, 0);
      mine = cor_desk_rows_int (&rows, 1);
      unassigned = cor_desk_rows_int (&rows, 2);
    }
  return cor_desk_json_new ("mine_count:i", mine, "assigned_count:i", all - unassigned, "unassigned_count:i", unassigned, "all_count:i", all, NULL);
}

static const char *
find_order (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (strcmp (sorts[i].name, name) == 0)
      return sorts[i].order;
  return sorts[0].order;
}

static JsonArray *
make_rows (CorDeskRequest *request,
           CorDeskClause  *clause)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows))
    {
      g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_read (&rows);

      json_array_add_object_element (array, cor_desk_shape_conversation (request->desk, conversation, request->agent->id));
    }
  return array;
}

static void
get_list (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = make_conditions (request);
  g_autoptr (CorDeskClause) clause = NULL;
  const char *assignee = cor_desk_request_query (request, "assignee_type");
  JsonObject *counts;

  if (conditions == NULL)
    return;
  counts = make_counts (request, conditions);
  clause = cor_desk_clause_copy (conditions, COR_DESK_CONVERSATION_SELECT);
  if (g_strcmp0 (assignee, "me") == 0)
    cor_desk_clause_add (clause, " AND c.assignee_id = ?", "i", request->agent->id);
  else if (g_strcmp0 (assignee, "unassigned") == 0)
    cor_desk_clause_add (clause, " AND " NOBODY, "");
  else if (g_strcmp0 (assignee, "assigned") == 0)
    cor_desk_clause_add (clause, " AND NOT " NOBODY, "");
  cor_desk_clause_add (clause, find_order (cor_desk_request_query (request, "sort_by")), "");
  /* the undocumented fast path has no pages (chatwoot.md §3) */
  if (cor_desk_request_query (request, "updated_within") == NULL)
    cor_desk_clause_add (clause, " LIMIT ? OFFSET ?", "ii", (gint64) PAGE_SIZE, (gint64) PAGE_SIZE * (cor_desk_request_page (request) - 1));
  cor_desk_answer_object (request, cor_desk_json_new ("data:o", cor_desk_json_new ("meta:o", counts, "payload:a", make_rows (request, clause), NULL), NULL));
}

static void
get_meta (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = make_conditions (request);

  if (conditions != NULL)
    cor_desk_answer_object (request, cor_desk_json_new ("meta:o", make_counts (request, conditions), NULL));
}

static void
get_unread_counts (CorDeskRequest *request)
{
  cor_desk_fail (request, 403, "Feature not enabled");
}

static void
post_filter (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = cor_desk_clause_new (" WHERE 1");
  g_autoptr (CorDeskClause) clause = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *counts;

  add_visibility (request, conditions);
  if (!cor_desk_filter_add (conditions, COR_DESK_FILTER_CONVERSATIONS, request, &error))
    {
      cor_desk_fail (request, 422, error->message);
      return;
    }
  counts = make_counts (request, conditions);
  json_object_remove_member (counts, "assigned_count");
  clause = cor_desk_clause_copy (conditions, COR_DESK_CONVERSATION_SELECT);
  cor_desk_clause_add (clause, " ORDER BY c.last_activity_at DESC LIMIT ? OFFSET ?", "ii", (gint64) PAGE_SIZE, (gint64) PAGE_SIZE * (cor_desk_request_page (request) - 1));
  cor_desk_answer_object (request, cor_desk_json_new ("meta:o", counts, "payload:a", make_rows (request, clause), NULL));
}

static void
get_conversation (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation != NULL)
    cor_desk_answer_object (request, cor_desk_shape_conversation (request->desk, conversation, request->agent->id));
}

static void
patch_conversation (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);
  int priority = COR_DESK_NO_PRIORITY;

  if (conversation == NULL)
    return;
  if (cor_desk_json_has (request->body, "priority"))
    {
      if (!cor_desk_priority_parse (cor_desk_json_string (request->body, "priority"), &priority))
        {
          cor_desk_fail_html (request, 500);
          return;
        }
      cor_desk_change_priority (request, conversation, priority);
    }
  cor_desk_answer_object (request, cor_desk_shape_conversation (request->desk, conversation, request->agent->id));
}

static void
delete_conversation (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_request_conversation (request);

  if (conversation != NULL)
    cor_desk_remove_conversation (request, conversation->id);
}

static void
set_objects (CorDeskRequest *request,
             gint64          id)
{
  static const char *const members[] = { "custom_attributes", "additional_attributes" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonObject      *object = cor_desk_json_object (request->body, members[i]);
      g_autofree char *text = object ? cor_desk_json_object_text (object) : NULL;

      if (text != NULL && i == 0)
        cor_desk_db_run (request->desk->db, "UPDATE conversations SET custom = ? WHERE id = ?", "si", text, id);
      else if (text != NULL)
        cor_desk_db_run (request->desk->db, "UPDATE conversations SET additional = ? WHERE id = ?", "si", text, id);
    }
  cor_desk_db_run (request->desk->db, "UPDATE conversations SET assignee_id = (SELECT id FROM agents WHERE id = ?), team_id = (SELECT id FROM teams WHERE id = ?), snoozed_until = ? WHERE id = ?",
                   "iizi", cor_desk_json_int (request->body, "assignee_id"), cor_desk_json_int (request->body, "team_id"), cor_desk_json_int (request->body, "snoozed_until"), id);
}

/* Where a new conversation goes; 0: the answer is set */
static gint64
find_place (CorDeskRequest *request)
{
  gint64           inbox_id = cor_desk_json_int (request->body, "inbox_id");
  gint64           contact_id = cor_desk_json_int (request->body, "contact_id");
  g_autofree char *source_id = cor_desk_json_dup_scalar (request->body, "source_id");

  if (contact_id == 0 && source_id != NULL)
    contact_id = cor_desk_db_int (request->desk->db, "SELECT contact_id FROM contact_inboxes WHERE inbox_id = ? AND source_id = ?", "is", inbox_id, source_id);
  if (cor_desk_db_int (request->desk->db, "SELECT id FROM inboxes WHERE id = ?", "i", inbox_id) == 0 ||
      cor_desk_db_int (request->desk->db, "SELECT id FROM contacts WHERE id = ?", "i", contact_id) == 0)
    {
      cor_desk_not_found (request);
      return 0;
    }
  if (!cor_desk_request_sees_inbox (request, inbox_id))
    {
      cor_desk_refuse (request);
      return 0;
    }
  request->contact_id = contact_id;
  return cor_desk_find_contact_inbox (request, contact_id, inbox_id, source_id);
}

static void
post_conversation (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = NULL;
  const char   *name = cor_desk_json_string (request->body, "status");
  CorDeskStatus status = COR_DESK_OPEN;
  gint64        place = find_place (request);
  gint64        id;

  if (place == 0)
    return;
  if (name != NULL && !cor_desk_status_parse (name, &status))
    {
      cor_desk_fail_html (request, 500);
      return;
    }
  id = cor_desk_add_conversation (request, place, status);
  set_objects (request, id);
  conversation = cor_desk_conversation_load (request->desk, id);
  if (cor_desk_json_object (request->body, "message") != NULL && cor_desk_create_message (request, conversation, cor_desk_json_object (request->body, "message")) == 0)
    return;
  cor_desk_answer_object (request, cor_desk_shape_conversation (request->desk, conversation, request->agent->id));
}

const CorDeskRoute cor_desk_conversations_routes[] = {
  { "GET", "{A}/conversations", get_list, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations", post_conversation, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/conversations/meta", get_meta, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/conversations/unread_counts", get_unread_counts, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/conversations/filter", post_filter, COR_DESK_ROUTE_READ },
  { "GET", "{A}/conversations/:id", get_conversation, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/conversations/:id", patch_conversation, COR_DESK_ROUTE_NONE },
  { "PUT", "{A}/conversations/:id", patch_conversation, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/conversations/:id", delete_conversation, COR_DESK_ROUTE_ADMIN },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
