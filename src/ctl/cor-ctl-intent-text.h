/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-intent.h"

G_BEGIN_DECLS

/* Where something that was asked for stands, in the words of chatwoot.md §15. */

char       *cor_ctl_intent_dup_sentence (CorIntentState state, CorHoldReason hold, const char *detail) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_ctl_intent_get_kind_text (CorIntentKind kind);

G_END_DECLS
