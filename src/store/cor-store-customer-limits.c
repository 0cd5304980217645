/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-customer-limits"

#include "config.h"

#include "cor-customer-limits-load.h"

#include "cor-payment-load.h"
#include "cor-str.h"

/* The ledger's number of who pays it; NULL where that is not known, and of what is with compliance. */
static char *
dup_payer (CorDb      *db,
           const char *reference)
{
  sqlite3_stmt *row = cor_db_query (db, "payment-ledger", "s", reference);
  char         *payer = NULL;

  while (cor_db_next (db, row))
    {
      g_autoptr (GBytes) record = cor_column_is_null (row, 4) ? NULL : cor_column_dup_bytes (row, 4);
      g_autoptr (CorPayment) payment = record != NULL ? cor_payment_from_bytes (record) : NULL;

      if (payment != NULL && !payment->is_held)
        cor_set_str (&payer, payment->customer_id);
    }
  return payer;
}

/* Who the customer is to the ledger: the one payer of the payments that are linked as theirs. Of two that differ neither
 * is taken (ledger.md: several that fit are for the agent to decide). */
static char *
dup_number (CorDb *db,
            gint64 conversation)
{
  g_autoptr (GPtrArray) links = cor_payment_load_links (db, conversation);
  g_autofree char *number = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const CorPaymentLink *link = links->pdata[i];
      g_autofree char      *payer = NULL;

      if (g_strcmp0 (link->role, COR_PAYMENT_ROLE_PAYER) != 0)
        continue;
      payer = dup_payer (db, link->reference);
      if (payer == NULL)
        continue;
      if (number != NULL && !g_str_equal (payer, number))
        return NULL;
      cor_set_str (&number, payer);
    }
  return g_steal_pointer (&number);
}

/*
 * cor_customer_load_limits:
 * @conversation: any of the customer's
 * @asked_at: (out): when the ledger said them; untouched where there are none
 *
 * Returns: (transfer full) (nullable): what the ledger says of the customer's limits
 */
CorPaymentLimits *
cor_customer_load_limits (CorDb  *db,
                          gint64  conversation,
                          gint64 *asked_at)
{
  g_autofree char *number = NULL;
  g_autoptr (GBytes) record = NULL;
  sqlite3_stmt *row;

  if (!(cor_ledger_load_parts (db) & COR_LEDGER_HAS_LIMITS))
    return NULL;
  number = dup_number (db, conversation);
  if (number == NULL)
    return NULL;
  row = cor_db_query (db, "payment-lookup", "ss", COR_PAYMENT_LIMITS, number);
  while (cor_db_next (db, row))
    if (!cor_column_is_null (row, 4))
      {
        g_clear_pointer (&record, g_bytes_unref);
        record = cor_column_dup_bytes (row, 4);
        *asked_at = cor_column_int (row, 2);
      }
  return record != NULL ? cor_payment_limits_from_bytes (record) : NULL;
}
