/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-knowledge-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_KNOWLEDGE_FILTERS (cor_knowledge_filters_get_type ())
G_DECLARE_FINAL_TYPE (CorKnowledgeFilters, cor_knowledge_filters, COR, KNOWLEDGE_FILTERS, GtkWidget)

void               cor_knowledge_filters_set_store (CorKnowledgeFilters *self, CorStore *store);
void               cor_knowledge_filters_set_narrow (CorKnowledgeFilters *self, gboolean is_narrow);
CorKnowledgeFilter cor_knowledge_filters_get (CorKnowledgeFilters *self);
void               cor_knowledge_filters_clear (CorKnowledgeFilters *self);

G_END_DECLS
