/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-event"

#include "config.h"

#include "cor-chatwoot-message.h"
#include "cor-chatwoot-parse.h"
#include "cor-json.h"

typedef gboolean (*FillEvent) (CorDeskEvent *event,
                               JsonObject   *data);

static gboolean
fill_message (CorDeskEvent *event,
              JsonObject   *data)
{
  event->message = cor_chatwoot_parse_message (data, NULL);
  return event->message != NULL && event->message->conversation_id != NULL;
}

static gboolean
fill_conversation (CorDeskEvent *event,
                   JsonObject   *data)
{
  event->conversation = cor_chatwoot_parse_conversation (data);
  return event->conversation != NULL;
}

static gboolean
fill_customer (CorDeskEvent *event,
               JsonObject   *data)
{
  event->customer = cor_chatwoot_parse_customer (data);
  return event->customer != NULL;
}

static gboolean
fill_deleted_customer (CorDeskEvent *event,
                       JsonObject   *data)
{
  event->deleted_customer_id = cor_json_dup_id (data, "id");
  return event->deleted_customer_id != NULL;
}

static gboolean
fill_typing (CorDeskEvent *event,
             JsonObject   *data)
{
  JsonObject *user = cor_json_get_object (data, "user");

  event->typing_conversation_id = cor_json_dup_id (cor_json_get_object (data, "conversation"), "id");
  event->typing_private = cor_json_get_bool (data, "is_private");
  event->typing_name = cor_json_dup_string (user, "name");
  return event->typing_conversation_id != NULL;
}

static gboolean
fill_typing_on (CorDeskEvent *event,
                JsonObject   *data)
{
  event->typing_on = TRUE;
  return fill_typing (event, data);
}

static gboolean
fill_lists_changed (CorDeskEvent *event,
                    JsonObject   *data)
{
  event->lists_changed = TRUE;
  return TRUE;
}

/* Names that nothing here needs are left out: presence, notifications, unread counts. */
static const struct
{
  const char *name;
  FillEvent   fill;
} events[] = {
  { "message.created", fill_message },
  { "message.updated", fill_message },
  { "first.reply.created", fill_message },
  { "conversation.created", fill_conversation },
  { "conversation.updated", fill_conversation },
  { "conversation.status_changed", fill_conversation },
  { "conversation.read", fill_conversation },
  { "conversation.contact_changed", fill_conversation },
  { "conversation.mentioned", fill_conversation },
  { "assignee.changed", fill_conversation },
  { "team.changed", fill_conversation },
  { "conversation.typing_on", fill_typing_on },
  { "conversation.typing_off", fill_typing },
  { "contact.created", fill_customer },
  { "contact.updated", fill_customer },
  { "contact.merged", fill_customer },
  { "contact.deleted", fill_deleted_customer },
  { "account.cache_invalidated", fill_lists_changed },
};

/**
 * cor_chatwoot_parse_event:
 * @message: (nullable): `{event, data}` of a frame (chatwoot.md §13)
 * @account_id: the only account to hear of: all accounts of an agent share a stream
 *
 * Returns: (transfer full) (nullable): the event; %NULL if it is of another account, not of interest
 *   here or lacks what it should tell
 */
CorDeskEvent *
cor_chatwoot_parse_event (JsonObject *message,
                          const char *account_id)
{
  const char      *name = cor_json_get_string (message, "event");
  JsonObject      *data = cor_json_get_object (message, "data");
  g_autofree char *of_account = cor_json_dup_id (data, "account_id");
  g_autoptr (CorDeskEvent) event = NULL;

  if (name == NULL || g_strcmp0 (of_account, account_id) != 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (name, events[i].name))
      {
        event = cor_desk_event_new ();
        return events[i].fill (event, data) ? g_steal_pointer (&event) : NULL;
      }

  return NULL;
}
