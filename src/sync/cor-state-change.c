/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-state-change.h"

#include "cor-link-merge.h"
#include "cor-procedure-merge.h"
#include "cor-service-error.h"
#include "cor-state-conflict.h"
#include "cor-store-pull.h"

G_DEFINE_QUARK (cor_state_change_error, cor_state_change_error)

/* Who writes all attributes at once may undo what was written a moment before; so often it is done again. */
#define MAX_OVERWRITTEN 3

/* After so many dispatches it counts as refused: what comes after it in the conversation waits for it. */
#define MAX_ATTEMPTS 10

typedef struct
{
  CorDeskLink   *link;
  CorIntentData *intent;
  char          *found;           /* in place of what the agent saw, NULL nothing */
  char          *attributes_json; /* of what is merged: what is to be written */
  guint          n_overwritten;
} Change;

static void merge (GTask *task, CorConversationRecord *now);

static void
change_free (gpointer data)
{
  Change *change = data;

  cor_desk_link_unref (change->link);
  cor_intent_data_unref (change->intent);
  g_free (change->found);
  g_free (change->attributes_json);
  g_free (change);
}

/* All attributes are written at once, with those that others wrote. */
static gboolean
is_merged (const Change *change)
{
  return change->intent->kind == COR_INTENT_PROCEDURE || change->intent->kind == COR_INTENT_PAYMENT;
}

static void
put_conversation (GTask                 *task,
                  CorConversationRecord *conversation,
                  GAsyncReadyCallback    callback)
{
  Change *change = g_task_get_task_data (task);
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);

  g_ptr_array_add (one, cor_conversation_record_ref (conversation));
  cor_store_put_conversations_async (change->link->store, change->link->account, one, NULL, callback, g_object_ref (task));
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
  g_autoptr (CorConversationRecord) conversation = cor_desk_get_conversation_finish (COR_DESK (source), result, &error);

  if (conversation == NULL)
    g_task_return_boolean (task, TRUE); /* it was made all the same; the next pass reads it */
  else if (is_merged (change))
    merge (task, conversation);
  else
    put_conversation (task, conversation, on_stored);
}

static void
on_made (GObject      *source,
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
    [COR_INTENT_PROCEDURE] = COR_DESK_CHANGE_ATTRIBUTES,
    [COR_INTENT_PAYMENT] = COR_DESK_CHANGE_ATTRIBUTES,
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
           .attributes_json = change->attributes_json,
  };

  cor_desk_change_async (change->link->desk, intent->display_id, &wanted, g_task_get_cancellable (task), on_made, g_object_ref (task));
}

/* What a colleague made of it is shown before the agent is asked about it. */
static void
on_found_stored (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, COR_STATE_CHANGE_ERROR, COR_STATE_CHANGE_ERROR_CONFLICT, "%s", change->found);
}

static void
fail_overwritten (GTask *task)
{
  Change             *change = g_task_get_task_data (task);
  CorServiceErrorCode code = change->intent->attempts < MAX_ATTEMPTS ? COR_SERVICE_ERROR_SERVER : COR_SERVICE_ERROR_INVALID;

  g_task_return_new_error (task, COR_SERVICE_ERROR, code, "Somebody else writes the conversation’s attributes at the same time");
}

/* Makes the attributes anew from those of @now, as far as anything of the intent is missing there. */
static void
merge (GTask                 *task,
       CorConversationRecord *now)
{
  Change            *change = g_task_get_task_data (task);
  const char *const *changes = (const char *const *) change->intent->changes;
  const char        *agent_id = change->link->agent_id;
  gboolean           is_changed = FALSE;

  g_clear_pointer (&change->attributes_json, g_free);
  if ((now->fields & COR_CONVERSATION_HAS_ATTRIBUTES) != 0)
    change->attributes_json = change->intent->kind == COR_INTENT_PAYMENT
                                ? cor_link_merge (now->attributes_json, changes, agent_id, &is_changed)
                                : cor_procedure_merge (now->attributes_json, changes, agent_id, &is_changed, &change->found);
  if (change->found != NULL)
    put_conversation (task, now, on_found_stored);
  else if (change->attributes_json == NULL)
    g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_INVALID, "The desk did not tell the conversation’s attributes");
  else if (!is_changed)
    put_conversation (task, now, on_stored);
  else if (change->n_overwritten++ < MAX_OVERWRITTEN)
    make_change (task);
  else
    fail_overwritten (task);
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
    {
      g_task_return_error (task, error);
      return;
    }
  if (is_merged (change))
    {
      merge (task, now);
      return;
    }
  change->found = cor_state_conflict_find (change->intent, now, change->link->agent_id);
  if (change->found != NULL)
    put_conversation (task, now, on_found_stored);
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
  if (cor_state_conflict_may_be (intent, g_get_real_time () / G_USEC_PER_SEC))
    cor_desk_get_conversation_async (link->desk, intent->display_id, cancellable, on_looked_at, g_steal_pointer (&task));
  else
    make_change (task);
}

/**
 * cor_state_change_finish:
 * @error: COR_STATE_CHANGE_ERROR_CONFLICT when nothing was changed, because a colleague was first: the message is
 *   what was found, as cor_state_value_to_string() writes it. COR_SERVICE_ERROR or COR_STORE_ERROR otherwise
 *
 * Returns: whether it is so at the service
 */
gboolean
cor_state_change_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
