/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article-load.h"

#include "cor-locale-fit.h"

#include <string.h>

/* The columns of the view article_row, then the body and the questions. */
enum
{
  COLUMN_ID,
  COLUMN_ACCOUNT,
  COLUMN_SOURCE,
  COLUMN_REMOTE_ID,
  COLUMN_SLUG,
  COLUMN_LOCALE,
  COLUMN_KIND,
  COLUMN_TITLE,
  COLUMN_TAGS,
  COLUMN_CATEGORY,
  COLUMN_URL,
  COLUMN_AUDIENCE,
  COLUMN_CORRIDORS,
  COLUMN_CURRENCIES,
  COLUMN_EFFECTIVE,
  COLUMN_SOURCES,
  COLUMN_REVIEWED,
  COLUMN_OWNER,
  COLUMN_TEMPLATES,
  COLUMN_SEE,
  COLUMN_VERSION,
  COLUMN_DIGEST,
  COLUMN_UPDATED_AT,
  COLUMN_CAME_AT,
  COLUMN_IS_FAVOURITE,
  COLUMN_USED_AT,
  COLUMN_N_USED,
  COLUMN_ACKNOWLEDGED_AT,
  COLUMN_READ_AT,
  COLUMN_IS_CHANGED,
  COLUMN_BODY,
  COLUMN_QUESTIONS,
};

/**
 * cor_article_load_row:
 * @row: of the view article_row, followed by the body and the questions, which may be NULL
 *
 * Returns: (transfer full): the article in the row
 */
CorArticleData *
cor_article_load_row (sqlite3_stmt *row)
{
  CorArticleData *article = cor_article_data_new ();

  article->id = cor_column_int (row, COLUMN_ID);
  article->account = cor_column_int (row, COLUMN_ACCOUNT);
  article->source = cor_column_dup (row, COLUMN_SOURCE);
  article->remote_id = cor_column_dup (row, COLUMN_REMOTE_ID);
  article->slug = cor_column_dup (row, COLUMN_SLUG);
  article->locale = cor_column_dup (row, COLUMN_LOCALE);
  cor_article_kind_from_string (cor_column_text (row, COLUMN_KIND), &article->kind);
  article->title = cor_column_dup (row, COLUMN_TITLE);
  article->tags = cor_column_dup (row, COLUMN_TAGS);
  article->category = cor_column_dup (row, COLUMN_CATEGORY);
  article->url = cor_column_dup (row, COLUMN_URL);
  article->audience = cor_column_dup (row, COLUMN_AUDIENCE);
  article->corridors = cor_column_dup (row, COLUMN_CORRIDORS);
  article->currencies = cor_column_dup (row, COLUMN_CURRENCIES);
  article->effective = cor_column_dup (row, COLUMN_EFFECTIVE);
  article->sources = cor_column_dup (row, COLUMN_SOURCES);
  article->reviewed = cor_column_dup (row, COLUMN_REVIEWED);
  article->owner = cor_column_dup (row, COLUMN_OWNER);
  article->templates = cor_column_dup (row, COLUMN_TEMPLATES);
  article->see = cor_column_dup (row, COLUMN_SEE);
  article->version = cor_column_dup (row, COLUMN_VERSION);
  article->digest = cor_column_dup (row, COLUMN_DIGEST);
  article->updated_at = cor_column_int (row, COLUMN_UPDATED_AT);
  article->came_at = cor_column_int (row, COLUMN_CAME_AT);
  article->reading.is_favourite = cor_column_int (row, COLUMN_IS_FAVOURITE) != 0;
  article->reading.used_at = cor_column_int (row, COLUMN_USED_AT);
  article->reading.n_used = (guint) cor_column_int (row, COLUMN_N_USED);
  article->reading.acknowledged_at = cor_column_int (row, COLUMN_ACKNOWLEDGED_AT);
  article->reading.read_at = cor_column_int (row, COLUMN_READ_AT);
  article->reading.is_changed_since_read = cor_column_int (row, COLUMN_IS_CHANGED) != 0;
  article->body = cor_column_dup (row, COLUMN_BODY);
  article->questions = cor_column_dup (row, COLUMN_QUESTIONS);
  return article;
}

/**
 * cor_article_load:
 *
 * Returns: (transfer full) (nullable): the article with its text; %NULL if there is none
 */
CorArticleData *
cor_article_load (CorDb *db,
                  gint64 id)
{
  CorArticleData *article = NULL;
  sqlite3_stmt   *row = cor_db_query (db, "article-load", "l", id);

  while (cor_db_next (db, row))
    if (article == NULL)
      article = cor_article_load_row (row);
  return article;
}

static gboolean
are_translations (const CorArticleData *one,
                  const CorArticleData *other)
{
  return one->account == other->account && strcmp (one->slug, other->slug) == 0 && strcmp (one->source, other->source) == 0;
}

/**
 * cor_article_load_best:
 * @row: articles, translations of the same one behind each other
 * @locales: (nullable): what the reader reads, the best first
 * @limit: at most so many; 0: all
 *
 * Returns: (transfer full) (element-type CorArticleData): of each article the text that serves the reader best
 */
GPtrArray *
cor_article_load_best (CorDb             *db,
                       sqlite3_stmt      *row,
                       const char *const *locales,
                       guint              limit)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  guint      best = 0;

  while (cor_db_next (db, row))
    {
      CorArticleData *article = cor_article_load_row (row);
      guint           rank = cor_locale_rank (article->locale, locales);
      gboolean        is_other = articles->len > 0 && are_translations (articles->pdata[articles->len - 1], article);

      if (is_other && rank <= best)
        {
          cor_article_data_free (article);
          continue;
        }
      if (is_other)
        g_ptr_array_remove_index (articles, articles->len - 1);
      g_ptr_array_add (articles, article);
      best = rank;
      if (limit > 0 && articles->len > limit)
        {
          g_ptr_array_remove_index (articles, limit);
          sqlite3_reset (row);
          break;
        }
    }
  return articles;
}
