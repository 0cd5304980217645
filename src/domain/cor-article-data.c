/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article-data.h"

#include <string.h>

static const char *const kind_names[] = {
  [COR_ARTICLE_ARTICLE] = "article",
  [COR_ARTICLE_SOP] = "sop",
  [COR_ARTICLE_BULLETIN] = "bulletin",
  [COR_ARTICLE_TEMPLATE] = "template",
};

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
  g_free (self->slug);
  g_free (self->locale);
  g_free (self->title);
  g_free (self->body);
  g_free (self->questions);
  g_free (self->tags);
  g_free (self->category);
  g_free (self->url);
  g_free (self->audience);
  g_free (self->corridors);
  g_free (self->currencies);
  g_free (self->effective);
  g_free (self->sources);
  g_free (self->reviewed);
  g_free (self->owner);
  g_free (self->templates);
  g_free (self->see);
  g_free (self->version);
  g_free (self->digest);
  g_free (self);
}

/* With its end and with whether it is there, so that no two different rows of texts add up to the same bytes. */
static void
add_text (GChecksum  *checksum,
          const char *text)
{
  static const guchar absent = 1;

  if (text == NULL)
    g_checksum_update (checksum, &absent, 1);
  else
    g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

/**
 * cor_article_data_dup_digest:
 *
 * Returns: (transfer full): SHA-256 of the title and the body, in hexadecimal: what a reader has read, and what a
 *   reply has quoted
 */
char *
cor_article_data_dup_digest (const CorArticleData *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (checksum, self->title);
  add_text (checksum, self->body);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * cor_article_data_dup_fingerprint:
 *
 * Returns: (transfer full): SHA-256 of all that a source says of the article, so that one that comes again
 *   unchanged costs nothing
 */
char *
cor_article_data_dup_fingerprint (const CorArticleData *self)
{
  const char *const texts[] = {
    self->slug, self->locale, cor_article_kind_to_string (self->kind), self->title, self->body, self->questions, self->tags, self->category,
    self->url, self->audience, self->corridors, self->currencies, self->effective, self->sources, self->reviewed, self->owner,
    self->templates, self->see, self->version
  };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_text (checksum, texts[i]);
  g_checksum_update (checksum, (const guchar *) &self->updated_at, sizeof self->updated_at);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * cor_article_data_is_public:
 *
 * Returns: whether its words may be put into a reply, or linked
 */
gboolean
cor_article_data_is_public (const CorArticleData *self)
{
  return self->audience == NULL || strcmp (self->audience, "public") == 0;
}

const char *
cor_article_kind_to_string (CorArticleKind kind)
{
  return kind_names[kind];
}

/**
 * cor_article_kind_from_string:
 * @text: (nullable): as the store and packs write it
 * @kind: (out): untouched if it is none
 *
 * Returns: whether it is a kind
 */
gboolean
cor_article_kind_from_string (const char     *text,
                              CorArticleKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (text, kind_names[i]) == 0)
      {
        *kind = (CorArticleKind) i;
        return TRUE;
      }
  return FALSE;
}
