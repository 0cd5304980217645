/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-picker"

#include "config.h"

#include "cor-template-picker.h"

#include "cor-fold.h"
#include "cor-result.h"
#include "cor-store-article-lists.h"
#include "cor-store-readings.h"
#include "cor-store-search.h"
#include "cor-store-suggest.h"
#include "cor-store-templates.h"
#include "cor-str.h"

#include <string.h>

/*
 * CorTemplatePicker: the templates for a reply, as a GListModel of CorTemplateItem. Without a query the most useful
 * first: what fits the customer's last message, the agent's favourites, those used last, the rest by category. With
 * one, those whose shortcut or title it names, then those in whose text it stands. Main thread only.
 *
 * "loaded": the content is that of the conversation and the query now.
 */
struct _CorTemplatePicker
{
  CorObjectList parent_instance;

  CorStore     *store;     /* owned */
  GCancellable *reading;   /* owned, or NULL */
  GCancellable *searching; /* owned, or NULL */
  GPtrArray    *all;       /* owned: CorTemplateItem, by category */
  GHashTable   *in_force;  /* owned: id -> CorTemplateItem of @all */
  GPtrArray    *readings;  /* owned: CorArticleData, what the agent did with each; or NULL */
  GPtrArray    *fitting;   /* owned: ids, the best first */
  GPtrArray    *found;     /* owned: ids, of the full text, the best first */
  char         *query;     /* owned, folded */
  gint64        conversation;
  gint64        account; /* of the conversation; 0: not known */
  CorChannel    channel;
  guint         n_missing; /* answers that are still awaited */
  gboolean      is_approved_only;
};

#define KIND "template"
#define N_FITTING 5
#define N_RECENT 5
#define N_FOUND 20
/* Of a letter that stands where somebody would type it: at the beginning of a word, or beside the one before. */
#define STRONG_LETTER 5

G_DEFINE_FINAL_TYPE (CorTemplatePicker, cor_template_picker, COR_TYPE_OBJECT_LIST)

static guint loaded_signal;

typedef struct
{
  CorTemplateItem *item;
  guint            score;
  guint            position; /* in the usual order */
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  return one->position < other->position ? -1 : 1;
}

static gboolean
is_for_channel (CorTemplatePicker *self, const CorTemplate *template)
{
  gboolean is_email = self->channel == COR_CHANNEL_EMAIL;

  if (g_strcmp0 (template->channels, "email") == 0)
    return is_email;
  return g_strcmp0 (template->channels, "messaging") != 0 || !is_email;
}

static gboolean
has_text (CorTemplatePicker *self, const CorTemplate *template)
{
  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];

      if (variant->state == COR_TEMPLATE_APPROVED || (!self->is_approved_only && variant->state == COR_TEMPLATE_DRAFT))
        return TRUE;
    }
  return FALSE;
}

/* As for whoever loads it by its id: the agent's own before the desk's, the desk's before a pack's. */
static guint
get_rank (const CorTemplate *template)
{
  if (g_str_equal (template->source, COR_TEMPLATE_SOURCE_OWN))
    return 0;
  return g_str_equal (template->source, COR_TEMPLATE_SOURCE_ACCOUNT) ? 1 : 2;
}

/* What one desk keeps is not for the customers of another. */
static void
choose_in_force (CorTemplatePicker *self)
{
  g_hash_table_remove_all (self->in_force);
  for (guint i = 0; i < self->all->len; i++)
    {
      const CorTemplate *template = cor_template_item_get_template (self->all->pdata[i]);
      CorTemplateItem *other = g_hash_table_lookup (self->in_force, template->id);

      if (template->account != 0 && self->account != 0 && template->account != self->account)
        continue;
      if (other == NULL || get_rank (template) < get_rank (cor_template_item_get_template (other)))
        g_hash_table_insert (self->in_force, template->id, self->all->pdata[i]);
    }
}

static gboolean
is_offered (CorTemplatePicker *self, CorTemplateItem *item)
{
  const CorTemplate *template = cor_template_item_get_template (item);

  return is_for_channel (self, template) && has_text (self, template) && cor_template_picker_find (self, template->id) == item;
}

/* Whoever is there already keeps its place: it has a better reason to be there. */
static void
add (CorTemplatePicker *self, GPtrArray *wanted, CorTemplateItem *item, CorTemplatePlace place)
{
  if (item == NULL || !is_offered (self, item) || g_ptr_array_find (wanted, item, NULL))
    return;
  cor_template_item_set_place (item, place);
  g_ptr_array_add (wanted, item);
}

static void
add_ids (CorTemplatePicker *self, GPtrArray *wanted, GPtrArray *ids, CorTemplatePlace place)
{
  for (guint i = 0; i < ids->len; i++)
    add (self, wanted, cor_template_picker_find (self, ids->pdata[i]), place);
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const CorArticleData *one = *(CorArticleData *const *) a, *other = *(CorArticleData *const *) b;

  if (one->reading.used_at != other->reading.used_at)
    return one->reading.used_at > other->reading.used_at ? -1 : 1;
  return one->id < other->id ? 1 : -1;
}

static void
add_by_reading (CorTemplatePicker *self, GPtrArray *wanted)
{
  guint n_recent = 0;

  for (guint i = 0; self->readings != NULL && i < self->readings->len; i++)
    {
      const CorArticleData *article = self->readings->pdata[i];

      if (article->reading.is_favourite)
        add (self, wanted, cor_template_picker_find (self, article->slug), COR_TEMPLATE_FAVOURITE);
    }
  for (guint i = 0; self->readings != NULL && i < self->readings->len && n_recent < N_RECENT; i++)
    {
      const CorArticleData *article = self->readings->pdata[i];

      if (article->reading.used_at == 0)
        break;
      add (self, wanted, cor_template_picker_find (self, article->slug), COR_TEMPLATE_RECENT);
      n_recent++;
    }
}

static int
compare_categories (gconstpointer a, gconstpointer b)
{
  const CorTemplate *one = cor_template_item_get_template (*(CorTemplateItem *const *) a);
  const CorTemplate *other = cor_template_item_get_template (*(CorTemplateItem *const *) b);
  int                order = g_strcmp0 (one->category, other->category);

  /* what nobody put into a category, as a desk's canned responses, comes last */
  if ((one->category == NULL) != (other->category == NULL))
    return one->category == NULL ? 1 : -1;
  return order != 0 ? order : g_utf8_collate (one->title, other->title);
}

static void
add_named (CorTemplatePicker *self, GPtrArray *wanted, gboolean is_strong)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint strong = (guint) g_utf8_strlen (self->query, -1) * STRONG_LETTER;

  for (guint i = 0; i < self->all->len; i++)
    {
      Ranked entry = { self->all->pdata[i], cor_template_item_score (self->all->pdata[i], self->query), i };

      if (entry.score > 0 && (entry.score >= strong) == is_strong)
        g_array_append_val (ranked, entry);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    add (self, wanted, g_array_index (ranked, Ranked, i).item, COR_TEMPLATE_FOUND);
}

static void
update (CorTemplatePicker *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  if (self->query[0] == '\0')
    {
      add_ids (self, wanted, self->fitting, COR_TEMPLATE_FITS);
      add_by_reading (self, wanted);
      for (guint i = 0; i < self->all->len; i++)
        add (self, wanted, self->all->pdata[i], COR_TEMPLATE_OTHER);
    }
  else
    {
      add_named (self, wanted, TRUE);
      add_ids (self, wanted, self->found, COR_TEMPLATE_FOUND);
      add_named (self, wanted, FALSE);
    }
  cor_object_list_set_items (COR_OBJECT_LIST (self), wanted);
  if (self->n_missing == 0)
    g_signal_emit (self, loaded_signal, 0);
}

static void
answer (CorTemplatePicker *self)
{
  if (--self->n_missing == 0)
    update (self);
}

static void
on_templates_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatePicker) self = user_data;
  g_autoptr (GPtrArray) templates = cor_store_list_templates_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result))
    return;
  g_hash_table_remove_all (self->in_force);
  g_ptr_array_set_size (self->all, 0);
  if (templates != NULL)
    g_ptr_array_set_free_func (templates, NULL); /* each goes into an item */
  for (guint i = 0; templates != NULL && i < templates->len; i++)
    g_ptr_array_add (self->all, cor_template_item_new (templates->pdata[i]));
  g_ptr_array_sort (self->all, compare_categories);
  choose_in_force (self);
  answer (self);
}

static void
on_readings_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatePicker) self = user_data;
  g_autoptr (GPtrArray) articles = cor_store_list_articles_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result))
    return;
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  self->readings = g_steal_pointer (&articles);
  if (self->readings != NULL)
    g_ptr_array_sort (self->readings, compare_used);
  answer (self);
}

static void
on_suggested (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatePicker) self = user_data;
  g_autoptr (CorSuggestResult) suggested = cor_store_suggest_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result))
    return;
  g_ptr_array_set_size (self->fitting, 0);
  for (guint i = 0; suggested != NULL && i < suggested->suggestions->len; i++)
    g_ptr_array_add (self->fitting, g_strdup (((const CorSuggestion *) suggested->suggestions->pdata[i])->slug));
  answer (self);
}

static void
read_all (CorTemplatePicker *self)
{
  static const char *const kinds[] = { KIND, NULL };
  CorArticleFilter         filter = { .kind = KIND };

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->n_missing = 3;
  cor_store_list_templates_async (self->store, self->reading, on_templates_listed, g_object_ref (self));
  cor_store_list_articles_async (self->store, &filter, self->reading, on_readings_listed, g_object_ref (self));
  cor_store_suggest_for_conversation_async (self->store, self->conversation, NULL, kinds, N_FITTING, self->reading, on_suggested, g_object_ref (self));
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatePicker) self = user_data;
  g_autoptr (CorSearchResult) found = cor_store_search_articles_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result))
    return;
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; found != NULL && i < found->hits->len; i++)
    {
      const CorSearchHit *hit = found->hits->pdata[i];
      const char         *dot = strrchr (hit->remote_id, '.'); /* the search knows each language by itself */

      if (dot != NULL)
        g_ptr_array_add (self->found, g_strndup (hit->remote_id, (gsize) (dot - hit->remote_id)));
    }
  update (self);
}

static void
search (CorTemplatePicker *self, const char *query)
{
  CorSearchAsk ask = { .query = query, .limit = N_FOUND, .is_typing = TRUE, .is_brief = TRUE, .filter = { .kind = KIND } };

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  cor_store_ask_articles_async (self->store, &ask, self->searching, on_found, g_object_ref (self));
}

static void
on_store_changed (CorTemplatePicker *self, const CorStoreChanges *changes)
{
  if (self->conversation == 0)
    return;
  if (changes->reset || (changes->topics & (COR_TOPIC_TEMPLATES | COR_TOPIC_READINGS)) != 0)
    read_all (self);
}

static void
cor_template_picker_dispose (GObject *object)
{
  CorTemplatePicker *self = COR_TEMPLATE_PICKER (object);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->reading);
  g_clear_object (&self->searching);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_template_picker_parent_class)->dispose (object);
}

static void
cor_template_picker_finalize (GObject *object)
{
  CorTemplatePicker *self = COR_TEMPLATE_PICKER (object);

  g_hash_table_unref (self->in_force);
  g_ptr_array_unref (self->all);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_ptr_array_unref (self->fitting);
  g_ptr_array_unref (self->found);
  g_free (self->query);

  G_OBJECT_CLASS (cor_template_picker_parent_class)->finalize (object);
}

static void
cor_template_picker_class_init (CorTemplatePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_template_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_template_picker_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_TEMPLATE_ITEM;

  loaded_signal = g_signal_new ("loaded", COR_TYPE_TEMPLATE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_template_picker_init (CorTemplatePicker *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->in_force = g_hash_table_new (g_str_hash, g_str_equal);
  self->fitting = g_ptr_array_new_with_free_func (g_free);
  self->found = g_ptr_array_new_with_free_func (g_free);
  self->query = g_strdup ("");
}

/**
 * cor_template_picker_new:
 * @store: where templates are
 *
 * Returns: (transfer full): a picker that reads nothing before it is opened
 */
CorTemplatePicker *
cor_template_picker_new (CorStore *store)
{
  CorTemplatePicker *self = g_object_new (COR_TYPE_TEMPLATE_PICKER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_template_picker_open:
 * @conversation: local id; 0: it is put away, and follows the store no longer
 *
 * Reads all anew, and begins without a query.
 */
void
cor_template_picker_open (CorTemplatePicker *self, gint64 conversation)
{
  g_return_if_fail (COR_IS_TEMPLATE_PICKER (self));

  self->conversation = conversation;
  cor_set_str (&self->query, "");
  g_ptr_array_set_size (self->fitting, 0);
  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->searching);
  if (conversation != 0)
    read_all (self);
}

/**
 * cor_template_picker_is_loaded:
 *
 * Returns: whether the templates are known
 */
gboolean
cor_template_picker_is_loaded (CorTemplatePicker *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_PICKER (self), FALSE);

  return self->n_missing == 0 && self->conversation != 0;
}

/**
 * cor_template_picker_set_query:
 * @query: as it is typed
 *
 * What shortcuts and titles tell shows at once, what the texts tell a moment later.
 */
void
cor_template_picker_set_query (CorTemplatePicker *self, const char *query)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (COR_IS_TEMPLATE_PICKER (self) && query != NULL);

  folded = cor_fold (query);
  g_strstrip (folded);
  if (!cor_set_str (&self->query, folded))
    return;
  g_ptr_array_set_size (self->found, 0);
  update (self);
  if (self->query[0] != '\0')
    search (self, query);
  else
    g_cancellable_cancel (self->searching);
}

/**
 * cor_template_picker_set_channel:
 * @channel: templates for another kind of channel are left out
 */
void
cor_template_picker_set_channel (CorTemplatePicker *self, CorChannel channel)
{
  g_return_if_fail (COR_IS_TEMPLATE_PICKER (self));

  if (self->channel == channel)
    return;
  self->channel = channel;
  update (self);
}

/**
 * cor_template_picker_set_account:
 * @account: local id: what other desks keep is left out; 0: what any desk keeps
 */
void
cor_template_picker_set_account (CorTemplatePicker *self, gint64 account)
{
  g_return_if_fail (COR_IS_TEMPLATE_PICKER (self));

  if (self->account == account)
    return;
  self->account = account;
  choose_in_force (self);
  update (self);
}

/**
 * cor_template_picker_set_approved_only:
 * @approved_only: templates without an approved text are left out, as under a compliance hold
 */
void
cor_template_picker_set_approved_only (CorTemplatePicker *self, gboolean approved_only)
{
  g_return_if_fail (COR_IS_TEMPLATE_PICKER (self));

  if (self->is_approved_only == approved_only)
    return;
  self->is_approved_only = approved_only;
  update (self);
}

/**
 * cor_template_picker_find:
 * @id: a template's id
 *
 * Returns: (transfer none) (nullable): it, whatever the query
 */
CorTemplateItem *
cor_template_picker_find (CorTemplatePicker *self, const char *id)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_PICKER (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->in_force, id) : NULL;
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_mark_article_finish (COR_STORE (source), result, &error))
    g_debug ("used: %s", error->message);
}

/**
 * cor_template_picker_has_any:
 *
 * Returns: whether there are templates on this machine, for whatever channel; before the first synchronisation there are none
 */
gboolean
cor_template_picker_has_any (CorTemplatePicker *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_PICKER (self), FALSE);

  return self->all->len > 0;
}

/**
 * cor_template_picker_mark_used:
 * @item: what was put into a reply
 */
void
cor_template_picker_mark_used (CorTemplatePicker *self, CorTemplateItem *item)
{
  g_return_if_fail (COR_IS_TEMPLATE_PICKER (self) && COR_IS_TEMPLATE_ITEM (item));

  for (guint i = 0; self->readings != NULL && i < self->readings->len; i++)
    {
      const CorArticleData *article = self->readings->pdata[i];

      if (g_strcmp0 (article->slug, cor_template_item_get_id (item)) == 0)
        cor_store_mark_article_async (self->store, article->id, COR_READING_USED, NULL, on_marked, NULL);
    }
}
