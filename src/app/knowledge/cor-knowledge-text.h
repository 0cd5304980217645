/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-hue.h"
#include "cor-document.h"
#include "cor-knowledge-hit.h"
#include "cor-suggestions.h"

G_BEGIN_DECLS

/* What the knowledge pane and page say of an article. */

const char  *cor_knowledge_kind_get_title (CorArticleKind kind);
CorHue       cor_knowledge_kind_get_hue (CorArticleKind kind);
char        *cor_knowledge_category_dup_title (const char *category) G_GNUC_WARN_UNUSED_RESULT;
char        *cor_knowledge_day_dup_text (const char *day, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
gboolean     cor_knowledge_is_stale (const CorArticleData *article, gint64 now);
char        *cor_knowledge_article_dup_caption (const CorArticleData *article, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char        *cor_knowledge_article_dup_origin (const CorArticleData *article, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
CorDocument *cor_knowledge_document_new (CorArticleKind kind, const char *body) G_GNUC_WARN_UNUSED_RESULT;
char        *cor_knowledge_hit_dup_meta (CorKnowledgeHit *hit) G_GNUC_WARN_UNUSED_RESULT;
char        *cor_knowledge_hit_dup_reason (CorKnowledgeHit *hit) G_GNUC_WARN_UNUSED_RESULT;
char        *cor_knowledge_hit_dup_spoken (CorKnowledgeHit *hit) G_GNUC_WARN_UNUSED_RESULT;
char        *cor_knowledge_suggestions_dup_title (CorSuggestions *suggestions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
