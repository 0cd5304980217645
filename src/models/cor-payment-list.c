/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-list"

#include "config.h"

#include "cor-payment-list.h"

#include "cor-payment-reference.h"
#include "cor-result.h"
#include "cor-store-payment-wishes.h"

/*
 * CorPaymentList: the payments that this desk knows of, as a GListModel of CorPaymentItem, narrowed by a filter and by
 * what is typed. It follows the store. Main thread only.
 *
 * "loaded": the content is that of the store, the filter and the query now.
 */
struct _CorPaymentList
{
  CorObjectList parent_instance;

  CorStore        *store;   /* owned, or NULL */
  GCancellable    *reading; /* owned */
  GHashTable      *all;     /* owned: reference -> CorPaymentItem, whatever is shown */
  GPtrArray       *order;   /* owned: CorPaymentItem, all of them */
  GHashTable      *wished;  /* owned: references that were asked about from here */
  char            *query;   /* owned */
  CorPaymentFilter filter;
  gint64           fixed_now;
  guint            is_loaded : 1;
  guint            is_reading : 1;
  guint            is_stale : 1;  /* to be read again */
  guint            is_active : 1; /* somebody looks at it */
};

static guint loaded_signal;

G_DEFINE_FINAL_TYPE (CorPaymentList, cor_payment_list, COR_TYPE_OBJECT_LIST)

static void
narrow (CorPaymentList *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      CorPaymentItem *item = self->order->pdata[i];

      if (cor_payment_item_fits (item, self->filter) && cor_payment_item_matches (item, self->query))
        g_ptr_array_add (wanted, item);
    }
  cor_object_list_set_items (COR_OBJECT_LIST (self), wanted);
  if (self->is_loaded)
    g_signal_emit (self, loaded_signal, 0);
}

static void
take_entries (CorPaymentList *self,
              GPtrArray      *entries)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const CorPaymentEntry *entry = entries->pdata[i];
      CorPaymentItem        *item = g_hash_table_lookup (self->all, entry->view->reference);

      if (item != NULL)
        cor_payment_item_take (g_object_ref (item), entry);
      else
        item = cor_payment_item_new (entry);
      g_hash_table_insert (all, g_strdup (entry->view->reference), item);
      g_ptr_array_add (self->order, g_object_ref (item));
    }
  g_hash_table_unref (self->all);
  self->all = g_steal_pointer (&all);
  self->is_loaded = TRUE;
  narrow (self);
}

static void read_payments (CorPaymentList *self);

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorPaymentList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = cor_store_list_known_payments_finish (COR_STORE (source), result, &error);

  self->is_reading = FALSE;
  if (cor_result_is_cancelled (result))
    return;
  if (entries == NULL)
    g_warning ("payments: %s", error->message);
  else
    take_entries (self, entries);
  if (self->is_stale)
    read_payments (self);
}

/* One reading at a time, however often the store changes, and none for nobody. */
static void
read_payments (CorPaymentList *self)
{
  gint64 now = self->fixed_now != 0 ? self->fixed_now : g_get_real_time () / G_USEC_PER_SEC;

  self->is_stale = self->is_reading || !self->is_active;
  if (self->is_stale)
    return;
  self->is_reading = TRUE;
  cor_store_list_known_payments_async (self->store, now, self->reading, on_loaded, g_object_ref (self));
}

static void
on_store_changed (CorPaymentList  *self,
                  CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_PAYMENTS) != 0 || changes->threads->len > 0)
    read_payments (self);
}

static void
cor_payment_list_dispose (GObject *object)
{
  CorPaymentList *self = COR_PAYMENT_LIST (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_payment_list_parent_class)->dispose (object);
}

static void
cor_payment_list_finalize (GObject *object)
{
  CorPaymentList *self = COR_PAYMENT_LIST (object);

  g_clear_object (&self->reading);
  g_hash_table_unref (self->all);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->wished);
  g_free (self->query);

  G_OBJECT_CLASS (cor_payment_list_parent_class)->finalize (object);
}

static void
cor_payment_list_class_init (CorPaymentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_payment_list_dispose;
  object_class->finalize = cor_payment_list_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_PAYMENT_ITEM;

  loaded_signal = g_signal_new ("loaded", COR_TYPE_PAYMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_payment_list_init (CorPaymentList *self)
{
  self->all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->order = g_ptr_array_new_with_free_func (g_object_unref);
  self->wished = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->query = g_strdup ("");
  self->reading = g_cancellable_new ();
}

/**
 * cor_payment_list_new:
 * @store: (transfer none)
 * @now: seconds since the epoch, for tests; 0: the clock's
 *
 * Returns: (transfer full): the list, empty until cor_payment_list_set_active()
 */
CorPaymentList *
cor_payment_list_new (CorStore *store,
                      gint64    now)
{
  CorPaymentList *self = g_object_new (COR_TYPE_PAYMENT_LIST, NULL);

  self->store = g_object_ref (store);
  self->fixed_now = now;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  self->is_stale = TRUE;
  return self;
}

/**
 * cor_payment_list_set_active:
 * @is_active: whether somebody looks at it
 *
 * What nobody looks at is not read again; what changed meanwhile is read when somebody looks.
 */
void
cor_payment_list_set_active (CorPaymentList *self,
                             gboolean        is_active)
{
  g_return_if_fail (COR_IS_PAYMENT_LIST (self));

  self->is_active = !!is_active;
  if (self->is_active && self->is_stale)
    read_payments (self);
}

/**
 * cor_payment_list_set_filter:
 *
 * Shows these alone.
 */
void
cor_payment_list_set_filter (CorPaymentList  *self,
                             CorPaymentFilter filter)
{
  g_return_if_fail (COR_IS_PAYMENT_LIST (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  narrow (self);
}

/**
 * cor_payment_list_get_filter:
 *
 * Returns: which are shown
 */
CorPaymentFilter
cor_payment_list_get_filter (CorPaymentList *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_LIST (self), COR_PAYMENT_FILTER_ALL);

  return self->filter;
}

/**
 * cor_payment_list_set_query:
 * @query: what somebody typed; "": nothing
 *
 * Shows what fits it, of those that the filter lets through.
 */
void
cor_payment_list_set_query (CorPaymentList *self,
                            const char     *query)
{
  g_return_if_fail (COR_IS_PAYMENT_LIST (self) && query != NULL);

  if (g_str_equal (self->query, query))
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  narrow (self);
}

/**
 * cor_payment_list_get_query:
 *
 * Returns: (transfer none): what it is narrowed by
 */
const char *
cor_payment_list_get_query (CorPaymentList *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_LIST (self), "");

  return self->query;
}

/**
 * cor_payment_list_get_n_of:
 *
 * Returns: how many fit the query and would be shown with this filter
 */
guint
cor_payment_list_get_n_of (CorPaymentList  *self,
                           CorPaymentFilter filter)
{
  guint n = 0;

  g_return_val_if_fail (COR_IS_PAYMENT_LIST (self), 0);

  for (guint i = 0; i < self->order->len; i++)
    if (cor_payment_item_fits (self->order->pdata[i], filter) && cor_payment_item_matches (self->order->pdata[i], self->query))
      n++;
  return n;
}

/**
 * cor_payment_list_find:
 * @reference: (nullable): the company's number
 *
 * Returns: at what place it is shown; %G_MAXUINT: it is not
 */
guint
cor_payment_list_find (CorPaymentList *self,
                       const char     *reference)
{
  GPtrArray *items;

  g_return_val_if_fail (COR_IS_PAYMENT_LIST (self), G_MAXUINT);

  items = cor_object_list_get_items (COR_OBJECT_LIST (self));
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (cor_payment_item_get_view (items->pdata[i])->reference, reference) == 0)
      return i;
  return G_MAXUINT;
}

/**
 * cor_payment_list_is_loaded:
 *
 * Returns: whether the store has answered
 */
gboolean
cor_payment_list_is_loaded (CorPaymentList *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_LIST (self), FALSE);

  return self->is_loaded;
}

/**
 * cor_payment_list_ask_about:
 * @item: one that is seen
 *
 * Has the services asked about a payment that they were never asked about; once for as long as the list lives. What is
 * only in the list costs them nothing.
 */
void
cor_payment_list_ask_about (CorPaymentList *self,
                            CorPaymentItem *item)
{
  g_autofree char *name = NULL;

  g_return_if_fail (COR_IS_PAYMENT_LIST (self) && COR_IS_PAYMENT_ITEM (item));

  if (self->store == NULL || cor_payment_item_is_asked (item) || cor_reference_recognise (cor_payment_item_get_view (item)->reference, &name) == COR_REFERENCE_NONE)
    return;
  if (g_hash_table_add (self->wished, g_strdup (name)))
    cor_store_wish_payment_async (self->store, name, NULL, NULL, NULL);
}
