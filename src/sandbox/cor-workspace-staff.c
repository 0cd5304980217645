/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-staff.h"

#include "cor-workspace-data.h"

#include <string.h>

static JsonArray *
list (const CorStaff *staff,
      const char     *member)
{
  return json_object_get_array_member (json_node_get_object (staff->root), member);
}

static JsonObject *
entry (const CorStaff *staff,
       const char     *member,
       guint           number)
{
  return json_array_get_object_element (list (staff, member), number - 1);
}

static const char *
text (JsonObject *object,
      const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static guint
find (const CorStaff *staff,
      const char     *member,
      const char     *key)
{
  JsonArray *array = list (staff, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_strcmp0 (text (json_array_get_object_element (array, i), "key"), key) == 0)
      return i + 1;
  return 0;
}

/**
 * cor_staff_load:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the desk file
 */
CorStaff *
cor_staff_load (GError **error)
{
  JsonNode *root = cor_workspace_data_load ("desk.json", error);
  CorStaff *staff = NULL;

  if (root == NULL)
    return NULL;
  staff = g_new0 (CorStaff, 1);
  staff->root = root;
  return staff;
}

/**
 * cor_staff_free:
 * @staff: (transfer full): the desk
 */
void
cor_staff_free (CorStaff *staff)
{
  json_node_unref (staff->root);
  g_free (staff);
}

/* Agents whose list @member holds @key, or all people (not the bot) when @member is NULL. */
static GArray *
people_with (const CorStaff *staff,
             const char     *member,
             const char     *key)
{
  GArray    *numbers = g_array_new (TRUE, TRUE, sizeof (guint));
  JsonArray *agents = list (staff, "agents");

  for (guint i = 1; i <= json_array_get_length (agents); i++)
    {
      JsonObject *agent = entry (staff, "agents", i);
      g_auto (GStrv) held = member != NULL ? cor_workspace_data_strv (agent, member) : NULL;

      if (json_object_get_boolean_member_with_default (agent, "bot", FALSE))
        continue;
      if (member == NULL || g_strv_contains ((const char *const *) held, key))
        g_array_append_val (numbers, i);
    }

  return numbers;
}

static gboolean
tell_people (const CorStaff         *staff,
             const CorWorkspaceSink *sink,
             GError                **error)
{
  for (guint i = 1; i <= json_array_get_length (list (staff, "agents")); i++)
    {
      JsonObject       *object = entry (staff, "agents", i);
      CorWorkspaceAgent agent = {
        .name = text (object, "name"),
        .email = text (object, "email"),
        .role = text (object, "role"),
        .availability = text (object, "availability"),
        .is_bot = json_object_get_boolean_member_with_default (object, "bot", FALSE),
      };

      if (!sink->agent (&agent, sink->user_data, error))
        return FALSE;
    }

  for (guint i = 1; i <= json_array_get_length (list (staff, "teams")); i++)
    {
      JsonObject *object = entry (staff, "teams", i);
      g_autoptr (GArray) members = people_with (staff, "teams", text (object, "key"));
      CorWorkspaceTeam team = { text (object, "name"), text (object, "description"), (guint *) (void *) members->data };

      if (!sink->team (&team, sink->user_data, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_inboxes (const CorStaff         *staff,
              const CorWorkspaceSink *sink,
              GError                **error)
{
  g_autoptr (GArray) members = people_with (staff, NULL, NULL);

  for (guint i = 1; i <= cor_staff_inboxes (staff); i++)
    {
      JsonObject       *object = entry (staff, "inboxes", i);
      JsonNode         *additional = json_object_get_member (object, "additional");
      g_autofree char  *json = additional != NULL ? json_to_string (additional, FALSE) : NULL;
      CorWorkspaceInbox inbox = {
        .name = text (object, "name"),
        .channel_type = text (object, "channel_type"),
        .email = text (object, "email"),
        .phone_number = text (object, "phone_number"),
        .provider = text (object, "provider"),
        .medium = text (object, "medium"),
        .timezone = text (object, "timezone"),
        .additional_json = json,
        .members = (guint *) (void *) members->data,
      };

      if (!sink->inbox (&inbox, sink->user_data, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_words (const CorStaff         *staff,
            const CorWorkspaceSink *sink,
            GError                **error)
{
  for (guint i = 1; i <= json_array_get_length (list (staff, "labels")); i++)
    {
      JsonObject       *object = entry (staff, "labels", i);
      CorWorkspaceLabel label = {
        text (object, "title"), text (object, "description"), text (object, "color"),
        json_object_get_boolean_member_with_default (object, "sidebar", TRUE)
      };

      if (!sink->label (&label, sink->user_data, error))
        return FALSE;
    }

  for (guint i = 1; i <= json_array_get_length (list (staff, "canned")); i++)
    {
      JsonObject        *object = entry (staff, "canned", i);
      CorWorkspaceCanned canned = { text (object, "short_code"), text (object, "content") };

      if (!sink->canned (&canned, sink->user_data, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cor_staff_tell:
 * @staff: the desk
 * @sink: who listens
 * @error: return location
 *
 * Tells agents, teams, inboxes, labels and canned responses. The first agent is the main one;
 * every person is a member of every inbox.
 *
 * Returns: %FALSE when the sink stops
 */
gboolean
cor_staff_tell (const CorStaff         *staff,
                const CorWorkspaceSink *sink,
                GError                **error)
{
  return tell_people (staff, sink, error) && tell_inboxes (staff, sink, error) && tell_words (staff, sink, error);
}

/**
 * cor_staff_agent:
 * @staff: the desk
 * @key: "main", "ops", "bot", …
 *
 * Returns: that agent's number, 0 for none
 */
guint
cor_staff_agent (const CorStaff *staff,
                 const char     *key)
{
  return find (staff, "agents", key);
}

/**
 * cor_staff_team:
 * @staff: the desk
 * @key: "tier1", "operations", "compliance", "vip"
 *
 * Returns: that team's number, 0 for none
 */
guint
cor_staff_team (const CorStaff *staff,
                const char     *key)
{
  return find (staff, "teams", key);
}

/**
 * cor_staff_inbox:
 * @staff: the desk
 * @key: "email", "wechat", …
 *
 * Returns: that inbox's number, 0 for none
 */
guint
cor_staff_inbox (const CorStaff *staff,
                 const char     *key)
{
  return find (staff, "inboxes", key);
}

/**
 * cor_staff_inboxes:
 * @staff: the desk
 *
 * Returns: how many inboxes there are
 */
guint
cor_staff_inboxes (const CorStaff *staff)
{
  return json_array_get_length (list (staff, "inboxes"));
}

/**
 * cor_staff_inbox_key:
 * @staff: the desk
 * @inbox: a number
 *
 * Returns: (transfer none): its key
 */
const char *
cor_staff_inbox_key (const CorStaff *staff,
                     guint           inbox)
{
  return text (entry (staff, "inboxes", inbox), "key");
}

/**
 * cor_staff_agent_name:
 * @staff: the desk
 * @agent: a number
 *
 * Returns: (transfer none): the name as colleagues see it
 */
const char *
cor_staff_agent_name (const CorStaff *staff,
                      guint           agent)
{
  return text (entry (staff, "agents", agent), "name");
}

/**
 * cor_staff_team_name:
 * @staff: the desk
 * @team: a number
 *
 * Returns: (transfer none): its name
 */
const char *
cor_staff_team_name (const CorStaff *staff,
                     guint           team)
{
  return text (entry (staff, "teams", team), "name");
}

/**
 * cor_staff_agent_sign:
 * @staff: the desk
 * @agent: a number
 * @language: the reader's
 *
 * Returns: (transfer full): how the agent signs to a reader of @language
 */
char *
cor_staff_agent_sign (const CorStaff *staff,
                      guint           agent,
                      const char     *language)
{
  JsonObject *object = entry (staff, "agents", agent);
  JsonObject *sign = json_object_has_member (object, "sign") ? json_object_get_object_member (object, "sign") : NULL;
  const char *own = sign != NULL ? text (sign, language) : NULL;
  g_auto (GStrv) words = g_strsplit (text (object, "name"), " ", 2);

  return g_strdup (own != NULL ? own : words[0]);
}

/**
 * cor_staff_mention:
 * @staff: the desk
 * @agent: a number
 *
 * Returns: (transfer full): the agent mentioned in a private note, chatwoot.md §5
 */
char *
cor_staff_mention (const CorStaff *staff,
                   guint           agent)
{
  const char      *name = cor_staff_agent_name (staff, agent);
  g_autofree char *escaped = g_uri_escape_string (name, NULL, FALSE);

  return g_strdup_printf ("[@%s](mention://user/%u/%s)", name, agent, escaped);
}

/**
 * cor_staff_speaker:
 * @staff: the desk
 * @language: the customer's
 * @rand: the seeded source
 *
 * Returns: an agent other than the main one who answers in @language, 0 for none
 */
guint
cor_staff_speaker (const CorStaff *staff,
                   const char     *language,
                   GRand          *rand)
{
  g_autoptr (GArray) numbers = people_with (staff, "languages", language);

  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == cor_staff_agent (staff, "main"))
      g_array_remove_index (numbers, i--);

  return numbers->len > 0 ? g_array_index (numbers, guint, cor_workspace_data_pick (rand, numbers->len)) : 0;
}
