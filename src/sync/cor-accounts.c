/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-accounts.h"

#include "cor-desk-address.h"
#include "cor-desk-kinds.h"
#include "cor-secrets.h"
#include "cor-service-error.h"

void
cor_checked_account_free (CorCheckedAccount *self)
{
  g_clear_pointer (&self->account, cor_account_data_unref);
  g_clear_pointer (&self->profile, cor_profile_record_free);
  g_free (self->token);
  g_free (self);
}

/**
 * cor_accounts_list_kinds:
 *
 * Returns: (transfer none): the kinds of services that can be connected, the usual one first
 */
const char *const *
cor_accounts_list_kinds (void)
{
  return cor_desk_list_kinds ();
}

/**
 * cor_accounts_choose:
 * @accounts: (element-type CorDeskAccountRecord): what a token opens
 * @account_id: (nullable): remote id of the one that is wanted
 * @error: COR_SERVICE_ERROR_NO_ACCOUNT when it is not among them, or there is none at all
 *
 * Without @account_id only the one that is alone is chosen: which of several it shall be, people say.
 *
 * Returns: (transfer none) (nullable): the account; %NULL without an error while it has to be chosen
 */
const CorDeskAccountRecord *
cor_accounts_choose (GPtrArray  *accounts,
                     const char *account_id,
                     GError    **error)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      const CorDeskAccountRecord *account = accounts->pdata[i];

      if (account_id == NULL ? accounts->len == 1 : g_str_equal (account_id, account->remote_id))
        return account;
    }
  if (account_id != NULL || accounts->len == 0)
    g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_ACCOUNT, "The token opens no such account");
  return NULL;
}

static void
on_signed_in (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  CorCheckedAccount *checked = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  const CorDeskAccountRecord *chosen;
  CorCheckedAccount          *answer;

  checked->profile = cor_desk_sign_in_finish (COR_DESK (source), result, &error);
  if (checked->profile == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  chosen = cor_accounts_choose (checked->profile->accounts, checked->account->remote_id, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  answer = g_new0 (CorCheckedAccount, 1);
  answer->account = cor_account_data_ref (checked->account);
  answer->profile = g_steal_pointer (&checked->profile);
  answer->token = g_strdup (checked->token);
  if (chosen != NULL)
    {
      g_free (answer->account->remote_id);
      answer->account->remote_id = g_strdup (chosen->remote_id);
      answer->account->name = g_strdup (chosen->name);
    }
  answer->account->agent_id = g_strdup (answer->profile->agent_id);
  answer->account->agent_name = g_strdup (answer->profile->agent_name);
  answer->account->agent_email = g_strdup (answer->profile->agent_email);
  g_task_return_pointer (task, answer, (GDestroyNotify) cor_checked_account_free);
}

/**
 * cor_accounts_check_async:
 * @form: as typed; copied
 */
void
cor_accounts_check_async (const CorAccountForm *form,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  CorCheckedAccount *checked = g_new0 (CorCheckedAccount, 1);
  g_autofree char   *id_in_address = NULL;
  g_autoptr (CorDesk) desk = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, cor_accounts_check_async);
  checked->account = cor_account_data_new ();
  checked->token = g_strdup (form->token);
  g_task_set_task_data (task, checked, (GDestroyNotify) cor_checked_account_free);

  checked->account->kind = g_strdup (form->kind != NULL ? form->kind : cor_desk_list_kinds ()[0]);
  checked->account->ca_file = g_strdup (form->ca_file);
  if (cor_desk_parse_address (form->address, &checked->account->origin, &id_in_address, &error))
    {
      checked->account->remote_id = g_strdup (form->account_id != NULL ? form->account_id : id_in_address);
      desk = cor_desk_new_for_kind (checked->account->kind, checked->account->origin, checked->account->remote_id, form->token,
                                    form->ca_file, &error);
    }
  if (desk == NULL)
    g_task_return_error (task, error);
  else
    cor_desk_sign_in_async (desk, cancellable, on_signed_in, g_object_ref (task));
}

/**
 * cor_accounts_check_finish:
 * @error: COR_SERVICE_ERROR; the code says which of the fields is wrong
 *
 * Returns: (transfer full): the account, with the profile that lists the others of the same token; without a
 *   remote id while one of several has to be chosen: then it is to be checked again with that one's id
 */
CorCheckedAccount *
cor_accounts_check_finish (GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_put (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64  id = cor_store_put_account_finish (COR_STORE (source), result, &error);

  if (id == 0)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, (gssize) id);
}

static void
on_token_stored (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_secrets_store_finish (result, &error))
    g_task_return_error (task, error);
  else
    cor_store_put_account_async (g_task_get_source_object (task), g_task_get_task_data (task), NULL, on_put, g_object_ref (task));
}

void
cor_accounts_add_async (CorStore           *store,
                        CorCheckedAccount  *checked,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_accounts_add_async);
  if (checked->account->remote_id == NULL)
    {
      g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_ACCOUNT, "None of the token's accounts is chosen");
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, cor_account_data_ref (checked->account), (GDestroyNotify) cor_account_data_unref);
  cor_secrets_store_async (checked->account->origin, checked->account->remote_id, checked->token, cancellable, on_token_stored, task);
}

/**
 * cor_accounts_add_finish:
 * @error: COR_SERVICE_ERROR_NO_KEYRING when the token cannot be kept; then nothing is added
 *
 * Returns: the account's local id, or 0
 */
gint64
cor_accounts_add_finish (CorStore     *store,
                         GAsyncResult *result,
                         GError      **error)
{
  gssize id = g_task_propagate_int (G_TASK (result), error);

  return id > 0 ? id : 0;
}

static void
on_removed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_store_remove_account_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_token_cleared (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  gint64 *account = g_task_get_task_data (task);

  /* without a keyring there is no token to forget */
  cor_secrets_clear_finish (result, NULL);
  cor_store_remove_account_async (g_task_get_source_object (task), *account, NULL, on_removed, g_object_ref (task));
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  gint64 *account = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) accounts = cor_store_list_accounts_finish (COR_STORE (source), result, &error);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      CorAccountData *data = accounts->pdata[i];

      if (data->id == *account)
        {
          cor_secrets_clear_async (data->origin, data->remote_id, NULL, on_token_cleared, g_steal_pointer (&task));
          return;
        }
    }
  if (error == NULL)
    error = g_error_new_literal (COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND, "There is no such account here");
  g_task_return_error (task, error);
}

void
cor_accounts_remove_async (CorStore           *store,
                           gint64              account,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_accounts_remove_async);
  g_task_set_task_data (task, g_memdup2 (&account, sizeof account), g_free);
  cor_store_list_accounts_async (store, cancellable, on_listed, task);
}

gboolean
cor_accounts_remove_finish (CorStore     *store,
                            GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
