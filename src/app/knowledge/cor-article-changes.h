/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-text-diff.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_ARTICLE_CHANGES (cor_article_changes_get_type ())
G_DECLARE_FINAL_TYPE (CorArticleChanges, cor_article_changes, COR, ARTICLE_CHANGES, GtkWidget)

void cor_article_changes_set (CorArticleChanges *self, const char *heading, CorDocument *before, CorDocument *after, GArray *changes);

G_END_DECLS
