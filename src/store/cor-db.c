/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-db"

#include "config.h"

#include "cor-db.h"

#include "cor-change-log.h"
#include "cor-customer-record.h"
#include "cor-fold.h"
#include "cor-sql.h"

#include <stdarg.h>

/* A sync transaction gives way to the agent's after this long. */
#define TRANSACTION_MS 20

struct _CorDb
{
  sqlite3      *sqlite;
  GHashTable   *statements; /* name → sqlite3_stmt */
  GError       *error;      /* sticks until cor_db_end() */
  CorChangeSet *changes;    /* of the transaction; NULL on a reader */
  gint64        began_us;
  gboolean      is_durable;

  gint64 seen_version; /* of the data */
  gint64 seen_us;      /* when it was seen first */
};

static void
take_error (CorDb *db)
{
  int code = sqlite3_extended_errcode (db->sqlite);
  int ours = COR_STORE_ERROR_FAILED;

  if (db->error != NULL)
    return;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (&db->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      return;
    }
  if ((code & 0xff) == SQLITE_FULL)
    ours = COR_STORE_ERROR_FULL;
  else if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    ours = COR_STORE_ERROR_CORRUPT;
  g_set_error (&db->error, COR_STORE_ERROR, ours, "%s (%d)", sqlite3_errmsg (db->sqlite), code);
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

static void
run_literal (CorDb      *db,
             const char *sql)
{
  if (db->error == NULL && sqlite3_exec (db->sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
    take_error (db);
}

/* folded_matches(folded text, folded needle) and matches(text, folded needle): names as people type
 * them, whatever the script, the accents and the order of the words. */
static void
folded_matches (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  const char *haystack = (const char *) sqlite3_value_text (values[0]);
  const char *needle = (const char *) sqlite3_value_text (values[1]);

  sqlite3_result_int (context, haystack != NULL && needle != NULL && cor_fold_matches (haystack, needle));
}

static void
matches (sqlite3_context *context,
         int              n_values,
         sqlite3_value  **values)
{
  const char      *haystack = (const char *) sqlite3_value_text (values[0]);
  const char      *needle = (const char *) sqlite3_value_text (values[1]);
  g_autofree char *folded = haystack != NULL ? cor_fold (haystack) : NULL;

  sqlite3_result_int (context, folded != NULL && needle != NULL && cor_fold_matches (folded, needle));
}

/* vip_tier(text): the tier if it sets a customer apart, else NULL. */
static void
vip_tier (sqlite3_context *context,
          int              n_values,
          sqlite3_value  **values)
{
  if (cor_tier_is_vip ((const char *) sqlite3_value_text (values[0])))
    sqlite3_result_value (context, values[0]);
}

/**
 * cor_db_open:
 * @path: the database file
 * @for_writing: whether to create it and to keep a set of changes
 * @error: COR_STORE_ERROR
 *
 * Returns: (transfer full): a connection, for one thread at a time
 */
CorDb *
cor_db_open (const char *path,
             gboolean    for_writing,
             GError    **error)
{
  g_autoptr (CorDb) db = g_new0 (CorDb, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | (for_writing ? SQLITE_OPEN_CREATE : 0);

  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  if (for_writing)
    db->changes = cor_change_set_new ();

  if (sqlite3_open_v2 (path, &db->sqlite, flags, NULL) != SQLITE_OK)
    {
      g_set_error (error, COR_STORE_ERROR, COR_STORE_ERROR_FAILED, "%s: %s", path,
                   db->sqlite != NULL ? sqlite3_errmsg (db->sqlite) : "out of memory");
      return NULL;
    }

  sqlite3_extended_result_codes (db->sqlite, 1);
  sqlite3_busy_timeout (db->sqlite, 20 * 1000);
  sqlite3_db_config (db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_create_function (db->sqlite, "folded_matches", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, folded_matches, NULL, NULL);
  sqlite3_create_function (db->sqlite, "matches", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, matches, NULL, NULL);
  sqlite3_create_function (db->sqlite, "vip_tier", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, vip_tier, NULL, NULL);
  run_literal (db, "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=1073741824");
  run_literal (db, for_writing ? "PRAGMA wal_autocheckpoint=4000" : "PRAGMA query_only=ON");
  if (db->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&db->error));
      return NULL;
    }

  return g_steal_pointer (&db);
}

void
cor_db_close (CorDb *db)
{
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_pointer (&db->changes, cor_change_set_free);
  g_clear_error (&db->error);
  sqlite3_close_v2 (db->sqlite);
  g_free (db);
}

/**
 * cor_db_get_unchanged_since:
 * @db: a reader: what a connection writes itself does not count
 *
 * So that what one reader found can be taken by the other one. To be called before a job reads anything.
 *
 * Returns: a monotonic time in microseconds since which nobody has written anything
 */
gint64
cor_db_get_unchanged_since (CorDb *db)
{
  gint64 version = cor_db_get_int (db, "data-version", "");

  if (version != db->seen_version)
    {
      db->seen_version = version;
      db->seen_us = g_get_monotonic_time ();
    }
  return db->seen_us;
}

/**
 * cor_db_get_sqlite:
 *
 * Returns: (transfer none): the connection, for interrupts, backups and pragmas
 */
sqlite3 *
cor_db_get_sqlite (CorDb *db)
{
  return db->sqlite;
}

/**
 * cor_db_begin:
 * @durable: whether it shall be on the disk, not only in the log's cache, when cor_db_end() returns
 *
 * Begins a transaction: of a writer at once, of a reader a snapshot.
 */
void
cor_db_begin (CorDb   *db,
              gboolean durable)
{
  if (db->changes == NULL)
    {
      run_literal (db, "BEGIN");
      return;
    }

  if (durable != db->is_durable)
    run_literal (db, durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
  db->is_durable = durable;
  run_literal (db, "BEGIN IMMEDIATE");
  db->began_us = g_get_monotonic_time ();
}

/**
 * cor_db_end:
 * @error: the first thing that went wrong since cor_db_begin()
 *
 * Commits, with the lists' rows made again for what was touched, or rolls back after an error.
 *
 * Returns: whether it was committed
 */
gboolean
cor_db_end (CorDb   *db,
            GError **error)
{
  if (db->changes != NULL && db->error == NULL)
    cor_change_set_flush (db->changes, db);

  run_literal (db, "COMMIT");
  if (db->changes != NULL)
    cor_change_set_clear (db->changes);
  if (db->error == NULL)
    return TRUE;

  if (!sqlite3_get_autocommit (db->sqlite))
    sqlite3_exec (db->sqlite, "ROLLBACK", NULL, NULL, NULL);
  g_propagate_error (error, g_steal_pointer (&db->error));
  return FALSE;
}

/**
 * cor_db_is_late:
 *
 * Returns: whether the transaction has taken so long that a job of many rows shall end it and come
 *   again (%COR_STORE_AGAIN)
 */
gboolean
cor_db_is_late (CorDb *db)
{
  return g_get_monotonic_time () - db->began_us > TRANSACTION_MS * G_TIME_SPAN_MILLISECOND;
}

static void
bind_all (CorDb        *db,
          sqlite3_stmt *stmt,
          const char   *types,
          va_list       args)
{
  int n = 0;

  g_assert (sqlite3_bind_parameter_count (stmt) == (int) strlen (types));
  for (const char *type = types; *type != '\0'; type++)
    {
      const char *text;
      GBytes     *bytes;

      n++;
      switch (*type)
        {
        case 'i': /* int, gboolean */
          sqlite3_bind_int (stmt, n, va_arg (args, int));
          break;
        case 'l': /* gint64 */
          sqlite3_bind_int64 (stmt, n, va_arg (args, gint64));
          break;
        case 's': /* text or NULL */
          text = va_arg (args, const char *);
          sqlite3_bind_text (stmt, n, text, -1, SQLITE_TRANSIENT);
          break;
        case 'b': /* GBytes or NULL */
          bytes = va_arg (args, GBytes *);
          if (bytes != NULL)
            sqlite3_bind_blob64 (stmt, n, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_TRANSIENT);
          else
            sqlite3_bind_null (stmt, n);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static sqlite3_stmt *
query_valist (CorDb      *db,
              const char *name,
              const char *types,
              va_list     args)
{
  sqlite3_stmt *stmt;

  if (db->error != NULL)
    return NULL;

  stmt = g_hash_table_lookup (db->statements, name);
  if (stmt == NULL)
    {
      if (sqlite3_prepare_v3 (db->sqlite, cor_sql_get (name), -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
        {
          take_error (db);
          g_prefix_error (&db->error, "%s: ", name);
          return NULL;
        }
      g_hash_table_insert (db->statements, (char *) g_intern_string (name), stmt);
    }

  sqlite3_reset (stmt);
  bind_all (db, stmt, types, args);
  return stmt;
}

/**
 * cor_db_query:
 * @name: a file in sql/
 * @types: one letter a parameter: i int, l gint64, s text or %NULL, b GBytes or %NULL (copied)
 *
 * Returns: (transfer none) (nullable): the query, to be walked with cor_db_next() to its end before it
 *   is asked again; %NULL after an error, which cor_db_next() takes
 */
sqlite3_stmt *
cor_db_query (CorDb      *db,
              const char *name,
              const char *types,
              ...)
{
  sqlite3_stmt *stmt;
  va_list       args;

  va_start (args, types);
  stmt = query_valist (db, name, types, args);
  va_end (args);
  return stmt;
}

/**
 * cor_db_next:
 * @stmt: (nullable): of cor_db_query()
 *
 * Returns: whether there is a row; at the end the query is reset
 */
gboolean
cor_db_next (CorDb        *db,
             sqlite3_stmt *stmt)
{
  int code;

  if (stmt == NULL || db->error != NULL)
    return FALSE;

  code = sqlite3_step (stmt);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    take_error (db);
  sqlite3_reset (stmt);
  return FALSE;
}

/**
 * cor_db_run:
 *
 * Runs a statement that has no rows; parameters as with cor_db_query().
 */
void
cor_db_run (CorDb      *db,
            const char *name,
            const char *types,
            ...)
{
  sqlite3_stmt *stmt;
  va_list       args;

  va_start (args, types);
  stmt = query_valist (db, name, types, args);
  va_end (args);
  while (cor_db_next (db, stmt))
    ;
}

/**
 * cor_db_get_int:
 *
 * Returns: the first column of the first row, 0 if there is none
 */
gint64
cor_db_get_int (CorDb      *db,
                const char *name,
                const char *types,
                ...)
{
  sqlite3_stmt *stmt;
  gint64        value = 0;
  va_list       args;

  va_start (args, types);
  stmt = query_valist (db, name, types, args);
  va_end (args);
  if (cor_db_next (db, stmt))
    {
      value = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
    }
  return value;
}

/**
 * cor_db_dup_text:
 *
 * Returns: (transfer full) (nullable): the first column of the first row
 */
char *
cor_db_dup_text (CorDb      *db,
                 const char *name,
                 const char *types,
                 ...)
{
  sqlite3_stmt *stmt;
  char         *value = NULL;
  va_list       args;

  va_start (args, types);
  stmt = query_valist (db, name, types, args);
  va_end (args);
  if (cor_db_next (db, stmt))
    {
      value = cor_column_dup (stmt, 0);
      sqlite3_reset (stmt);
    }
  return value;
}

gint64
cor_db_get_last_id (CorDb *db)
{
  return sqlite3_last_insert_rowid (db->sqlite);
}

/**
 * cor_db_get_n_changed:
 *
 * Returns: rows that the last statement changed; 0 after an error
 */
int
cor_db_get_n_changed (CorDb *db)
{
  return db->error != NULL ? 0 : sqlite3_changes (db->sqlite);
}

/**
 * cor_db_run_script:
 *
 * Runs a file of several statements without parameters, such as a schema.
 */
void
cor_db_run_script (CorDb      *db,
                   const char *name)
{
  run_literal (db, cor_sql_get (name));
}

char *
cor_column_dup (sqlite3_stmt *stmt,
                int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (stmt, column));
}

const char *
cor_column_text (sqlite3_stmt *stmt,
                 int           column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

gint64
cor_column_int (sqlite3_stmt *stmt,
                int           column)
{
  return sqlite3_column_int64 (stmt, column);
}

gboolean
cor_column_is_null (sqlite3_stmt *stmt,
                    int           column)
{
  return sqlite3_column_type (stmt, column) == SQLITE_NULL;
}

/**
 * cor_db_fail:
 * @code: a CorStoreErrorCode
 *
 * Makes the job fail with a reason of our own, unless it has already failed.
 */
void
cor_db_fail (CorDb      *db,
             int         code,
             const char *format,
             ...)
{
  va_list args;

  if (db->error != NULL)
    return;

  va_start (args, format);
  db->error = g_error_new_valist (COR_STORE_ERROR, code, format, args);
  va_end (args);
}

gboolean
cor_db_has_failed (CorDb *db)
{
  return db->error != NULL;
}

/**
 * cor_db_touch_thread:
 *
 * Says that something changed of which the conversation's row in lists is made.
 */
void
cor_db_touch_thread (CorDb *db,
                     gint64 conversation)
{
  cor_change_set_add_thread (db->changes, conversation);
}

/**
 * cor_db_touch_timeline:
 *
 * Says that messages, drafts or intents of the conversation changed.
 */
void
cor_db_touch_timeline (CorDb *db,
                       gint64 conversation)
{
  cor_change_set_add_timeline (db->changes, conversation);
}

void
cor_db_touch_topics (CorDb *db,
                     guint  topics)
{
  cor_change_set_add_topics (db->changes, topics);
}

/**
 * cor_column_dup_bytes:
 *
 * Returns: (transfer full) (nullable): a copy of the bytes; %NULL for none
 */
GBytes *
cor_column_dup_bytes (sqlite3_stmt *stmt,
                      int           column)
{
  gconstpointer bytes = sqlite3_column_blob (stmt, column);

  return bytes != NULL ? g_bytes_new (bytes, (gsize) sqlite3_column_bytes (stmt, column)) : NULL;
}
