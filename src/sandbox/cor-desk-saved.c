/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-saved"

#include "config.h"

#include "cor-desk-bulk.h"
#include "cor-desk-shapes.h"

#include <string.h>

static JsonObject *
make_canned (CorDeskRows *rows)
{
  return cor_desk_json_new ("id:i", cor_desk_rows_int (rows, 0), "account_id:d", COR_DESK_ACCOUNT_ID, "short_code:s", cor_desk_rows_text (rows, 1),
                            "content:s", cor_desk_rows_text (rows, 2), "created_at:t", cor_desk_rows_int (rows, 3), "updated_at:t", cor_desk_rows_int (rows, 4), NULL);
}

static void
get_canned (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  const char      *search = cor_desk_request_query (request, "search");
  g_autofree char *needle = search && *search ? g_utf8_casefold (search, -1) : NULL;
  JsonArray       *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT id, short_code, content, created_at, updated_at FROM canned WHERE ?1 IS NULL OR contains_fold (short_code, ?1) OR contains_fold (content, ?1) "
                      "ORDER BY CASE WHEN ?1 IS NULL OR lower (substr (short_code, 1, length (?1))) = ?1 THEN 0 WHEN contains_fold (short_code, ?1) THEN 1 ELSE 2 END, short_code",
                      "s", needle);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_canned (&rows));
  cor_desk_answer_array (request, array);
}

static void
answer_canned (CorDeskRequest *request,
               gint64          id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, short_code, content, created_at, updated_at FROM canned WHERE id = ?", "i", id);
  if (cor_desk_rows_next (&rows))
    cor_desk_answer_object (request, make_canned (&rows));
  else
    cor_desk_not_found (request);
}

static void
post_canned (CorDeskRequest *request)
{
  JsonObject *canned = cor_desk_json_object (request->body, "canned_response");
  const char *short_code = cor_desk_json_string (canned, "short_code");
  const char *content = cor_desk_json_string (canned, "content");

  if (short_code == NULL || *short_code == '\0' || content == NULL || *content == '\0')
    cor_desk_fail_validation (request, "Content can't be blank", short_code == NULL ? "short_code" : "content");
  else if (cor_desk_db_int (request->desk->db, "SELECT 1 FROM canned WHERE short_code = ?", "s", short_code))
    cor_desk_fail_validation (request, "Short code has already been taken", "short_code");
  else
    {
      cor_desk_db_run (request->desk->db, "INSERT INTO canned (short_code, content, created_at, updated_at) VALUES (?, ?, ?, ?)", "ssii", short_code, content, request->now, request->now);
      answer_canned (request, cor_desk_db_last_id (request->desk->db));
    }
}

static void
patch_canned (CorDeskRequest *request)
{
  JsonObject *canned = cor_desk_json_object (request->body, "canned_response");
  gint64      id = cor_desk_request_id (request, "id");

  cor_desk_db_run (request->desk->db, "UPDATE canned SET short_code = ifnull (?, short_code), content = ifnull (?, content), updated_at = ? WHERE id = ?",
                   "ssii", cor_desk_json_string (canned, "short_code"), cor_desk_json_string (canned, "content"), request->now, id);
  answer_canned (request, id);
}

static void
delete_canned (CorDeskRequest *request)
{
  cor_desk_db_run (request->desk->db, "DELETE FROM canned WHERE id = ?", "i", cor_desk_request_id (request, "id"));
  if (cor_desk_db_changes (request->desk->db) == 0)
    cor_desk_not_found (request);
}

static JsonObject *
make_macro (CorDesk     *desk,
            CorDeskRows *rows)
{
  gint64 owner = cor_desk_rows_int (rows, 3);

  return cor_desk_json_new ("id:i", cor_desk_rows_int (rows, 0), "name:s", cor_desk_rows_text (rows, 1), "visibility:s", cor_desk_rows_text (rows, 2),
                            "created_by:o", cor_desk_shape_agent (desk, owner), "updated_by:o", cor_desk_shape_agent (desk, owner), "account_id:d", COR_DESK_ACCOUNT_ID,
                            "actions:a", cor_desk_json_parse_array (cor_desk_rows_text (rows, 4)), NULL);
}

static void
get_macros (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, name, visibility, agent_id, actions FROM macros WHERE visibility = 'global' OR agent_id = ? ORDER BY id", "i", request->agent->id);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_macro (request->desk, &rows));
  cor_desk_answer_payload (request, array);
}

static void
answer_macro (CorDeskRequest *request,
              gint64          id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, name, visibility, agent_id, actions FROM macros WHERE id = ? AND (visibility = 'global' OR agent_id = ?)", "ii", id, request->agent->id);
  if (cor_desk_rows_next (&rows))
    cor_desk_answer_object (request, cor_desk_json_new ("payload:o", make_macro (request->desk, &rows), NULL));
  else
    cor_desk_not_found (request);
}

static void
get_macro (CorDeskRequest *request)
{
  answer_macro (request, cor_desk_request_id (request, "id"));
}

static void
post_macro (CorDeskRequest *request)
{
  const char      *name = cor_desk_json_string (request->body, "name");
  JsonNode        *actions = json_object_get_member (request->body, "actions");
  g_autofree char *text = actions ? cor_desk_json_text (actions) : g_strdup ("[]");

  if (name == NULL || *name == '\0')
    {
      cor_desk_fail_validation (request, "Name can't be blank", "name");
      return;
    }
  /* whatever an agent asks for, the macro is their own; global ones are an administrator's */
  cor_desk_db_run (request->desk->db, "INSERT INTO macros (name, visibility, agent_id, actions) VALUES (?, ?, ?, ?)", "ssis", name,
                   request->agent->is_admin && g_strcmp0 (cor_desk_json_string (request->body, "visibility"), "global") == 0 ? "global" : "personal", request->agent->id, text);
  answer_macro (request, cor_desk_db_last_id (request->desk->db));
}

static void
delete_macro (CorDeskRequest *request)
{
  gint64 id = cor_desk_request_id (request, "id");
  gint64 owner = cor_desk_db_int (request->desk->db, "SELECT agent_id FROM macros WHERE id = ?", "i", id);

  if (owner == 0)
    cor_desk_not_found (request);
  else if (owner != request->agent->id && !request->agent->is_admin)
    cor_desk_refuse (request);
  else
    cor_desk_db_run (request->desk->db, "DELETE FROM macros WHERE id = ?", "i", id);
}

static void
execute_macro (CorDeskRequest *request)
{
  g_autofree char *actions = cor_desk_db_dup_text (request->desk->db, "SELECT actions FROM macros WHERE id = ? AND (visibility = 'global' OR agent_id = ?)", "ii",
                                                   cor_desk_request_id (request, "id"), request->agent->id);
  JsonArray       *parsed;

  if (actions == NULL)
    {
      cor_desk_not_found (request);
      return;
    }
  parsed = cor_desk_json_parse_array (actions);
  cor_desk_bulk_run_macro (request, parsed, cor_desk_json_array (request->body, "conversation_ids"));
  json_array_unref (parsed);
}

static JsonObject *
make_filter (CorDeskRows *rows)
{
  return cor_desk_json_new ("id:i", cor_desk_rows_int (rows, 0), "name:s", cor_desk_rows_text (rows, 1), "filter_type:s", cor_desk_rows_text (rows, 2),
                            "query:j", cor_desk_rows_text (rows, 3), "created_at:t", cor_desk_rows_int (rows, 4), "updated_at:t", cor_desk_rows_int (rows, 5), NULL);
}

static void
get_filters (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  const char *type = cor_desk_request_query (request, "filter_type");
  JsonArray  *array = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, name, filter_type, query, created_at, updated_at FROM custom_filters WHERE agent_id = ? AND filter_type = ? ORDER BY id",
                      "is", request->agent->id, type ? type : "conversation");
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_filter (&rows));
  cor_desk_answer_array (request, array);
}

static void
answer_filter (CorDeskRequest *request,
               gint64          id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows, "SELECT id, name, filter_type, query, created_at, updated_at FROM custom_filters WHERE id = ? AND agent_id = ?", "ii", id, request->agent->id);
  if (cor_desk_rows_next (&rows))
    cor_desk_answer_object (request, make_filter (&rows));
  else
    cor_desk_not_found (request);
}

static void
get_filter (CorDeskRequest *request)
{
  answer_filter (request, cor_desk_request_id (request, "id"));
}

static void
post_filter (CorDeskRequest *request)
{
  JsonObject      *filter = cor_desk_json_object (request->body, "custom_filter") ? cor_desk_json_object (request->body, "custom_filter") : request->body;
  JsonObject      *query = cor_desk_json_object (filter, "query");
  g_autofree char *text = query ? cor_desk_json_object_text (query) : g_strdup ("{}");
  const char      *type = cor_desk_json_string (filter, "filter_type");
  const char      *name = cor_desk_json_string (filter, "name");

  if (name == NULL || *name == '\0')
    {
      cor_desk_fail_validation (request, "Name can't be blank", "name");
      return;
    }
  cor_desk_db_run (request->desk->db, "INSERT INTO custom_filters (agent_id, name, filter_type, query, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)", "isssii",
                   request->agent->id, name, type ? type : "conversation", text, request->now, request->now);
  answer_filter (request, cor_desk_db_last_id (request->desk->db));
}

static void
patch_filter (CorDeskRequest *request)
{
  JsonObject      *filter = cor_desk_json_object (request->body, "custom_filter") ? cor_desk_json_object (request->body, "custom_filter") : request->body;
  JsonObject      *query = cor_desk_json_object (filter, "query");
  g_autofree char *text = query ? cor_desk_json_object_text (query) : NULL;

  cor_desk_db_run (request->desk->db, "UPDATE custom_filters SET name = ifnull (?, name), query = ifnull (?, query), updated_at = ? WHERE id = ? AND agent_id = ?", "ssiii",
                   cor_desk_json_string (filter, "name"), text, request->now, cor_desk_request_id (request, "id"), request->agent->id);
  answer_filter (request, cor_desk_request_id (request, "id"));
}

static void
delete_filter (CorDeskRequest *request)
{
  cor_desk_db_run (request->desk->db, "DELETE FROM custom_filters WHERE id = ? AND agent_id = ?", "ii", cor_desk_request_id (request, "id"), request->agent->id);
  if (cor_desk_db_changes (request->desk->db) == 0)
    cor_desk_not_found (request);
}

const CorDeskRoute cor_desk_saved_routes[] = {
  { "GET", "{A}/canned_responses", get_canned, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/canned_responses", post_canned, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/canned_responses/:id", patch_canned, COR_DESK_ROUTE_NONE },
  { "PUT", "{A}/canned_responses/:id", patch_canned, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/canned_responses/:id", delete_canned, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/macros", get_macros, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/macros", post_macro, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/macros/:id", get_macro, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/macros/:id", delete_macro, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/macros/:id/execute", execute_macro, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/custom_filters", get_filters, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/custom_filters", post_filter, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/custom_filters/:id", get_filter, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/custom_filters/:id", patch_filter, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/custom_filters/:id", delete_filter, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
