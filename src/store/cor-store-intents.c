/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-intents.h"

#include "cor-channel.h"
#include "cor-db.h"
#include "cor-file-limits.h"
#include "cor-file-vault.h"
#include "cor-intent-follow.h"
#include "cor-intent-join.h"
#include "cor-intent-load.h"
#include "cor-mask.h"
#include "cor-reply-gate.h"
#include "cor-reply-load.h"
#include "cor-state-value.h"
#include "cor-store-sources.h"
#include "cor-str.h"
#include "cor-time-bound.h"

/* What the agent asks for, as plain copies; each kind uses what it needs. */
typedef struct _Wish Wish;
struct _Wish
{
  CorIntentKind kind;
  gint64        conversation;
  char         *text, *assignee, *added, *removed;
  GPtrArray    *sources;      /* CorInsertSource, or NULL */
  GArray       *files;        /* gint64: of its draft, or NULL */
  GPtrArray    *staged;       /* CorStagedFile, or NULL */
  int           undo_seconds; /* negative: the account's */
  gint64        send_at;      /* 0: as soon as it can */
  gboolean      is_checked;   /* refused when the reply check stops it */
  gboolean      has_then;     /* status and snoozed_until are for when the reply has left; of a status: it comes of one */
  CorStatus     status;
  gint64        snoozed_until;
  CorPriority   priority;
  Wish         *note; /* owned: goes with it, or NULL */
};

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->text);
  g_free (wish->assignee);
  g_free (wish->added);
  g_free (wish->removed);
  g_clear_pointer (&wish->sources, g_ptr_array_unref);
  g_clear_pointer (&wish->files, g_array_unref);
  g_clear_pointer (&wish->staged, g_ptr_array_unref);
  g_clear_pointer (&wish->note, wish_free);
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
  gint64      account, floor;
  CorChannel  channel;
  CorStatus   status;
  char       *assignee;
  CorPriority priority;
  gboolean    is_offline;
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
  scene->priority = (CorPriority) cor_column_int (row, 6);
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

static void
touch_queue (CorDb *db,
             gint64 conversation)
{
  cor_db_touch_thread (db, conversation);
  cor_db_touch_timeline (db, conversation);
  cor_db_touch_topics (db, COR_TOPIC_OUTBOX | COR_TOPIC_WORK);
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
                                "llllisiiil",
              uuid, scene->account, wish->conversation,
              cor_intent_kind_to_string (wish->kind), wish->text, (int) wish->status, wish->snoozed_until, wish->assignee,
              (int) wish->priority, wish->added, wish->removed, message, now, wish->send_at > 0 ? wish->send_at : now + get_undo (db, scene, wish), scene->floor,
              (int) scene->status, scene->assignee, (int) (scene->is_offline && wish->kind != COR_INTENT_NOTE && wish->send_at == 0),
              (int) (is_reply && cor_text_time_bound (wish->text) != 0), (int) scene->priority, wish->send_at);
  id = cor_db_get_last_id (db);
  touch_queue (db, wish->conversation);
  return id;
}

static guint
count_files (const Wish *wish)
{
  return (wish->files != NULL ? wish->files->len : 0) + (wish->staged != NULL ? wish->staged->len : 0);
}

/* The window has shown it; what may not leave does not leave because a window was slow, either. */
static gboolean
check_reply (CorDb      *db,
             const Wish *wish)
{
  gboolean is_private = wish->kind == COR_INTENT_NOTE;

  if (!is_private && !cor_reply_may_leave (db, wish->conversation, wish->text, wish->sources, count_files (wish), FALSE))
    {
      cor_db_fail (db, COR_STORE_ERROR_REFUSED, "Under a compliance hold only an approved template may be sent, as it is");
      return FALSE;
    }
  return !wish->is_checked || cor_reply_gate_check (db, wish->conversation, is_private, wish->text);
}

/* With its bubble. */
static gint64
put_message (CorDb       *db,
             const Scene *scene,
             const Wish  *wish,
             const char  *uuid)
{
  g_autofree char *masked = cor_mask_secrets (wish->text, NULL);

  cor_db_run (db, "message-put-bubble", "llssi", scene->account, wish->conversation, masked, uuid, (int) (wish->kind == COR_INTENT_NOTE));
  return put_intent (db, scene, wish, uuid, cor_db_get_last_id (db));
}

static gpointer
queue_reply_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  Wish            *wish = data;
  gboolean         is_private = wish->kind == COR_INTENT_NOTE;
  g_autofree char *typed = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_auto (Scene) scene = { 0 };
  gint64 id;

  if (!read_scene (db, wish->conversation, &scene) || cor_intent_has_passed (db, wish->send_at) || !check_reply (db, wish))
    return NULL;

  typed = g_steal_pointer (&wish->text);
  wish->text = is_private || typed == NULL ? g_strdup (typed) : cor_reply_gate_dup_sent (scene.channel, typed);
  id = put_message (db, &scene, wish, uuid);
  cor_reply_sources_put (db, wish->sources, typed, uuid, id);
  if (wish->has_then)
    cor_db_run (db, "intent-put-then", "lil", id, (int) wish->status, wish->snoozed_until);
  cor_file_vault_send (db, wish->files, wish->staged, wish->conversation, is_private, uuid);
  cor_db_run (db, "draft-blank", "li", wish->conversation, (int) is_private);
  cor_db_run (db, "draft-remove-blank", "li", wish->conversation, (int) is_private);
  cor_db_touch_topics (db, COR_TOPIC_DRAFTS);
  return g_memdup2 (&id, sizeof id);
}

static Wish *
new_reply (gint64      conversation,
           gboolean    is_private,
           const char *text,
           GPtrArray  *sources,
           gboolean    is_checked)
{
  Wish *wish = wish_new (is_private ? COR_INTENT_NOTE : COR_INTENT_REPLY, conversation);

  wish->text = g_strdup (text);
  wish->sources = cor_insert_source_array_dup (sources);
  wish->is_checked = is_checked;
  return wish;
}

/**
 * cor_store_queue_reply_async:
 * @conversation: local id
 * @text: what shall be sent, not empty
 * @undo_seconds: for so long it can be taken back; negative: as set for the account and channel
 *
 * Queues a reply or a private note with its bubble, and removes the draft, in one transaction. Fails with
 * COR_STORE_ERROR_REFUSED under a compliance hold, where only approved templates may go.
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
  Wish *wish = new_reply (conversation, is_private, text, NULL, FALSE);

  wish->undo_seconds = undo_seconds;
  cor_store_run_async (store, COR_STORE_AGENT, queue_reply_job, wish, wish_free, g_free, cancellable, callback, user_data);
}

/**
 * cor_store_queue_reply_from_async:
 * @sources: (nullable) (transfer none) (element-type CorInsertSource): what was inserted while it was written
 *
 * As cor_store_queue_reply_async(), for a reply that somebody wrote in the window. Of the sources, those of which
 * something is left in @text go with the reply; cor-store-sources.h says what becomes of them. Fails with
 * COR_STORE_ERROR_REFUSED when the reply check stops the text.
 */
void
cor_store_queue_reply_from_async (CorStore           *store,
                                  gint64              conversation,
                                  gboolean            is_private,
                                  const char         *text,
                                  GPtrArray          *sources,
                                  int                 undo_seconds,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Wish *wish = new_reply (conversation, is_private, text, sources, TRUE);

  wish->undo_seconds = undo_seconds;
  cor_store_run_async (store, COR_STORE_AGENT, queue_reply_job, wish, wish_free, g_free, cancellable, callback, user_data);
}

/**
 * cor_store_queue_reply_with_async:
 * @order: what shall be sent; copied, but for the staged files, which are taken
 *
 * Likewise, with files; then the text may be empty. A note may have some too; under a compliance hold a reply may not. One
 * with a time waits for it, is asked then whether it still fits, and nothing else waits for it.
 */
void
cor_store_queue_reply_with_async (CorStore            *store,
                                  const CorReplyOrder *order,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Wish *wish = new_reply (order->conversation, order->is_private, order->text, order->sources, TRUE);

  wish->undo_seconds = order->undo_seconds;
  wish->send_at = order->send_at;
  wish->has_then = order->has_then;
  wish->status = order->then_status;
  wish->snoozed_until = order->then_until;
  wish->files = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), order->files, order->n_files);
  wish->staged = order->staged != NULL ? g_ptr_array_ref (order->staged) : NULL;
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

/* Takes over from a change of the same kind that never left: what the agent saw before it, since she did not
 * see what it would have made; of labels the request too. */
static gboolean
inherit (CorDb *db,
         Wish  *wish,
         Scene *scene)
{
  sqlite3_stmt    *row = cor_db_query (db, "intent-find-replaced", "ls", wish->conversation, cor_intent_kind_to_string (wish->kind));
  g_autofree char *added = NULL;
  g_autofree char *removed = NULL;

  if (!cor_db_next (db, row))
    return FALSE;
  scene->status = (CorStatus) cor_column_int (row, 0);
  cor_set_str (&scene->assignee, cor_column_text (row, 1));
  scene->priority = (CorPriority) cor_column_int (row, 2);
  if (wish->kind == COR_INTENT_PROCEDURE || wish->kind == COR_INTENT_PAYMENT)
    {
      added = wish->kind == COR_INTENT_PROCEDURE ? cor_intent_join_procedure (cor_column_text (row, 3), wish->added)
                                                 : cor_intent_join_links (cor_column_text (row, 3), wish->added);
      cor_set_str (&wish->added, added);
    }
  if (wish->kind == COR_INTENT_LABELS)
    {
      added = cor_intent_join_titles (cor_column_text (row, 3), wish->removed, wish->added);
      removed = cor_intent_join_titles (cor_column_text (row, 4), wish->added, wish->removed);
      cor_set_str (&wish->added, added);
      cor_set_str (&wish->removed, removed);
    }
  cor_db_next (db, row);
  return TRUE;
}

/* Back to what it was: nothing is left to ask for. */
static gboolean
is_undone (const Wish  *wish,
           const Scene *scene)
{
  CorStateValue base = { scene->status, 0, scene->assignee, scene->priority };
  CorStateValue wanted = { wish->status, wish->snoozed_until, wish->assignee, wish->priority };

  return (wish->kind == COR_INTENT_STATUS || wish->kind == COR_INTENT_ASSIGN || wish->kind == COR_INTENT_PRIORITY) && wanted.status != COR_STATUS_SNOOZED &&
         cor_state_value_equal (wish->kind, &base, &wanted);
}

static gpointer
queue_state_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  Wish            *wish = data;
  g_autofree char *uuid = g_uuid_string_random ();
  g_auto (Scene) scene = { 0 };
  gboolean is_instead;

  if (!read_scene (db, wish->conversation, &scene))
    return NULL;

  /* a later wish takes the place of an earlier one that has not left, or that she was asked about */
  is_instead = inherit (db, wish, &scene);
  if (wish->kind == COR_INTENT_STATUS && !wish->has_then)
    cor_db_run (db, "intent-drop-then", "ll", (gint64) 0, wish->conversation);
  cor_db_run (db, "intent-collapse", "ls", wish->conversation, cor_intent_kind_to_string (wish->kind));
  if (wish->kind == COR_INTENT_SEEN)
    cor_db_run (db, "conversation-clear-mention", "l", wish->conversation);
  if (is_instead && is_undone (wish, &scene))
    touch_queue (db, wish->conversation);
  else
    put_intent (db, &scene, wish, uuid, 0);
  if (wish->note != NULL)
    {
      g_autofree char *note = g_uuid_string_random ();

      put_message (db, &scene, wish->note, note);
    }
  return GINT_TO_POINTER (TRUE);
}

/*
 * cor_intent_put_status:
 *
 * As cor_store_queue_status_async(), within a job; nothing when the conversation is not here or has that status already.
 *
 * Returns: whether it is asked for
 */
gboolean
cor_intent_put_status (CorDb    *db,
                       gint64    conversation,
                       CorStatus status,
                       gint64    snoozed_until)
{
  Wish          wish = { .kind = COR_INTENT_STATUS, .conversation = conversation, .has_then = TRUE, .status = status, .snoozed_until = snoozed_until };
  sqlite3_stmt *row = cor_db_query (db, "intent-scene", "l", conversation);
  gboolean      is_wanted;

  if (!cor_db_next (db, row))
    return FALSE;
  is_wanted = status == COR_STATUS_SNOOZED || (CorStatus) cor_column_int (row, 2) != status;
  cor_db_next (db, row);
  return is_wanted && queue_state_job (db, &wish, NULL) != NULL;
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

/**
 * cor_store_queue_procedure_async:
 * @change: what the agent did of a procedure
 * @note: (nullable): a private note that goes with it, when it is finished
 *
 * Steps are merged on the desk with those that colleagues did (cor_procedure_apply()).
 */
void
cor_store_queue_procedure_async (CorStore                 *store,
                                 gint64                    conversation,
                                 const CorProcedureChange *change,
                                 const char               *note,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  Wish *wish = wish_new (COR_INTENT_PROCEDURE, conversation);

  wish->added = cor_procedure_change_dup_text (change);
  if (note != NULL)
    {
      wish->note = wish_new (COR_INTENT_NOTE, conversation);
      wish->note->text = g_strdup (note);
    }
  queue_state (store, wish, cancellable, callback, user_data);
}

/**
 * cor_store_queue_links_async:
 * @changes: (array length=n_changes): what the agent said about payments and who writes, in order; one at least
 *
 * They are merged on the desk with what colleagues said (cor-payment-link.h).
 */
void
cor_store_queue_links_async (CorStore            *store,
                             gint64               conversation,
                             const CorLinkChange *changes,
                             guint                n_changes,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Wish *wish = wish_new (COR_INTENT_PAYMENT, conversation);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_changes; i++)
    g_ptr_array_add (lines, cor_link_change_dup_text (&changes[i]));
  g_ptr_array_add (lines, NULL);
  wish->added = g_strjoinv ("\n", (char **) lines->pdata);
  queue_state (store, wish, cancellable, callback, user_data);
}

gboolean
cor_store_queue_finish (CorStore     *store,
                        GAsyncResult *result,
                        GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
