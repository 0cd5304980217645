/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-customers.h"

#include "cor-db.h"
#include "cor-fold.h"
#include "cor-thread-load.h"

typedef struct
{
  gint64 customer;
  char  *needle; /* folded */
  guint  limit;
} Ask;

static void
ask_free (gpointer data)
{
  g_free (((Ask *) data)->needle);
  g_free (data);
}

void
cor_customer_data_free (CorCustomerData *self)
{
  cor_customer_record_unref (self->record);
  g_free (self->tier);
  g_clear_pointer (&self->conversations, g_ptr_array_unref);
  g_free (self);
}

static CorCustomerData *
read_customer (sqlite3_stmt *row)
{
  CorCustomerData   *customer = g_new0 (CorCustomerData, 1);
  CorCustomerRecord *record = cor_customer_record_new ();

  customer->id = cor_column_int (row, 0);
  customer->account = cor_column_int (row, 1);
  customer->record = record;
  record->remote_id = cor_column_dup (row, 2);
  record->name = cor_column_dup (row, 3);
  record->email = cor_column_dup (row, 4);
  record->phone = cor_column_dup (row, 5);
  record->identifier = cor_column_dup (row, 6);
  record->company = cor_column_dup (row, 7);
  record->city = cor_column_dup (row, 8);
  record->country = cor_column_dup (row, 9);
  record->country_code = cor_column_dup (row, 10);
  record->description = cor_column_dup (row, 11);
  record->attributes_json = cor_column_dup (row, 12);
  record->created_at = cor_column_int (row, 13);
  record->last_activity_at = cor_column_int (row, 14);
  record->blocked = cor_column_int (row, 15) != 0;
  customer->tier = cor_column_dup (row, 16);
  return customer;
}

static void
load_conversations (CorDb           *db,
                    CorCustomerData *customer)
{
  g_autoptr (CorThreadLoader) loader = cor_thread_loader_new (db);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row = cor_db_query (db, "thread-of-customer", "l", customer->id);

  while (cor_db_next (db, row))
    g_array_append_val (ids, *(gint64[]){ cor_column_int (row, 0) });

  customer->conversations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_thread_data_unref);
  for (guint i = 0; i < ids->len; i++)
    {
      CorThreadData *thread = cor_thread_loader_load (loader, g_array_index (ids, gint64, i));

      if (thread != NULL)
        g_ptr_array_add (customer->conversations, thread);
    }
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Ask             *ask = data;
  CorCustomerData *customer;
  sqlite3_stmt    *row = cor_db_query (db, "customer-load", "l", ask->customer);

  if (!cor_db_next (db, row))
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such customer here");
      return NULL;
    }
  customer = read_customer (row);
  cor_db_next (db, row);
  load_conversations (db, customer);
  return customer;
}

void
cor_store_load_customer_async (CorStore           *store,
                               gint64              customer,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Ask ask = { .customer = customer };

  cor_store_run_async (store, COR_STORE_READ, load_job, g_memdup2 (&ask, sizeof ask), ask_free, (GDestroyNotify) cor_customer_data_free,
                       cancellable, callback, user_data);
}

CorCustomerData *
cor_store_load_customer_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
search_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  Ask          *ask = data;
  GPtrArray    *found = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_customer_data_free);
  sqlite3_stmt *row = cor_db_query (db, "customer-search", "si", ask->needle, (int) ask->limit);

  while (cor_db_next (db, row))
    g_ptr_array_add (found, read_customer (row));
  return found;
}

void
cor_store_search_customers_async (CorStore           *store,
                                  const char         *query,
                                  guint               limit,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Ask ask = { .needle = cor_fold (query), .limit = limit };

  cor_store_run_async (store, COR_STORE_READ, search_job, g_memdup2 (&ask, sizeof ask), ask_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

/**
 * cor_store_search_customers_finish:
 *
 * Returns: (transfer full) (element-type CorCustomerData): whose name begins so first, then the last active
 */
GPtrArray *
cor_store_search_customers_finish (CorStore     *store,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
