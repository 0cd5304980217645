/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-timeline-item.h"

G_BEGIN_DECLS

#define COR_TYPE_TIMELINE_ROW (cor_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (CorTimelineRow, cor_timeline_row, COR, TIMELINE_ROW, GtkWidget)

GtkWidget       *cor_timeline_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             cor_timeline_row_set_mark_text (CorTimelineRow *self, const char *text);
void             cor_timeline_row_set_offline (CorTimelineRow *self, gboolean is_offline);
void             cor_timeline_row_set_item (CorTimelineRow *self, CorSession *session, gint64 open_conversation, CorTimelineItem *item);
CorTimelineItem *cor_timeline_row_get_item (CorTimelineRow *self);
const char      *cor_timeline_row_get_text (CorTimelineRow *self);
char            *cor_timeline_row_dup_spoken (CorTimelineRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
