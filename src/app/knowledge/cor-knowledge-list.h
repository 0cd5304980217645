/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-knowledge-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_KNOWLEDGE_LIST (cor_knowledge_list_get_type ())
G_DECLARE_FINAL_TYPE (CorKnowledgeList, cor_knowledge_list, COR, KNOWLEDGE_LIST, GtkWidget)

GtkWidget *cor_knowledge_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_knowledge_list_set_search (CorKnowledgeList *self, CorKnowledgeSearch *search);
void       cor_knowledge_list_set_filter (CorKnowledgeList *self, const CorKnowledgeFilter *filter);
void       cor_knowledge_list_show_all (CorKnowledgeList *self);
void       cor_knowledge_list_select (CorKnowledgeList *self, gint64 article);
gint64     cor_knowledge_list_get_selected (CorKnowledgeList *self);
void       cor_knowledge_list_step (CorKnowledgeList *self, int step);

G_END_DECLS
