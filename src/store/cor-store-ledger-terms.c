/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-ledger-terms"

#include "config.h"

#include "cor-store-ledger-terms.h"

#include "cor-db.h"
#include "cor-payment-load.h"

void
cor_ledger_terms_free (CorLedgerTerms *self)
{
  g_free (self->about_etag);
  g_free (self->policy_etag);
  g_free (self);
}

/* Returns the record; NULL where there is none. */
static GBytes *
load_record (CorDb      *db,
             const char *service,
             gint64     *asked_at,
             char      **etag)
{
  sqlite3_stmt *row = cor_db_query (db, "payment-lookup", "ss", service, "");
  GBytes       *record = NULL;

  while (cor_db_next (db, row))
    {
      *asked_at = cor_column_int (row, 2);
      g_free (*etag);
      *etag = cor_column_dup (row, 3);
      g_clear_pointer (&record, g_bytes_unref);
      record = cor_column_is_null (row, 4) ? NULL : cor_column_dup_bytes (row, 4);
    }
  return record;
}

/* What the ledger has; all, until it said. */
CorLedgerParts
cor_ledger_load_parts (CorDb *db)
{
  gint64           asked_at = 0;
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) record = load_record (db, COR_PAYMENT_ABOUT, &asked_at, &etag);
  g_autoptr (CorLedgerAbout) about = record != NULL ? cor_ledger_about_from_bytes (record) : NULL;

  return cor_ledger_about_get_parts (about);
}

/* Returns: (transfer full) (nullable) */
CorLedgerPolicy *
cor_ledger_load_policy (CorDb *db)
{
  gint64           asked_at = 0;
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) record = load_record (db, COR_PAYMENT_POLICY, &asked_at, &etag);

  return record != NULL ? cor_ledger_policy_from_bytes (record) : NULL;
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  CorLedgerTerms *terms = g_new0 (CorLedgerTerms, 1);
  g_autoptr (GBytes) about = load_record (db, COR_PAYMENT_ABOUT, &terms->about_at, &terms->about_etag);
  g_autoptr (GBytes) policy = load_record (db, COR_PAYMENT_POLICY, &terms->policy_at, &terms->policy_etag);

  terms->parts = cor_ledger_load_parts (db);
  return terms;
}

void
cor_store_load_ledger_terms_async (CorStore           *store,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, NULL, NULL, (GDestroyNotify) cor_ledger_terms_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_ledger_terms_finish:
 *
 * Returns: (transfer full) (nullable): what is known; of a ledger that was not asked, that it has all
 */
CorLedgerTerms *
cor_store_load_ledger_terms_finish (CorStore     *store,
                                    GAsyncResult *result,
                                    GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
