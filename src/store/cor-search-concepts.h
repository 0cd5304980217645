/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-terms.h"

G_BEGIN_DECLS

/*
 * What different words mean alike: the trade's glossary and customers' everyday wordings. A text that
 * holds one of the wordings holds the concept, in whichever language. One for the process, made at first
 * use; any thread.
 */

guint       cor_search_concepts_get_n (void);
const char *cor_search_concepts_get_name (guint concept);
gboolean    cor_search_concepts_is_term (guint concept);
gboolean    cor_search_concepts_is_phrase (guint concept);
gboolean    cor_search_concepts_has_language (const char *language);
void        cor_search_concepts_add_meant (GArray *concepts);
void        cor_search_concepts_find (const CorTerm *terms,
                                      guint          n_terms,
                                      GArray        *found);

const GArray    *cor_search_concepts_list (const char *text);
gboolean         cor_search_concepts_is_question (const char *text);
const GPtrArray *cor_search_concepts_get_wordings (guint concept);
guint            cor_search_concepts_find_place (const CorTerm *terms,
                                                 guint          n_terms,
                                                 guint          concept,
                                                 guint         *first);

G_END_DECLS
