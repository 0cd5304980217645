/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What of an article is in JSON: the members of an open object. */
void cor_ctl_article_add_json (JsonBuilder *builder, const CorArticleData *article);

G_END_DECLS
