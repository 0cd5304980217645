/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-rows.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
set_error (CorWorkspaceRows *rows,
           GError          **error,
           guint             line,
           const char       *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %u: %s", line, what);
}

static gboolean
at_end (const CorWorkspaceRows *rows)
{
  return rows->at >= rows->length;
}

/* Takes the line break after a field or a record: CRLF, LF or CR. */
static void
take_break (CorWorkspaceRows *rows)
{
  if (!at_end (rows) && rows->data[rows->at] == '\r')
    rows->at++;
  if (!at_end (rows) && rows->data[rows->at] == '\n')
    rows->at++;
  rows->line++;
}

static gboolean
take_quoted (CorWorkspaceRows *rows,
             GString          *field,
             GError          **error)
{
  guint opened = rows->line;

  for (rows->at++; !at_end (rows); rows->at++)
    {
      char c = rows->data[rows->at];

      if (c == '"' && rows->at + 1 < rows->length && rows->data[rows->at + 1] == '"')
        rows->at++;
      else if (c == '"')
        {
          rows->at++;
          if (at_end (rows) || strchr (",\r\n", rows->data[rows->at]) != NULL)
            return TRUE;
          set_error (rows, error, rows->line, "text after a closing quotation mark");
          return FALSE;
        }
      if (c == '\n')
        rows->line++;
      g_string_append_c (field, c);
    }

  set_error (rows, error, opened, "a quotation mark is never closed");
  return FALSE;
}

static gboolean
take_plain (CorWorkspaceRows *rows,
            GString          *field,
            GError          **error)
{
  for (; !at_end (rows) && strchr (",\r\n", rows->data[rows->at]) == NULL; rows->at++)
    {
      if (rows->data[rows->at] == '"')
        {
          set_error (rows, error, rows->line, "a quotation mark inside a field that does not begin with one");
          return FALSE;
        }
      g_string_append_c (field, rows->data[rows->at]);
    }
  return TRUE;
}

/* One record by RFC 4180. Nothing is returned for an empty line. */
static GPtrArray *
take_record (CorWorkspaceRows *rows,
             GError          **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_autoptr (GString) field = g_string_new (NULL);
      gboolean quoted = !at_end (rows) && rows->data[rows->at] == '"';

      if (!(quoted ? take_quoted (rows, field, error) : take_plain (rows, field, error)))
        return NULL;
      g_ptr_array_add (fields, g_string_free (g_steal_pointer (&field), FALSE));
      if (at_end (rows) || rows->data[rows->at] != ',')
        break;
      rows->at++;
    }

  if (!at_end (rows))
    take_break (rows);
  return g_steal_pointer (&fields);
}

static gboolean
is_utf8 (CorWorkspaceRows *rows,
         guint             line,
         const char       *text,
         GError          **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  set_error (rows, error, line, "not UTF-8");
  return FALSE;
}

static gboolean
take_header (CorWorkspaceRows *rows,
             GError          **error)
{
  g_autoptr (GPtrArray) fields = take_record (rows, error);

  if (fields == NULL)
    return FALSE;

  rows->columns = fields->len;
  rows->text = rows->category = -1;
  for (guint i = 0; i < fields->len; i++)
    {
      const char *name = g_strstrip (fields->pdata[i]);

      if (g_ascii_strcasecmp (name, "text") == 0)
        rows->text = (int) i;
      else if (g_ascii_strcasecmp (name, "category") == 0)
        rows->category = (int) i;
    }
  if (rows->text >= 0)
    return TRUE;

  set_error (rows, error, 1, "no column is called “text”");
  return FALSE;
}

/**
 * cor_workspace_rows_rewind:
 * @rows: a file
 * @error: return location
 *
 * Goes back to the first message.
 *
 * Returns: %FALSE when the header is no header
 */
gboolean
cor_workspace_rows_rewind (CorWorkspaceRows *rows,
                           GError          **error)
{
  rows->at = 0;
  rows->line = 1;
  if (rows->length >= 3 && memcmp (rows->data, "\xef\xbb\xbf", 3) == 0)
    rows->at = 3;
  while (!at_end (rows) && strchr ("\r\n", rows->data[rows->at]) != NULL)
    take_break (rows);
  if (at_end (rows))
    {
      set_error (rows, error, 1, "the file is empty");
      return FALSE;
    }

  rows->json = rows->data[rows->at] == '{';
  return rows->json || take_header (rows, error);
}

static gboolean
next_json (CorWorkspaceRows *rows,
           char            **text,
           char            **category,
           GError          **error)
{
  const char *line = rows->data + rows->at;
  const char *end = memchr (line, '\n', rows->length - rows->at);
  gsize       length = end != NULL ? (gsize) (end - line) : rows->length - rows->at;
  guint       number = rows->line;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *copy = g_strndup (line, length);
  JsonNode        *node = NULL;
  JsonNode        *label = NULL;

  rows->at += length;
  take_break (rows);
  if (!is_utf8 (rows, number, copy, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, copy, -1, NULL) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      set_error (rows, error, number, "not a JSON object");
      return FALSE;
    }

  node = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "text");
  label = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "category");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      set_error (rows, error, number, "no string “text”");
      return FALSE;
    }
  if (label != NULL && !JSON_NODE_HOLDS_NULL (label) && (!JSON_NODE_HOLDS_VALUE (label) || json_node_get_value_type (label) != G_TYPE_STRING))
    {
      set_error (rows, error, number, "“category” is not a string");
      return FALSE;
    }

  *text = json_node_dup_string (node);
  *category = label != NULL && JSON_NODE_HOLDS_VALUE (label) ? json_node_dup_string (label) : NULL;
  return TRUE;
}

static gboolean
next_csv (CorWorkspaceRows *rows,
          char            **text,
          char            **category,
          GError          **error)
{
  guint number = rows->line;
  g_autoptr (GPtrArray) fields = take_record (rows, error);

  if (fields == NULL)
    return FALSE;
  if (fields->len != rows->columns)
    {
      g_autofree char *what = g_strdup_printf ("%u fields where the header has %u", fields->len, rows->columns);

      set_error (rows, error, number, what);
      return FALSE;
    }
  if (!is_utf8 (rows, number, fields->pdata[rows->text], error) || (rows->category >= 0 && !is_utf8 (rows, number, fields->pdata[rows->category], error)))
    return FALSE;

  *text = g_strdup (fields->pdata[rows->text]);
  *category = rows->category >= 0 ? g_strdup (fields->pdata[rows->category]) : NULL;
  return TRUE;
}

/**
 * cor_workspace_rows_next:
 * @rows: a file
 * @text: (out) (transfer full) (nullable): the next message, %NULL at the end
 * @category: (out) (transfer full) (nullable): what it is about
 * @error: return location: %G_IO_ERROR_INVALID_DATA names the line
 *
 * Returns: %FALSE when the file is malformed there
 */
gboolean
cor_workspace_rows_next (CorWorkspaceRows *rows,
                         char            **text,
                         char            **category,
                         GError          **error)
{
  *text = *category = NULL;
  while (!at_end (rows) && strchr ("\r\n", rows->data[rows->at]) != NULL)
    take_break (rows);
  if (at_end (rows))
    return TRUE;
  return rows->json ? next_json (rows, text, category, error) : next_csv (rows, text, category, error);
}

/**
 * cor_workspace_rows_new:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its rows, before the first one
 */
CorWorkspaceRows *
cor_workspace_rows_new (const char *path,
                        GError    **error)
{
  g_autoptr (CorWorkspaceRows) rows = g_new0 (CorWorkspaceRows, 1);

  rows->file = g_mapped_file_new (path, FALSE, error);
  if (rows->file == NULL)
    return NULL;

  rows->data = g_mapped_file_get_contents (rows->file);
  rows->length = g_mapped_file_get_length (rows->file);
  if (!cor_workspace_rows_rewind (rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

/**
 * cor_workspace_rows_free:
 * @rows: (transfer full): a file
 */
void
cor_workspace_rows_free (CorWorkspaceRows *rows)
{
  g_clear_pointer (&rows->file, g_mapped_file_unref);
  g_free (rows);
}
