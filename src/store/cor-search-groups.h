/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-search-rank.h"
#include "cor-store.h"

G_BEGIN_DECLS

void cor_search_groups_collapse (CorDb             *db,
                                 GArray            *ranked,
                                 const char *const *wanted,
                                 guint              limit);

G_END_DECLS
