/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-article-lists.h"

#include "cor-article-load.h"
#include "cor-corridor.h"

#include <string.h>

typedef struct
{
  char            *kind, *category, *source, *today;
  char           **locales;
  CorArticleFilter filter; /* the rest of it */
  gint64           id;
  gboolean         with_acknowledged;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_free (ask->kind);
  g_free (ask->category);
  g_free (ask->source);
  g_free (ask->today);
  g_strfreev (ask->locales);
  g_free (ask);
}

static void
list (CorStore           *store,
      CorStoreFunc        job,
      Ask                *ask,
      GCancellable       *cancellable,
      GAsyncReadyCallback callback,
      gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, job, ask, ask_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/* What is read before what is only sent, by category, in it by title; a person looks for a word. */
static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const CorArticleData *one = *(CorArticleData *const *) a, *other = *(CorArticleData *const *) b;
  int                   order = (one->kind == COR_ARTICLE_TEMPLATE) - (other->kind == COR_ARTICLE_TEMPLATE);

  if (order == 0)
    order = g_strcmp0 (one->category, other->category);
  if (order == 0)
    order = g_utf8_collate (one->title, other->title);
  return order != 0 ? order : one->id < other->id ? -1
                                                  : one->id > other->id;
}

static gint64
get_touched_at (const CorArticleData *article)
{
  return MAX (article->reading.read_at, article->reading.used_at);
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  gint64 one = get_touched_at (*(CorArticleData *const *) a), other = get_touched_at (*(CorArticleData *const *) b);

  return one != other ? (one > other ? -1 : 1) : compare_titles (a, b);
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Ask          *ask = data;
  sqlite3_stmt *row = cor_db_query (db, "article-list", "sssiii", ask->kind, ask->category, ask->source, ask->filter.is_favourite,
                                    ask->filter.is_recent, ask->filter.is_changed);
  GPtrArray    *articles = cor_article_load_best (db, row, (const char *const *) ask->locales, 0);

  g_ptr_array_sort (articles, ask->filter.is_recent ? compare_recent : compare_titles);
  if (ask->filter.limit > 0 && articles->len > ask->filter.limit)
    g_ptr_array_set_size (articles, (int) ask->filter.limit);
  return articles;
}

/**
 * cor_store_list_articles_async:
 * @filter: copied
 *
 * Lists articles for browsing, by category and title; finish with cor_store_list_articles_finish().
 */
void
cor_store_list_articles_async (CorStore               *store,
                               const CorArticleFilter *filter,
                               GCancellable           *cancellable,
                               GAsyncReadyCallback     callback,
                               gpointer                user_data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->kind = g_strdup (filter->kind);
  ask->category = g_strdup (filter->category);
  ask->source = g_strdup (filter->source);
  ask->locales = g_strdupv ((char **) filter->locales);
  ask->filter = *filter;
  list (store, list_job, ask, cancellable, callback, user_data);
}

static gpointer
translations_job (CorDb   *db,
                  gpointer data,
                  GError **error)
{
  GPtrArray    *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  sqlite3_stmt *row = cor_db_query (db, "article-list-translations", "l", ((Ask *) data)->id);

  while (cor_db_next (db, row))
    g_ptr_array_add (articles, cor_article_load_row (row));
  return articles;
}

/**
 * cor_store_list_translations_async:
 * @id: of one text of the article; it is in the list too
 */
void
cor_store_list_translations_async (CorStore           *store,
                                   gint64              id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->id = id;
  list (store, translations_job, ask, cancellable, callback, user_data);
}

static int
compare_effective (gconstpointer a,
                   gconstpointer b)
{
  const CorArticleData *one = *(CorArticleData *const *) a, *other = *(CorArticleData *const *) b;
  int                   order = g_strcmp0 (other->effective, one->effective);

  return order != 0 ? order : compare_titles (a, b);
}

static char *
dup_last_day (const char *today)
{
  g_autoptr (GDateTime) day = NULL, last = NULL;
  g_autofree char *midnight = g_strconcat (today, "T00:00:00Z", NULL);

  day = g_date_time_new_from_iso8601 (midnight, NULL);
  last = day != NULL ? g_date_time_add_days (day, COR_BULLETIN_DAYS_AHEAD) : NULL;
  return last != NULL ? g_date_time_format (last, "%Y-%m-%d") : g_strdup (today);
}

static gpointer
bulletins_job (CorDb   *db,
               gpointer data,
               GError **error)
{
  Ask             *ask = data;
  g_autofree char *last_day = dup_last_day (ask->today);
  sqlite3_stmt    *row = cor_db_query (db, "article-list-bulletins", "si", last_day, ask->with_acknowledged);
  GPtrArray       *articles = cor_article_load_best (db, row, (const char *const *) ask->locales, 0);
  g_autofree char *corridor = NULL, *country = NULL;

  row = ask->id != 0 ? cor_db_query (db, "article-scene", "l", ask->id) : NULL;
  while (cor_db_next (db, row))
    {
      corridor = cor_column_dup (row, 0);
      country = cor_column_dup (row, 1);
    }
  for (guint i = articles->len; ask->id != 0 && i > 0; i--)
    if (!cor_corridors_concern (((CorArticleData *) articles->pdata[i - 1])->corridors, corridor, country))
      g_ptr_array_remove_index (articles, i - 1);
  g_ptr_array_sort (articles, compare_effective);
  return articles;
}

/**
 * cor_store_list_bulletins_async:
 * @today: "2026-11-22", where the agent is
 * @conversation: local id: only those that concern it, as far as its corridor or its customer's country is known;
 *   0: all
 * @with_acknowledged: also those that the agent has acknowledged, and those long in force when they came
 *
 * Lists bulletins from %COR_BULLETIN_DAYS_AHEAD days before their rule applies, the latest rule first; finish with
 * cor_store_list_articles_finish().
 */
void
cor_store_list_bulletins_async (CorStore           *store,
                                const char         *today,
                                gint64              conversation,
                                gboolean            with_acknowledged,
                                const char *const  *locales,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->today = g_strdup (today);
  ask->id = conversation;
  ask->with_acknowledged = with_acknowledged;
  ask->locales = g_strdupv ((char **) locales);
  list (store, bulletins_job, ask, cancellable, callback, user_data);
}

/**
 * cor_store_list_articles_finish:
 *
 * Returns: (transfer full) (element-type CorArticleData): without bodies
 */
GPtrArray *
cor_store_list_articles_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

void
cor_article_category_free (CorArticleCategory *self)
{
  g_free (self->source);
  g_free (self->category);
  g_free (self);
}

static gpointer
categories_job (CorDb   *db,
                gpointer data,
                GError **error)
{
  GPtrArray    *categories = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_category_free);
  sqlite3_stmt *row = cor_db_query (db, "article-list-categories", "");

  while (cor_db_next (db, row))
    {
      CorArticleCategory *category = g_new0 (CorArticleCategory, 1);

      category->source = cor_column_dup (row, 0);
      category->category = cor_column_dup (row, 1);
      cor_article_kind_from_string (cor_column_text (row, 2), &category->kind);
      category->n_articles = (guint) cor_column_int (row, 3);
      g_ptr_array_add (categories, category);
    }
  return categories;
}

void
cor_store_list_article_categories_async (CorStore           *store,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, categories_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_article_categories_finish:
 *
 * Returns: (transfer full) (element-type CorArticleCategory): by source, category and kind
 */
GPtrArray *
cor_store_list_article_categories_finish (CorStore     *store,
                                          GAsyncResult *result,
                                          GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
