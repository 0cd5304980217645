/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

#include "cor-store.h"
#include "cor-thread.h"
#include "cor-view.h"

G_BEGIN_DECLS

#define COR_TYPE_THREAD_LIST (cor_thread_list_get_type ())
G_DECLARE_FINAL_TYPE (CorThreadList, cor_thread_list, COR, THREAD_LIST, GObject)

CorThreadList *cor_thread_list_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void           cor_thread_list_set_view (CorThreadList *self, const CorView *view);
const CorView *cor_thread_list_get_view (CorThreadList *self);
gboolean       cor_thread_list_is_loading (CorThreadList *self);
const GError  *cor_thread_list_get_error (CorThreadList *self);
gint64         cor_thread_list_get_id (CorThreadList *self, guint position);
gboolean       cor_thread_list_find (CorThreadList *self, gint64 id, guint *position);
guint          cor_thread_list_get_n_page_loads (CorThreadList *self);
guint          cor_thread_list_get_n_cached (CorThreadList *self);

G_END_DECLS
