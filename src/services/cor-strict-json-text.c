/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-strict-json"

#include "config.h"

#include "cor-strict-json-text.h"

#include "cor-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * cor_strict_json_dup_day:
 *
 * Returns: (transfer full) (nullable): the day, %NULL if it is not there
 */
char *
cor_strict_json_dup_day (CorStrictJson *self,
                         JsonObject    *object,
                         const char    *member)
{
  const char *text = cor_strict_json_get_string (self, object, member);
  GDate       day;

  g_date_clear (&day, 1);
  if (text != NULL && !cor_date_parse (text, &day))
    cor_strict_json_refuse (self, member, _ ("This must be a date such as 2026-07-01"));
  return g_strdup (text);
}

/**
 * cor_strict_json_dup_lines:
 * @form: (nullable): what every text must match
 *
 * Returns: (transfer full) (nullable): a list of texts as lines; %NULL if it is not there or empty
 */
char *
cor_strict_json_dup_lines (CorStrictJson *self,
                           JsonObject    *object,
                           const char    *member,
                           GRegex        *form)
{
  JsonArray *array = cor_strict_json_get_array (self, object, member);
  GString   *lines = NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

      if (text == NULL || *text == '\0' || strchr (text, '\n') != NULL)
        cor_strict_json_refuse (self, member, _ ("This must be a list of texts of one line"));
      else if (form != NULL && !g_regex_match (form, text, 0, NULL))
        cor_strict_json_refuse (self, member, _ ("One of these is not of the form that it must have"));
      if (self->error != NULL)
        break;
      if (lines == NULL)
        lines = g_string_new (NULL);
      else
        g_string_append_c (lines, '\n');
      g_string_append (lines, text);
    }
  return lines != NULL ? g_string_free (lines, FALSE) : NULL;
}

/**
 * cor_strict_json_dup_form:
 *
 * Returns: (transfer full) (nullable): a text that matches @form; %NULL if it is not there
 */
char *
cor_strict_json_dup_form (CorStrictJson *self,
                          JsonObject    *object,
                          const char    *member,
                          gboolean       is_required,
                          GRegex        *form)
{
  const char *text = is_required ? cor_strict_json_require_string (self, object, member) : cor_strict_json_get_string (self, object, member);

  if (text != NULL && !g_regex_match (form, text, 0, NULL))
    cor_strict_json_refuse (self, member, _ ("This is not of the form that it must have"));
  return g_strdup (text);
}
