/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  COR_TIMELINE_MESSAGE,
  COR_TIMELINE_DAY,     /* the messages below are of that day */
  COR_TIMELINE_MARK,    /* what is below came after a moment that the owner of the timeline chose */
  COR_TIMELINE_LOADING, /* older messages are on their way */
} CorTimelineItemKind;

#define COR_TYPE_TIMELINE_ITEM (cor_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (CorTimelineItem, cor_timeline_item, COR, TIMELINE_ITEM, GObject)

CorTimelineItem    *cor_timeline_item_new (CorTimelineItemKind kind, gint64 at) G_GNUC_WARN_UNUSED_RESULT;
CorTimelineItem    *cor_timeline_item_new_message (CorTimelineEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
CorTimelineItemKind cor_timeline_item_get_kind (CorTimelineItem *self);
gint64              cor_timeline_item_get_at (CorTimelineItem *self);
CorTimelineEntry   *cor_timeline_item_get_entry (CorTimelineItem *self);
gboolean            cor_timeline_item_take_entry (CorTimelineItem *self, CorTimelineEntry *entry);

G_END_DECLS
