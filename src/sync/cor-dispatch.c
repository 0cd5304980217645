/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-dispatch"

#include "config.h"

#include "cor-dispatch.h"

#include "cor-compliance.h"
#include "cor-guard.h"
#include "cor-message-read.h"
#include "cor-service-error.h"
#include "cor-state-change.h"
#include "cor-store-files.h"
#include "cor-store-outbox.h"
#include "cor-store-pull.h"

/* After a 429 without a word about when (chatwoot.md §2). */
#define RATE_LIMIT_SECONDS 60

/* After the service failed before it could have taken anything. */
#define SERVER_ERROR_SECONDS 2

/* A conversation that is gone seldom comes back; one that is hidden by mistake may. */
#define GONE_SECONDS 300

typedef struct
{
  CorDeskLink           *link;
  CorIntentData         *intent;
  CorConversationRecord *conversation; /* fresh, for the guard */
  GPtrArray             *messages;     /* after the floor, fresh */
  GHashTable            *own_uuids;
  GPtrArray             *files;         /* CorOutgoingFile: what goes with it, or NULL */
  GError                *account_error; /* to be told when the last step is on disk */
} Dispatch;

static void
dispatch_free (gpointer data)
{
  Dispatch *self = data;

  cor_desk_link_unref (self->link);
  cor_intent_data_unref (self->intent);
  g_clear_pointer (&self->conversation, cor_conversation_record_unref);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->own_uuids, g_hash_table_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_error (&self->account_error);
  g_free (self);
}

static gboolean
concerns_account (const GError *error)
{
  return g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_OFFLINE) ||
         g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_UNAUTHORISED) ||
         g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TLS);
}

/* The end: the last step is on disk, or was not taken because the agent was faster. */
static void
on_settled (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Dispatch *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!cor_store_move_intent_finish (COR_STORE (source), result, &error) &&
      !g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->account_error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->account_error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
settle (GTask        *task,
        CorIntentMove move)
{
  Dispatch *self = g_task_get_task_data (task);

  move.intent = self->intent->id;
  cor_store_move_intent_async (self->link->store, &move, NULL, on_settled, g_object_ref (task));
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* When to try again after the service answered with an error; the engine waits for an account's to end. */
static gint64
get_retry_at (const GError *error)
{
  if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_RATE_LIMITED))
    return get_now () + MAX (RATE_LIMIT_SECONDS, cor_service_error_get_retry_after (error));
  return concerns_account (error) ? get_now () : get_now () + SERVER_ERROR_SECONDS;
}

/* Nothing has left, or it was refused before it was read: back to the queue. */
static void
settle_not_sent (GTask        *task,
                 const GError *error)
{
  Dispatch     *self = g_task_get_task_data (task);
  CorIntentMove move = { .step = COR_STEP_REQUEUE, .at = get_retry_at (error), .detail = error != NULL ? error->message : NULL };

  move.from_offline = g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_OFFLINE);
  if (concerns_account (error) && self->account_error == NULL)
    self->account_error = g_error_copy (error);
  settle (task, move);
}

static void
on_sent (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Dispatch *self = g_task_get_task_data (task);
  g_autoptr (CorDeskSendResult) sent = cor_desk_send_finish (COR_DESK (source), result);
  const char *words = sent->error != NULL ? sent->error->message : NULL;

  switch (sent->verdict)
    {
    case COR_DESK_SEND_ACCEPTED:
      settle (task, (CorIntentMove){ .step = COR_STEP_ACCEPT, .message = sent->message });
      break;
    case COR_DESK_SEND_NOT_SENT:
      settle_not_sent (task, sent->error);
      break;
    case COR_DESK_SEND_REJECTED:
      settle (task, (CorIntentMove){ .step = COR_STEP_REJECT, .detail = words });
      break;
    case COR_DESK_SEND_UNCERTAIN:
    case COR_DESK_SEND_DOUBTED:
    default:
      /* the last byte left before now: the waits that follow are rather too long than too short */
      if (sent->error != NULL && concerns_account (sent->error))
        self->account_error = g_error_copy (sent->error);
      settle (task, (CorIntentMove){ .step = COR_STEP_UNCERTAIN,
                                     .at_ms = g_get_real_time () / 1000,
                                     .detail = words,
                                     .is_doubted = sent->verdict == COR_DESK_SEND_DOUBTED });
    }
}

static void
post (GTask *task) /* owned */
{
  Dispatch               *self = g_task_get_task_data (task);
  g_autofree CorDeskFile *files = g_new0 (CorDeskFile, self->files != NULL ? self->files->len : 0);
  CorDeskOutgoing         outgoing = {
            .uuid = self->intent->uuid,
            .content = self->intent->text,
            .is_private = self->intent->kind == COR_INTENT_NOTE,
            .answered = self->intent->answered,
            .files = files,
            .n_files = self->files != NULL ? self->files->len : 0,
  };

  for (guint i = 0; i < outgoing.n_files; i++)
    {
      const CorOutgoingFile *file = self->files->pdata[i];

      files[i] = (CorDeskFile){ file->path, file->name, file->content_type };
    }
  cor_desk_send_async (self->link->desk, self->intent->display_id, &outgoing, NULL, on_sent, task);
}

/* "Sending" is on disk: from here on it may have arrived, whatever happens to this process. */
static void
on_marked_sending (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_store_move_intent_finish (COR_STORE (source), result, &error))
    post (g_steal_pointer (&task));
  else if (g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT))
    g_task_return_boolean (task, TRUE); /* taken back a moment ago */
  else if (g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED))
    settle (task, (CorIntentMove){ .step = COR_STEP_HOLD, .hold = COR_HOLD_COMPLIANCE });
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
mark_sending (GTask *task)
{
  Dispatch     *self = g_task_get_task_data (task);
  CorIntentMove move = {
    .intent = self->intent->id,
    .step = COR_STEP_SEND,
    .is_held = self->conversation != NULL && cor_labels_are_held ((const char *const *) self->conversation->labels),
  };

  cor_store_move_intent_async (self->link->store, &move, NULL, on_marked_sending, g_object_ref (task));
}

static void
on_files (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Dispatch *self = g_task_get_task_data (task);
  GError   *error = NULL;

  self->files = cor_store_list_files_finish (COR_STORE (source), result, &error);
  if (self->files == NULL)
    g_task_return_error (task, error);
  else
    mark_sending (task);
}

/* What goes with it is known before anything of it leaves. */
static void
send (GTask *task)
{
  Dispatch *self = g_task_get_task_data (task);

  if (self->intent->files == NULL)
    mark_sending (task);
  else
    cor_store_list_reply_files_async (self->link->store, self->intent->uuid, NULL, on_files, g_object_ref (task));
}

static void
guard (GTask *task)
{
  Dispatch     *self = g_task_get_task_data (task);
  CorGuardInput input = {
    .intent = self->intent,
    .conversation = self->conversation,
    .messages = self->messages,
    .own_uuids = self->own_uuids,
    .agent_id = self->link->agent_id,
    .settings = &self->link->settings,
    .now = get_now (),
  };
  CorGuard found = cor_guard_check (&input);

  switch (found.verdict)
    {
    case COR_GUARD_ARRIVED:
      settle (task, (CorIntentMove){ .step = COR_STEP_ACCEPT, .message = found.arrived });
      break;
    case COR_GUARD_HOLD:
      settle (task, (CorIntentMove){ .step = COR_STEP_HOLD, .hold = found.reason });
      break;
    case COR_GUARD_RESTART:
      settle (task, (CorIntentMove){ .step = COR_STEP_RESTART,
                                     .floor = found.floor,
                                     .at = get_now () + cor_sync_settings_get_undo (&self->link->settings,
                                                                                    (CorChannel) self->intent->channel) });
      break;
    case COR_GUARD_GO:
    default:
      send (task);
    }
}

static void
on_own_uuids (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Dispatch *self = g_task_get_task_data (task);
  GError   *error = NULL;

  self->own_uuids = cor_store_list_own_uuids_finish (COR_STORE (source), result, &error);
  if (self->own_uuids == NULL)
    g_task_return_error (task, error);
  else
    guard (task);
}

/* What was read on the way is as good as pulled, but it moves no mark. */
static void
keep_what_was_read (Dispatch *self)
{
  if (self->conversation != NULL)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);

      g_ptr_array_add (one, cor_conversation_record_ref (self->conversation));
      cor_store_put_conversations_async (self->link->store, self->link->account, one, NULL, NULL, NULL);
    }
  if (self->messages->len > 0)
    cor_store_put_messages_async (self->link->store, self->link->account, self->intent->display_id, self->messages, -1, -1, FALSE, NULL,
                                  NULL, NULL);
}

static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND) ||
         g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_FORBIDDEN);
}

static void
fail_look (GTask  *task,
           GError *error) /* owned */
{
  if (is_gone (error))
    settle (task, (CorIntentMove){ .step = COR_STEP_REJECT, .detail = error->message });
  else if (error->domain == COR_SERVICE_ERROR)
    settle_not_sent (task, error);
  else
    g_task_return_error (task, g_error_copy (error));
  g_error_free (error);
}

static void
on_news_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Dispatch *self = g_task_get_task_data (task);
  GError   *error = NULL;

  self->messages = cor_message_read_finish (result, &error);
  if (self->messages == NULL)
    {
      fail_look (task, error);
      return;
    }
  keep_what_was_read (self);
  cor_store_list_own_uuids_async (self->link->store, self->intent->conversation, NULL, on_own_uuids, g_steal_pointer (&task));
}

static void
on_conversation_read (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Dispatch *self = g_task_get_task_data (task);
  GError   *error = NULL;

  self->conversation = cor_desk_get_conversation_finish (COR_DESK (source), result, &error);
  if (self->conversation == NULL)
    {
      fail_look (task, error);
      return;
    }
  cor_message_read_async (COR_DESK (source), self->intent->display_id, self->intent->floor, g_task_get_cancellable (task), on_news_read,
                          g_object_ref (task));
}

static gboolean
is_ours (Dispatch         *self,
         CorMessageRecord *message)
{
  return g_strcmp0 (message->uuid, self->intent->uuid) == 0;
}

static gboolean
may_be_ours_deleted (Dispatch         *self,
                     CorMessageRecord *message)
{
  return message->is_deleted && message->sender_kind == COR_SENDER_AGENT && g_strcmp0 (message->sender_id, self->link->agent_id) == 0;
}

/* Not there: that proves nothing until the first request can no longer commit. */
static void
settle_missed (GTask *task)
{
  Dispatch *self = g_task_get_task_data (task);

  if (self->intent->is_doubted)
    settle (task, (CorIntentMove){ .step = COR_STEP_REJECT, .detail = self->intent->detail });
  else if (!self->intent->is_check_asked && self->intent->checks + 1 >= self->link->settings.n_waits)
    settle (task, (CorIntentMove){ .step = COR_STEP_RESEND, .checks = self->intent->checks });
  else
    settle (task, (CorIntentMove){ .step = COR_STEP_MISSED, .checks = self->intent->checks });
}

static void
on_looked_for (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Dispatch *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean is_deleted = FALSE;

  self->messages = cor_message_read_finish (result, &error);
  if (self->messages == NULL)
    {
      /* it stays uncertain until somebody can look */
      if (concerns_account (error) || error->domain != COR_SERVICE_ERROR)
        g_task_return_error (task, g_steal_pointer (&error));
      else if (is_gone (error))
        settle (task, (CorIntentMove){ .step = COR_STEP_UNSEEN, .hold = COR_HOLD_GONE, .at = get_now () + GONE_SECONDS });
      else
        settle (task, (CorIntentMove){ .step = COR_STEP_UNSEEN, .at = get_retry_at (error) });
      return;
    }

  keep_what_was_read (self);
  for (guint i = 0; i < self->messages->len; i++)
    {
      CorMessageRecord *message = self->messages->pdata[i];

      if (is_ours (self, message))
        {
          settle (task, (CorIntentMove){ .step = COR_STEP_ACCEPT, .message = message });
          return;
        }
      is_deleted |= may_be_ours_deleted (self, message);
    }
  if (is_deleted)
    settle (task, (CorIntentMove){ .step = COR_STEP_HOLD, .hold = COR_HOLD_DELETED });
  else
    settle_missed (task);
}

static void
on_state_changed (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (cor_state_change_finish (result, &error))
    {
      settle (task, (CorIntentMove){ .step = COR_STEP_ACCEPT });
    }
  else if (g_error_matches (error, COR_STATE_CHANGE_ERROR, COR_STATE_CHANGE_ERROR_CONFLICT))
    {
      settle (task, (CorIntentMove){ .step = COR_STEP_HOLD, .hold = COR_HOLD_CONFLICT, .detail = error->message });
      g_error_free (error);
    }
  else if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_INVALID))
    {
      settle (task, (CorIntentMove){ .step = COR_STEP_REJECT, .detail = error->message });
      g_error_free (error);
    }
  else
    {
      fail_look (task, error);
    }
}

static void
on_state_marked (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Dispatch *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (cor_store_move_intent_finish (COR_STORE (source), result, &error))
    cor_state_change_async (self->link, self->intent, g_task_get_cancellable (task), on_state_changed, g_object_ref (task));
  else if (g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * cor_dispatch_run_async:
 * @intent: the oldest of its conversation that is not final: queued and due, or uncertain
 */
void
cor_dispatch_run_async (CorDeskLink        *link,
                        CorIntentData      *intent,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (link->store, cancellable, callback, user_data);
  Dispatch     *self = g_new0 (Dispatch, 1);
  CorIntentMove mark = { .intent = intent->id, .step = COR_STEP_SEND };
  gboolean      is_message = intent->kind == COR_INTENT_REPLY || intent->kind == COR_INTENT_NOTE;

  g_task_set_source_tag (task, cor_dispatch_run_async);
  self->link = cor_desk_link_ref (link);
  self->intent = cor_intent_data_ref (intent);
  g_task_set_task_data (task, self, dispatch_free);

  if (!is_message)
    cor_store_move_intent_async (link->store, &mark, NULL, on_state_marked, g_steal_pointer (&task));
  else if (intent->state == COR_INTENT_UNCERTAIN)
    cor_message_read_async (link->desk, intent->display_id, intent->floor, cancellable, on_looked_for, g_steal_pointer (&task));
  else if (intent->kind == COR_INTENT_NOTE && intent->attempts == 0)
    send (task); /* a note for colleagues cannot be wrong because somebody else wrote */
  else
    cor_desk_get_conversation_async (link->desk, intent->display_id, cancellable, on_conversation_read, g_steal_pointer (&task));
}

gboolean
cor_dispatch_run_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
