/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-attention.h"

#include "cor-db.h"

/* Who types is told again as long as she does (chatwoot.md §13). */
#define TYPING_SECONDS 30

#define DONE GINT_TO_POINTER (TRUE)

/* Stored, and read only by engines of the same version or a later one. */
static const char *const writing_names[] = { "", "reply", "note" };

/* Arguments of the calls below; each uses what it needs. */
typedef struct
{
  gint64     account, conversation;
  char      *remote_id, *name;
  gboolean   is_private, is_on;
  CorWriting writing;
  gint64     until_ms;
} Moment;

static void
moment_free (gpointer data)
{
  Moment *moment = data;

  g_free (moment->remote_id);
  g_free (moment->name);
  g_free (moment);
}

void
cor_typist_free (CorTypist *self)
{
  g_free (self->name);
  g_free (self);
}

void
cor_attention_free (CorAttention *self)
{
  g_free (self->display_id);
  g_free (self);
}

/* Lost with a power cut, which does not matter: the lane is that of what can be fetched again. */
static void
run_write (CorStore           *store,
           CorStoreFunc        func,
           Moment             *moment,
           GCancellable       *cancellable,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, func, moment, moment_free, NULL, cancellable, callback, user_data);
}

static gpointer
put_typing_job (CorDb   *db,
                gpointer data,
                GError **error)
{
  const Moment *moment = data;
  gint64        conversation = cor_db_get_int (db, "conversation-find-here", "ls", moment->account, moment->remote_id);

  if (conversation == 0)
    return DONE;
  if (moment->is_on)
    cor_db_run (db, "typing-put", "lsii", conversation, moment->name, (int) moment->is_private, TYPING_SECONDS);
  else
    cor_db_run (db, "typing-remove", "ls", conversation, moment->name);
  cor_db_touch_topics (db, COR_TOPIC_TYPING);
  return DONE;
}

void
cor_store_put_typing_async (CorStore           *store,
                            gint64              account,
                            const char         *conversation_id,
                            const char         *name,
                            gboolean            is_private,
                            gboolean            is_on,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Moment *moment = g_new0 (Moment, 1);

  moment->account = account;
  moment->remote_id = g_strdup (conversation_id);
  moment->name = g_strdup (name);
  moment->is_private = is_private;
  moment->is_on = is_on && name != NULL;
  run_write (store, put_typing_job, moment, cancellable, callback, user_data);
}

static gpointer
list_typists_job (CorDb   *db,
                  gpointer data,
                  GError **error)
{
  GPtrArray    *typists = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_typist_free);
  sqlite3_stmt *row = cor_db_query (db, "typing-list", "l", *(gint64 *) data);

  while (cor_db_next (db, row))
    {
      CorTypist *typist = g_new0 (CorTypist, 1);

      typist->name = cor_column_dup (row, 0);
      typist->is_private = cor_column_int (row, 1) != 0;
      typist->until = cor_column_int (row, 2);
      g_ptr_array_add (typists, typist);
    }
  return typists;
}

void
cor_store_list_typists_async (CorStore           *store,
                              gint64              conversation,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_typists_job, g_memdup2 (&conversation, sizeof conversation), g_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_typists_finish:
 *
 * Returns: (transfer full) (element-type CorTypist): by name
 */
GPtrArray *
cor_store_list_typists_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
put_attention_job (CorDb   *db,
                   gpointer data,
                   GError **error)
{
  const Moment *moment = data;

  cor_db_run (db, "attention-put", "slsl", moment->name, moment->conversation, writing_names[moment->writing], moment->until_ms);
  cor_db_touch_topics (db, COR_TOPIC_ATTENTION);
  return DONE;
}

void
cor_store_put_attention_async (CorStore           *store,
                               const char         *process,
                               gint64              conversation,
                               CorWriting          writing,
                               gint64              writing_until_ms,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Moment *moment = g_new0 (Moment, 1);

  moment->name = g_strdup (process);
  moment->conversation = conversation;
  moment->writing = writing;
  moment->until_ms = writing_until_ms;
  run_write (store, put_attention_job, moment, cancellable, callback, user_data);
}

static gpointer
remove_attention_job (CorDb   *db,
                      gpointer data,
                      GError **error)
{
  cor_db_run (db, "attention-remove", "s", ((const Moment *) data)->name);
  cor_db_touch_topics (db, COR_TOPIC_ATTENTION);
  return DONE;
}

void
cor_store_remove_attention_async (CorStore           *store,
                                  const char         *process,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Moment *moment = g_new0 (Moment, 1);

  moment->name = g_strdup (process);
  run_write (store, remove_attention_job, moment, cancellable, callback, user_data);
}

static CorWriting
writing_from_string (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (writing_names); i++)
    if (g_strcmp0 (name, writing_names[i]) == 0)
      return (CorWriting) i;
  return COR_WRITING_NOTHING;
}

static gpointer
list_attention_job (CorDb   *db,
                    gpointer data,
                    GError **error)
{
  GPtrArray    *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_attention_free);
  sqlite3_stmt *row = cor_db_query (db, "attention-list", "");

  while (cor_db_next (db, row))
    {
      CorAttention *attention = g_new0 (CorAttention, 1);

      attention->conversation = cor_column_int (row, 0);
      attention->account = cor_column_int (row, 1);
      attention->display_id = cor_column_dup (row, 2);
      attention->writing = writing_from_string (cor_column_text (row, 3));
      attention->writing_until_ms = cor_column_int (row, 4);
      g_ptr_array_add (list, attention);
    }
  return list;
}

void
cor_store_list_attention_async (CorStore           *store,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_attention_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

/**
 * cor_store_list_attention_finish:
 *
 * Returns: (transfer full) (element-type CorAttention): the one that told last first
 */
GPtrArray *
cor_store_list_attention_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
clear_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  cor_db_run (db, "typing-clear", "");
  cor_db_run (db, "attention-trim", "");
  cor_db_touch_topics (db, COR_TOPIC_TYPING);
  return DONE;
}

/**
 * cor_store_clear_moments_async:
 *
 * What other windows have open stays, since they run beside this engine.
 */
void
cor_store_clear_moments_async (CorStore           *store,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, clear_job, NULL, NULL, NULL, cancellable, callback, user_data);
}
