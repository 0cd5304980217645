/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article"

#include "config.h"

#include "cor-article.h"

#include "cor-result.h"
#include "cor-store-article-lists.h"

/*
 * CorArticle: the article somebody reads: its text, its translations, what it refers to, and what the agent did with
 * it. It follows the store, so a new version shows when it comes. Main thread only.
 *
 * "changed": something of it is known that was not.
 */
struct _CorArticle
{
  GObject parent_instance;

  CorStore       *store;        /* owned */
  GCancellable   *reading;      /* owned */
  gint64          id;           /* of the text that was asked for; 0 none */
  CorArticleData *data;         /* owned; NULL until it is read, or where there is no such article */
  GPtrArray      *translations; /* owned: CorArticleData without texts, this one too */
  GPtrArray      *related;      /* owned: CorArticleData */
  CorArticleText *read_text;    /* owned: the text as it was read last, where it was another; or NULL */
  gboolean        awaits_text;  /* that is being read */
};

G_DEFINE_FINAL_TYPE (CorArticle, cor_article, G_TYPE_OBJECT)

static guint changed_signal;

static GPtrArray *
create_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
}

static void
forget (CorArticle *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  g_clear_pointer (&self->data, cor_article_data_free);
  g_clear_pointer (&self->read_text, cor_article_text_free);
  g_ptr_array_set_size (self->translations, 0);
  g_ptr_array_set_size (self->related, 0);
}

static void
on_translations_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorArticle) self = user_data;
  g_autoptr (GPtrArray) articles = cor_store_list_articles_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result) || articles == NULL)
    return;
  g_ptr_array_unref (self->translations);
  self->translations = g_steal_pointer (&articles);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_related_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorArticle) self = user_data;
  g_autoptr (CorArticleData) article = cor_store_load_article_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result) || article == NULL)
    return;
  g_ptr_array_add (self->related, g_steal_pointer (&article));
  g_signal_emit (self, changed_signal, 0);
}

static void
on_read_text_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorArticle) self = user_data;
  g_autoptr (CorArticleText) text = cor_store_load_read_text_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result))
    return;
  self->awaits_text = FALSE;
  g_clear_pointer (&self->read_text, cor_article_text_free);
  self->read_text = g_steal_pointer (&text);
  g_signal_emit (self, changed_signal, 0);
}

static void
read_related (CorArticle *self)
{
  const char *locales[] = { self->data->locale, "en", NULL };
  g_auto (GStrv) slugs = g_strsplit (self->data->see != NULL ? self->data->see : "", "\n", -1);

  g_ptr_array_set_size (self->related, 0);
  for (guint i = 0; slugs[i] != NULL; i++)
    if (slugs[i][0] != '\0')
      cor_store_load_article_by_slug_async (self->store, self->data->account, self->data->source, slugs[i], locales, self->reading, on_related_loaded, g_object_ref (self));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorArticle) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorArticleData) data = cor_store_load_article_finish (COR_STORE (source), result, &error);
  gboolean is_first = self->data == NULL;

  if (cor_result_is_cancelled (result))
    return;
  if (data == NULL)
    g_debug ("article %" G_GINT64_FORMAT ": %s", self->id, error->message);
  g_clear_pointer (&self->data, cor_article_data_free);
  self->data = g_steal_pointer (&data);
  if (self->data != NULL)
    {
      self->id = self->data->id;
      cor_store_list_translations_async (self->store, self->id, self->reading, on_translations_listed, g_object_ref (self));
      read_related (self);
      self->awaits_text = is_first && self->data->reading.is_changed_since_read;
      if (self->awaits_text)
        cor_store_load_read_text_async (self->store, self->id, self->reading, on_read_text_loaded, g_object_ref (self));
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
on_store_changed (CorArticle *self, const CorStoreChanges *changes)
{
  if (self->id != 0 && (changes->reset || (changes->topics & (COR_TOPIC_ARTICLES | COR_TOPIC_READINGS)) != 0))
    cor_store_load_article_by_id_async (self->store, self->id, self->reading, on_loaded, g_object_ref (self));
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_mark_article_finish (COR_STORE (source), result, &error))
    g_debug ("mark: %s", error->message);
}

static void
cor_article_dispose (GObject *object)
{
  CorArticle *self = COR_ARTICLE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_article_parent_class)->dispose (object);
}

static void
cor_article_finalize (GObject *object)
{
  CorArticle *self = COR_ARTICLE (object);

  g_clear_pointer (&self->data, cor_article_data_free);
  g_clear_pointer (&self->read_text, cor_article_text_free);
  g_ptr_array_unref (self->translations);
  g_ptr_array_unref (self->related);

  G_OBJECT_CLASS (cor_article_parent_class)->finalize (object);
}

static void
cor_article_class_init (CorArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_article_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_article_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_article_init (CorArticle *self)
{
  self->translations = create_list ();
  self->related = create_list ();
}

/**
 * cor_article_new:
 * @store: where articles are
 *
 * Returns: (transfer full): no article yet
 */
CorArticle *
cor_article_new (CorStore *store)
{
  CorArticle *self = g_object_new (COR_TYPE_ARTICLE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_article_open:
 * @id: local id of one text of an article; 0 none
 */
void
cor_article_open (CorArticle *self, gint64 id)
{
  g_return_if_fail (COR_IS_ARTICLE (self));

  if (self->id == id)
    return;
  forget (self);
  self->id = id;
  if (id != 0)
    cor_store_load_article_by_id_async (self->store, id, self->reading, on_loaded, g_object_ref (self));
  else
    g_signal_emit (self, changed_signal, 0);
}

/**
 * cor_article_open_slug:
 * @slug: what the translations of an article share, as links between articles write it
 * @locales: (array zero-terminated=1): which text, the best first
 *
 * Opens an article of the source of the one that is open.
 */
void
cor_article_open_slug (CorArticle *self, const char *slug, const char *const *locales)
{
  g_autofree char *source = NULL;
  gint64           account = -1;

  g_return_if_fail (COR_IS_ARTICLE (self));

  if (self->data != NULL)
    {
      source = g_strdup (self->data->source);
      account = self->data->account;
    }
  forget (self);
  self->id = 0;
  cor_store_load_article_by_slug_async (self->store, account, source, slug, locales, self->reading, on_loaded, g_object_ref (self));
}

/**
 * cor_article_get_id:
 *
 * Returns: the local id of the text that was asked for; 0 none
 */
gint64
cor_article_get_id (CorArticle *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE (self), 0);

  return self->id;
}

/**
 * cor_article_get_data:
 *
 * Returns: (transfer none) (nullable): the article; %NULL until it is read, or where there is none
 */
const CorArticleData *
cor_article_get_data (CorArticle *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE (self), NULL);

  return self->data;
}

/**
 * cor_article_get_translations:
 *
 * Returns: (transfer none) (element-type CorArticleData): its texts in all languages, without the words
 */
GPtrArray *
cor_article_get_translations (CorArticle *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE (self), NULL);

  return self->translations;
}

/**
 * cor_article_find_translation:
 * @locale: BCP 47
 *
 * Returns: (transfer none) (nullable): its text in exactly this locale
 */
const CorArticleData *
cor_article_find_translation (CorArticle *self, const char *locale)
{
  g_return_val_if_fail (COR_IS_ARTICLE (self), NULL);

  for (guint i = 0; i < self->translations->len; i++)
    if (g_strcmp0 (((const CorArticleData *) self->translations->pdata[i])->locale, locale) == 0)
      return self->translations->pdata[i];
  return NULL;
}

/**
 * cor_article_get_related:
 *
 * Returns: (transfer none) (element-type CorArticleData): what it refers to, as far as it is here
 */
GPtrArray *
cor_article_get_related (CorArticle *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE (self), NULL);

  return self->related;
}

/**
 * cor_article_get_read_text:
 *
 * Returns: (transfer none) (nullable): the text as the agent read it last, where it has changed since
 */
const CorArticleText *
cor_article_get_read_text (CorArticle *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE (self), NULL);

  return self->read_text;
}

/**
 * cor_article_is_complete:
 *
 * Returns: whether the article is read, and, where it has changed, what it was before
 */
gboolean
cor_article_is_complete (CorArticle *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE (self), FALSE);

  return self->data != NULL && !self->awaits_text;
}

/**
 * cor_article_mark:
 * @mark: what the agent did with it
 */
void
cor_article_mark (CorArticle *self, CorReadingMark mark)
{
  g_return_if_fail (COR_IS_ARTICLE (self));

  if (self->data != NULL)
    cor_store_mark_article_async (self->store, self->data->id, mark, NULL, on_marked, NULL);
}
