/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib-object.h>

#include "cor-article-data.h"
#include "cor-marker.h"

G_BEGIN_DECLS

/*
 * CorKnowledgeHit: an article, procedure, bulletin or template that was found or suggested, as a row shows it.
 */
#define COR_TYPE_KNOWLEDGE_HIT (cor_knowledge_hit_get_type ())
G_DECLARE_FINAL_TYPE (CorKnowledgeHit, cor_knowledge_hit, COR, KNOWLEDGE_HIT, GObject)

CorKnowledgeHit      *cor_knowledge_hit_new (gint64 id, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_knowledge_hit_take_article (CorKnowledgeHit *self, CorArticleData *article);
void                  cor_knowledge_hit_set_title_marks (CorKnowledgeHit *self, GArray *marks);
void                  cor_knowledge_hit_set_excerpt (CorKnowledgeHit *self, const char *excerpt, GArray *marks);
void                  cor_knowledge_hit_set_why (CorKnowledgeHit *self, const char *why);
void                  cor_knowledge_hit_set_n_similar (CorKnowledgeHit *self, guint n);
guint                 cor_knowledge_hit_get_n_similar (CorKnowledgeHit *self);
gint64                cor_knowledge_hit_get_id (CorKnowledgeHit *self);
const char           *cor_knowledge_hit_get_title (CorKnowledgeHit *self);
GArray               *cor_knowledge_hit_get_title_marks (CorKnowledgeHit *self);
const char           *cor_knowledge_hit_get_excerpt (CorKnowledgeHit *self);
GArray               *cor_knowledge_hit_get_excerpt_marks (CorKnowledgeHit *self);
const char           *cor_knowledge_hit_get_why (CorKnowledgeHit *self);
const CorArticleData *cor_knowledge_hit_get_article (CorKnowledgeHit *self);

G_END_DECLS
