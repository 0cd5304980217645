/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-suggestions"

#include "config.h"

#include "cor-suggestions.h"

#include "cor-customer.h"
#include "cor-reader-locales.h"
#include "cor-result.h"
#include "cor-store-articles.h"
#include "cor-store-suggest.h"
#include "cor-store-threads.h"
#include "cor-str.h"

/*
 * CorSuggestions: the articles, procedures and templates that fit what the customer of a conversation wrote last, as
 * a GListModel of the three best CorKnowledgeHit, then a template and an SOP where those have none, each in the language
 * that serves the customer best. It follows the store. Main thread only.
 *
 * Three steps, each of which may be cancelled by another conversation or a newer message: who the customer is, what
 * the store suggests, and what it is.
 *
 * "loaded": the content is that of the last message.
 */
struct _CorSuggestions
{
  CorObjectList parent_instance;

  CorStore     *store;    /* owned */
  GCancellable *asking;   /* owned */
  GPtrArray    *coming;   /* owned: CorKnowledgeHit by place, of the asking that is not complete */
  char         *question; /* owned: the last words of the customer, or NULL */
  char        **locales;  /* owned */
  gint64        conversation;
  guint         n_missing; /* answers that are still awaited in this step */
  guint         n_messages;
  gboolean      is_last, is_held, is_loaded;
};

#define N_SUGGESTIONS 3

G_DEFINE_FINAL_TYPE (CorSuggestions, cor_suggestions, COR_TYPE_OBJECT_LIST)

static guint loaded_signal;

/* One article of the asking on its way. */
typedef struct
{
  CorSuggestions  *self; /* owned */
  CorKnowledgeHit *hit;  /* owned */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_object_unref (reading->hit);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
show (CorSuggestions *self, GPtrArray *hits)
{
  self->is_loaded = TRUE;
  cor_object_list_set_items (COR_OBJECT_LIST (self), hits);
  g_signal_emit (self, loaded_signal, 0);
}

static void
on_article_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (CorArticleData) article = cor_store_load_article_finish (COR_STORE (source), result, NULL);
  CorSuggestions *self = reading->self;

  if (cor_result_is_cancelled (result))
    return;
  if (article != NULL)
    cor_knowledge_hit_take_article (reading->hit, g_steal_pointer (&article));
  else
    g_ptr_array_remove (self->coming, reading->hit); /* removed meanwhile */
  if (--self->n_missing == 0)
    show (self, self->coming);
}

/* What was suggested before stays the same row, so that nothing that is read jumps away. */
static CorKnowledgeHit *
dup_hit (CorSuggestions *self, const CorSuggestion *suggestion)
{
  GPtrArray *items = cor_object_list_get_items (COR_OBJECT_LIST (self));

  for (guint i = 0; i < items->len; i++)
    if (cor_knowledge_hit_get_id (items->pdata[i]) == suggestion->id)
      return g_object_ref (items->pdata[i]);
  return cor_knowledge_hit_new (suggestion->id, suggestion->title);
}

static void
take (CorSuggestions *self, const CorSuggestion *suggestion)
{
  g_autofree char *words = suggestion->words != NULL ? g_strjoinv (", ", suggestion->words) : NULL;
  Reading         *reading = g_new0 (Reading, 1);

  reading->self = g_object_ref (self);
  reading->hit = dup_hit (self, suggestion);
  cor_knowledge_hit_set_why (reading->hit, words);
  cor_knowledge_hit_set_n_similar (reading->hit, suggestion->n_similar);
  g_ptr_array_add (self->coming, g_object_ref (reading->hit));
  self->n_missing++;
  cor_store_load_article_by_id_async (self->store, suggestion->id, self->asking, on_article_loaded, reading);
}

static void
on_suggested (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorSuggestions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSuggestResult) suggested = cor_store_suggest_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (suggested == NULL)
    {
      g_debug ("suggest: %s", error->message);
      return;
    }
  cor_set_str (&self->question, suggested->question != NULL && suggested->question[0] != '\0' ? suggested->question : NULL);
  self->n_messages = suggested->n_messages;
  self->is_last = suggested->is_last;
  self->is_held = suggested->is_held;
  for (guint i = 0; i < suggested->suggestions->len; i++)
    if (((const CorSuggestion *) suggested->suggestions->pdata[i])->id != 0)
      take (self, suggested->suggestions->pdata[i]);
  if (self->n_missing == 0)
    show (self, self->coming);
}

static void
suggest (CorSuggestions *self)
{
  cor_store_suggest_all_async (self->store, self->conversation, (const char *const *) self->locales, N_SUGGESTIONS, self->asking, on_suggested, g_object_ref (self));
}

static void
on_customer_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorSuggestions) self = user_data;
  g_autoptr (CorCustomerData) data = cor_store_load_customer_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result))
    return;
  if (data != NULL)
    {
      g_autoptr (CorCustomer) customer = cor_customer_new (g_steal_pointer (&data));

      g_strfreev (self->locales);
      self->locales = cor_reader_locales_new (cor_customer_get_language (customer));
    }
  suggest (self);
}

static void
on_thread_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorSuggestions) self = user_data;
  g_autoptr (GPtrArray) threads = cor_store_load_threads_finish (COR_STORE (source), result, NULL);
  gint64 customer = threads != NULL && threads->len > 0 ? ((const CorThreadData *) threads->pdata[0])->customer : 0;

  if (cor_result_is_cancelled (result))
    return;
  if (customer != 0)
    cor_store_load_customer_async (self->store, customer, self->asking, on_customer_loaded, g_object_ref (self));
  else
    suggest (self);
}

static void
ask (CorSuggestions *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_missing = 0;
  g_array_append_val (ids, self->conversation);
  cor_store_load_threads_async (self->store, ids, self->asking, on_thread_loaded, g_object_ref (self));
}

static void
on_store_changed (CorSuggestions *self, const CorStoreChanges *changes)
{
  if (self->conversation == 0)
    return;
  if (changes->reset || (changes->topics & (COR_TOPIC_ARTICLES | COR_TOPIC_PAYMENTS)) != 0 || cor_store_changes_has_timeline (changes, self->conversation))
    ask (self);
}

static void
cor_suggestions_dispose (GObject *object)
{
  CorSuggestions *self = COR_SUGGESTIONS (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_suggestions_parent_class)->dispose (object);
}

static void
cor_suggestions_finalize (GObject *object)
{
  CorSuggestions *self = COR_SUGGESTIONS (object);

  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_free (self->question);
  g_strfreev (self->locales);

  G_OBJECT_CLASS (cor_suggestions_parent_class)->finalize (object);
}

static void
cor_suggestions_class_init (CorSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_suggestions_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_suggestions_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_KNOWLEDGE_HIT;

  loaded_signal = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_suggestions_init (CorSuggestions *self)
{
  self->locales = cor_reader_locales_new (NULL);
}

/**
 * cor_suggestions_new:
 * @store: where conversations and articles are
 *
 * Returns: (transfer full): suggestions for no conversation yet
 */
CorSuggestions *
cor_suggestions_new (CorStore *store)
{
  CorSuggestions *self = g_object_new (COR_TYPE_SUGGESTIONS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_suggestions_open:
 * @conversation: local id, 0 none
 *
 * Nothing of the conversation before stays.
 */
void
cor_suggestions_open (CorSuggestions *self, gint64 conversation)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (COR_IS_SUGGESTIONS (self));

  if (self->conversation == conversation)
    return;
  g_cancellable_cancel (self->asking);
  self->conversation = conversation;
  g_clear_pointer (&self->question, g_free);
  self->n_messages = 0;
  self->is_last = self->is_held = FALSE;
  g_strfreev (self->locales);
  self->locales = cor_reader_locales_new (NULL);
  show (self, none);
  self->is_loaded = FALSE;
  if (conversation != 0)
    ask (self);
}

/**
 * cor_suggestions_get_conversation:
 *
 * Returns: the local id of the conversation, 0 none
 */
gint64
cor_suggestions_get_conversation (CorSuggestions *self)
{
  g_return_val_if_fail (COR_IS_SUGGESTIONS (self), 0);

  return self->conversation;
}

/**
 * cor_suggestions_is_loaded:
 *
 * Returns: whether the content is that of the conversation
 */
gboolean
cor_suggestions_is_loaded (CorSuggestions *self)
{
  g_return_val_if_fail (COR_IS_SUGGESTIONS (self), FALSE);

  return self->is_loaded;
}

/**
 * cor_suggestions_get_question:
 *
 * Returns: (transfer none) (nullable): what the customer wrote last
 */
const char *
cor_suggestions_get_question (CorSuggestions *self)
{
  g_return_val_if_fail (COR_IS_SUGGESTIONS (self), NULL);

  return self->question;
}

/**
 * cor_suggestions_get_n_messages:
 * @is_last: (out): whether they are the last ones of the customer
 *
 * Returns: in how many messages, one after the other, the question was asked; 0: nothing is asked
 */
guint
cor_suggestions_get_n_messages (CorSuggestions *self, gboolean *is_last)
{
  g_return_val_if_fail (COR_IS_SUGGESTIONS (self), 0);

  *is_last = self->is_last;
  return self->n_messages;
}

/**
 * cor_suggestions_is_held:
 *
 * Returns: whether compliance holds the conversation: then only neutral texts are suggested
 */
gboolean
cor_suggestions_is_held (CorSuggestions *self)
{
  g_return_val_if_fail (COR_IS_SUGGESTIONS (self), FALSE);

  return self->is_held;
}

/**
 * cor_suggestions_get_locales:
 *
 * Returns: (transfer none) (array zero-terminated=1): what serves the customer, then the agent, as BCP 47 tags
 */
const char *const *
cor_suggestions_get_locales (CorSuggestions *self)
{
  g_return_val_if_fail (COR_IS_SUGGESTIONS (self), NULL);

  return (const char *const *) self->locales;
}
