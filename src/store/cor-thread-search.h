/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-excerpt.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* The conversations in which somebody said what a list is searched for; for cor-store-threads.c. */
typedef struct _CorThreadSearch CorThreadSearch;

/* The last one of a store, for all its readers. */
typedef struct _CorThreadSearchMemo CorThreadSearchMemo;

CorThreadSearchMemo *cor_thread_search_memo_ref_of_store (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                 cor_thread_search_memo_unref (CorThreadSearchMemo *self);

CorThreadSearch *cor_thread_search_ref_for (CorDb *db, CorThreadSearchMemo *memo, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void             cor_thread_search_unref (CorThreadSearch *self);
gboolean         cor_thread_search_has (const CorThreadSearch *self, gint64 conversation);
GList           *cor_thread_search_list (const CorThreadSearch *self) G_GNUC_WARN_UNUSED_RESULT;
CorExcerpt      *cor_thread_search_dup_excerpt (const CorThreadSearch *self, CorDb *db, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorThreadSearch, cor_thread_search_unref)

G_END_DECLS
