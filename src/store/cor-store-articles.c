/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-articles.h"

#include "cor-db.h"
#include "cor-search-text.h"

CorArticleData *
cor_article_data_new (void)
{
  return g_new0 (CorArticleData, 1);
}

void
cor_article_data_free (CorArticleData *self)
{
  g_free (self->source);
  g_free (self->remote_id);
  g_free (self->locale);
  g_free (self->title);
  g_free (self->body);
  g_free (self->questions);
  g_free (self->tags);
  g_free (self->category);
  g_free (self->url);
  g_free (self->audience);
  g_free (self);
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  GPtrArray       *articles = data;
  g_autofree char *version = cor_terms_dup_version ();

  for (guint i = 0; i < articles->len; i++)
    {
      const CorArticleData *article = articles->pdata[i];
      g_autofree char      *terms = cor_search_text_make (article->locale, article->title, article->body, article->questions, article->tags);

      cor_db_run (db, "article-put", "lsssssssssslss", article->account, article->source, article->remote_id, article->locale, article->title,
                  article->body, article->questions, article->tags, article->category, article->url, article->audience,
                  article->updated_at, terms, version);
      cor_db_run (db, "article-advance", "");
    }
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_put_articles_async:
 * @articles: (transfer full) (element-type CorArticleData): all in one transaction; keep it to some hundreds
 *
 * Puts articles in; one of the same account, source and remote id is replaced.
 */
void
cor_store_put_articles_async (CorStore           *store,
                              GPtrArray          *articles,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, put_job, articles, (GDestroyNotify) g_ptr_array_unref, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_put_articles_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  CorArticleData *article = NULL;
  sqlite3_stmt   *row = cor_db_query (db, "article-load", "l", cor_db_get_int (db, "article-find", "s", (const char *) data));

  if (!cor_db_next (db, row))
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such article here");
      return NULL;
    }
  article = cor_article_data_new ();
  article->id = cor_column_int (row, 0);
  article->account = cor_column_int (row, 1);
  article->source = cor_column_dup (row, 2);
  article->remote_id = cor_column_dup (row, 3);
  article->locale = cor_column_dup (row, 4);
  article->title = cor_column_dup (row, 5);
  article->body = cor_column_dup (row, 6);
  article->questions = cor_column_dup (row, 7);
  article->tags = cor_column_dup (row, 8);
  article->category = cor_column_dup (row, 9);
  article->url = cor_column_dup (row, 10);
  article->audience = cor_column_dup (row, 11);
  article->updated_at = cor_column_int (row, 12);
  cor_db_next (db, row);
  return article;
}

/**
 * cor_store_load_article_async:
 * @remote_id: as the service or the file that it is from calls it
 */
void
cor_store_load_article_async (CorStore           *store,
                              const char         *remote_id,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, g_strdup (remote_id), g_free, (GDestroyNotify) cor_article_data_free, cancellable,
                       callback, user_data);
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
