/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-sqlite.h"

/* Longer than any step of a store that is still at work. */
#define BUSY_MS 60000

/**
 * cor_test_sqlite_open:
 * @dir: a profile, of which a store may be open
 *
 * Returns: (transfer full): another process's view of its database, to be closed with sqlite3_close()
 */
sqlite3 *
cor_test_sqlite_open (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "corridor.db", NULL);
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, BUSY_MS);
  return db;
}

/**
 * cor_test_sqlite_run:
 *
 * Does what another process or another version may have done.
 */
void
cor_test_sqlite_run (const char *dir,
                     const char *sql)
{
  sqlite3 *db = cor_test_sqlite_open (dir);

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/**
 * cor_test_sqlite_count:
 * @sql: gives one number
 * @text: (nullable): for its parameter
 */
gint64
cor_test_sqlite_count (const char *dir,
                       const char *sql,
                       const char *text)
{
  sqlite3      *db = cor_test_sqlite_open (dir);
  sqlite3_stmt *row = NULL;
  gint64        n;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  if (text != NULL)
    sqlite3_bind_text (row, 1, text, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return n;
}
