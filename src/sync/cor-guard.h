/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-store-intents.h"
#include "cor-sync-settings.h"

G_BEGIN_DECLS

typedef enum
{
  COR_GUARD_GO,
  COR_GUARD_HOLD,    /* the agent has to look; see reason */
  COR_GUARD_RESTART, /* the customer wrote on: the countdown begins again, once */
  COR_GUARD_ARRIVED, /* the reply is there already; see arrived */
} CorGuardVerdict;

/* What is looked at before a reply goes (chatwoot.md §15, "before sending from the queue"). */
typedef struct
{
  const CorIntentData         *intent;
  const CorConversationRecord *conversation; /* fresh */
  GPtrArray                   *messages;     /* CorMessageRecord: after the intent's floor, fresh */
  GHashTable                  *own_uuids;    /* set: what this profile sent itself */
  const char                  *agent_id;
  const CorSyncSettings       *settings;
  gint64                       now;
} CorGuardInput;

typedef struct
{
  CorGuardVerdict   verdict;
  CorHoldReason     reason;
  CorMessageRecord *arrived; /* borrowed from the input */
  gint64            floor;   /* the largest ordinal looked at */
} CorGuard;

CorGuard cor_guard_check (const CorGuardInput *input);

G_END_DECLS
