/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-intents.h"

G_BEGIN_DECLS

/* The words for a change of a conversation's state, and for what a colleague made of it meanwhile. */

char *cor_change_text_dup_wish (const CorIntentData *intent) G_GNUC_WARN_UNUSED_RESULT;
char *cor_change_text_dup_found (const CorIntentData *intent, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
