/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-article-data.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* Putting an article, or its public link, into the reply. */

const char *cor_knowledge_get_insert_obstacle (const CorArticleData *article);
const char *cor_knowledge_get_link_obstacle (const CorArticleData *article);
char       *cor_knowledge_dup_opening (const CorArticleData *article) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cor_knowledge_insert (GtkWidget *from, const CorArticleData *article, const char *text);
gboolean    cor_knowledge_insert_link (GtkWidget *from, const CorArticleData *article);
void        cor_knowledge_mark_used (CorStore *store, gint64 article);

G_END_DECLS
