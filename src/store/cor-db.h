/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <sqlite3.h>

#include "cor-store.h"

G_BEGIN_DECLS

/*
 * CorDb: one connection, used by one thread at a time. Queries are the files in sql/, named without
 * ending. An error sticks: after the first one every call does nothing, queries have no rows, and
 * the job's transaction is rolled back; so a job reads straight on and need not look.
 */

CorDb *cor_db_open (const char *path, gboolean for_writing, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void   cor_db_close (CorDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDb, cor_db_close)

sqlite3 *cor_db_get_sqlite (CorDb *db);

void     cor_db_begin (CorDb *db, gboolean durable);
gboolean cor_db_end (CorDb *db, GError **error);
gboolean cor_db_is_late (CorDb *db);

sqlite3_stmt *cor_db_query (CorDb *db, const char *name, const char *types, ...);
gboolean      cor_db_next (CorDb *db, sqlite3_stmt *stmt);
void          cor_db_run (CorDb *db, const char *name, const char *types, ...);
gint64        cor_db_get_int (CorDb *db, const char *name, const char *types, ...);
char         *cor_db_dup_text (CorDb *db, const char *name, const char *types, ...) G_GNUC_WARN_UNUSED_RESULT;
gint64        cor_db_get_last_id (CorDb *db);
int           cor_db_get_n_changed (CorDb *db);
void          cor_db_run_script (CorDb *db, const char *name);

char       *cor_column_dup (sqlite3_stmt *stmt, int column) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *cor_column_dup_bytes (sqlite3_stmt *stmt, int column) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_column_text (sqlite3_stmt *stmt, int column);
gint64      cor_column_int (sqlite3_stmt *stmt, int column);
gboolean    cor_column_is_null (sqlite3_stmt *stmt, int column);

gint64 cor_db_get_unchanged_since (CorDb *db);

void     cor_db_fail (CorDb *db, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean cor_db_has_failed (CorDb *db);

/* What a transaction changed; flushed by cor_db_end(). */
void cor_db_touch_thread (CorDb *db, gint64 conversation);
void cor_db_touch_timeline (CorDb *db, gint64 conversation);
void cor_db_touch_topics (CorDb *db, guint topics);

G_END_DECLS
