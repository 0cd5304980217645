/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-search-rank.h"

G_BEGIN_DECLS

/* What speaks for an article besides its words: it helped before, and somebody looked at it not long ago. */

double cor_search_votes_get (CorDb *db, gint64 article, gint64 now);
double cor_search_votes_weigh (guint n_resolved, gint64 age);
void   cor_search_votes_apply (CorDb *db, GArray *ranked, gint64 now);

G_END_DECLS
