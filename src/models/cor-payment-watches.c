/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-watches"

#include "config.h"

#include "cor-payment-watches.h"

#include "cor-payment-link.h"
#include "cor-result.h"

/*
 * CorPaymentWatches: the payments that the agent watches, and what is new of them. It follows the store. Main thread only.
 *
 * "changed": any of it.
 * "news" (CorPaymentWatch *): one stands otherwise than the agent knows; once for each change, also when the program was
 *   not running as it came; valid during the emission only.
 */
struct _CorPaymentWatches
{
  GObject parent_instance;

  CorStore     *store;     /* owned */
  GCancellable *reading;   /* owned */
  GPtrArray    *all;       /* owned: CorPaymentWatch */
  GHashTable   *told;      /* owned: changes that were told, which the store may not have written down yet */
  gint64        fixed_now; /* seconds since the epoch, 0: the clock's */
};

G_DEFINE_FINAL_TYPE (CorPaymentWatches, cor_payment_watches, G_TYPE_OBJECT)

enum
{
  CHANGED,
  NEWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_news (CorPaymentWatches *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_ref (self->all);

  for (guint i = 0; i < all->len; i++)
    {
      CorPaymentWatch *watch = all->pdata[i];

      if (watch->changed_at == 0 || watch->is_told || !g_hash_table_add (self->told, g_strdup_printf ("%s %" G_GINT64_FORMAT, watch->reference, watch->changed_at)))
        continue;
      watch->is_told = TRUE;
      cor_store_tell_payment_watch_async (self->store, watch->reference, NULL, NULL, NULL);
      g_signal_emit (self, signals[NEWS], 0, watch);
    }
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorPaymentWatches) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *all = cor_store_list_payment_watches_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result) || all == NULL)
    {
      g_clear_pointer (&all, g_ptr_array_unref);
      return;
    }
  g_ptr_array_unref (self->all);
  self->all = all;
  g_signal_emit (self, signals[CHANGED], 0);
  tell_news (self);
}

static void
read_all (CorPaymentWatches *self)
{
  gint64 now = self->fixed_now != 0 ? self->fixed_now : g_get_real_time () / G_USEC_PER_SEC;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  cor_store_list_payment_watches_async (self->store, now, self->reading, on_listed, g_object_ref (self));
}

/* Whether somebody may be told of it hangs on the links of a conversation. */
static gboolean
concerns (CorPaymentWatches *self,
          CorStoreChanges   *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_PAYMENTS) != 0)
    return TRUE;
  for (guint i = 0; i < self->all->len; i++)
    {
      const CorPaymentWatch *watch = self->all->pdata[i];

      if (watch->changed_at != 0 && watch->conversation != 0 && cor_store_changes_has_thread (changes, watch->conversation))
        return TRUE;
    }
  return FALSE;
}

static void
on_store_changed (CorPaymentWatches *self,
                  CorStoreChanges   *changes)
{
  if (concerns (self, changes))
    read_all (self);
}

static void
cor_payment_watches_dispose (GObject *object)
{
  CorPaymentWatches *self = COR_PAYMENT_WATCHES (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_payment_watches_parent_class)->dispose (object);
}

static void
cor_payment_watches_finalize (GObject *object)
{
  g_ptr_array_unref (COR_PAYMENT_WATCHES (object)->all);
  g_hash_table_unref (COR_PAYMENT_WATCHES (object)->told);

  G_OBJECT_CLASS (cor_payment_watches_parent_class)->finalize (object);
}

static void
cor_payment_watches_class_init (CorPaymentWatchesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_payment_watches_dispose;
  object_class->finalize = cor_payment_watches_finalize;

  signals[CHANGED] = g_signal_new ("changed", COR_TYPE_PAYMENT_WATCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEWS] = g_signal_new ("news", COR_TYPE_PAYMENT_WATCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
cor_payment_watches_init (CorPaymentWatches *self)
{
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_watch_free);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * cor_payment_watches_new:
 * @store: (transfer none)
 * @now: seconds since the epoch, for tests; 0: the clock's
 *
 * Returns: (transfer full): empty until the store has answered
 */
CorPaymentWatches *
cor_payment_watches_new (CorStore *store,
                         gint64    now)
{
  CorPaymentWatches *self = g_object_new (COR_TYPE_PAYMENT_WATCHES, NULL);

  self->store = g_object_ref (store);
  self->fixed_now = now;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  read_all (self);
  return self;
}

/**
 * cor_payment_watches_get_all:
 *
 * Returns: (transfer none) (element-type CorPaymentWatch): what is new first
 */
GPtrArray *
cor_payment_watches_get_all (CorPaymentWatches *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_WATCHES (self), NULL);

  return self->all;
}

/**
 * cor_payment_watches_find:
 * @reference: (nullable): of a payment, as anybody wrote it
 *
 * Returns: (transfer none) (nullable): %NULL where it is not watched
 */
const CorPaymentWatch *
cor_payment_watches_find (CorPaymentWatches *self,
                          const char        *reference)
{
  g_return_val_if_fail (COR_IS_PAYMENT_WATCHES (self), NULL);

  for (guint i = 0; reference != NULL && i < self->all->len; i++)
    if (cor_payment_link_is_same (((const CorPaymentWatch *) self->all->pdata[i])->reference, reference))
      return self->all->pdata[i];
  return NULL;
}

/**
 * cor_payment_watches_set:
 * @reference: as anybody wrote it
 * @conversation: local id of where it is asked for; 0 nowhere
 * @is_watched: whether it is to be watched from now on
 */
void
cor_payment_watches_set (CorPaymentWatches *self,
                         const char        *reference,
                         gint64             conversation,
                         gboolean           is_watched)
{
  g_return_if_fail (COR_IS_PAYMENT_WATCHES (self));

  if (is_watched)
    cor_store_watch_payment_async (self->store, reference, conversation, NULL, NULL, NULL);
  else
    cor_store_unwatch_payment_async (self->store, reference, NULL, NULL, NULL);
}

/**
 * cor_payment_watches_see:
 *
 * The agent has done with what is new of it.
 */
void
cor_payment_watches_see (CorPaymentWatches *self,
                         const char        *reference)
{
  g_return_if_fail (COR_IS_PAYMENT_WATCHES (self));

  cor_store_see_payment_watch_async (self->store, reference, NULL, NULL, NULL);
}
