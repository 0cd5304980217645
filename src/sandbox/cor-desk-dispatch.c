/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-dispatch"

#include "config.h"

#include "cor-desk-dispatch.h"
#include "cor-desk-events.h"

#include <string.h>

#define ACCOUNT_PREFIX "/api/v1/accounts/:account"

static const CorDeskRoute *const tables[] = {
  cor_desk_messages_routes, cor_desk_conversations_routes, cor_desk_actions_routes, cor_desk_bulk_routes, cor_desk_account_routes, cor_desk_reference_routes,
  cor_desk_saved_routes, cor_desk_contacts_routes, cor_desk_contact_parts_routes, cor_desk_articles_routes, cor_desk_notifications_routes,
  cor_desk_search_routes, cor_desk_files_routes, cor_desk_packs_routes, cor_desk_rates_routes, cor_desk_payments_routes,
  cor_desk_ledger_routes, cor_desk_payment_moves_routes,
  cor_desk_translation_routes, cor_desk_control_routes
};

/**
 * cor_desk_count:
 * @desk: the desk
 * @pattern: of a route
 * @has_token: whether a token came with the call
 *
 * For GET /sandbox/stats: tests look there whether a token went where it must not go.
 */
void
cor_desk_count (CorDesk    *desk,
                const char *pattern,
                gboolean    has_token)
{
  CorDeskStat *stat = g_hash_table_lookup (desk->stats, pattern);

  if (stat == NULL)
    {
      stat = g_new0 (CorDeskStat, 1);
      g_hash_table_insert (desk->stats, g_strdup (pattern), stat);
    }
  stat->count++;
  if (has_token)
    stat->with_token++;
}

/* The segments of a pattern; made once for each and kept */
static char **
split_pattern (const char *pattern)
{
  static GHashTable *known = NULL;
  char             **segments;

  if (known == NULL)
    known = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_strfreev);
  segments = g_hash_table_lookup (known, pattern);
  if (segments == NULL)
    {
      gboolean         is_account = g_str_has_prefix (pattern, "{A}");
      g_autofree char *full = g_strconcat (is_account ? ACCOUNT_PREFIX : "", is_account ? pattern + 3 : pattern, NULL);

      segments = g_strsplit (full + 1, "/", -1);
      g_hash_table_insert (known, (gpointer) pattern, segments);
    }
  return segments;
}

static gboolean
segments_match (char **pattern,
                char **segments)
{
  guint i;

  for (i = 0; pattern[i] != NULL; i++)
    {
      if (segments[i] == NULL)
        return FALSE;
      if (pattern[i][0] == '*')
        return TRUE;
      if (pattern[i][0] != ':' && strcmp (pattern[i], segments[i]) != 0)
        return FALSE;
    }
  return segments[i] == NULL;
}

static const CorDeskRoute *
find_route (CorDeskRequest *request)
{
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const CorDeskRoute *route = tables[t]; route->method != NULL; route++)
      if (strcmp (route->method, request->method) == 0 && segments_match (split_pattern (route->pattern), request->segments))
        return route;
  return NULL;
}

/**
 * cor_desk_agent_by_id:
 * @desk: the desk
 * @id: an agent, not a bot
 *
 * Returns: (transfer full) (nullable): who may act
 */
CorDeskAgent *
cor_desk_agent_by_id (CorDesk *desk,
                      gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  CorDeskAgent *agent;

  cor_desk_db_select (desk->db, &rows, "SELECT name, role FROM agents WHERE id = ? AND is_bot = 0", "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  agent = g_new0 (CorDeskAgent, 1);
  agent->id = id;
  agent->name = g_strdup (cor_desk_rows_text (&rows, 0));
  agent->is_admin = strcmp (cor_desk_rows_text (&rows, 1), "administrator") == 0;
  return agent;
}

/* Sets the answer and returns FALSE if the caller may not go on (chatwoot.md §2). */
static gboolean
authorise (CorDeskRequest     *request,
           const CorDeskRoute *route)
{
  const char *account;
  gint64      id;

  if (route->flags & COR_DESK_ROUTE_PUBLIC)
    return TRUE;
  if (request->token == NULL || *request->token == '\0')
    {
      cor_desk_answer_text (request, 401, "application/json; charset=utf-8", "{\"errors\":[\"You need to sign in or sign up before continuing.\"]}");
      return FALSE;
    }
  id = cor_desk_db_int (request->desk->db, "SELECT id FROM agents WHERE token = ?", "s", request->token);
  request->agent = id ? cor_desk_agent_by_id (request->desk, id) : NULL;
  if (request->agent == NULL)
    {
      cor_desk_fail (request, 401, "Invalid Access Token");
      return FALSE;
    }
  account = cor_desk_request_param (request, "account");
  if (account != NULL && g_ascii_strtoll (account, NULL, 10) != COR_DESK_ACCOUNT_ID)
    {
      cor_desk_not_found (request);
      return FALSE;
    }
  if ((route->flags & COR_DESK_ROUTE_ADMIN) && !request->agent->is_admin)
    {
      cor_desk_refuse (request);
      return FALSE;
    }
  return TRUE;
}

static void
write_journal (CorDeskRequest *request)
{
  gint64 agent_id = request->agent ? request->agent->id : 0;

  cor_desk_db_run (request->desk->db,
                   "INSERT INTO journal (at, method, path, agent_id, conversation_id, contact_id, message_id, client_message_id, echo_id, content, private) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif (?, -1))",
                   "isszzzzsssd", request->now, request->method, request->path, agent_id, request->conversation_id, request->contact_id, request->message_id,
                   request->client_message_id, request->echo_id, request->content, request->is_private);
}

static void
run_write (CorDeskRequest     *request,
           const CorDeskRoute *route)
{
  CorDesk *desk = request->desk;

  if (!cor_desk_db_begin (desk->db))
    {
      cor_desk_fail_html (request, 500);
      return;
    }
  route->handler (request);
  if (request->status >= 400)
    {
      cor_desk_db_rollback (desk->db);
      return;
    }
  if (!(route->flags & COR_DESK_ROUTE_FLEETING))
    write_journal (request);
  if (cor_desk_db_commit (desk->db))
    cor_desk_events_send (request);
  else
    cor_desk_fail_html (request, 500);
}

/**
 * cor_desk_dispatch:
 * @request: a call
 *
 * Finds its route, checks who asks, and runs the handler; a write is committed when this returns.
 */
void
cor_desk_dispatch (CorDeskRequest *request)
{
  const CorDeskRoute *route = find_route (request);

  cor_desk_request_begin (request);
  cor_desk_count (request->desk, route ? route->pattern : "unknown", request->token != NULL);
  if (route == NULL)
    {
      cor_desk_fail_html (request, 404);
      return;
    }
  request->pattern = route->pattern;
  request->pattern_segments = g_strdupv (split_pattern (route->pattern));
  if (request->bad_body)
    cor_desk_answer_text (request, 400, "application/json; charset=utf-8", "{\"status\":400,\"error\":\"Bad Request\"}");
  else if (!authorise (request, route))
    return;
  else if (strcmp (request->method, "GET") == 0 || (route->flags & COR_DESK_ROUTE_READ))
    route->handler (request);
  else
    run_write (request, route);
}
