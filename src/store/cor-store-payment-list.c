/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-payment-list"

#include "config.h"

#include "cor-store-payment-list.h"

#include "cor-db.h"
#include "cor-payment-load.h"
#include "cor-thread-load.h"
#include "cor-view.h"

/* Of each kind: conversations of the agent's own, payments that were looked up. Whoever wants an older one asks for it. */
#define MOST 500

void
cor_payment_entry_free (CorPaymentEntry *self)
{
  g_clear_pointer (&self->view, cor_payment_view_unref);
  g_free (self->customer);
  g_free (self);
}

/* The same payment under another of its names, or %NULL. */
static CorPaymentEntry *
take (GHashTable     *entries,
      CorPaymentView *view) /* taken over */
{
  CorPaymentEntry *entry = g_hash_table_lookup (entries, view->reference);

  if (entry != NULL)
    {
      cor_payment_view_unref (view);
      return entry;
    }
  entry = g_new0 (CorPaymentEntry, 1);
  entry->view = view;
  g_hash_table_insert (entries, view->reference, entry);
  return entry;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const CorPaymentView *one = (*(CorPaymentEntry *const *) a)->view;
  const CorPaymentView *other = (*(CorPaymentEntry *const *) b)->view;

  if (one->is_held != other->is_held)
    return one->is_held ? -1 : 1;
  if (one->created_at != other->created_at)
    return one->created_at > other->created_at ? -1 : 1;
  return g_strcmp0 (one->reference, other->reference);
}

typedef struct
{
  char *reference;
  char *customer;
} Name;

static void
name_free (Name *self)
{
  g_free (self->reference);
  g_free (self->customer);
  g_free (self);
}

static GPtrArray *
list_names (CorDb *db)
{
  GPtrArray    *names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
  sqlite3_stmt *row = cor_db_query (db, "payment-known", "ii", (int) COR_VIEW_IN_MINE, MOST);

  while (cor_db_next (db, row))
    {
      Name *name = g_new0 (Name, 1);

      name->reference = cor_column_dup (row, 0);
      name->customer = cor_column_dup (row, 1);
      g_ptr_array_add (names, name);
    }
  return names;
}

static gpointer
known_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  g_autoptr (GPtrArray) names = list_names (db);
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray     *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_entry_free);
  GHashTableIter iter;
  gpointer       value = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      const Name      *name = names->pdata[i];
      CorPaymentEntry *entry = take (entries, cor_payment_load_view (db, name->reference, *(gint64 *) data));

      if (entry->customer == NULL && !entry->view->is_held)
        entry->customer = g_strdup (name->customer);
    }
  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CorPaymentEntry *entry = value;

      if (entry->customer == NULL)
        entry->customer = g_strdup (entry->view->payer_name); /* none of one with compliance */
      g_ptr_array_add (list, entry);
    }
  g_ptr_array_sort (list, compare_entries);
  return list;
}

/**
 * cor_store_list_known_payments_async:
 * @now: seconds since the epoch: what is late depends on it
 *
 * The payments that this desk knows of: those of the agent's own open conversations, and those that were looked up or
 * fetched with a customer, 500 of each at most.
 */
void
cor_store_list_known_payments_async (CorStore           *store,
                                     gint64              now,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, known_job, g_memdup2 (&now, sizeof now), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

/**
 * cor_store_list_known_payments_finish:
 *
 * Returns: (transfer full) (element-type CorPaymentEntry) (nullable): each payment once; those with compliance, whose
 *   time is not told, then the others, the newest first
 */
GPtrArray *
cor_store_list_known_payments_finish (CorStore     *store,
                                      GAsyncResult *result,
                                      GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
threads_job (CorDb   *db,
             gpointer data,
             GError **error)
{
  g_autoptr (CorPaymentView) view = cor_payment_load_view (db, data, 0);
  g_autoptr (CorThreadLoader) loader = cor_thread_loader_new (db);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray    *threads = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_thread_data_unref);
  sqlite3_stmt *row = NULL;

  if (view->is_held)
    return threads;
  row = cor_db_query (db, "payment-threads", "s", view->reference);
  while (cor_db_next (db, row))
    {
      gint64 id = cor_column_int (row, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      CorThreadData *thread = cor_thread_loader_load (loader, g_array_index (ids, gint64, i));

      if (thread != NULL)
        g_ptr_array_add (threads, thread);
    }
  return threads;
}

/**
 * cor_store_list_payment_threads_async:
 * @reference: by any name of the payment
 *
 * The conversations that the desk links with it; of a payment with compliance none.
 */
void
cor_store_list_payment_threads_async (CorStore           *store,
                                      const char         *reference,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, threads_job, g_strdup (reference), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_payment_threads_finish:
 *
 * Returns: (transfer full) (element-type CorThreadData) (nullable): fifty at most, the newest first
 */
GPtrArray *
cor_store_list_payment_threads_finish (CorStore     *store,
                                       GAsyncResult *result,
                                       GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
