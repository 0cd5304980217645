/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-reference"

#include "config.h"

#include "cor-desk-shapes.h"

#include <string.h>

static void
get_inboxes (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT id FROM inboxes i WHERE ?1 OR EXISTS (SELECT 1 FROM inbox_members WHERE inbox_id = i.id AND agent_id = ?2) ORDER BY name COLLATE NOCASE",
                      "di", request->agent->is_admin ? 1 : 0, request->agent->id);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_shape_inbox (request->desk, cor_desk_rows_int (&rows, 0)));
  cor_desk_answer_payload (request, array);
}

static void
get_inbox (CorDeskRequest *request)
{
  gint64      id = cor_desk_request_id (request, "id");
  JsonObject *inbox = cor_desk_shape_inbox (request->desk, id);

  if (inbox == NULL)
    cor_desk_not_found (request);
  else if (!cor_desk_request_sees_inbox (request, id))
    {
      json_object_unref (inbox);
      cor_desk_refuse (request);
    }
  else
    cor_desk_answer_object (request, inbox);
}

static void
get_agents (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT id FROM agents WHERE is_bot = 0 ORDER BY lower (name)", "");
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_shape_agent (request->desk, cor_desk_rows_int (&rows, 0)));
  cor_desk_answer_array (request, array);
}

static gboolean
is_member_of_all (CorDeskRequest *request,
                  gint64          agent_id,
                  GPtrArray      *inbox_ids)
{
  for (guint i = 0; i < inbox_ids->len; i++)
    if (cor_desk_db_int (request->desk->db, "SELECT 1 FROM inbox_members WHERE inbox_id = ? AND agent_id = ?", "ii",
                         g_ascii_strtoll (g_ptr_array_index (inbox_ids, i), NULL, 10), agent_id) != 1)
      return FALSE;
  return TRUE;
}

static void
get_assignable_agents (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autoptr (GPtrArray) inbox_ids = cor_desk_request_query_list (request, "inbox_ids[]");
  JsonArray *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, role = 'administrator' FROM agents WHERE is_bot = 0 ORDER BY id", "");
  while (cor_desk_rows_next (&rows))
    if (cor_desk_rows_int (&rows, 1) || is_member_of_all (request, cor_desk_rows_int (&rows, 0), inbox_ids))
      json_array_add_object_element (array, cor_desk_shape_agent (request->desk, cor_desk_rows_int (&rows, 0)));
  cor_desk_answer_payload (request, array);
}

static void
get_inbox_members (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64     inbox_id = cor_desk_request_id (request, "id");
  JsonArray *array;

  if (!cor_desk_request_sees_inbox (request, inbox_id))
    {
      cor_desk_refuse (request);
      return;
    }
  array = json_array_new ();
  cor_desk_db_select (request->desk->db, &rows, "SELECT agent_id FROM inbox_members WHERE inbox_id = ? ORDER BY agent_id", "i", inbox_id);
  while (cor_desk_rows_next (&rows))
    {
      JsonObject *agent = cor_desk_shape_agent (request->desk, cor_desk_rows_int (&rows, 0));

      if (agent != NULL)
        json_array_add_object_element (array, agent);
    }
  cor_desk_answer_payload (request, array);
}

static void
get_teams (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT id FROM teams ORDER BY id", "");
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_shape_team (request->desk, cor_desk_rows_int (&rows, 0), request->agent->id));
  cor_desk_answer_array (request, array);
}

static void
get_team (CorDeskRequest *request)
{
  JsonObject *team = cor_desk_shape_team (request->desk, cor_desk_request_id (request, "id"), request->agent->id);

  if (team != NULL)
    cor_desk_answer_object (request, team);
  else
    cor_desk_not_found (request);
}

static void
get_team_members (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT agent_id FROM team_members WHERE team_id = ? ORDER BY agent_id", "i", cor_desk_request_id (request, "id"));
  while (cor_desk_rows_next (&rows))
    {
      JsonObject *agent = cor_desk_shape_agent (request->desk, cor_desk_rows_int (&rows, 0));

      if (agent != NULL)
        json_array_add_object_element (array, agent);
    }
  cor_desk_answer_array (request, array);
}

static JsonObject *
make_label (CorDeskRows *rows)
{
  return cor_desk_json_new ("id:i", cor_desk_rows_int (rows, 0), "title:s", cor_desk_rows_text (rows, 1), "description:s", cor_desk_rows_text (rows, 2),
                            "color:s", cor_desk_rows_text (rows, 3), "show_on_sidebar:b", cor_desk_rows_int (rows, 4) != 0, NULL);
}

static void
get_labels (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, title, description, color, show_on_sidebar FROM labels ORDER BY id", "");
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_label (&rows));
  cor_desk_answer_payload (request, array);
}

static void
get_label (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, title, description, color, show_on_sidebar FROM labels WHERE id = ?", "i", cor_desk_request_id (request, "id"));
  if (cor_desk_rows_next (&rows))
    cor_desk_answer_object (request, make_label (&rows));
  else
    cor_desk_not_found (request);
}

static void
get_attribute_definitions (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  const char *model = cor_desk_request_query (request, "attribute_model");
  JsonArray  *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT id, attribute_key, display_name, display_type, attribute_values, description, model, created_at FROM attribute_definitions "
                      "WHERE ?1 IS NULL OR model = ?1 ORDER BY id",
                      "s", model);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_json_new ("id:i", cor_desk_rows_int (&rows, 0), "attribute_display_name:s", cor_desk_rows_text (&rows, 2),
                                                             "attribute_display_type:s", cor_desk_rows_text (&rows, 3), "attribute_description:e", cor_desk_rows_text (&rows, 5),
                                                             "attribute_key:s", cor_desk_rows_text (&rows, 1), "regex_pattern:n", "regex_cue:n",
                                                             "attribute_values:a", cor_desk_json_parse_array (cor_desk_rows_text (&rows, 4)),
                                                             "attribute_model:s", cor_desk_rows_text (&rows, 6), "default_value:n",
                                                             "created_at:t", cor_desk_rows_int (&rows, 7), "updated_at:t", cor_desk_rows_int (&rows, 7), NULL));
  cor_desk_answer_array (request, array);
}

static void
refuse (CorDeskRequest *request)
{
  cor_desk_refuse (request);
}

/* Nothing has been rated or measured here; administrators see empty reports. */
static void
get_nothing (CorDeskRequest *request)
{
  if (!request->agent->is_admin)
    cor_desk_refuse (request);
  else
    cor_desk_answer_array (request, json_array_new ());
}

static void
get_no_metrics (CorDeskRequest *request)
{
  if (!request->agent->is_admin)
    cor_desk_refuse (request);
  else
    cor_desk_answer_object (request, cor_desk_json_new ("total_count:d", 0, "ratings_count:j", NULL, "total_sent_messages_count:d", 0, NULL));
}

const CorDeskRoute cor_desk_reference_routes[] = {
  { "GET", "{A}/inboxes", get_inboxes, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/inboxes/:id", get_inbox, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/inbox_members/:id", get_inbox_members, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/agents", get_agents, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/assignable_agents", get_assignable_agents, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/teams", get_teams, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/teams/:id", get_team, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/teams/:id/team_members", get_team_members, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/labels", get_labels, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/labels/:id", get_label, COR_DESK_ROUTE_ADMIN },
  { "POST", "{A}/labels", refuse, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/custom_attribute_definitions", get_attribute_definitions, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/csat_survey_responses", get_nothing, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/csat_survey_responses/metrics", get_no_metrics, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/applied_slas", get_nothing, COR_DESK_ROUTE_NONE },
  { "GET", "/api/v2/accounts/:account/*report", get_nothing, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
