/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-queries.h"

#include <string.h>

#define LONG 10000

const CorTestQuery cor_test_queries[] = {
  /* nothing at all, and only signs */
  { COR_TEST_QUERY_NONE, "", 0 },
  { COR_TEST_QUERY_NONE, " \t\n\n ", 0 },
  { COR_TEST_QUERY_NONE, "?!。，、…", 0 },
  { COR_TEST_QUERY_NONE, "()", 0 },
  { COR_TEST_QUERY_NONE, "%_%", 0 },
  { COR_TEST_QUERY_NONE, "--", 0 },
  { COR_TEST_QUERY_NONE, "\\", 0 },
  /* quotes */
  { COR_TEST_QUERY_NONE, "\"", 0 },
  { COR_TEST_QUERY_NONE, "'\"''", 0 },
  { COR_TEST_QUERY_NONE, "“”「」", 0 },
  { COR_TEST_QUERY_WORD, "\"transfer", 0 },
  { COR_TEST_QUERY_WORD, "'transfer'); DROP TABLE message", 0 },
  /* operators */
  { COR_TEST_QUERY_ANY, "AND OR NOT NEAR(", 0 },
  { COR_TEST_QUERY_ANY, "-1) UNION SELECT", 0 },
  { COR_TEST_QUERY_ANY, "NEAR(a b, 3)", 0 },
  { COR_TEST_QUERY_ANY, "a*", 0 },
  { COR_TEST_QUERY_WORD, "transfer AND", 0 },
  { COR_TEST_QUERY_WORD, "^transfer", 0 },
  { COR_TEST_QUERY_WORD, "transfer*", 0 },
  { COR_TEST_QUERY_WORD, "-transfer", 0 },
  { COR_TEST_QUERY_WORD, "terms:transfer", 0 },
  { COR_TEST_QUERY_WORD, "{terms title}:transfer", 0 },
  { COR_TEST_QUERY_WORD, "terms:退款*", 0 },
  /* what no keyboard types */
  { COR_TEST_QUERY_ANY, "\x01\x02\x1b[31m", 0 },
  { COR_TEST_QUERY_WORD, "\x01退款\x7f", 0 },
  { COR_TEST_QUERY_ANY, "\xff\xfe", 0 },
  { COR_TEST_QUERY_ANY, "\xe9\x80", 0 },
  { COR_TEST_QUERY_ANY, "😀👩‍👩‍👧", 0 },
  { COR_TEST_QUERY_ANY, "\xef\xbf\xbf\xf4\x8f\xbf\xbf", 0 },
  /* right to left, with the marks of it */
  { COR_TEST_QUERY_ANY, "\u202e\u2066أين أموالي؟\u2069", 0 },
  { COR_TEST_QUERY_ANY, "איפה הכסף", 0 },
  { COR_TEST_QUERY_WORD, "\u202etransfer\u202c", 0 },
  /* numbers of none */
  { COR_TEST_QUERY_ANY, "0", 0 },
  { COR_TEST_QUERY_ANY, "00000000000000000000000000", 0 },
  /* ten thousand of something */
  { COR_TEST_QUERY_NONE, "qx", LONG },
  { COR_TEST_QUERY_NONE, "\"", LONG },
  { COR_TEST_QUERY_NONE, "(", LONG },
  { COR_TEST_QUERY_ANY, "7", LONG },
  { COR_TEST_QUERY_ANY, "a b ", LONG },
  { COR_TEST_QUERY_ANY, "أين ", LONG },
  { COR_TEST_QUERY_WORD, "transfer OR ", LONG },
  { COR_TEST_QUERY_WORD, "退款", LONG },
};

const guint cor_test_n_queries = G_N_ELEMENTS (cor_test_queries);

/**
 * cor_test_query_dup_text:
 *
 * Returns: (transfer full): what is typed; not always UTF-8
 */
char *
cor_test_query_dup_text (const CorTestQuery *self)
{
  GString *text = g_string_new (self->text);

  while (text->len < self->bytes)
    g_string_append (text, self->text);
  return g_string_free (text, FALSE);
}
