/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-chatwoot-parse"

#include "config.h"

#include "cor-chatwoot-message.h"
#include "cor-chatwoot-parse.h"
#include "cor-json.h"
#include "cor-service-error.h"
#include "cor-test-main.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = cor_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return root;
}

static CorMessageRecord *
parse_message (const char *text)
{
  g_autoptr (JsonNode) root = parse (text);

  return cor_chatwoot_parse_message (cor_json_as_object (root), "9");
}

static void
test_message_rest (void)
{
  g_autoptr (CorMessageRecord) message =
    parse_message ("{\"id\":501,\"conversation_id\":17,\"inbox_id\":2,\"message_type\":1,\"content\":\"Hello\",\"content_type\":\"text\","
                   "\"content_attributes\":{\"client_message_id\":\"0b2f5b3c-0000-4000-8000-000000000001\",\"in_reply_to\":499,"
                   "\"external_error\":\"Blocked\"},\"private\":false,\"status\":\"failed\",\"created_at\":1700000000,\"source_id\":null,"
                   "\"sender\":{\"id\":3,\"name\":\"Mei\",\"available_name\":\"M\",\"type\":\"user\"},\"echo_id\":\"ignored\"}");

  g_assert_cmpstr (message->remote_id, ==, "501");
  g_assert_cmpint (message->ordinal, ==, 501);
  g_assert_cmpstr (message->conversation_id, ==, "17");
  g_assert_cmpint (message->kind, ==, COR_MESSAGE_OUTGOING);
  g_assert_cmpint (message->sender_kind, ==, COR_SENDER_AGENT);
  g_assert_cmpstr (message->sender_id, ==, "3");
  g_assert_cmpstr (message->sender_name, ==, "Mei");
  g_assert_cmpstr (message->content, ==, "Hello");
  g_assert_cmpstr (message->uuid, ==, "0b2f5b3c-0000-4000-8000-000000000001");
  g_assert_cmpstr (message->in_reply_to, ==, "499");
  g_assert_cmpstr (message->error, ==, "Blocked");
  g_assert_cmpint (message->delivery, ==, COR_DELIVERY_FAILED);
  g_assert_cmpint (message->created_at, ==, 1700000000);
  g_assert_null (message->attachments);
  g_assert_null (message->full_content);
}

static void
test_message_push (void)
{
  g_autoptr (CorMessageRecord) message =
    parse_message ("{\"id\":502,\"message_type\":\"incoming\",\"content\":null,\"created_at\":\"2023-11-14T22:13:20.000Z\",\"sender_type\":\"Contact\","
                   "\"sender_id\":8,\"status\":\"sent\",\"private\":null,\"content_attributes\":null,"
                   "\"echo_id\":\"0b2f5b3c-0000-4000-8000-000000000002\","
                   "\"attachments\":[{\"id\":1,\"file_type\":\"file\",\"data_url\":\"https://files.example/a/b/%E6%94%B6%E6%8D%AE%201.pdf?sig=x\","
                   "\"content_type\":\"application/pdf\",\"file_size\":123},"
                   "{\"id\":2,\"file_type\":\"file\",\"data_url\":\"https://files.example/a/..%2F..%2Fetc%2Fpasswd\"},"
                   "{\"id\":3,\"file_type\":\"fallback\",\"data_url\":\"javascript:alert(1)\",\"fallback_title\":\"Map\",\"file_size\":-4},7,null]}");
  CorAttachmentRecord *attachment;

  g_assert_cmpint (message->kind, ==, COR_MESSAGE_INCOMING);
  g_assert_cmpstr (message->conversation_id, ==, "9");
  g_assert_cmpint (message->sender_kind, ==, COR_SENDER_CUSTOMER);
  g_assert_cmpstr (message->sender_id, ==, "8");
  g_assert_cmpint (message->created_at, ==, 1700000000);
  g_assert_cmpint (message->delivery, ==, COR_DELIVERY_NONE);
  g_assert_cmpstr (message->uuid, ==, "0b2f5b3c-0000-4000-8000-000000000002");
  g_assert_null (message->content);
  g_assert_cmpuint (message->attachments->len, ==, 3);

  attachment = g_ptr_array_index (message->attachments, 0);
  g_assert_cmpstr (attachment->file_name, ==, "收据 1.pdf");
  g_assert_cmpstr (attachment->url, ==, "https://files.example/a/b/%E6%94%B6%E6%8D%AE%201.pdf?sig=x");
  g_assert_cmpint (attachment->size, ==, 123);
  attachment = g_ptr_array_index (message->attachments, 1);
  g_assert_true (attachment->file_name == NULL || strchr (attachment->file_name, '/') == NULL);
  attachment = g_ptr_array_index (message->attachments, 2);
  g_assert_cmpstr (attachment->file_name, ==, "Map");
  g_assert_null (attachment->url);
  g_assert_cmpint (attachment->size, ==, 0);
}

static void
test_message_mail (void)
{
  g_autoptr (CorMessageRecord) text =
    parse_message ("{\"id\":1,\"message_type\":0,\"content\":\"raw\",\"content_type\":\"incoming_email\",\"content_attributes\":{\"email\":{"
                   "\"subject\":\"Where is it?\",\"text_content\":{\"full\":\"New\\n> Old\",\"quoted\":\"New\"},"
                   "\"html_content\":{\"full\":\"<p>x</p>\",\"quoted\":\"<p>y</p>\"}}}}");
  g_autoptr (CorMessageRecord) html =
    parse_message ("{\"id\":2,\"message_type\":0,\"content\":\"raw\",\"content_attributes\":{\"email\":{\"subject\":null,\"text_content\":{},"
                   "\"html_content\":{\"full\":\"<p>One</p><script>bad()</script>\",\"quoted\":\"<p>One</p>\"}}}}");
  g_autoptr (CorMessageRecord) neither =
    parse_message ("{\"id\":3,\"message_type\":0,\"content\":\"raw\",\"content_attributes\":{\"email\":{\"text_content\":null}}}");

  g_assert_cmpstr (text->subject, ==, "Where is it?");
  g_assert_cmpstr (text->content, ==, "New");
  g_assert_cmpstr (text->full_content, ==, "New\n> Old");
  g_assert_nonnull (strstr (html->content, "One"));
  g_assert_null (strstr (html->content, "<p>"));
  g_assert_null (html->subject);
  g_assert_cmpstr (neither->content, ==, "raw");
  g_assert_null (neither->full_content);
}

static void
test_message_deleted (void)
{
  g_autoptr (CorMessageRecord) message =
    parse_message ("{\"id\":4,\"message_type\":1,\"content\":\"This message was deleted\",\"content_attributes\":{\"deleted\":true}}");
  g_autoptr (CorMessageRecord) survey =
    parse_message ("{\"id\":5,\"message_type\":3,\"content_type\":\"input_csat\",\"content_attributes\":{\"submitted_values\":{"
                   "\"csat_survey_response\":{\"rating\":4,\"feedback_message\":\"ok\"}}}}");
  g_autoptr (CorMessageRecord) form =
    parse_message ("{\"id\":6,\"message_type\":99,\"content_attributes\":{\"submitted_values\":[{\"name\":\"x\"}],\"rating\":77}}");

  g_assert_true (message->is_deleted);
  g_assert_null (message->uuid);
  g_assert_cmpint (survey->rating, ==, 4);
  g_assert_cmpint (survey->kind, ==, COR_MESSAGE_TEMPLATE);
  g_assert_cmpint (form->rating, ==, 0);
  g_assert_cmpint (form->kind, ==, COR_MESSAGE_ACTIVITY);
  g_assert_null (parse_message ("{\"content\":\"no id\"}"));
  g_assert_null (parse_message ("{\"id\":-3}"));
  g_assert_null (parse_message ("{\"id\":\"x\"}"));
}

static void
test_conversation_rest (void)
{
  g_autoptr (JsonNode) root =
    parse ("{\"id\":17,\"uuid\":\"u\",\"account_id\":1,\"inbox_id\":2,\"status\":\"snoozed\",\"priority\":null,"
           "\"snoozed_until\":\"2023-11-14T22:13:20.000Z\",\"labels\":[\"vip\",\"refund\"],\"created_at\":1690000000,\"timestamp\":1700000001,"
           "\"last_activity_at\":1700000001,\"updated_at\":1700000002.5,\"agent_last_seen_at\":0,\"unread_count\":10,\"can_reply\":false,"
           "\"waiting_since\":1699999999,\"first_reply_created_at\":0,\"custom_attributes\":{\"order\":\"A1\"},"
           "\"additional_attributes\":{\"mail_subject\":\"Help\"},"
           "\"messages\":[{\"id\":900,\"message_type\":2,\"content\":\"Resolved\",\"created_at\":1700000001}],"
           "\"meta\":{\"sender\":{\"id\":8,\"name\":\"李伟\",\"email\":\"li@example.com\",\"phone_number\":\"+8613800000000\","
           "\"identifier\":\"C-1\",\"blocked\":false,\"additional_attributes\":{\"company_name\":\"Wei Ltd\",\"country_code\":\"CN\"},"
           "\"custom_attributes\":{}},\"channel\":\"Channel::Api\"},"
           "\"applied_sla\":{\"sla_first_response_time_threshold\":3600,\"sla_next_response_time_threshold\":null}}");
  g_autoptr (CorConversationRecord) conversation = cor_chatwoot_parse_conversation (cor_json_as_object (root));

  g_assert_cmpuint (conversation->fields, ==, COR_CONVERSATION_HAS_ALL);
  g_assert_cmpstr (conversation->remote_id, ==, "17");
  g_assert_cmpint (conversation->status, ==, COR_STATUS_SNOOZED);
  g_assert_cmpint (conversation->priority, ==, COR_PRIORITY_NONE);
  g_assert_cmpint (conversation->snoozed_until, ==, 1700000000);
  g_assert_cmpstr (conversation->labels[1], ==, "refund");
  g_assert_cmpint (conversation->updated_at_us, ==, G_GINT64_CONSTANT (1700000002500000));
  g_assert_cmpint (conversation->waiting_since, ==, 1699999999);
  g_assert_cmpuint (conversation->unread_count, ==, 10);
  g_assert_false (conversation->can_reply);
  g_assert_null (conversation->assignee_id);
  g_assert_null (conversation->team_id);
  g_assert_cmpstr (conversation->subject, ==, "Help");
  g_assert_cmpstr (conversation->attributes_json, ==, "{\"order\":\"A1\"}");
  g_assert_cmpint (conversation->sla_first_reply, ==, 3600);
  g_assert_cmpint (conversation->sla_next_reply, ==, 0);
  g_assert_cmpstr (conversation->customer->name, ==, "李伟");
  g_assert_cmpstr (conversation->customer->company, ==, "Wei Ltd");
  g_assert_cmpint (conversation->newest->ordinal, ==, 900);
  g_assert_cmpstr (conversation->newest->conversation_id, ==, "17");
}

/* A push says less: what it does not say must not look like "none". */
static void
test_conversation_push (void)
{
  g_autoptr (JsonNode) root = parse ("{\"id\":17,\"status\":\"open\",\"updated_at\":1700000002.5,\"first_reply_created_at\":\"2023-11-14T22:13:20Z\","
                                     "\"waiting_since\":0,\"unread_count\":1}");
  g_autoptr (JsonNode) bot = parse ("{\"id\":18,\"meta\":{\"assignee\":{\"id\":5,\"name\":\"Bot\"},\"assignee_type\":\"AgentBot\",\"team\":{\"id\":4}}}");
  g_autoptr (CorConversationRecord) conversation = cor_chatwoot_parse_conversation (cor_json_as_object (root));
  g_autoptr (CorConversationRecord) with_bot = cor_chatwoot_parse_conversation (cor_json_as_object (bot));

  g_assert_cmpuint (conversation->fields, ==, COR_CONVERSATION_HAS_STATUS | COR_CONVERSATION_HAS_TIMES);
  g_assert_cmpint (conversation->first_reply_at, ==, 1700000000);
  g_assert_null (conversation->customer);
  g_assert_null (conversation->newest);
  g_assert_cmpuint (with_bot->fields, ==, COR_CONVERSATION_HAS_ASSIGNEE | COR_CONVERSATION_HAS_TEAM);
  g_assert_null (with_bot->assignee_id);
  g_assert_cmpstr (with_bot->team_id, ==, "4");
}

static void
test_channels (void)
{
  static const struct
  {
    const char *inbox;
    CorChannel  channel;
  } cases[] = {
    { "\"channel_type\":\"Channel::Email\",\"email\":\"a@b.c\"", COR_CHANNEL_EMAIL },
    { "\"channel_type\":\"Channel::WebWidget\"", COR_CHANNEL_WEB },
    { "\"channel_type\":\"Channel::TwilioSms\",\"medium\":\"sms\"", COR_CHANNEL_SMS },
    { "\"channel_type\":\"Channel::TwilioSms\",\"medium\":\"whatsapp\"", COR_CHANNEL_WHATSAPP },
    { "\"channel_type\":\"Channel::Api\",\"additional_attributes\":{\"channel\":\"wechat\"},\"name\":\"Phone\"", COR_CHANNEL_WECHAT },
    { "\"channel_type\":\"Channel::Api\",\"additional_attributes\":{\"channel\":\"x\"}", COR_CHANNEL_X },
    { "\"channel_type\":\"Channel::Api\",\"additional_attributes\":{\"channel\":\"line\"}", COR_CHANNEL_LINE },
    { "\"channel_type\":\"Channel::Api\",\"name\":\"公司微信\"", COR_CHANNEL_WECHAT },
    { "\"channel_type\":\"Channel::Api\",\"name\":\"Phone calls\"", COR_CHANNEL_PHONE },
    { "\"channel_type\":\"Channel::Api\",\"name\":\"X (@corridor)\"", COR_CHANNEL_X },
    { "\"channel_type\":\"Channel::Api\",\"name\":\"Xenia\"", COR_CHANNEL_API },
    { "\"channel_type\":\"Channel::Api\",\"additional_attributes\":[],\"name\":7", COR_CHANNEL_API },
    { "\"channel_type\":\"Channel::Tiktok\"", COR_CHANNEL_API },
    { "\"channel_type\":null", COR_CHANNEL_API },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"payload\":[{\"id\":1,\"imap_password\":\"p\",%s},{\"name\":\"no id\"},3]}", cases[i].inbox);
      g_autoptr (JsonNode) root = parse (text);
      g_autoptr (GPtrArray) inboxes = cor_chatwoot_parse_inboxes (root, NULL, NULL);

      g_assert_cmpuint (inboxes->len, ==, 1);
      g_assert_cmpint (((CorInboxRecord *) g_ptr_array_index (inboxes, 0))->channel, ==, cases[i].channel);
    }
}

static void
test_profile (void)
{
  g_autoptr (JsonNode) root = parse ("{\"id\":3,\"name\":\"Mei\",\"email\":\"m@example.com\",\"pubsub_token\":\"p\",\"access_token\":\"a\",\"account_id\":5,\"message_signature\":\"Mei\\nCare\","
                                     "\"accounts\":[{\"id\":1,\"name\":\"One\",\"status\":\"active\",\"role\":\"agent\"},"
                                     "{\"id\":4,\"status\":\"suspended\"},{\"id\":5,\"name\":\"Five\",\"role\":\"administrator\"}]}");
  g_autoptr (JsonNode) none = parse ("{\"error\":\"x\"}");
  g_autoptr (CorProfileRecord) profile = cor_chatwoot_parse_profile (root, NULL, NULL);
  g_autoptr (GError) error = NULL;
  CorDeskAccountRecord *first = g_ptr_array_index (profile->accounts, 0);

  g_assert_cmpstr (profile->push_secret, ==, "p");
  g_assert_cmpstr (profile->signature, ==, "Mei\nCare");
  g_assert_cmpuint (profile->accounts->len, ==, 2);
  g_assert_cmpstr (first->remote_id, ==, "5");
  g_assert_null (cor_chatwoot_parse_profile (none, NULL, &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
}

static void
test_version (void)
{
  g_autoptr (JsonNode) good = parse ("{\"cache_keys\":{\"label\":\"1\",\"inbox\":\"2\",\"team\":\"3\"}}");
  g_autoptr (JsonNode) expired = parse ("{\"cache_keys\":{\"label\":\"1\",\"inbox\":\"0000000000\",\"team\":\"3\"}}");
  g_autofree char *version = cor_chatwoot_parse_version (good, NULL, NULL);
  g_autofree char *nothing = cor_chatwoot_parse_version (expired, NULL, NULL);

  g_assert_cmpstr (version, ==, "label=1 inbox=2 team=3");
  g_assert_cmpstr (nothing, ==, "");
}

static CorDeskEvent *
parse_event (const char *text)
{
  g_autoptr (JsonNode) root = parse (text);

  return cor_chatwoot_parse_event (cor_json_as_object (root), "1");
}

static void
test_events (void)
{
  g_autoptr (CorDeskEvent) message = parse_event ("{\"event\":\"message.created\",\"data\":{\"id\":5,\"account_id\":1,\"conversation_id\":2}}");
  g_autoptr (CorDeskEvent) typing =
    parse_event ("{\"event\":\"conversation.typing_on\",\"data\":{\"account_id\":1,\"conversation\":{\"id\":2},\"user\":{\"name\":\"Ana\"},\"is_private\":true}}");
  g_autoptr (CorDeskEvent) silent =
    parse_event ("{\"event\":\"conversation.typing_off\",\"data\":{\"account_id\":1,\"conversation\":{\"id\":2}}}");
  g_autoptr (CorDeskEvent) deleted = parse_event ("{\"event\":\"contact.deleted\",\"data\":{\"account_id\":1,\"id\":8}}");
  g_autoptr (CorDeskEvent) lists = parse_event ("{\"event\":\"account.cache_invalidated\",\"data\":{\"account_id\":1,\"cache_keys\":{}}}");
  g_autoptr (CorDeskEvent) assigned = parse_event ("{\"event\":\"assignee.changed\",\"data\":{\"account_id\":\"1\",\"id\":2,\"meta\":{}}}");

  g_assert_cmpstr (message->message->remote_id, ==, "5");
  g_assert_true (typing->typing_on);
  g_assert_true (typing->typing_private);
  g_assert_false (silent->typing_private);
  g_assert_cmpstr (typing->typing_name, ==, "Ana");
  g_assert_false (silent->typing_on);
  g_assert_cmpstr (silent->typing_conversation_id, ==, "2");
  g_assert_cmpstr (deleted->deleted_customer_id, ==, "8");
  g_assert_true (lists->lists_changed);
  g_assert_cmpstr (assigned->conversation->remote_id, ==, "2");

  g_assert_null (parse_event ("{\"event\":\"message.created\",\"data\":{\"id\":5,\"account_id\":2,\"conversation_id\":2}}"));
  g_assert_null (parse_event ("{\"event\":\"message.created\",\"data\":{\"id\":5,\"conversation_id\":2}}"));
  g_assert_null (parse_event ("{\"event\":\"message.created\",\"data\":{\"account_id\":1}}"));
  g_assert_null (parse_event ("{\"event\":\"presence.update\",\"data\":{\"account_id\":1,\"users\":{}}}"));
  g_assert_null (parse_event ("{\"event\":7,\"data\":[]}"));
}

static const CorTemplate *
find_template (GPtrArray  *templates,
               const char *id)
{
  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (((CorTemplate *) templates->pdata[i])->id, id))
      return templates->pdata[i];
  return NULL;
}

/* The name, the language and the register stand in the short code; what does not is told by the text. */
static void
test_canned (void)
{
  g_autoptr (JsonNode) root =
    parse ("[{\"id\":1,\"short_code\":\"refund\",\"content\":\"Hello {{contact.name}}, your money comes back within three days.\"},"
           "{\"id\":2,\"short_code\":\"refund.es\",\"content\":\"Hola\"},"
           "{\"id\":3,\"short_code\":\"refund.pt_BR.formal\",\"content\":\"Prezada\"},"
           "{\"id\":4,\"short_code\":\"refund.direct\",\"content\":\"Hi, your money comes back within three days.\"},"
           "{\"id\":5,\"short_code\":\"refund.en\",\"content\":\"Another\"},"
           "{\"id\":6,\"short_code\":\"wire.fees\",\"content\":\"The fee of the wire is {{fee.amount}}.\"},"
           "{\"id\":7,\"short_code\":\"到账\",\"content\":\"款项已从我方汇出，目前在收款行。\"},"
           "{\"id\":8,\"short_code\":\"到帳\",\"content\":\"款項已從我方匯出，目前在收款行，請您稍候。\"},"
           "{\"id\":9,\"short_code\":\"empty\",\"content\":\"\"},{\"id\":10,\"content\":\"x\"},"
           "{\"id\":11,\"short_code\":\".es\",\"content\":\"12 34\"},{\"id\":12,\"short_code\":\" refund \",\"content\":\"Hello, this is the same name once more.\"}]");
  g_autoptr (GPtrArray) templates = cor_chatwoot_parse_templates (root, NULL, NULL);
  const CorTemplate *refund = find_template (templates, "refund");
  const CorTemplate *wire = find_template (templates, "wire.fees");

  g_assert_nonnull (refund);
  g_assert_cmpstr (refund->shortcut, ==, "refund");
  g_assert_cmpstr (refund->source_locale, ==, "en");
  g_assert_cmpuint (refund->variants->len, ==, 4);
  g_assert_true (g_str_has_prefix (cor_template_find (refund, "en", COR_REGISTER_NEUTRAL)->text, "Hello {{"));
  g_assert_cmpstr (cor_template_find (refund, "es", COR_REGISTER_NEUTRAL)->text, ==, "Hola");
  g_assert_cmpstr (cor_template_find (refund, "pt-BR", COR_REGISTER_FORMAL)->text, ==, "Prezada");
  g_assert_nonnull (cor_template_find (refund, "en", COR_REGISTER_DIRECT));
  /* two that say they are the same: the second stands by itself, nothing is lost */
  g_assert_cmpstr (cor_template_find (find_template (templates, "refund.en"), "en", COR_REGISTER_NEUTRAL)->text, ==, "Another");
  /* “fees” is no language, and a variable that nobody knows is no reason to leave it out */
  g_assert_nonnull (cor_template_find (wire, "en", COR_REGISTER_NEUTRAL));
  g_assert_cmpint (((CorTemplateVariant *) wire->variants->pdata[0])->state, ==, COR_TEMPLATE_DRAFT);
  g_assert_nonnull (cor_template_find (find_template (templates, "到账"), "zh", COR_REGISTER_NEUTRAL));
  g_assert_nonnull (cor_template_find (find_template (templates, "到帳"), "zh-Hant", COR_REGISTER_NEUTRAL));
  g_assert_cmpstr (find_template (templates, ".es")->source_locale, ==, "en");
  g_assert_null (find_template (templates, "empty"));
  g_assert_cmpuint (templates->len, ==, 6);
}

static void
test_canned_is_no_list (void)
{
  g_autoptr (JsonNode) root = parse ("{\"error\":\"x\"}");
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_chatwoot_parse_templates (root, NULL, &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/chatwoot-parse/canned", test_canned);
  g_test_add_func ("/chatwoot-parse/canned-no-list", test_canned_is_no_list);
  g_test_add_func ("/parse/message/rest", test_message_rest);
  g_test_add_func ("/parse/message/push", test_message_push);
  g_test_add_func ("/parse/message/mail", test_message_mail);
  g_test_add_func ("/parse/message/deleted", test_message_deleted);
  g_test_add_func ("/parse/conversation/rest", test_conversation_rest);
  g_test_add_func ("/parse/conversation/push", test_conversation_push);
  g_test_add_func ("/parse/channels", test_channels);
  g_test_add_func ("/parse/profile", test_profile);
  g_test_add_func ("/parse/version", test_version);
  g_test_add_func ("/parse/events", test_events);
  return cor_test_run ();
}
