/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-json"

#include "config.h"

#include "cor-desk-json.h"

#include <string.h>

/* NULL is as good as an empty JSON text */
static JsonNode *
parse (const char  *text,
       JsonNodeType type)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (text == NULL || !json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || json_node_get_node_type (root) != type)
    return NULL;
  return json_parser_steal_root (parser);
}

/**
 * cor_desk_json_parse_object:
 * @text: (nullable): the text of a JSON object
 *
 * Returns: (transfer full): the object, a fresh empty one if @text is not an object
 */
JsonObject *
cor_desk_json_parse_object (const char *text)
{
  g_autoptr (JsonNode) node = parse (text, JSON_NODE_OBJECT);
  JsonObject *copy;

  copy = json_object_new ();
  if (node != NULL)
    {
      JsonObject    *object = json_node_get_object (node);
      JsonObjectIter iter;
      const char    *name;
      JsonNode      *value;

      json_object_iter_init (&iter, object);
      while (json_object_iter_next (&iter, &name, &value))
        json_object_set_member (copy, name, json_node_copy (value));
    }
  return copy;
}

/**
 * cor_desk_json_parse_array:
 * @text: (nullable): the text of a JSON array
 *
 * Returns: (transfer full): the array, a fresh empty one if @text is not an array
 */
JsonArray *
cor_desk_json_parse_array (const char *text)
{
  g_autoptr (JsonNode) node = parse (text, JSON_NODE_ARRAY);

  return node ? json_node_dup_array (node) : json_array_new ();
}

/**
 * cor_desk_json_text:
 * @node: a node
 *
 * Returns: (transfer full): its text, without spaces
 */
char *
cor_desk_json_text (JsonNode *node)
{
  return json_to_string (node, FALSE);
}

/**
 * cor_desk_json_object_text:
 * @object: an object
 *
 * Returns: (transfer full): its text, without spaces
 */
char *
cor_desk_json_object_text (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_node_init_object (node, object);
  return json_to_string (node, FALSE);
}

/**
 * cor_desk_json_node:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): a node that holds it
 */
JsonNode *
cor_desk_json_node (JsonObject *object)
{
  JsonNode *node = json_node_alloc ();

  json_node_init (node, JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

/**
 * cor_desk_json_array_node:
 * @array: (transfer full): an array
 *
 * Returns: (transfer full): a node that holds it
 */
JsonNode *
cor_desk_json_array_node (JsonArray *array)
{
  JsonNode *node = json_node_alloc ();

  json_node_init (node, JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

/**
 * cor_desk_json_iso:
 * @microseconds: a time since the epoch
 *
 * Returns: (transfer full): ISO 8601 in UTC with milliseconds, as Rails writes it
 */
char *
cor_desk_json_iso (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autofree char *seconds = NULL;

  if (time == NULL)
    return NULL;
  seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%s.%03dZ", seconds, (int) (microseconds % G_USEC_PER_SEC / 1000));
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
set_time (JsonObject *object,
          const char *name,
          gint64      seconds)
{
  g_autofree char *iso = seconds ? cor_desk_json_iso (seconds * G_USEC_PER_SEC) : NULL;

  set_text (object, name, iso);
}

static void
set_id (JsonObject *object,
        const char *name,
        gint64      id)
{
  if (id != 0)
    json_object_set_int_member (object, name, id);
  else
    json_object_set_null_member (object, name);
}

static void
set_object (JsonObject *object,
            const char *name,
            JsonObject *value)
{
  if (value != NULL)
    json_object_set_object_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static void
set_members (JsonObject *object,
             const char *member,
             va_list     args)
{
  for (; member != NULL; member = va_arg (args, const char *))
    {
      const char      *colon = strrchr (member, ':');
      g_autofree char *name = g_strndup (member, (gsize) (colon - member));
      const char      *text;

      switch (colon[1])
        {
        case 'i':
          json_object_set_int_member (object, name, va_arg (args, gint64));
          break;
        case 'd':
          json_object_set_int_member (object, name, va_arg (args, int));
          break;
        case 'z':
          set_id (object, name, va_arg (args, gint64));
          break;
        case 'b':
          json_object_set_boolean_member (object, name, va_arg (args, gboolean));
          break;
        case 'f':
          json_object_set_double_member (object, name, va_arg (args, double));
          break;
        case 's':
          set_text (object, name, va_arg (args, const char *));
          break;
        case 'e':
          text = va_arg (args, const char *);
          json_object_set_string_member (object, name, text ? text : "");
          break;
        case 't':
          set_time (object, name, va_arg (args, gint64));
          break;
        case 'j':
          json_object_set_object_member (object, name, cor_desk_json_parse_object (va_arg (args, const char *)));
          break;
        case 'o':
          set_object (object, name, va_arg (args, JsonObject *));
          break;
        case 'a':
          json_object_set_array_member (object, name, va_arg (args, JsonArray *));
          break;
        case 'n':
          json_object_set_null_member (object, name);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * cor_desk_json_new:
 * @member: "name:LETTER", then its value, and so on, then %NULL
 *
 * The letters: i gint64, d int, z gint64 whose 0 is null, b gboolean, f double, s nullable text,
 * e text ("" for %NULL), t gint64 seconds as an ISO time (0 is null), j the text of a JSON object,
 * o a nullable object (taken), a an array (taken), n null without a value.
 *
 * Returns: (transfer full): the object
 */
JsonObject *
cor_desk_json_new (const char *member,
                   ...)
{
  JsonObject *object = json_object_new ();
  va_list     args;

  va_start (args, member);
  set_members (object, member, args);
  va_end (args);
  return object;
}

/**
 * cor_desk_json_set:
 * @object: an object
 * @member: as cor_desk_json_new()
 */
void
cor_desk_json_set (JsonObject *object,
                   const char *member,
                   ...)
{
  va_list args;

  va_start (args, member);
  set_members (object, member, args);
  va_end (args);
}

static JsonNode *
find (JsonObject *object,
      const char *member)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/**
 * cor_desk_json_has:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: whether the member is there, null or not
 */
gboolean
cor_desk_json_has (JsonObject *object,
                   const char *member)
{
  return object != NULL && json_object_has_member (object, member);
}

/**
 * cor_desk_json_is_set:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: whether the member is there and not null
 */
gboolean
cor_desk_json_is_set (JsonObject *object,
                      const char *member)
{
  return find (object, member) != NULL;
}

/**
 * cor_desk_json_string:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the text; %NULL if it is not a string
 */
const char *
cor_desk_json_string (JsonObject *object,
                      const char *member)
{
  JsonNode *node = find (object, member);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/**
 * cor_desk_json_dup_scalar:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: (transfer full) (nullable): a string, number or boolean as text
 */
char *
cor_desk_json_dup_scalar (JsonObject *object,
                          const char *member)
{
  JsonNode *node = find (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return json_to_string (node, FALSE);
}

/**
 * cor_desk_json_int:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: a number, or the number a string begins with (Rails converts parameters); else 0
 */
gint64
cor_desk_json_int (JsonObject *object,
                   const char *member)
{
  g_autofree char *text = cor_desk_json_dup_scalar (object, member);

  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/**
 * cor_desk_json_bool:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: a boolean, or what Rails casts to one
 */
gboolean
cor_desk_json_bool (JsonObject *object,
                    const char *member)
{
  g_autofree char *text = cor_desk_json_dup_scalar (object, member);

  return text != NULL && *text != '\0' && strcmp (text, "false") != 0 && strcmp (text, "0") != 0;
}

/**
 * cor_desk_json_object:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the object in it
 */
JsonObject *
cor_desk_json_object (JsonObject *object,
                      const char *member)
{
  JsonNode *node = find (object, member);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * cor_desk_json_array:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the array in it
 */
JsonArray *
cor_desk_json_array (JsonObject *object,
                     const char *member)
{
  JsonNode *node = find (object, member);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}
