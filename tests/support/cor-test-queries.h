/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody types by mistake or pastes: nothing in it is an operator anywhere, and none of it is an error. */
typedef enum
{
  COR_TEST_QUERY_ANY,  /* may find something or nothing */
  COR_TEST_QUERY_NONE, /* has no word that anything has */
  COR_TEST_QUERY_WORD, /* has “transfer” or 退款 in it */
} CorTestQueryKind;

typedef struct
{
  CorTestQueryKind kind;
  const char      *text; /* said again up to @bytes */
  gsize            bytes;
} CorTestQuery;

extern const CorTestQuery cor_test_queries[];
extern const guint        cor_test_n_queries;

char *cor_test_query_dup_text (const CorTestQuery *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
