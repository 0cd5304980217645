/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-excerpt.h"
#include "cor-search-marks.h"
#include "cor-search-rank.h"
#include "fuzz-main.h"

#include <string.h>

static const char body[] = "# Transfers\n\nA transfer of **USD 1,234.50** arrives in two days; see [the list](https://example.com).\n\n"
                           "| Rail | Days |\n|---|---|\n| SEPA | 1 |\n\n退款通常在五个工作日内到账，手续费不退。";

static CorSearchIndex *
get_index (void)
{
  static CorSearchIndex *index = NULL;

  if (index == NULL)
    {
      g_autofree char *english = cor_search_text_make ("en", "How to track a transfer", body, NULL, NULL);
      g_autofree char *chinese = cor_search_text_make ("zh-CN", "退款需要多久", body, NULL, NULL);

      index = cor_search_index_new ();
      cor_search_index_clear (index);
      cor_search_index_put (index, 1, "en", english);
      cor_search_index_put (index, 2, "zh-CN", chinese);
    }
  return index;
}

static void
check_marks (const char   *text,
             const GArray *marks)
{
  guint at = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const CorMark *mark = &g_array_index (marks, CorMark, i);

      g_assert_cmpuint (mark->start, >=, at);
      g_assert_cmpuint (mark->end, >, mark->start);
      g_assert_cmpuint (mark->end, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + mark->start, mark->end - mark->start, NULL));
      at = mark->end;
    }
}

/* Nothing in a query is an operator, and whatever is found is marked where it says; the same for whatever is read. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  CorSearchIndex  *index = get_index ();
  g_autoptr (CorSearchQuery) query = cor_search_query_new (index, text, NULL, size % 2 == 0);
  g_autoptr (GArray) ranked = cor_search_rank (index, query, &cor_search_weights, 5);
  g_autoptr (CorMarker) marker = cor_search_marks_new (index, query, text, size % 2 == 0);
  g_autofree char *plain = cor_excerpt_strip (body);
  g_autofree char *stripped = cor_excerpt_strip (text);
  g_autoptr (CorExcerpt) found = cor_excerpt_new (marker, plain, "en", 20 + size % 60);
  g_autoptr (CorExcerpt) read = cor_excerpt_new (marker, stripped, NULL, 30);

  g_assert_cmpuint (ranked->len, <=, 2);
  g_assert_true (g_utf8_validate (found->text, -1, NULL));
  g_assert_true (g_utf8_validate (read->text, -1, NULL));
  check_marks (found->text, found->marks);
  check_marks (read->text, read->marks);
  return 0;
}

const char *const fuzz_corpus[] = {
  "\"where\" AND (money OR b*) NOT c:d",
  "退款多久到账？tuikuan trasnfer",
  "USD 1,234.50 AC04 \xe2\x80\xaeأين",
  "# | a | b |\n|---|---|\n![x](y) [z](",
  NULL,
};
