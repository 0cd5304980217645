/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-accounts.h"
#include "cor-store-attention.h"

G_BEGIN_DECLS

/*
 * CorAccountSync: one account kept up to date. It signs in, listens, passes, sends, and comes back
 * after the connection was lost; how it stands is told in the store.
 */
#define COR_TYPE_ACCOUNT_SYNC (cor_account_sync_get_type ())
G_DECLARE_FINAL_TYPE (CorAccountSync, cor_account_sync, COR, ACCOUNT_SYNC, GObject)

CorAccountSync *cor_account_sync_new (CorStore *store, CorAccountData *account) G_GNUC_WARN_UNUSED_RESULT;
gint64          cor_account_sync_get_id (CorAccountSync *self);
void            cor_account_sync_start (CorAccountSync *self);
void            cor_account_sync_stop (CorAccountSync *self);
void            cor_account_sync_wake (CorAccountSync *self);
void            cor_account_sync_try_now (CorAccountSync *self);
void            cor_account_sync_reload_settings (CorAccountSync *self);
void            cor_account_sync_set_focus (CorAccountSync *self, gint64 conversation);
void            cor_account_sync_set_writing (CorAccountSync *self, const char *conversation_id, CorWriting writing);

/* Signs in, sends what can be sent without waiting, makes one complete pass, and stops. */
void     cor_account_sync_run_once_async (CorAccountSync *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_account_sync_run_once_finish (CorAccountSync *self, GAsyncResult *result, GError **error);

G_END_DECLS
