/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-data.h"

#include "cor-workspace-resources.h"

#include <gio/gio.h>

#define RESOURCE_FOLDER "/org/corridordesk/Corridor/sandbox/"

/**
 * cor_workspace_data_load:
 * @name: a file of the workspace's data folder
 * @error: return location
 *
 * Reads one of the JSON files the workspace is written in. They are compiled in; registering is
 * explicit since a static library's constructor is dropped by the linker.
 *
 * Returns: (transfer full) (nullable): its root
 */
JsonNode *
cor_workspace_data_load (const char *name,
                         GError    **error)
{
  static gsize     registered = 0;
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *text = NULL;
  gsize       length = 0;

  if (g_once_init_enter (&registered))
    {
      cor_workspace_register_resource ();
      g_once_init_leave (&registered, 1);
    }

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * cor_workspace_data_strv:
 * @object: an object
 * @member: a member that holds one string or an array of strings, or is missing
 *
 * Returns: (transfer full) (array zero-terminated=1): the strings, possibly none
 */
char **
cor_workspace_data_strv (JsonObject *object,
                         const char *member)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_ptr_array_add (strings, g_strdup (json_array_get_string_element (array, i)));
    }
  else if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    g_ptr_array_add (strings, g_strdup (json_node_get_string (node)));

  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&strings), FALSE);
}

/**
 * cor_workspace_data_dup:
 * @object: an object
 * @member: a member that holds a string, or is missing
 *
 * Returns: (transfer full) (nullable): the string
 */
char *
cor_workspace_data_dup (JsonObject *object,
                        const char *member)
{
  return g_strdup (json_object_get_string_member_with_default (object, member, NULL));
}

/**
 * cor_workspace_data_text:
 * @builder: a finished builder
 *
 * Returns: (transfer full): its JSON as one line
 */
char *
cor_workspace_data_text (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * cor_workspace_data_add:
 * @builder: a builder inside an object
 * @member: a name
 * @value: (nullable): its value; nothing is added for none
 */
void
cor_workspace_data_add (JsonBuilder *builder,
                        const char  *member,
                        const char  *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

/**
 * cor_workspace_data_pick:
 * @rand: the seeded source
 * @n: how many there are, not 0
 *
 * Returns: an index below @n
 */
guint
cor_workspace_data_pick (GRand *rand,
                         guint  n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

/**
 * cor_workspace_data_chance:
 * @rand: the seeded source
 * @percent: 0 to 100
 *
 * Returns: %TRUE that often
 */
gboolean
cor_workspace_data_chance (GRand *rand,
                           guint  percent)
{
  return (guint) g_rand_int_range (rand, 0, 100) < percent;
}
