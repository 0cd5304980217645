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
  CorBackgroundSync parent_instance;

  GError *first_error; /* owned */

  /* Of the look that runs. */
  GPtrArray *accounts;  /* CorAccountData: their authorities vouch for packs of the same server */
  GPtrArray *packs;     /* CorPackData */
  GPtrArray *installed; /* CorInstalledPack */
  guint      next;      /* in installed, then in packs */
};

G_DEFINE_FINAL_TYPE (CorPackSync, cor_pack_sync, COR_TYPE_BACKGROUND_SYNC)

static void look_on (CorPackSync *self);

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
end (CorPackSync *self)
{
  cor_background_sync_end (self, g_steal_pointer (&self->first_error));
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
  if (cor_background_sync_goes_on (self, NULL))
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
  cor_store_put_pack_status_async (cor_background_sync_get_store (self), pack, NULL, on_stored, g_object_ref (self));
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
  if (cor_background_sync_goes_on (self, NULL))
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
      cor_store_install_fees_async (cor_background_sync_get_store (self), target, pack->fees, NULL, on_fees_stored, g_object_ref (self));
      return;
    }
  cor_store_install_pack_async (cor_background_sync_get_store (self), target, g_steal_pointer (&pack->articles), g_steal_pointer (&pack->templates),
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

  if (!cor_background_sync_goes_on (self, NULL))
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
      cor_store_put_pack_status_async (cor_background_sync_get_store (self), pack, NULL, on_stored, g_object_ref (self));
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
    cor_pack_fetch_async (http, g_uri_get_path (uri), pack->etag, pack->public_key, cor_background_sync_get_cancellable (self), on_fetched, g_object_ref (self));
}

static gboolean
is_due (CorPackSync *self,
        CorPackData *pack)
{
  if (g_str_has_prefix (pack->address, COR_INSTALLED_PACK_PREFIX))
    return FALSE;
  return cor_background_sync_is_asked (self) ||
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
  end (self);
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
  if (cor_background_sync_goes_on (self, NULL))
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
      cor_background_sync_end (self, error);
      return;
    }
  if (!cor_background_sync_goes_on (self, NULL))
    return;
  for (guint i = 0; i < self->packs->len; i++)
    {
      CorPackData *pack = self->packs->pdata[i];

      g_hash_table_insert (digests, g_strdup (pack->address), g_strdup (pack->digest));
    }
  cor_installed_packs_load_async (digests, cor_background_sync_get_cancellable (self), on_installed, g_object_ref (self));
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
      cor_background_sync_end (self, error);
      return;
    }
  if (cor_background_sync_goes_on (self, NULL))
    cor_store_list_packs_async (cor_background_sync_get_store (self), cor_background_sync_get_cancellable (self), on_packs, g_object_ref (self));
}

static void
cor_pack_sync_look (CorBackgroundSync *sync)
{
  cor_store_list_accounts_async (cor_background_sync_get_store (sync), cor_background_sync_get_cancellable (sync), on_accounts, g_object_ref (sync));
}

static void
cor_pack_sync_clear (CorBackgroundSync *sync)
{
  CorPackSync *self = COR_PACK_SYNC (sync);

  g_clear_error (&self->first_error);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->installed, g_ptr_array_unref);
}

static void
cor_pack_sync_class_init (CorPackSyncClass *klass)
{
  CorBackgroundSyncClass *sync_class = COR_BACKGROUND_SYNC_CLASS (klass);

  sync_class->look = cor_pack_sync_look;
  sync_class->clear = cor_pack_sync_clear;
  sync_class->look_every_seconds = LOOK_EVERY_SECONDS;
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
CorBackgroundSync *
cor_pack_sync_new (CorStore *store)
{
  return g_object_new (COR_TYPE_PACK_SYNC, "store", store, NULL);
}
