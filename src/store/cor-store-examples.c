/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-examples"

#include "config.h"

#include "cor-store-examples.h"

#include "cor-db.h"
#include "cor-mask.h"
#include "cor-question-load.h"

/* Replies that are looked at in one transaction, if there is time for them. */
#define N_REPLIES 200

void
cor_example_data_free (CorExampleData *self)
{
  g_free (self->text);
  g_free (self->target);
  g_free (self);
}

static void
put (CorDb      *db,
     const char *target,
     const char *text,
     gint64      message)
{
  CorMaskFinding   found = COR_MASK_FINDING_NONE;
  g_autofree char *masked = cor_mask_secrets (text, &found);

  cor_db_run (db, "example-put", "ssl", target, masked, message);
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  GPtrArray *examples = data;

  for (guint i = 0; i < examples->len; i++)
    {
      const CorExampleData *example = examples->pdata[i];

      put (db, example->target, example->text, 0);
    }
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_put_examples_async:
 * @examples: (transfer full) (element-type CorExampleData): all in one transaction; keep it to some hundreds
 *
 * Adds what was answered elsewhere; one that is here already changes nothing. Secrets are masked before it is
 * written. It is learned at the next cor_store_learn_async().
 */
void
cor_store_put_examples_async (CorStore           *store,
                              GPtrArray          *examples,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, put_job, examples, (GDestroyNotify) g_ptr_array_unref, NULL, cancellable, callback, user_data);
}

static gpointer
forget_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  cor_db_run (db, "example-remove-imported", "");
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_forget_examples_async:
 *
 * Removes the imported ones; those from replies stay. Ends with cor_store_put_examples_finish().
 */
void
cor_store_forget_examples_async (CorStore           *store,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, forget_job, NULL, NULL, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_put_examples_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

typedef struct
{
  gint64 message, conversation;
} Reply;

static void
collect (CorDb       *db,
         const Reply *reply)
{
  g_autoptr (CorAsked) asked = cor_question_load (db, reply->conversation, reply->message);
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *row = cor_db_query (db, "example-targets", "l", reply->message);

  while (cor_db_next (db, row))
    g_ptr_array_add (targets, cor_column_dup (row, 0));
  for (guint i = 0; *asked->text != '\0' && i < targets->len; i++)
    put (db, targets->pdata[i], asked->text, reply->message);
  cor_db_run (db, "example-put-reply", "l", reply->message);
}

static gpointer
collect_job (CorDb   *db,
             gpointer data,
             GError **error)
{
  g_autoptr (GArray) replies = g_array_new (FALSE, FALSE, sizeof (Reply));
  sqlite3_stmt *row = cor_db_query (db, "example-unread", "i", N_REPLIES);

  while (cor_db_next (db, row))
    {
      Reply reply = { cor_column_int (row, 0), cor_column_int (row, 1) };

      g_array_append_val (replies, reply);
    }
  for (guint i = 0; i < replies->len; i++)
    {
      if (cor_db_is_late (db))
        return COR_STORE_AGAIN;
      collect (db, &g_array_index (replies, Reply, i));
    }
  return replies->len == N_REPLIES && !cor_db_has_failed (db) ? COR_STORE_AGAIN : GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_collect_examples_async:
 *
 * Makes examples of what agents inserted into replies that were accepted since the last time: what was asked just
 * before, and what it was answered with. Ends with cor_store_put_examples_finish().
 */
void
cor_store_collect_examples_async (CorStore           *store,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, collect_job, NULL, NULL, NULL, cancellable, callback, user_data);
}

static gpointer
state_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  CorExampleState *state = g_new0 (CorExampleState, 1);
  sqlite3_stmt    *row = cor_db_query (db, "example-state", "");

  while (cor_db_next (db, row))
    {
      state->n_examples = (guint) cor_column_int (row, 0);
      state->last = cor_column_int (row, 1);
      state->n_new = (guint) cor_column_int (row, 2);
      state->n_learned = (guint) cor_column_int (row, 3);
      state->n_targets = (guint) cor_column_int (row, 4);
      state->learned_at = cor_column_int (row, 5);
      state->has_new_articles = cor_column_int (row, 6) != cor_db_get_int (db, "example-revision", "");
    }
  return state;
}

void
cor_store_load_example_state_async (CorStore           *store,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, state_job, NULL, NULL, g_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_example_state_finish:
 *
 * Returns: (transfer full): free it with g_free()
 */
CorExampleState *
cor_store_load_example_state_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
