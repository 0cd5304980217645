/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-view-item.h"
#include "cor-view.h"

G_BEGIN_DECLS

/* How a view is shown to people. */

const char *cor_view_get_title (const CorView *view);
const char *cor_view_get_icon_name (const CorView *view);
const char *cor_view_get_empty_text (const CorView *view);
const char *cor_view_item_get_title (CorViewItem *item);
const char *cor_view_item_get_icon_name (CorViewItem *item);
char       *cor_view_item_dup_counts_text (CorViewItem *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
