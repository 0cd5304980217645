/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-thread.h"

G_BEGIN_DECLS

typedef struct _CorThreadRows CorThreadRows;

/* Asked for the ids (gint64) worth loading together with row @hint; appends to @ids. */
typedef void (*CorThreadRowsAround) (guint hint, GArray *ids, gpointer owner);

CorThreadRows *cor_thread_rows_new (CorStore *store, CorThreadRowsAround around, gpointer owner) G_GNUC_WARN_UNUSED_RESULT;
void           cor_thread_rows_free (CorThreadRows *self);
CorThread     *cor_thread_rows_ref_thread (CorThreadRows *self, gint64 id, guint hint) G_GNUC_WARN_UNUSED_RESULT;
void           cor_thread_rows_follow (CorThreadRows *self, const CorStoreChanges *changes);
void           cor_thread_rows_set_search (CorThreadRows *self, const char *search);
guint          cor_thread_rows_get_n_loads (CorThreadRows *self);
guint          cor_thread_rows_get_n_cached (CorThreadRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorThreadRows, cor_thread_rows_free)

G_END_DECLS
