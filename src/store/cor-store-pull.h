/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-desk-records.h"
#include "cor-store-accounts.h"

G_BEGIN_DECLS

/* What the sync engine writes: all of it may be written twice without a difference. */

void cor_store_put_lists_async (CorStore *store, gint64 account, GPtrArray *inboxes, GPtrArray *agents, GPtrArray *teams, GPtrArray *labels, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Conversations as a page or a push told them; unknown fields are left as they are. */
void cor_store_put_conversations_async (CorStore *store, gint64 account, GPtrArray *conversations, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Messages of one conversation. @read_from, @read_to: history is here without a gap between these
 * ordinals now; -1: that did not change, as with a push. @want_more: history before @read_from is still
 * to be read. A conversation not known here is left out. */
void cor_store_put_messages_async (CorStore *store, gint64 account, const char *conversation_id, GPtrArray *messages, gint64 read_from, gint64 read_to, gboolean want_more, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

void cor_store_put_customer_async (CorStore *store, gint64 account, CorCustomerRecord *customer, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Gone on the server, or no longer for this agent: its data leave this computer, unsent words stay. */
void cor_store_drop_conversation_async (CorStore *store, gint64 account, const char *conversation_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Of the unresolved conversations here, those whose remote id is not in @seen (a set): GPtrArray of char*. */
void       cor_store_list_unseen_async (CorStore *store, gint64 account, GHashTable *seen, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_unseen_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Removes what is older than what the account keeps. */
void cor_store_prune_async (CorStore *store, gint64 account, gint64 before, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

gboolean cor_store_pull_finish (CorStore *store, GAsyncResult *result, GError **error);

/* A conversation whose messages are still to be read. */
typedef struct
{
  gint64   id;
  char    *remote_id;
  gint64   synced_from, synced_to, newest_ordinal;
  gboolean history_wanted;
} CorPullWork;

void cor_pull_work_free (CorPullWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPullWork, cor_pull_work_free)

/* The newest @limit of them, @first before all: GPtrArray of CorPullWork. */
void       cor_store_list_pull_work_async (CorStore *store, gint64 account, gint64 first, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_pull_work_finish (CorStore *store, GAsyncResult *result, GError **error);

/* How far the engine has read, in its own words. */
void        cor_store_load_marks_async (CorStore *store, gint64 account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *cor_store_load_marks_finish (CorStore *store, GAsyncResult *result, GError **error);
void        cor_store_put_mark_async (CorStore *store, gint64 account, const char *key, const char *value, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Asks the engine, in whichever process it runs, for a pass now. */
void cor_store_ask_pull_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* How it goes, for people: sync, next_try_at, last_pass_at, done, total, error_code, error_text of @status. */
void cor_store_put_sync_status_async (CorStore *store, const CorAccountData *status, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
