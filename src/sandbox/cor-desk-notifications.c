/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-notifications"

#include "config.h"

#include "cor-desk-clause.h"
#include "cor-desk-events.h"
#include "cor-desk-notifications.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define PAGE_SIZE 15

static char *
make_title (const char *kind,
            gint64      conversation_id)
{
  static const struct
  {
    const char *kind;
    const char *format;
  } titles[] = {
    { "conversation_creation", "A conversation (#%" G_GINT64_FORMAT ") has been created" },
    { "conversation_assignment", "A conversation (#%" G_GINT64_FORMAT ") has been assigned to you" },
    { "assigned_conversation_new_message", "A new message is created in conversation (#%" G_GINT64_FORMAT ")" },
    { "participating_conversation_new_message", "A new message is created in conversation (#%" G_GINT64_FORMAT ")" },
    { "conversation_mention", "You have been mentioned in conversation (#%" G_GINT64_FORMAT ")" },
  };
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, conversation_id);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].kind, kind) == 0)
      {
        g_auto (GStrv) parts = g_strsplit (titles[i].format, "%" G_GINT64_FORMAT, 2);

        return g_strconcat (parts[0], number, parts[1], NULL);
      }
  return g_strdup (number);
}

#define NOTIFICATION_SELECT "SELECT n.id, n.kind, n.conversation_id, n.message_id, n.read_at, n.snoozed_until, n.created_at, n.last_activity_at, n.agent_id FROM notifications n "

static JsonObject *
make_notification (CorDesk     *desk,
                   CorDeskRows *rows)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (desk, cor_desk_rows_int (rows, 2));
  g_autoptr (CorDeskMessage) message = cor_desk_message_load (desk, cor_desk_rows_int (rows, 3));
  g_autofree char *title = make_title (cor_desk_rows_text (rows, 1), cor_desk_rows_int (rows, 2));

  return cor_desk_json_new ("id:i", cor_desk_rows_int (rows, 0), "notification_type:s", cor_desk_rows_text (rows, 1), "primary_actor_type:s", "Conversation",
                            "primary_actor_id:i", cor_desk_rows_int (rows, 2) + COR_DESK_DATABASE_ID_OFFSET,
                            "primary_actor:o", conversation ? cor_desk_shape_conversation_push (desk, conversation) : NULL,
                            "secondary_actor:o", message ? cor_desk_shape_message_push (desk, message) : NULL,
                            "user:o", cor_desk_shape_agent_push (desk, cor_desk_rows_int (rows, 8)), "read_at:t", cor_desk_rows_int (rows, 4),
                            "snoozed_until:t", cor_desk_rows_int (rows, 5), "created_at:i", cor_desk_rows_int (rows, 6), "last_activity_at:i", cor_desk_rows_int (rows, 7),
                            "account_id:d", COR_DESK_ACCOUNT_ID, "push_message_title:s", title, "push_message_body:e", message ? message->content : NULL, "meta:j", NULL, NULL);
}

static gint64
count_unread (CorDesk *desk,
              gint64   agent_id)
{
  return cor_desk_db_int (desk->db, "SELECT count (*) FROM notifications WHERE agent_id = ? AND read_at IS NULL AND snoozed_until IS NULL", "i", agent_id);
}

/**
 * cor_desk_notification_event:
 * @request: the call that causes it
 * @event: a literal
 * @agent_id: whose it is
 * @notification_id: which; still there
 */
void
cor_desk_notification_event (CorDeskRequest *request,
                             const char     *event,
                             gint64          agent_id,
                             gint64          notification_id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  CorDesk *desk = request->desk;

  cor_desk_db_select (desk->db, &rows, NOTIFICATION_SELECT "WHERE n.id = ?", "i", notification_id);
  if (cor_desk_rows_next (&rows))
    cor_desk_event_other (request, event, 0, agent_id, 0,
                          cor_desk_json_new ("notification:o", make_notification (desk, &rows), "unread_count:i", count_unread (desk, agent_id),
                                             "count:i", cor_desk_db_int (desk->db, "SELECT count (*) FROM notifications WHERE agent_id = ?", "i", agent_id), NULL));
}

static gboolean
includes (CorDeskRequest *request,
          const char     *what)
{
  g_autoptr (GPtrArray) list = cor_desk_request_query_list (request, "includes[]");

  return g_ptr_array_find_with_equal_func (list, what, g_str_equal, NULL);
}

static void
get_notifications (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = cor_desk_clause_new ("WHERE 1");
  g_autoptr (CorDeskClause) clause = NULL;
  g_autoptr (CorDeskClause) counting = NULL;
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray  *array = json_array_new ();
  JsonObject *meta;
  gint64      count;

  cor_desk_clause_add (conditions, " AND n.agent_id = ?", "i", request->agent->id);
  if (!includes (request, "read"))
    cor_desk_clause_add (conditions, " AND n.read_at IS NULL", "");
  if (!includes (request, "snoozed"))
    cor_desk_clause_add (conditions, " AND n.snoozed_until IS NULL", "");
  clause = cor_desk_clause_copy (conditions, NOTIFICATION_SELECT);
  cor_desk_clause_add (clause, g_strcmp0 (cor_desk_request_query (request, "sort_order"), "asc") == 0 ? " ORDER BY n.last_activity_at, n.id" : " ORDER BY n.last_activity_at DESC, n.id DESC", "");
  cor_desk_clause_add (clause, " LIMIT ? OFFSET ?", "ii", (gint64) PAGE_SIZE, (gint64) PAGE_SIZE * (cor_desk_request_page (request) - 1));
  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_notification (request->desk, &rows));
  counting = cor_desk_clause_copy (conditions, "SELECT count (*) FROM notifications n ");
  cor_desk_clause_select (counting, request->desk->db, &rows);
  count = cor_desk_rows_next (&rows) ? cor_desk_rows_int (&rows, 0) : 0;
  meta = cor_desk_json_new ("unread_count:i", count_unread (request->desk, request->agent->id), "count:i", count, "current_page:d", cor_desk_request_page (request), NULL);
  cor_desk_answer_object (request, cor_desk_json_new ("data:o", cor_desk_json_new ("meta:o", meta, "payload:a", array, NULL), NULL));
}

static void
get_unread_count (CorDeskRequest *request)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count_unread (request->desk, request->agent->id));

  cor_desk_answer_text (request, 200, "application/json; charset=utf-8", text);
}

/* 0: the answer is set */
static gint64
find_own (CorDeskRequest *request)
{
  gint64 id = cor_desk_db_int (request->desk->db, "SELECT id FROM notifications WHERE id = ? AND agent_id = ?", "ii", cor_desk_request_id (request, "id"), request->agent->id);

  if (id == 0)
    cor_desk_not_found (request);
  return id;
}

static void
answer_changed (CorDeskRequest *request,
                gint64          id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_notification_event (request, "notification.updated", request->agent->id, id);
  cor_desk_db_select (request->desk->db, &rows, NOTIFICATION_SELECT "WHERE n.id = ?", "i", id);
  if (cor_desk_rows_next (&rows))
    cor_desk_answer_object (request, make_notification (request->desk, &rows));
}

static void
patch_read (CorDeskRequest *request)
{
  gint64 id = find_own (request);

  if (id == 0)
    return;
  cor_desk_db_run (request->desk->db, "UPDATE notifications SET read_at = ? WHERE id = ?", "ii", request->now, id);
  answer_changed (request, id);
}

static void
post_unread (CorDeskRequest *request)
{
  gint64 id = find_own (request);

  if (id == 0)
    return;
  cor_desk_db_run (request->desk->db, "UPDATE notifications SET read_at = NULL WHERE id = ?", "i", id);
  answer_changed (request, id);
}

static void
post_snooze (CorDeskRequest *request)
{
  gint64 id = find_own (request);

  if (id == 0)
    return;
  cor_desk_db_run (request->desk->db, "UPDATE notifications SET snoozed_until = ? WHERE id = ?", "zi", cor_desk_json_int (request->body, "snoozed_until"), id);
  answer_changed (request, id);
}

static void
delete_notification (CorDeskRequest *request)
{
  gint64 id = find_own (request);

  if (id == 0)
    return;
  cor_desk_db_run (request->desk->db, "DELETE FROM notifications WHERE id = ?", "i", id);
  cor_desk_event_other (request, "notification.deleted", 0, request->agent->id, 0,
                        cor_desk_json_new ("notification:o", cor_desk_json_new ("id:i", id, NULL), "unread_count:i", count_unread (request->desk, request->agent->id),
                                           "count:i", cor_desk_db_int (request->desk->db, "SELECT count (*) FROM notifications WHERE agent_id = ?", "i", request->agent->id), NULL));
}

static void
post_read_all (CorDeskRequest *request)
{
  gint64 actor = cor_desk_json_int (request->body, "primary_actor_id");

  cor_desk_db_run (request->desk->db, "UPDATE notifications SET read_at = ?1 WHERE agent_id = ?2 AND read_at IS NULL AND (?3 IS NULL OR conversation_id = ?3)", "iiz", request->now,
                   request->agent->id, actor ? actor - COR_DESK_DATABASE_ID_OFFSET : 0);
}

static void
post_destroy_all (CorDeskRequest *request)
{
  gboolean is_read_only = g_strcmp0 (cor_desk_json_string (request->body, "type"), "read") == 0;

  cor_desk_db_run (request->desk->db, "DELETE FROM notifications WHERE agent_id = ? AND (? = 0 OR read_at IS NOT NULL)", "id", request->agent->id, is_read_only ? 1 : 0);
}

static void
answer_settings (CorDeskRequest *request)
{
  g_autofree char *text = cor_desk_db_dup_text (request->desk->db, "SELECT notification_settings FROM agents WHERE id = ?", "i", request->agent->id);
  JsonObject      *chosen = cor_desk_json_parse_object (text);
  JsonArray       *email = cor_desk_json_array (chosen, "selected_email_flags");
  JsonArray       *push = cor_desk_json_array (chosen, "selected_push_flags");

  cor_desk_answer_object (request,
                          cor_desk_json_new ("id:i", request->agent->id, "user_id:i", request->agent->id, "account_id:d", COR_DESK_ACCOUNT_ID,
                                             "all_email_flags:a", cor_desk_json_parse_array ("[\"email_conversation_creation\",\"email_conversation_assignment\",\"email_conversation_mention\"]"),
                                             "selected_email_flags:a", email ? json_array_ref (email) : json_array_new (),
                                             "all_push_flags:a", cor_desk_json_parse_array ("[\"push_conversation_creation\",\"push_conversation_assignment\",\"push_conversation_mention\"]"),
                                             "selected_push_flags:a", push ? json_array_ref (push) : json_array_new (), NULL));
  json_object_unref (chosen);
}

static void
patch_settings (CorDeskRequest *request)
{
  JsonObject      *settings = cor_desk_json_object (request->body, "notification_settings");
  g_autofree char *text = settings ? cor_desk_json_object_text (settings) : NULL;

  cor_desk_db_run (request->desk->db, "UPDATE agents SET notification_settings = ? WHERE id = ?", "si", text, request->agent->id);
  answer_settings (request);
}

const CorDeskRoute cor_desk_notifications_routes[] = {
  { "GET", "{A}/notifications", get_notifications, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/notifications/unread_count", get_unread_count, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/notifications/read_all", post_read_all, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/notifications/destroy_all", post_destroy_all, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/notifications/:id", patch_read, COR_DESK_ROUTE_NONE },
  { "PUT", "{A}/notifications/:id", patch_read, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/notifications/:id", delete_notification, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/notifications/:id/unread", post_unread, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/notifications/:id/snooze", post_snooze, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/notification_settings", answer_settings, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/notification_settings", patch_settings, COR_DESK_ROUTE_NONE },
  { "PUT", "{A}/notification_settings", patch_settings, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
