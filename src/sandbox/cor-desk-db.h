/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define COR_DESK_DB_ERROR (cor_desk_db_error_quark ())
GQuark cor_desk_db_error_quark (void);

/*
 * The sandbox's SQLite file: one connection, used from the server's thread only. Values are bound
 * by a letter each: 'i' gint64, 'd' int, 'z' gint64 whose 0 is NULL, 's' nullable text, 'b' a
 * nullable GBytes.
 */
typedef struct _CorDeskDb CorDeskDb;

/* A running query; on the stack, cleared with g_auto. Its statement goes back to the cache. */
typedef struct
{
  CorDeskDb    *db;
  sqlite3_stmt *stmt;
} CorDeskRows;

#define COR_DESK_ROWS_INIT \
  {                        \
    NULL, NULL             \
  }

CorDeskDb *cor_desk_db_open (const char *path,
                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void       cor_desk_db_close (CorDeskDb *db);

void        cor_desk_db_select (CorDeskDb   *db,
                                CorDeskRows *rows,
                                const char  *sql,
                                const char  *types,
                                ...);
void        cor_desk_db_select_values (CorDeskDb   *db,
                                       CorDeskRows *rows,
                                       const char  *sql,
                                       GPtrArray   *values);
gboolean    cor_desk_rows_next (CorDeskRows *rows);
gint64      cor_desk_rows_int (CorDeskRows *rows,
                               int          column);
const char *cor_desk_rows_text (CorDeskRows *rows,
                                int          column);
gboolean    cor_desk_rows_is_null (CorDeskRows *rows,
                                   int          column);
GBytes     *cor_desk_rows_dup_blob (CorDeskRows *rows,
                                    int          column) G_GNUC_WARN_UNUSED_RESULT;
void        cor_desk_rows_clear (CorDeskRows *rows);

gboolean cor_desk_db_run (CorDeskDb  *db,
                          const char *sql,
                          const char *types,
                          ...);
gint64   cor_desk_db_int (CorDeskDb  *db,
                          const char *sql,
                          const char *types,
                          ...);
char    *cor_desk_db_dup_text (CorDeskDb  *db,
                               const char *sql,
                               const char *types,
                               ...) G_GNUC_WARN_UNUSED_RESULT;
gint64   cor_desk_db_last_id (CorDeskDb *db);
gint64   cor_desk_db_changes (CorDeskDb *db);

gboolean cor_desk_db_begin (CorDeskDb *db);
gboolean cor_desk_db_commit (CorDeskDb *db);
void     cor_desk_db_rollback (CorDeskDb *db);
void     cor_desk_db_set_error (CorDeskDb *db,
                                GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskDb, cor_desk_db_close)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorDeskRows, cor_desk_rows_clear)

G_END_DECLS
