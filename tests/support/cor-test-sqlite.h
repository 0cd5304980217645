/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

sqlite3 *cor_test_sqlite_open (const char *dir) G_GNUC_WARN_UNUSED_RESULT;
void     cor_test_sqlite_run (const char *dir, const char *sql);
gint64   cor_test_sqlite_count (const char *dir, const char *sql, const char *text);

G_END_DECLS
