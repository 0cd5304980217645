/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-message-translation.h"
#include "cor-session.h"
#include "cor-store-timeline.h"

G_BEGIN_DECLS

#define COR_TYPE_BUBBLE (cor_bubble_get_type ())
G_DECLARE_FINAL_TYPE (CorBubble, cor_bubble, COR, BUBBLE, GtkWidget)

GtkWidget  *cor_bubble_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_bubble_set_entry (CorBubble *self, CorSession *session, gint64 open_conversation, CorTimelineEntry *entry);
const char *cor_bubble_get_text (CorBubble *self);
const char *cor_bubble_get_foot (CorBubble *self);

G_END_DECLS
