/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-ledger"

#include "config.h"

#include "cor-desk-ledger.h"

#include "cor-desk-dispatch.h"

#include <string.h>

/* What the ledger says of itself: what it has, what the company decided, what changed. */

#define CHANGES_PER_PAGE 100

/* The company's part of the procedure; who writes it writes it for every desk (ledger.md, policy). */
static const char policy[] =
  "{\"sla\":["
  "{\"status\":\"processing\",\"first_minutes\":180},"
  "{\"status\":\"delayed\",\"first_minutes\":45},"
  "{\"status\":\"delayed\",\"tier\":\"large_value\",\"first_minutes\":15},"
  "{\"status\":\"rejected\",\"first_minutes\":60},"
  "{\"status\":\"returned\",\"first_minutes\":90}],"
  "\"large_value\":["
  "{\"currency\":\"USD\",\"amount\":\"50000.00\"},"
  "{\"currency\":\"EUR\",\"amount\":\"45000.00\"},"
  "{\"currency\":\"GBP\",\"amount\":\"40000.00\"},"
  "{\"currency\":\"CNY\",\"amount\":\"350000.00\"},"
  "{\"currency\":\"JPY\",\"amount\":\"7500000\"}],"
  "\"levels\":[{\"status\":\"recall_pending\",\"level\":\"B\"}],"
  "\"goodwill\":["
  "{\"level\":\"A\",\"currency\":\"EUR\",\"amount\":\"20.00\"},"
  "{\"level\":\"B\",\"currency\":\"EUR\",\"amount\":\"100.00\"},"
  "{\"level\":\"C\",\"currency\":\"EUR\",\"amount\":\"500.00\"}],"
  "\"retention\":{\"conversations_days\":1825},"
  "\"unencrypted_store\":false}";

/* What tests took from it: POST /sandbox/ledger. */
static gboolean
lacks (CorDeskRequest *request,
       const char     *what)
{
  g_autofree char *words = cor_desk_db_dup_text (request->desk->db, "SELECT value FROM meta WHERE key = 'ledger-lacks'", "");
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

  return g_strv_contains ((const char *const *) list, what);
}

static void
get_ledger (CorDeskRequest *request)
{
  static const char *const all[] = { "payments", "customers", "limits", "stats" };
  JsonArray               *capabilities = NULL;

  if (!cor_desk_ledger_is_allowed (request))
    {
      cor_desk_ledger_fail (request, 401, "Unauthorized");
      return;
    }
  capabilities = json_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (!lacks (request, all[i]))
      json_array_add_string_element (capabilities, all[i]);
  cor_desk_ledger_answer (request, cor_desk_json_new ("company:s", "Corridor practice desk", "version:s", "1", "capabilities:a", capabilities, NULL));
}

static void
get_policy (CorDeskRequest *request)
{
  if (!cor_desk_ledger_is_allowed (request))
    cor_desk_ledger_fail (request, 401, "Unauthorized");
  else if (lacks (request, "policy"))
    cor_desk_ledger_fail (request, 404, "There is no policy");
  else
    cor_desk_ledger_answer (request, cor_desk_json_parse_object (policy));
}

static JsonArray *
make_changes (CorDeskRequest *request,
              gint64         *last)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *items = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows, "SELECT seq, reference FROM payment_moves WHERE seq > ? ORDER BY seq LIMIT ?", "id", *last, CHANGES_PER_PAGE);
  while (cor_desk_rows_next (&rows))
    {
      json_array_add_object_element (items, cor_desk_json_new ("kind:s", "payment", "id:s", cor_desk_rows_text (&rows, 1), NULL));
      *last = cor_desk_rows_int (&rows, 0);
    }
  return items;
}

static void
get_changes (CorDeskRequest *request)
{
  const char      *cursor = cor_desk_request_query (request, "cursor");
  gint64           last = cursor != NULL ? g_ascii_strtoll (cursor, NULL, 10) : 0;
  JsonArray       *items = NULL;
  g_autofree char *next = NULL;

  if (!cor_desk_ledger_is_allowed (request))
    cor_desk_ledger_fail (request, 401, "Unauthorized");
  else if (lacks (request, "changes"))
    cor_desk_ledger_fail (request, 404, "Changes are not told");
  else
    {
      items = make_changes (request, &last);
      next = g_strdup_printf ("%" G_GINT64_FORMAT, last);
      cor_desk_ledger_answer (request, cor_desk_json_new ("items:a", items, "next:s", next, NULL));
    }
}

/* A ledger that has less: {"lacks": "limits changes"}. */
static void
post_ledger (CorDeskRequest *request)
{
  const char *words = cor_desk_json_string (request->body, "lacks");

  cor_desk_db_run (request->desk->db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('ledger-lacks', ?)", "s", words != NULL ? words : "");
  cor_desk_answer_object (request, cor_desk_json_new ("lacks:s", words, NULL));
}

const CorDeskRoute cor_desk_ledger_routes[] = {
  { "GET", "/ledger/v1", get_ledger, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/ledger/v1/policy", get_policy, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/ledger/v1/changes", get_changes, COR_DESK_ROUTE_PUBLIC },
  { "POST", "/sandbox/ledger", post_ledger, COR_DESK_ROUTE_PUBLIC },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
