/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-knowledge-hit.h"

G_BEGIN_DECLS

#define COR_TYPE_KNOWLEDGE_ROW (cor_knowledge_row_get_type ())
G_DECLARE_FINAL_TYPE (CorKnowledgeRow, cor_knowledge_row, COR, KNOWLEDGE_ROW, GtkWidget)

GtkWidget       *cor_knowledge_row_new (gboolean is_brief) G_GNUC_WARN_UNUSED_RESULT;
void             cor_knowledge_row_set_hit (CorKnowledgeRow *self, CorKnowledgeHit *hit);
CorKnowledgeHit *cor_knowledge_row_get_hit (CorKnowledgeRow *self);

G_END_DECLS
