/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-catalog"

#include "config.h"

#include "cor-template-catalog.h"

#include "cor-fold.h"
#include "cor-locale.h"
#include "cor-result.h"
#include "cor-store-templates.h"
#include "cor-str.h"

#include <string.h>

/*
 * CorTemplateCatalog: all templates there are, wherever they are from, as a GListModel of CorTemplateItem by category
 * and title, for whoever keeps them; and in which languages they are. One that did not change stays the same object.
 * Main thread only.
 *
 * "changed": anything that it tells.
 */
struct _CorTemplateCatalog
{
  CorObjectList parent_instance;

  CorStore        *store;   /* owned */
  GCancellable    *reading; /* owned, or NULL */
  GPtrArray       *all;     /* owned: CorTemplateItem */
  char           **locales; /* owned: of those in use, each written in one way */
  char           **tags;    /* owned: all ways they are written in */
  GArray          *columns; /* owned: of each of @tags, its place in @locales */
  char            *query;   /* owned, folded */
  CorCatalogFilter filter;
  gboolean         is_loaded;
};

G_DEFINE_FINAL_TYPE (CorTemplateCatalog, cor_template_catalog, COR_TYPE_OBJECT_LIST)

static guint changed_signal;

static gboolean
is_from (const CorTemplate *template, const char *source)
{
  return g_strcmp0 (template->source, source) == 0;
}

/* zh-CN is what zh-Hans is, and pt what pt-BR. */
static CorTemplateCover
get_cover (CorTemplateCatalog *self, const CorTemplate *template, guint column)
{
  CorTemplateCover best = COR_TEMPLATE_COVER_MISSING;

  for (guint i = 0; i < self->columns->len; i++)
    {
      CorTemplateCover cover = g_array_index (self->columns, guint, i) == column ? cor_template_get_cover (template, self->tags[i]) : COR_TEMPLATE_COVER_MISSING;

      if (cover == COR_TEMPLATE_COVER_STALE)
        return cover;
      best = MAX (best, cover);
    }
  return best;
}

/* What a desk keeps in one language is not meant to be in all of them. */
static gboolean
has_gaps (CorTemplateCatalog *self, const CorTemplate *template)
{
  for (guint i = 0; self->locales != NULL && self->locales[i] != NULL && template->account == 0; i++)
    if (get_cover (self, template, i) <= COR_TEMPLATE_COVER_STALE)
      return TRUE;
  return FALSE;
}

static gboolean
passes (CorTemplateCatalog *self, const CorTemplate *template)
{
  if (self->filter == COR_CATALOG_RETIRED || cor_template_is_retired (template))
    return self->filter == COR_CATALOG_RETIRED && cor_template_is_retired (template);
  switch (self->filter)
    {
    case COR_CATALOG_OWN:
      return is_from (template, COR_TEMPLATE_SOURCE_OWN);
    case COR_CATALOG_DESK:
      return is_from (template, COR_TEMPLATE_SOURCE_ACCOUNT);
    case COR_CATALOG_GAPS:
      return has_gaps (self, template);
    case COR_CATALOG_ALL:
    case COR_CATALOG_RETIRED:
    case COR_N_CATALOG_FILTERS:
    default:
      return TRUE;
    }
}

/* What is called so, or is kept under that name. */
static gboolean
is_called (CorTemplateCatalog *self, CorTemplateItem *item)
{
  const CorTemplate *template = cor_template_item_get_template (item);
  g_autofree char *tags = template->tags != NULL ? g_strjoinv (" ", template->tags) : NULL;
  g_autofree char *words = g_strjoin (" ", template->id, template->category != NULL ? template->category : "", template->purpose != NULL ? template->purpose : "", tags, NULL);
  g_autofree char *folded = cor_fold (words);

  return self->query[0] == '\0' || cor_template_item_score (item, self->query) > 0 || strstr (folded, self->query) != NULL;
}

static void
update (CorTemplateCatalog *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    if (passes (self, cor_template_item_get_template (self->all->pdata[i])) && is_called (self, self->all->pdata[i]))
      g_ptr_array_add (wanted, self->all->pdata[i]);
  cor_object_list_set_items (COR_OBJECT_LIST (self), wanted);
  g_signal_emit (self, changed_signal, 0);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const CorTemplate *one = cor_template_item_get_template (*(CorTemplateItem *const *) a);
  const CorTemplate *other = cor_template_item_get_template (*(CorTemplateItem *const *) b);
  int                order = g_strcmp0 (one->category, other->category);

  /* what nobody put into a category comes last */
  if ((one->category == NULL) != (other->category == NULL))
    return one->category == NULL ? 1 : -1;
  return order != 0 ? order : g_utf8_collate (one->title, other->title);
}

static CorTemplateItem *
take_item (CorTemplateCatalog *self, CorTemplate *template)
{
  CorTemplateItem *before = cor_template_catalog_find (self, template->source, template->account, template->id);

  if (before == NULL || !cor_template_is_same (cor_template_item_get_template (before), template))
    return cor_template_item_new (template);
  cor_template_free (template);
  return g_object_ref (before);
}

static guint
count_texts (CorTemplateCatalog *self, const char *tag)
{
  guint n = 0;

  for (guint i = 0; i < self->all->len; i++)
    n += cor_template_get_cover (cor_template_item_get_template (self->all->pdata[i]), tag) != COR_TEMPLATE_COVER_MISSING;
  return n;
}

/* A language is called as most of its texts call it. */
static void
add_column (CorTemplateCatalog *self, GPtrArray *locales, char *tag)
{
  for (guint i = 0; i < locales->len; i++)
    if (cor_locale_distance (locales->pdata[i], tag) == 0)
      {
        if (count_texts (self, tag) > count_texts (self, locales->pdata[i]))
          locales->pdata[i] = tag;
        g_array_append_val (self->columns, i);
        return;
      }
  g_array_append_val (self->columns, locales->len);
  g_ptr_array_add (locales, tag);
}

static void
list_locales (CorTemplateCatalog *self)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  g_autoptr (GPtrArray) locales = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    if (!cor_template_is_retired (cor_template_item_get_template (self->all->pdata[i])))
      g_ptr_array_add (used, (gpointer) cor_template_item_get_template (self->all->pdata[i]));
  g_strfreev (self->tags);
  self->tags = cor_template_list_locales (used);
  g_array_set_size (self->columns, 0);
  for (guint i = 0; self->tags[i] != NULL; i++)
    add_column (self, locales, self->tags[i]);
  g_ptr_array_add (locales, NULL);
  g_strfreev (self->locales);
  self->locales = g_strdupv ((char **) locales->pdata);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplateCatalog) self = user_data;
  g_autoptr (GPtrArray) templates = cor_store_list_templates_finish (COR_STORE (source), result, NULL);
  GPtrArray *all = NULL;

  if (cor_result_is_cancelled (result) || templates == NULL)
    return;
  g_ptr_array_set_free_func (templates, NULL); /* each goes into an item, or is freed there */
  all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < templates->len; i++)
    g_ptr_array_add (all, take_item (self, templates->pdata[i]));
  g_ptr_array_sort (all, compare);
  g_ptr_array_unref (self->all);
  self->all = all;
  self->is_loaded = TRUE;
  list_locales (self);
  update (self);
}

static void
read_all (CorTemplateCatalog *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  cor_store_list_templates_async (self->store, self->reading, on_listed, g_object_ref (self));
}

static void
on_store_changed (CorTemplateCatalog *self, const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_TEMPLATES) != 0)
    read_all (self);
}

static void
cor_template_catalog_dispose (GObject *object)
{
  CorTemplateCatalog *self = COR_TEMPLATE_CATALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_template_catalog_parent_class)->dispose (object);
}

static void
cor_template_catalog_finalize (GObject *object)
{
  CorTemplateCatalog *self = COR_TEMPLATE_CATALOG (object);

  g_ptr_array_unref (self->all);
  g_strfreev (self->locales);
  g_strfreev (self->tags);
  g_array_unref (self->columns);
  g_free (self->query);

  G_OBJECT_CLASS (cor_template_catalog_parent_class)->finalize (object);
}

static void
cor_template_catalog_class_init (CorTemplateCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_template_catalog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_template_catalog_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_TEMPLATE_ITEM;

  changed_signal = g_signal_new ("changed", COR_TYPE_TEMPLATE_CATALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_template_catalog_init (CorTemplateCatalog *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->query = g_strdup ("");
}

/**
 * cor_template_catalog_new:
 * @store: where templates are
 *
 * Returns: (transfer full): a catalogue that begins to read, and follows the store
 */
CorTemplateCatalog *
cor_template_catalog_new (CorStore *store)
{
  CorTemplateCatalog *self = g_object_new (COR_TYPE_TEMPLATE_CATALOG, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  read_all (self);
  return self;
}

/**
 * cor_template_catalog_set_query:
 * @query: what title, shortcut, id, category, purpose or a tag has to say; "" for all
 */
void
cor_template_catalog_set_query (CorTemplateCatalog *self, const char *query)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (COR_IS_TEMPLATE_CATALOG (self));

  folded = cor_fold (query);
  if (cor_set_str (&self->query, g_strstrip (folded)))
    update (self);
}

void
cor_template_catalog_set_filter (CorTemplateCatalog *self, CorCatalogFilter filter)
{
  g_return_if_fail (COR_IS_TEMPLATE_CATALOG (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  update (self);
}

/**
 * cor_template_catalog_is_loaded:
 *
 * Returns: whether they were read once
 */
gboolean
cor_template_catalog_is_loaded (CorTemplateCatalog *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_CATALOG (self), FALSE);

  return self->is_loaded;
}

/**
 * cor_template_catalog_get_n_all:
 *
 * Returns: how many there are, listed or not
 */
guint
cor_template_catalog_get_n_all (CorTemplateCatalog *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_CATALOG (self), 0);

  return self->all->len;
}

/**
 * cor_template_catalog_get_locales:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): every language that one has, once, until the next change
 */
const char *const *
cor_template_catalog_get_locales (CorTemplateCatalog *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_CATALOG (self), NULL);

  return (const char *const *) self->locales;
}

/**
 * cor_template_catalog_get_cover:
 * @column: in cor_template_catalog_get_locales()
 *
 * Returns: how the template stands in this language, however its texts write that language
 */
CorTemplateCover
cor_template_catalog_get_cover (CorTemplateCatalog *self, CorTemplateItem *item, guint column)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_CATALOG (self), COR_TEMPLATE_COVER_MISSING);

  return get_cover (self, cor_template_item_get_template (item), column);
}

/**
 * cor_template_catalog_count:
 * @locale: (nullable): one of the languages; %NULL: all of them together
 *
 * Returns: how many of those listed stand so
 */
guint
cor_template_catalog_count (CorTemplateCatalog *self, const char *locale, CorTemplateCover cover)
{
  GPtrArray *items;
  guint      n = 0;

  g_return_val_if_fail (COR_IS_TEMPLATE_CATALOG (self), 0);

  items = cor_object_list_get_items (COR_OBJECT_LIST (self));
  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; self->locales != NULL && self->locales[j] != NULL; j++)
      if ((locale == NULL || g_str_equal (locale, self->locales[j])) &&
          get_cover (self, cor_template_item_get_template (items->pdata[i]), j) == cover)
        n++;
  return n;
}

/**
 * cor_template_catalog_find:
 * @account: 0: of none
 *
 * Returns: (transfer none) (nullable): the template, listed or not
 */
CorTemplateItem *
cor_template_catalog_find (CorTemplateCatalog *self, const char *source, gint64 account, const char *id)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_CATALOG (self), NULL);

  for (guint i = 0; i < self->all->len; i++)
    {
      const CorTemplate *template = cor_template_item_get_template (self->all->pdata[i]);

      if (template->account == account && is_from (template, source) && g_strcmp0 (template->id, id) == 0)
        return self->all->pdata[i];
    }
  return NULL;
}

/**
 * cor_template_catalog_dup_free_id:
 * @wish: an id
 *
 * Returns: (transfer full): it, or with a number where one's own has it already
 */
char *
cor_template_catalog_dup_free_id (CorTemplateCatalog *self, const char *wish)
{
  char *id = g_strdup (wish);

  g_return_val_if_fail (COR_IS_TEMPLATE_CATALOG (self), id);

  for (guint n = 2; cor_template_catalog_find (self, COR_TEMPLATE_SOURCE_OWN, 0, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wish, n);
    }
  return id;
}
