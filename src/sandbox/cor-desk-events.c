/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-events"

#include "config.h"

#include "cor-desk-cable.h"
#include "cor-desk-events.h"
#include "cor-desk-shapes.h"

#include <string.h>

/**
 * cor_desk_event_free:
 * @event: (transfer full): an event
 */
void
cor_desk_event_free (CorDeskEvent *event)
{
  g_clear_pointer (&event->extra, json_object_unref);
  g_free (event);
}

static CorDeskEvent *
add_event (CorDeskRequest  *request,
           const char      *name,
           CorDeskEventKind kind,
           gint64           subject,
           gint64           inbox_id)
{
  CorDeskEvent *event = g_new0 (CorDeskEvent, 1);

  event->name = name;
  event->kind = kind;
  event->subject = subject;
  event->inbox_id = inbox_id;
  g_ptr_array_add (request->events, event);
  return event;
}

/**
 * cor_desk_event_message:
 * @request: the call that caused it
 * @name: a literal
 * @message_id: the message
 * @inbox_id: its inbox
 * @extra: (transfer full) (nullable): members to add, as echo_id or previous_changes
 */
void
cor_desk_event_message (CorDeskRequest *request,
                        const char     *name,
                        gint64          message_id,
                        gint64          inbox_id,
                        JsonObject     *extra)
{
  add_event (request, name, COR_DESK_EVENT_MESSAGE, message_id, inbox_id)->extra = extra;
}

/**
 * cor_desk_event_conversation:
 * @request: the call that caused it
 * @name: a literal
 * @conversation_id: the conversation
 * @inbox_id: its inbox
 *
 * The same event of one conversation is sent once per call.
 */
void
cor_desk_event_conversation (CorDeskRequest *request,
                             const char     *name,
                             gint64          conversation_id,
                             gint64          inbox_id)
{
  for (guint i = 0; i < request->events->len; i++)
    {
      CorDeskEvent *event = g_ptr_array_index (request->events, i);

      if (event->kind == COR_DESK_EVENT_CONVERSATION && event->subject == conversation_id && strcmp (event->name, name) == 0)
        return;
    }
  add_event (request, name, COR_DESK_EVENT_CONVERSATION, conversation_id, inbox_id);
}

/**
 * cor_desk_event_contact:
 * @request: the call that caused it
 * @name: a literal
 * @contact_id: the contact
 */
void
cor_desk_event_contact (CorDeskRequest *request,
                        const char     *name,
                        gint64          contact_id)
{
  add_event (request, name, COR_DESK_EVENT_CONTACT, contact_id, 0);
}

/**
 * cor_desk_event_other:
 * @request: the call that caused it
 * @name: a literal
 * @inbox_id: to its members, or 0
 * @only_agent: to this one only, or 0
 * @except_agent: not to this one, or 0
 * @data: (transfer full): what it carries
 */
void
cor_desk_event_other (CorDeskRequest *request,
                      const char     *name,
                      gint64          inbox_id,
                      gint64          only_agent,
                      gint64          except_agent,
                      JsonObject     *data)
{
  CorDeskEvent *event = add_event (request, name, COR_DESK_EVENT_OTHER, 0, inbox_id);

  event->only_agent = only_agent;
  event->except_agent = except_agent;
  event->extra = data;
}

/**
 * cor_desk_event_cache:
 * @request: the call that caused it
 * @key: "label", "inbox" or "team"
 *
 * Moves the key and tells everybody to read that list again.
 */
void
cor_desk_event_cache (CorDeskRequest *request,
                      const char     *key)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, request->now_us / 1000);
  JsonObject      *keys = json_object_new ();

  cor_desk_db_run (request->desk->db, "INSERT INTO meta (key, value) VALUES ('cache-' || ?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", "ss", key, at);
  cor_desk_db_select (request->desk->db, &rows, "SELECT substr (key, 7), value FROM meta WHERE key LIKE 'cache-%'", "");
  while (cor_desk_rows_next (&rows))
    json_object_set_string_member (keys, cor_desk_rows_text (&rows, 0), cor_desk_rows_text (&rows, 1));
  cor_desk_event_other (request, "account.cache_invalidated", 0, 0, 0, cor_desk_json_new ("cache_keys:o", keys, NULL));
}

static JsonObject *
make_data (CorDeskRequest *request,
           CorDeskEvent   *event)
{
  switch (event->kind)
    {
    case COR_DESK_EVENT_MESSAGE:
      {
        g_autoptr (CorDeskMessage) message = cor_desk_message_load (request->desk, event->subject);

        return message ? cor_desk_shape_message_push (request->desk, message) : NULL;
      }
    case COR_DESK_EVENT_CONVERSATION:
      {
        g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (request->desk, event->subject);

        return conversation ? cor_desk_shape_conversation_push (request->desk, conversation) : NULL;
      }
    case COR_DESK_EVENT_CONTACT:
      return cor_desk_shape_contact_push (request->desk, event->subject);
    case COR_DESK_EVENT_OTHER:
    default:
      return json_object_new ();
    }
}

/* These five are read again before they are sent and lose their performer (chatwoot.md §13). */
static gboolean
keeps_performer (const char *name)
{
  static const char *const rebuilt[] = { "conversation.read", "conversation.updated", "conversation.status_changed", "assignee.changed", "team.changed", NULL };

  return !g_strv_contains (rebuilt, name);
}

static void
send_event (CorDeskRequest *request,
            CorDeskEvent   *event)
{
  JsonObject *data = make_data (request, event);
  JsonObject *performer = NULL;

  if (data == NULL)
    return;
  if (event->extra != NULL)
    {
      JsonObjectIter iter;
      const char    *name;
      JsonNode      *value;

      json_object_iter_init (&iter, event->extra);
      while (json_object_iter_next (&iter, &name, &value))
        json_object_set_member (data, name, json_node_copy (value));
    }
  json_object_set_int_member (data, "account_id", COR_DESK_ACCOUNT_ID);
  if (request->agent != NULL && keeps_performer (event->name))
    performer = cor_desk_shape_agent_push (request->desk, request->agent->id);
  if (performer != NULL)
    json_object_set_object_member (data, "performer", performer);
  cor_desk_cable_send (request->desk->cable, event->name, data, event->inbox_id, event->only_agent, event->except_agent);
  json_object_unref (data);
}

/**
 * cor_desk_events_send:
 * @request: a call whose writes are committed
 */
void
cor_desk_events_send (CorDeskRequest *request)
{
  if (cor_desk_cable_count (request->desk->cable) > 0)
    for (guint i = 0; i < request->events->len; i++)
      send_event (request, g_ptr_array_index (request->events, i));
  g_ptr_array_set_size (request->events, 0);
}
