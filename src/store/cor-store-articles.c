/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-articles.h"

#include "cor-article-load.h"
#include "cor-article-put.h"

#include <string.h>

typedef struct
{
  GPtrArray *articles;
  guint      n_put;
} Put;

static void
put_free (gpointer data)
{
  Put *put = data;

  g_ptr_array_unref (put->articles);
  g_free (put);
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  Put *put = data;

  while (put->n_put < put->articles->len)
    {
      cor_article_put (db, put->articles->pdata[put->n_put]);
      if (cor_db_has_failed (db))
        return NULL;
      put->n_put++;
      if (cor_db_is_late (db) && put->n_put < put->articles->len)
        return COR_STORE_AGAIN;
    }
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_put_articles_async:
 * @articles: (transfer full) (element-type CorArticleData): any number; the agent's writes have their turn in between
 *
 * Puts articles in; one of the same account, source and remote id is replaced, if anything in it changed.
 */
void
cor_store_put_articles_async (CorStore           *store,
                              GPtrArray          *articles,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Put *put = g_new0 (Put, 1);

  put->articles = articles;
  cor_store_run_async (store, COR_STORE_SYNC, put_job, put, put_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_put_articles_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

typedef struct
{
  gint64      account;
  char       *source;
  GHashTable *remote_ids;
} Keep;

static void
keep_free (gpointer data)
{
  Keep *keep = data;

  g_free (keep->source);
  g_hash_table_unref (keep->remote_ids);
  g_free (keep);
}

static gpointer
keep_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Keep *keep = data;
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row = cor_db_query (db, "article-list-remote", "ls", keep->account, keep->source);

  while (cor_db_next (db, row))
    {
      gint64 id = cor_column_int (row, 0);

      if (!g_hash_table_contains (keep->remote_ids, cor_column_text (row, 1)))
        g_array_append_val (gone, id);
    }
  for (guint i = 0; i < gone->len; i++)
    cor_db_run (db, "article-remove", "l", g_array_index (gone, gint64, i));
  if (gone->len > 0)
    cor_db_touch_topics (db, COR_TOPIC_ARTICLES);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_keep_articles_async:
 * @account: 0: those of no account
 * @remote_ids: (array zero-terminated=1): what the source has now
 *
 * Removes the source's other articles. What the agent did with them is kept, for they may come back.
 */
void
cor_store_keep_articles_async (CorStore           *store,
                               gint64              account,
                               const char         *source,
                               const char *const  *remote_ids,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Keep *keep = g_new0 (Keep, 1);

  keep->account = account;
  keep->source = g_strdup (source);
  keep->remote_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; remote_ids[i] != NULL; i++)
    g_hash_table_add (keep->remote_ids, g_strdup (remote_ids[i]));
  cor_store_run_async (store, COR_STORE_SYNC, keep_job, keep, keep_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_keep_articles_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

typedef struct
{
  gint64   id;
  gboolean is_exact; /* a name may also be a source's own id */
  gint64   account;  /* -1: of any */
  char    *source, *name;
  char   **locales;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_free (ask->source);
  g_free (ask->name);
  g_strfreev (ask->locales);
  g_free (ask);
}

static gint64
find_by_slug (CorDb *db,
              Ask   *ask)
{
  sqlite3_stmt *row = cor_db_query (db, "article-list-slug", "ssl", ask->name, ask->source, ask->account);
  g_autoptr (GPtrArray) found = cor_article_load_best (db, row, (const char *const *) ask->locales, 1);

  return found->len > 0 ? ((CorArticleData *) found->pdata[0])->id : 0;
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Ask            *ask = data;
  CorArticleData *article = NULL;

  if (ask->id == 0 && !ask->is_exact)
    ask->id = cor_db_get_int (db, "article-find", "s", ask->name);
  if (ask->id == 0 && ask->name != NULL)
    ask->id = find_by_slug (db, ask);
  article = cor_article_load (db, ask->id);
  if (article == NULL)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such article here");
  return article;
}

static void
load (CorStore           *store,
      Ask                *ask,
      GCancellable       *cancellable,
      GAsyncReadyCallback callback,
      gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, ask, ask_free, (GDestroyNotify) cor_article_data_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_article_async:
 * @name: as the service or the file that it is from calls it, or its slug; of a slug it is the text in the language of the
 *   program
 */
void
cor_store_load_article_async (CorStore           *store,
                              const char         *name,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->account = -1;
  ask->name = g_strdup (name);
  ask->locales = g_strdupv ((char **) g_get_language_names ());
  load (store, ask, cancellable, callback, user_data);
}

/**
 * cor_store_load_article_by_id_async:
 * @id: local
 */
void
cor_store_load_article_by_id_async (CorStore           *store,
                                    gint64              id,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->id = id;
  ask->is_exact = TRUE;
  load (store, ask, cancellable, callback, user_data);
}

/**
 * cor_store_load_article_by_slug_async:
 * @account: 0: of no account, -1: of any
 * @source: (nullable): %NULL: any, where one article refers to another
 * @locales: (nullable) (array zero-terminated=1): what the reader reads, the best first
 *
 * Loads the text of the article that serves the reader best.
 */
void
cor_store_load_article_by_slug_async (CorStore           *store,
                                      gint64              account,
                                      const char         *source,
                                      const char         *slug,
                                      const char *const  *locales,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->account = account;
  ask->is_exact = TRUE;
  ask->source = g_strdup (source);
  ask->name = g_strdup (slug);
  ask->locales = g_strdupv ((char **) locales);
  load (store, ask, cancellable, callback, user_data);
}

/**
 * cor_store_load_article_finish:
 * @error: %COR_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full): the article
 */
CorArticleData *
cor_store_load_article_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

/* Fills in what the agent need not say. */
static void
complete_own (CorDb          *db,
              CorArticleData *article)
{
  g_autoptr (CorArticleData) earlier = article->id != 0 ? cor_article_load (db, article->id) : NULL;

  if (article->id != 0 && (earlier == NULL || strcmp (earlier->source, COR_ARTICLE_SOURCE_OWN) != 0))
    {
      cor_db_fail (db, COR_STORE_ERROR_CONFLICT, "The article is gone, or it is not your own");
      return;
    }
  g_free (article->source);
  article->source = g_strdup (COR_ARTICLE_SOURCE_OWN);
  article->account = 0;
  if (earlier != NULL)
    {
      g_free (article->remote_id);
      article->remote_id = g_strdup (earlier->remote_id);
      g_free (article->slug);
      article->slug = g_strdup (earlier->slug);
    }
  if (article->slug == NULL)
    article->slug = g_uuid_string_random ();
  if (article->remote_id == NULL)
    article->remote_id = g_strdup_printf ("%s.%s", article->slug, article->locale != NULL ? article->locale : "und");
  if (article->audience == NULL)
    article->audience = g_strdup ("internal");
  if (article->title == NULL)
    article->title = g_strdup ("");
  if (article->body == NULL)
    article->body = g_strdup ("");
  article->updated_at = g_get_real_time () / G_USEC_PER_SEC;
}

static gpointer
save_own_job (CorDb   *db,
              gpointer data,
              GError **error)
{
  CorArticleData *article = data;
  gint64          id = 0;

  complete_own (db, article);
  if (cor_db_has_failed (db))
    return NULL;
  id = cor_article_put (db, article);
  return g_memdup2 (id != 0 ? &id : &article->id, sizeof id);
}

/**
 * cor_store_save_own_article_async:
 * @article: (transfer full): an id of 0 makes a new one, of the given slug if it is a translation; without an
 *   audience it is internal, for what is said within the house is not for customers until somebody decides so
 */
void
cor_store_save_own_article_async (CorStore           *store,
                                  CorArticleData     *article,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, save_own_job, article, (GDestroyNotify) cor_article_data_free, g_free, cancellable, callback,
                       user_data);
}

/**
 * cor_store_save_own_article_finish:
 * @error: %COR_STORE_ERROR_CONFLICT if it is gone or another's
 *
 * Returns: its local id; 0 after an error
 */
gint64
cor_store_save_own_article_finish (CorStore     *store,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_autofree gint64 *id = cor_store_run_finish (store, result, error);

  return id != NULL ? *id : 0;
}

static gpointer
remove_own_job (CorDb   *db,
                gpointer data,
                GError **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (CorArticleData) article = cor_article_load (db, id);

  if (article == NULL || strcmp (article->source, COR_ARTICLE_SOURCE_OWN) != 0)
    {
      cor_db_fail (db, COR_STORE_ERROR_CONFLICT, "The article is gone, or it is not your own");
      return NULL;
    }
  cor_db_run (db, "article-remove", "l", id);
  cor_db_touch_topics (db, COR_TOPIC_ARTICLES);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_remove_own_article_async:
 * @id: local, of one whose source is "own"
 */
void
cor_store_remove_own_article_async (CorStore           *store,
                                    gint64              id,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, remove_own_job, g_memdup2 (&id, sizeof id), g_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_remove_own_article_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
