/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-marker.h"
#include "cor-search-query.h"

G_BEGIN_DECLS

CorMarker *cor_search_marks_new (CorSearchIndex *index, const CorSearchQuery *query, const char *text, gboolean is_typing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
