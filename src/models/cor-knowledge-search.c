/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-search"

#include "config.h"

#include "cor-knowledge-search.h"

#include "cor-locale-fit.h"
#include "cor-result.h"
#include "cor-str.h"
#include "cor-store-article-lists.h"
#include "cor-store-articles.h"

#include <string.h>

/*
 * CorKnowledgeSearch: what is found for a query as it is typed, as a GListModel of CorKnowledgeHit, each article once;
 * without a query, what there is to browse. A newer query cancels an older one, and the hits stay until the new ones are complete, so
 * that nothing flickers. It follows the store. Main thread only.
 *
 * "loaded": the content is that of the query now.
 */
struct _CorKnowledgeSearch
{
  CorObjectList parent_instance;

  CorStore        *store;     /* owned */
  GCancellable    *asking;    /* owned */
  char           **locales;   /* owned, or NULL */
  char            *query;     /* owned */
  char            *found_for; /* owned: the query of @found, or NULL */
  CorSearchResult *result;    /* owned: of the last search, or NULL */
  GPtrArray       *coming;    /* owned: CorKnowledgeHit of the search that is not complete, or NULL */
  GPtrArray       *found;     /* owned: CorKnowledgeHit, all that were found, the best first */
  guint            n_missing; /* articles of @coming that are still being read */

  CorKnowledgeFilter filter; /* its strings are owned */
  CorKnowledgeOrder  order;
};

/* Rows nobody scrolls to are not worth the wait. */
#define MAX_HITS 100
#define MAX_BROWSED 400

G_DEFINE_FINAL_TYPE (CorKnowledgeSearch, cor_knowledge_search, COR_TYPE_OBJECT_LIST)

static guint loaded_signal;

/* One article of the search on its way. */
typedef struct
{
  CorKnowledgeSearch *self; /* owned */
  CorKnowledgeHit    *hit;  /* owned */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_object_unref (reading->hit);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* What the search itself narrows by. Kinds are counted of what it finds, and a language is one of several of which an
 * article is shown in the one that fits best. */
static CorSearchFilter
get_asked (const CorKnowledgeFilter *filter)
{
  return (CorSearchFilter){ .category = filter->category, .corridor = filter->corridor, .currency = filter->currency, .source = filter->source };
}

static gboolean
passes (const CorArticleData *article, const CorKnowledgeFilter *filter, gboolean any_kind)
{
  CorSearchFacets facets = { 0 };
  CorSearchFilter asked = { 0 };

  if (article == NULL)
    return FALSE; /* it was removed meanwhile */
  facets = (CorSearchFacets){ .category = article->category, .source = article->source, .corridors = article->corridors, .currencies = article->currencies };
  if (!any_kind && filter->kind >= 0 && (int) article->kind != filter->kind)
    return FALSE;
  if (filter->is_favourite && !article->reading.is_favourite)
    return FALSE;
  if (filter->locale != NULL && cor_locale_fit (article->locale, filter->locale) == COR_LOCALE_FIT_NONE)
    return FALSE;
  asked = get_asked (filter);
  return cor_search_filter_accepts (&asked, &facets, article->locale);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (cor_knowledge_hit_get_title (*(CorKnowledgeHit *const *) a), cor_knowledge_hit_get_title (*(CorKnowledgeHit *const *) b));
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const CorArticleData *one = cor_knowledge_hit_get_article (*(CorKnowledgeHit *const *) a);
  const CorArticleData *other = cor_knowledge_hit_get_article (*(CorKnowledgeHit *const *) b);

  return g_strcmp0 (other->reviewed, one->reviewed);
}

/* What was never used or read stays behind, in the order it was found in. */
static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const CorArticleReading *one = &cor_knowledge_hit_get_article (*(CorKnowledgeHit *const *) a)->reading;
  const CorArticleReading *other = &cor_knowledge_hit_get_article (*(CorKnowledgeHit *const *) b)->reading;

  if (one->used_at != other->used_at)
    return one->used_at > other->used_at ? -1 : 1;
  return one->read_at > other->read_at ? -1 : one->read_at < other->read_at;
}

static gboolean
is_same_article (const CorArticleData *one, const CorArticleData *other)
{
  return one->account == other->account && g_strcmp0 (one->source, other->source) == 0 && g_strcmp0 (one->slug, other->slug) == 0;
}

static gboolean
has_article (GPtrArray *hits, const CorArticleData *article)
{
  for (guint i = 0; i < hits->len; i++)
    if (is_same_article (cor_knowledge_hit_get_article (hits->pdata[i]), article))
      return TRUE;
  return FALSE;
}

/* What passes the filter; of the texts of one article the one that fits best. Borrowed. */
static GPtrArray *
filter_found (CorKnowledgeSearch *self, gboolean any_kind)
{
  GPtrArray *passed = g_ptr_array_new ();

  for (guint i = 0; i < self->found->len; i++)
    {
      const CorArticleData *article = cor_knowledge_hit_get_article (self->found->pdata[i]);

      if (passes (article, &self->filter, any_kind) && !has_article (passed, article))
        g_ptr_array_add (passed, self->found->pdata[i]);
    }
  return passed;
}

static void
update (CorKnowledgeSearch *self)
{
  g_autoptr (GPtrArray) wanted = filter_found (self, FALSE);

  if (self->order == COR_KNOWLEDGE_BY_TITLE)
    g_ptr_array_sort (wanted, compare_titles);
  else if (self->order == COR_KNOWLEDGE_BY_REVIEW)
    g_ptr_array_sort (wanted, compare_reviews);
  else if (self->order == COR_KNOWLEDGE_BY_USE)
    g_ptr_array_sort (wanted, compare_uses);
  cor_object_list_set_items (COR_OBJECT_LIST (self), wanted);
  g_signal_emit (self, loaded_signal, 0);
}

/* The search is complete: its hits take the place of those before. */
static void
show_coming (CorKnowledgeSearch *self)
{
  g_ptr_array_unref (self->found);
  self->found = g_steal_pointer (&self->coming);
  cor_set_str (&self->found_for, self->query);
  update (self);
}

static void
on_article_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorArticleData) article = cor_store_load_article_finish (COR_STORE (source), result, &error);
  CorKnowledgeSearch *self = reading->self;

  if (cor_result_is_cancelled (result))
    return;
  if (article != NULL)
    cor_knowledge_hit_take_article (reading->hit, g_steal_pointer (&article));
  if (--self->n_missing == 0)
    show_coming (self);
}

static void
read_article (CorKnowledgeSearch *self, CorKnowledgeHit *hit)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->self = g_object_ref (self);
  reading->hit = g_object_ref (hit);
  cor_store_load_article_by_id_async (self->store, cor_knowledge_hit_get_id (hit), self->asking, on_article_loaded, reading);
}

/* The same row as before, where the same query finds the same article again. */
static CorKnowledgeHit *
dup_hit (CorKnowledgeSearch *self, gint64 id, const char *title)
{
  for (guint i = 0; g_strcmp0 (self->found_for, self->query) == 0 && i < self->found->len; i++)
    if (cor_knowledge_hit_get_id (self->found->pdata[i]) == id)
      return g_object_ref (self->found->pdata[i]);
  return cor_knowledge_hit_new (id, title);
}

static CorKnowledgeHit *
create_hit (CorKnowledgeSearch *self, const CorSearchHit *found)
{
  CorKnowledgeHit *hit = dup_hit (self, found->id, found->title);

  cor_knowledge_hit_set_title_marks (hit, found->title_marks);
  if (found->excerpt != NULL && found->excerpt->text[0] != '\0')
    cor_knowledge_hit_set_excerpt (hit, found->excerpt->text, found->excerpt->marks);
  cor_knowledge_hit_set_why (hit, found->why);
  return hit;
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorKnowledgeSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSearchResult) found = cor_store_search_articles_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (found == NULL)
    {
      g_debug ("search: %s", error->message);
      return;
    }
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_missing = found->hits->len;
  for (guint i = 0; i < found->hits->len; i++)
    {
      CorKnowledgeHit *hit = create_hit (self, found->hits->pdata[i]);

      g_ptr_array_add (self->coming, hit);
      read_article (self, hit);
    }
  g_clear_pointer (&self->result, cor_search_result_free);
  self->result = g_steal_pointer (&found);
  if (self->n_missing == 0)
    show_coming (self);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorKnowledgeSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = cor_store_list_articles_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (articles == NULL)
    {
      g_debug ("list: %s", error->message);
      return;
    }
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (articles, NULL);
  for (guint i = 0; i < articles->len; i++)
    {
      CorArticleData  *article = articles->pdata[i];
      CorKnowledgeHit *hit = dup_hit (self, article->id, article->title);

      cor_knowledge_hit_take_article (hit, article);
      g_ptr_array_add (self->coming, hit);
    }
  g_clear_pointer (&self->result, cor_search_result_free);
  show_coming (self);
}

static void
ask (CorKnowledgeSearch *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  if (self->query[0] == '\0')
    {
      CorArticleFilter filter = { .locales = (const char *const *) self->locales, .limit = MAX_BROWSED };

      cor_store_list_articles_async (self->store, &filter, self->asking, on_listed, g_object_ref (self));
    }
  else
    {
      CorSearchAsk search = { .query = self->query, .locale = self->locales != NULL ? self->locales[0] : NULL, .limit = MAX_HITS, .is_typing = TRUE, .filter = get_asked (&self->filter) };

      cor_store_ask_articles_async (self->store, &search, self->asking, on_searched, g_object_ref (self));
    }
}

static void
on_store_changed (CorKnowledgeSearch *self, const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & (COR_TOPIC_ARTICLES | COR_TOPIC_READINGS)) != 0)
    ask (self);
}

static void
cor_knowledge_search_dispose (GObject *object)
{
  CorKnowledgeSearch *self = COR_KNOWLEDGE_SEARCH (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_knowledge_search_parent_class)->dispose (object);
}

static void
cor_knowledge_search_finalize (GObject *object)
{
  CorKnowledgeSearch *self = COR_KNOWLEDGE_SEARCH (object);

  g_strfreev (self->locales);
  g_free (self->query);
  g_free (self->found_for);
  g_clear_pointer (&self->result, cor_search_result_free);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_ptr_array_unref (self->found);
  g_free ((char *) self->filter.category);
  g_free ((char *) self->filter.corridor);
  g_free ((char *) self->filter.currency);
  g_free ((char *) self->filter.locale);
  g_free ((char *) self->filter.source);

  G_OBJECT_CLASS (cor_knowledge_search_parent_class)->finalize (object);
}

static void
cor_knowledge_search_class_init (CorKnowledgeSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_knowledge_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_knowledge_search_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_KNOWLEDGE_HIT;

  loaded_signal = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_knowledge_search_init (CorKnowledgeSearch *self)
{
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->query = g_strdup ("");
  self->filter.kind = -1;
}

/**
 * cor_knowledge_search_new:
 * @store: where the articles are
 *
 * Returns: (transfer full): a search that was asked for nothing yet
 */
CorKnowledgeSearch *
cor_knowledge_search_new (CorStore *store)
{
  CorKnowledgeSearch *self = g_object_new (COR_TYPE_KNOWLEDGE_SEARCH, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_knowledge_search_set_locales:
 * @locales: (nullable) (array zero-terminated=1): what the reader reads, the best first
 */
void
cor_knowledge_search_set_locales (CorKnowledgeSearch *self, const char *const *locales)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_SEARCH (self));

  g_strfreev (self->locales);
  self->locales = g_strdupv ((char **) locales);
}

/**
 * cor_knowledge_search_set_query:
 * @query: as it is typed, its last word may be unfinished; "" browses
 *
 * Asks at once, and forgets what was still asked of the query before. No text is an error.
 */
void
cor_knowledge_search_set_query (CorKnowledgeSearch *self, const char *query)
{
  g_autofree char *stripped = g_strstrip (g_strdup (query));

  g_return_if_fail (COR_IS_KNOWLEDGE_SEARCH (self));

  if (self->asking != NULL && g_str_equal (self->query, stripped))
    return;
  cor_set_str (&self->query, stripped);
  ask (self);
}

/**
 * cor_knowledge_search_set_filter:
 * @filter: copied
 *
 * Narrows what was found by kind, language and favourites at once; by the rest it is searched anew, as more may pass
 * than is among the best without it.
 */
void
cor_knowledge_search_set_filter (CorKnowledgeSearch *self, const CorKnowledgeFilter *filter)
{
  gboolean is_asked = FALSE;

  g_return_if_fail (COR_IS_KNOWLEDGE_SEARCH (self));

  self->filter.kind = filter->kind;
  self->filter.is_favourite = filter->is_favourite;
  is_asked |= cor_set_str ((char **) &self->filter.category, filter->category);
  is_asked |= cor_set_str ((char **) &self->filter.corridor, filter->corridor);
  is_asked |= cor_set_str ((char **) &self->filter.currency, filter->currency);
  is_asked |= cor_set_str ((char **) &self->filter.source, filter->source);
  cor_set_str ((char **) &self->filter.locale, filter->locale);
  if (is_asked && self->query[0] != '\0')
    ask (self);
  else
    update (self);
}

/**
 * cor_knowledge_search_is_narrowed:
 *
 * Returns: whether a filter is set
 */
gboolean
cor_knowledge_search_is_narrowed (CorKnowledgeSearch *self)
{
  CorSearchFilter asked = { 0 };

  g_return_val_if_fail (COR_IS_KNOWLEDGE_SEARCH (self), FALSE);

  asked = get_asked (&self->filter);
  return self->filter.kind >= 0 || self->filter.is_favourite || self->filter.locale != NULL || !cor_search_filter_is_empty (&asked);
}

/**
 * cor_knowledge_search_get_near:
 * @is_unfiltered: (out): whether they would be hits without the filter
 *
 * Returns: (transfer none) (nullable) (element-type CorSearchHit): where there are no hits, what comes nearest
 */
GPtrArray *
cor_knowledge_search_get_near (CorKnowledgeSearch *self, gboolean *is_unfiltered)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_SEARCH (self), NULL);

  *is_unfiltered = FALSE;
  if (self->result == NULL)
    return NULL;
  /* they were found, and are of another kind or language */
  *is_unfiltered = self->result->hits->len > 0 || self->result->nearest_is_unfiltered;
  return self->result->hits->len > 0 ? self->result->hits : self->result->nearest;
}

/**
 * cor_knowledge_search_set_order:
 * @order: of the hits
 */
void
cor_knowledge_search_set_order (CorKnowledgeSearch *self, CorKnowledgeOrder order)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_SEARCH (self));

  if (self->order == order)
    return;
  self->order = order;
  update (self);
}

/**
 * cor_knowledge_search_get_query:
 *
 * Returns: (transfer none): what was asked last
 */
const char *
cor_knowledge_search_get_query (CorKnowledgeSearch *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_SEARCH (self), "");

  return self->query;
}

/**
 * cor_knowledge_search_get_result:
 *
 * Returns: (transfer none) (nullable): what the last search tried and what comes nearest; %NULL while browsing
 */
const CorSearchResult *
cor_knowledge_search_get_result (CorKnowledgeSearch *self)
{
  g_return_val_if_fail (COR_IS_KNOWLEDGE_SEARCH (self), NULL);

  return self->result;
}

/**
 * cor_knowledge_search_get_n_of_kind:
 * @kind: a CorArticleKind; -1: of any kind
 *
 * Returns: how many there are with the filter as it is, whatever kind it asks for
 */
guint
cor_knowledge_search_get_n_of_kind (CorKnowledgeSearch *self, int kind)
{
  g_autoptr (GPtrArray) passed = NULL;
  guint n = 0;

  g_return_val_if_fail (COR_IS_KNOWLEDGE_SEARCH (self), 0);

  passed = filter_found (self, TRUE);
  for (guint i = 0; i < passed->len; i++)
    n += kind < 0 || (int) cor_knowledge_hit_get_article (passed->pdata[i])->kind == kind;
  return n;
}
