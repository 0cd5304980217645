/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-hue.h"
#include "cor-store-intents.h"

G_BEGIN_DECLS

/* The words for what the agent asked for and what became of it; nowhere else. */

const char *cor_intent_text_get_kind (CorIntentKind kind);
const char *cor_intent_text_get_state (CorIntentState state);
CorHue      cor_intent_text_get_hue (CorIntentState state);
const char *cor_intent_text_get_icon_name (CorIntentState state);
const char *cor_intent_text_get_headline (CorIntentState state, CorHoldReason hold);
const char *cor_intent_text_get_reason (CorHoldReason reason);
char       *cor_intent_text_dup_queued (gint64 not_before, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_intent_text_dup_scheduled (gint64 at, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_intent_text_add_then (const char *line, gboolean has_then, CorIntentState state, CorStatus status) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_intent_text_dup_line (CorIntentState state, CorHoldReason hold, const char *detail, gint64 not_before, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_intent_text_dup_outlook (const CorIntentData *intent, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
