/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-article-data.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_EDITOR (cor_article_editor_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleEditor, cor_article_editor, COR, ARTICLE_EDITOR, AdwWindow)

GtkWidget *cor_article_editor_new (CorSession *session, GtkWindow *parent, const CorArticleData *article) G_GNUC_WARN_UNUSED_RESULT;
void       cor_article_editor_set_hint (CorArticleEditor *self, const char *hint);

G_END_DECLS
