/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-shapes"

#include "config.h"

#include "cor-desk-cable.h"
#include "cor-desk-shapes.h"

#include <string.h>

/**
 * cor_desk_availability:
 * @desk: the desk
 * @agent_id: an agent
 * @availability: what the agent chose
 * @auto_offline: whether being away means offline
 *
 * Returns: (transfer none): what colleagues see (chatwoot.md §1)
 */
const char *
cor_desk_availability (CorDesk    *desk,
                       gint64      agent_id,
                       const char *availability,
                       gboolean    auto_offline)
{
  if (auto_offline && (desk->cable == NULL || !cor_desk_cable_is_present (desk->cable, agent_id)))
    return "offline";
  return availability;
}

/**
 * cor_desk_shape_agent:
 * @desk: the desk
 * @id: an agent
 *
 * Returns: (transfer full) (nullable): an element of the agents list (chatwoot.md §8)
 */
JsonObject *
cor_desk_shape_agent (CorDesk *desk,
                      gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gboolean auto_offline;

  cor_desk_db_select (desk->db, &rows, "SELECT name, ifnull (display_name, name), email, role, availability, auto_offline FROM agents WHERE id = ? AND is_bot = 0", "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  auto_offline = cor_desk_rows_int (&rows, 5) != 0;
  return cor_desk_json_new ("id:i", id, "account_id:d", COR_DESK_ACCOUNT_ID,
                            "availability_status:s", cor_desk_availability (desk, id, cor_desk_rows_text (&rows, 4), auto_offline),
                            "auto_offline:b", auto_offline, "confirmed:b", TRUE, "email:s", cor_desk_rows_text (&rows, 2),
                            "provider:s", "email", "available_name:s", cor_desk_rows_text (&rows, 1),
                            "custom_attributes:j", NULL, "name:s", cor_desk_rows_text (&rows, 0),
                            "role:s", cor_desk_rows_text (&rows, 3), "thumbnail:s", "", NULL);
}

/**
 * cor_desk_shape_agent_push:
 * @desk: the desk
 * @id: an agent or a bot
 *
 * Returns: (transfer full) (nullable): the sender of a message (chatwoot.md §4)
 */
JsonObject *
cor_desk_shape_agent_push (CorDesk *desk,
                           gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (desk->db, &rows, "SELECT name, ifnull (display_name, name), availability, auto_offline, is_bot FROM agents WHERE id = ?", "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  if (cor_desk_rows_int (&rows, 4))
    return cor_desk_json_new ("id:i", id, "name:s", cor_desk_rows_text (&rows, 0), "avatar_url:s", "", "type:s", "agent_bot", NULL);
  return cor_desk_json_new ("id:i", id, "name:s", cor_desk_rows_text (&rows, 0), "available_name:s", cor_desk_rows_text (&rows, 1),
                            "avatar_url:s", "", "type:s", "user",
                            "availability_status:s", cor_desk_availability (desk, id, cor_desk_rows_text (&rows, 2), cor_desk_rows_int (&rows, 3) != 0),
                            "thumbnail:s", "", NULL);
}

/**
 * cor_desk_shape_team:
 * @desk: the desk
 * @id: a team
 * @viewer: the agent who looks, for is_member
 *
 * Returns: (transfer full) (nullable): a team
 */
JsonObject *
cor_desk_shape_team (CorDesk *desk,
                     gint64   id,
                     gint64   viewer)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (desk->db, &rows, "SELECT name, description, EXISTS (SELECT 1 FROM team_members WHERE team_id = teams.id AND agent_id = ?) FROM teams WHERE id = ?", "ii", viewer, id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  return cor_desk_json_new ("id:i", id, "name:s", cor_desk_rows_text (&rows, 0), "description:s", cor_desk_rows_text (&rows, 1),
                            "allow_auto_assign:b", TRUE, "account_id:d", COR_DESK_ACCOUNT_ID,
                            "is_member:b", cor_desk_rows_int (&rows, 2) != 0, NULL);
}

/* Monday to Friday, nine to six */
static JsonArray *
make_working_hours (void)
{
  JsonArray *days = json_array_new ();

  for (int day = 0; day < 7; day++)
    {
      gboolean closed = day == 0 || day == 6;

      if (closed)
        json_array_add_object_element (days, cor_desk_json_new ("day_of_week:d", day, "closed_all_day:b", TRUE, "open_hour:n", "open_minutes:n",
                                                                "close_hour:n", "close_minutes:n", "open_all_day:b", FALSE, NULL));
      else
        json_array_add_object_element (days, cor_desk_json_new ("day_of_week:d", day, "closed_all_day:b", FALSE, "open_hour:d", 9, "open_minutes:d", 0,
                                                                "close_hour:d", 18, "close_minutes:d", 0, "open_all_day:b", FALSE, NULL));
    }
  return days;
}

static void
add_channel_members (JsonObject  *inbox,
                     CorDeskRows *rows)
{
  const char *channel = cor_desk_rows_text (rows, 1);

  if (strcmp (channel, "Channel::Email") == 0)
    cor_desk_json_set (inbox, "email:s", cor_desk_rows_text (rows, 2), "forward_to_email:s", cor_desk_rows_text (rows, 2), "imap_enabled:b", TRUE, NULL);
  else if (strcmp (channel, "Channel::Api") == 0)
    cor_desk_json_set (inbox, "webhook_url:n", "inbox_identifier:n", "additional_attributes:j", cor_desk_rows_text (rows, 7), NULL);
  else if (strcmp (channel, "Channel::Whatsapp") == 0)
    cor_desk_json_set (inbox, "message_templates:a", json_array_new (), "reauthorization_required:b", FALSE, NULL);
  else if (strcmp (channel, "Channel::WebWidget") == 0)
    cor_desk_json_set (inbox, "widget_color:s", "#1f93ff", "website_url:s", "https://www.example.com", "welcome_title:s", "", "welcome_tagline:s", "",
                       "reply_time:s", "in_a_few_minutes", "selected_feature_flags:a", cor_desk_json_parse_array ("[\"attachments\",\"emoji_picker\"]"),
                       "hmac_mandatory:b", FALSE, NULL);
}

/**
 * cor_desk_shape_inbox:
 * @desk: the desk
 * @id: an inbox
 *
 * Returns: (transfer full) (nullable): an inbox as an agent reads it, without secrets (chatwoot.md §8)
 */
JsonObject *
cor_desk_shape_inbox (CorDesk *desk,
                      gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonObject *inbox;

  cor_desk_db_select (desk->db, &rows, "SELECT name, channel_type, email, phone_number, provider, medium, ifnull (timezone, 'UTC'), additional FROM inboxes WHERE id = ?", "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  inbox = cor_desk_json_new ("id:i", id, "avatar_url:s", "", "channel_id:i", id, "name:s", cor_desk_rows_text (&rows, 0),
                             "channel_type:s", cor_desk_rows_text (&rows, 1), "greeting_enabled:b", FALSE, "greeting_message:n",
                             "working_hours_enabled:b", FALSE, "enable_email_collect:b", TRUE, "csat_survey_enabled:b", FALSE, "csat_config:j", NULL,
                             "enable_auto_assignment:b", FALSE, "auto_assignment_config:j", NULL, "out_of_office_message:n",
                             "working_hours:a", make_working_hours (), "timezone:s", cor_desk_rows_text (&rows, 6), "callback_webhook_url:n",
                             "allow_messages_after_resolved:b", TRUE, "lock_to_single_conversation:b", FALSE, "sender_name_type:s", "friendly",
                             "business_name:n", "phone_number:s", cor_desk_rows_text (&rows, 3), "medium:s", cor_desk_rows_text (&rows, 5),
                             "provider:s", cor_desk_rows_text (&rows, 4), NULL);
  add_channel_members (inbox, &rows);
  return inbox;
}

/**
 * cor_desk_shape_inbox_slim:
 * @desk: the desk
 * @id: an inbox
 *
 * Returns: (transfer full) (nullable): an inbox inside a contact (chatwoot.md §7)
 */
JsonObject *
cor_desk_shape_inbox_slim (CorDesk *desk,
                           gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (desk->db, &rows, "SELECT name, channel_type, provider FROM inboxes WHERE id = ?", "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  return cor_desk_json_new ("id:i", id, "avatar_url:s", "", "channel_id:i", id, "name:s", cor_desk_rows_text (&rows, 0),
                            "channel_type:s", cor_desk_rows_text (&rows, 1), "provider:s", cor_desk_rows_text (&rows, 2), NULL);
}

static JsonArray *
make_contact_inboxes (CorDesk *desk,
                      gint64   contact_id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (desk->db, &rows, "SELECT inbox_id, source_id FROM contact_inboxes WHERE contact_id = ? ORDER BY id", "i", contact_id);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_json_new ("source_id:s", cor_desk_rows_text (&rows, 1),
                                                             "inbox:o", cor_desk_shape_inbox_slim (desk, cor_desk_rows_int (&rows, 0)), NULL));
  return array;
}

#define CONTACT_SELECT                                                                      \
  "SELECT name, email, phone_number, identifier, blocked, additional, custom, created_at, " \
  "last_activity_at FROM contacts WHERE id = ?"

/**
 * cor_desk_shape_contact:
 * @desk: the desk
 * @id: a contact
 * @shape: with its inboxes (contact calls) or without (a conversation's sender)
 *
 * Returns: (transfer full) (nullable): a contact (chatwoot.md §7)
 */
JsonObject *
cor_desk_shape_contact (CorDesk            *desk,
                        gint64              id,
                        CorDeskContactShape shape)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonObject *contact;

  cor_desk_db_select (desk->db, &rows, CONTACT_SELECT, "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  contact = cor_desk_json_new ("additional_attributes:j", cor_desk_rows_text (&rows, 5), "availability_status:s", "offline",
                               "email:s", cor_desk_rows_text (&rows, 1), "id:i", id, "name:s", cor_desk_rows_text (&rows, 0),
                               "phone_number:s", cor_desk_rows_text (&rows, 2), "blocked:b", cor_desk_rows_int (&rows, 4) != 0,
                               "identifier:s", cor_desk_rows_text (&rows, 3), "thumbnail:s", "", "custom_attributes:j", cor_desk_rows_text (&rows, 6), NULL);
  if (!cor_desk_rows_is_null (&rows, 8))
    cor_desk_json_set (contact, "last_activity_at:i", cor_desk_rows_int (&rows, 8), NULL);
  cor_desk_json_set (contact, "created_at:i", cor_desk_rows_int (&rows, 7), NULL);
  if (shape == COR_DESK_CONTACT_WITH_INBOXES)
    cor_desk_json_set (contact, "contact_inboxes:a", make_contact_inboxes (desk, id), NULL);
  return contact;
}

/**
 * cor_desk_shape_contact_push:
 * @desk: the desk
 * @id: a contact
 *
 * Returns: (transfer full) (nullable): the sender of a message, and what contact events carry (chatwoot.md §4)
 */
JsonObject *
cor_desk_shape_contact_push (CorDesk *desk,
                             gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (desk->db, &rows, CONTACT_SELECT, "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  return cor_desk_json_new ("additional_attributes:j", cor_desk_rows_text (&rows, 5), "custom_attributes:j", cor_desk_rows_text (&rows, 6),
                            "email:s", cor_desk_rows_text (&rows, 1), "id:i", id, "identifier:s", cor_desk_rows_text (&rows, 3),
                            "name:s", cor_desk_rows_text (&rows, 0), "phone_number:s", cor_desk_rows_text (&rows, 2), "thumbnail:s", "",
                            "blocked:b", cor_desk_rows_int (&rows, 4) != 0, "type:s", "contact", NULL);
}

/**
 * cor_desk_shape_labels:
 * @desk: the desk
 * @table: "conversation_labels" or "contact_labels"
 * @id: of the conversation or contact
 *
 * Returns: (transfer full): the titles
 */
JsonArray *
cor_desk_shape_labels (CorDesk    *desk,
                       const char *table,
                       gint64      id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  if (strcmp (table, "conversation_labels") == 0)
    cor_desk_db_select (desk->db, &rows, "SELECT title FROM conversation_labels WHERE conversation_id = ? ORDER BY title", "i", id);
  else
    cor_desk_db_select (desk->db, &rows, "SELECT title FROM contact_labels WHERE contact_id = ? ORDER BY title", "i", id);
  while (cor_desk_rows_next (&rows))
    json_array_add_string_element (array, cor_desk_rows_text (&rows, 0));
  return array;
}
