/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-payment-wishes"

#include "config.h"

#include "cor-store-payment-wishes.h"

#include "cor-db.h"
#include "cor-payment-load.h"

void
cor_payment_wish_free (CorPaymentWish *self)
{
  g_free (self->reference);
  g_free (self->problem);
  g_free (self);
}

static gpointer
wish_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  cor_db_run (db, "payment-wish-put", "sl", (const char *) data, g_get_real_time () / G_USEC_PER_SEC);
  cor_db_touch_topics (db, COR_TOPIC_PAYMENTS | COR_TOPIC_WORK);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_wish_payment_async:
 * @reference: as services know it (cor_reference_recognise())
 *
 * Has the services asked about it, as soon as they can be reached.
 */
void
cor_store_wish_payment_async (CorStore           *store,
                              const char         *reference,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, wish_job, g_strdup (reference), g_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_wish_payment_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const char     *reference = data;
  sqlite3_stmt   *row = reference != NULL ? cor_db_query (db, "payment-wish-load", "s", reference) : cor_db_query (db, "payment-wish-next", "");
  CorPaymentWish *wish = NULL;

  while (cor_db_next (db, row))
    {
      wish = g_new0 (CorPaymentWish, 1);
      wish->reference = cor_column_dup (row, 0);
      wish->is_wanted = (gboolean) cor_column_int (row, 1);
      wish->problem = cor_column_dup (row, 2);
    }
  return wish;
}

/**
 * cor_store_load_payment_wish_async:
 * @reference: (nullable): as services know it; %NULL: the oldest that is still wanted
 */
void
cor_store_load_payment_wish_async (CorStore           *store,
                                   const char         *reference,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, g_strdup (reference), g_free, (GDestroyNotify) cor_payment_wish_free, cancellable, callback,
                       user_data);
}

/**
 * cor_store_load_payment_wish_finish:
 *
 * Returns: (transfer full) (nullable): %NULL without an error: nobody wished for that
 */
CorPaymentWish *
cor_store_load_payment_wish_finish (CorStore     *store,
                                    GAsyncResult *result,
                                    GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

typedef struct
{
  char *reference, *problem;
} End;

static void
end_free (gpointer data)
{
  End *end = data;

  g_free (end->reference);
  g_free (end->problem);
  g_free (end);
}

static gpointer
end_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  const End *end = data;

  cor_db_run (db, "payment-wish-end", "ss", end->problem, end->reference);
  cor_payment_look_at_watch (db, end->reference, g_get_real_time () / G_USEC_PER_SEC);
  cor_db_touch_topics (db, COR_TOPIC_PAYMENTS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_end_payment_wish_async:
 * @problem: (nullable): why a service could not be asked
 *
 * The services were asked; what they said is in the store.
 */
void
cor_store_end_payment_wish_async (CorStore           *store,
                                  const char         *reference,
                                  const char         *problem,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  End *end = g_new0 (End, 1);

  end->reference = g_strdup (reference);
  end->problem = g_strdup (problem);
  cor_store_run_async (store, COR_STORE_SYNC, end_job, end, end_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_end_payment_wish_finish (CorStore     *store,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

typedef struct
{
  char **references;
  char  *cursor;
  gint64 now;
} Changed;

static void
changed_free (gpointer data)
{
  Changed *changed = data;

  g_strfreev (changed->references);
  g_free (changed->cursor);
  g_free (changed);
}

static gpointer
wish_changed_job (CorDb   *db,
                  gpointer data,
                  GError **error)
{
  const Changed *changed = data;

  for (guint i = 0; changed->references[i] != NULL; i++)
    {
      cor_db_run (db, "payment-wish-changed", "sl", changed->references[i], changed->now);
      if (cor_db_get_n_changed (db) > 0)
        cor_db_touch_topics (db, COR_TOPIC_PAYMENTS);
    }
  cor_db_run (db, "payment-put", "sssilsb", COR_PAYMENT_CHANGES, "", NULL, (int) COR_LOOKUP_FOUND, changed->now, changed->cursor, NULL);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_wish_changed_payments_async:
 * @references: as the ledger knows them
 * @cursor: (nullable): where to read on
 * @now: seconds since the epoch
 *
 * Has the services asked about those of them that are known here. In one transaction with the cursor: none is lost.
 */
void
cor_store_wish_changed_payments_async (CorStore           *store,
                                       char *const        *references,
                                       const char         *cursor,
                                       gint64              now,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  Changed *changed = g_new0 (Changed, 1);

  changed->references = g_strdupv ((char **) references);
  changed->cursor = g_strdup (cursor);
  changed->now = now;
  cor_store_run_async (store, COR_STORE_SYNC, wish_changed_job, changed, changed_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_wish_changed_payments_finish (CorStore     *store,
                                        GAsyncResult *result,
                                        GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
