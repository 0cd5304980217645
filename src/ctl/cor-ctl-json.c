/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-json.h"

#include <stdio.h>

void
cor_ctl_json_text (JsonBuilder *builder,
                   const char  *name,
                   const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * cor_ctl_json_texts:
 * @values: (nullable): empty ones are left out
 */
void
cor_ctl_json_texts (JsonBuilder *builder,
                    const char  *name,
                    char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (*values[i] != '\0')
      json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

void
cor_ctl_json_int (JsonBuilder *builder,
                  const char  *name,
                  gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
cor_ctl_json_bool (JsonBuilder *builder,
                   const char  *name,
                   gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/**
 * cor_ctl_json_time:
 * @value: seconds since the epoch; 0 and %G_MAXINT64, which stand for never, become null
 */
void
cor_ctl_json_time (JsonBuilder *builder,
                   const char  *name,
                   gint64       value)
{
  json_builder_set_member_name (builder, name);
  if (value != 0 && value != G_MAXINT64)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
print_root (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);

  /* not g_print(): JSON is UTF-8 whatever the locale is */
  fputs (text, stdout);
}

/**
 * cor_ctl_json_print:
 * @builder: holds one whole object
 */
void
cor_ctl_json_print (JsonBuilder *builder)
{
  print_root (builder);
  fputs ("\n", stdout);
  fflush (stdout);
}

/**
 * cor_ctl_json_begin_list:
 * @name: a plain word of ours
 */
void
cor_ctl_json_begin_list (const char *name)
{
  fprintf (stdout, "{\"%s\":[", name);
}

void
cor_ctl_json_add_item (JsonBuilder *item,
                       gboolean     is_first)
{
  fputs (is_first ? "\n" : ",\n", stdout);
  print_root (item);
}

void
cor_ctl_json_end_list (const char *total_name,
                       gint64      total)
{
  fprintf (stdout, "],\n\"%s\":%" G_GINT64_FORMAT "}\n", total_name, total);
  fflush (stdout);
}
