/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-article.h"

#include "cor-ctl-json.h"

static void
add_lines (JsonBuilder *builder,
           const char  *name,
           const char  *lines)
{
  g_auto (GStrv) list = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  cor_ctl_json_texts (builder, name, list);
}

/**
 * cor_ctl_article_add_json:
 *
 * Body and questions are left out where the article has none: lists are without them.
 */
void
cor_ctl_article_add_json (JsonBuilder          *builder,
                          const CorArticleData *article)
{
  cor_ctl_json_text (builder, "id", article->remote_id);
  cor_ctl_json_text (builder, "slug", article->slug);
  cor_ctl_json_text (builder, "locale", article->locale);
  cor_ctl_json_text (builder, "kind", cor_article_kind_to_string (article->kind));
  cor_ctl_json_text (builder, "title", article->title);
  if (article->body != NULL)
    {
      cor_ctl_json_text (builder, "body", article->body);
      add_lines (builder, "questions", article->questions);
    }
  add_lines (builder, "tags", article->tags);
  cor_ctl_json_text (builder, "category", article->category);
  cor_ctl_json_text (builder, "url", article->url);
  cor_ctl_json_text (builder, "audience", article->audience);
  add_lines (builder, "corridors", article->corridors);
  add_lines (builder, "currencies", article->currencies);
  cor_ctl_json_text (builder, "effective", article->effective);
  add_lines (builder, "sources", article->sources);
  cor_ctl_json_text (builder, "reviewed", article->reviewed);
  cor_ctl_json_text (builder, "owner", article->owner);
  add_lines (builder, "templates", article->templates);
  add_lines (builder, "see", article->see);
  cor_ctl_json_text (builder, "source", article->source);
  cor_ctl_json_text (builder, "version", article->version);
  cor_ctl_json_text (builder, "digest", article->digest);
  cor_ctl_json_time (builder, "updated_at", article->updated_at);
  cor_ctl_json_bool (builder, "favourite", article->reading.is_favourite);
  cor_ctl_json_time (builder, "read_at", article->reading.read_at);
  cor_ctl_json_bool (builder, "changed_since_read", article->reading.is_changed_since_read);
  cor_ctl_json_time (builder, "used_at", article->reading.used_at);
  cor_ctl_json_int (builder, "used", article->reading.n_used);
  cor_ctl_json_time (builder, "acknowledged_at", article->reading.acknowledged_at);
}
