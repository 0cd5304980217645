/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-search-index.h"
#include "cor-store.h"

G_BEGIN_DECLS

guint           cor_search_catch_up (CorDb *db, CorSearchIndex *index, guint most);
gboolean        cor_search_renew (CorDb *db, gint64 *reached);
CorSearchIndex *cor_search_index_of_store (CorStore *store);

G_END_DECLS
