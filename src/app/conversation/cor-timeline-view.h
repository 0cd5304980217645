/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-timeline.h"

G_BEGIN_DECLS

#define COR_TYPE_TIMELINE_VIEW (cor_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (CorTimelineView, cor_timeline_view, COR, TIMELINE_VIEW, GtkWidget)

GtkWidget *cor_timeline_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_timeline_view_set_timeline (CorTimelineView *self, CorSession *session, CorTimeline *timeline);
void       cor_timeline_view_set_mark_text (CorTimelineView *self, const char *text);
void       cor_timeline_view_set_account (CorTimelineView *self, gint64 account);
void       cor_timeline_view_set_opening (CorTimelineView *self, gboolean is_opening);
void       cor_timeline_view_go_to_end (CorTimelineView *self);
gboolean   cor_timeline_view_is_at_end (CorTimelineView *self);

G_END_DECLS
