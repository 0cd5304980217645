/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib-object.h>

#include "cor-hue.h"
#include "cor-view.h"

G_BEGIN_DECLS

typedef enum
{
  COR_SECTION_VIEWS,
  COR_SECTION_CHANNELS,
  COR_SECTION_LABELS,
  COR_SECTION_PAGES, /* at the foot, not in the list of views */
} CorViewSection;

#define COR_TYPE_VIEW_ITEM (cor_view_item_get_type ())
G_DECLARE_FINAL_TYPE (CorViewItem, cor_view_item, COR, VIEW_ITEM, GObject)

CorViewItem   *cor_view_item_new (CorViewSection section, const CorView *view, const char *page, CorHue hue) G_GNUC_WARN_UNUSED_RESULT;
CorViewSection cor_view_item_get_section (CorViewItem *self);
const CorView *cor_view_item_get_view (CorViewItem *self);
const char    *cor_view_item_get_page (CorViewItem *self);
CorHue         cor_view_item_get_hue (CorViewItem *self);
const char    *cor_view_item_get_key (CorViewItem *self);
guint          cor_view_item_get_count (CorViewItem *self);
guint          cor_view_item_get_unread (CorViewItem *self);
void           cor_view_item_set_counts (CorViewItem *self, guint count, guint unread);

G_END_DECLS
