/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-page.h"

G_BEGIN_DECLS

#define COR_TYPE_KNOWLEDGE_PAGE (cor_knowledge_page_get_type ())
G_DECLARE_FINAL_TYPE (CorKnowledgePage, cor_knowledge_page, COR, KNOWLEDGE_PAGE, CorPage)

void cor_knowledge_page_open_article (CorKnowledgePage *self, gint64 article);
void cor_knowledge_page_find (CorKnowledgePage *self, const char *query);

G_END_DECLS
