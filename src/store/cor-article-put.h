/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"
#include "cor-db.h"

G_BEGIN_DECLS

gint64 cor_article_put (CorDb *db, const CorArticleData *article);

G_END_DECLS
