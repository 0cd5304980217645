/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-timeline.h"

G_BEGIN_DECLS

/* What the composer and its guard ask of the timeline on screen. */

CorTimelineEntry *cor_timeline_get_newest (CorTimeline *self);
CorTimelineEntry *cor_timeline_get_waiting_reply (CorTimeline *self);
CorTimelineEntry *cor_timeline_get_colleague_after (CorTimeline *self, gint64 at);
CorTimelineEntry *cor_timeline_get_by_intent (CorTimeline *self, gint64 intent);
gint64            cor_timeline_get_window_end (CorTimeline *self);

G_END_DECLS
