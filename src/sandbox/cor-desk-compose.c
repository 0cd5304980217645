/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-compose"

#include "config.h"

#include "cor-desk-effects.h"
#include "cor-desk-liquid.h"
#include "cor-desk-messages.h"
#include "cor-file-limits.h"

#include <string.h>

#define MAX_CONTENT 150000
#define MAX_PER_MINUTE 200

/* The first word, or the rest: what the drops call first_name and last_name */
static void
add_names (JsonObject *drop,
           const char *name)
{
  g_auto (GStrv) words = g_strsplit (name ? name : "", " ", 2);
  guint n_words = g_strv_length (words);

  cor_desk_json_set (drop, "name:e", name, "first_name:e", words[0], "last_name:e", n_words > 1 ? words[1] : "", NULL);
}

static JsonObject *
make_contact_drop (CorDesk *desk,
                   gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonObject *drop = json_object_new ();

  cor_desk_db_select (desk->db, &rows, "SELECT name, email, phone_number, custom FROM contacts WHERE id = ?", "i", id);
  if (!cor_desk_rows_next (&rows))
    return drop;
  add_names (drop, cor_desk_rows_text (&rows, 0));
  cor_desk_json_set (drop, "id:i", id, "email:s", cor_desk_rows_text (&rows, 1), "phone_number:s", cor_desk_rows_text (&rows, 2), "custom_attribute:j", cor_desk_rows_text (&rows, 3), NULL);
  return drop;
}

static JsonObject *
make_agent_drop (CorDesk *desk,
                 gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonObject *drop = json_object_new ();

  cor_desk_db_select (desk->db, &rows, "SELECT name, email, ifnull (display_name, name) FROM agents WHERE id = ?", "i", id);
  if (!cor_desk_rows_next (&rows))
    return drop;
  add_names (drop, cor_desk_rows_text (&rows, 0));
  cor_desk_json_set (drop, "id:i", id, "email:s", cor_desk_rows_text (&rows, 1), "available_name:s", cor_desk_rows_text (&rows, 2), NULL);
  return drop;
}

static char *
expand (CorDeskRequest            *request,
        const CorDeskConversation *conversation,
        const char                *content)
{
  g_autofree char *inbox = cor_desk_db_dup_text (request->desk->db, "SELECT name FROM inboxes WHERE id = ?", "i", conversation->inbox_id);
  JsonObject      *contact = make_contact_drop (request->desk, conversation->contact_id);
  JsonObject      *about = cor_desk_json_new ("id:i", conversation->id, "display_id:i", conversation->id, "contact_name:e", cor_desk_json_string (contact, "name"),
                                              "custom_attribute:j", conversation->custom, NULL);
  JsonObject      *drops = cor_desk_json_new ("contact:o", contact, "agent:o", make_agent_drop (request->desk, request->agent ? request->agent->id : 0),
                                              "conversation:o", about, "inbox:o", cor_desk_json_new ("id:i", conversation->inbox_id, "name:s", inbox, NULL),
                                              "account:o", cor_desk_json_new ("id:d", COR_DESK_ACCOUNT_ID, "name:s", "Corridor sandbox", NULL), NULL);
  char            *text = cor_desk_liquid_expand (content, drops);

  json_object_unref (drops);
  return text;
}

/* "@Name" links in notes tell those who may see the conversation (chatwoot.md §5) */
static void
tell_mentioned (CorDeskRequest            *request,
                const CorDeskConversation *conversation,
                const char                *content,
                gint64                     message_id)
{
  static const char scheme[] = "(mention://user/";

  for (const char *at = strstr (content, scheme); at != NULL; at = strstr (at + 1, scheme))
    {
      gint64 agent_id = g_ascii_strtoll (at + strlen (scheme), NULL, 10);

      if (cor_desk_db_int (request->desk->db,
                           "SELECT 1 FROM agents a WHERE a.id = ?1 AND a.is_bot = 0 AND (a.role = 'administrator' OR EXISTS (SELECT 1 FROM inbox_members WHERE inbox_id = ?2 AND agent_id = ?1))",
                           "ii", agent_id, conversation->inbox_id) != 1)
        continue;
      cor_desk_db_run (request->desk->db, "INSERT OR REPLACE INTO mentions (conversation_id, agent_id, at) VALUES (?, ?, ?)", "iii", conversation->id, agent_id, request->now);
      cor_desk_add_participant (request, conversation->id, agent_id);
      cor_desk_notify (request, "conversation_mention", agent_id, conversation, message_id);
    }
}

/* A comma-separated field of e-mail addresses into the attributes; FALSE: one is not an address */
static gboolean
add_addresses (JsonObject *params,
               const char *member,
               JsonObject *attributes)
{
  const char *text = cor_desk_json_string (params, member);
  g_auto (GStrv) addresses = g_strsplit (text ? text : "", ",", -1);
  JsonArray *array;

  if (text == NULL)
    return TRUE;
  array = json_array_new ();
  for (guint i = 0; addresses[i] != NULL; i++)
    {
      const char *address = g_strstrip (addresses[i]);

      if (*address == '\0')
        continue;
      if (!g_regex_match_simple ("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address, 0, 0))
        {
          json_array_unref (array);
          return FALSE;
        }
      json_array_add_string_element (array, address);
    }
  json_object_set_array_member (attributes, member, array);
  return TRUE;
}

/* An object in JSON, the text of one in multipart; anything else is an empty object, silently */
static JsonObject *
read_attributes (JsonObject *params)
{
  JsonObject      *object = cor_desk_json_object (params, "content_attributes");
  g_autofree char *text = object ? cor_desk_json_object_text (object) : g_strdup (cor_desk_json_string (params, "content_attributes"));

  return cor_desk_json_parse_object (text);
}

/* Only website inboxes look at files at once; elsewhere the channel refuses them later (chatwoot.md §12) */
static const char *
find_file_problem (CorDeskRequest            *request,
                   const CorDeskConversation *conversation)
{
  if (request->uploads->len > COR_MESSAGE_FILES_MAX)
    return "Validation failed: Attachments exceeded maximum allowed";
  for (guint i = 0; strcmp (conversation->channel_type, "Channel::WebWidget") == 0 && i < request->uploads->len; i++)
    {
      const CorDeskUpload *upload = g_ptr_array_index (request->uploads, i);

      if ((gint64) g_bytes_get_size (upload->content) > cor_file_limits_get_max (COR_CHANNEL_WEB, FALSE, upload->content_type))
        return "Validation failed: Attachments file size is too big";
      if (!cor_file_limits_takes (COR_CHANNEL_WEB, FALSE, upload->content_type))
        return "Validation failed: Attachments file type not supported";
    }
  return NULL;
}

/* What keeps a message from being made; %NULL: nothing */
static const char *
find_problem (CorDeskRequest            *request,
              const CorDeskConversation *conversation,
              JsonObject                *params,
              CorDeskMessageType         type,
              JsonObject                *attributes)
{
  static const char *const types[] = { "text", "input_text", "input_textarea", "input_email", "input_select", "cards", "form", "article", "incoming_email", "input_csat", "integrations", "sticker", "voice_call", NULL };
  static const char *const with_items[] = { "input_select", "cards", "form", "article", NULL };
  const char              *content = cor_desk_json_string (params, "content");
  const char              *content_type = cor_desk_json_string (params, "content_type");

  if (type == COR_DESK_INCOMING && strcmp (conversation->channel_type, "Channel::Api") != 0)
    return "Incoming messages are only allowed in Api inboxes";
  if (content_type != NULL && !g_strv_contains (types, content_type))
    return "'content_type' is not a valid content_type";
  if (content_type != NULL && g_strv_contains (with_items, content_type) && cor_desk_json_array (attributes, "items") == NULL)
    return "Validation failed: Content attributes At least one item is required.";
  if (content != NULL && g_utf8_strlen (content, -1) > MAX_CONTENT)
    return "Validation failed: Content is too long (maximum is 150000 characters)";
  if (find_file_problem (request, conversation) != NULL)
    return find_file_problem (request, conversation);
  if (cor_desk_db_int (request->desk->db, "SELECT count (*) FROM messages WHERE conversation_id = ? AND created_at >= ?", "ii", conversation->id, request->now - 60) >= MAX_PER_MINUTE)
    return "Validation failed: Too many messages";
  if (strcmp (conversation->channel_type, "Channel::Email") == 0 &&
      (!add_addresses (params, "cc_emails", attributes) || !add_addresses (params, "bcc_emails", attributes) || !add_addresses (params, "to_emails", attributes)))
    return "Invalid email address";
  return NULL;
}

static gboolean
read_type (JsonObject         *params,
           CorDeskMessageType *type)
{
  static const char *const names[] = { "incoming", "outgoing", "activity", "template" };
  const char              *name = cor_desk_json_string (params, "message_type");

  *type = COR_DESK_OUTGOING;
  if (name == NULL || *name == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *type = (CorDeskMessageType) i;
        return TRUE;
      }
  return FALSE;
}

static void
note_for_journal (CorDeskRequest *request,
                  JsonObject     *params,
                  JsonObject     *attributes,
                  const char     *content,
                  gboolean        is_private)
{
  const char *client = cor_desk_json_string (attributes, "client_message_id");

  request->client_message_id = g_strdup (client ? client : cor_desk_json_string (params, "client_message_id"));
  request->echo_id = cor_desk_json_dup_scalar (params, "echo_id");
  request->content = g_strdup (content);
  request->is_private = is_private ? 1 : 0;
}

/* Blobs that were uploaded before: their signed ids stand in the list of attachments */
static void
adopt_uploads (CorDeskRequest *request,
               JsonObject     *params,
               gint64          message_id)
{
  JsonArray *keys = cor_desk_json_array (params, "attachments");

  for (guint i = 0; keys != NULL && i < json_array_get_length (keys); i++)
    {
      JsonNode *node = json_array_get_element (keys, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        cor_desk_db_run (request->desk->db, "UPDATE attachments SET message_id = ? WHERE blob_key = ? AND message_id IS NULL", "is", message_id, json_node_get_string (node));
    }
}

static gint64
store (CorDeskRequest      *request,
       CorDeskConversation *conversation,
       JsonObject          *params,
       CorDeskMessageType   type,
       JsonObject          *attributes)
{
  const char       *given = cor_desk_json_string (params, "content");
  gboolean          is_liquid = given != NULL && (type == COR_DESK_OUTGOING || type == COR_DESK_TEMPLATE);
  g_autofree char  *content = is_liquid ? expand (request, conversation, given) : g_strdup (given);
  g_autofree char  *attribute_text = cor_desk_json_object_text (attributes);
  g_autofree char  *source_id = cor_desk_json_dup_scalar (params, "source_id");
  JsonObject       *template_params = cor_desk_json_object (params, "template_params");
  JsonObject       *additional = template_params ? cor_desk_json_new ("template_params:o", json_object_ref (template_params), NULL) : json_object_new ();
  g_autofree char  *additional_text = cor_desk_json_object_text (additional);
  gboolean          is_private = cor_desk_json_bool (params, "private");
  CorDeskNewMessage message = {
    .type = type,
    .content = content,
    .content_type = cor_desk_json_string (params, "content_type"),
    .content_attributes = attribute_text,
    .additional = additional_text,
    .source_id = source_id,
    .is_private = is_private,
    .skips_statistics = cor_desk_json_is_set (params, "campaign_id") || cor_desk_json_is_set (attributes, "automation_rule_id"),
    .sender_type = type == COR_DESK_INCOMING ? "Contact" : "User",
    .sender_id = type == COR_DESK_INCOMING ? conversation->contact_id : request->agent->id,
    .uploads = request->uploads,
  };
  gint64 id;

  json_object_unref (additional);
  note_for_journal (request, params, attributes, content, is_private);
  message.echo_id = request->echo_id;
  id = cor_desk_add_message (request, conversation, &message);
  adopt_uploads (request, params, id);
  if (is_private && content != NULL)
    tell_mentioned (request, conversation, content, id);
  return id;
}

/**
 * cor_desk_create_message:
 * @request: a call with an agent; its uploads become the attachments
 * @conversation: where; updated
 * @params: the builder's parameters (chatwoot.md §5)
 *
 * Makes a message without looking for an equal one: the service does not deduplicate. Whatever is
 * wrong with it is a 422.
 *
 * Returns: the id; 0: the answer is set
 */
gint64
cor_desk_create_message (CorDeskRequest      *request,
                         CorDeskConversation *conversation,
                         JsonObject          *params)
{
  CorDeskMessageType type = COR_DESK_OUTGOING;
  JsonObject        *attributes = read_attributes (params);
  const char        *problem;
  gint64             id = 0;

  problem = read_type (params, &type) ? find_problem (request, conversation, params, type, attributes) : "'message_type' is not a valid message_type";
  if (problem != NULL)
    cor_desk_fail (request, 422, problem);
  else
    id = store (request, conversation, params, type, attributes);
  request->message_id = id;
  json_object_unref (attributes);
  return id;
}
