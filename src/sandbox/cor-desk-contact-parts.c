/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-contact-parts"

#include "config.h"

#include "cor-desk-effects.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define CONVERSATIONS 20
#define ATTACHMENTS_PAGE 100

/* 0: the answer is set */
static gint64
find_contact (CorDeskRequest *request)
{
  gint64 id = cor_desk_db_int (request->desk->db, "SELECT id FROM contacts WHERE id = ?", "i", cor_desk_request_id (request, "id"));

  if (id == 0)
    cor_desk_not_found (request);
  request->contact_id = id;
  return id;
}

static void
get_labels (CorDeskRequest *request)
{
  gint64 id = find_contact (request);

  if (id != 0)
    cor_desk_answer_payload (request, cor_desk_shape_labels (request->desk, "contact_labels", id));
}

static void
post_labels (CorDeskRequest *request)
{
  gint64     id = find_contact (request);
  JsonArray *labels = cor_desk_json_array (request->body, "labels");

  if (id == 0)
    return;
  cor_desk_db_run (request->desk->db, "DELETE FROM contact_labels WHERE contact_id = ?", "i", id);
  for (guint i = 0; labels != NULL && i < json_array_get_length (labels); i++)
    if (JSON_NODE_HOLDS_VALUE (json_array_get_element (labels, i)))
      cor_desk_db_run (request->desk->db, "INSERT OR IGNORE INTO contact_labels (contact_id, title) VALUES (?, ?)", "is", id, json_array_get_string_element (labels, i));
  cor_desk_answer_payload (request, cor_desk_shape_labels (request->desk, "contact_labels", id));
}

static JsonObject *
make_note (CorDesk     *desk,
           CorDeskRows *rows)
{
  JsonObject *note = cor_desk_json_new ("id:i", cor_desk_rows_int (rows, 0), "content:s", cor_desk_rows_text (rows, 2), NULL);
  JsonObject *user = cor_desk_shape_agent (desk, cor_desk_rows_int (rows, 1));

  if (user != NULL)
    cor_desk_json_set (note, "user:o", user, NULL);
  cor_desk_json_set (note, "created_at:i", cor_desk_rows_int (rows, 3), "updated_at:i", cor_desk_rows_int (rows, 4), NULL);
  return note;
}

static void
get_notes (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64     id = find_contact (request);
  JsonArray *array;

  if (id == 0)
    return;
  array = json_array_new ();
  cor_desk_db_select (request->desk->db, &rows, "SELECT id, agent_id, content, created_at, updated_at FROM notes WHERE contact_id = ? ORDER BY created_at DESC, id DESC", "i", id);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_note (request->desk, &rows));
  cor_desk_answer_array (request, array);
}

static void
answer_note (CorDeskRequest *request,
             gint64          id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, agent_id, content, created_at, updated_at FROM notes WHERE id = ? AND contact_id = ?", "ii", id, request->contact_id);
  if (cor_desk_rows_next (&rows))
    cor_desk_answer_object (request, make_note (request->desk, &rows));
  else
    cor_desk_not_found (request);
}

static void
get_note (CorDeskRequest *request)
{
  if (find_contact (request) != 0)
    answer_note (request, cor_desk_request_id (request, "note"));
}

static void
post_note (CorDeskRequest *request)
{
  gint64      id = find_contact (request);
  JsonObject *note = cor_desk_json_object (request->body, "note");
  const char *content = cor_desk_json_string (note ? note : request->body, "content");

  if (id == 0)
    return;
  if (content == NULL || *content == '\0')
    {
      cor_desk_fail_validation (request, "Content can't be blank", "content");
      return;
    }
  request->content = g_strdup (content);
  cor_desk_db_run (request->desk->db, "INSERT INTO notes (contact_id, agent_id, content, created_at, updated_at) VALUES (?, ?, ?, ?, ?)", "iisii", id, request->agent->id, content, request->now, request->now);
  answer_note (request, cor_desk_db_last_id (request->desk->db));
}

static void
patch_note (CorDeskRequest *request)
{
  JsonObject *note = cor_desk_json_object (request->body, "note");
  const char *content = cor_desk_json_string (note ? note : request->body, "content");
  gint64      id = cor_desk_request_id (request, "note");

  if (find_contact (request) == 0)
    return;
  cor_desk_db_run (request->desk->db, "UPDATE notes SET content = ifnull (?, content), updated_at = ? WHERE id = ?", "sii", content, request->now, id);
  answer_note (request, id);
}

static void
delete_note (CorDeskRequest *request)
{
  if (find_contact (request) == 0)
    return;
  cor_desk_db_run (request->desk->db, "DELETE FROM notes WHERE id = ? AND contact_id = ?", "ii", cor_desk_request_id (request, "note"), request->contact_id);
  if (cor_desk_db_changes (request->desk->db) == 0)
    cor_desk_not_found (request);
}

static void
get_conversations (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64     id = find_contact (request);
  JsonArray *array;

  if (id == 0)
    return;
  array = json_array_new ();
  cor_desk_db_select (request->desk->db, &rows,
                      COR_DESK_CONVERSATION_SELECT "WHERE c.contact_id = ?1 AND (?2 OR c.inbox_id IN (SELECT inbox_id FROM inbox_members WHERE agent_id = ?3)) ORDER BY c.last_activity_at DESC LIMIT ?4",
                      "idid", id, request->agent->is_admin ? 1 : 0, request->agent->id, CONVERSATIONS);
  while (cor_desk_rows_next (&rows))
    {
      g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_read (&rows);

      json_array_add_object_element (array, cor_desk_shape_conversation (request->desk, conversation, request->agent->id));
    }
  cor_desk_answer_payload (request, array);
}

static void
get_attachments (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64     id = find_contact (request);
  JsonArray *array;
  gint64     total;

  if (id == 0)
    return;
  array = json_array_new ();
#define SEEN                                                                                                     \
  " FROM attachments a JOIN messages m ON m.id = a.message_id JOIN conversations c ON c.id = m.conversation_id " \
  "WHERE c.contact_id = ?1 AND (?2 OR c.inbox_id IN (SELECT inbox_id FROM inbox_members WHERE agent_id = ?3))"
  total = cor_desk_db_int (request->desk->db, "SELECT count (*)" SEEN, "idi", id, request->agent->is_admin ? 1 : 0, request->agent->id);
  cor_desk_db_select (request->desk->db, &rows, "SELECT " COR_DESK_ATTACHMENT_COLUMNS ", c.id, m.created_at" SEEN " ORDER BY a.id DESC LIMIT ?4 OFFSET ?5", "ididd", id,
                      request->agent->is_admin ? 1 : 0, request->agent->id, ATTACHMENTS_PAGE, ATTACHMENTS_PAGE * (cor_desk_request_page (request) - 1));
#undef SEEN
  while (cor_desk_rows_next (&rows))
    {
      JsonObject *attachment = cor_desk_shape_attachment (request->desk, &rows);

      cor_desk_json_set (attachment, "conversation_id:i", cor_desk_rows_int (&rows, 7), "created_at:i", cor_desk_rows_int (&rows, 8), NULL);
      json_array_add_object_element (array, attachment);
    }
  cor_desk_answer_object (request, cor_desk_json_new ("meta:o", cor_desk_json_new ("total_count:i", total, NULL), "payload:a", array, NULL));
}

/* Where a conversation may be started: where the contact is known, and by address where there is one */
static void
get_contactable_inboxes (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64     id = find_contact (request);
  JsonArray *array;

  if (id == 0)
    return;
  array = json_array_new ();
  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT i.id, CASE i.channel_type WHEN 'Channel::Email' THEN c.email WHEN 'Channel::Sms' THEN c.phone_number WHEN 'Channel::Whatsapp' THEN ltrim (c.phone_number, '+') "
                      "WHEN 'Channel::TwilioSms' THEN c.phone_number ELSE ifnull ((SELECT source_id FROM contact_inboxes p WHERE p.contact_id = c.id AND p.inbox_id = i.id), "
                      "CASE i.channel_type WHEN 'Channel::Api' THEN lower (hex (randomblob (16))) END) END AS source "
                      "FROM contacts c, inboxes i WHERE c.id = ?1 AND source IS NOT NULL AND (?2 OR i.id IN (SELECT inbox_id FROM inbox_members WHERE agent_id = ?3)) ORDER BY i.id",
                      "idi", id, request->agent->is_admin ? 1 : 0, request->agent->id);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_json_new ("source_id:s", cor_desk_rows_text (&rows, 1), "inbox:o", cor_desk_shape_inbox (request->desk, cor_desk_rows_int (&rows, 0)), NULL));
  cor_desk_answer_payload (request, array);
}

static void
post_contact_inboxes (CorDeskRequest *request)
{
  gint64           id = find_contact (request);
  gint64           inbox_id = cor_desk_json_int (request->body, "inbox_id");
  g_autofree char *source_id = cor_desk_json_dup_scalar (request->body, "source_id");
  g_autofree char *given = NULL;
  JsonObject      *inbox;

  if (id == 0)
    return;
  inbox = cor_desk_shape_inbox_slim (request->desk, inbox_id);
  if (inbox == NULL)
    {
      cor_desk_not_found (request);
      return;
    }
  given = cor_desk_db_dup_text (request->desk->db, "SELECT source_id FROM contact_inboxes WHERE id = ?", "i", cor_desk_find_contact_inbox (request, id, inbox_id, source_id));
  cor_desk_answer_object (request, cor_desk_json_new ("source_id:s", given, "inbox:o", inbox, NULL));
}

const CorDeskRoute cor_desk_contact_parts_routes[] = {
  { "GET", "{A}/contacts/:id/labels", get_labels, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/contacts/:id/labels", post_labels, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/contacts/:id/notes", get_notes, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/contacts/:id/notes", post_note, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/contacts/:id/notes/:note", get_note, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/contacts/:id/notes/:note", patch_note, COR_DESK_ROUTE_NONE },
  { "PUT", "{A}/contacts/:id/notes/:note", patch_note, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/contacts/:id/notes/:note", delete_note, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/contacts/:id/conversations", get_conversations, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/contacts/:id/attachments", get_attachments, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/contacts/:id/contactable_inboxes", get_contactable_inboxes, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/contacts/:id/contact_inboxes", post_contact_inboxes, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
