/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

#include "cor-object-list.h"
#include "cor-store.h"
#include "cor-view-item.h"

G_BEGIN_DECLS

#define COR_TYPE_VIEW_LIST (cor_view_list_get_type ())
G_DECLARE_FINAL_TYPE (CorViewList, cor_view_list, COR, VIEW_LIST, CorObjectList)

CorViewList *cor_view_list_new (CorStore *store, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
void         cor_view_list_set_now (CorViewList *self, gint64 now);
CorViewItem *cor_view_list_get_by_key (CorViewList *self, const char *key);

G_END_DECLS
