/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-intents.h"

#include "cor-channel.h"
#include "cor-db.h"
#include "cor-intent-load.h"
#include "cor-mask.h"
#include "cor-time-bound.h"

/* What the agent asks for, as plain copies; each kind uses what it needs. */
typedef struct
{
  CorIntentKind kind;
  gint64        conversation;
  char         *text, *assignee, *added, *removed;
  int           undo_seconds; /* negative: the account's */
  CorStatus     status;
  gint64        snoozed_until;
  CorPriority   priority;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->text);
  g_free (wish->assignee);
  g_free (wish->added);
  g_free (wish->removed);
  g_free (wish);
}

static Wish *
wish_new (CorIntentKind kind,
          gint64        conversation)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->kind = kind;
  wish->conversation = conversation;
  return wish;
}

/* The state that the agent has before her eyes, and the account; fails when it is not here. */
typedef struct
{
  gint64     account, floor;
  CorChannel channel;
  CorStatus  status;
  char      *assignee;
  gboolean   is_offline;
} Scene;

static void
scene_clear (Scene *scene)
{
  g_free (scene->assignee);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static gboolean
read_scene (CorDb *db,
            gint64 conversation,
            Scene *scene)
{
  sqlite3_stmt *row = cor_db_query (db, "intent-scene", "l", conversation);

  if (!cor_db_next (db, row))
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "That conversation is no longer here");
      return FALSE;
    }
  scene->account = cor_column_int (row, 0);
  scene->channel = (CorChannel) cor_column_int (row, 1);
  scene->status = (CorStatus) cor_column_int (row, 2);
  scene->assignee = cor_column_dup (row, 3);
  scene->floor = cor_column_int (row, 4);
  scene->is_offline = cor_column_int (row, 5) != 0;
  cor_db_next (db, row);
  return TRUE;
}

static gint64
get_undo (CorDb       *db,
          const Scene *scene,
          const Wish  *wish)
{
  const char      *key = cor_channel_is_live (scene->channel) ? "undo-messaging" : "undo-email";
  g_autofree char *set = NULL;

  if (wish->kind != COR_INTENT_REPLY && wish->kind != COR_INTENT_NOTE)
    return 0;
  if (wish->undo_seconds >= 0)
    return wish->undo_seconds;
  set = cor_db_dup_text (db, "setting-get", "ls", scene->account, key);
  return set != NULL ? g_ascii_strtoll (set, NULL, 10) : cor_channel_get_undo_seconds (scene->channel);
}

static gint64
put_intent (CorDb       *db,
            const Scene *scene,
            const Wish  *wish,
            const char  *uuid,
            gint64       message)
{
  gint64   now = g_get_real_time () / G_USEC_PER_SEC;
  gboolean is_reply = wish->kind == COR_INTENT_REPLY;
  gint64   id;

  cor_db_run (db, "intent-put", "slls"
                                "silsiss"
                                "llllisii",
              uuid, scene->account, wish->conversation,
              cor_intent_kind_to_string (wish->kind), wish->text, (int) wish->status, wish->snoozed_until, wish->assignee,
              (int) wish->priority, wish->added, wish->removed, message, now, now + get_undo (db, scene, wish), scene->floor,
              (int) scene->status, scene->assignee, (int) (is_reply && scene->is_offline),
              (int) (is_reply && cor_text_time_bound (wish->text) != 0));
  id = cor_db_get_last_id (db);
  cor_db_touch_thread (db, wish->conversation);
  cor_db_touch_timeline (db, wish->conversation);
  cor_db_touch_topics (db, COR_TOPIC_OUTBOX | COR_TOPIC_WORK);
  return id;
}

static gpointer
queue_reply_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  Wish            *wish = data;
  gboolean         is_private = wish->kind == COR_INTENT_NOTE;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *masked = cor_mask_secrets (wish->text, NULL);
  g_auto (Scene) scene = { 0 };
  gint64 id, message;

  if (!read_scene (db, wish->conversation, &scene))
    return NULL;

  cor_db_run (db, "message-put-bubble", "llssi", scene.account, wish->conversation, masked, uuid, (int) is_private);
  message = cor_db_get_last_id (db);
  id = put_intent (db, &scene, wish, uuid, message);
  cor_db_run (db, "draft-remove", "li", wish->conversation, (int) is_private);
  cor_db_touch_topics (db, COR_TOPIC_DRAFTS);
  return g_memdup2 (&id, sizeof id);
}

/**
 * cor_store_queue_reply_async:
 * @conversation: local id
 * @text: what shall be sent, not empty
 * @undo_seconds: for so long it can be taken back; negative: as set for the account and channel
 *
 * Queues a reply or a private note with its bubble, and removes the draft, in one transaction.
 */
void
cor_store_queue_reply_async (CorStore           *store,
                             gint64              conversation,
                             gboolean            is_private,
                             const char         *text,
                             int                 undo_seconds,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Wish *wish = wish_new (is_private ? COR_INTENT_NOTE : COR_INTENT_REPLY, conversation);

  wish->text = g_strdup (text);
  wish->undo_seconds = undo_seconds;
  cor_store_run_async (store, COR_STORE_AGENT, queue_reply_job, wish, wish_free, g_free, cancellable, callback, user_data);
}

/**
 * cor_store_queue_reply_finish:
 *
 * Returns: the intent's id, or 0 with an error; then nothing was queued and the draft is as it was
 */
gint64
cor_store_queue_reply_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  g_autofree gint64 *id = cor_store_run_finish (store, result, error);

  return id != NULL ? *id : 0;
}

static gpointer
queue_state_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  Wish            *wish = data;
  g_autofree char *uuid = g_uuid_string_random ();
  g_auto (Scene) scene = { 0 };

  if (!read_scene (db, wish->conversation, &scene))
    return NULL;

  /* a later absolute value takes the place of an earlier one that has not left */
  if (wish->kind != COR_INTENT_LABELS)
    cor_db_run (db, "intent-collapse", "ls", wish->conversation, cor_intent_kind_to_string (wish->kind));
  if (wish->kind == COR_INTENT_SEEN)
    cor_db_run (db, "conversation-clear-mention", "l", wish->conversation);
  put_intent (db, &scene, wish, uuid, 0);
  return GINT_TO_POINTER (TRUE);
}

static void
queue_state (CorStore           *store,
             Wish               *wish,
             GCancellable       *cancellable,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, queue_state_job, wish, wish_free, NULL, cancellable, callback, user_data);
}

void
cor_store_queue_status_async (CorStore           *store,
                              gint64              conversation,
                              CorStatus           status,
                              gint64              snoozed_until,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Wish *wish = wish_new (COR_INTENT_STATUS, conversation);

  wish->status = status;
  wish->snoozed_until = snoozed_until;
  queue_state (store, wish, cancellable, callback, user_data);
}

void
cor_store_queue_assign_async (CorStore           *store,
                              gint64              conversation,
                              const char         *agent_id,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Wish *wish = wish_new (COR_INTENT_ASSIGN, conversation);

  wish->assignee = g_strdup (agent_id);
  queue_state (store, wish, cancellable, callback, user_data);
}

void
cor_store_queue_priority_async (CorStore           *store,
                                gint64              conversation,
                                CorPriority         priority,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Wish *wish = wish_new (COR_INTENT_PRIORITY, conversation);

  wish->priority = priority;
  queue_state (store, wish, cancellable, callback, user_data);
}

static char *
join (const char *const *titles)
{
  return titles != NULL ? g_strjoinv ("\n", (char **) titles) : NULL;
}

/**
 * cor_store_queue_labels_async:
 * @added: (nullable): titles
 * @removed: (nullable): titles
 *
 * Never "set": what a colleague did to other labels stays (chatwoot.md §6).
 */
void
cor_store_queue_labels_async (CorStore           *store,
                              gint64              conversation,
                              const char *const  *added,
                              const char *const  *removed,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Wish *wish = wish_new (COR_INTENT_LABELS, conversation);

  wish->added = join (added);
  wish->removed = join (removed);
  queue_state (store, wish, cancellable, callback, user_data);
}

void
cor_store_queue_seen_async (CorStore           *store,
                            gint64              conversation,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  queue_state (store, wish_new (COR_INTENT_SEEN, conversation), cancellable, callback, user_data);
}

gboolean
cor_store_queue_finish (CorStore     *store,
                        GAsyncResult *result,
                        GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

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
} Decision;

/* The words go back to the composer, before what was begun there since. */
static void
take_back (CorDb         *db,
           CorIntentData *intent)
{
  cor_db_run (db, "draft-prepend", "lis", intent->conversation, (int) (intent->kind == COR_INTENT_NOTE), intent->text);
  cor_db_touch_topics (db, COR_TOPIC_DRAFTS);
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

  switch (decision->action)
    {
    case COR_INTENT_RETRY:
      cor_db_run (db, "intent-retry", "l", intent->id);
      break;
    case COR_INTENT_CHECK:
      cor_db_run (db, "intent-ask-check", "l", intent->id);
      break;
    case COR_INTENT_CANCEL:
    case COR_INTENT_TAKE_BACK:
    default:
      cor_db_run (db, "intent-cancel", "l", intent->id);
      break;
    }
  if (cor_db_get_n_changed (db) == 0)
    {
      cor_db_fail (db, COR_STORE_ERROR_CONFLICT, "It is too late for that");
      return NULL;
    }

  if (decision->action == COR_INTENT_TAKE_BACK && intent->text != NULL)
    take_back (db, intent);
  if (decision->action == COR_INTENT_CANCEL || decision->action == COR_INTENT_TAKE_BACK)
    cor_db_run (db, "message-remove-bubble", "s", intent->uuid);
  cor_db_touch_thread (db, intent->conversation);
  cor_db_touch_timeline (db, intent->conversation);
  cor_db_touch_topics (db, COR_TOPIC_OUTBOX | COR_TOPIC_WORK);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_act_on_intent_async:
 *
 * What the agent decides about something in the outbox; on disk when it returns.
 */
void
cor_store_act_on_intent_async (CorStore           *store,
                               gint64              intent,
                               CorIntentAction     action,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Decision decision = { intent, action };

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
