/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-message-record.h"
#include "cor-store-intents.h"

G_BEGIN_DECLS

/* The steps of an intent as the sync engine takes them. Every one is on disk when it returns. */

/* Of each conversation of the account the oldest intent that is not final: GPtrArray of CorIntentData. */
void       cor_store_list_heads_async (CorStore *store, gint64 account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_heads_finish (CorStore *store, GAsyncResult *result, GError **error);

typedef enum
{
  COR_STEP_SEND,      /* queued → sending; CONFLICT if the agent was faster, REFUSED if compliance holds it, or @is_held */
  COR_STEP_ACCEPT,    /* → done; @message may be NULL */
  COR_STEP_REJECT,    /* → failed, with @detail */
  COR_STEP_REQUEUE,   /* sending → queued, not before @at; nothing can have arrived. @detail, @from_offline */
  COR_STEP_UNCERTAIN, /* sending → uncertain, from @at_ms; @is_doubted: refused with @detail */
  COR_STEP_MISSED,    /* uncertain: looked for in vain once more, after @checks times */
  COR_STEP_UNSEEN,    /* uncertain: nobody could look, for @hold if for good; again not before @at */
  COR_STEP_RESEND,    /* uncertain → queued, after @checks times: it cannot arrive any more */
  COR_STEP_HOLD,      /* queued, uncertain → held, for @hold */
  COR_STEP_RESTART,   /* queued: the undo countdown begins again, to @at; @floor was seen */
} CorIntentStep;

typedef struct
{
  gint64            intent;
  CorIntentStep     step;
  CorMessageRecord *message; /* borrowed */
  const char       *detail;
  CorHoldReason     hold;
  gint64            at, at_ms, floor;
  guint             checks; /* as the step was decided on; CONFLICT if it was looked for since */
  gboolean          from_offline, is_doubted, is_held;
} CorIntentMove;

void     cor_store_move_intent_async (CorStore *store, const CorIntentMove *move, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_move_intent_finish (CorStore *store, GAsyncResult *result, GError **error);

/* At the start of an engine: what was being sent when the last one was killed may have arrived. */
void     cor_store_recover_intents_async (CorStore *store, gint64 account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_recover_intents_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Which of the messages of the uuids are known to be ours: a conversation's own replies after @floor. */
void        cor_store_list_own_uuids_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *cor_store_list_own_uuids_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
