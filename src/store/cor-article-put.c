/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article-put.h"

#include "cor-search-text.h"

/**
 * cor_article_put:
 *
 * Puts the article in, or in place of an earlier one of the same account, source and remote id. One that is as
 * it was costs a look only, and nobody is told.
 *
 * Returns: its local id; 0 if it was there unchanged, or after an error
 */
gint64
cor_article_put (CorDb                *db,
                 const CorArticleData *article)
{
  g_autofree char *version = cor_terms_dup_version ();
  g_autofree char *digest = cor_article_data_dup_digest (article);
  g_autofree char *fingerprint = cor_article_data_dup_fingerprint (article);
  g_autofree char *terms = NULL;

  if (cor_db_get_int (db, "article-is-same", "lssss", article->account, article->source, article->remote_id, fingerprint, version) > 0)
    return 0;

  terms = cor_search_text_make (article->locale, article->title, article->body, article->questions, article->tags);
  cor_db_run (db, "article-put", "lssssssssssssssssssssssslss",
              article->account, article->source, article->remote_id, article->slug, article->locale, cor_article_kind_to_string (article->kind),
              article->title, article->body, article->questions, article->tags, article->category, article->url, article->audience,
              article->corridors, article->currencies, article->effective, article->sources, article->reviewed, article->owner,
              article->templates, article->see, article->version, digest, fingerprint, article->updated_at, terms, version);
  cor_db_run (db, "article-advance", "");
  cor_db_touch_topics (db, COR_TOPIC_ARTICLES);
  return cor_db_get_int (db, "article-id", "lss", article->account, article->source, article->remote_id);
}
