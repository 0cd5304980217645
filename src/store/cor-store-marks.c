/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-db.h"
#include "cor-store-pull.h"

/* Pairs of texts that belong to an account: the agent's settings, and how far the engine has read. */
typedef struct
{
  gint64      account;
  const char *query; /* a file in sql/ */
  char       *key, *value;
  gboolean    is_setting; /* the engine and the window have to hear of it */
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->key);
  g_free (pair->value);
  g_free (pair);
}

static Pair *
pair_new (gint64      account,
          const char *query,
          const char *key,
          const char *value)
{
  Pair *pair = g_new0 (Pair, 1);

  pair->account = account;
  pair->query = query;
  pair->key = g_strdup (key);
  pair->value = g_strdup (value);
  return pair;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Pair         *pair = data;
  GHashTable   *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *row = cor_db_query (db, pair->query, "l", pair->account);

  while (cor_db_next (db, row))
    g_hash_table_insert (table, cor_column_dup (row, 0), cor_column_dup (row, 1));
  return table;
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  Pair *pair = data;

  cor_db_run (db, pair->query, "lss", pair->account, pair->key, pair->value);
  if (pair->is_setting)
    cor_db_touch_topics (db, COR_TOPIC_SETTINGS);
  return GINT_TO_POINTER (TRUE);
}

void
cor_store_load_marks_async (CorStore           *store,
                            gint64              account,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, pair_new (account, "mark-list", NULL, NULL), pair_free,
                       (GDestroyNotify) g_hash_table_unref, cancellable, callback, user_data);
}

/**
 * cor_store_load_marks_finish:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the marks
 */
GHashTable *
cor_store_load_marks_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

void
cor_store_put_mark_async (CorStore           *store,
                          gint64              account,
                          const char         *key,
                          const char         *value,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, put_job, pair_new (account, "mark-put", key, value), pair_free, NULL, cancellable, callback,
                       user_data);
}

void
cor_store_load_settings_async (CorStore           *store,
                               gint64              account,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, pair_new (account, "setting-list", NULL, NULL), pair_free,
                       (GDestroyNotify) g_hash_table_unref, cancellable, callback, user_data);
}

/**
 * cor_store_load_settings_finish:
 *
 * Returns: (transfer full) (element-type utf8 utf8): what was set; what was not is not in it
 */
GHashTable *
cor_store_load_settings_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

void
cor_store_set_setting_async (CorStore           *store,
                             gint64              account,
                             const char         *key,
                             const char         *value,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Pair *pair = pair_new (account, "setting-put", key, value);

  pair->is_setting = TRUE;
  cor_store_run_async (store, COR_STORE_AGENT, put_job, pair, pair_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_set_setting_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
ask_pull_job (CorDb   *db,
              gpointer data,
              GError **error)
{
  cor_db_touch_topics (db, COR_TOPIC_PULL);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_ask_pull_async:
 *
 * Only a line in the change log, which wakes the process that holds the engine. cor_store_pull_finish()
 * ends it.
 */
void
cor_store_ask_pull_async (CorStore           *store,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, ask_pull_job, NULL, NULL, NULL, cancellable, callback, user_data);
}
