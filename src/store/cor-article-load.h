/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"
#include "cor-db.h"

G_BEGIN_DECLS

CorArticleData *cor_article_load_row (sqlite3_stmt *row) G_GNUC_WARN_UNUSED_RESULT;
CorArticleData *cor_article_load (CorDb *db, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *cor_article_load_best (CorDb *db, sqlite3_stmt *row, const char *const *locales, guint limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
