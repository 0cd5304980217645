/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-excerpt.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* The conversations in which somebody said what a list is searched for; for cor-store-threads.c. */
typedef struct _CorThreadSearch CorThreadSearch;

CorThreadSearch *cor_thread_search_new (CorDb *db, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void             cor_thread_search_free (CorThreadSearch *self);
gboolean         cor_thread_search_has (const CorThreadSearch *self, gint64 conversation);
GList           *cor_thread_search_list (const CorThreadSearch *self) G_GNUC_WARN_UNUSED_RESULT;
CorExcerpt      *cor_thread_search_dup_excerpt (const CorThreadSearch *self, CorDb *db, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorThreadSearch, cor_thread_search_free)

G_END_DECLS
