/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-knowledge-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_KNOWLEDGE_NOTHING (cor_knowledge_nothing_get_type ())
G_DECLARE_FINAL_TYPE (CorKnowledgeNothing, cor_knowledge_nothing, COR, KNOWLEDGE_NOTHING, GtkWidget)

void  cor_knowledge_nothing_show (CorKnowledgeNothing *self, CorKnowledgeSearch *search);
char *cor_knowledge_nothing_dup_text (const char *query, const CorSearchResult *result, gboolean is_narrowed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
