/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-json"

#include "config.h"

#include "cor-json.h"
#include "cor-service-error.h"

#include <string.h>

/* The last second of the year 9999: later ones are nonsense and would overflow as microseconds. */
#define MAX_TIME G_GINT64_CONSTANT (253402300799)

/* json-glib 1.6 recurses without a bound and takes more than JSON (comments, single quotes). What it
 * gets to see is checked first, so that a hostile body cannot run out of stack. */
static gboolean
is_bounded_json (const char *data,
                 gsize       len)
{
  gboolean in_string = FALSE;
  int      depth = 0;

  for (gsize i = 0; i < len; i++)
    {
      char c = data[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if (c == '[' || c == '{')
        {
          if (++depth > COR_JSON_MAX_DEPTH)
            return FALSE;
        }
      else if (c == ']' || c == '}')
        {
          if (--depth < 0)
            return FALSE;
        }
      else if (!g_ascii_isalnum (c) && (c == '\0' || strchr (" \t\r\n,:+-.", c) == NULL))
        return FALSE;
    }

  return depth == 0 && !in_string;
}

/* The unit that an escape of six letters stands for; 0 where there is none. */
static guint
read_unit (const char *data,
           gsize       len)
{
  guint unit = 0;

  if (len < 6 || data[0] != '\\' || data[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (data[i]))
        return 0;
      unit = unit * 16 + (guint) g_ascii_xdigit_value (data[i]);
    }
  return unit;
}

/* Half a pair by itself is no character; json-glib 1.6 makes bytes of it that no text may have. */
static char *
replace_halves (const char *data,
                gsize       len)
{
  char *mended = NULL;
  gsize i = 0;

  while (i < len)
    {
      guint unit = data[i] == '\\' ? read_unit (data + i, len - i) : 0;

      if (unit < 0xd800 || unit > 0xdfff)
        i += data[i] == '\\' ? 2 : 1;
      else if (unit < 0xdc00 && (read_unit (data + i + 6, len - i - 6) & ~0x3ffu) == 0xdc00)
        i += 12;
      else
        {
          if (mended == NULL)
            mended = g_memdup2 (data, len);
          memcpy (mended + i, "\\ufffd", 6);
          i += 6;
        }
    }
  return mended;
}

/**
 * cor_json_parse:
 * @data: the text
 * @len: its bytes
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE if it is not JSON, not UTF-8 or nested too deeply
 *
 * The tree is immutable, so it may be handed to another thread. Any thread; big texts take time:
 * not the main one.
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *
cor_json_parse (const char *data,
                gsize       len,
                GError    **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *mended = NULL;
  JsonNode        *root;

  if (len == 0 || len > G_MAXSSIZE || !g_utf8_validate (data, (gssize) len, NULL) || !is_bounded_json (data, len))
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer is not valid JSON");
      return NULL;
    }

  mended = replace_halves (data, len);
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, mended != NULL ? mended : data, (gssize) len, &local_error) || json_parser_get_root (parser) == NULL)
    {
      /* Not json-glib's words: they quote the text, and that may be a customer's. */
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer is not valid JSON");
      return NULL;
    }

  root = json_parser_steal_root (parser);
  return root;
}

/* The end of the string that begins at @begin, behind its quote; @len where it does not end. */
static gsize
skip_string (const char *data,
             gsize       begin,
             gsize       len)
{
  gsize i = begin + 1;

  while (i < len && data[i] != '"')
    i += data[i] == '\\' ? 2 : 1;
  return MIN (i + 1, len);
}

/**
 * cor_json_parse_exact:
 *
 * As cor_json_parse(), but every number is a string as it was written: a rate must not go through a double.
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *
cor_json_parse_exact (const char *data,
                      gsize       len,
                      GError    **error)
{
  g_autoptr (GString) text = g_string_sized_new (len + len / 4);
  gsize i = 0;

  while (i < len)
    {
      gsize begin = i;

      if (data[i] == '"')
        i = skip_string (data, i, len);
      else if (g_ascii_isdigit (data[i]) || data[i] == '-')
        while (i < len && (g_ascii_isdigit (data[i]) || (data[i] != '\0' && strchr ("+-.eE", data[i]) != NULL)))
          i++;
      else
        i++;
      if (data[begin] == '"' || (!g_ascii_isdigit (data[begin]) && data[begin] != '-'))
        g_string_append_len (text, data + begin, (gssize) (i - begin));
      else
        g_string_append_printf (text, "\"%.*s\"", (int) (i - begin), data + begin);
    }
  return cor_json_parse (text->str, text->len, error);
}

/**
 * cor_json_as_object:
 * @node: (nullable): a node
 *
 * Returns: (transfer none) (nullable): the object it holds, else %NULL
 */
JsonObject *
cor_json_as_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * cor_json_as_array:
 * @node: (nullable): a node
 *
 * Returns: (transfer none) (nullable): the array it holds, else %NULL
 */
JsonArray *
cor_json_as_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * cor_json_array_get_object:
 * @array: (nullable): an array
 * @index: a place in it or beyond
 *
 * Returns: (transfer none) (nullable): the object there
 */
JsonObject *
cor_json_array_get_object (JsonArray *array,
                           guint      index)
{
  if (array == NULL || index >= json_array_get_length (array))
    return NULL;

  return cor_json_as_object (json_array_get_element (array, index));
}

static JsonNode *
get_member (JsonObject *object,
            const char *member)
{
  return object != NULL ? json_object_get_member (object, member) : NULL;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * cor_json_has:
 * @object: (nullable): an object
 * @member: a key
 *
 * Returns: whether the key is there, even with null
 */
gboolean
cor_json_has (JsonObject *object,
              const char *member)
{
  return get_member (object, member) != NULL;
}

/**
 * cor_json_get_object:
 *
 * Returns: (transfer none) (nullable): the member if it is an object
 */
JsonObject *
cor_json_get_object (JsonObject *object,
                     const char *member)
{
  return cor_json_as_object (get_member (object, member));
}

/**
 * cor_json_get_array:
 *
 * Returns: (transfer none) (nullable): the member if it is an array
 */
JsonArray *
cor_json_get_array (JsonObject *object,
                    const char *member)
{
  return cor_json_as_array (get_member (object, member));
}

/**
 * cor_json_get_string:
 *
 * Returns: (transfer none) (nullable): the member if it is a string that is not empty
 */
const char *
cor_json_get_string (JsonObject *object,
                     const char *member)
{
  JsonNode   *node = get_member (object, member);
  const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * cor_json_dup_string:
 *
 * Returns: (transfer full) (nullable): a copy of what cor_json_get_string() gives
 */
char *
cor_json_dup_string (JsonObject *object,
                     const char *member)
{
  return g_strdup (cor_json_get_string (object, member));
}

/**
 * cor_json_dup_id:
 *
 * Returns: (transfer full) (nullable): the member as text if it is a number above 0 or a string
 */
char *
cor_json_dup_id (JsonObject *object,
                 const char *member)
{
  gint64 number;

  if (holds (get_member (object, member), G_TYPE_STRING))
    return cor_json_dup_string (object, member);

  number = cor_json_get_int (object, member);
  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

/**
 * cor_json_dup_object_text:
 *
 * Returns: (transfer full) (nullable): the member as JSON text if it is an object with any key
 */
char *
cor_json_dup_object_text (JsonObject *object,
                          const char *member)
{
  JsonNode *node = get_member (object, member);

  if (cor_json_as_object (node) == NULL || json_object_get_size (json_node_get_object (node)) == 0)
    return NULL;

  return json_to_string (node, FALSE);
}

/**
 * cor_json_dup_strings:
 *
 * Returns: (transfer full): the strings of the member, an empty list if it is not an array
 */
char **
cor_json_dup_strings (JsonObject *object,
                      const char *member)
{
  JsonArray *array = cor_json_get_array (object, member);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (holds (json_array_get_element (array, i), G_TYPE_STRING))
      g_ptr_array_add (strings, g_strdup (json_array_get_string_element (array, i)));

  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&strings), FALSE);
}

/**
 * cor_json_get_int:
 *
 * Returns: the member if it is a number (a fraction is cut off), else 0
 */
gint64
cor_json_get_int (JsonObject *object,
                  const char *member)
{
  JsonNode *node = get_member (object, member);
  double    number;

  if (holds (node, G_TYPE_INT64))
    return json_node_get_int (node);
  if (!holds (node, G_TYPE_DOUBLE))
    return 0;

  number = json_node_get_double (node);
  return number > -9e18 && number < 9e18 ? (gint64) number : 0;
}

/**
 * cor_json_get_bool:
 *
 * Returns: %TRUE only if the member is true
 */
gboolean
cor_json_get_bool (JsonObject *object,
                   const char *member)
{
  JsonNode *node = get_member (object, member);

  return holds (node, G_TYPE_BOOLEAN) && json_node_get_boolean (node);
}

static gint64
parse_iso_us (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  if (moment == NULL)
    return 0;

  return g_date_time_to_unix (moment) * G_USEC_PER_SEC + g_date_time_get_microsecond (moment);
}

/**
 * cor_json_get_time_us:
 *
 * Takes seconds since the epoch, whole or with a fraction, and ISO 8601 text: the same field comes
 * as either (chatwoot.md §3, §13).
 *
 * Returns: microseconds since the epoch, 0 if absent, null, negative or not a time
 */
gint64
cor_json_get_time_us (JsonObject *object,
                      const char *member)
{
  JsonNode *node = get_member (object, member);
  gint64    us = 0;

  if (holds (node, G_TYPE_STRING))
    us = parse_iso_us (json_node_get_string (node));
  else if (holds (node, G_TYPE_INT64))
    us = CLAMP (json_node_get_int (node), 0, MAX_TIME) * G_USEC_PER_SEC;
  else if (holds (node, G_TYPE_DOUBLE))
    {
      double seconds = json_node_get_double (node);

      us = seconds > 0 && seconds < (double) MAX_TIME ? (gint64) (seconds * G_USEC_PER_SEC + 0.5) : 0;
    }

  return CLAMP (us, 0, MAX_TIME * G_USEC_PER_SEC);
}

/**
 * cor_json_get_time:
 *
 * Returns: as cor_json_get_time_us(), in whole seconds
 */
gint64
cor_json_get_time (JsonObject *object,
                   const char *member)
{
  return cor_json_get_time_us (object, member) / G_USEC_PER_SEC;
}
