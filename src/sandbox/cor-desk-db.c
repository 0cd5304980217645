/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-db"

#include "config.h"

#include "cor-desk-db.h"

#include "cor-sandbox-resources.h"

#include <string.h>

/* Filtered lists have many texts; beyond this many statements a new one is not kept. */
#define MAX_CACHED_STATEMENTS 400

struct _CorDeskDb
{
  sqlite3    *handle;     /* owned */
  GHashTable *statements; /* owned: SQL text → idle sqlite3_stmt */
  gboolean    failed;     /* a statement of the running transaction failed */
};

G_DEFINE_QUARK (cor_desk_db_error, cor_desk_db_error)

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

/* contains_fold(text, needle): needle is case-folded already; ASCII texts take the fast way */
static void
contains_fold (sqlite3_context *context,
               int              n_args,
               sqlite3_value  **args)
{
  const char      *text = (const char *) sqlite3_value_text (args[0]);
  const char      *needle = (const char *) sqlite3_value_text (args[1]);
  g_autofree char *folded = NULL;

  if (text == NULL || needle == NULL)
    {
      sqlite3_result_int (context, 0);
      return;
    }
  if (g_str_is_ascii (text))
    {
      sqlite3_result_int (context, strcasestr (text, needle) != NULL);
      return;
    }
  folded = g_utf8_casefold (text, -1);
  sqlite3_result_int (context, strstr (folded, needle) != NULL);
}

static gboolean
create_schema (CorDeskDb *db,
               GError   **error)
{
  g_autoptr (GBytes) schema = NULL;

  if (cor_desk_db_int (db, "PRAGMA user_version", "") == 1)
    return TRUE;
  schema = g_resource_lookup_data (cor_sandbox_get_resource (), "/org/corridordesk/sandbox/cor-desk-schema.sql",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (schema == NULL)
    return FALSE;
  if (sqlite3_exec (db->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_exec (db->handle, g_bytes_get_data (schema, NULL), NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_exec (db->handle, "PRAGMA user_version = 1; COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    {
      cor_desk_db_set_error (db, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * cor_desk_db_open:
 * @path: the database file, made with its schema if it is not there
 * @error: COR_DESK_DB_ERROR with SQLite's words
 *
 * WAL with synchronous=NORMAL: what was answered survives a killed process.
 *
 * Returns: (transfer full) (nullable): the database
 */
CorDeskDb *
cor_desk_db_open (const char *path,
                  GError    **error)
{
  g_autoptr (CorDeskDb) db = g_new0 (CorDeskDb, 1);

  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (sqlite3_open (path, &db->handle) != SQLITE_OK ||
      sqlite3_busy_timeout (db->handle, 5000) != SQLITE_OK ||
      sqlite3_exec (db->handle, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000", NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_create_function (db->handle, "contains_fold", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, contains_fold, NULL, NULL) != SQLITE_OK)
    {
      cor_desk_db_set_error (db, error);
      return NULL;
    }
  if (!create_schema (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * cor_desk_db_close:
 * @db: (transfer full) (nullable): the database
 */
void
cor_desk_db_close (CorDeskDb *db)
{
  if (db == NULL)
    return;
  g_clear_pointer (&db->statements, g_hash_table_unref);
  sqlite3_close (db->handle);
  g_free (db);
}

/**
 * cor_desk_db_set_error:
 * @db: the database
 * @error: takes SQLite's last words
 */
void
cor_desk_db_set_error (CorDeskDb *db,
                       GError   **error)
{
  g_set_error (error, COR_DESK_DB_ERROR, sqlite3_extended_errcode (db->handle), "SQLite: %s", sqlite3_errmsg (db->handle));
}

static void
report_failure (CorDeskDb  *db,
                const char *sql)
{
  db->failed = TRUE;
  g_warning ("%s: %s", sqlite3_errmsg (db->handle), sql);
}

/* An idle statement leaves the cache while it runs, so the same text may run twice, nested. */
static sqlite3_stmt *
take_statement (CorDeskDb  *db,
                const char *sql)
{
  gpointer      key = NULL;
  gpointer      value = NULL;
  sqlite3_stmt *stmt = NULL;

  if (g_hash_table_steal_extended (db->statements, sql, &key, &value))
    {
      g_free (key);
      return value;
    }
  if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    report_failure (db, sql);
  return stmt;
}

static void
give_back (CorDeskDb    *db,
           sqlite3_stmt *stmt)
{
  const char *sql = sqlite3_sql (stmt);

  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
  if (g_hash_table_size (db->statements) >= MAX_CACHED_STATEMENTS || g_hash_table_contains (db->statements, sql))
    sqlite3_finalize (stmt);
  else
    g_hash_table_insert (db->statements, g_strdup (sql), stmt);
}

static void
bind_blob (sqlite3_stmt *stmt,
           int           index,
           GBytes       *bytes)
{
  gsize         size = 0;
  gconstpointer data = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes != NULL && size == 0)
    sqlite3_bind_zeroblob (stmt, index, 0);
  else
    sqlite3_bind_blob64 (stmt, index, data, size, SQLITE_TRANSIENT);
}

static void
bind_arguments (sqlite3_stmt *stmt,
                const char   *types,
                va_list       args)
{
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 'i':
        sqlite3_bind_int64 (stmt, i + 1, va_arg (args, gint64));
        break;
      case 'd':
        sqlite3_bind_int (stmt, i + 1, va_arg (args, int));
        break;
      case 'z':
        {
          gint64 id = va_arg (args, gint64);

          if (id != 0)
            sqlite3_bind_int64 (stmt, i + 1, id);
          break;
        }
      case 's':
        sqlite3_bind_text (stmt, i + 1, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
        break;
      case 'b':
        bind_blob (stmt, i + 1, va_arg (args, GBytes *));
        break;
      default:
        g_assert_not_reached ();
      }
}

static void
start_rows (CorDeskDb   *db,
            CorDeskRows *rows,
            const char  *sql,
            const char  *types,
            va_list      args)
{
  cor_desk_rows_clear (rows);
  rows->db = db;
  rows->stmt = take_statement (db, sql);
  if (rows->stmt != NULL)
    bind_arguments (rows->stmt, types, args);
}

/**
 * cor_desk_db_select:
 * @db: the database
 * @rows: (inout): the query to run; cleared first
 * @sql: its text, a literal
 * @types: a letter for each value that follows
 *
 * Starts a query whose rows cor_desk_rows_next() walks.
 */
void
cor_desk_db_select (CorDeskDb   *db,
                    CorDeskRows *rows,
                    const char  *sql,
                    const char  *types,
                    ...)
{
  va_list args;

  va_start (args, types);
  start_rows (db, rows, sql, types, args);
  va_end (args);
}

/**
 * cor_desk_db_select_values:
 * @db: the database
 * @rows: (inout): the query to run
 * @sql: its text
 * @values: (element-type GVariant): "x" or "s", bound in order
 *
 * As cor_desk_db_select(), for lists whose conditions are put together at run time.
 */
void
cor_desk_db_select_values (CorDeskDb   *db,
                           CorDeskRows *rows,
                           const char  *sql,
                           GPtrArray   *values)
{
  cor_desk_rows_clear (rows);
  rows->db = db;
  rows->stmt = take_statement (db, sql);
  if (rows->stmt == NULL)
    return;
  for (guint i = 0; i < values->len; i++)
    {
      GVariant *value = g_ptr_array_index (values, i);

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
        sqlite3_bind_int64 (rows->stmt, (int) i + 1, g_variant_get_int64 (value));
      else
        sqlite3_bind_text (rows->stmt, (int) i + 1, g_variant_get_string (value, NULL), -1, SQLITE_TRANSIENT);
    }
}

/**
 * cor_desk_rows_next:
 * @rows: a running query
 *
 * Returns: %FALSE after the last row; the query is cleared then
 */
gboolean
cor_desk_rows_next (CorDeskRows *rows)
{
  int result;

  if (rows->stmt == NULL)
    return FALSE;
  result = sqlite3_step (rows->stmt);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    report_failure (rows->db, sqlite3_sql (rows->stmt));
  cor_desk_rows_clear (rows);
  return FALSE;
}

/**
 * cor_desk_rows_int:
 * @rows: a query on a row
 * @column: from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
cor_desk_rows_int (CorDeskRows *rows,
                   int          column)
{
  return sqlite3_column_int64 (rows->stmt, column);
}

/**
 * cor_desk_rows_text:
 * @rows: a query on a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text, until the next step
 */
const char *
cor_desk_rows_text (CorDeskRows *rows,
                    int          column)
{
  return (const char *) sqlite3_column_text (rows->stmt, column);
}

/**
 * cor_desk_rows_is_null:
 * @rows: a query on a row
 * @column: from 0
 *
 * Returns: whether the column is NULL
 */
gboolean
cor_desk_rows_is_null (CorDeskRows *rows,
                       int          column)
{
  return sqlite3_column_type (rows->stmt, column) == SQLITE_NULL;
}

/**
 * cor_desk_rows_dup_blob:
 * @rows: a query on a row
 * @column: from 0
 *
 * Returns: (transfer full): a copy of the bytes
 */
GBytes *
cor_desk_rows_dup_blob (CorDeskRows *rows,
                        int          column)
{
  gconstpointer data = sqlite3_column_blob (rows->stmt, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (rows->stmt, column));
}

/**
 * cor_desk_rows_clear:
 * @rows: (inout): a query, running or not
 */
void
cor_desk_rows_clear (CorDeskRows *rows)
{
  if (rows->stmt != NULL)
    give_back (rows->db, rows->stmt);
  rows->stmt = NULL;
}

/**
 * cor_desk_db_run:
 * @db: the database
 * @sql: a statement without rows, a literal
 * @types: a letter for each value that follows
 *
 * Returns: whether it worked; a failure also fails the running transaction
 */
gboolean
cor_desk_db_run (CorDeskDb  *db,
                 const char *sql,
                 const char *types,
                 ...)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  va_list args;
  int     result;

  va_start (args, types);
  start_rows (db, &rows, sql, types, args);
  va_end (args);
  if (rows.stmt == NULL)
    return FALSE;
  result = sqlite3_step (rows.stmt);
  if (result != SQLITE_DONE && result != SQLITE_ROW)
    {
      report_failure (db, sql);
      return FALSE;
    }
  return TRUE;
}

/**
 * cor_desk_db_int:
 * @db: the database
 * @sql: a query of one number, a literal
 * @types: a letter for each value that follows
 *
 * Returns: the first column of the first row; 0 without a row
 */
gint64
cor_desk_db_int (CorDeskDb  *db,
                 const char *sql,
                 const char *types,
                 ...)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  va_list args;

  va_start (args, types);
  start_rows (db, &rows, sql, types, args);
  va_end (args);
  return cor_desk_rows_next (&rows) ? cor_desk_rows_int (&rows, 0) : 0;
}

/**
 * cor_desk_db_dup_text:
 * @db: the database
 * @sql: a query of one text, a literal
 * @types: a letter for each value that follows
 *
 * Returns: (transfer full) (nullable): the first column of the first row
 */
char *
cor_desk_db_dup_text (CorDeskDb  *db,
                      const char *sql,
                      const char *types,
                      ...)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  va_list args;

  va_start (args, types);
  start_rows (db, &rows, sql, types, args);
  va_end (args);
  return cor_desk_rows_next (&rows) ? g_strdup (cor_desk_rows_text (&rows, 0)) : NULL;
}

/**
 * cor_desk_db_last_id:
 * @db: the database
 *
 * Returns: the id of the last inserted row
 */
gint64
cor_desk_db_last_id (CorDeskDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

/**
 * cor_desk_db_changes:
 * @db: the database
 *
 * Returns: how many rows the last statement changed
 */
gint64
cor_desk_db_changes (CorDeskDb *db)
{
  return sqlite3_changes64 (db->handle);
}

/**
 * cor_desk_db_begin:
 * @db: the database
 *
 * Returns: whether a write transaction runs now
 */
gboolean
cor_desk_db_begin (CorDeskDb *db)
{
  db->failed = FALSE;
  return cor_desk_db_run (db, "BEGIN IMMEDIATE", "");
}

/**
 * cor_desk_db_commit:
 * @db: the database
 *
 * Returns: whether everything since cor_desk_db_begin() is stored; otherwise it is rolled back
 */
gboolean
cor_desk_db_commit (CorDeskDb *db)
{
  if (!db->failed && cor_desk_db_run (db, "COMMIT", ""))
    return TRUE;
  cor_desk_db_rollback (db);
  return FALSE;
}

/**
 * cor_desk_db_rollback:
 * @db: the database
 */
void
cor_desk_db_rollback (CorDeskDb *db)
{
  if (!sqlite3_get_autocommit (db->handle))
    cor_desk_db_run (db, "ROLLBACK", "");
}
