/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-attention.h"
#include "cor-store.h"

G_BEGIN_DECLS

/*
 * CorSyncEngine: keeps every account of a profile as it is at its service, and sends what is
 * queued. Only the process that holds PROFILE/sync.lock works; the others wait for the lock. How it
 * goes is told in the store (CorAccountData), so that every process shows it.
 */
#define COR_TYPE_SYNC_ENGINE (cor_sync_engine_get_type ())
G_DECLARE_FINAL_TYPE (CorSyncEngine, cor_sync_engine, COR, SYNC_ENGINE, GObject)

CorSyncEngine *cor_sync_engine_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* Starts now, or when the lock becomes free. */
void cor_sync_engine_start (CorSyncEngine *self);

/* Lets go of connections and the lock; what is on its way becomes uncertain. */
void cor_sync_engine_stop (CorSyncEngine *self);

/* Whether this process holds the lock. */
gboolean cor_sync_engine_is_running (CorSyncEngine *self);

/* Tries every account again now, in whichever process the engine runs. */
void cor_sync_engine_try_now (CorSyncEngine *self);

/* The conversation on the screen: its messages are refreshed first, in whichever process the engine runs. 0: none. */
void cor_sync_engine_set_focus (CorSyncEngine *self, gint64 conversation);

/* The agent types in the open conversation: for every key; COR_WRITING_NOTHING when she has sent it or left. The
 * service is told by whichever process runs the engine. */
void cor_sync_engine_set_writing (CorSyncEngine *self, CorWriting writing);

/* One complete pass over every account, and the outbox as far as it goes without waiting for an
 * undo or a check. Fails with COR_SERVICE_ERROR of the first account that failed, or G_IO_ERROR_BUSY
 * when another process holds the lock. */
void     cor_sync_engine_run_once_async (CorSyncEngine *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_sync_engine_run_once_finish (CorSyncEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
