/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-migrations.h"

#include <glib/gstdio.h>

/* PRAGMA application_id, so that file(1) and another program's file are told apart: "Corr". */
#define APPLICATION_ID 0x436f7272

static gint64
get_pragma_of (sqlite3    *sqlite,
               const char *pragma)
{
  sqlite3_stmt *stmt = NULL;
  gint64        value = 0;

  if (sqlite3_prepare_v2 (sqlite, pragma, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return value;
}

static gint64
get_pragma (CorDb      *db,
            const char *pragma)
{
  return get_pragma_of (cor_db_get_sqlite (db), pragma);
}

static gboolean
is_known (sqlite3    *sqlite,
          const char *path,
          GError    **error)
{
  gint64 version = get_pragma_of (sqlite, "PRAGMA user_version");

  if (version <= COR_SCHEMA_VERSION && (version <= 0 || get_pragma_of (sqlite, "PRAGMA application_id") == APPLICATION_ID))
    return TRUE;
  g_set_error (error, COR_STORE_ERROR, COR_STORE_ERROR_NEWER, "%s: the file is of version %" G_GINT64_FORMAT ", this program knows up to %d",
               path, version, COR_SCHEMA_VERSION);
  return FALSE;
}

/**
 * cor_migrations_check:
 * @path: a file that may not be there
 * @error: COR_STORE_ERROR_NEWER for a file of a newer version, or of another program
 *
 * Looks whose file it is before anything is done to it. The newest version may stand only in a log that somebody
 * left beside the file: it is read with it, but nothing of the log is taken over, and its index is made in memory
 * unless another process has one.
 *
 * Returns: whether it may be opened; what cannot be read at all is for the opening to say
 */
gboolean
cor_migrations_check (const char *path,
                      GError    **error)
{
  sqlite3 *sqlite = NULL;
  gboolean is_good = TRUE;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (sqlite3_open_v2 (path, &sqlite, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    {
      sqlite3_db_config (sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      sqlite3_exec (sqlite, "PRAGMA locking_mode=EXCLUSIVE", NULL, NULL, NULL);
      if (sqlite3_exec (sqlite, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL) == SQLITE_BUSY)
        {
          sqlite3_exec (sqlite, "PRAGMA locking_mode=NORMAL", NULL, NULL, NULL);
          sqlite3_busy_timeout (sqlite, 20 * 1000);
        }
      is_good = is_known (sqlite, path, error);
    }
  sqlite3_close_v2 (sqlite);
  return is_good;
}

/* Puts aside what the server could not give back, until the file was opened well. */
static gboolean
put_aside (CorDb      *db,
           const char *copy,
           GError    **error)
{
  sqlite3        *target = NULL;
  sqlite3_backup *backup = NULL;
  gboolean        done;

  g_unlink (copy);
  done = sqlite3_open_v2 (copy, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK &&
         (backup = sqlite3_backup_init (target, "main", cor_db_get_sqlite (db), "main")) != NULL &&
         sqlite3_backup_step (backup, -1) == SQLITE_DONE;
  if (backup != NULL)
    sqlite3_backup_finish (backup);
  if (!done)
    g_set_error (error, COR_STORE_ERROR, COR_STORE_ERROR_FAILED, "%s: %s", copy, sqlite3_errmsg (target));
  sqlite3_close_v2 (target);
  return done;
}

/**
 * cor_migrations_run:
 * @path: the file that @db has open
 * @error: COR_STORE_ERROR_NEWER for a file of a newer version, which is left as it is
 *
 * Brings the file to %COR_SCHEMA_VERSION, one step a transaction.
 *
 * Returns: whether it is of this version now
 */
gboolean
cor_migrations_run (CorDb      *db,
                    const char *path,
                    GError    **error)
{
  static const char *const steps[] = { "schema-1", "schema-2", "schema-3", "schema-4", "schema-5", "schema-6", "schema-7", "schema-8", "schema-9", "schema-10", "schema-11", "schema-12", "schema-13", "schema-14", "schema-15", "schema-16", "schema-17", "schema-18", "schema-19", "schema-20", "schema-21", "schema-22" };
  g_autofree char         *copy = g_strconcat (path, ".before-upgrade", NULL);
  gint64                   version = get_pragma (db, "PRAGMA user_version");

  G_STATIC_ASSERT (G_N_ELEMENTS (steps) == COR_SCHEMA_VERSION);

  /* another process may have brought it to its own version since cor_migrations_check() */
  if (!is_known (cor_db_get_sqlite (db), path, error))
    return FALSE;
  if (version > 0 && version < COR_SCHEMA_VERSION && !put_aside (db, copy, error))
    return FALSE;

  while (version < COR_SCHEMA_VERSION)
    {
      g_autofree char *mark = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%" G_GINT64_FORMAT, APPLICATION_ID, version + 1);

      cor_db_begin (db, TRUE);
      /* another process may have been first */
      if (get_pragma (db, "PRAGMA user_version") == version)
        {
          cor_db_run_script (db, steps[version]);
          if (sqlite3_exec (cor_db_get_sqlite (db), mark, NULL, NULL, NULL) != SQLITE_OK)
            cor_db_fail (db, COR_STORE_ERROR_FAILED, "%s: %s", path, sqlite3_errmsg (cor_db_get_sqlite (db)));
        }
      if (!cor_db_end (db, error))
        return FALSE;
      version++;
    }

  g_unlink (copy);
  return TRUE;
}
