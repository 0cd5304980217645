/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-json.h"
#include "fuzz-main.h"

/* Right in everything; the input decides which members become something else. */
static const char sample[] =
  "{\"id\":17,\"name\":\"n\",\"account_id\":1,\"inbox_id\":2,\"status\":\"open\",\"priority\":\"high\",\"snoozed_until\":\"2023-11-14T22:13:20Z\","
  "\"labels\":[\"a\",\"b\"],\"created_at\":1690000000,\"last_activity_at\":1700000001,\"updated_at\":1700000002.5,\"agent_last_seen_at\":0,"
  "\"unread_count\":1,\"can_reply\":true,\"waiting_since\":5,\"first_reply_created_at\":6,\"custom_attributes\":{\"k\":1},"
  "\"additional_attributes\":{\"mail_subject\":\"s\",\"channel\":\"wechat\",\"company_name\":\"c\"},\"channel_type\":\"Channel::Api\","
  "\"accounts\":[{\"id\":1,\"name\":\"n\"}],\"cache_keys\":{\"label\":\"1\",\"inbox\":\"2\",\"team\":\"3\"},\"title\":\"t\","
  "\"message_type\":1,\"content\":\"c\",\"private\":false,\"echo_id\":\"e\",\"sender\":{\"id\":1,\"type\":\"user\",\"name\":\"n\"},"
  "\"attachments\":[{\"id\":1,\"file_type\":\"image\",\"data_url\":\"https://a.example/b%20c.png\",\"file_size\":9}],"
  "\"content_attributes\":{\"deleted\":false,\"client_message_id\":\"u\",\"in_reply_to\":4,\"submitted_values\":{\"csat_survey_response\":{\"rating\":3}},"
  "\"email\":{\"subject\":\"s\",\"text_content\":{\"quoted\":\"q\",\"full\":\"f\"},\"html_content\":{\"quoted\":\"<p>q\",\"full\":\"<p>f\"}}},"
  "\"meta\":{\"sender\":{\"id\":8,\"name\":\"n\"},\"assignee\":{\"id\":3},\"team\":{\"id\":4},\"all_count\":5},"
  "\"applied_sla\":{\"sla_first_response_time_threshold\":60},\"event\":\"message.created\",\"user\":{\"name\":\"n\"},\"conversation\":{\"id\":2},"
  "\"messages\":[{\"id\":3,\"message_type\":0}],\"payload\":[{\"id\":1,\"title\":\"t\"}],\"data\":{\"account_id\":1,\"id\":2,\"payload\":[{\"id\":3}],"
  "\"meta\":{\"all_count\":5},\"messages\":[{\"id\":9}]}}";

static const char *const odd_values[] = {
  "null",
  "true",
  "false",
  "0",
  "-1",
  "1e300",
  "-1e300",
  "9223372036854775807",
  "-9223372036854775808",
  "0.5",
  "\"\"",
  "\"x\"",
  "\"message.updated\"",
  "[]",
  "{}",
  "[[]]",
  "[null]",
  "{\"id\":{}}",
  "\"2023-99-99T99:99:99Z\"",
  "\"\\u0000\"",
  "\"https://%\"",
};

typedef struct
{
  const guint8 *data;
  gsize         size;
  gsize         at;
} Bytes;

static guint8
next_byte (Bytes *bytes)
{
  return bytes->at < bytes->size ? bytes->data[bytes->at++] : 0;
}

static void
twist (JsonObject *object,
       Bytes      *bytes)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);
      guint8    byte = next_byte (bytes);

      if (byte >= 200)
        json_object_set_member (object, l->data, json_from_string (odd_values[byte % G_N_ELEMENTS (odd_values)], NULL));
      else if (byte >= 190)
        json_object_remove_member (object, l->data);
      else if (cor_json_as_object (node) != NULL)
        twist (json_node_get_object (node), bytes);
      else if (cor_json_array_get_object (cor_json_as_array (node), 0) != NULL)
        twist (cor_json_array_get_object (cor_json_as_array (node), 0), bytes);
    }
}

static void
parse_all (JsonNode *root)
{
  static const struct
  {
    gpointer (*parse) (JsonNode *, gpointer, GError **);
    GDestroyNotify free;
  } all[] = {
    { cor_chatwoot_parse_profile, (GDestroyNotify) cor_profile_record_free },
    { cor_chatwoot_parse_inboxes, (GDestroyNotify) g_ptr_array_unref },
    { cor_chatwoot_parse_agents, (GDestroyNotify) g_ptr_array_unref },
    { cor_chatwoot_parse_teams, (GDestroyNotify) g_ptr_array_unref },
    { cor_chatwoot_parse_labels, (GDestroyNotify) g_ptr_array_unref },
    { cor_chatwoot_parse_version, g_free },
    { cor_chatwoot_parse_conversation_root, (GDestroyNotify) cor_conversation_record_unref },
    { cor_chatwoot_parse_conversation_page, (GDestroyNotify) cor_desk_conversation_page_free },
    { cor_chatwoot_parse_message_page, (GDestroyNotify) cor_desk_message_page_free },
    { cor_chatwoot_parse_message_root, (GDestroyNotify) cor_message_record_unref },
  };
  CorDeskEvent *event = cor_chatwoot_parse_event (cor_json_as_object (root), "1");

  g_clear_pointer (&event, cor_desk_event_free);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;
      gpointer made = all[i].parse (root, NULL, &error);

      /* Either a record or a reason. */
      g_assert_true ((made == NULL) == (error != NULL));
      g_clear_pointer (&made, all[i].free);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  Bytes bytes = { data, size, 0 };
  g_autoptr (JsonNode) given = cor_json_parse ((const char *) data, size, NULL);
  g_autoptr (JsonNode) twisted = json_from_string (sample, NULL);

  if (given != NULL)
    parse_all (given);
  twist (json_node_get_object (twisted), &bytes);
  parse_all (twisted);
  return 0;
}

const char *const fuzz_corpus[] = {
  "{\"id\":1,\"conversation_id\":2,\"message_type\":\"incoming\",\"content\":\"x\",\"attachments\":[{\"data_url\":\"https://a/b\"}]}",
  "{\"data\":{\"meta\":{\"all_count\":1},\"payload\":[{\"id\":1,\"messages\":[{\"id\":2}],\"meta\":{\"sender\":{\"id\":3}}}]}}",
  "{\"event\":\"message.created\",\"data\":{\"account_id\":1,\"id\":2,\"conversation_id\":3}}",
  "\xff\xc8\xd3\xe1\x10\xf7\x20\xcd\xff\x01\x02\xee\xdd\xcc\xbb\xfa\xfb\xfc\xfd\xfe\xc9\xca\xcb\x30\x40\x50\xd0\xd1\xd2\xd4\xd5\xd6",
  "                                                  \xc8      \xcd \xd2    \xd7   \xe0  \xee   \xf5  \xfa \xfd  \xff      \xc9   \xce",
  NULL,
};
