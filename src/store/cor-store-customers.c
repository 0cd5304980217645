/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-customers.h"

#include "cor-customer-limits-load.h"
#include "cor-db.h"
#include "cor-fold.h"
#include "cor-thread-load.h"
#include "cor-words-find.h"

/* Of so few all can be looked at, for letters in the middle of a word. */
#define FEW 20000

/* With fewer that have all words, those that have some are shown behind them. */
#define ENOUGH 5

typedef struct
{
  gint64 customer;
  char  *query;  /* as it was typed */
  char  *needle; /* folded */
  guint  limit;
} Ask;

static void
ask_free (gpointer data)
{
  g_free (((Ask *) data)->query);
  g_free (((Ask *) data)->needle);
  g_free (data);
}

void
cor_customer_data_free (CorCustomerData *self)
{
  cor_customer_record_unref (self->record);
  g_free (self->tier);
  g_clear_pointer (&self->conversations, g_ptr_array_unref);
  g_clear_pointer (&self->limits, cor_payment_limits_free);
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
  if (customer->conversations->len > 0)
    customer->limits = cor_customer_load_limits (db, ((const CorThreadData *) customer->conversations->pdata[0])->id, &customer->limits_at);
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

/* A customer that was found. */
typedef struct
{
  CorCustomerData *customer; /* owned */
  double           score;
  gboolean         begins; /* the name does */
} Found;

static void
clear_found (gpointer data)
{
  g_clear_pointer (&((Found *) data)->customer, cor_customer_data_free);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a;
  const Found *two = b;
  gint64       one_at = one->customer->record->last_activity_at;
  gint64       two_at = two->customer->record->last_activity_at;

  if (one->score != two->score)
    return one->score > two->score ? -1 : 1;
  if (one->begins != two->begins)
    return one->begins ? -1 : 1;
  return one_at > two_at ? -1 : one_at < two_at;
}

static GArray *
find_by_words (CorDb     *db,
               const Ask *ask)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (CorWordsQuery) query = cor_words_query_new (db, COR_WORDS_CUSTOMERS, ask->query, TRUE);
  g_autoptr (GArray) matches = cor_words_find (db, COR_WORDS_CUSTOMERS, query, MIN (ask->limit, ENOUGH));

  g_array_set_clear_func (found, clear_found);
  for (guint i = 0; i < matches->len; i++)
    {
      const CorWordsMatch *match = &g_array_index (matches, CorWordsMatch, i);
      sqlite3_stmt        *row = cor_db_query (db, "customer-by-doc", "ls", match->doc, ask->needle);

      while (cor_db_next (db, row))
        {
          Found one = { read_customer (row), match->score, cor_column_int (row, 17) != 0 };

          g_array_append_val (found, one);
        }
    }
  g_array_sort (found, compare_found);
  return found;
}

/* Whoever has the letters anywhere in the name or the addresses. */
static void
add_by_letters (CorDb     *db,
                const Ask *ask,
                GPtrArray *list)
{
  sqlite3_stmt *row = cor_db_query (db, "customer-search", "si", ask->needle, (int) ask->limit);
  guint         n_known = list->len;

  while (cor_db_next (db, row))
    {
      g_autoptr (CorCustomerData) customer = read_customer (row);
      gboolean is_known = FALSE;

      for (guint i = 0; i < n_known && !is_known; i++)
        is_known = ((const CorCustomerData *) list->pdata[i])->id == customer->id;
      if (!is_known && list->len < ask->limit)
        g_ptr_array_add (list, g_steal_pointer (&customer));
    }
}

static gpointer
search_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  Ask       *ask = data;
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_customer_data_free);
  g_autoptr (GArray) found = find_by_words (db, ask);

  for (guint i = 0; i < found->len && list->len < ask->limit; i++)
    g_ptr_array_add (list, g_steal_pointer (&g_array_index (found, Found, i).customer));
  if (list->len < ask->limit && (cor_db_get_int (db, "customer-newest", "") < FEW || cor_words_is_behind (db, COR_WORDS_CUSTOMERS)))
    add_by_letters (db, ask, list);
  return list;
}

/**
 * cor_store_search_customers_async:
 * @query: a name in any script or as it is read, a company, an address, any part of a phone number, a conversation's
 *   number, a label, or anything among the customer's attributes; nothing in it is an operator
 * @limit: at most so many
 */
void
cor_store_search_customers_async (CorStore           *store,
                                  const char         *query,
                                  guint               limit,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Ask ask = { .query = g_strdup (query), .needle = cor_fold (query), .limit = limit };

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
