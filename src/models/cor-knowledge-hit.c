/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-hit"

#include "config.h"

#include "cor-knowledge-hit.h"

#include "cor-markdown.h"
#include "cor-str.h"
#include "cor-template-title.h"

#include <string.h>

/* Until its article is read, only its id and title are known: "changed" tells of the rest. */
struct _CorKnowledgeHit
{
  GObject parent_instance;

  gint64          id;            /* local */
  char           *title;         /* owned */
  GArray         *title_marks;   /* owned: CorMark, or NULL */
  char           *excerpt;       /* owned, or NULL */
  GArray         *excerpt_marks; /* owned: CorMark, or NULL */
  char           *why;           /* owned, or NULL */
  guint           n_similar;
  CorArticleData *article; /* owned, or NULL */
};

/* Letters of a text that stands for the article where nothing of the query is in it. */
#define OPENING_LENGTH 160

G_DEFINE_FINAL_TYPE (CorKnowledgeHit, cor_knowledge_hit, G_TYPE_OBJECT)

static guint changed_signal;

static void
cor_knowledge_hit_finalize (GObject *object)
{
  CorKnowledgeHit *self = COR_KNOWLEDGE_HIT (object);

  g_free (self->title);
  g_clear_pointer (&self->title_marks, g_array_unref);
  g_free (self->excerpt);
  g_clear_pointer (&self->excerpt_marks, g_array_unref);
  g_free (self->why);
  g_clear_pointer (&self->article, cor_article_data_free);

  G_OBJECT_CLASS (cor_knowledge_hit_parent_class)->finalize (object);
}

static void
cor_knowledge_hit_class_init (CorKnowledgeHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_knowledge_hit_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_knowledge_hit_init (CorKnowledgeHit *self)
{
}

/* The first words of the body that are no heading. */
static char *
dup_opening (const char *body)
{
  g_autofree char *plain = NULL;
  const char      *start = body;

  while (start != NULL && (*start == '#' || *start == '\n'))
    {
      start = strchr (start, '\n');
      if (start != NULL)
        start++;
    }
  if (start == NULL)
    return NULL;
  plain = cor_markdown_to_plain (start);
  return cor_snippet (plain, OPENING_LENGTH);
}

/**
 * cor_knowledge_hit_new:
 * @id: local id of the article
 * @title: (nullable): its title, where it is known already
 *
 * Returns: (transfer full): a hit without more
 */
CorKnowledgeHit *
cor_knowledge_hit_new (gint64      id,
                       const char *title)
{
  CorKnowledgeHit *self = g_object_new (COR_TYPE_KNOWLEDGE_HIT, NULL);

  self->id = id;
  self->title = g_strdup (title != NULL ? title : "");
  return self;
}

/**
 * cor_knowledge_hit_take_article:
 * @article: (transfer full): what the store knows of it
 *
 * Where there is no excerpt, the first words of its text stand for one.
 */
void
cor_knowledge_hit_take_article (CorKnowledgeHit *self,
                                CorArticleData  *article)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_HIT (self));

  g_clear_pointer (&self->article, cor_article_data_free);
  self->article = article;
  /* what is marked stands in the title that was searched */
  if (self->title_marks == NULL)
    cor_set_str (&self->title, article->kind == COR_ARTICLE_TEMPLATE ? cor_template_title_find (article->source, article->slug, article->title) : article->title);
  if (self->excerpt == NULL)
    self->excerpt = dup_opening (article->body);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * cor_knowledge_hit_set_title_marks:
 * @marks: (nullable) (element-type CorMark): what of the title was sought
 */
void
cor_knowledge_hit_set_title_marks (CorKnowledgeHit *self,
                                   GArray          *marks)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_HIT (self));

  g_clear_pointer (&self->title_marks, g_array_unref);
  self->title_marks = marks != NULL ? g_array_ref (marks) : NULL;
}

/**
 * cor_knowledge_hit_set_excerpt:
 * @excerpt: the place of its text that shows best why it was found
 * @marks: (nullable) (element-type CorMark): what of it was sought
 */
void
cor_knowledge_hit_set_excerpt (CorKnowledgeHit *self,
                               const char      *excerpt,
                               GArray          *marks)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_HIT (self));

  cor_set_str (&self->excerpt, excerpt);
  g_clear_pointer (&self->excerpt_marks, g_array_unref);
  self->excerpt_marks = marks != NULL ? g_array_ref (marks) : NULL;
}

/**
 * cor_knowledge_hit_set_why:
 * @why: (nullable): why it was found where its words do not show it: "到账 = credited"
 */
void
cor_knowledge_hit_set_why (CorKnowledgeHit *self,
                           const char      *why)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_HIT (self));

  cor_set_str (&self->why, why);
}

/**
 * cor_knowledge_hit_set_n_similar:
 * @n: how many questions like this one it answered
 */
void
cor_knowledge_hit_set_n_similar (CorKnowledgeHit *self,
                                 guint            n)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_HIT (self));

  self->n_similar = n;
}

/**
 * cor_knowledge_hit_get_n_similar:
 *
 * Returns: how many questions like this one it answered
 */
guint
cor_knowledge_hit_get_n_similar (CorKnowledgeHit *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_HIT (self), 0);

  return self->n_similar;
}

/**
 * cor_knowledge_hit_get_id:
 *
 * Returns: its local id
 */
gint64
cor_knowledge_hit_get_id (CorKnowledgeHit *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_HIT (self), 0);

  return self->id;
}

/**
 * cor_knowledge_hit_get_title:
 *
 * Returns: (transfer none): its title
 */
const char *
cor_knowledge_hit_get_title (CorKnowledgeHit *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_HIT (self), NULL);

  return self->title;
}

/**
 * cor_knowledge_hit_get_title_marks:
 *
 * Returns: (transfer none) (nullable) (element-type CorMark): what of its title was sought
 */
GArray *
cor_knowledge_hit_get_title_marks (CorKnowledgeHit *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_HIT (self), NULL);

  return self->title_marks;
}

/**
 * cor_knowledge_hit_get_excerpt:
 *
 * Returns: (transfer none) (nullable): a line or two of its text
 */
const char *
cor_knowledge_hit_get_excerpt (CorKnowledgeHit *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_HIT (self), NULL);

  return self->excerpt;
}

/**
 * cor_knowledge_hit_get_excerpt_marks:
 *
 * Returns: (transfer none) (nullable) (element-type CorMark): what of the excerpt was sought
 */
GArray *
cor_knowledge_hit_get_excerpt_marks (CorKnowledgeHit *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_HIT (self), NULL);

  return self->excerpt_marks;
}

/**
 * cor_knowledge_hit_get_why:
 *
 * Returns: (transfer none) (nullable): why it was found, where that is not to be seen
 */
const char *
cor_knowledge_hit_get_why (CorKnowledgeHit *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_HIT (self), NULL);

  return self->why;
}

/**
 * cor_knowledge_hit_get_article:
 *
 * Returns: (transfer none) (nullable): what the store knows of it; %NULL until it is read
 */
const CorArticleData *
cor_knowledge_hit_get_article (CorKnowledgeHit *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_HIT (self), NULL);

  return self->article;
}
