/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-parse"

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-json.h"
#include "cor-service-error.h"

#include <string.h>

/* A cache key that has expired on the server (chatwoot.md §14): it says nothing. */
#define NO_CACHE_KEY "0000000000"

typedef gpointer (*ParseRow) (JsonObject *object);

static GPtrArray *
parse_rows (JsonArray     *array,
            const char    *what,
            ParseRow       parse,
            GDestroyNotify row_free,
            GError       **error)
{
  GPtrArray *rows;

  if (array == NULL)
    {
      g_set_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer holds no list of %s", what);
      return NULL;
    }

  rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gpointer row = parse (cor_json_array_get_object (array, i));

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  return rows;
}

static CorChannel
channel_from_name (const char *name)
{
  /* Words that an inbox of the open interface is named by: the service has no kind of its own for
   * these channels. Matched in folded text. */
  static const struct
  {
    const char *word;
    CorChannel  channel;
  } hints[] = {
    { "wechat", COR_CHANNEL_WECHAT },
    { "weixin", COR_CHANNEL_WECHAT },
    { "微信", COR_CHANNEL_WECHAT },
    { "twitter", COR_CHANNEL_X },
    { "phone", COR_CHANNEL_PHONE },
    { "voice", COR_CHANNEL_PHONE },
    { "call", COR_CHANNEL_PHONE },
    { "电话", COR_CHANNEL_PHONE },
    { "電話", COR_CHANNEL_PHONE },
    { "whatsapp", COR_CHANNEL_WHATSAPP },
    { "telegram", COR_CHANNEL_TELEGRAM },
  };
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;
  g_auto (GStrv) words = NULL;

  if (folded == NULL)
    return COR_CHANNEL_API;

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (strstr (folded, hints[i].word) != NULL)
      return hints[i].channel;

  words = g_strsplit_set (folded, " ()@/-", -1);
  return g_strv_contains ((const char *const *) words, "x") ? COR_CHANNEL_X : COR_CHANNEL_API;
}

/* What an inbox of the open interface says of itself, else what its name suggests. */
static CorChannel
parse_open_channel (JsonObject *object)
{
  const char *said = cor_json_get_string (cor_json_get_object (object, "additional_attributes"), "channel");
  CorChannel  channel = channel_from_name (said);

  if (channel == COR_CHANNEL_API)
    channel = cor_channel_from_string (said);
  if (channel == COR_CHANNEL_API)
    channel = channel_from_name (cor_json_get_string (object, "provider"));
  if (channel == COR_CHANNEL_API)
    channel = channel_from_name (cor_json_get_string (object, "name"));

  return channel;
}

static CorChannel
parse_channel (JsonObject *object)
{
  static const struct
  {
    const char *type;
    CorChannel  channel;
  } types[] = {
    { "Channel::Email", COR_CHANNEL_EMAIL },
    { "Channel::WebWidget", COR_CHANNEL_WEB },
    { "Channel::Whatsapp", COR_CHANNEL_WHATSAPP },
    { "Channel::Telegram", COR_CHANNEL_TELEGRAM },
    { "Channel::Line", COR_CHANNEL_LINE },
    { "Channel::Sms", COR_CHANNEL_SMS },
    { "Channel::TwilioSms", COR_CHANNEL_SMS },
    { "Channel::FacebookPage", COR_CHANNEL_FACEBOOK },
    { "Channel::Instagram", COR_CHANNEL_INSTAGRAM },
    { "Channel::TwitterProfile", COR_CHANNEL_X },
    { "Channel::Voice", COR_CHANNEL_PHONE },
  };
  const char *type = cor_json_get_string (object, "channel_type");

  if (g_strcmp0 (type, "Channel::TwilioSms") == 0 && g_strcmp0 (cor_json_get_string (object, "medium"), "whatsapp") == 0)
    return COR_CHANNEL_WHATSAPP;
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i].type))
      return types[i].channel;

  return parse_open_channel (object);
}

static gpointer
parse_inbox (JsonObject *object)
{
  g_autofree char *id = cor_json_dup_id (object, "id");
  CorInboxRecord  *inbox;

  if (id == NULL)
    return NULL;

  /* Only these fields: an administrator's answer also holds the channels' passwords (chatwoot.md §8). */
  inbox = cor_inbox_record_new ();
  inbox->remote_id = g_steal_pointer (&id);
  inbox->name = cor_json_dup_string (object, "name");
  inbox->address = cor_json_dup_string (object, "email");
  if (inbox->address == NULL)
    inbox->address = cor_json_dup_string (object, "phone_number");
  inbox->channel = parse_channel (object);
  return inbox;
}

static gpointer
parse_agent (JsonObject *object)
{
  g_autofree char *id = cor_json_dup_id (object, "id");
  CorAgentRecord  *agent;

  if (id == NULL)
    return NULL;

  agent = cor_agent_record_new ();
  agent->remote_id = g_steal_pointer (&id);
  agent->name = cor_json_dup_string (object, "name");
  agent->email = cor_json_dup_string (object, "email");
  agent->availability = cor_json_dup_string (object, "availability_status");
  agent->is_administrator = g_strcmp0 (cor_json_get_string (object, "role"), "administrator") == 0;
  return agent;
}

static gpointer
parse_team (JsonObject *object)
{
  g_autofree char *id = cor_json_dup_id (object, "id");
  CorTeamRecord   *team;

  if (id == NULL)
    return NULL;

  team = cor_team_record_new ();
  team->remote_id = g_steal_pointer (&id);
  team->name = cor_json_dup_string (object, "name");
  team->is_member = cor_json_get_bool (object, "is_member");
  return team;
}

static gpointer
parse_label (JsonObject *object)
{
  CorLabelRecord *label;

  if (cor_json_get_string (object, "title") == NULL)
    return NULL;

  label = cor_label_record_new ();
  label->title = cor_json_dup_string (object, "title");
  label->description = cor_json_dup_string (object, "description");
  label->color = cor_json_dup_string (object, "color");
  return label;
}

/**
 * cor_chatwoot_parse_inboxes:
 *
 * Returns: (transfer full) (nullable): a #GPtrArray of #CorInboxRecord
 */
gpointer
cor_chatwoot_parse_inboxes (JsonNode *root,
                            gpointer  user_data,
                            GError  **error)
{
  JsonArray *payload = cor_json_get_array (cor_json_as_object (root), "payload");

  return parse_rows (payload, "inboxes", parse_inbox, (GDestroyNotify) cor_inbox_record_free, error);
}

/**
 * cor_chatwoot_parse_agents:
 *
 * Returns: (transfer full) (nullable): a #GPtrArray of #CorAgentRecord
 */
gpointer
cor_chatwoot_parse_agents (JsonNode *root,
                           gpointer  user_data,
                           GError  **error)
{
  return parse_rows (cor_json_as_array (root), "agents", parse_agent, (GDestroyNotify) cor_agent_record_free, error);
}

/**
 * cor_chatwoot_parse_teams:
 *
 * Returns: (transfer full) (nullable): a #GPtrArray of #CorTeamRecord
 */
gpointer
cor_chatwoot_parse_teams (JsonNode *root,
                          gpointer  user_data,
                          GError  **error)
{
  return parse_rows (cor_json_as_array (root), "teams", parse_team, (GDestroyNotify) cor_team_record_free, error);
}

/**
 * cor_chatwoot_parse_labels:
 *
 * Returns: (transfer full) (nullable): a #GPtrArray of #CorLabelRecord
 */
gpointer
cor_chatwoot_parse_labels (JsonNode *root,
                           gpointer  user_data,
                           GError  **error)
{
  JsonArray *payload = cor_json_get_array (cor_json_as_object (root), "payload");

  return parse_rows (payload, "labels", parse_label, (GDestroyNotify) cor_label_record_free, error);
}

/**
 * cor_chatwoot_parse_version:
 *
 * Returns: (transfer full): the cache keys as one text, empty if one of them says nothing
 */
gpointer
cor_chatwoot_parse_version (JsonNode *root,
                            gpointer  user_data,
                            GError  **error)
{
  static const char *const names[] = { "label", "inbox", "team" };
  JsonObject              *keys = cor_json_get_object (cor_json_as_object (root), "cache_keys");
  g_autoptr (GString) version = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = cor_json_dup_id (keys, names[i]);

      if (key == NULL || g_str_equal (key, NO_CACHE_KEY))
        return g_strdup ("");
      g_string_append_printf (version, "%s%s=%s", i > 0 ? " " : "", names[i], key);
    }

  return g_string_free (g_steal_pointer (&version), FALSE);
}

static gpointer
parse_account (JsonObject *object)
{
  g_autofree char      *id = cor_json_dup_id (object, "id");
  CorDeskAccountRecord *account;

  /* A suspended account opens nothing. */
  if (id == NULL || g_strcmp0 (cor_json_get_string (object, "status"), "suspended") == 0)
    return NULL;

  account = cor_desk_account_record_new ();
  account->remote_id = g_steal_pointer (&id);
  account->name = cor_json_dup_string (object, "name");
  account->role = cor_json_dup_string (object, "role");
  return account;
}

/**
 * cor_chatwoot_parse_profile:
 *
 * The access token in it is not read (chatwoot.md §1, §18).
 *
 * Returns: (transfer full) (nullable): a #CorProfileRecord, the account used last first
 */
gpointer
cor_chatwoot_parse_profile (JsonNode *root,
                            gpointer  user_data,
                            GError  **error)
{
  JsonObject       *object = cor_json_as_object (root);
  JsonArray        *accounts = cor_json_get_array (object, "accounts");
  g_autofree char  *last_used = cor_json_dup_id (object, "account_id");
  CorProfileRecord *profile;

  if (cor_json_get_int (object, "id") <= 0)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer holds no profile");
      return NULL;
    }

  profile = cor_profile_record_new ();
  profile->agent_id = cor_json_dup_id (object, "id");
  profile->agent_name = cor_json_dup_string (object, "name");
  profile->agent_email = cor_json_dup_string (object, "email");
  profile->signature = cor_json_dup_string (object, "message_signature");
  profile->push_secret = cor_json_dup_string (object, "pubsub_token");
  for (guint i = 0; accounts != NULL && i < json_array_get_length (accounts); i++)
    {
      CorDeskAccountRecord *account = parse_account (cor_json_array_get_object (accounts, i));

      if (account != NULL)
        g_ptr_array_insert (profile->accounts, g_strcmp0 (account->remote_id, last_used) == 0 ? 0 : -1, account);
    }

  return profile;
}
