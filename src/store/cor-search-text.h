/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-terms.h"

G_BEGIN_DECLS

/* What of an article the search compares, as it is stored: a line for every passage. */

typedef enum
{
  COR_SEARCH_TITLE,
  COR_SEARCH_HEADING,
  COR_SEARCH_QUESTION,
  COR_SEARCH_BODY,
  COR_SEARCH_TAG,
  COR_SEARCH_N_FIELDS,
} CorSearchField;

char *cor_search_text_make (const char *locale,
                            const char *title,
                            const char *body,
                            const char *questions,
                            const char *tags) G_GNUC_WARN_UNUSED_RESULT;

/* One passage read back: CorTerm with kind and text only. */
typedef void (*CorSearchPassageFunc) (CorSearchField field,
                                      const CorTerm *terms,
                                      guint          n_terms,
                                      gpointer       user_data);

void cor_search_text_foreach (const char          *stored,
                              CorSearchPassageFunc func,
                              gpointer             user_data);

G_END_DECLS
