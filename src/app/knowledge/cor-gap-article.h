/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-editor.h"
#include "cor-store-gaps.h"

G_BEGIN_DECLS

/* The article that a question without an answer becomes. */

CorArticleData *cor_gap_article_new (const CorGapStory *story, guint *n_masked) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget      *cor_gap_article_edit (const CorGapStory *story, CorSession *session, GtkWindow *parent);

G_END_DECLS
