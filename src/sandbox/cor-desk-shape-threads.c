/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-shapes"

#include "config.h"

#include "cor-desk-shapes.h"

#include <string.h>

#define UNREAD_CAP 10

/**
 * cor_desk_unread_count:
 * @desk: the desk
 * @conversation: a conversation
 *
 * Returns: incoming messages since the agents last saw it, at most 10 (chatwoot.md §3)
 */
int
cor_desk_unread_count (CorDesk                   *desk,
                       const CorDeskConversation *conversation)
{
  return (int) cor_desk_db_int (desk->db,
                                "SELECT count (*) FROM (SELECT 1 FROM messages WHERE conversation_id = ? AND message_type = 0 AND created_at > ? LIMIT ?)",
                                "iid", conversation->id, conversation->agent_last_seen_at, UNREAD_CAP);
}

/**
 * cor_desk_shape_attachment:
 * @desk: the desk
 * @rows: on a row of COR_DESK_ATTACHMENT_COLUMNS
 *
 * Returns: (transfer full): an attachment (chatwoot.md §4); its URLs need no token
 */
JsonObject *
cor_desk_shape_attachment (CorDesk     *desk,
                           CorDeskRows *rows)
{
  const char      *file_name = cor_desk_rows_text (rows, 4);
  const char      *dot = strrchr (file_name, '.');
  const char      *file_type = cor_desk_rows_text (rows, 2);
  g_autofree char *escaped = g_uri_escape_string (file_name, NULL, FALSE);
  g_autofree char *path = g_strjoin ("/", "/rails/active_storage/blobs/redirect", cor_desk_rows_text (rows, 5), escaped, NULL);
  g_autoptr (GUri) base = g_uri_parse (desk->base_url, G_URI_FLAGS_NONE, NULL);
  g_autofree char *url = g_uri_join (G_URI_FLAGS_ENCODED, "https", NULL, g_uri_get_host (base), g_uri_get_port (base), path, NULL, NULL);
  JsonObject      *attachment;

  attachment = cor_desk_json_new ("id:i", cor_desk_rows_int (rows, 0), "message_id:i", cor_desk_rows_int (rows, 1), "file_type:s", file_type,
                                  "account_id:d", COR_DESK_ACCOUNT_ID, "extension:s", dot ? dot + 1 : NULL,
                                  "content_type:s", cor_desk_rows_text (rows, 3), "data_url:s", url,
                                  "thumb_url:s", strcmp (file_type, "image") == 0 ? url : "", "file_size:i", cor_desk_rows_int (rows, 6),
                                  "width:n", "height:n", NULL);
  if (strcmp (file_type, "audio") == 0)
    cor_desk_json_set (attachment, "transcribed_text:s", "", NULL);
  return attachment;
}

static void
add_attachments (CorDesk              *desk,
                 const CorDeskMessage *message,
                 JsonObject           *object)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = NULL;

  cor_desk_db_select (desk->db, &rows, "SELECT " COR_DESK_ATTACHMENT_COLUMNS " FROM attachments a WHERE a.message_id = ? ORDER BY a.id", "i", message->id);
  while (cor_desk_rows_next (&rows))
    {
      if (array == NULL)
        array = json_array_new ();
      json_array_add_object_element (array, cor_desk_shape_attachment (desk, &rows));
    }
  if (array != NULL)
    cor_desk_json_set (object, "attachments:a", array, NULL);
}

static void
add_sender (CorDesk              *desk,
            const CorDeskMessage *message,
            JsonObject           *object)
{
  JsonObject *sender = NULL;

  if (message->sender_type == NULL)
    return;
  sender = strcmp (message->sender_type, "Contact") == 0 ? cor_desk_shape_contact_push (desk, message->sender_id) : cor_desk_shape_agent_push (desk, message->sender_id);
  if (sender != NULL)
    cor_desk_json_set (object, "sender:o", sender, NULL);
}

/**
 * cor_desk_shape_message:
 * @desk: the desk
 * @message: a message
 *
 * Returns: (transfer full): the REST shape (chatwoot.md §4)
 */
JsonObject *
cor_desk_shape_message (CorDesk              *desk,
                        const CorDeskMessage *message)
{
  JsonObject *object = cor_desk_json_new ("id:i", message->id, "content:s", message->content, "inbox_id:i", message->inbox_id,
                                          "conversation_id:i", message->conversation_id, "message_type:d", (int) message->type,
                                          "content_type:s", message->content_type, "status:s", message->status,
                                          "content_attributes:j", message->content_attributes, "created_at:i", message->created_at,
                                          "private:b", message->is_private, "source_id:s", message->source_id, NULL);

  add_sender (desk, message, object);
  add_attachments (desk, message, object);
  return object;
}

static JsonObject *
make_message_conversation (CorDesk              *desk,
                           const CorDeskMessage *message)
{
  g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (desk, message->conversation_id);
  g_autofree char *source_id = NULL;

  if (conversation == NULL)
    return NULL;
  source_id = cor_desk_db_dup_text (desk->db, "SELECT source_id FROM contact_inboxes WHERE id = ?", "i", conversation->contact_inbox_id);
  return cor_desk_json_new ("assignee_id:z", conversation->assignee_id, "unread_count:d", cor_desk_unread_count (desk, conversation),
                            "last_activity_at:i", conversation->last_activity_at,
                            "contact_inbox:o", cor_desk_json_new ("source_id:s", source_id, NULL), NULL);
}

/**
 * cor_desk_shape_message_push:
 * @desk: the desk
 * @message: a message
 *
 * Returns: (transfer full): the push shape, as the cable and conversations carry it (chatwoot.md §4)
 */
JsonObject *
cor_desk_shape_message_push (CorDesk              *desk,
                             const CorDeskMessage *message)
{
  g_autofree char *updated_at = cor_desk_json_iso (message->updated_at);
  JsonObject      *object = cor_desk_json_new ("id:i", message->id, "content:s", message->content, "account_id:d", COR_DESK_ACCOUNT_ID,
                                               "inbox_id:i", message->inbox_id, "conversation_id:i", message->conversation_id,
                                               "message_type:d", (int) message->type, "created_at:i", message->created_at, "updated_at:s", updated_at,
                                               "private:b", message->is_private, "status:s", message->status, "source_id:s", message->source_id,
                                               "content_type:s", message->content_type, "content_attributes:j", message->content_attributes,
                                               "sender_type:s", message->sender_type, "sender_id:z", message->sender_id, "external_source_ids:j", NULL,
                                               "additional_attributes:j", message->additional, "processed_message_content:s", message->content,
                                               "sentiment:j", NULL, "conversation:o", make_message_conversation (desk, message), NULL);

  add_attachments (desk, message, object);
  add_sender (desk, message, object);
  return object;
}

typedef enum
{
  NEWEST_ANY,
  NEWEST_NON_ACTIVITY,
  NEWEST_PUBLIC,
} Newest;

static JsonObject *
make_newest (CorDesk *desk,
             gint64   conversation_id,
             Newest   which)
{
  static const char *const sql[] = {
    COR_DESK_MESSAGE_SELECT "WHERE m.conversation_id = ? ORDER BY m.created_at DESC, m.id DESC LIMIT 1",
    COR_DESK_MESSAGE_SELECT "WHERE m.conversation_id = ? AND m.message_type <> 2 ORDER BY m.created_at DESC, m.id DESC LIMIT 1",
    COR_DESK_MESSAGE_SELECT "WHERE m.conversation_id = ? AND m.message_type <> 2 AND m.private = 0 ORDER BY m.created_at DESC, m.id DESC LIMIT 1",
  };
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autoptr (CorDeskMessage) message = NULL;

  cor_desk_db_select (desk->db, &rows, sql[which], "i", conversation_id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  message = cor_desk_message_read (&rows);
  return cor_desk_shape_message_push (desk, message);
}

static JsonArray *
make_newest_array (CorDesk *desk,
                   gint64   conversation_id,
                   Newest   which)
{
  JsonArray  *array = json_array_new ();
  JsonObject *message = make_newest (desk, conversation_id, which);

  if (message != NULL)
    json_array_add_object_element (array, message);
  return array;
}

static void
add_assignee (CorDesk                   *desk,
              const CorDeskConversation *conversation,
              JsonObject                *meta,
              gboolean                   is_push)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  if (conversation->assignee_id == 0)
    return;
  cor_desk_db_select (desk->db, &rows, "SELECT is_bot, name FROM agents WHERE id = ?", "i", conversation->assignee_id);
  if (!cor_desk_rows_next (&rows))
    return;
  if (cor_desk_rows_int (&rows, 0))
    cor_desk_json_set (meta, "assignee_type:s", "AgentBot",
                       "assignee:o", cor_desk_json_new ("id:i", conversation->assignee_id, "name:s", cor_desk_rows_text (&rows, 1), "description:s", "", "thumbnail:s", "", "bot_type:s", "webhook", NULL), NULL);
  else
    cor_desk_json_set (meta, "assignee_type:s", "User",
                       "assignee:o", is_push ? cor_desk_shape_agent_push (desk, conversation->assignee_id) : cor_desk_shape_agent (desk, conversation->assignee_id), NULL);
}

static JsonObject *
make_meta (CorDesk                   *desk,
           const CorDeskConversation *conversation,
           gint64                     viewer,
           gboolean                   is_push)
{
  JsonObject *sender = is_push ? cor_desk_shape_contact_push (desk, conversation->contact_id) : cor_desk_shape_contact (desk, conversation->contact_id, COR_DESK_CONTACT_PLAIN);
  JsonObject *meta = cor_desk_json_new ("sender:o", sender, NULL);
  JsonObject *team = conversation->team_id ? cor_desk_shape_team (desk, conversation->team_id, viewer) : NULL;

  if (!is_push)
    cor_desk_json_set (meta, "channel:s", conversation->channel_type, NULL);
  add_assignee (desk, conversation, meta, is_push);
  if (team != NULL)
    cor_desk_json_set (meta, "team:o", team, NULL);
  cor_desk_json_set (meta, "hmac_verified:b", FALSE, NULL);
  return meta;
}

/**
 * cor_desk_shape_conversation:
 * @desk: the desk
 * @conversation: a conversation
 * @viewer: the agent who looks
 *
 * Returns: (transfer full): the REST shape (chatwoot.md §3)
 */
JsonObject *
cor_desk_shape_conversation (CorDesk                   *desk,
                             const CorDeskConversation *conversation,
                             gint64                     viewer)
{
  gint64   now = g_get_real_time () / G_USEC_PER_SEC;
  gboolean muted = cor_desk_db_int (desk->db, "SELECT blocked FROM contacts WHERE id = ?", "i", conversation->contact_id) != 0;

  return cor_desk_json_new ("meta:o", make_meta (desk, conversation, viewer, FALSE), "id:i", conversation->id,
                            "messages:a", make_newest_array (desk, conversation->id, NEWEST_ANY), "account_id:d", COR_DESK_ACCOUNT_ID,
                            "uuid:s", conversation->uuid, "additional_attributes:j", conversation->additional,
                            "agent_last_seen_at:i", conversation->agent_last_seen_at, "assignee_last_seen_at:i", conversation->assignee_last_seen_at,
                            "can_reply:b", cor_desk_conversation_can_reply (desk, conversation, now),
                            "contact_last_seen_at:i", conversation->contact_last_seen_at, "custom_attributes:j", conversation->custom,
                            "inbox_id:i", conversation->inbox_id, "labels:a", cor_desk_shape_labels (desk, "conversation_labels", conversation->id),
                            "muted:b", muted, "snoozed_until:t", conversation->snoozed_until, "status:s", cor_desk_status_name (conversation->status),
                            "created_at:i", conversation->created_at, "updated_at:f", (double) conversation->updated_at / G_USEC_PER_SEC,
                            "timestamp:i", conversation->last_activity_at, "first_reply_created_at:i", conversation->first_reply_created_at,
                            "unread_count:d", cor_desk_unread_count (desk, conversation),
                            "last_non_activity_message:o", make_newest (desk, conversation->id, NEWEST_NON_ACTIVITY),
                            "last_activity_at:i", conversation->last_activity_at, "priority:s", cor_desk_priority_name (conversation->priority),
                            "waiting_since:i", conversation->waiting_since, "sla_policy_id:n", NULL);
}

static JsonObject *
make_contact_inbox (CorDesk *desk,
                    gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autofree char *at = NULL;

  cor_desk_db_select (desk->db, &rows, "SELECT contact_id, inbox_id, source_id, pubsub_token, created_at FROM contact_inboxes WHERE id = ?", "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  at = cor_desk_json_iso (cor_desk_rows_int (&rows, 4) * G_USEC_PER_SEC);
  return cor_desk_json_new ("id:i", id, "contact_id:i", cor_desk_rows_int (&rows, 0), "inbox_id:i", cor_desk_rows_int (&rows, 1),
                            "source_id:s", cor_desk_rows_text (&rows, 2), "created_at:s", at, "updated_at:s", at, "hmac_verified:b", FALSE,
                            "pubsub_token:s", cor_desk_rows_text (&rows, 3), NULL);
}

/**
 * cor_desk_shape_conversation_push:
 * @desk: the desk
 * @conversation: a conversation
 *
 * Returns: (transfer full): the push shape, which is not the REST shape (chatwoot.md §13)
 */
JsonObject *
cor_desk_shape_conversation_push (CorDesk                   *desk,
                                  const CorDeskConversation *conversation)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  return cor_desk_json_new ("additional_attributes:j", conversation->additional, "can_reply:b", cor_desk_conversation_can_reply (desk, conversation, now),
                            "channel:s", conversation->channel_type, "contact_inbox:o", make_contact_inbox (desk, conversation->contact_inbox_id),
                            "id:i", conversation->id, "account_id:d", COR_DESK_ACCOUNT_ID, "inbox_id:i", conversation->inbox_id,
                            "messages:a", make_newest_array (desk, conversation->id, NEWEST_PUBLIC),
                            "labels:a", cor_desk_shape_labels (desk, "conversation_labels", conversation->id),
                            "meta:o", make_meta (desk, conversation, 0, TRUE), "status:s", cor_desk_status_name (conversation->status),
                            "custom_attributes:j", conversation->custom, "snoozed_until:t", conversation->snoozed_until,
                            "unread_count:d", cor_desk_unread_count (desk, conversation), "first_reply_created_at:t", conversation->first_reply_created_at,
                            "priority:s", cor_desk_priority_name (conversation->priority), "waiting_since:i", conversation->waiting_since,
                            "agent_last_seen_at:i", conversation->agent_last_seen_at, "contact_last_seen_at:i", conversation->contact_last_seen_at,
                            "last_activity_at:i", conversation->last_activity_at, "timestamp:i", conversation->last_activity_at,
                            "created_at:i", conversation->created_at, "updated_at:f", (double) conversation->updated_at / G_USEC_PER_SEC, NULL);
}
