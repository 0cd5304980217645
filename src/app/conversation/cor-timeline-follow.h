/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-timeline.h"

G_BEGIN_DECLS

#define COR_TYPE_TIMELINE_FOLLOW (cor_timeline_follow_get_type ())
G_DECLARE_FINAL_TYPE (CorTimelineFollow, cor_timeline_follow, COR, TIMELINE_FOLLOW, GObject)

CorTimelineFollow *cor_timeline_follow_new (GtkScrolledWindow *scrolled, GtkListView *list) G_GNUC_WARN_UNUSED_RESULT;
void               cor_timeline_follow_set_timeline (CorTimelineFollow *self, CorTimeline *timeline);
void               cor_timeline_follow_begin (CorTimelineFollow *self);
gboolean           cor_timeline_follow_is_following (CorTimelineFollow *self);
guint              cor_timeline_follow_get_n_new (CorTimelineFollow *self);

G_END_DECLS
