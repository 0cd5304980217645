/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-contacts"

#include "config.h"

#include "cor-desk-clause.h"
#include "cor-desk-effects.h"
#include "cor-desk-events.h"
#include "cor-desk-filter.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define PAGE_SIZE 15

static const struct
{
  const char *name;
  const char *order;
} sorts[] = {
  { "name", "c.name COLLATE NOCASE" },
  { "email", "c.email" },
  { "phone_number", "c.phone_number" },
  { "last_activity_at", "c.last_activity_at" },
  { "created_at", "c.created_at" },
  { "company_name", "json_extract (c.additional, '$.company_name')" },
  { "city", "json_extract (c.additional, '$.city')" },
  { "country", "json_extract (c.additional, '$.country')" },
};

static void
add_sort (CorDeskRequest *request,
          CorDeskClause  *clause)
{
  const char *sort = cor_desk_request_query (request, "sort");
  gboolean    is_descending = sort != NULL && *sort == '-';

  for (guint i = 0; sort != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (strcmp (sorts[i].name, sort + (is_descending ? 1 : 0)) == 0)
      {
        g_string_append_printf (clause->sql, " ORDER BY %s %s NULLS LAST, c.id", sorts[i].order, is_descending ? "DESC" : "ASC");
        return;
      }
  g_string_append (clause->sql, " ORDER BY c.last_activity_at DESC NULLS LAST, c.id");
}

static CorDeskContactShape
get_shape (CorDeskRequest *request)
{
  return g_strcmp0 (cor_desk_request_query (request, "include_contact_inboxes"), "false") == 0 ? COR_DESK_CONTACT_PLAIN : COR_DESK_CONTACT_WITH_INBOXES;
}

static gint64
count (CorDeskRequest *request,
       CorDeskClause  *conditions)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_copy (conditions, "SELECT count (*) FROM contacts c");
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_clause_select (clause, request->desk->db, &rows);
  return cor_desk_rows_next (&rows) ? cor_desk_rows_int (&rows, 0) : 0;
}

/* One row more than the page tells whether there is more */
static JsonArray *
make_page (CorDeskRequest *request,
           CorDeskClause  *conditions,
           gboolean       *has_more)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_copy (conditions, "SELECT c.id FROM contacts c");
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();
  int        n_rows = 0;

  add_sort (request, clause);
  cor_desk_clause_add (clause, " LIMIT ? OFFSET ?", "ii", (gint64) PAGE_SIZE + 1, (gint64) PAGE_SIZE * (cor_desk_request_page (request) - 1));
  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows) && n_rows++ < PAGE_SIZE)
    json_array_add_object_element (array, cor_desk_shape_contact (request->desk, cor_desk_rows_int (&rows, 0), get_shape (request)));
  *has_more = n_rows > PAGE_SIZE;
  return array;
}

static void
answer_list (CorDeskRequest *request,
             CorDeskClause  *conditions)
{
  gboolean   has_more = FALSE;
  JsonArray *array = make_page (request, conditions, &has_more);

  cor_desk_answer_object (request, cor_desk_json_new ("meta:o", cor_desk_json_new ("count:i", count (request, conditions), "current_page:d", cor_desk_request_page (request), NULL), "payload:a", array, NULL));
}

/* Those with an e-mail, a phone number or an identifier (chatwoot.md §7) */
#define RESOLVED " WHERE (c.email IS NOT NULL OR c.phone_number IS NOT NULL OR c.identifier IS NOT NULL)"

static void
get_contacts (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = cor_desk_clause_new (RESOLVED);
  g_autoptr (GPtrArray) labels = cor_desk_request_query_list (request, "labels[]");

  if (labels->len > 0)
    cor_desk_clause_add_list (conditions, " AND c.id IN (SELECT contact_id FROM contact_labels WHERE title IN (", labels, "))");
  answer_list (request, conditions);
}

static void
search_contacts (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = cor_desk_clause_new (RESOLVED);
  const char      *q = cor_desk_request_query (request, "q");
  g_autofree char *needle = NULL;
  gboolean         has_more = FALSE;
  JsonArray       *array;

  if (q == NULL || *q == '\0')
    {
      cor_desk_fail (request, 422, "Specify search string with parameter q");
      return;
    }
  needle = g_utf8_casefold (q, -1);
  cor_desk_clause_add (conditions, " AND (contains_fold (c.name, ?) OR contains_fold (c.email, ?) OR contains_fold (c.phone_number, ?) OR contains_fold (c.identifier, ?))",
                       "ssss", needle, needle, needle, needle);
  array = make_page (request, conditions, &has_more);
  cor_desk_answer_object (request, cor_desk_json_new ("meta:o", cor_desk_json_new ("count:d", (int) json_array_get_length (array), "current_page:d", cor_desk_request_page (request), "has_more:b", has_more, NULL),
                                                      "payload:a", array, NULL));
}

static void
filter_contacts (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = cor_desk_clause_new (" WHERE 1");
  g_autoptr (GError) error = NULL;

  if (cor_desk_filter_add (conditions, COR_DESK_FILTER_CONTACTS, request, &error))
    answer_list (request, conditions);
  else
    cor_desk_fail (request, 422, error->message);
}

static void
get_active (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = cor_desk_clause_new (" WHERE 0");

  answer_list (request, conditions);
}

static void
answer_contact (CorDeskRequest *request,
                gint64          id)
{
  JsonObject *contact = cor_desk_shape_contact (request->desk, id, get_shape (request));

  if (contact == NULL)
    cor_desk_not_found (request);
  else
    cor_desk_answer_object (request, cor_desk_json_new ("payload:o", contact, NULL));
}

static void
get_contact (CorDeskRequest *request)
{
  answer_contact (request, cor_desk_request_id (request, "id"));
}

/* What is wrong with the fields, or %NULL; which attribute is said in @attribute */
static const char *
find_problem (CorDeskRequest *request,
              gint64          id,
              const char    **attribute)
{
  const char *email = cor_desk_json_string (request->body, "email");
  const char *phone = cor_desk_json_string (request->body, "phone_number");
  const char *identifier = cor_desk_json_string (request->body, "identifier");

  *attribute = "email";
  if (email != NULL && *email != '\0' && !g_regex_match_simple ("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email, 0, 0))
    return "Email is invalid";
  if (email != NULL && cor_desk_db_int (request->desk->db, "SELECT 1 FROM contacts WHERE lower (email) = lower (?) AND id <> ?", "si", email, id))
    return "Email has already been taken";
  *attribute = "phone_number";
  if (phone != NULL && *phone != '\0' && !g_regex_match_simple ("^\\+[1-9]\\d{1,14}$", phone, 0, 0))
    return "Phone number should be in e164 format";
  if (phone != NULL && cor_desk_db_int (request->desk->db, "SELECT 1 FROM contacts WHERE phone_number = ? AND id <> ?", "si", phone, id))
    return "Phone number has already been taken";
  *attribute = "identifier";
  if (identifier != NULL && cor_desk_db_int (request->desk->db, "SELECT 1 FROM contacts WHERE identifier = ? AND id <> ?", "si", identifier, id))
    return "Identifier has already been taken";
  return NULL;
}

static void
merge_object (CorDeskRequest *request,
              gint64          id,
              const char     *member,
              gboolean        is_custom)
{
  JsonObject      *given = cor_desk_json_object (request->body, member);
  g_autofree char *old = NULL;
  g_autofree char *text = NULL;
  JsonObject      *merged;
  JsonObjectIter   iter;
  const char      *name;
  JsonNode        *value;

  if (given == NULL)
    return;
  old = cor_desk_db_dup_text (request->desk->db, is_custom ? "SELECT custom FROM contacts WHERE id = ?" : "SELECT additional FROM contacts WHERE id = ?", "i", id);
  merged = cor_desk_json_parse_object (old);
  json_object_iter_init (&iter, given);
  while (json_object_iter_next (&iter, &name, &value))
    json_object_set_member (merged, name, json_node_copy (value));
  text = cor_desk_json_object_text (merged);
  json_object_unref (merged);
  cor_desk_db_run (request->desk->db, is_custom ? "UPDATE contacts SET custom = ? WHERE id = ?" : "UPDATE contacts SET additional = ? WHERE id = ?", "si", text, id);
}

static void
write_fields (CorDeskRequest *request,
              gint64          id)
{
  static const struct
  {
    const char *member;
    const char *sql;
  } texts[] = {
    { "name", "UPDATE contacts SET name = ifnull (?, '') WHERE id = ?" },
    { "email", "UPDATE contacts SET email = nullif (?, '') WHERE id = ?" },
    { "phone_number", "UPDATE contacts SET phone_number = nullif (?, '') WHERE id = ?" },
    { "identifier", "UPDATE contacts SET identifier = nullif (?, '') WHERE id = ?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (cor_desk_json_has (request->body, texts[i].member))
      cor_desk_db_run (request->desk->db, texts[i].sql, "si", cor_desk_json_string (request->body, texts[i].member), id);
  if (cor_desk_json_has (request->body, "blocked"))
    cor_desk_db_run (request->desk->db, "UPDATE contacts SET blocked = ? WHERE id = ?", "di", cor_desk_json_bool (request->body, "blocked") ? 1 : 0, id);
  merge_object (request, id, "additional_attributes", FALSE);
  merge_object (request, id, "custom_attributes", TRUE);
}

static void
post_contact (CorDeskRequest *request)
{
  const char      *attribute = NULL;
  const char      *problem = find_problem (request, 0, &attribute);
  gint64           inbox_id = cor_desk_json_int (request->body, "inbox_id");
  g_autofree char *source_id = cor_desk_json_dup_scalar (request->body, "source_id");
  JsonObject      *place = cor_desk_json_new ("inbox:n", "source_id:n", NULL);
  JsonObject      *payload;
  gint64           id;

  if (problem != NULL)
    {
      json_object_unref (place);
      cor_desk_fail_validation (request, problem, attribute);
      return;
    }
  cor_desk_db_run (request->desk->db, "INSERT INTO contacts (name, created_at) VALUES ('', ?)", "i", request->now);
  id = cor_desk_db_last_id (request->desk->db);
  write_fields (request, id);
  if (inbox_id != 0 && cor_desk_db_int (request->desk->db, "SELECT id FROM inboxes WHERE id = ?", "i", inbox_id) != 0)
    {
      gint64           contact_inbox = cor_desk_find_contact_inbox (request, id, inbox_id, source_id);
      g_autofree char *given = cor_desk_db_dup_text (request->desk->db, "SELECT source_id FROM contact_inboxes WHERE id = ?", "i", contact_inbox);

      cor_desk_json_set (place, "inbox:o", cor_desk_shape_inbox_slim (request->desk, inbox_id), "source_id:s", given, NULL);
    }
  request->contact_id = id;
  cor_desk_event_contact (request, "contact.created", id);
  payload = cor_desk_json_new ("contact:o", cor_desk_shape_contact (request->desk, id, COR_DESK_CONTACT_WITH_INBOXES), "contact_inbox:o", place, NULL);
  cor_desk_answer_object (request, cor_desk_json_new ("payload:o", payload, NULL));
}

static void
patch_contact (CorDeskRequest *request)
{
  gint64      id = cor_desk_request_id (request, "id");
  const char *attribute = NULL;
  const char *problem = find_problem (request, id, &attribute);

  if (cor_desk_db_int (request->desk->db, "SELECT id FROM contacts WHERE id = ?", "i", id) == 0)
    {
      cor_desk_not_found (request);
      return;
    }
  if (problem != NULL)
    {
      cor_desk_fail_validation (request, problem, attribute);
      return;
    }
  write_fields (request, id);
  request->contact_id = id;
  cor_desk_event_contact (request, "contact.updated", id);
  answer_contact (request, id);
}

static void
destroy_custom_attributes (CorDeskRequest *request)
{
  gint64           id = cor_desk_request_id (request, "id");
  g_autofree char *old = cor_desk_db_dup_text (request->desk->db, "SELECT custom FROM contacts WHERE id = ?", "i", id);
  JsonArray       *keys = cor_desk_json_array (request->body, "custom_attributes");
  JsonObject      *custom;
  g_autofree char *text = NULL;

  if (old == NULL)
    {
      cor_desk_not_found (request);
      return;
    }
  custom = cor_desk_json_parse_object (old);
  for (guint i = 0; keys != NULL && i < json_array_get_length (keys); i++)
    if (json_object_has_member (custom, json_array_get_string_element (keys, i)))
      json_object_remove_member (custom, json_array_get_string_element (keys, i));
  text = cor_desk_json_object_text (custom);
  json_object_unref (custom);
  cor_desk_db_run (request->desk->db, "UPDATE contacts SET custom = ? WHERE id = ?", "si", text, id);
  request->contact_id = id;
  cor_desk_event_contact (request, "contact.updated", id);
  answer_contact (request, id);
}

static void
remove_contact (CorDeskRequest *request,
                gint64          id)
{
  cor_desk_db_run (request->desk->db, "DELETE FROM contact_labels WHERE contact_id = ?", "i", id);
  cor_desk_db_run (request->desk->db, "DELETE FROM notes WHERE contact_id = ?", "i", id);
  cor_desk_db_run (request->desk->db, "DELETE FROM contact_inboxes WHERE contact_id = ?", "i", id);
  cor_desk_db_run (request->desk->db, "DELETE FROM contacts WHERE id = ?", "i", id);
}

static void
delete_contact (CorDeskRequest *request)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64      id = cor_desk_request_id (request, "id");
  JsonObject *push = cor_desk_shape_contact_push (request->desk, id);

  if (push == NULL)
    {
      cor_desk_not_found (request);
      return;
    }
  cor_desk_db_select (request->desk->db, &rows, "SELECT id FROM conversations WHERE contact_id = ?", "i", id);
  while (cor_desk_rows_next (&rows))
    {
      gint64 conversation_id = cor_desk_rows_int (&rows, 0);

      g_array_append_val (ids, conversation_id);
    }
  for (guint i = 0; i < ids->len; i++)
    cor_desk_db_run (request->desk->db, "DELETE FROM messages WHERE conversation_id = ?", "i", g_array_index (ids, gint64, i));
  cor_desk_db_run (request->desk->db, "DELETE FROM conversations WHERE contact_id = ?", "i", id);
  remove_contact (request, id);
  request->contact_id = id;
  cor_desk_event_other (request, "contact.deleted", 0, 0, 0, push);
}

/* The base wins; what only the other has is taken over; the other is gone (chatwoot.md §7) */
static void
merge_contacts (CorDeskRequest *request)
{
  gint64      base = cor_desk_json_int (request->body, "base_contact_id");
  gint64      other = cor_desk_json_int (request->body, "mergee_contact_id");
  JsonObject *push = cor_desk_shape_contact_push (request->desk, other);
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  CorDeskDb *db = request->desk->db;

  if (push == NULL || cor_desk_db_int (db, "SELECT id FROM contacts WHERE id = ?", "i", base) == 0)
    {
      g_clear_pointer (&push, json_object_unref);
      cor_desk_not_found (request);
      return;
    }
  if (base != other)
    {
      g_autofree char *email = g_strdup (cor_desk_json_string (push, "email"));
      g_autofree char *phone = g_strdup (cor_desk_json_string (push, "phone_number"));
      g_autofree char *identifier = g_strdup (cor_desk_json_string (push, "identifier"));

      cor_desk_db_run (db, "UPDATE conversations SET contact_id = ?, updated_at = ? WHERE contact_id = ?", "iii", base, request->now_us, other);
      cor_desk_db_run (db, "UPDATE contact_inboxes SET contact_id = ? WHERE contact_id = ?", "ii", base, other);
      cor_desk_db_run (db, "UPDATE notes SET contact_id = ? WHERE contact_id = ?", "ii", base, other);
      cor_desk_db_run (db, "UPDATE messages SET sender_id = ?1 WHERE sender_type = 'Contact' AND sender_id = ?2 AND conversation_id IN (SELECT id FROM conversations WHERE contact_id = ?1)", "ii", base, other);
      cor_desk_db_run (db, "UPDATE OR IGNORE contact_labels SET contact_id = ? WHERE contact_id = ?", "ii", base, other);
      remove_contact (request, other);
      cor_desk_db_run (db, "UPDATE contacts SET email = ifnull (email, ?), phone_number = ifnull (phone_number, ?), identifier = ifnull (identifier, ?) WHERE id = ?", "sssi", email, phone, identifier, base);
    }
  request->contact_id = base;
  cor_desk_event_contact (request, "contact.merged", base);
  cor_desk_event_other (request, "contact.deleted", 0, 0, 0, push);
  cor_desk_answer_object (request, cor_desk_shape_contact (request->desk, base, COR_DESK_CONTACT_WITH_INBOXES));
}

const CorDeskRoute cor_desk_contacts_routes[] = {
  { "GET", "{A}/contacts", get_contacts, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/contacts", post_contact, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/contacts/search", search_contacts, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/contacts/filter", filter_contacts, COR_DESK_ROUTE_READ },
  { "GET", "{A}/contacts/active", get_active, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/contacts/:id", get_contact, COR_DESK_ROUTE_NONE },
  { "PUT", "{A}/contacts/:id", patch_contact, COR_DESK_ROUTE_NONE },
  { "PATCH", "{A}/contacts/:id", patch_contact, COR_DESK_ROUTE_NONE },
  { "DELETE", "{A}/contacts/:id", delete_contact, COR_DESK_ROUTE_ADMIN },
  { "POST", "{A}/contacts/:id/destroy_custom_attributes", destroy_custom_attributes, COR_DESK_ROUTE_NONE },
  { "POST", "{A}/actions/contact_merge", merge_contacts, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
