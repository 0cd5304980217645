/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-filter"

#include "config.h"

#include "cor-desk-filter.h"
#include "cor-desk-load.h"

#include <string.h>

typedef enum
{
  KEY_TEXT,
  KEY_NUMBER,
  KEY_STATUS,
  KEY_PRIORITY,
  KEY_DATE, /* seconds, compared by calendar date */
  KEY_LABELS,
} KeyType;

typedef struct
{
  const char *name;
  const char *expression; /* a literal of SQL */
  KeyType     type;
} Key;

static const Key conversation_keys[] = {
  { "status", "c.status", KEY_STATUS },
  { "assignee_id", "c.assignee_id", KEY_NUMBER },
  { "inbox_id", "c.inbox_id", KEY_NUMBER },
  { "team_id", "c.team_id", KEY_NUMBER },
  { "contact_id", "c.contact_id", KEY_NUMBER },
  { "priority", "c.priority", KEY_PRIORITY },
  { "display_id", "c.id", KEY_NUMBER },
  { "campaign_id", "NULL", KEY_NUMBER },
  { "labels", "(SELECT title FROM conversation_labels WHERE conversation_id = c.id", KEY_LABELS },
  { "browser_language", "json_extract (c.additional, '$.browser_language')", KEY_TEXT },
  { "conversation_language", "json_extract (c.additional, '$.conversation_language')", KEY_TEXT },
  { "referer", "json_extract (c.additional, '$.referer')", KEY_TEXT },
  { "mail_subject", "json_extract (c.additional, '$.mail_subject')", KEY_TEXT },
  { "created_at", "c.created_at", KEY_DATE },
  { "last_activity_at", "c.last_activity_at", KEY_DATE },
};

static const Key contact_keys[] = {
  { "name", "c.name", KEY_TEXT },
  { "phone_number", "c.phone_number", KEY_TEXT },
  { "email", "c.email", KEY_TEXT },
  { "identifier", "c.identifier", KEY_TEXT },
  { "country_code", "json_extract (c.additional, '$.country_code')", KEY_TEXT },
  { "city", "json_extract (c.additional, '$.city')", KEY_TEXT },
  { "company_name", "json_extract (c.additional, '$.company_name')", KEY_TEXT },
  { "labels", "(SELECT title FROM contact_labels WHERE contact_id = c.id", KEY_LABELS },
  { "created_at", "c.created_at", KEY_DATE },
  { "last_activity_at", "c.last_activity_at", KEY_DATE },
  { "blocked", "c.blocked", KEY_NUMBER },
};

G_DEFINE_QUARK (cor_desk_filter_error, cor_desk_filter_error)

static const Key *
find_key (CorDeskFilterKind kind,
          const char       *name)
{
  const Key *keys = kind == COR_DESK_FILTER_CONVERSATIONS ? conversation_keys : contact_keys;
  guint      n_keys = kind == COR_DESK_FILTER_CONVERSATIONS ? G_N_ELEMENTS (conversation_keys) : G_N_ELEMENTS (contact_keys);

  for (guint i = 0; i < n_keys; i++)
    if (strcmp (keys[i].name, name) == 0)
      return &keys[i];
  return NULL;
}

/* The values as SQLite compares them; %NULL: one is not a value of that key */
static GPtrArray *
read_values (JsonObject *condition,
             KeyType     type)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array = cor_desk_json_array (condition, "values");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject      *holder = json_object_new ();
      g_autofree char *text = NULL;
      CorDeskStatus    status = COR_DESK_OPEN;
      int              priority = 0;

      json_object_set_member (holder, "value", json_node_copy (json_array_get_element (array, i)));
      text = cor_desk_json_dup_scalar (holder, "value");
      json_object_unref (holder);
      if (text == NULL)
        continue;
      if (type == KEY_STATUS && strcmp (text, "all") != 0 && !cor_desk_status_parse (text, &status))
        return NULL;
      if (type == KEY_PRIORITY && !cor_desk_priority_parse (text, &priority))
        return NULL;
      if (type == KEY_STATUS && strcmp (text, "all") != 0)
        g_ptr_array_add (values, g_strdup_printf ("%d", (int) status));
      else if (type == KEY_PRIORITY)
        g_ptr_array_add (values, g_strdup_printf ("%d", priority));
      else if (type == KEY_NUMBER && (strcmp (text, "true") == 0 || strcmp (text, "false") == 0))
        g_ptr_array_add (values, g_strdup (*text == 't' ? "1" : "0"));
      else
        g_ptr_array_add (values, type == KEY_TEXT ? g_utf8_casefold (text, -1) : g_strdup (text));
    }
  return g_steal_pointer (&values);
}

static void
add_contains (CorDeskClause *clause,
              const char    *expression,
              GPtrArray     *values,
              gboolean       is_negated)
{
  g_string_append (clause->sql, is_negated ? "NOT (0" : "(0");
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append_printf (clause->sql, " OR contains_fold (%s, ?)", expression);
      g_ptr_array_add (clause->values, g_variant_ref_sink (g_variant_new_string (g_ptr_array_index (values, i))));
    }
  g_string_append (clause->sql, ")");
}

static void
add_equal (CorDeskClause *clause,
           const char    *expression,
           KeyType        type,
           GPtrArray     *values,
           gboolean       is_negated)
{
  g_autofree char *before = NULL;

  if (type == KEY_STATUS && g_ptr_array_find_with_equal_func (values, "all", g_str_equal, NULL))
    {
      g_string_append (clause->sql, "1");
      return;
    }
  if (type == KEY_LABELS)
    before = g_strdup_printf ("%sEXISTS %s AND title IN (", is_negated ? "NOT " : "", expression);
  else if (type == KEY_TEXT)
    before = g_strdup_printf ("ifnull (lower (%s), '') %sIN (", expression, is_negated ? "NOT " : "");
  else if (type == KEY_DATE)
    before = g_strdup_printf ("date (%s, 'unixepoch') %sIN (", expression, is_negated ? "NOT " : "");
  else
    before = g_strdup_printf ("ifnull (CAST (%s AS TEXT), '') %sIN (", expression, is_negated ? "NOT " : "");
  cor_desk_clause_add_list (clause, before, values, type == KEY_LABELS ? "))" : ")");
}

static void
add_present (CorDeskClause *clause,
             const char    *expression,
             KeyType        type,
             gboolean       is_negated)
{
  if (type == KEY_LABELS)
    g_string_append_printf (clause->sql, "%sEXISTS %s)", is_negated ? "NOT " : "", expression);
  else
    g_string_append_printf (clause->sql, "%s IS %sNULL", expression, is_negated ? "" : "NOT ");
}

static gboolean
add_operator (CorDeskClause *clause,
              const char *
              operator,
              const char * expression,
              KeyType    type,
              GPtrArray *values)
{
  const char *first = values->len ? g_ptr_array_index (values, 0) : NULL;

  if (strcmp (operator, "is_present") == 0 || strcmp (operator, "is_not_present") == 0)
    add_present (clause, expression, type, strcmp (operator, "is_not_present") == 0);
  else if (first == NULL)
    return FALSE;
  else if (strcmp (operator, "equal_to") == 0 || strcmp (operator, "not_equal_to") == 0)
    add_equal (clause, expression, type, values, strcmp (operator, "not_equal_to") == 0);
  else if ((strcmp (operator, "contains") == 0 || strcmp (operator, "does_not_contain") == 0) && type == KEY_TEXT)
    add_contains (clause, expression, values, strcmp (operator, "does_not_contain") == 0);
  else if ((strcmp (operator, "is_greater_than") == 0 || strcmp (operator, "is_less_than") == 0) && type == KEY_DATE)
    {
      g_string_append_printf (clause->sql, "date (%s, 'unixepoch') %s ?", expression, strcmp (operator, "is_less_than") == 0 ? "<" : ">");
      cor_desk_clause_add (clause, "", "s", first);
    }
  else if (strcmp (operator, "days_before") == 0 && type == KEY_DATE)
    {
      g_autofree char *modifier = g_strdup_printf ("-%" G_GINT64_FORMAT " days", g_ascii_strtoll (first, NULL, 10));

      g_string_append_printf (clause->sql, "date (%s, 'unixepoch') < date ('now', ?)", expression);
      cor_desk_clause_add (clause, "", "s", modifier);
    }
  else
    return FALSE;
  return TRUE;
}

static gint64
find_custom_key (CorDeskRequest *request,
                 const char     *name)
{
  return cor_desk_db_int (request->desk->db, "SELECT id FROM attribute_definitions WHERE attribute_key = ?", "s", name);
}

static gboolean
add_condition (CorDeskClause    *clause,
               CorDeskFilterKind kind,
               CorDeskRequest   *request,
               JsonObject       *condition,
               GError          **error)
{
  const char      *name = cor_desk_json_string (condition, "attribute_key");
  const char      *operator= cor_desk_json_string (condition, "filter_operator");
  const Key       *key = name ? find_key (kind, name) : NULL;
  KeyType          type = key ? key->type : KEY_TEXT;
  gint64           custom_id = name ? find_custom_key (request, name) : 0;
  g_autofree char *custom = NULL;
  g_autoptr (GPtrArray) values = read_values (condition, type);

  if (key == NULL && custom_id == 0)
    {
      g_set_error (error, COR_DESK_FILTER_ERROR, 0, "Invalid attribute key - [%s]. The key should be one of the known keys or a custom attribute defined in the account.", name ? name : "");
      return FALSE;
    }
  if (key == NULL)
    /* by the number of its definition: no name of the caller's gets into the text */
    custom = g_strdup_printf ("(SELECT e.value FROM json_each (c.custom) e JOIN attribute_definitions d ON d.attribute_key = e.key WHERE d.id = %" G_GINT64_FORMAT ")", custom_id);
  if (values == NULL || operator== NULL)
    {
      g_set_error (error, COR_DESK_FILTER_ERROR, 0, "Invalid value. The values provided for %s are invalid", name);
      return FALSE;
    }
  if (!add_operator (clause, operator, key ? key->expression : custom, type, values))
    {
      g_set_error (error, COR_DESK_FILTER_ERROR, 0, "Invalid operator. The allowed operators for %s are [equal_to,not_equal_to].", name);
      return FALSE;
    }
  return TRUE;
}

/**
 * cor_desk_filter_add:
 * @clause: conditions so far
 * @kind: of what
 * @request: a call whose body has the conditions (chatwoot.md §3, Filter)
 * @error: COR_DESK_FILTER_ERROR with the words of the 422
 *
 * Returns: whether they could be added
 */
gboolean
cor_desk_filter_add (CorDeskClause    *clause,
                     CorDeskFilterKind kind,
                     CorDeskRequest   *request,
                     GError          **error)
{
  JsonArray  *payload = cor_desk_json_array (request->body, "payload");
  guint       n_conditions = payload ? json_array_get_length (payload) : 0;
  const char *join = "AND";

  if (n_conditions == 0)
    return TRUE;
  g_string_append (clause->sql, " AND (");
  for (guint i = 0; i < n_conditions; i++)
    {
      JsonNode   *node = json_array_get_element (payload, i);
      JsonObject *condition = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *operator= cor_desk_json_string (condition, "query_operator");

      if (i > 0)
        g_string_append_printf (clause->sql, " %s ", join);
      if (!add_condition (clause, kind, request, condition, error))
        return FALSE;
      join = operator!= NULL && g_ascii_strcasecmp (operator, "or") == 0 ? "OR" : "AND";
    }
  g_string_append (clause->sql, ")");
  return TRUE;
}
