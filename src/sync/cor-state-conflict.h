/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-store-intents.h"

G_BEGIN_DECLS

gboolean cor_state_conflict_may_be (const CorIntentData *intent, gint64 now);
char    *cor_state_conflict_find (const CorIntentData *intent, const CorConversationRecord *conversation, const char *agent_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
