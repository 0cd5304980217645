/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-take-oldest"

#include "config.h"

#include "cor-take-oldest.h"

#include "cor-store-intents.h"
#include "cor-store-threads.h"

static void
on_assigned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_store_queue_finish (COR_STORE (source), result, &error))
    g_task_return_int (task, (gssize) * (const gint64 *) g_task_get_task_data (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cor_store_load_threads_finish (COR_STORE (source), result, &error);
  const CorThreadData  *data = rows != NULL && rows->len > 0 ? rows->pdata[0] : NULL;
  const CorAccountData *account = NULL;

  if (rows == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (data != NULL)
    account = cor_account_list_get_by_id (cor_session_get_accounts (g_task_get_source_object (task)), data->account);
  if (account == NULL || account->agent_id == NULL)
    g_task_return_int (task, 0);
  else
    cor_store_queue_assign_async (COR_STORE (source), data->id, account->agent_id, g_task_get_cancellable (task), on_assigned, g_object_ref (task));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = cor_store_list_places_finish (COR_STORE (source), result, &error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (places == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (places->len == 0)
    {
      g_task_return_int (task, 0);
      return;
    }
  g_array_append_val (ids, g_array_index (places, CorThreadPlace, places->len - 1).id);
  g_task_set_task_data (task, g_memdup2 (ids->data, sizeof (gint64)), g_free);
  cor_store_load_threads_async (COR_STORE (source), ids, g_task_get_cancellable (task), on_loaded, g_object_ref (task));
}

/**
 * cor_take_oldest_async:
 * @session: the session
 * @cancellable: (nullable): stops it
 * @callback: is called when it is done
 *
 * Assigns the unassigned conversation that has waited longest to the agent. Main thread.
 */
void
cor_take_oldest_async (CorSession *session, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_UNASSIGNED);

  g_task_set_source_tag (task, cor_take_oldest_async);
  cor_store_list_places_async (cor_session_get_store (session), view, cancellable, on_listed, task);
}

/**
 * cor_take_oldest_finish:
 *
 * Returns: the conversation, 0 when there was none or with @error
 */
gint64
cor_take_oldest_finish (CorSession *session, GAsyncResult *result, GError **error)
{
  gssize id = 0;

  g_return_val_if_fail (g_task_is_valid (result, session), 0);

  id = g_task_propagate_int (G_TASK (result), error);
  return MAX (id, 0);
}
