/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-clause"

#include "config.h"

#include "cor-desk-clause.h"

/**
 * cor_desk_clause_new:
 * @sql: how the text begins
 *
 * Returns: (transfer full): a clause without values
 */
CorDeskClause *
cor_desk_clause_new (const char *sql)
{
  CorDeskClause *clause = g_new0 (CorDeskClause, 1);

  clause->sql = g_string_new (sql);
  clause->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  return clause;
}

/**
 * cor_desk_clause_copy:
 * @clause: a clause
 * @head: what goes before its text; without values
 *
 * Returns: (transfer full): a longer copy
 */
CorDeskClause *
cor_desk_clause_copy (const CorDeskClause *clause,
                      const char          *head)
{
  CorDeskClause *copy = cor_desk_clause_new (head);

  g_string_append (copy->sql, clause->sql->str);
  for (guint i = 0; i < clause->values->len; i++)
    g_ptr_array_add (copy->values, g_variant_ref (g_ptr_array_index (clause->values, i)));
  return copy;
}

/**
 * cor_desk_clause_free:
 * @clause: (transfer full) (nullable): a clause
 */
void
cor_desk_clause_free (CorDeskClause *clause)
{
  if (clause == NULL)
    return;
  g_string_free (clause->sql, TRUE);
  g_ptr_array_unref (clause->values);
  g_free (clause);
}

static void
add_value (CorDeskClause *clause,
           GVariant      *value)
{
  g_ptr_array_add (clause->values, g_variant_ref_sink (value));
}

/**
 * cor_desk_clause_add:
 * @clause: a clause
 * @sql: a literal with a "?" for each value
 * @types: 'i' gint64 or 's' text, a letter for each value that follows
 */
void
cor_desk_clause_add (CorDeskClause *clause,
                     const char    *sql,
                     const char    *types,
                     ...)
{
  va_list args;

  g_string_append (clause->sql, sql);
  va_start (args, types);
  for (const char *type = types; *type != '\0'; type++)
    add_value (clause, *type == 'i' ? g_variant_new_int64 (va_arg (args, gint64)) : g_variant_new_string (va_arg (args, const char *)));
  va_end (args);
}

/**
 * cor_desk_clause_add_list:
 * @clause: a clause
 * @before: a literal, as " AND c.status IN ("
 * @texts: (element-type utf8): bound one by one
 * @after: a literal, as ")"
 */
void
cor_desk_clause_add_list (CorDeskClause *clause,
                          const char    *before,
                          GPtrArray     *texts,
                          const char    *after)
{
  g_string_append (clause->sql, before);
  for (guint i = 0; i < texts->len; i++)
    {
      g_string_append (clause->sql, i ? ", ?" : "?");
      add_value (clause, g_variant_new_string (g_ptr_array_index (texts, i)));
    }
  g_string_append (clause->sql, after);
}

/**
 * cor_desk_clause_select:
 * @clause: a whole query
 * @db: the database
 * @rows: (inout): the running query
 */
void
cor_desk_clause_select (CorDeskClause *clause,
                        CorDeskDb     *db,
                        CorDeskRows   *rows)
{
  cor_desk_db_select_values (db, rows, clause->sql->str, clause->values);
}
