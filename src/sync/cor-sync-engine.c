/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-sync-engine"

#include "config.h"

#include "cor-sync-engine.h"

#include "cor-account-sync.h"
#include "cor-pack-sync.h"
#include "cor-payment-sync.h"
#include "cor-rate-sync.h"
#include "cor-translation-sync.h"
#include "cor-store-pull.h"
#include "cor-sync-lock.h"

#include <gio/gio.h>

#define LOCK_EVERY_MS 1000

/* That the agent types is written down so often while she does, and holds for so long. */
#define WRITING_EVERY_US (2 * G_TIME_SPAN_SECOND)
#define WRITING_LASTS_MS 6000

struct _CorSyncEngine
{
  GObject parent_instance;

  CorStore          *store;      /* owned */
  CorSyncLock       *lock;       /* owned; NULL: not ours */
  GPtrArray         *background; /* CorBackgroundSync: of what belongs to no account */
  CorBackgroundSync *packs;      /* borrowed: one of them */
  GPtrArray         *accounts;   /* CorAccountSync */
  GNetworkMonitor   *monitor;    /* borrowed: the process's */
  char              *process;    /* owned: names this one among the windows of the profile */
  gint64             focus;      /* of the window that told last */
  gint64             own_focus;  /* of this process's */
  CorWriting         writing;
  gint64             writing_told_us;
  guint              lock_timer;
  gboolean           is_started, is_listing, is_stale;
  gboolean           has_attention; /* something was written down */

  GTask  *once; /* owned */
  guint   n_running;
  GError *first_error;
};

G_DEFINE_FINAL_TYPE (CorSyncEngine, cor_sync_engine, G_TYPE_OBJECT)

static void list_accounts (CorSyncEngine *self);

static CorAccountSync *
find_account (CorSyncEngine *self,
              gint64         id)
{
  for (guint i = 0; i < self->accounts->len; i++)
    if (cor_account_sync_get_id (self->accounts->pdata[i]) == id)
      return self->accounts->pdata[i];
  return NULL;
}

static gboolean
is_listed (GPtrArray *accounts,
           gint64     id)
{
  for (guint i = 0; i < accounts->len; i++)
    if (((CorAccountData *) accounts->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static void
end_once (CorSyncEngine *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->once);

  cor_sync_engine_stop (self);
  if (self->first_error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->first_error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_account_done (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CorSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cor_account_sync_run_once_finish (COR_ACCOUNT_SYNC (source), result, &error) && self->first_error == NULL)
    self->first_error = g_steal_pointer (&error);
  if (--self->n_running == 0 && self->once != NULL)
    end_once (self);
}

/* A pack that cannot be had is told where packs are listed; the desk's own pass is not a failure for it. */
static void
on_packs_done (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CorSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cor_background_sync_run_finish (COR_BACKGROUND_SYNC (source), result, &error))
    g_debug ("Packs: %s", error->message);
  if (--self->n_running == 0 && self->once != NULL && !self->is_listing)
    end_once (self);
}

static void
start_account (CorSyncEngine  *self,
               CorAccountData *account)
{
  CorAccountSync *sync = cor_account_sync_new (self->store, account);

  g_ptr_array_add (self->accounts, sync);
  cor_account_sync_set_focus (sync, self->focus);
  if (self->once == NULL)
    {
      cor_account_sync_start (sync);
      return;
    }
  self->n_running++;
  cor_account_sync_run_once_async (sync, g_task_get_cancellable (self->once), on_account_done, g_object_ref (self));
}

static void
on_accounts (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CorSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = cor_store_list_accounts_finish (COR_STORE (source), result, &error);

  self->is_listing = FALSE;
  if (self->lock == NULL)
    return;
  if (accounts == NULL)
    {
      g_warning ("Cannot read the accounts: %s", error->message);
      accounts = g_ptr_array_new ();
    }

  for (guint i = self->accounts->len; i > 0; i--)
    if (!is_listed (accounts, cor_account_sync_get_id (self->accounts->pdata[i - 1])))
      {
        cor_account_sync_stop (self->accounts->pdata[i - 1]);
        g_ptr_array_remove_index (self->accounts, i - 1);
      }
  for (guint i = 0; i < accounts->len; i++)
    if (find_account (self, ((CorAccountData *) accounts->pdata[i])->id) == NULL)
      start_account (self, accounts->pdata[i]);

  if (self->once != NULL && self->n_running == 0)
    end_once (self);
  else if (self->is_stale)
    list_accounts (self);
}

static void
list_accounts (CorSyncEngine *self)
{
  self->is_stale = self->is_listing;
  if (self->is_listing)
    return;
  self->is_listing = TRUE;
  cor_store_list_accounts_async (self->store, NULL, on_accounts, g_object_ref (self));
}

/* Of an account the window that told last counts. */
static const CorAttention *
find_writing (GPtrArray *list,
              gint64     account)
{
  gint64 now_ms = g_get_real_time () / 1000;

  for (guint i = 0; i < list->len; i++)
    {
      const CorAttention *attention = list->pdata[i];

      if (attention->account == account && attention->writing != COR_WRITING_NOTHING && attention->writing_until_ms > now_ms)
        return attention;
    }
  return NULL;
}

/* Every window of the profile is served alike: what was opened last, in whichever, is read first. */
static void
on_attention (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = cor_store_list_attention_finish (COR_STORE (source), result, &error);

  if (list == NULL)
    g_warning ("Cannot read what is open: %s", error->message);
  if (list == NULL || self->lock == NULL)
    return;
  self->focus = list->len > 0 ? ((CorAttention *) list->pdata[0])->conversation : 0;
  for (guint i = 0; i < self->accounts->len; i++)
    {
      CorAccountSync     *account = self->accounts->pdata[i];
      const CorAttention *writing = find_writing (list, cor_account_sync_get_id (account));

      cor_account_sync_set_focus (account, self->focus);
      cor_account_sync_set_writing (account, writing != NULL ? writing->display_id : NULL,
                                    writing != NULL ? writing->writing : COR_WRITING_NOTHING);
    }
}

static void
read_attention (CorSyncEngine *self)
{
  cor_store_list_attention_async (self->store, NULL, on_attention, g_object_ref (self));
}

static void
write_attention (CorSyncEngine *self)
{
  self->has_attention = TRUE;
  self->writing_told_us = g_get_monotonic_time ();
  cor_store_put_attention_async (self->store, self->process, self->own_focus, self->writing, g_get_real_time () / 1000 + WRITING_LASTS_MS, NULL,
                                 NULL, NULL);
}

static void
wake_background (CorSyncEngine *self)
{
  for (guint i = 0; i < self->background->len; i++)
    cor_background_sync_wake (self->background->pdata[i]);
}

static void
on_store_changed (CorStore        *store,
                  CorStoreChanges *changes,
                  gpointer         user_data)
{
  CorSyncEngine *self = COR_SYNC_ENGINE (user_data);

  if (self->lock == NULL || self->once != NULL)
    return;
  if (changes->reset || (changes->topics & COR_TOPIC_WORK) != 0)
    {
      list_accounts (self);
      wake_background (self);
      for (guint i = 0; i < self->accounts->len; i++)
        cor_account_sync_wake (self->accounts->pdata[i]);
    }
  if ((changes->topics & COR_TOPIC_PULL) != 0)
    cor_sync_engine_try_now (self);
  if (changes->reset || (changes->topics & COR_TOPIC_ATTENTION) != 0)
    read_attention (self);
  if (changes->reset || (changes->topics & COR_TOPIC_SETTINGS) != 0)
    for (guint i = 0; i < self->accounts->len; i++)
      cor_account_sync_reload_settings (self->accounts->pdata[i]);
}

static void
on_network_changed (GNetworkMonitor *monitor,
                    gboolean         is_available,
                    gpointer         user_data)
{
  if (is_available)
    cor_sync_engine_try_now (COR_SYNC_ENGINE (user_data));
}

static gboolean
take_lock (CorSyncEngine *self)
{
  g_autoptr (GError) error = NULL;

  self->lock = cor_sync_lock_take (cor_store_get_profile_dir (self->store), &error);
  if (self->lock != NULL)
    cor_store_clear_moments_async (self->store, NULL, NULL, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    g_warning ("Cannot lock the profile: %s", error->message);
  return self->lock != NULL;
}

static void
begin (CorSyncEngine *self)
{
  for (guint i = 0; i < self->background->len; i++)
    cor_background_sync_start (self->background->pdata[i]);
  list_accounts (self);
  read_attention (self);
}

static gboolean
on_lock_timer (gpointer user_data)
{
  CorSyncEngine *self = COR_SYNC_ENGINE (user_data);

  if (!take_lock (self))
    return G_SOURCE_CONTINUE;
  self->lock_timer = 0;
  begin (self);
  return G_SOURCE_REMOVE;
}

static void
cor_sync_engine_dispose (GObject *object)
{
  CorSyncEngine *self = COR_SYNC_ENGINE (object);

  cor_sync_engine_stop (self);
  if (self->has_attention)
    cor_store_remove_attention_async (self->store, self->process, NULL, NULL, NULL);
  self->has_attention = FALSE;
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  self->monitor = NULL;
  g_ptr_array_set_size (self->background, 0);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_sync_engine_parent_class)->dispose (object);
}

static void
cor_sync_engine_finalize (GObject *object)
{
  CorSyncEngine *self = COR_SYNC_ENGINE (object);

  g_ptr_array_unref (self->background);
  g_ptr_array_unref (self->accounts);
  g_free (self->process);
  g_clear_error (&self->first_error);

  G_OBJECT_CLASS (cor_sync_engine_parent_class)->finalize (object);
}

static void
cor_sync_engine_class_init (CorSyncEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_sync_engine_dispose;
  object_class->finalize = cor_sync_engine_finalize;
}

static void
cor_sync_engine_init (CorSyncEngine *self)
{
  self->background = g_ptr_array_new_with_free_func (g_object_unref);
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  self->process = g_uuid_string_random ();
}

/**
 * cor_sync_engine_new:
 *
 * Returns: (transfer full): an engine that does nothing yet
 */
CorSyncEngine *
cor_sync_engine_new (CorStore *store)
{
  CorSyncEngine *self = g_object_new (COR_TYPE_SYNC_ENGINE, NULL);

  self->store = g_object_ref (store);
  self->packs = cor_pack_sync_new (store);
  g_ptr_array_add (self->background, self->packs);
  g_ptr_array_add (self->background, cor_rate_sync_new (store));
  g_ptr_array_add (self->background, cor_translation_sync_new (store));
  g_ptr_array_add (self->background, cor_payment_sync_new (store));
  self->monitor = g_network_monitor_get_default ();
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (on_network_changed), self, 0);
  return self;
}

void
cor_sync_engine_start (CorSyncEngine *self)
{
  if (self->is_started)
    return;
  self->is_started = TRUE;
  if (take_lock (self))
    begin (self);
  else
    self->lock_timer = g_timeout_add (LOCK_EVERY_MS, on_lock_timer, self);
}

void
cor_sync_engine_stop (CorSyncEngine *self)
{
  self->is_started = FALSE;
  g_clear_handle_id (&self->lock_timer, g_source_remove);
  for (guint i = 0; i < self->background->len; i++)
    cor_background_sync_stop (self->background->pdata[i]);
  for (guint i = 0; i < self->accounts->len; i++)
    cor_account_sync_stop (self->accounts->pdata[i]);
  g_ptr_array_set_size (self->accounts, 0);
  g_clear_pointer (&self->lock, cor_sync_lock_release);
}

gboolean
cor_sync_engine_is_running (CorSyncEngine *self)
{
  return self->lock != NULL;
}

void
cor_sync_engine_try_now (CorSyncEngine *self)
{
  if (self->lock == NULL)
    cor_store_ask_pull_async (self->store, NULL, NULL, NULL);
  wake_background (self);
  for (guint i = 0; i < self->accounts->len; i++)
    cor_account_sync_try_now (self->accounts->pdata[i]);
}

void
cor_sync_engine_set_focus (CorSyncEngine *self,
                           gint64         conversation)
{
  self->focus = self->own_focus = conversation;
  self->writing = COR_WRITING_NOTHING;
  for (guint i = 0; i < self->accounts->len; i++)
    cor_account_sync_set_focus (self->accounts->pdata[i], conversation);
  write_attention (self);
}

void
cor_sync_engine_set_writing (CorSyncEngine *self,
                             CorWriting     writing)
{
  if (writing == self->writing && (writing == COR_WRITING_NOTHING || g_get_monotonic_time () - self->writing_told_us < WRITING_EVERY_US))
    return;
  self->writing = writing;
  write_attention (self);
}

void
cor_sync_engine_run_once_async (CorSyncEngine      *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_sync_engine_run_once_async);
  if (self->is_started || !take_lock (self))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "Another process synchronises this profile");
      return;
    }
  self->is_started = TRUE;
  self->once = g_steal_pointer (&task);
  self->n_running++;
  cor_background_sync_run_async (self->packs, NULL, on_packs_done, g_object_ref (self));
  list_accounts (self);
}

gboolean
cor_sync_engine_run_once_finish (CorSyncEngine *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
