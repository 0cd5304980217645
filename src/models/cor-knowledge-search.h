/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-knowledge-hit.h"
#include "cor-object-list.h"
#include "cor-store-search.h"

G_BEGIN_DECLS

typedef enum
{
  COR_KNOWLEDGE_BEST_FIRST,
  COR_KNOWLEDGE_BY_TITLE,
  COR_KNOWLEDGE_BY_REVIEW, /* the last reviewed first */
  COR_KNOWLEDGE_BY_USE,    /* the last put into a reply first, then the last read */
} CorKnowledgeOrder;

/* What narrows a search; what is -1, NULL or FALSE does not. */
typedef struct
{
  int         kind; /* CorArticleKind, or -1 */
  const char *category;
  const char *corridor; /* "CN-EU"; what is of no corridor concerns all of them */
  const char *currency; /* ISO 4217; likewise */
  const char *locale;
  const char *source; /* as CorSearchFilter has it: "own", "pack" for all packs */
  gboolean    is_favourite;
} CorKnowledgeFilter;

#define COR_TYPE_KNOWLEDGE_SEARCH (cor_knowledge_search_get_type ())
G_DECLARE_FINAL_TYPE (CorKnowledgeSearch, cor_knowledge_search, COR, KNOWLEDGE_SEARCH, CorObjectList)

CorKnowledgeSearch    *cor_knowledge_search_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                   cor_knowledge_search_set_locales (CorKnowledgeSearch *self, const char *const *locales);
void                   cor_knowledge_search_set_query (CorKnowledgeSearch *self, const char *query);
void                   cor_knowledge_search_set_filter (CorKnowledgeSearch *self, const CorKnowledgeFilter *filter);
void                   cor_knowledge_search_set_order (CorKnowledgeSearch *self, CorKnowledgeOrder order);
const char            *cor_knowledge_search_get_query (CorKnowledgeSearch *self);
const CorSearchResult *cor_knowledge_search_get_result (CorKnowledgeSearch *self);
gboolean               cor_knowledge_search_is_narrowed (CorKnowledgeSearch *self);
GPtrArray             *cor_knowledge_search_get_near (CorKnowledgeSearch *self, gboolean *is_unfiltered);
guint                  cor_knowledge_search_get_n_of_kind (CorKnowledgeSearch *self, int kind);

G_END_DECLS
