/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* How synchronisation of an account stands; told by whichever process runs it. */
typedef enum
{
  COR_SYNC_IDLE, /* everything asked for is here */
  COR_SYNC_CONNECTING,
  COR_SYNC_LOADING, /* see done and total */
  COR_SYNC_OFFLINE, /* see next_try_at */
  COR_SYNC_STOPPED, /* needs the agent: see error_code */
  COR_SYNC_OFF,     /* no process runs it */
} CorSyncState;

typedef struct
{
  gint64       id; /* local */
  char        *kind;
  char        *origin;    /* https://host[:port] */
  char        *remote_id; /* of the account at the service */
  char        *name;
  char        *agent_id, *agent_name, *agent_email;
  char        *ca_file; /* nullable: PEM of a private authority */
  CorSyncState sync;
  gint64       sync_since;   /* when it came into that state */
  gint64       next_try_at;  /* offline: when it tries again */
  gint64       last_pass_at; /* when everything was last known to be here; 0 never */
  guint        done, total;
  int          error_code; /* of COR_SERVICE_ERROR, -1 none */
  char        *error_text;
} CorAccountData;

CorAccountData *cor_account_data_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorAccountData *cor_account_data_ref (CorAccountData *self);
void            cor_account_data_unref (CorAccountData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorAccountData, cor_account_data_unref)

/* All accounts: GPtrArray of CorAccountData. */
void       cor_store_list_accounts_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_accounts_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Adds it, or updates the one with the same origin and remote id. @account: only kind to ca_file are
 * read. Returns the local id, or 0. */
void   cor_store_put_account_async (CorStore *store, const CorAccountData *account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cor_store_put_account_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Removes the account and everything of it. */
void     cor_store_remove_account_async (CorStore *store, gint64 account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_remove_account_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Settings of an account, by key; texts. Known keys: check-waits ("0,30,120" seconds), history
 * ("90" days or "all"), undo-email, undo-messaging (seconds), translation ("0": its texts do not leave this computer), stale-email, stale-messaging (seconds),
 * poll (seconds), signature, signature-LANGUAGE and desk-signature (cor-store-signature.h), domains ("pay.example,help.pay.example": where links in replies may lead). */
void        cor_store_set_setting_async (CorStore *store, gint64 account, const char *key, const char *value, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    cor_store_set_setting_finish (CorStore *store, GAsyncResult *result, GError **error);
void        cor_store_load_settings_async (CorStore *store, gint64 account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *cor_store_load_settings_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
