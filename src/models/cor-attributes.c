/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-attributes"

#include "config.h"

#include "cor-attributes.h"

#include <sqlite3.h>
#include <string.h>

static void
attribute_free (gpointer data)
{
  CorAttribute *self = data;

  g_free (self->key);
  g_free (self->value);
  g_strfreev (self->values);
  g_free (self);
}

static const char *
get_text (sqlite3_stmt *row,
          int           column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text ? text : "";
}

/* The members of the JSON at ?1, one row each; lists and objects keep their JSON text. */
static sqlite3_stmt *
prepare_members (sqlite3    *db,
                 const char *json)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT key, type, value FROM json_each(?1) WHERE json_valid(?1)", -1, &stmt, NULL) == SQLITE_OK)
    sqlite3_bind_text (stmt, 1, json, -1, SQLITE_TRANSIENT);
  return stmt;
}

static char **
parse_list (sqlite3    *db,
            const char *json)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  sqlite3_stmt *stmt = prepare_members (db, json);

  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    g_strv_builder_add (builder, get_text (stmt, 2));
  sqlite3_finalize (stmt);
  return g_strv_builder_end (builder);
}

static CorAttribute *
make_attribute (sqlite3      *db,
                sqlite3_stmt *row)
{
  CorAttribute *self = g_new0 (CorAttribute, 1);
  const char   *type = get_text (row, 1);

  self->key = g_strdup (get_text (row, 0));
  if (strcmp (type, "array") == 0)
    {
      self->values = parse_list (db, get_text (row, 2));
      self->value = g_strjoinv (", ", self->values);
    }
  else if (strcmp (type, "object") == 0 || strcmp (type, "null") == 0)
    self->value = g_strdup ("");
  else if (strcmp (type, "true") == 0 || strcmp (type, "false") == 0)
    self->value = g_strdup (type);
  else
    self->value = g_strdup (get_text (row, 2));
  return self;
}

/**
 * cor_attributes_parse:
 * @json: (nullable): a JSON object, as the desk service said it
 *
 * SQLite's reader is used, in memory: the layers below the services have no other one. What is not an
 * object gives no attributes. Any thread.
 *
 * Returns: (transfer full) (element-type CorAttribute): in the order of the object
 */
GPtrArray *
cor_attributes_parse (const char *json)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func (attribute_free);
  sqlite3      *db = NULL;
  sqlite3_stmt *stmt = NULL;

  if (json == NULL || json[strspn (json, " \t\r\n")] != '{')
    return g_steal_pointer (&attributes);
  if (sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    stmt = prepare_members (db, json);
  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (attributes, make_attribute (db, stmt));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_steal_pointer (&attributes);
}

/**
 * cor_attributes_find:
 * @attributes: (element-type CorAttribute): from cor_attributes_parse()
 * @keys: names of the same thing, the likeliest first
 *
 * Returns: (transfer none) (nullable): the first value that is not empty
 */
const char *
cor_attributes_find (GPtrArray         *attributes,
                     const char *const *keys)
{
  for (; *keys != NULL; keys++)
    for (guint i = 0; i < attributes->len; i++)
      {
        const CorAttribute *attribute = g_ptr_array_index (attributes, i);

        if (g_ascii_strcasecmp (attribute->key, *keys) == 0 && attribute->value[0] != '\0')
          return attribute->value;
      }
  return NULL;
}

/* Words of the trade that are never written small. */
static void
raise_acronyms (GString *title)
{
  static const char *const acronyms[] = { "KYC", "KYB", "AML", "ID", "IBAN", "BIC", "UETR", "VAT", "FX" };
  g_auto (GStrv) words = g_strsplit (title->str, " ", -1);

  g_string_truncate (title, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      for (guint j = 0; j < G_N_ELEMENTS (acronyms); j++)
        if (g_ascii_strcasecmp (word, acronyms[j]) == 0)
          word = acronyms[j];
      g_string_append_printf (title, i == 0 ? "%s" : " %s", word);
    }
}

/**
 * cor_attribute_dup_title:
 * @key: for example "fee_schedule"
 *
 * Desks name their attributes for machines; people read words.
 *
 * Returns: (transfer full): for example "Fee schedule", "KYC status"
 */
char *
cor_attribute_dup_title (const char *key)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (key, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '_' || c == '-' || c == '.')
        c = ' ';
      g_string_append_unichar (title, title->len == 0 ? g_unichar_toupper (c) : c);
    }
  raise_acronyms (title);
  return g_string_free (g_steal_pointer (&title), FALSE);
}
