/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/*
 * The answers against the schemas of Chatwoot's own swagger file, whose path is in COR_SWAGGER.
 * Where that file is wrong (chatwoot.md §17) the exception is listed here with its reason.
 */

#include "config.h"

#include "cor-test-main.h"
#include "test-desk.h"

#include <string.h>

#define NO_ANSWER       \
  {                     \
    0, NULL, NULL, NULL \
  }

typedef struct
{
  JsonNode  *root; /* borrowed: the swagger file */
  GPtrArray *problems;
} Validator;

/* Globs over "METHOD /path where: what" */
static const struct
{
  const char *pattern;
  const char *reason; /* for whoever reads this list */
} exceptions[] = {
  { "GET */accounts/{account_id}.domain: is null*", "an account without a domain of its own; the view sends what the column holds" },
  { "GET */accounts/{account_id}.settings.auto_resolve_*: is null*", "settings that were never made" },
  { "*.snoozed_until: is string*", "an ISO time, chatwoot.md §3" },
  { "*.status: has \"snoozed\"*", "the fourth status, chatwoot.md §3" },
  { "*/custom_attribute_definitions*.attribute_values: is array*", "a list of the choices, chatwoot.md §8" },
  { "*/custom_attribute_definitions*.default_value: is null*", "an attribute without a default" },
  { "*/custom_attribute_definitions*.regex_*: is null*", "an attribute without a pattern" },
  { "*/inboxes*.medium: is null*", "only Twilio's inboxes have a medium" },
  { "POST */contacts.payload: is object*", "{contact, contact_inbox}, chatwoot.md §7" },
};

static gboolean
is_excepted (const char *problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_pattern_match_simple (exceptions[i].pattern, problem))
      return TRUE;
  return FALSE;
}

static void G_GNUC_PRINTF (3, 4)
  complain (Validator  *self,
            const char *where,
            const char *format,
            ...)
{
  g_autofree char *what = NULL;
  char            *problem;
  va_list          args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  problem = g_strdup_printf ("%s: %s", where, what);
  if (is_excepted (problem))
    g_free (problem);
  else
    g_ptr_array_add (self->problems, problem);
}

/* "#/components/schemas/agent" */
static JsonNode *
follow (Validator  *self,
        const char *reference)
{
  g_auto (GStrv) steps = g_strsplit (reference + 2, "/", -1);
  JsonNode *node = self->root;

  g_assert_true (g_str_has_prefix (reference, "#/"));
  for (guint i = 0; steps[i] != NULL; i++)
    {
      node = json_object_get_member (json_node_get_object (node), steps[i]);
      g_assert_nonnull (node);
    }
  return node;
}

static const char *
type_of (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return "object";
    case JSON_NODE_ARRAY:
      return "array";
    case JSON_NODE_NULL:
      return "null";
    case JSON_NODE_VALUE:
    default:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return "string";
      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return "boolean";
      return json_node_get_value_type (node) == G_TYPE_DOUBLE ? "number" : "integer";
    }
}

static gboolean
is_of_type (JsonNode   *node,
            const char *type)
{
  const char *actual = type_of (node);

  return strcmp (actual, type) == 0 || (strcmp (type, "number") == 0 && strcmp (actual, "integer") == 0);
}

static void
check_type (Validator  *self,
            JsonNode   *node,
            JsonObject *schema,
            const char *where)
{
  JsonNode *type = json_object_get_member (schema, "type");
  gboolean  is_right = FALSE;

  if (type == NULL || (JSON_NODE_HOLDS_NULL (node) && json_object_get_boolean_member_with_default (schema, "nullable", FALSE)))
    return;
  if (JSON_NODE_HOLDS_VALUE (type))
    is_right = is_of_type (node, json_node_get_string (type));
  else
    for (guint i = 0; i < json_array_get_length (json_node_get_array (type)); i++)
      is_right |= is_of_type (node, json_array_get_string_element (json_node_get_array (type), i));
  if (!is_right)
    {
      g_autofree char *wanted = json_to_string (type, FALSE);

      complain (self, where, "is %s and should be %s", type_of (node), wanted);
    }
}

static void
check_enum (Validator  *self,
            JsonNode   *node,
            JsonObject *schema,
            const char *where)
{
  JsonArray *values = json_object_has_member (schema, "enum") ? json_object_get_array_member (schema, "enum") : NULL;

  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    if (json_node_equal (json_array_get_element (values, i), node))
      return;
  if (values != NULL)
    {
      g_autofree char *text = json_to_string (node, FALSE);

      complain (self, where, "has %s, which is not in the enumeration", text);
    }
}

static void
check_required (Validator  *self,
                JsonNode   *node,
                JsonObject *schema,
                const char *where)
{
  JsonArray *names = json_object_has_member (schema, "required") && JSON_NODE_HOLDS_ARRAY (json_object_get_member (schema, "required")) ? json_object_get_array_member (schema, "required") : NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (!json_object_has_member (json_node_get_object (node), json_array_get_string_element (names, i)))
      complain (self, where, "lacks %s", json_array_get_string_element (names, i));
}

/* A value and the schema it has to fit: still to be looked at */
typedef struct
{
  JsonNode *node;
  JsonNode *schema;
  char     *where;
} Step;

static void
push (GQueue     *queue,
      JsonNode   *node,
      JsonNode   *schema,
      const char *where,
      const char *name)
{
  Step *step = g_new0 (Step, 1);

  step->node = node;
  step->schema = schema;
  step->where = name ? g_strconcat (where, ".", name, NULL) : g_strdup (where);
  g_queue_push_tail (queue, step);
}

static void
push_parts (GQueue     *queue,
            JsonNode   *node,
            JsonObject *schema,
            const char *where)
{
  JsonArray *all = json_object_has_member (schema, "allOf") ? json_object_get_array_member (schema, "allOf") : NULL;

  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++)
    push (queue, node, json_array_get_element (all, i), where, NULL);
  if (JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (schema, "properties"))
    {
      JsonObjectIter iter;
      const char    *name;
      JsonNode      *part;

      json_object_iter_init (&iter, json_object_get_object_member (schema, "properties"));
      while (json_object_iter_next (&iter, &name, &part))
        if (json_object_has_member (json_node_get_object (node), name))
          push (queue, json_object_get_member (json_node_get_object (node), name), part, where, name);
    }
  if (JSON_NODE_HOLDS_ARRAY (node) && json_object_has_member (schema, "items"))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      push (queue, json_array_get_element (json_node_get_array (node), i), json_object_get_member (schema, "items"), where, "[]");
}

static void
validate (Validator  *self,
          JsonNode   *root,
          JsonNode   *root_schema,
          const char *where)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  Step *step;

  push (queue, root, root_schema, where, NULL);
  while ((step = g_queue_pop_head (queue)) != NULL)
    {
      JsonObject *schema = json_node_get_object (step->schema);

      if (json_object_has_member (schema, "$ref"))
        push (queue, step->node, follow (self, json_object_get_string_member (schema, "$ref")), step->where, NULL);
      else if (json_object_has_member (schema, "oneOf"))
        {
          /* every oneOf of the file is "this, or null" */
          if (!JSON_NODE_HOLDS_NULL (step->node))
            push (queue, step->node, json_array_get_element (json_object_get_array_member (schema, "oneOf"), 0), step->where, NULL);
        }
      else
        {
          check_type (self, step->node, schema, step->where);
          check_enum (self, step->node, schema, step->where);
          if (JSON_NODE_HOLDS_OBJECT (step->node))
            check_required (self, step->node, schema, step->where);
          push_parts (queue, step->node, schema, step->where);
        }
      g_free (step->where);
      g_free (step);
    }
}

/* The schema of the 200 of a call; %NULL: the file has none */
static JsonNode *
find_schema (Validator  *self,
             const char *method,
             const char *path)
{
  g_autofree char *lower = g_ascii_strdown (method, -1);
  JsonObject      *paths = json_object_get_object_member (json_node_get_object (self->root), "paths");
  JsonNode        *item = json_object_get_member (paths, path);
  JsonNode        *call = item ? json_object_get_member (json_node_get_object (item), lower) : NULL;
  JsonNode        *responses = call ? json_object_get_member (json_node_get_object (call), "responses") : NULL;
  JsonNode        *found = responses ? json_object_get_member (json_node_get_object (responses), "200") : NULL;

  found = found && json_object_has_member (json_node_get_object (found), "content") ? json_object_get_member (json_node_get_object (found), "content") : NULL;
  found = found ? json_object_get_member (json_node_get_object (found), "application/json") : NULL;
  return found ? json_object_get_member (json_node_get_object (found), "schema") : NULL;
}

#define S "/api/v1/accounts/{account_id}"
#define C S "/conversations/{conversation_id}"

static const struct
{
  const char *method;
  const char *schema_path;
  const char *path;
  const char *body;
} calls[] = {
  { "GET", "/api/v1/profile", "/api/v1/profile", NULL },
  { "GET", S, A, NULL },
  { "GET", S "/agents", A "/agents", NULL },
  { "GET", S "/inboxes", A "/inboxes", NULL },
  { "GET", S "/inboxes/{id}", A "/inboxes/1", NULL },
  { "GET", S "/inbox_members/{inbox_id}", A "/inbox_members/1", NULL },
  { "GET", S "/teams", A "/teams", NULL },
  { "GET", S "/teams/{team_id}", A "/teams/1", NULL },
  { "GET", S "/teams/{team_id}/team_members", A "/teams/1/team_members", NULL },
  { "GET", S "/labels", A "/labels", NULL },
  { "GET", S "/canned_responses", A "/canned_responses", NULL },
  { "POST", S "/canned_responses", A "/canned_responses", "{\"canned_response\":{\"short_code\":\"swagger\",\"content\":\"x\"}}" },
  { "GET", S "/custom_attribute_definitions", A "/custom_attribute_definitions", NULL },
  { "POST", S "/custom_filters", A "/custom_filters", "{\"name\":\"swagger\",\"filter_type\":\"conversation\",\"query\":{\"payload\":[]}}" },
  { "GET", S "/custom_filters", A "/custom_filters", NULL },
  { "GET", S "/portals", A "/portals", NULL },
  { "GET", S "/contacts", A "/contacts", NULL },
  { "GET", S "/contacts/search", A "/contacts/search?q=a", NULL },
  { "POST", S "/contacts/filter", A "/contacts/filter", "{\"payload\":[{\"attribute_key\":\"name\",\"filter_operator\":\"contains\",\"values\":[\"a\"],\"query_operator\":null}]}" },
  { "POST", S "/contacts", A "/contacts", "{\"name\":\"Swagger\"}" },
  { "GET", S "/contacts/{id}", A "/contacts/1", NULL },
  { "GET", S "/contacts/{id}/conversations", A "/contacts/1/conversations", NULL },
  { "GET", S "/contacts/{id}/labels", A "/contacts/1/labels", NULL },
  { "POST", S "/contacts/{id}/labels", A "/contacts/1/labels", "{\"labels\":[\"vip\"]}" },
  { "GET", S "/contacts/{id}/contactable_inboxes", A "/contacts/1/contactable_inboxes", NULL },
  { "POST", S "/actions/contact_merge", A "/actions/contact_merge", "{\"base_contact_id\":2,\"mergee_contact_id\":3}" },
  { "GET", S "/conversations/meta", A "/conversations/meta?status=all", NULL },
  { "GET", S "/conversations", A "/conversations?status=all", NULL },
  { "POST", S "/conversations", A "/conversations", "{\"inbox_id\":1,\"contact_id\":1}" },
  { "POST", S "/conversations/filter", A "/conversations/filter", "{\"payload\":[]}" },
  { "GET", C, A "/conversations/1", NULL },
  { "PATCH", C, A "/conversations/1", "{\"priority\":\"high\"}" },
  { "POST", C "/toggle_status", A "/conversations/1/toggle_status", "{\"status\":\"resolved\"}" },
  { "POST", C "/custom_attributes", A "/conversations/1/custom_attributes", "{\"custom_attributes\":{\"a\":\"b\"}}" },
  { "POST", C "/assignments", A "/conversations/1/assignments", "{\"assignee_id\":2}" },
  { "GET", C "/labels", A "/conversations/1/labels", NULL },
  { "POST", C "/labels", A "/conversations/1/labels", "{\"labels\":[\"a\"]}" },
  { "GET", C "/messages", A "/conversations/1/messages", NULL },
  { "POST", C "/messages", A "/conversations/1/messages", "{\"content\":\"x\"}" },
};

static TestDesk *desk = NULL;

static void
test_schemas (void)
{
  const char *file = g_getenv ("COR_SWAGGER");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Validator validator = { NULL, problems };

  if (file == NULL)
    {
      g_test_skip ("COR_SWAGGER does not name Chatwoot's swagger.json");
      return;
    }
  json_parser_load_from_file (parser, file, &error);
  g_assert_no_error (error);
  validator.root = json_parser_get_root (parser);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_auto (TestAnswer) answer = NO_ANSWER;
      g_autofree char *where = g_strconcat (calls[i].method, " ", calls[i].schema_path, NULL);
      JsonNode        *schema = find_schema (&validator, calls[i].method, calls[i].schema_path);

      g_assert_nonnull (schema);
      test_desk_call_as (desk, test_desk_token_of (desk, "administrator", 0, NULL), calls[i].method, calls[i].path, calls[i].body, &answer);
      g_assert_cmpuint (answer.status, ==, 200);
      g_assert_nonnull (answer.node);
      validate (&validator, answer.node, schema, where);
    }
  for (guint i = 0; i < problems->len; i++)
    if (i == 0 || strcmp (g_ptr_array_index (problems, i), g_ptr_array_index (problems, i - 1)) != 0)
      g_printerr ("%s\n", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  cor_test_init (&argc, &argv);
  desk = test_desk_new ();
  if (g_getenv ("COR_SWAGGER") != NULL)
    test_desk_start (desk, "--seed=7");
  g_test_add_func ("/sandbox/swagger", test_schemas);
  result = cor_test_run ();
  test_desk_free (desk);
  return result;
}
