/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-message"

#include "config.h"

#include "cor-chatwoot-message.h"
#include "cor-file-name.h"
#include "cor-html.h"
#include "cor-json.h"

#include <string.h>

static CorMessageKind
parse_kind (JsonObject *object)
{
  static const char *const names[] = { "incoming", "outgoing", "activity", "template" };
  const char              *name = cor_json_get_string (object, "message_type");
  gint64                   number = cor_json_get_int (object, "message_type");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (CorMessageKind) i;

  /* A kind not known here is told as an event: never as something the customer or we said. */
  return number >= 0 && number <= COR_MESSAGE_TEMPLATE && name == NULL ? (CorMessageKind) number : COR_MESSAGE_ACTIVITY;
}

static CorDelivery
parse_delivery (JsonObject *object)
{
  static const char *const names[] = { "sent", "delivered", "read", "failed" };
  const char              *name = cor_json_get_string (object, "status");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (CorDelivery) (COR_DELIVERY_SENT + i);

  return COR_DELIVERY_NONE;
}

static CorSender
parse_sender_kind (const char *type)
{
  static const struct
  {
    const char *name;
    CorSender   kind;
  } kinds[] = {
    { "user", COR_SENDER_AGENT },
    { "contact", COR_SENDER_CUSTOMER },
    { "agent_bot", COR_SENDER_BOT },
    { "agentbot", COR_SENDER_BOT },
    { "captain_assistant", COR_SENDER_BOT },
    { "captain::assistant", COR_SENDER_BOT },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (type, kinds[i].name) == 0)
      return kinds[i].kind;

  return COR_SENDER_NONE;
}

static void
parse_sender (CorMessageRecord *message,
              JsonObject       *object)
{
  JsonObject *sender = cor_json_get_object (object, "sender");

  message->sender_kind = parse_sender_kind (cor_json_get_string (sender, "type"));
  if (message->sender_kind == COR_SENDER_NONE)
    message->sender_kind = parse_sender_kind (cor_json_get_string (object, "sender_type"));
  if (message->sender_kind == COR_SENDER_NONE && message->kind == COR_MESSAGE_INCOMING)
    message->sender_kind = COR_SENDER_CUSTOMER;

  message->sender_id = cor_json_dup_id (sender, "id");
  if (message->sender_id == NULL)
    message->sender_id = cor_json_dup_id (object, "sender_id");
  message->sender_name = cor_json_dup_string (sender, "name");
}

/* The last segment of the address, as the sender named the file. */
static char *
dup_file_name (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *slash = uri != NULL ? strrchr (g_uri_get_path (uri), '/') : NULL;

  return slash != NULL && slash[1] != '\0' ? g_uri_unescape_string (slash + 1, "/") : NULL;
}

static gboolean
is_web_address (const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  return scheme != NULL && (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0);
}

static CorAttachmentRecord *
parse_attachment (JsonObject *object)
{
  CorAttachmentRecord *attachment = cor_attachment_record_new ();
  const char          *url = cor_json_get_string (object, "data_url");
  g_autofree char     *name = dup_file_name (url);

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    {
      g_free (name);
      name = cor_json_dup_string (object, "fallback_title");
    }

  attachment->remote_id = cor_json_dup_id (object, "id");
  attachment->file_name = name != NULL ? cor_safe_file_name (name) : NULL;
  attachment->content_type = cor_json_dup_string (object, "content_type");
  attachment->kind = cor_json_dup_string (object, "file_type");
  attachment->url = is_web_address (url) ? g_strdup (url) : NULL;
  attachment->size = MAX (0, cor_json_get_int (object, "file_size"));
  return attachment;
}

static GPtrArray *
parse_attachments (JsonArray *array)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_attachment_record_free);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (cor_json_array_get_object (array, i) != NULL)
      g_ptr_array_add (attachments, parse_attachment (cor_json_array_get_object (array, i)));

  return attachments->len > 0 ? g_steal_pointer (&attachments) : NULL;
}

/* @part: "quoted", what was written above the mail it answers, or "full". */
static char *
dup_mail_text (JsonObject *mail,
               const char *part)
{
  const char *text = cor_json_get_string (cor_json_get_object (mail, "text_content"), part);
  const char *html = cor_json_get_string (cor_json_get_object (mail, "html_content"), part);

  if (text != NULL)
    return g_strdup (text);

  return html != NULL ? cor_html_to_text (html, strlen (html)) : NULL;
}

static void
parse_content (CorMessageRecord *message,
               JsonObject       *object,
               JsonObject       *attributes)
{
  JsonObject *mail = cor_json_get_object (attributes, "email");

  message->subject = cor_json_dup_string (mail, "subject");
  if (mail != NULL && !message->is_deleted)
    {
      message->content = dup_mail_text (mail, "quoted");
      message->full_content = dup_mail_text (mail, "full");
    }
  if (message->content == NULL)
    message->content = cor_json_dup_string (object, "content");
  if (message->full_content != NULL && g_strcmp0 (message->full_content, message->content) == 0)
    g_clear_pointer (&message->full_content, g_free);
}

/* The mark that this client or another one gave the message (chatwoot.md §5). */
static char *
dup_uuid (JsonObject *object,
          JsonObject *attributes)
{
  const char *echo_id = cor_json_get_string (object, "echo_id");
  char       *uuid = cor_json_dup_string (attributes, "client_message_id");

  if (uuid == NULL)
    uuid = cor_json_dup_string (object, "client_message_id");
  if (uuid == NULL && echo_id != NULL && g_uuid_string_is_valid (echo_id))
    uuid = g_strdup (echo_id);

  return uuid;
}

static int
parse_rating (JsonObject *attributes)
{
  JsonObject *values = cor_json_get_object (attributes, "submitted_values");
  gint64      rating = cor_json_get_int (cor_json_get_object (values, "csat_survey_response"), "rating");

  return rating >= 1 && rating <= 5 ? (int) rating : 0;
}

/**
 * cor_chatwoot_parse_message:
 * @object: (nullable): a message; keys may be missing, null or of another type
 * @conversation_id: (nullable): the conversation, where the message does not say it
 *
 * Any thread; the HTML of mails takes time.
 *
 * Returns: (transfer full) (nullable): the record, %NULL if it has no id
 */
CorMessageRecord *
cor_chatwoot_parse_message (JsonObject *object,
                            const char *conversation_id)
{
  JsonObject *attributes = cor_json_get_object (object, "content_attributes");
  g_autoptr (CorMessageRecord) message = NULL;

  if (cor_json_get_int (object, "id") <= 0)
    return NULL;

  message = cor_message_record_new ();
  message->ordinal = cor_json_get_int (object, "id");
  message->remote_id = cor_json_dup_id (object, "id");
  message->conversation_id = cor_json_dup_id (object, "conversation_id");
  if (message->conversation_id == NULL)
    message->conversation_id = g_strdup (conversation_id);
  message->kind = parse_kind (object);
  message->content_type = cor_json_dup_string (object, "content_type");
  message->created_at = cor_json_get_time (object, "created_at");
  message->is_private = cor_json_get_bool (object, "private");
  message->is_deleted = cor_json_get_bool (attributes, "deleted");
  message->error = cor_json_dup_string (attributes, "external_error");
  message->in_reply_to = cor_json_dup_id (attributes, "in_reply_to");
  message->rating = parse_rating (attributes);
  message->uuid = dup_uuid (object, attributes);
  message->attachments = parse_attachments (cor_json_get_array (object, "attachments"));
  /* The server says "sent" of incoming messages too. */
  if (message->kind == COR_MESSAGE_OUTGOING || message->kind == COR_MESSAGE_TEMPLATE)
    message->delivery = parse_delivery (object);
  parse_sender (message, object);
  parse_content (message, object, attributes);
  return g_steal_pointer (&message);
}

static int
compare_ordinals (gconstpointer a,
                  gconstpointer b)
{
  const CorMessageRecord *first = *(const CorMessageRecord *const *) a;
  const CorMessageRecord *second = *(const CorMessageRecord *const *) b;

  return (first->ordinal > second->ordinal) - (first->ordinal < second->ordinal);
}

/**
 * cor_chatwoot_parse_messages:
 * @array: (nullable): messages in any order
 * @conversation_id: (nullable): their conversation
 *
 * Returns: (transfer full) (element-type CorMessageRecord): those with an id, by ascending ordinal
 */
GPtrArray *
cor_chatwoot_parse_messages (JsonArray  *array,
                             const char *conversation_id)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      CorMessageRecord *message = cor_chatwoot_parse_message (cor_json_array_get_object (array, i), conversation_id);

      if (message != NULL)
        g_ptr_array_add (messages, message);
    }

  g_ptr_array_sort (messages, compare_ordinals);
  return messages;
}
