/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-accounts.h"

#include "cor-db.h"
#include "cor-store-pull.h"

static void
account_data_clear (gpointer data)
{
  CorAccountData *self = data;

  g_free (self->kind);
  g_free (self->origin);
  g_free (self->remote_id);
  g_free (self->name);
  g_free (self->agent_id);
  g_free (self->agent_name);
  g_free (self->agent_email);
  g_free (self->ca_file);
  g_free (self->error_text);
}

CorAccountData *
cor_account_data_ref (CorAccountData *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_account_data_unref (CorAccountData *self)
{
  g_atomic_rc_box_release_full (self, account_data_clear);
}

/**
 * cor_account_data_new:
 *
 * Returns: (transfer full): an account without a name, to be filled by its maker
 */
CorAccountData *
cor_account_data_new (void)
{
  CorAccountData *self = g_atomic_rc_box_new0 (CorAccountData);

  self->sync = COR_SYNC_OFF;
  self->error_code = -1;
  return self;
}

static CorAccountData *
account_copy (const CorAccountData *account)
{
  CorAccountData *copy = cor_account_data_new ();

  *copy = *account;
  copy->kind = g_strdup (account->kind);
  copy->origin = g_strdup (account->origin);
  copy->remote_id = g_strdup (account->remote_id);
  copy->name = g_strdup (account->name);
  copy->agent_id = g_strdup (account->agent_id);
  copy->agent_name = g_strdup (account->agent_name);
  copy->agent_email = g_strdup (account->agent_email);
  copy->ca_file = g_strdup (account->ca_file);
  copy->error_text = g_strdup (account->error_text);
  return copy;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  GPtrArray    *accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_account_data_unref);
  sqlite3_stmt *row = cor_db_query (db, "account-list", "");

  while (cor_db_next (db, row))
    {
      CorAccountData *account = cor_account_data_new ();

      account->id = cor_column_int (row, 0);
      account->kind = cor_column_dup (row, 1);
      account->origin = cor_column_dup (row, 2);
      account->remote_id = cor_column_dup (row, 3);
      account->name = cor_column_dup (row, 4);
      account->agent_id = cor_column_dup (row, 5);
      account->agent_name = cor_column_dup (row, 6);
      account->agent_email = cor_column_dup (row, 7);
      account->ca_file = cor_column_dup (row, 8);
      account->sync = (CorSyncState) cor_column_int (row, 9);
      account->sync_since = cor_column_int (row, 10);
      account->next_try_at = cor_column_int (row, 11);
      account->last_pass_at = cor_column_int (row, 12);
      account->done = (guint) cor_column_int (row, 13);
      account->total = (guint) cor_column_int (row, 14);
      account->error_code = (int) cor_column_int (row, 15);
      account->error_text = cor_column_dup (row, 16);
      g_ptr_array_add (accounts, account);
    }
  return accounts;
}

void
cor_store_list_accounts_async (CorStore           *store,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_accounts_finish:
 *
 * Returns: (transfer full) (element-type CorAccountData): all accounts, in the order they were added
 */
GPtrArray *
cor_store_list_accounts_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  CorAccountData *account = data;
  gint64          id;

  cor_db_run (db, "account-put", "ssssssss", account->kind, account->origin, account->remote_id, account->name, account->agent_id,
              account->agent_name, account->agent_email, account->ca_file);
  id = cor_db_get_int (db, "account-find", "ss", account->origin, account->remote_id);
  cor_db_touch_topics (db, COR_TOPIC_ACCOUNTS | COR_TOPIC_WORK);
  return g_memdup2 (&id, sizeof id);
}

void
cor_store_put_account_async (CorStore             *store,
                             const CorAccountData *account,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, put_job, account_copy (account), (GDestroyNotify) cor_account_data_unref, g_free, cancellable,
                       callback, user_data);
}

gint64
cor_store_put_account_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  g_autofree gint64 *id = cor_store_run_finish (store, result, error);

  return id != NULL ? *id : 0;
}

static gpointer
remove_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  gint64        account = *(gint64 *) data;
  sqlite3_stmt *row = cor_db_query (db, "conversation-of-account", "l", account);

  while (cor_db_next (db, row))
    cor_db_touch_thread (db, cor_column_int (row, 0));
  cor_db_run (db, "draft-remove-of-account", "l", account);
  cor_db_run (db, "account-remove", "l", account);
  /* its words leave the index too */
  cor_db_run (db, "words-forget", "");
  cor_db_touch_topics (db, COR_TOPIC_ACCOUNTS | COR_TOPIC_LISTS | COR_TOPIC_OUTBOX | COR_TOPIC_DRAFTS | COR_TOPIC_CUSTOMERS | COR_TOPIC_WORK);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_remove_account_async:
 * @account: local id
 *
 * Removes the account and everything of it from this computer, unsent words included.
 */
void
cor_store_remove_account_async (CorStore           *store,
                                gint64              account,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, remove_job, g_memdup2 (&account, sizeof account), g_free, NULL, cancellable, callback,
                       user_data);
}

gboolean
cor_store_remove_account_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
put_status_job (CorDb   *db,
                gpointer data,
                GError **error)
{
  CorAccountData *status = data;

  cor_db_run (db, "account-put-status", "iilliiisl", (int) status->sync, (int) status->sync, status->next_try_at, status->last_pass_at,
              (int) status->done, (int) status->total, status->error_code, status->error_text, status->id);
  cor_db_touch_topics (db, COR_TOPIC_ACCOUNTS);
  return GINT_TO_POINTER (TRUE);
}

void
cor_store_put_sync_status_async (CorStore             *store,
                                 const CorAccountData *status,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, put_status_job, account_copy (status), (GDestroyNotify) cor_account_data_unref, NULL,
                       cancellable, callback, user_data);
}
