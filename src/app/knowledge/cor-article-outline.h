/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A heading of an article, for a list of them. Constant. */

#define COR_TYPE_ARTICLE_OUTLINE (cor_article_outline_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleOutline, cor_article_outline, COR, ARTICLE_OUTLINE, GObject)

CorArticleOutline *cor_article_outline_new (const char *id, const char *title, guint level) G_GNUC_WARN_UNUSED_RESULT;
const char        *cor_article_outline_get_id (CorArticleOutline *self);
const char        *cor_article_outline_get_title (CorArticleOutline *self);
guint              cor_article_outline_get_level (CorArticleOutline *self);

G_END_DECLS
