/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-ask.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * cor_ctl_ask_accounts:
 *
 * Returns: (transfer full) (element-type CorAccountData): every account
 */
GPtrArray *
cor_ctl_ask_accounts (CorCtl  *ctl,
                      GError **error)
{
  CorStore *store = cor_ctl_open (ctl, error);
  g_auto (CorCtlAwait) await = { NULL };

  if (store == NULL)
    return NULL;
  cor_store_list_accounts_async (store, NULL, cor_ctl_on_result, &await);
  return cor_store_list_accounts_finish (store, cor_ctl_await (&await), error);
}

/**
 * cor_ctl_ask_outbox:
 *
 * Returns: (transfer full) (element-type CorIntentData): what is not final, oldest first
 */
GPtrArray *
cor_ctl_ask_outbox (CorCtl  *ctl,
                    GError **error)
{
  CorStore *store = cor_ctl_open (ctl, error);
  g_auto (CorCtlAwait) await = { NULL };

  if (store == NULL)
    return NULL;
  cor_store_list_outbox_async (store, NULL, cor_ctl_on_result, &await);
  return cor_store_list_outbox_finish (store, cor_ctl_await (&await), error);
}

/**
 * cor_ctl_ask_threads:
 * @ids: (element-type gint64): local ids
 *
 * Returns: (transfer full) (element-type CorThreadData): their rows
 */
GPtrArray *
cor_ctl_ask_threads (CorCtl  *ctl,
                     GArray  *ids,
                     GError **error)
{
  CorStore *store = cor_ctl_open (ctl, error);
  g_auto (CorCtlAwait) await = { NULL };

  if (store == NULL)
    return NULL;
  cor_store_load_threads_async (store, ids, NULL, cor_ctl_on_result, &await);
  return cor_store_load_threads_finish (store, cor_ctl_await (&await), error);
}

/* "12" may be meant of several accounts: then the store finds none. */
static void
explain_missing (CorCtl     *ctl,
                 const char *name,
                 GError    **error)
{
  g_autoptr (GPtrArray) accounts = cor_ctl_ask_accounts (ctl, NULL);

  if (accounts != NULL && accounts->len > 1 && strchr (name, ':') == NULL)
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("No conversation %s is here, or several accounts have one: write ACCOUNT:%s"), name, name);
  else
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("No conversation %s is here"), name);
}

/**
 * cor_ctl_ask_thread:
 * @name: a display id, or ACCOUNT:ID
 *
 * Returns: (transfer full): the conversation; %NULL with an error when there is none here
 */
CorThreadData *
cor_ctl_ask_thread (CorCtl     *ctl,
                    const char *name,
                    GError    **error)
{
  CorStore *store = cor_ctl_open (ctl, error);
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 id;

  if (store == NULL)
    return NULL;
  cor_store_find_conversation_async (store, name, NULL, cor_ctl_on_result, &await);
  id = cor_store_find_conversation_finish (store, cor_ctl_await (&await), &failure);
  if (g_error_matches (failure, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND))
    {
      explain_missing (ctl, name, error);
      return NULL;
    }
  if (id == 0)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  g_array_append_val (ids, id);
  threads = cor_ctl_ask_threads (ctl, ids, error);
  if (threads == NULL)
    return NULL;
  if (threads->len == 0)
    {
      explain_missing (ctl, name, error);
      return NULL;
    }
  return cor_thread_data_ref (threads->pdata[0]);
}

CorIntentData *
cor_ctl_ask_intent (CorCtl  *ctl,
                    gint64   id,
                    GError **error)
{
  CorStore *store = cor_ctl_open (ctl, error);
  g_auto (CorCtlAwait) await = { NULL };

  if (store == NULL)
    return NULL;
  cor_store_load_intent_async (store, id, NULL, cor_ctl_on_result, &await);
  return cor_store_load_intent_finish (store, cor_ctl_await (&await), error);
}
