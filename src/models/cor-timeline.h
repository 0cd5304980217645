/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-object-list.h"
#include "cor-timeline-item.h"

G_BEGIN_DECLS

#define COR_TYPE_TIMELINE (cor_timeline_get_type ())
G_DECLARE_FINAL_TYPE (CorTimeline, cor_timeline, COR, TIMELINE, CorObjectList)

CorTimeline *cor_timeline_new (CorStore *store, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
void         cor_timeline_open (CorTimeline *self, gint64 conversation, gboolean merged, guint n_unread);
void         cor_timeline_set_mark_at (CorTimeline *self, gint64 at);
void         cor_timeline_set_hides_waiting (CorTimeline *self, gboolean hides_waiting);
void         cor_timeline_clear_mark (CorTimeline *self);
void         cor_timeline_take_page (CorTimeline *self, CorTimelinePage *page);
void         cor_timeline_load_older (CorTimeline *self);
gint64       cor_timeline_get_conversation (CorTimeline *self);
gboolean     cor_timeline_is_loaded (CorTimeline *self);
gboolean     cor_timeline_has_older (CorTimeline *self);

G_END_DECLS
