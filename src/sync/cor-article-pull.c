/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-pull"

#include "config.h"

#include "cor-article-pull.h"

#include "cor-store-articles.h"
#include "cor-store-pull.h"

typedef struct
{
  CorDeskLink *link;
  char        *version;
  char       **remote_ids;
} Pull;

static void
pull_free (gpointer data)
{
  Pull *pull = data;

  cor_desk_link_unref (pull->link);
  g_free (pull->version);
  g_strfreev (pull->remote_ids);
  g_free (pull);
}

static void
on_marked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pull   *pull = g_task_get_task_data (task);
  GError *error = NULL;

  if (!cor_store_keep_articles_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    cor_store_put_mark_async (pull->link->store, pull->link->account, COR_ARTICLE_PULL_MARK, pull->version, NULL, on_marked,
                              g_object_ref (task));
}

static void
on_put (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pull   *pull = g_task_get_task_data (task);
  GError *error = NULL;

  if (!cor_store_put_articles_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    cor_store_keep_articles_async (pull->link->store, pull->link->account, COR_ARTICLE_SOURCE_HELP_CENTRE,
                                   (const char *const *) pull->remote_ids, NULL, on_kept, g_object_ref (task));
}

static void
on_articles (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pull   *pull = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CorDeskArticles) read = cor_desk_get_articles_finish (COR_DESK (source), result, &error);
  g_autoptr (GStrvBuilder) remote_ids = g_strv_builder_new ();

  if (read == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (read->articles == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  for (guint i = 0; i < read->articles->len; i++)
    {
      CorArticleData *article = read->articles->pdata[i];

      article->account = pull->link->account;
      article->source = g_strdup (COR_ARTICLE_SOURCE_HELP_CENTRE);
      g_strv_builder_add (remote_ids, article->remote_id);
    }
  pull->remote_ids = g_strv_builder_end (remote_ids);
  pull->version = g_strdup (read->version);
  cor_store_put_articles_async (pull->link->store, g_steal_pointer (&read->articles), NULL, on_put, g_steal_pointer (&task));
}

/**
 * cor_article_pull_async:
 * @known_version: (nullable): the account's mark %COR_ARTICLE_PULL_MARK
 */
void
cor_article_pull_async (CorDeskLink        *link,
                        const char         *known_version,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (link->store, cancellable, callback, user_data);
  Pull *pull = g_new0 (Pull, 1);

  g_task_set_source_tag (task, cor_article_pull_async);
  pull->link = cor_desk_link_ref (link);
  g_task_set_task_data (task, pull, pull_free);
  cor_desk_get_articles_async (link->desk, known_version, cancellable, on_articles, g_steal_pointer (&task));
}

/**
 * cor_article_pull_finish:
 * @error: COR_SERVICE_ERROR or COR_STORE_ERROR
 */
gboolean
cor_article_pull_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
