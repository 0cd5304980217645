/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-outline"

#include "config.h"

#include "cor-article-outline.h"

struct _CorArticleOutline
{
  GObject parent_instance;

  char *id;
  char *title;
  guint level;
};

G_DEFINE_FINAL_TYPE (CorArticleOutline, cor_article_outline, G_TYPE_OBJECT)

static void
cor_article_outline_finalize (GObject *object)
{
  CorArticleOutline *self = COR_ARTICLE_OUTLINE (object);

  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (cor_article_outline_parent_class)->finalize (object);
}

static void
cor_article_outline_class_init (CorArticleOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_article_outline_finalize;
}

static void
cor_article_outline_init (CorArticleOutline *self)
{
}

/**
 * cor_article_outline_new:
 * @id: of the heading
 * @title: its words
 * @level: 0 for the headings that no other stands above
 *
 * Returns: (transfer full): an entry
 */
CorArticleOutline *
cor_article_outline_new (const char *id, const char *title, guint level)
{
  CorArticleOutline *self = g_object_new (COR_TYPE_ARTICLE_OUTLINE, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->level = level;
  return self;
}

/**
 * cor_article_outline_get_id:
 *
 * Returns: (transfer none): what cor_article_view_scroll_to_heading() takes
 */
const char *
cor_article_outline_get_id (CorArticleOutline *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_OUTLINE (self), NULL);

  return self->id;
}

/**
 * cor_article_outline_get_title:
 *
 * Returns: (transfer none): the words of the heading
 */
const char *
cor_article_outline_get_title (CorArticleOutline *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_OUTLINE (self), NULL);

  return self->title;
}

/**
 * cor_article_outline_get_level:
 *
 * Returns: how far it is indented: 0 for the headings that no other stands above
 */
guint
cor_article_outline_get_level (CorArticleOutline *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_OUTLINE (self), 0);

  return self->level;
}
