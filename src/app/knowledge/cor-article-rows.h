/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-document.h"

G_BEGIN_DECLS

/* One line of blocks of an article: a leaf or a table, with what stands before it. */
typedef struct
{
  const CorBlock *block;
  const CorBlock *item;   /* of the list that begins with it, or NULL */
  guint           indent; /* lists around it */
  guint           quotes; /* quotations around it */
  gboolean        is_first_quoted, is_last_quoted;
  gboolean        is_tight; /* it belongs to the row above */
} CorArticleRow;

GArray *cor_article_rows_new (const CorDocument *document) G_GNUC_WARN_UNUSED_RESULT;
char   *cor_article_row_dup_marker (const CorArticleRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
