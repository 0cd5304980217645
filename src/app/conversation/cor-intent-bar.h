/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-store-timeline.h"

G_BEGIN_DECLS

#define COR_TYPE_INTENT_BAR (cor_intent_bar_get_type ())
G_DECLARE_FINAL_TYPE (CorIntentBar, cor_intent_bar, COR, INTENT_BAR, GtkWidget)

GtkWidget  *cor_intent_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_intent_bar_set_entry (CorIntentBar *self, CorSession *session, CorTimelineEntry *entry);
const char *cor_intent_bar_get_text (CorIntentBar *self);

G_END_DECLS
