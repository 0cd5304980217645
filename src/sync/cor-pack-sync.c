/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-pack-sync"

#include "config.h"

#include "cor-pack-sync.h"

#include "cor-installed-packs.h"
#include "cor-pack-fetch.h"
#include "cor-store-accounts.h"
#include "cor-store-fees.h"
#include "cor-store-packs.h"

#include <string.h>

/* A rule that changes is known for months; an hour is soon enough, and costs one answer without a body. */
#define LOOK_EVERY_SECONDS (60 * 60)

/* One that failed, when somebody asks or the network comes back. */
#define LOOK_AGAIN_SECONDS 60

struct _CorPackSync
{
  GObject parent_instance;

  CorStore     *store;       /* owned */
  GCancellable *cancellable; /* owned; of the look that runs, NULL when none does */
  GTask        *once;        /* owned: of run */
  GError       *first_error; /* owned */
  guint         timer;
  gboolean      is_started, is_forced, wants_look;

  GPtrArray *accounts;  /* CorAccountData: their authorities vouch for packs of the same server */
  GPtrArray *packs;     /* CorPackData */
  GPtrArray *installed; /* CorInstalledPack */
  guint      next;      /* in installed, then in packs */
};

G_DEFINE_FINAL_TYPE (CorPackSync, cor_pack_sync, G_TYPE_OBJECT)

static void look_on (CorPackSync *self);
static void look (CorPackSync *self);

static void
keep_error (CorPackSync *self,
            GError      *error)
{
  g_debug ("%s", error->message);
  if (self->first_error == NULL)
    self->first_error = error;
  else
    g_error_free (error);
}

static void
end_look (CorPackSync *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->once);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->installed, g_ptr_array_unref);
  self->is_forced = FALSE;
  if (task != NULL && self->first_error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->first_error));
  else if (task != NULL)
    g_task_return_boolean (task, TRUE);
  g_clear_error (&self->first_error);
  if (self->wants_look && self->is_started)
    look (self);
}

/* Whether the step's answer is still waited for; a stopped look ends at its next answer. */
static gboolean
goes_on (CorPackSync *self)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  if (self->first_error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->first_error);
  end_look (self);
  return FALSE;
}

static void
on_stored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorPackSync) self = user_data;
  GError *error = NULL;

  if (!cor_store_pack_finish (COR_STORE (source), result, &error))
    keep_error (self, error);
  if (goes_on (self))
    look_on (self);
}

static void
put_failure (CorPackSync *self,
             CorPackData *pack,
             GError      *error)
{
  g_free (pack->error);
  pack->error = g_strdup (error->message);
  keep_error (self, error);
  cor_store_put_pack_status_async (self->store, pack, NULL, on_stored, g_object_ref (self));
}

static void
on_fees_stored (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CorPackSync) self = user_data;
  GError *error = NULL;

  if (!cor_store_pack_finish (COR_STORE (source), result, &error) && self->next > self->installed->len)
    {
      CorPackData *pack = self->packs->pdata[self->next - 1 - self->installed->len];

      /* what was refused is asked for again */
      g_clear_pointer (&pack->etag, g_free);
      put_failure (self, pack, error);
      return;
    }
  if (error != NULL)
    keep_error (self, error);
  if (goes_on (self))
    look_on (self);
}

static void
install (CorPackSync *self,
         CorPackData *target,
         CorPack     *pack)
{
  g_free (target->pack_id);
  target->pack_id = g_strdup (pack->id);
  g_free (target->format);
  target->format = g_strdup (pack->format);
  g_free (target->version);
  target->version = g_strdup (pack->version);
  g_free (target->digest);
  target->digest = g_strdup (pack->digest);
  if (pack->fees != NULL)
    {
      cor_store_install_fees_async (self->store, target, pack->fees, NULL, on_fees_stored, g_object_ref (self));
      return;
    }
  cor_store_install_pack_async (self->store, target, g_steal_pointer (&pack->articles), g_steal_pointer (&pack->templates),
                                g_steal_pointer (&pack->samples), NULL, on_stored, g_object_ref (self));
}

/* An authority of the desk's own is one for the packs beside it. */
static const char *
find_ca_file (CorPackSync *self,
              const char  *origin)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      CorAccountData *account = self->accounts->pdata[i];

      if (g_ascii_strcasecmp (account->origin, origin) == 0)
        return account->ca_file;
    }
  return NULL;
}

static void
on_fetched (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorPackSync) self = user_data;
  GError *error = NULL;
  g_autoptr (CorPackFetched) fetched = cor_pack_fetch_finish (result, &error);
  CorPackData *pack = NULL;

  if (!goes_on (self))
    {
      g_clear_error (&error);
      return;
    }
  pack = self->packs->pdata[self->next - 1 - self->installed->len];
  if (fetched == NULL)
    {
      put_failure (self, pack, error);
      return;
    }
  g_clear_pointer (&pack->error, g_free);
  if (fetched->etag != NULL || fetched->pack != NULL)
    {
      g_free (pack->etag);
      pack->etag = g_steal_pointer (&fetched->etag);
    }
  if (fetched->pack == NULL || g_strcmp0 (fetched->pack->digest, pack->digest) == 0)
    {
      cor_store_put_pack_status_async (self->store, pack, NULL, on_stored, g_object_ref (self));
      return;
    }
  pack->is_signed = fetched->is_signed;
  install (self, pack, fetched->pack);
}

static void
fetch (CorPackSync *self,
       CorPackData *pack)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (CorHttp) plain = NULL, http = NULL;
  g_autofree char *origin = NULL;
  GError          *error = NULL;

  uri = g_uri_parse (pack->address, G_URI_FLAGS_ENCODED, &error);
  plain = uri != NULL ? cor_http_new (uri, NULL, &error) : NULL;
  origin = plain != NULL ? cor_http_dup_origin (plain) : NULL;
  http = plain != NULL ? cor_http_new (uri, find_ca_file (self, origin), &error) : NULL;
  if (http == NULL)
    put_failure (self, pack, error);
  else
    cor_pack_fetch_async (http, g_uri_get_path (uri), pack->etag, pack->public_key, self->cancellable, on_fetched, g_object_ref (self));
}

static gboolean
is_due (CorPackSync *self,
        CorPackData *pack)
{
  if (g_str_has_prefix (pack->address, COR_INSTALLED_PACK_PREFIX))
    return FALSE;
  return self->is_forced ||
         g_get_real_time () / G_USEC_PER_SEC - pack->checked_at >= (pack->error != NULL ? LOOK_AGAIN_SECONDS : LOOK_EVERY_SECONDS);
}

static CorPackData *
find_pack (CorPackSync *self,
           const char  *address)
{
  CorPackData *pack = NULL;

  for (guint i = 0; i < self->packs->len; i++)
    if (strcmp (((CorPackData *) self->packs->pdata[i])->address, address) == 0)
      return self->packs->pdata[i];
  pack = cor_pack_data_new ();
  pack->address = g_strdup (address);
  g_ptr_array_add (self->packs, pack);
  return pack;
}

/* The next one that has something to do. */
static void
look_on (CorPackSync *self)
{
  while (self->next < self->installed->len)
    {
      CorInstalledPack *installed = self->installed->pdata[self->next++];

      if (installed->error != NULL)
        g_debug ("%s: %s", installed->address, installed->error->message);
      if (installed->pack == NULL)
        continue;
      install (self, find_pack (self, installed->address), installed->pack);
      return;
    }
  while (self->next - self->installed->len < self->packs->len)
    {
      CorPackData *pack = self->packs->pdata[self->next++ - self->installed->len];

      if (!is_due (self, pack))
        continue;
      fetch (self, pack);
      return;
    }
  end_look (self);
}

static void
on_installed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorPackSync) self = user_data;

  self->installed = cor_installed_packs_load_finish (result, NULL);
  if (self->installed == NULL)
    self->installed = g_ptr_array_new ();
  self->next = 0;
  if (goes_on (self))
    look_on (self);
}

static void
on_packs (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorPackSync) self = user_data;
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GError *error = NULL;

  self->packs = cor_store_list_packs_finish (COR_STORE (source), result, &error);
  if (self->packs == NULL)
    {
      keep_error (self, error);
      end_look (self);
      return;
    }
  if (!goes_on (self))
    return;
  for (guint i = 0; i < self->packs->len; i++)
    {
      CorPackData *pack = self->packs->pdata[i];

      g_hash_table_insert (digests, g_strdup (pack->address), g_strdup (pack->digest));
    }
  cor_installed_packs_load_async (digests, self->cancellable, on_installed, g_object_ref (self));
}

static void
on_accounts (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CorPackSync) self = user_data;
  GError *error = NULL;

  self->accounts = cor_store_list_accounts_finish (COR_STORE (source), result, &error);
  if (self->accounts == NULL)
    {
      keep_error (self, error);
      end_look (self);
      return;
    }
  if (goes_on (self))
    cor_store_list_packs_async (self->store, self->cancellable, on_packs, g_object_ref (self));
}

static void
look (CorPackSync *self)
{
  self->wants_look = self->cancellable != NULL;
  if (self->wants_look)
    return;
  self->cancellable = g_cancellable_new ();
  cor_store_list_accounts_async (self->store, self->cancellable, on_accounts, g_object_ref (self));
}

static gboolean
on_timer (gpointer user_data)
{
  look (COR_PACK_SYNC (user_data));
  return G_SOURCE_CONTINUE;
}

static void
cor_pack_sync_dispose (GObject *object)
{
  CorPackSync *self = COR_PACK_SYNC (object);

  cor_pack_sync_stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_pack_sync_parent_class)->dispose (object);
}

static void
cor_pack_sync_class_init (CorPackSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_pack_sync_dispose;
}

static void
cor_pack_sync_init (CorPackSync *self)
{
}

/**
 * cor_pack_sync_new:
 *
 * Returns: (transfer full): it does nothing yet
 */
CorPackSync *
cor_pack_sync_new (CorStore *store)
{
  CorPackSync *self = g_object_new (COR_TYPE_PACK_SYNC, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
cor_pack_sync_start (CorPackSync *self)
{
  if (self->is_started)
    return;
  self->is_started = TRUE;
  self->timer = g_timeout_add_seconds (LOOK_EVERY_SECONDS, on_timer, self);
  look (self);
}

void
cor_pack_sync_stop (CorPackSync *self)
{
  self->is_started = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
cor_pack_sync_wake (CorPackSync *self)
{
  if (self->is_started)
    look (self);
}

void
cor_pack_sync_run_async (CorPackSync        *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_pack_sync_run_async);
  if (self->cancellable != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "A look at the packs is running");
      return;
    }
  self->once = g_steal_pointer (&task);
  self->is_forced = TRUE;
  look (self);
}

/**
 * cor_pack_sync_run_finish:
 * @error: of the first pack that failed; the others were looked at all the same
 */
gboolean
cor_pack_sync_run_finish (CorPackSync  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
