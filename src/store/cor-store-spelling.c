/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-spelling.h"

#include "cor-db.h"

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  sqlite3_stmt *row = cor_db_query (db, "spelling-word-list", "");

  while (cor_db_next (db, row))
    g_strv_builder_add (words, cor_column_text (row, 0));
  return g_strv_builder_end (words);
}

static gpointer
add_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  cor_db_run (db, "spelling-word-put", "s", (const char *) data);
  return GINT_TO_POINTER (TRUE);
}

void
cor_store_load_own_words_async (CorStore           *store,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, NULL, NULL, (GDestroyNotify) g_strfreev, cancellable, callback, user_data);
}

/**
 * cor_store_load_own_words_finish:
 *
 * Returns: (transfer full) (array zero-terminated=1): the words, of whatever language
 */
char **
cor_store_load_own_words_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

/**
 * cor_store_add_own_word_async:
 * @word: from now on rightly spelled in this profile
 */
void
cor_store_add_own_word_async (CorStore           *store,
                              const char         *word,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, add_job, g_strdup (word), g_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_add_own_word_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
