/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-marks"

#include "config.h"

#include "cor-search-marks.h"

#include "cor-search-concepts.h"

#include <string.h>

/* A query that is longer is not quoted as the reason. */
#define MAX_SAID 40

#define MAX_BYTES 2000

/* Words that the index has in place of those that were asked for: stemmed otherwise, corrected, completed, read
 * as pinyin. */
static void
add_terms (CorMarker            *marker,
           CorSearchIndex       *index,
           const CorSearchQuery *query)
{
  const char *tail = cor_marker_get_tail (marker);

  for (guint i = 0; i < query->terms->len; i++)
    {
      const CorSearchQueryTerm *term = &g_array_index (query->terms, CorSearchQueryTerm, i);
      const CorSearchTerm      *found = cor_search_index_get_term (index, term->term);

      /* of "cut-off" being typed, "office" is found too, but it is not what is meant */
      if (tail != NULL && term->match == COR_SEARCH_PREFIX && g_str_has_prefix (found->text, tail))
        continue;
      /* signs are marked in pairs as they stand in the query; words that say little are not */
      if (term->match != COR_SEARCH_EXACT || (found->kind == COR_SEARCH_WORD && term->weight > COR_SEARCH_WEIGHT_STOP))
        cor_marker_add_term (marker, found->text);
    }
}

static char *
dup_said (const char *text,
          guint       start,
          guint       end)
{
  g_autofree char *said = g_strndup (text + start, end - start);

  return g_utf8_strlen (said, -1) <= MAX_SAID ? g_steal_pointer (&said) : NULL;
}

/**
 * cor_search_marks_new:
 * @index: locked
 * @query: of @text
 * @is_typing: whether the last word may be unfinished
 *
 * Returns: (transfer full): what marks, in articles of any language, the words of the query, those that they
 *   were taken for, and by their meaning those that the glossary gives for them
 */
CorMarker *
cor_search_marks_new (CorSearchIndex       *index,
                      const CorSearchQuery *query,
                      const char           *text,
                      gboolean              is_typing)
{
  CorMarker       *marker = cor_marker_new (text, is_typing);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  g_autofree char *first_said = NULL;
  g_autoptr (CorTerms) terms = cor_terms_new (valid, NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  add_terms (marker, index, query);
  for (guint i = 0; i < query->concepts->len; i++)
    {
      guint            concept = g_array_index (query->concepts, guint, i);
      const GPtrArray *wordings = cor_search_concepts_get_wordings (concept);
      guint            first = 0;
      guint            length = cor_search_concepts_find_place (term, n, concept, &first);
      g_autofree char *said = length > 0 ? dup_said (valid, term[first].start, term[first + length - 1].end) : NULL;

      /* what an answer would be about is meant by the first thing that is said */
      if (said == NULL && first_said == NULL)
        continue;
      for (guint j = 0; j < wordings->len; j++)
        cor_marker_add_wording (marker, wordings->pdata[j], said != NULL ? said : first_said);
      if (first_said == NULL)
        first_said = g_steal_pointer (&said);
    }
  return marker;
}
