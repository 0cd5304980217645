/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-account-sign-in.h"

#include "cor-desk-kinds.h"
#include "cor-secrets.h"
#include "cor-store-outbox.h"
#include "cor-store-signature.h"

typedef struct
{
  CorStore       *store;
  CorAccountData *account;
  GHashTable     *settings;
  CorDeskLink    *link;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *self = data;

  g_object_unref (self->store);
  cor_account_data_unref (self->account);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->link, cor_desk_link_unref);
  g_free (self);
}

/* What stands below the agent's mails is hers to change at the desk; nobody waits for it here. */
static void
keep_signature (SignIn                 *self,
                const CorProfileRecord *profile)
{
  const char *signature = profile->signature != NULL ? profile->signature : "";
  const char *kept = g_hash_table_lookup (self->settings, COR_SETTING_DESK_SIGNATURE);

  if (g_strcmp0 (signature, kept != NULL ? kept : "") != 0)
    cor_store_set_setting_async (self->store, self->account->id, COR_SETTING_DESK_SIGNATURE, signature, NULL, NULL, NULL);
}

static void
on_signed_in (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorProfileRecord) profile = cor_desk_sign_in_finish (COR_DESK (source), result, &error);

  if (profile == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  if (profile == NULL)
    return;
  keep_signature (self, profile);
  g_task_return_pointer (task, g_steal_pointer (&self->link), (GDestroyNotify) cor_desk_link_unref);
}

static void
on_recovered (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!cor_store_recover_intents_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    cor_desk_sign_in_async (self->link->desk, g_task_get_cancellable (task), on_signed_in, g_object_ref (task));
}

static void
on_token (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *token = cor_secrets_lookup_finish (result, &error);
  g_autoptr (CorDesk) desk = NULL;

  if (token != NULL)
    desk = cor_desk_new_for_kind (self->account->kind, self->account->origin, self->account->remote_id, token, self->account->ca_file, &error);
  if (desk == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self->link = cor_desk_link_new (self->store, desk, self->account->id, self->account->agent_id);
  cor_sync_settings_parse (&self->link->settings, self->settings);
  cor_store_recover_intents_async (self->store, self->account->id, NULL, on_recovered, g_steal_pointer (&task));
}

static void
on_settings (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->settings = cor_store_load_settings_finish (COR_STORE (source), result, &error);
  if (self->settings == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    cor_secrets_lookup_async (self->account->origin, self->account->remote_id, g_task_get_cancellable (task), on_token,
                              g_object_ref (task));
}

void
cor_account_sign_in_async (CorStore           *store,
                           CorAccountData     *account,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask  *task = g_task_new (store, cancellable, callback, user_data);
  SignIn *self = g_new0 (SignIn, 1);

  g_task_set_source_tag (task, cor_account_sign_in_async);
  self->store = g_object_ref (store);
  self->account = cor_account_data_ref (account);
  g_task_set_task_data (task, self, sign_in_free);
  cor_store_load_settings_async (store, account->id, NULL, on_settings, task);
}

/**
 * cor_account_sign_in_finish:
 * @error: COR_SERVICE_ERROR; _NO_KEYRING or _UNAUTHORISED when the token is not to be had or refused
 *
 * Returns: (transfer full): the account's two ends
 */
CorDeskLink *
cor_account_sign_in_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
