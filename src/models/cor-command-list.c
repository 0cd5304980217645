/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-command-list"

#include "config.h"

#include "cor-command-list.h"

#include "cor-fold.h"
#include "cor-fuzzy.h"
#include "cor-result.h"
#include "cor-store-customers.h"
#include "cor-store-threads.h"

/*
 * CorCommandList: what the palette offers for what is typed: commands that were added, the best first, then the
 * newest conversations of customers of that name, or the conversation of that number.
 *
 * Main thread only.
 */
struct _CorCommandList
{
  CorObjectList parent_instance;

  CorStore     *store;    /* owned */
  GPtrArray    *commands; /* owned: CorCommand, all */
  GPtrArray    *people;   /* owned: CorCommand, conversations that were found */
  char         *folded;   /* owned: the query */
  GCancellable *asking;   /* owned */
};

#define MAX_PEOPLE 6

G_DEFINE_FINAL_TYPE (CorCommandList, cor_command_list, COR_TYPE_OBJECT_LIST)

typedef struct
{
  CorCommand *command; /* borrowed */
  guint       score;
  guint       place;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  return one->place < other->place ? -1 : 1;
}

static void
update (CorCommandList *self)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->commands->len; i++)
    {
      CorCommand *command = self->commands->pdata[i];
      Ranked      entry = { command, cor_fuzzy_score (self->folded, cor_command_get_folded_title (command)), i };

      if (entry.score > 0)
        g_array_append_val (ranked, entry);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (wanted, g_array_index (ranked, Ranked, i).command);
  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (wanted, self->people->pdata[i]);
  cor_object_list_set_items (COR_OBJECT_LIST (self), wanted);
}

static void
add_conversation (CorCommandList *self, const CorThreadData *thread)
{
  g_autofree char *hint = g_strconcat ("#", thread->display_id, NULL);

  g_ptr_array_add (self->people, cor_command_new ("win.conversation", g_variant_new_int64 (thread->id), "cor-person-symbolic", thread->name, hint));
  update (self);
}

static void
on_threads_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorCommandList) self = user_data;
  g_autoptr (GPtrArray) threads = cor_store_load_threads_finish (COR_STORE (source), result, NULL);

  if (!cor_result_is_cancelled (result) && threads != NULL && threads->len > 0)
    add_conversation (self, threads->pdata[0]);
}

static void
on_number_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorCommandList) self = user_data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = cor_store_find_conversation_finish (COR_STORE (source), result, NULL);

  if (id == 0 || cor_result_is_cancelled (result))
    return;
  g_array_append_val (ids, id);
  cor_store_load_threads_async (self->store, ids, self->asking, on_threads_loaded, g_object_ref (self));
}

static void
on_customer_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorCommandList) self = user_data;
  g_autoptr (CorCustomerData) customer = cor_store_load_customer_finish (COR_STORE (source), result, NULL);

  if (!cor_result_is_cancelled (result) && customer != NULL && customer->conversations != NULL && customer->conversations->len > 0)
    add_conversation (self, customer->conversations->pdata[0]);
}

static void
on_customers_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorCommandList) self = user_data;
  g_autoptr (GPtrArray) customers = cor_store_search_customers_finish (COR_STORE (source), result, NULL);

  if (customers == NULL || cor_result_is_cancelled (result))
    return;
  for (guint i = 0; i < customers->len; i++)
    cor_store_load_customer_async (self->store, ((const CorCustomerData *) customers->pdata[i])->id, self->asking, on_customer_loaded, g_object_ref (self));
}

static gboolean
is_number (const char *text)
{
  return text[0] != '\0' && strspn (text, "0123456789:") == strlen (text);
}

static void
cor_command_list_dispose (GObject *object)
{
  CorCommandList *self = COR_COMMAND_LIST (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_command_list_parent_class)->dispose (object);
}

static void
cor_command_list_finalize (GObject *object)
{
  CorCommandList *self = COR_COMMAND_LIST (object);

  g_ptr_array_unref (self->commands);
  g_ptr_array_unref (self->people);
  g_free (self->folded);

  G_OBJECT_CLASS (cor_command_list_parent_class)->finalize (object);
}

static void
cor_command_list_class_init (CorCommandListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_command_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_command_list_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_COMMAND;
}

static void
cor_command_list_init (CorCommandList *self)
{
  self->commands = g_ptr_array_new_with_free_func (g_object_unref);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded = g_strdup ("");
}

/**
 * cor_command_list_new:
 * @store: where customers and conversations are
 *
 * Returns: (transfer full): a list without commands
 */
CorCommandList *
cor_command_list_new (CorStore *store)
{
  CorCommandList *self = g_object_new (COR_TYPE_COMMAND_LIST, NULL);

  self->store = g_object_ref (store);
  return self;
}

/**
 * cor_command_list_add:
 * @command: (transfer full): what can be done
 *
 * What was added first stands first as long as nothing is typed.
 */
void
cor_command_list_add (CorCommandList *self, CorCommand *command)
{
  g_return_if_fail (COR_IS_COMMAND_LIST (self));

  g_ptr_array_add (self->commands, command);
  update (self);
}

/**
 * cor_command_list_set_query:
 * @query: as it is typed; what is still asked of an older one is forgotten
 */
void
cor_command_list_set_query (CorCommandList *self, const char *query)
{
  g_return_if_fail (COR_IS_COMMAND_LIST (self));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  g_free (self->folded);
  self->folded = g_strstrip (cor_fold (query));
  g_ptr_array_set_size (self->people, 0);
  update (self);
  if (is_number (self->folded + (self->folded[0] == '#')))
    cor_store_find_conversation_async (self->store, self->folded + (self->folded[0] == '#'), self->asking, on_number_found, g_object_ref (self));
  else if (self->folded[0] != '\0')
    cor_store_search_customers_async (self->store, query, MAX_PEOPLE, self->asking, on_customers_found, g_object_ref (self));
}
