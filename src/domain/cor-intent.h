/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the agent asked for. The names are stored. */
typedef enum
{
  COR_INTENT_REPLY,  /* a message to the customer */
  COR_INTENT_NOTE,   /* a private note */
  COR_INTENT_STATUS, /* open, snooze, resolve */
  COR_INTENT_ASSIGN,
  COR_INTENT_PRIORITY,
  COR_INTENT_LABELS,    /* add and remove, never "set" */
  COR_INTENT_SEEN,      /* the agent has read it */
  COR_INTENT_PROCEDURE, /* what she did of procedures, step by step: merged, never "set" */
  COR_INTENT_PAYMENT,   /* which payments it is about, and who was verified: likewise */
} CorIntentKind;

/* Where it stands; the names are stored. design.md calls the contract's "accepted" done and its
 * "rejected" failed. */
typedef enum
{
  COR_INTENT_QUEUED,
  COR_INTENT_SCHEDULED, /* shall leave at a time that the agent chose */
  COR_INTENT_SENDING,   /* on disk before the first byte leaves */
  COR_INTENT_UNCERTAIN, /* it may have arrived */
  COR_INTENT_HELD,      /* needs the agent */
  COR_INTENT_DONE,
  COR_INTENT_FAILED,
  COR_INTENT_CANCELLED, /* taken back or discarded before it left */
} CorIntentState;

/* Why a reply, or with CONFLICT a change of state, waits for the agent; the names are stored. */
typedef enum
{
  COR_HOLD_NONE,
  COR_HOLD_COLLEAGUE_REPLIED,
  COR_HOLD_CUSTOMER_WROTE,
  COR_HOLD_REASSIGNED,
  COR_HOLD_RESOLVED,
  COR_HOLD_WINDOW_CLOSED, /* the channel takes no free reply now */
  COR_HOLD_STALE,         /* waited offline too long */
  COR_HOLD_TIME_BOUND,    /* waited offline and states a date, an estimate or a rate */
  COR_HOLD_DELETED,       /* the server's only trace may be a deleted message: chatwoot.md §15 */
  COR_HOLD_CONFLICT,      /* the value changed on the server since the agent saw it */
  COR_HOLD_COMPLIANCE,    /* with compliance since it was written, and no approved text */
  COR_HOLD_GONE,          /* uncertain, and its conversation can no longer be read: only the agent can settle it */
} CorHoldReason;

const char   *cor_intent_kind_to_string (CorIntentKind kind);
gboolean      cor_intent_kind_from_string (const char    *name,
                                           CorIntentKind *kind);
const char   *cor_intent_state_to_string (CorIntentState state);
gboolean      cor_intent_state_from_string (const char     *name,
                                            CorIntentState *state);
const char   *cor_hold_reason_to_string (CorHoldReason reason);
CorHoldReason cor_hold_reason_from_string (const char *name);
gboolean      cor_intent_state_is_final (CorIntentState state);

G_END_DECLS
