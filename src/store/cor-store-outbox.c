/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-outbox.h"

#include "cor-db.h"
#include "cor-intent-follow.h"
#include "cor-intent-load.h"
#include "cor-pull.h"
#include "cor-reply-gate.h"

static void
move_free (gpointer data)
{
  CorIntentMove *move = data;

  g_clear_pointer (&move->message, cor_message_record_unref);
  g_free ((char *) move->detail);
  g_free (move);
}

static CorIntentMove *
move_copy (const CorIntentMove *move)
{
  CorIntentMove *copy = g_memdup2 (move, sizeof *move);

  if (copy->message != NULL)
    cor_message_record_ref (copy->message);
  copy->detail = g_strdup (move->detail);
  return copy;
}

static gpointer
list_heads_job (CorDb   *db,
                gpointer data,
                GError **error)
{
  return cor_intent_load_all (db, cor_db_query (db, "intent-list-heads", "l", *(gint64 *) data));
}

void
cor_store_list_heads_async (CorStore           *store,
                            gint64              account,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_heads_job, g_memdup2 (&account, sizeof account), g_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cor_store_list_heads_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static void
accept_intent (CorDb               *db,
               const CorIntentMove *move,
               CorIntentData       *intent)
{
  /* the message itself says done, by its uuid; without one, such as a change of state, we say it */
  if (move->message != NULL)
    cor_pull_message (db, intent->account, intent->conversation, move->message);
  cor_db_run (db, "intent-done", "l", intent->id);
  cor_intent_follow (db, intent->id);
}

/* Compliance may have taken the conversation while the reply waited. */
static void
send_intent (CorDb               *db,
             const CorIntentMove *move,
             CorIntentData       *intent)
{
  guint n_files = intent->files != NULL ? g_strv_length (intent->files) : 0;
  g_autoptr (GPtrArray) sources = intent->kind == COR_INTENT_REPLY ? cor_reply_load_sources (db, intent->id) : NULL;

  if (sources != NULL && !cor_reply_may_leave (db, intent->conversation, intent->text, sources, n_files, move->is_held))
    cor_db_fail (db, COR_STORE_ERROR_REFUSED, "Under a compliance hold only an approved template may be sent, as it is");
  else
    cor_db_run (db, "intent-send", "l", intent->id);
}

/* Whether the step fits the state the intent is in is asked by each statement; 0 rows: it did not. */
static int
run_step (CorDb               *db,
          const CorIntentMove *move,
          CorIntentData       *intent)
{
  switch (move->step)
    {
    case COR_STEP_SEND:
      send_intent (db, move, intent);
      break;
    case COR_STEP_ACCEPT:
      accept_intent (db, move, intent);
      return 1;
    case COR_STEP_REJECT:
      cor_db_run (db, "intent-reject", "sl", move->detail, intent->id);
      break;
    case COR_STEP_REQUEUE:
      cor_db_run (db, "intent-requeue", "lsil", move->at, move->detail, (int) move->from_offline, intent->id);
      break;
    case COR_STEP_UNCERTAIN:
      cor_db_run (db, "intent-uncertain", "lsil", move->at_ms, move->detail, (int) move->is_doubted, intent->id);
      break;
    case COR_STEP_MISSED:
      cor_db_run (db, "intent-missed", "li", intent->id, (int) move->checks);
      break;
    case COR_STEP_UNSEEN:
      cor_db_run (db, "intent-unseen", "lsl", move->at, cor_hold_reason_to_string (move->hold), intent->id);
      break;
    case COR_STEP_RESEND:
      cor_db_run (db, "intent-resend", "li", intent->id, (int) move->checks);
      break;
    case COR_STEP_HOLD:
      cor_db_run (db, "intent-hold", "ssl", cor_hold_reason_to_string (move->hold), move->detail, intent->id);
      break;
    case COR_STEP_RESTART:
    default:
      cor_db_run (db, "intent-restart", "lll", move->at, move->floor, intent->id);
      break;
    }
  return cor_db_get_n_changed (db);
}

static gpointer
move_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const CorIntentMove *move = data;
  g_autoptr (CorIntentData) intent = cor_intent_load (db, move->intent);

  if (intent == NULL || run_step (db, move, intent) == 0)
    {
      cor_db_fail (db, COR_STORE_ERROR_CONFLICT, "The intent has moved on");
      return NULL;
    }
  /* whether she has read it is of no use to the agent */
  if (move->step == COR_STEP_REJECT && intent->kind == COR_INTENT_SEEN)
    cor_db_run (db, "intent-drop-seen", "l", intent->id);
  cor_db_touch_thread (db, intent->conversation);
  cor_db_touch_timeline (db, intent->conversation);
  cor_db_touch_topics (db, COR_TOPIC_OUTBOX);
  return GINT_TO_POINTER (TRUE);
}

void
cor_store_move_intent_async (CorStore            *store,
                             const CorIntentMove *move,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, move_job, move_copy (move), move_free, NULL, cancellable, callback, user_data);
}

/**
 * cor_store_move_intent_finish:
 *
 * Returns: whether the step was taken; COR_STORE_ERROR_CONFLICT when the agent or a push was faster
 */
gboolean
cor_store_move_intent_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
recover_job (CorDb   *db,
             gpointer data,
             GError **error)
{
  cor_db_run (db, "intent-recover", "ll", g_get_real_time () / 1000, *(gint64 *) data);
  if (cor_db_get_n_changed (db) > 0)
    cor_db_touch_topics (db, COR_TOPIC_OUTBOX);
  return GINT_TO_POINTER (TRUE);
}

void
cor_store_recover_intents_async (CorStore           *store,
                                 gint64              account,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, recover_job, g_memdup2 (&account, sizeof account), g_free, NULL, cancellable, callback,
                       user_data);
}

gboolean
cor_store_recover_intents_finish (CorStore     *store,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
list_own_uuids_job (CorDb   *db,
                    gpointer data,
                    GError **error)
{
  GHashTable   *uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *row = cor_db_query (db, "intent-list-uuids", "l", *(gint64 *) data);

  while (cor_db_next (db, row))
    g_hash_table_add (uuids, cor_column_dup (row, 0));
  return uuids;
}

void
cor_store_list_own_uuids_async (CorStore           *store,
                                gint64              conversation,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_own_uuids_job, g_memdup2 (&conversation, sizeof conversation), g_free,
                       (GDestroyNotify) g_hash_table_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_own_uuids_finish:
 *
 * Returns: (transfer full) (element-type utf8 utf8): a set
 */
GHashTable *
cor_store_list_own_uuids_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
