/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-state-change.h"

#include "cor-service-error.h"
#include "cor-store-pull.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CorDeskLink   *link;
  CorIntentData *intent;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  cor_desk_link_unref (change->link);
  cor_intent_data_unref (change->intent);
  g_free (change);
}

static void
on_stored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_read_back (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  CorConversationRecord *conversation = cor_desk_get_conversation_finish (COR_DESK (source), result, &error);
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);

  if (conversation == NULL)
    {
      /* it was made all the same; the next pass reads it */
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_ptr_array_add (one, conversation);
  cor_store_put_conversations_async (change->link->store, change->link->account, one, NULL, on_stored, g_steal_pointer (&task));
}

static void
on_changed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;

  if (!cor_desk_change_finish (COR_DESK (source), result, &error))
    g_task_return_error (task, error);
  else
    cor_desk_get_conversation_async (COR_DESK (source), change->intent->display_id, g_task_get_cancellable (task), on_read_back,
                                     g_object_ref (task));
}

static void
make_change (GTask *task)
{
  Change                        *change = g_task_get_task_data (task);
  static const CorDeskChangeKind kinds[] = {
    [COR_INTENT_STATUS] = COR_DESK_CHANGE_STATUS,
    [COR_INTENT_ASSIGN] = COR_DESK_CHANGE_ASSIGNEE,
    [COR_INTENT_PRIORITY] = COR_DESK_CHANGE_PRIORITY,
    [COR_INTENT_LABELS] = COR_DESK_CHANGE_LABELS,
    [COR_INTENT_SEEN] = COR_DESK_CHANGE_SEEN,
  };
  const CorIntentData *intent = change->intent;
  CorDeskChange        wanted = {
           .kind = kinds[intent->kind],
           .status = intent->status,
           .snoozed_until = intent->snoozed_until,
           .assignee_id = intent->assignee,
           .priority = intent->priority,
           .labels_added = (const char *const *) intent->labels_added,
           .labels_removed = (const char *const *) intent->labels_removed,
  };

  cor_desk_change_async (change->link->desk, intent->display_id, &wanted, g_task_get_cancellable (task), on_changed, g_object_ref (task));
}

/* Whether somebody else changed, meanwhile, what the agent wanted to change, and not to the same. */
static gboolean
is_in_conflict (const CorIntentData         *intent,
                const CorConversationRecord *now)
{
  if (intent->kind == COR_INTENT_STATUS)
    return now->status != intent->base_status && now->status != intent->status;
  if (intent->kind == COR_INTENT_ASSIGN)
    return g_strcmp0 (now->assignee_id, intent->base_assignee) != 0 && g_strcmp0 (now->assignee_id, intent->assignee) != 0;
  return FALSE;
}

static void
on_looked_at (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CorConversationRecord) now = cor_desk_get_conversation_finish (COR_DESK (source), result, &error);

  if (now == NULL)
    g_task_return_error (task, error);
  else if (is_in_conflict (change->intent, now))
    g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_INVALID, "%s",
                             _ ("Somebody else changed this conversation while you were offline"));
  else
    make_change (task);
}

void
cor_state_change_async (CorDeskLink        *link,
                        CorIntentData      *intent,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (link->store, cancellable, callback, user_data);
  Change *change = g_new0 (Change, 1);

  g_task_set_source_tag (task, cor_state_change_async);
  change->link = cor_desk_link_ref (link);
  change->intent = cor_intent_data_ref (intent);
  g_task_set_task_data (task, change, change_free);
  if (intent->from_offline || intent->attempts > 1)
    cor_desk_get_conversation_async (link->desk, intent->display_id, cancellable, on_looked_at, g_steal_pointer (&task));
  else
    make_change (task);
}

gboolean
cor_state_change_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
