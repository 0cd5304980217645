/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-effects"

#include "config.h"

#include "cor-desk-effects.h"
#include "cor-desk-events.h"
#include "cor-desk-shapes.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <string.h>

/**
 * cor_desk_random_token:
 * @bytes: how many random bytes, at most 32
 *
 * Returns: (transfer full): them in hexadecimal
 */
char *
cor_desk_random_token (guint bytes)
{
  guint8   random[32];
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (bytes <= sizeof random, NULL);
  if (gnutls_rnd (GNUTLS_RND_KEY, random, bytes) < 0)
    g_critical ("no randomness");
  for (guint i = 0; i < bytes; i++)
    g_string_append_printf (text, "%02x", random[i]);
  return g_string_free (text, FALSE);
}

/**
 * cor_desk_add_participant:
 * @request: a call
 * @conversation_id: a conversation
 * @agent_id: who follows it from now on
 */
void
cor_desk_add_participant (CorDeskRequest *request,
                          gint64          conversation_id,
                          gint64          agent_id)
{
  cor_desk_db_run (request->desk->db, "INSERT OR IGNORE INTO participants (conversation_id, agent_id) VALUES (?, ?)", "ii", conversation_id, agent_id);
}

static const char *
guess_file_type (const char *content_type)
{
  static const char *const images[] = { "image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp", NULL };

  if (g_strv_contains (images, content_type))
    return "image";
  if (g_str_has_prefix (content_type, "audio/"))
    return "audio";
  return g_str_has_prefix (content_type, "video/") ? "video" : "file";
}

/**
 * cor_desk_add_attachment:
 * @request: a call
 * @message_id: the message it belongs to, or 0 for a bare upload
 * @upload: the file
 */
void
cor_desk_add_attachment (CorDeskRequest      *request,
                         gint64               message_id,
                         const CorDeskUpload *upload)
{
  g_autofree char *key = cor_desk_random_token (14);

  cor_desk_db_run (request->desk->db, "INSERT INTO attachments (message_id, file_type, content_type, file_name, blob_key, size, content) VALUES (?, ?, ?, ?, ?, ?, ?)",
                   "zssssib", message_id, guess_file_type (upload->content_type), upload->content_type, upload->file_name, key,
                   (gint64) g_bytes_get_size (upload->content), upload->content);
}

static void
save_moves (CorDeskRequest      *request,
            CorDeskConversation *conversation)
{
  conversation->updated_at = request->now_us;
  cor_desk_db_run (request->desk->db,
                   "UPDATE conversations SET status = ?, snoozed_until = ?, assignee_id = ?, team_id = ?, priority = nullif (?, -1), last_activity_at = ?, "
                   "waiting_since = ?, first_reply_created_at = ?, updated_at = ? WHERE id = ?",
                   "dzzzdizzii", (int) conversation->status, conversation->snoozed_until, conversation->assignee_id, conversation->team_id, conversation->priority,
                   conversation->last_activity_at, conversation->waiting_since, conversation->first_reply_created_at, conversation->updated_at, conversation->id);
}

static void
notify_incoming (CorDeskRequest            *request,
                 const CorDeskConversation *conversation,
                 gint64                     message_id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  if (conversation->assignee_id != 0)
    cor_desk_notify (request, "assigned_conversation_new_message", conversation->assignee_id, conversation, message_id);
  cor_desk_db_select (request->desk->db, &rows, "SELECT agent_id FROM participants WHERE conversation_id = ? AND agent_id <> ?", "ii", conversation->id, conversation->assignee_id);
  while (cor_desk_rows_next (&rows))
    cor_desk_notify (request, "participating_conversation_new_message", cor_desk_rows_int (&rows, 0), conversation, message_id);
}

static void
follow_incoming (CorDeskRequest      *request,
                 CorDeskConversation *conversation,
                 gint64               message_id)
{
  gboolean blocked = cor_desk_db_int (request->desk->db, "SELECT blocked FROM contacts WHERE id = ?", "i", conversation->contact_id) != 0;

  if (conversation->waiting_since == 0)
    {
      conversation->waiting_since = request->now;
      cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
    }
  cor_desk_db_run (request->desk->db, "UPDATE contacts SET last_activity_at = ? WHERE id = ?", "ii", request->now, conversation->contact_id);
  notify_incoming (request, conversation, message_id);
  if (!blocked && (conversation->status == COR_DESK_RESOLVED || conversation->status == COR_DESK_SNOOZED))
    {
      cor_desk_change_status (request, conversation, COR_DESK_OPEN, 0);
      cor_desk_add_activity (request, conversation, "System reopened the conversation due to a new incoming message.");
    }
}

static void
follow_outgoing (CorDeskRequest          *request,
                 CorDeskConversation     *conversation,
                 const CorDeskNewMessage *message,
                 gint64                   message_id)
{
  if (message->is_private || g_strcmp0 (message->sender_type, "User") != 0)
    return;
  if (conversation->first_reply_created_at == 0 && !message->skips_statistics)
    {
      conversation->first_reply_created_at = request->now;
      cor_desk_event_message (request, "first.reply.created", message_id, conversation->inbox_id, NULL);
      cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
    }
  if (conversation->waiting_since != 0)
    {
      conversation->waiting_since = 0;
      cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
    }
}

/**
 * cor_desk_add_message:
 * @request: the call that brings it
 * @conversation: its conversation
 * @message: what it says
 *
 * Stores it and does what follows from it (chatwoot.md §5): nothing looks for an equal one.
 *
 * Returns: its id
 */
gint64
cor_desk_add_message (CorDeskRequest          *request,
                      CorDeskConversation     *conversation,
                      const CorDeskNewMessage *message)
{
  gboolean is_delivered = message->type == COR_DESK_OUTGOING && !message->is_private && message->source_id == NULL;
  gint64   due = is_delivered ? request->now_us / 1000 + COR_DESK_DELIVERY_MS : 0;
  gint64   id;

  cor_desk_db_run (request->desk->db,
                   "INSERT INTO messages (conversation_id, inbox_id, message_type, content, content_type, content_attributes, additional, private, source_id, "
                   "sender_type, sender_id, created_at, updated_at, delivery_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   "iidssssdssziiz", conversation->id, conversation->inbox_id, (int) message->type, message->content,
                   message->content_type ? message->content_type : "text", message->content_attributes ? message->content_attributes : "{}",
                   message->additional ? message->additional : "{}", message->is_private ? 1 : 0, message->source_id, message->sender_type,
                   message->sender_id, request->now, request->now_us, due);
  id = cor_desk_db_last_id (request->desk->db);
  for (guint i = 0; message->uploads != NULL && i < message->uploads->len; i++)
    cor_desk_add_attachment (request, id, g_ptr_array_index (message->uploads, i));
  conversation->last_activity_at = request->now;
  cor_desk_event_message (request, "message.created", id, conversation->inbox_id,
                          message->echo_id ? cor_desk_json_new ("echo_id:s", message->echo_id, NULL) : NULL);
  if (message->type == COR_DESK_INCOMING)
    follow_incoming (request, conversation, id);
  else if (message->type == COR_DESK_OUTGOING)
    follow_outgoing (request, conversation, message, id);
  save_moves (request, conversation);
  return id;
}

/**
 * cor_desk_add_activity:
 * @request: a call
 * @conversation: a conversation
 * @format: what happened, in the account's language: English here
 */
void
cor_desk_add_activity (CorDeskRequest      *request,
                       CorDeskConversation *conversation,
                       const char          *format,
                       ...)
{
  CorDeskNewMessage message = { .type = COR_DESK_ACTIVITY };
  g_autofree char  *text = NULL;
  va_list           args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  message.content = text;
  cor_desk_add_message (request, conversation, &message);
}

static const char *
get_actor (CorDeskRequest *request)
{
  return request->agent ? request->agent->name : "System";
}

/**
 * cor_desk_change_status:
 * @request: a call
 * @conversation: a conversation
 * @status: what it becomes
 * @snoozed_until: seconds since the epoch; 0: until the customer writes
 */
void
cor_desk_change_status (CorDeskRequest      *request,
                        CorDeskConversation *conversation,
                        CorDeskStatus        status,
                        gint64               snoozed_until)
{
  static const char *const deeds[] = { "reopened", "marked resolved", "marked pending", "snoozed" };
  gint64                   until = status == COR_DESK_SNOOZED ? snoozed_until : 0;
  gboolean                 is_changed = conversation->status != status;

  if (!is_changed && conversation->snoozed_until == until)
    return;
  conversation->status = status;
  conversation->snoozed_until = until;
  if (status == COR_DESK_RESOLVED)
    conversation->waiting_since = 0;
  save_moves (request, conversation);
  if (is_changed && request->agent != NULL)
    cor_desk_add_activity (request, conversation, "Conversation was %s by %s", deeds[status], get_actor (request));
  cor_desk_event_conversation (request, "conversation.status_changed", conversation->id, conversation->inbox_id);
  cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
}

/**
 * cor_desk_change_assignee:
 * @request: a call
 * @conversation: a conversation
 * @agent_id: an agent or bot, 0 for nobody
 */
void
cor_desk_change_assignee (CorDeskRequest      *request,
                          CorDeskConversation *conversation,
                          gint64               agent_id)
{
  g_autofree char *name = NULL;

  if (conversation->assignee_id == agent_id)
    return;
  conversation->assignee_id = agent_id;
  save_moves (request, conversation);
  if (agent_id == 0)
    cor_desk_add_activity (request, conversation, "Conversation unassigned by %s", get_actor (request));
  else
    {
      name = cor_desk_db_dup_text (request->desk->db, "SELECT name FROM agents WHERE id = ?", "i", agent_id);
      if (request->agent != NULL && request->agent->id == agent_id)
        cor_desk_add_activity (request, conversation, "%s self-assigned this conversation", name);
      else
        cor_desk_add_activity (request, conversation, "Assigned to %s by %s", name, get_actor (request));
      cor_desk_add_participant (request, conversation->id, agent_id);
      if (request->agent == NULL || request->agent->id != agent_id)
        cor_desk_notify (request, "conversation_assignment", agent_id, conversation, 0);
    }
  cor_desk_event_conversation (request, "assignee.changed", conversation->id, conversation->inbox_id);
  cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
}

/**
 * cor_desk_change_team:
 * @request: a call
 * @conversation: a conversation
 * @team_id: a team, 0 for none
 */
void
cor_desk_change_team (CorDeskRequest      *request,
                      CorDeskConversation *conversation,
                      gint64               team_id)
{
  gint64           old = conversation->team_id;
  g_autofree char *name = NULL;

  if (old == team_id)
    return;
  conversation->team_id = team_id;
  save_moves (request, conversation);
  name = cor_desk_db_dup_text (request->desk->db, "SELECT name FROM teams WHERE id = ?", "i", team_id ? team_id : old);
  if (team_id != 0)
    cor_desk_add_activity (request, conversation, "Assigned to %s by %s", name, get_actor (request));
  else
    cor_desk_add_activity (request, conversation, "Unassigned from %s by %s", name, get_actor (request));
  cor_desk_event_conversation (request, "team.changed", conversation->id, conversation->inbox_id);
  cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
}

/**
 * cor_desk_tell_typing:
 * @request: a call; its body may say is_private
 * @conversation: where the agent types
 * @is_on: or has stopped
 */
void
cor_desk_tell_typing (CorDeskRequest      *request,
                      CorDeskConversation *conversation,
                      gboolean             is_on)
{
  JsonObject *data = cor_desk_json_new ("conversation:o", cor_desk_shape_conversation_push (request->desk, conversation), "user:o", cor_desk_shape_agent_push (request->desk, request->agent->id),
                                        "is_private:b", cor_desk_json_bool (request->body, "is_private"), NULL);

  cor_desk_event_other (request, is_on ? "conversation.typing_on" : "conversation.typing_off", conversation->inbox_id, 0, request->agent->id, data);
}

/**
 * cor_desk_change_priority:
 * @request: a call
 * @conversation: a conversation
 * @priority: as CorDeskConversation has it
 */
void
cor_desk_change_priority (CorDeskRequest      *request,
                          CorDeskConversation *conversation,
                          int                  priority)
{
  int old = conversation->priority;

  if (old == priority)
    return;
  conversation->priority = priority;
  save_moves (request, conversation);
  if (priority == COR_DESK_NO_PRIORITY)
    cor_desk_add_activity (request, conversation, "%s removed the priority", get_actor (request));
  else if (old == COR_DESK_NO_PRIORITY)
    cor_desk_add_activity (request, conversation, "%s set the priority to %s", get_actor (request), cor_desk_priority_name (priority));
  else
    cor_desk_add_activity (request, conversation, "%s changed the priority from %s to %s", get_actor (request), cor_desk_priority_name (old), cor_desk_priority_name (priority));
  cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
}

static char *
list_difference (GPtrArray *from,
                 GPtrArray *without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < from->len; i++)
    {
      const char *title = g_ptr_array_index (from, i);

      if (!g_ptr_array_find_with_equal_func (without, title, g_str_equal, NULL))
        g_string_append_printf (text, "%s%s", text->len ? ", " : "", title);
    }
  return g_string_free (text, FALSE);
}

/**
 * cor_desk_change_labels:
 * @request: a call
 * @conversation: a conversation
 * @titles: (element-type utf8): the whole set from now on; unknown titles are as good as known ones
 */
void
cor_desk_change_labels (CorDeskRequest      *request,
                        CorDeskConversation *conversation,
                        GPtrArray           *titles)
{
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autofree char *added = NULL;
  g_autofree char *removed = NULL;

  cor_desk_db_select (request->desk->db, &rows, "SELECT title FROM conversation_labels WHERE conversation_id = ?", "i", conversation->id);
  while (cor_desk_rows_next (&rows))
    g_ptr_array_add (old, g_strdup (cor_desk_rows_text (&rows, 0)));
  added = list_difference (titles, old);
  removed = list_difference (old, titles);
  if (*added == '\0' && *removed == '\0')
    return;
  cor_desk_db_run (request->desk->db, "DELETE FROM conversation_labels WHERE conversation_id = ?", "i", conversation->id);
  for (guint i = 0; i < titles->len; i++)
    cor_desk_db_run (request->desk->db, "INSERT OR IGNORE INTO conversation_labels (conversation_id, title) VALUES (?, ?)", "is", conversation->id, g_ptr_array_index (titles, i));
  if (*added != '\0')
    cor_desk_add_activity (request, conversation, "%s added %s", get_actor (request), added);
  if (*removed != '\0')
    cor_desk_add_activity (request, conversation, "%s removed %s", get_actor (request), removed);
  cor_desk_event_conversation (request, "conversation.updated", conversation->id, conversation->inbox_id);
}
