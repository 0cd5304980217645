/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-search"

#include "config.h"

#include "cor-desk-clause.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define PAGE_SIZE 15
/* messages are searched three months back (chatwoot.md §10) */
#define MESSAGE_SECONDS (90 * 24 * 3600)

static char *
get_needle (CorDeskRequest *request)
{
  const char      *q = cor_desk_request_query (request, "q");
  g_autofree char *trimmed = g_strdup (q ? q : "");

  return g_utf8_casefold (g_strstrip (trimmed), -1);
}

static void
add_page (CorDeskRequest *request,
          CorDeskClause  *clause)
{
  cor_desk_clause_add (clause, " LIMIT ? OFFSET ?", "ii", (gint64) PAGE_SIZE, (gint64) PAGE_SIZE * (cor_desk_request_page (request) - 1));
}

static void
add_visibility (CorDeskRequest *request,
                CorDeskClause  *clause,
                const char     *sql)
{
  if (!request->agent->is_admin)
    cor_desk_clause_add (clause, sql, "i", request->agent->id);
}

static JsonArray *
search_conversations (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_new ("SELECT c.id FROM conversations c JOIN contacts p ON p.id = c.contact_id WHERE (contains_fold (CAST (c.id AS TEXT), ?) "
                                                          "OR contains_fold (p.name, ?) OR contains_fold (p.email, ?) OR contains_fold (p.phone_number, ?) OR contains_fold (p.identifier, ?))");
  g_autofree char *needle = get_needle (request);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_clause_add (clause, "", "sssss", needle, needle, needle, needle, needle);
  add_visibility (request, clause, " AND c.inbox_id IN (SELECT inbox_id FROM inbox_members WHERE agent_id = ?)");
  cor_desk_clause_add (clause, " ORDER BY c.created_at DESC", "");
  add_page (request, clause);
  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows))
    {
      g_autoptr (CorDeskConversation) conversation = cor_desk_conversation_load (request->desk, cor_desk_rows_int (&rows, 0));

      json_array_add_object_element (array, cor_desk_json_new ("id:i", conversation->id, "uuid:s", conversation->uuid, "created_at:i", conversation->created_at,
                                                               "account_id:d", COR_DESK_ACCOUNT_ID, "inbox:o", cor_desk_shape_inbox_slim (request->desk, conversation->inbox_id),
                                                               "contact:o", cor_desk_shape_contact (request->desk, conversation->contact_id, COR_DESK_CONTACT_PLAIN),
                                                               "agent:o", conversation->assignee_id ? cor_desk_shape_agent (request->desk, conversation->assignee_id) : NULL,
                                                               "additional_attributes:j", conversation->additional, NULL));
    }
  return array;
}

static JsonArray *
search_contacts (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_new ("SELECT c.id FROM contacts c WHERE (c.email IS NOT NULL OR c.phone_number IS NOT NULL OR c.identifier IS NOT NULL) "
                                                          "AND (contains_fold (c.name, ?) OR contains_fold (c.email, ?) OR contains_fold (c.phone_number, ?) OR contains_fold (c.identifier, ?))");
  g_autofree char *needle = get_needle (request);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_clause_add (clause, " ORDER BY c.last_activity_at DESC NULLS LAST", "ssss", needle, needle, needle, needle);
  add_page (request, clause);
  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_shape_contact (request->desk, cor_desk_rows_int (&rows, 0), COR_DESK_CONTACT_PLAIN));
  return array;
}

static JsonArray *
search_messages (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_new (COR_DESK_MESSAGE_SELECT "WHERE m.created_at >= ? AND contains_fold (m.content, ?)");
  g_autofree char *needle = get_needle (request);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_clause_add (clause, "", "is", request->now - MESSAGE_SECONDS, needle);
  add_visibility (request, clause, " AND m.inbox_id IN (SELECT inbox_id FROM inbox_members WHERE agent_id = ?)");
  cor_desk_clause_add (clause, " ORDER BY m.created_at DESC", "");
  add_page (request, clause);
  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows))
    {
      g_autoptr (CorDeskMessage) message = cor_desk_message_read (&rows);
      JsonObject *object = cor_desk_shape_message (request->desk, message);

      cor_desk_json_set (object, "account_id:d", COR_DESK_ACCOUNT_ID, "inbox:o", cor_desk_shape_inbox_slim (request->desk, message->inbox_id), NULL);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
search_articles (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_new ("SELECT a.id, a.title, a.content, a.locale, a.slug, p.slug, c.name, a.status, a.updated_at FROM articles a "
                                                          "JOIN portals p ON p.id = a.portal_id LEFT JOIN categories c ON c.id = a.category_id WHERE (contains_fold (a.title, ?) OR contains_fold (a.content, ?))");
  g_autofree char *needle = get_needle (request);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_clause_add (clause, " ORDER BY contains_fold (a.title, ?) DESC, a.updated_at DESC", "sss", needle, needle, needle);
  add_page (request, clause);
  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_json_new ("id:i", cor_desk_rows_int (&rows, 0), "title:s", cor_desk_rows_text (&rows, 1), "content:s", cor_desk_rows_text (&rows, 2),
                                                             "locale:s", cor_desk_rows_text (&rows, 3), "slug:s", cor_desk_rows_text (&rows, 4), "portal_slug:s", cor_desk_rows_text (&rows, 5),
                                                             "account_id:d", COR_DESK_ACCOUNT_ID, "category_name:s", cor_desk_rows_text (&rows, 6), "status:s", cor_desk_rows_text (&rows, 7),
                                                             "updated_at:i", cor_desk_rows_int (&rows, 8), NULL));
  return array;
}

static gboolean
has_words (CorDeskRequest *request)
{
  const char *q = cor_desk_request_query (request, "q");

  if (q != NULL && *q != '\0')
    return TRUE;
  cor_desk_fail (request, 422, "Specify search string with parameter q");
  return FALSE;
}

static void
get_all (CorDeskRequest *request)
{
  JsonObject *payload;

  if (!has_words (request))
    return;
  payload = cor_desk_json_new ("conversations:a", search_conversations (request), "contacts:a", search_contacts (request), "messages:a", search_messages (request),
                               "articles:a", search_articles (request), NULL);
  cor_desk_answer_object (request, cor_desk_json_new ("payload:o", payload, NULL));
}

static void
get_kind (CorDeskRequest *request)
{
  static const struct
  {
    const char *name;
    JsonArray *(*search) (CorDeskRequest *request);
  } kinds[] = {
    { "conversations", search_conversations },
    { "contacts", search_contacts },
    { "messages", search_messages },
    { "articles", search_articles },
  };
  const char *kind = cor_desk_request_param (request, "kind");

  if (!has_words (request))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, kind) == 0)
      {
        JsonObject *payload = json_object_new ();

        json_object_set_array_member (payload, kind, kinds[i].search (request));
        cor_desk_answer_object (request, cor_desk_json_new ("payload:o", payload, NULL));
        return;
      }
  cor_desk_fail_html (request, 404);
}

const CorDeskRoute cor_desk_search_routes[] = {
  { "GET", "{A}/search", get_all, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/search/:kind", get_kind, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
