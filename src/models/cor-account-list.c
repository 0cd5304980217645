/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-account-list"

#include "config.h"

#include "cor-account-list.h"

#include "cor-later.h"

/*
 * CorAccountList: the accounts of the profile and how their synchronisation stands. A handful: read
 * whole at every change. They are plain constant data, so this is no GListModel.
 *
 * Signal "changed": something is different, or they were read for the first time.
 *
 * Main thread only.
 */
struct _CorAccountList
{
  GObject parent_instance;

  CorStore     *store;    /* owned */
  GPtrArray    *accounts; /* owned: CorAccountData; NULL until read */
  GSource      *later;    /* owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CorAccountList, cor_account_list, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = cor_store_list_accounts_finish (COR_STORE (source), result, &error);
  CorAccountList *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (accounts == NULL)
    {
      g_debug ("accounts are not loaded: %s", error->message);
      return;
    }

  self = user_data;
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = g_steal_pointer (&accounts);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_later (gpointer user_data)
{
  CorAccountList *self = user_data;

  cor_store_list_accounts_async (self->store, self->cancellable, on_listed, self);
  return G_SOURCE_CONTINUE;
}

static void
on_store_changed (CorAccountList *self, const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_ACCOUNTS) != 0)
    cor_later_queue (self->later);
}

static void
cor_account_list_finalize (GObject *object)
{
  CorAccountList *self = COR_ACCOUNT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->later, cor_later_free);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_account_list_parent_class)->finalize (object);
}

static void
cor_account_list_class_init (CorAccountListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_account_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_account_list_init (CorAccountList *self)
{
  self->cancellable = g_cancellable_new ();
  self->later = cor_later_new (on_later, self);
}

/**
 * cor_account_list_new:
 * @store: where the accounts are
 *
 * Returns: (transfer full): a list that will be read in a moment
 */
CorAccountList *
cor_account_list_new (CorStore *store)
{
  CorAccountList *self = NULL;

  g_return_val_if_fail (COR_IS_STORE (store), NULL);

  self = g_object_new (COR_TYPE_ACCOUNT_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  cor_later_queue (self->later);
  return self;
}

/**
 * cor_account_list_is_loaded:
 *
 * Returns: whether they were read: without that, none means nothing
 */
gboolean
cor_account_list_is_loaded (CorAccountList *self)
{
  g_return_val_if_fail (COR_IS_ACCOUNT_LIST (self), FALSE);

  return self->accounts != NULL;
}

/**
 * cor_account_list_get_n:
 *
 * Returns: how many accounts there are
 */
guint
cor_account_list_get_n (CorAccountList *self)
{
  g_return_val_if_fail (COR_IS_ACCOUNT_LIST (self), 0);

  return self->accounts != NULL ? self->accounts->len : 0;
}

/**
 * cor_account_list_get:
 * @i: below cor_account_list_get_n()
 *
 * Returns: (transfer none): an account, good until "changed"
 */
const CorAccountData *
cor_account_list_get (CorAccountList *self, guint i)
{
  g_return_val_if_fail (COR_IS_ACCOUNT_LIST (self), NULL);
  g_return_val_if_fail (i < cor_account_list_get_n (self), NULL);

  return self->accounts->pdata[i];
}

/**
 * cor_account_list_get_by_id:
 * @id: local id
 *
 * Returns: (transfer none) (nullable): that account, good until "changed"
 */
const CorAccountData *
cor_account_list_get_by_id (CorAccountList *self, gint64 id)
{
  for (guint i = 0; i < cor_account_list_get_n (self); i++)
    if (cor_account_list_get (self, i)->id == id)
      return cor_account_list_get (self, i);
  return NULL;
}

/**
 * cor_account_list_get_title:
 * @account: one of the list
 *
 * Returns: (transfer none): its name; its server, where it has none or shares it with another account
 */
const char *
cor_account_list_get_title (CorAccountList *self, const CorAccountData *account)
{
  for (guint i = 0; i < cor_account_list_get_n (self); i++)
    {
      const CorAccountData *other = cor_account_list_get (self, i);

      if (other->id != account->id && g_strcmp0 (other->name, account->name) == 0)
        return account->origin;
    }
  return account->name != NULL && account->name[0] != '\0' ? account->name : account->origin;
}

/**
 * cor_account_list_get_troubled:
 *
 * Returns: (transfer none) (nullable): the account to speak about: one that needs the agent, else one
 *   that is offline
 */
const CorAccountData *
cor_account_list_get_troubled (CorAccountList *self)
{
  const CorAccountData *found = NULL;

  for (guint i = 0; i < cor_account_list_get_n (self); i++)
    {
      const CorAccountData *account = cor_account_list_get (self, i);

      if (account->sync == COR_SYNC_STOPPED)
        return account;
      if (account->sync == COR_SYNC_OFFLINE && found == NULL)
        found = account;
    }
  return found;
}

/**
 * cor_account_list_get_loading:
 *
 * Returns: (transfer none) (nullable): an account of which much is still to come
 */
const CorAccountData *
cor_account_list_get_loading (CorAccountList *self)
{
  for (guint i = 0; i < cor_account_list_get_n (self); i++)
    {
      const CorAccountData *account = cor_account_list_get (self, i);

      if (account->sync == COR_SYNC_LOADING && account->total > account->done)
        return account;
    }
  return NULL;
}
