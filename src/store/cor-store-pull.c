/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-pull.h"

#include "cor-pull.h"

/* Arguments of the calls below; each uses what it needs. */
typedef struct
{
  gint64          account, conversation, read_from, read_to;
  gboolean        want_more;
  char           *remote_id, *key, *value;
  GPtrArray      *records, *agents, *teams, *labels;
  GHashTable     *seen;
  CorAccountData *status;
  guint           next, limit;
} Pull;

static void
pull_free (gpointer data)
{
  Pull *pull = data;

  g_free (pull->remote_id);
  g_free (pull->key);
  g_free (pull->value);
  g_clear_pointer (&pull->records, g_ptr_array_unref);
  g_clear_pointer (&pull->agents, g_ptr_array_unref);
  g_clear_pointer (&pull->teams, g_ptr_array_unref);
  g_clear_pointer (&pull->labels, g_ptr_array_unref);
  g_clear_pointer (&pull->seen, g_hash_table_unref);
  g_clear_pointer (&pull->status, cor_account_data_unref);
  g_free (pull);
}

static Pull *
pull_new (gint64 account)
{
  Pull *pull = g_new0 (Pull, 1);

  pull->account = account;
  return pull;
}

/**
 * cor_store_pull_finish:
 *
 * Returns: whether it was written; for every cor_store_put_…_async() of this file
 */
gboolean
cor_store_pull_finish (CorStore     *store,
                       GAsyncResult *result,
                       GError      **error)
{
  return g_task_is_valid (result, store) && cor_store_run_finish (store, result, error) != NULL;
}

static void
run_sync (CorStore           *store,
          CorStoreFunc        func,
          Pull               *pull,
          GCancellable       *cancellable,
          GAsyncReadyCallback callback,
          gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, func, pull, pull_free, NULL, cancellable, callback, user_data);
}

#define DONE GINT_TO_POINTER (TRUE)

static void
drop_lost_inboxes (CorDb *db,
                   Pull  *pull)
{
  g_autoptr (GString) kept = g_string_new (",");
  g_autoptr (GArray) lost = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row;

  for (guint i = 0; i < pull->records->len; i++)
    g_string_append_printf (kept, "%s,", ((CorInboxRecord *) pull->records->pdata[i])->remote_id);

  row = cor_db_query (db, "inbox-list-lost", "ls", pull->account, kept->str);
  while (cor_db_next (db, row))
    g_array_append_val (lost, *(gint64[]){ cor_column_int (row, 0) });
  for (guint i = 0; i < lost->len; i++)
    cor_pull_drop_conversation (db, g_array_index (lost, gint64, i));
  cor_db_run (db, "inbox-remove-lost", "ls", pull->account, kept->str);
}

/* An inbox that is on another channel now takes its conversations with it, some at a time. */
static gpointer
touch_moved_threads (CorDb *db,
                     Pull  *pull)
{
  sqlite3_stmt *row = cor_db_query (db, "conversation-of-other-channel", "ll", pull->conversation, pull->account);
  gboolean      found = FALSE;

  while (cor_db_next (db, row))
    {
      pull->conversation = cor_column_int (row, 0);
      cor_db_touch_thread (db, pull->conversation);
      found = TRUE;
    }
  return found ? COR_STORE_AGAIN : DONE;
}

static gpointer
put_lists_job (CorDb   *db,
               gpointer data,
               GError **error)
{
  Pull    *pull = data;
  gboolean is_changed = FALSE;

  if (pull->next > 0)
    return touch_moved_threads (db, pull);
  drop_lost_inboxes (db, pull);
  for (guint i = 0; i < pull->records->len; i++)
    {
      CorInboxRecord *inbox = pull->records->pdata[i];

      cor_db_run (db, "inbox-put", "lsssi", pull->account, inbox->remote_id, inbox->name, inbox->address, (int) inbox->channel);
      is_changed |= cor_db_get_n_changed (db) > 0;
    }
  cor_db_run (db, "agent-clear", "l", pull->account);
  for (guint i = 0; i < pull->agents->len; i++)
    {
      CorAgentRecord *agent = pull->agents->pdata[i];

      cor_db_run (db, "agent-put", "lssssi", pull->account, agent->remote_id, agent->name, agent->email, agent->availability,
                  (int) agent->is_administrator);
    }
  cor_db_run (db, "team-clear", "l", pull->account);
  for (guint i = 0; i < pull->teams->len; i++)
    {
      CorTeamRecord *team = pull->teams->pdata[i];

      cor_db_run (db, "team-put", "lssi", pull->account, team->remote_id, team->name, (int) team->is_member);
    }
  cor_db_run (db, "label-clear", "l", pull->account);
  for (guint i = 0; i < pull->labels->len; i++)
    {
      CorLabelRecord *label = pull->labels->pdata[i];

      cor_db_run (db, "label-put", "lsss", pull->account, label->title, label->description, label->color);
    }
  cor_db_touch_topics (db, COR_TOPIC_LISTS);
  pull->next = 1; /* the lists are written */
  return is_changed ? touch_moved_threads (db, pull) : DONE;
}

/**
 * cor_store_put_lists_async:
 *
 * Replaces the desk's arrangement. Conversations of an inbox that is no longer the agent's are
 * removed from this computer.
 */
void
cor_store_put_lists_async (CorStore           *store,
                           gint64              account,
                           GPtrArray          *inboxes,
                           GPtrArray          *agents,
                           GPtrArray          *teams,
                           GPtrArray          *labels,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Pull *pull = pull_new (account);

  pull->records = g_ptr_array_ref (inboxes);
  pull->agents = g_ptr_array_ref (agents);
  pull->teams = g_ptr_array_ref (teams);
  pull->labels = g_ptr_array_ref (labels);
  run_sync (store, put_lists_job, pull, cancellable, callback, user_data);
}

static gpointer
put_conversations_job (CorDb   *db,
                       gpointer data,
                       GError **error)
{
  Pull *pull = data;

  while (pull->next < pull->records->len)
    {
      cor_pull_conversation (db, pull->account, pull->records->pdata[pull->next++]);
      if (cor_db_is_late (db) && pull->next < pull->records->len)
        return COR_STORE_AGAIN;
    }
  return DONE;
}

void
cor_store_put_conversations_async (CorStore           *store,
                                   gint64              account,
                                   GPtrArray          *conversations,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  Pull *pull = pull_new (account);

  pull->records = g_ptr_array_ref (conversations);
  run_sync (store, put_conversations_job, pull, cancellable, callback, user_data);
}

static gpointer
put_messages_job (CorDb   *db,
                  gpointer data,
                  GError **error)
{
  Pull  *pull = data;
  gint64 conversation = cor_db_get_int (db, "conversation-find-here", "ls", pull->account, pull->remote_id);

  if (conversation == 0)
    return DONE;
  while (pull->next < pull->records->len)
    {
      cor_pull_message (db, pull->account, conversation, pull->records->pdata[pull->next++]);
      if (cor_db_is_late (db) && pull->next < pull->records->len)
        return COR_STORE_AGAIN;
    }
  if (pull->read_to >= 0)
    {
      cor_db_run (db, "conversation-read", "llil", pull->read_from, pull->read_to, (int) pull->want_more, conversation);
      if (!pull->want_more)
        cor_db_touch_timeline (db, conversation);
    }
  return DONE;
}

void
cor_store_put_messages_async (CorStore           *store,
                              gint64              account,
                              const char         *conversation_id,
                              GPtrArray          *messages,
                              gint64              read_from,
                              gint64              read_to,
                              gboolean            want_more,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Pull *pull = pull_new (account);

  pull->remote_id = g_strdup (conversation_id);
  pull->records = g_ptr_array_ref (messages);
  pull->read_from = read_from;
  pull->read_to = read_to;
  pull->want_more = want_more;
  run_sync (store, put_messages_job, pull, cancellable, callback, user_data);
}

static gpointer
put_customer_job (CorDb   *db,
                  gpointer data,
                  GError **error)
{
  Pull *pull = data;

  cor_pull_customer (db, pull->account, pull->records->pdata[0]);
  return DONE;
}

void
cor_store_put_customer_async (CorStore           *store,
                              gint64              account,
                              CorCustomerRecord  *customer,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Pull *pull = pull_new (account);

  pull->records = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_customer_record_unref);
  g_ptr_array_add (pull->records, cor_customer_record_ref (customer));
  run_sync (store, put_customer_job, pull, cancellable, callback, user_data);
}

static gpointer
drop_conversation_job (CorDb   *db,
                       gpointer data,
                       GError **error)
{
  Pull  *pull = data;
  gint64 conversation = cor_db_get_int (db, "conversation-find", "ls", pull->account, pull->remote_id);

  if (conversation > 0)
    cor_pull_drop_conversation (db, conversation);
  return DONE;
}

void
cor_store_drop_conversation_async (CorStore           *store,
                                   gint64              account,
                                   const char         *conversation_id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  Pull *pull = pull_new (account);

  pull->remote_id = g_strdup (conversation_id);
  run_sync (store, drop_conversation_job, pull, cancellable, callback, user_data);
}

static gpointer
list_unseen_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  Pull         *pull = data;
  GPtrArray    *unseen = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *row = cor_db_query (db, "conversation-list-unresolved", "l", pull->account);

  while (cor_db_next (db, row))
    if (!g_hash_table_contains (pull->seen, cor_column_text (row, 0)))
      g_ptr_array_add (unseen, cor_column_dup (row, 0));
  return unseen;
}

void
cor_store_list_unseen_async (CorStore           *store,
                             gint64              account,
                             GHashTable         *seen,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Pull *pull = pull_new (account);

  pull->seen = g_hash_table_ref (seen);
  cor_store_run_async (store, COR_STORE_READ, list_unseen_job, pull, pull_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

GPtrArray *
cor_store_list_unseen_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
prune_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  Pull *pull = data;
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row = cor_db_query (db, "conversation-list-old", "ll", pull->account, pull->read_from);

  while (cor_db_next (db, row))
    g_array_append_val (old, *(gint64[]){ cor_column_int (row, 0) });
  for (guint i = 0; i < old->len; i++)
    cor_pull_drop_conversation (db, g_array_index (old, gint64, i));
  return DONE;
}

void
cor_store_prune_async (CorStore           *store,
                       gint64              account,
                       gint64              before,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  Pull *pull = pull_new (account);

  pull->read_from = before;
  run_sync (store, prune_job, pull, cancellable, callback, user_data);
}

void
cor_pull_work_free (CorPullWork *self)
{
  g_free (self->remote_id);
  g_free (self);
}

static gpointer
list_work_job (CorDb   *db,
               gpointer data,
               GError **error)
{
  Pull         *pull = data;
  GPtrArray    *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_pull_work_free);
  sqlite3_stmt *row = cor_db_query (db, "conversation-list-work", "lli", pull->account, pull->conversation, (int) pull->limit);

  while (cor_db_next (db, row))
    {
      CorPullWork *item = g_new0 (CorPullWork, 1);

      item->id = cor_column_int (row, 0);
      item->remote_id = cor_column_dup (row, 1);
      item->synced_from = cor_column_int (row, 2);
      item->synced_to = cor_column_int (row, 3);
      item->newest_ordinal = cor_column_int (row, 4);
      item->history_wanted = cor_column_int (row, 5) != 0;
      g_ptr_array_add (list, item);
    }
  return list;
}

void
cor_store_list_pull_work_async (CorStore           *store,
                                gint64              account,
                                gint64              first,
                                guint               limit,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Pull *pull = pull_new (account);

  pull->conversation = first;
  pull->limit = limit;
  cor_store_run_async (store, COR_STORE_READ, list_work_job, pull, pull_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

GPtrArray *
cor_store_list_pull_work_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
