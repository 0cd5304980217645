/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-parse"

#include "config.h"

#include "cor-chatwoot-message.h"
#include "cor-chatwoot-parse.h"
#include "cor-json.h"
#include "cor-service-error.h"

static gpointer
fail (const char *what,
      GError    **error)
{
  g_set_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer holds no %s", what);
  return NULL;
}

/**
 * cor_chatwoot_parse_customer:
 * @object: (nullable): a contact (chatwoot.md §7)
 *
 * Returns: (transfer full) (nullable): the record, %NULL if it has no id
 */
CorCustomerRecord *
cor_chatwoot_parse_customer (JsonObject *object)
{
  JsonObject        *more = cor_json_get_object (object, "additional_attributes");
  g_autofree char   *id = cor_json_dup_id (object, "id");
  CorCustomerRecord *customer;

  if (id == NULL)
    return NULL;

  customer = cor_customer_record_new ();
  customer->remote_id = g_steal_pointer (&id);
  customer->name = cor_json_dup_string (object, "name");
  customer->email = cor_json_dup_string (object, "email");
  customer->phone = cor_json_dup_string (object, "phone_number");
  customer->identifier = cor_json_dup_string (object, "identifier");
  customer->company = cor_json_dup_string (more, "company_name");
  customer->city = cor_json_dup_string (more, "city");
  customer->country = cor_json_dup_string (more, "country");
  customer->country_code = cor_json_dup_string (more, "country_code");
  customer->description = cor_json_dup_string (more, "description");
  customer->attributes_json = cor_json_dup_object_text (object, "custom_attributes");
  customer->created_at = cor_json_get_time (object, "created_at");
  customer->last_activity_at = cor_json_get_time (object, "last_activity_at");
  customer->blocked = cor_json_get_bool (object, "blocked");
  return customer;
}

static void
parse_state (CorConversationRecord *conversation,
             JsonObject            *object)
{
  if (cor_status_from_string (cor_json_get_string (object, "status"), &conversation->status))
    {
      conversation->fields |= COR_CONVERSATION_HAS_STATUS;
      conversation->snoozed_until = cor_json_get_time (object, "snoozed_until");
    }
  if (cor_json_has (object, "priority"))
    {
      conversation->fields |= COR_CONVERSATION_HAS_PRIORITY;
      conversation->priority = cor_priority_from_string (cor_json_get_string (object, "priority"));
    }
  if (cor_json_get_array (object, "labels") != NULL)
    {
      conversation->fields |= COR_CONVERSATION_HAS_LABELS;
      conversation->labels = cor_json_dup_strings (object, "labels");
    }
  if (cor_json_has (object, "can_reply"))
    {
      conversation->fields |= COR_CONVERSATION_HAS_CAN_REPLY;
      conversation->can_reply = cor_json_get_bool (object, "can_reply");
    }
  if (cor_json_get_object (object, "custom_attributes") != NULL)
    {
      conversation->fields |= COR_CONVERSATION_HAS_ATTRIBUTES;
      conversation->attributes_json = cor_json_dup_object_text (object, "custom_attributes");
    }
}

static void
parse_times (CorConversationRecord *conversation,
             JsonObject            *object)
{
  conversation->created_at = cor_json_get_time (object, "created_at");
  conversation->last_activity_at = cor_json_get_time (object, "last_activity_at");
  if (conversation->last_activity_at == 0)
    conversation->last_activity_at = cor_json_get_time (object, "timestamp");
  conversation->updated_at_us = cor_json_get_time_us (object, "updated_at");

  if (cor_json_has (object, "waiting_since"))
    {
      conversation->fields |= COR_CONVERSATION_HAS_TIMES;
      conversation->waiting_since = cor_json_get_time (object, "waiting_since");
      conversation->first_reply_at = cor_json_get_time (object, "first_reply_created_at");
    }
  if (cor_json_has (object, "agent_last_seen_at") && cor_json_has (object, "unread_count"))
    {
      conversation->fields |= COR_CONVERSATION_HAS_SEEN;
      conversation->agent_seen_at = cor_json_get_time (object, "agent_last_seen_at");
      conversation->unread_count = (guint) CLAMP (cor_json_get_int (object, "unread_count"), 0, G_MAXINT);
    }
}

static int
parse_threshold (JsonObject *sla,
                 const char *member)
{
  return (int) CLAMP (cor_json_get_int (sla, member), 0, G_MAXINT);
}

static void
parse_people (CorConversationRecord *conversation,
              JsonObject            *object)
{
  JsonObject *meta = cor_json_get_object (object, "meta");
  JsonObject *sla = cor_json_get_object (object, "applied_sla");

  /* Nobody and no team are told by the key's absence (chatwoot.md §3), so "meta" is what says them. */
  if (meta != NULL)
    {
      conversation->fields |= COR_CONVERSATION_HAS_ASSIGNEE | COR_CONVERSATION_HAS_TEAM;
      /* A bot's number is of another series than the agents'. */
      if (g_strcmp0 (cor_json_get_string (meta, "assignee_type"), "AgentBot") != 0)
        conversation->assignee_id = cor_json_dup_id (cor_json_get_object (meta, "assignee"), "id");
      conversation->team_id = cor_json_dup_id (cor_json_get_object (meta, "team"), "id");
    }
  conversation->customer = cor_chatwoot_parse_customer (cor_json_get_object (meta, "sender"));
  conversation->sla_first_reply = parse_threshold (sla, "sla_first_response_time_threshold");
  conversation->sla_next_reply = parse_threshold (sla, "sla_next_response_time_threshold");
}

/**
 * cor_chatwoot_parse_conversation:
 * @object: (nullable): a conversation in the REST or push shape (chatwoot.md §3, §13)
 *
 * Returns: (transfer full) (nullable): the record with the fields that were said, %NULL without an id
 */
CorConversationRecord *
cor_chatwoot_parse_conversation (JsonObject *object)
{
  JsonArray       *messages = cor_json_get_array (object, "messages");
  g_autofree char *id = cor_json_dup_id (object, "id");
  g_autoptr (CorConversationRecord) conversation = NULL;

  if (id == NULL)
    return NULL;

  conversation = cor_conversation_record_new ();
  conversation->remote_id = g_steal_pointer (&id);
  conversation->inbox_id = cor_json_dup_id (object, "inbox_id");
  conversation->subject = cor_json_dup_string (cor_json_get_object (object, "additional_attributes"), "mail_subject");
  parse_state (conversation, object);
  parse_times (conversation, object);
  parse_people (conversation, object);
  conversation->newest = cor_chatwoot_parse_message (cor_json_array_get_object (messages, 0), conversation->remote_id);
  return g_steal_pointer (&conversation);
}

/**
 * cor_chatwoot_parse_conversation_root:
 *
 * Returns: (transfer full) (nullable): a #CorConversationRecord
 */
gpointer
cor_chatwoot_parse_conversation_root (JsonNode *root,
                                      gpointer  user_data,
                                      GError  **error)
{
  CorConversationRecord *conversation = cor_chatwoot_parse_conversation (cor_json_as_object (root));

  return conversation != NULL ? conversation : fail ("conversation", error);
}

/**
 * cor_chatwoot_parse_conversation_page:
 *
 * Returns: (transfer full) (nullable): a #CorDeskConversationPage; is_last tells an empty one only,
 *   as the length of a page is the server's setting
 */
gpointer
cor_chatwoot_parse_conversation_page (JsonNode *root,
                                      gpointer  user_data,
                                      GError  **error)
{
  JsonObject              *data = cor_json_get_object (cor_json_as_object (root), "data");
  JsonArray               *payload = cor_json_get_array (data, "payload");
  JsonObject              *meta = cor_json_get_object (data, "meta");
  CorDeskConversationPage *page;

  if (payload == NULL)
    return fail ("list of conversations", error);

  page = g_new0 (CorDeskConversationPage, 1);
  page->conversations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  page->total = (guint) CLAMP (cor_json_get_int (meta, "all_count"), 0, G_MAXINT);
  page->is_last = json_array_get_length (payload) == 0;
  for (guint i = 0; i < json_array_get_length (payload); i++)
    {
      CorConversationRecord *conversation = cor_chatwoot_parse_conversation (cor_json_array_get_object (payload, i));

      if (conversation != NULL)
        g_ptr_array_add (page->conversations, conversation);
    }

  return page;
}

/**
 * cor_chatwoot_parse_message_page:
 * @user_data: the size of a full page (GUINT_TO_POINTER)
 *
 * Returns: (transfer full) (nullable): a #CorDeskMessagePage
 */
gpointer
cor_chatwoot_parse_message_page (JsonNode *root,
                                 gpointer  user_data,
                                 GError  **error)
{
  JsonArray          *payload = cor_json_get_array (cor_json_as_object (root), "payload");
  CorDeskMessagePage *page;

  if (payload == NULL)
    return fail ("list of messages", error);

  page = g_new0 (CorDeskMessagePage, 1);
  page->messages = cor_chatwoot_parse_messages (payload, NULL);
  page->is_full = json_array_get_length (payload) >= GPOINTER_TO_UINT (user_data);
  return page;
}

/**
 * cor_chatwoot_parse_message_root:
 *
 * Returns: (transfer full) (nullable): a #CorMessageRecord
 */
gpointer
cor_chatwoot_parse_message_root (JsonNode *root,
                                 gpointer  user_data,
                                 GError  **error)
{
  CorMessageRecord *message = cor_chatwoot_parse_message (cor_json_as_object (root), NULL);

  return message != NULL ? message : fail ("message", error);
}
