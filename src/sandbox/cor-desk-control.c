/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-control"

#include "config.h"

#include "cor-desk-cable.h"
#include "cor-desk-dispatch.h"
#include "cor-desk-effects.h"
#include "cor-desk-events.h"
#include "cor-desk-faults.h"
#include "cor-desk-messages.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define JOURNAL_PAGE 1000

/* What only the sandbox has: the customer's side, colleagues, faults and what happened. For tests;
 * whoever reaches the loopback port may use it. */

static GPtrArray *
read_attachments (CorDeskRequest *request)
{
  JsonArray *array = cor_desk_json_array (request->body, "attachments");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode      *node = json_array_get_element (array, i);
      JsonObject    *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char    *name = cor_desk_json_string (object, "file_name");
      const char    *type = cor_desk_json_string (object, "content_type");
      const char    *content = cor_desk_json_string (object, "content_base64");
      CorDeskUpload *upload = g_new0 (CorDeskUpload, 1);
      gsize          size = 0;
      guchar        *bytes = g_base64_decode (content ? content : "", &size);

      upload->name = g_strdup ("attachments[]");
      upload->file_name = g_path_get_basename (name ? name : "file");
      upload->content_type = g_strdup (type ? type : "application/octet-stream");
      upload->content = g_bytes_new_take (bytes, size);
      g_ptr_array_add (request->uploads, upload);
    }
  return request->uploads;
}

/* 0: the answer is set */
static gint64
find_conversation (CorDeskRequest *request)
{
  gint64 id = cor_desk_json_int (request->body, "conversation_id");
  gint64 contact_id = cor_desk_json_int (request->body, "contact_id");
  gint64 inbox_id = cor_desk_json_int (request->body, "inbox_id");

  if (id != 0)
    return cor_desk_db_int (request->desk->db, "SELECT id FROM conversations WHERE id = ?", "i", id);
  if (cor_desk_db_int (request->desk->db, "SELECT count (*) FROM contacts c, inboxes i WHERE c.id = ? AND i.id = ?", "ii", contact_id, inbox_id) == 0)
    return 0;
  return cor_desk_add_conversation (request, cor_desk_find_contact_inbox (request, contact_id, inbox_id, NULL), COR_DESK_OPEN);
}

static void
post_inbound (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (request->desk, find_conversation (request));
  g_autofree char  *attributes = NULL;
  CorDeskNewMessage message = { .type = COR_DESK_INCOMING, .sender_type = "Contact" };

  if (conversation == NULL)
    {
      cor_desk_not_found (request);
      return;
    }
  if (cor_desk_json_object (request->body, "content_attributes") != NULL)
    attributes = cor_desk_json_object_text (cor_desk_json_object (request->body, "content_attributes"));
  message.content = cor_desk_json_string (request->body, "content");
  message.content_type = cor_desk_json_string (request->body, "content_type");
  message.source_id = cor_desk_json_string (request->body, "source_id");
  message.content_attributes = attributes;
  message.sender_id = conversation->contact_id;
  message.uploads = read_attachments (request);
  request->conversation_id = conversation->id;
  request->content = g_strdup (message.content);
  request->is_private = 0;
  request->message_id = cor_desk_add_message (request, conversation, &message);
  cor_desk_answer_object (request, cor_desk_json_new ("conversation_id:i", conversation->id, "message_id:i", request->message_id, NULL));
}

static void
act (CorDeskRequest      *request,
     CorDeskConversation *conversation)
{
  JsonObject   *body = request->body;
  JsonObject   *params = cor_desk_json_object (body, "message");
  CorDeskStatus status = COR_DESK_OPEN;
  int           priority = COR_DESK_NO_PRIORITY;

  if (cor_desk_json_string (body, "reply") != NULL || cor_desk_json_string (body, "note") != NULL)
    {
      params = cor_desk_json_new ("content:s", cor_desk_json_string (body, cor_desk_json_string (body, "reply") ? "reply" : "note"),
                                  "private:b", cor_desk_json_string (body, "reply") == NULL, NULL);
      cor_desk_create_message (request, conversation, params);
      json_object_unref (params);
    }
  else if (params != NULL)
    cor_desk_create_message (request, conversation, params);
  if (request->status >= 400)
    return;
  if (cor_desk_json_bool (body, "resolve"))
    cor_desk_change_status (request, conversation, COR_DESK_RESOLVED, 0);
  if (cor_desk_status_parse (cor_desk_json_string (body, "status"), &status))
    cor_desk_change_status (request, conversation, status, cor_desk_json_int (body, "snoozed_until"));
  if (cor_desk_json_has (body, "assign"))
    cor_desk_change_assignee (request, conversation, cor_desk_db_int (request->desk->db, "SELECT id FROM agents WHERE id = ?", "i", cor_desk_json_int (body, "assign")));
  if (cor_desk_json_has (body, "team"))
    cor_desk_change_team (request, conversation, cor_desk_db_int (request->desk->db, "SELECT id FROM teams WHERE id = ?", "i", cor_desk_json_int (body, "team")));
  if (cor_desk_json_has (body, "priority") && cor_desk_priority_parse (cor_desk_json_string (body, "priority"), &priority))
    cor_desk_change_priority (request, conversation, priority);
  if (cor_desk_json_has (body, "typing"))
    cor_desk_tell_typing (request, conversation, cor_desk_json_bool (body, "typing"));
}

static void
post_act (CorDeskRequest *request)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (request->desk, cor_desk_json_int (request->body, "conversation_id"));

  request->agent = cor_desk_agent_by_id (request->desk, cor_desk_json_int (request->body, "agent_id"));
  if (conversation == NULL || request->agent == NULL)
    {
      cor_desk_not_found (request);
      return;
    }
  request->conversation_id = conversation->id;
  act (request, conversation);
  if (request->status < 400)
    cor_desk_answer_object (request, cor_desk_json_new ("conversation_id:i", conversation->id, "message_id:z", request->message_id, NULL));
}

static void
post_membership (CorDeskRequest *request)
{
  gint64   agent_id = cor_desk_json_int (request->body, "agent_id");
  gint64   inbox_id = cor_desk_json_int (request->body, "inbox_id");
  gboolean is_member = !cor_desk_json_has (request->body, "member") || cor_desk_json_bool (request->body, "member");

  if (is_member)
    cor_desk_db_run (request->desk->db, "INSERT OR IGNORE INTO inbox_members (inbox_id, agent_id) VALUES (?, ?)", "ii", inbox_id, agent_id);
  else
    cor_desk_db_run (request->desk->db, "DELETE FROM inbox_members WHERE inbox_id = ? AND agent_id = ?", "ii", inbox_id, agent_id);
  cor_desk_event_cache (request, "inbox");
  cor_desk_answer_object (request, cor_desk_json_new ("member:b", is_member, NULL));
}

/* The agent has a second account, which her profile lists and nothing here serves. */
static void
post_other_account (CorDeskRequest *request)
{
  const char *name = cor_desk_json_string (request->body, "name");

  cor_desk_db_run (request->desk->db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('other-account', ?)", "s", name ? name : "Another account");
  cor_desk_answer_object (request, cor_desk_json_new ("name:s", name, NULL));
}

static void
delete_conversation (CorDeskRequest *request)
{
  gint64 id = cor_desk_request_id (request, "id");

  if (cor_desk_db_int (request->desk->db, "SELECT id FROM conversations WHERE id = ?", "i", id) == 0)
    {
      cor_desk_not_found (request);
      return;
    }
  request->conversation_id = id;
  cor_desk_remove_conversation (request, id);
}

static JsonObject *
make_entry (CorDeskRows *rows)
{
  JsonObject *entry = cor_desk_json_new ("seq:i", cor_desk_rows_int (rows, 0), "at:i", cor_desk_rows_int (rows, 1), "method:s", cor_desk_rows_text (rows, 2),
                                         "path:s", cor_desk_rows_text (rows, 3), "agent_id:z", cor_desk_rows_int (rows, 4), "conversation_id:z", cor_desk_rows_int (rows, 5),
                                         "contact_id:z", cor_desk_rows_int (rows, 6), "message_id:z", cor_desk_rows_int (rows, 7), "client_message_id:s", cor_desk_rows_text (rows, 8),
                                         "echo_id:s", cor_desk_rows_text (rows, 9), "content:s", cor_desk_rows_text (rows, 10), NULL);

  if (cor_desk_rows_is_null (rows, 11))
    cor_desk_json_set (entry, "private:n", NULL);
  else
    cor_desk_json_set (entry, "private:b", cor_desk_rows_int (rows, 11) != 0, NULL);
  return entry;
}

static void
get_journal (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  const char *after = cor_desk_request_query (request, "after");
  const char *limit = cor_desk_request_query (request, "limit");
  JsonArray  *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT seq, at, method, path, agent_id, conversation_id, contact_id, message_id, client_message_id, echo_id, content, private FROM journal WHERE seq > ? ORDER BY seq LIMIT ?",
                      "ii", after ? g_ascii_strtoll (after, NULL, 10) : 0, limit ? g_ascii_strtoll (limit, NULL, 10) : (gint64) JOURNAL_PAGE);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_entry (&rows));
  cor_desk_answer_object (request, cor_desk_json_new ("entries:a", array, NULL));
}

static void
get_stats (CorDeskRequest *request)
{
  JsonObject    *calls = json_object_new ();
  GHashTableIter iter;
  gpointer       pattern;
  gpointer       stat;
  CorDeskDb     *db = request->desk->db;

  g_hash_table_iter_init (&iter, request->desk->stats);
  while (g_hash_table_iter_next (&iter, &pattern, &stat))
    json_object_set_object_member (calls, pattern, cor_desk_json_new ("count:d", (int) ((CorDeskStat *) stat)->count, "with_token:d", (int) ((CorDeskStat *) stat)->with_token, NULL));
  cor_desk_answer_object (request,
                          cor_desk_json_new ("conversations:i", cor_desk_db_int (db, "SELECT count (*) FROM conversations", ""), "messages:i", cor_desk_db_int (db, "SELECT count (*) FROM messages", ""),
                                             "contacts:i", cor_desk_db_int (db, "SELECT count (*) FROM contacts", ""), "journal:i", cor_desk_db_int (db, "SELECT count (*) FROM journal", ""),
                                             "cables:d", (int) cor_desk_cable_count (request->desk->cable), "requests:o", calls, NULL));
}

static void
get_faults (CorDeskRequest *request)
{
  cor_desk_answer_object (request, cor_desk_json_new ("faults:a", cor_desk_faults_list (request->desk->faults), NULL));
}

static void
post_faults (CorDeskRequest *request)
{
  JsonArray *array = cor_desk_json_array (request->body, "_json");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (GError) error = NULL;
      JsonNode          *node = json_array_get_element (array, i);
      CorDeskFaultAction now = { COR_DESK_FAULT_NONE, 0, 0, FALSE };

      if (!JSON_NODE_HOLDS_OBJECT (node) || !cor_desk_faults_add_object (request->desk->faults, json_node_get_object (node), &now, &error))
        {
          cor_desk_fail (request, 422, error ? error->message : "not an object");
          return;
        }
      if (now.kind == COR_DESK_FAULT_CABLE_DROP)
        cor_desk_cable_drop_all (request->desk->cable, now.milliseconds / 1000);
      else if (now.kind == COR_DESK_FAULT_STOP)
        request->interrupt_ms = now.milliseconds;
    }
  get_faults (request);
}

static void
delete_faults (CorDeskRequest *request)
{
  cor_desk_faults_clear (request->desk->faults);
  get_faults (request);
}

#define CONTROL COR_DESK_ROUTE_PUBLIC
#define FLEETING (COR_DESK_ROUTE_PUBLIC | COR_DESK_ROUTE_READ)

const CorDeskRoute cor_desk_control_routes[] = {
  { "POST", "/sandbox/inbound", post_inbound, CONTROL },
  { "POST", "/sandbox/act", post_act, CONTROL },
  { "POST", "/sandbox/membership", post_membership, CONTROL },
  { "POST", "/sandbox/other-account", post_other_account, CONTROL },
  { "DELETE", "/sandbox/conversations/:id", delete_conversation, CONTROL },
  { "GET", "/sandbox/journal", get_journal, CONTROL },
  { "GET", "/sandbox/stats", get_stats, CONTROL },
  { "GET", "/sandbox/faults", get_faults, CONTROL },
  { "POST", "/sandbox/faults", post_faults, FLEETING },
  { "DELETE", "/sandbox/faults", delete_faults, FLEETING },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
