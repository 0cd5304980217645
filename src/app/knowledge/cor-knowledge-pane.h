/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_KNOWLEDGE_PANE (cor_knowledge_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorKnowledgePane, cor_knowledge_pane, COR, KNOWLEDGE_PANE, GtkWidget)

void cor_knowledge_pane_insert_answer (CorKnowledgePane *self, gboolean as_link);

G_END_DECLS
