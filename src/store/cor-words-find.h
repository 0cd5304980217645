/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-words-query.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 doc;
  double score; /* 1: every word is there */
} CorWordsMatch;

GArray       *cor_words_find (CorDb *db, CorWordsKind kind, const CorWordsQuery *query, guint enough) G_GNUC_WARN_UNUSED_RESULT;
sqlite3_stmt *cor_words_find_newest (CorDb *db, const char *name, const CorWordsQuery *query);

G_END_DECLS
