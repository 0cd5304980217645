/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-intents.h"

#include "cor-db.h"
#include "cor-intent-load.h"
#include "cor-reply-gate.h"

static gpointer
list_outbox_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  return cor_intent_load_all (db, cor_db_query (db, "intent-list-outbox", ""));
}

void
cor_store_list_outbox_async (CorStore           *store,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_outbox_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

/**
 * cor_store_list_outbox_finish:
 *
 * Returns: (transfer full) (element-type CorIntentData): oldest first
 */
GPtrArray *
cor_store_list_outbox_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
load_intent_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  CorIntentData *intent = cor_intent_load (db, *(gint64 *) data);

  if (intent == NULL)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such reply or change here");
  return intent;
}

/**
 * cor_store_load_intent_async:
 *
 * Reads one intent, also one that has left the outbox.
 */
void
cor_store_load_intent_async (CorStore           *store,
                             gint64              intent,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_intent_job, g_memdup2 (&intent, sizeof intent), g_free,
                       (GDestroyNotify) cor_intent_data_unref, cancellable, callback, user_data);
}

/**
 * cor_store_load_intent_finish:
 * @error: COR_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the intent
 */
CorIntentData *
cor_store_load_intent_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

typedef struct
{
  gint64          intent;
  CorIntentAction action;
  gint64          send_at; /* instead of the action; 0: none */
} Decision;

/* The words and files go back to the composer, before what was begun there since. */
static void
take_back (CorDb         *db,
           CorIntentData *intent)
{
  cor_db_run (db, "draft-prepend", "lisl", intent->conversation, (int) (intent->kind == COR_INTENT_NOTE), intent->text, intent->id);
  cor_db_run (db, "file-give-back", "s", intent->uuid);
  cor_db_touch_topics (db, COR_TOPIC_DRAFTS);
}

static gboolean
is_sent_now (const Decision      *decision,
             const CorIntentData *intent)
{
  return decision->send_at == 0 && decision->action == COR_INTENT_RETRY && intent->state == COR_INTENT_SCHEDULED;
}

/* It was looked at when it was written; what is known of payment and customer may be something else by now. */
static gboolean
may_leave_now (CorDb               *db,
               const CorIntentData *intent)
{
  g_autoptr (GPtrArray) sources = NULL;
  guint n_files = intent->files != NULL ? g_strv_length (intent->files) : 0;

  if (intent->kind != COR_INTENT_REPLY)
    return TRUE;
  sources = cor_reply_load_sources (db, intent->id);
  if (cor_reply_may_leave (db, intent->conversation, intent->text, sources, n_files, FALSE))
    return cor_reply_gate_check (db, intent->conversation, FALSE, intent->text);
  cor_db_fail (db, COR_STORE_ERROR_REFUSED, "Under a compliance hold only an approved template may be sent, as it is");
  return FALSE;
}

static void
run_action (CorDb               *db,
            const Decision      *decision,
            const CorIntentData *intent)
{
  if (is_sent_now (decision, intent))
    {
      cor_db_run (db, "intent-send-now", "l", decision->intent);
      return;
    }
  if (decision->send_at != 0)
    {
      cor_db_run (db, "intent-schedule", "ll", decision->intent, decision->send_at);
      return;
    }
  switch (decision->action)
    {
    case COR_INTENT_RETRY:
      cor_db_run (db, "intent-retry", "l", decision->intent);
      break;
    case COR_INTENT_CHECK:
      cor_db_run (db, "intent-ask-check", "l", decision->intent);
      break;
    case COR_INTENT_CANCEL:
    case COR_INTENT_TAKE_BACK:
    default:
      cor_db_run (db, "intent-cancel", "l", decision->intent);
      break;
    }
}

static gpointer
act_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  Decision *decision = data;
  g_autoptr (CorIntentData) intent = cor_intent_load (db, decision->intent);

  if (intent == NULL)
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "That is no longer in the outbox");
      return NULL;
    }

  if (cor_intent_has_passed (db, decision->send_at))
    return NULL;
  if (is_sent_now (decision, intent) && !may_leave_now (db, intent))
    return NULL;
  run_action (db, decision, intent);
  if (cor_db_get_n_changed (db) == 0)
    {
      cor_db_fail (db, COR_STORE_ERROR_CONFLICT, "It is too late for that");
      return NULL;
    }

  if (decision->send_at == 0 && decision->action == COR_INTENT_TAKE_BACK && intent->text != NULL)
    take_back (db, intent);
  if (decision->send_at == 0 && (decision->action == COR_INTENT_CANCEL || decision->action == COR_INTENT_TAKE_BACK))
    {
      cor_db_run (db, "message-remove-bubble", "s", intent->uuid);
      cor_db_run (db, "file-discard", "s", intent->uuid);
    }
  cor_db_touch_thread (db, intent->conversation);
  cor_db_touch_timeline (db, intent->conversation);
  cor_db_touch_topics (db, COR_TOPIC_OUTBOX | COR_TOPIC_WORK);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_act_on_intent_async:
 *
 * What the agent decides about something in the outbox; on disk when it returns. A reply that waits for its time is
 * looked at as if it were written now when it is to leave at once: COR_STORE_ERROR_REFUSED, with a sentence, where it
 * may not.
 */
void
cor_store_act_on_intent_async (CorStore           *store,
                               gint64              intent,
                               CorIntentAction     action,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Decision decision = { intent, action, 0 };

  cor_store_run_async (store, COR_STORE_AGENT, act_job, g_memdup2 (&decision, sizeof decision), g_free, NULL, cancellable, callback,
                       user_data);
}

/**
 * cor_store_schedule_intent_async:
 * @intent: local id of a reply that waits for its time or for the agent
 * @send_at: when it shall leave instead, seconds since the epoch
 *
 * Another time for a reply; over what the agent has now seen. To be ended by cor_store_act_on_intent_finish(), with
 * COR_STORE_ERROR_CONFLICT when it has left and COR_STORE_ERROR_REFUSED when the time has passed.
 */
void
cor_store_schedule_intent_async (CorStore           *store,
                                 gint64              intent,
                                 gint64              send_at,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  Decision decision = { intent, COR_INTENT_RETRY, send_at };

  g_return_if_fail (send_at > 0);

  cor_store_run_async (store, COR_STORE_AGENT, act_job, g_memdup2 (&decision, sizeof decision), g_free, NULL, cancellable, callback,
                       user_data);
}

gboolean
cor_store_act_on_intent_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
