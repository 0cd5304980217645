/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-payments"

#include "config.h"

#include "cor-store-payments.h"

#include "cor-db.h"
#include "cor-payment-load.h"
#include "cor-payment-reference.h"

#include <string.h>

/**
 * cor_payment_lookup_new:
 * @service: a COR_PAYMENT_ constant
 * @name: as the service knows it
 * @asked_at: seconds since the epoch
 *
 * Returns: (transfer full): an answer that is still to be said
 */
CorPaymentLookup *
cor_payment_lookup_new (const char *service,
                        const char *name,
                        gint64      asked_at)
{
  CorPaymentLookup *self = g_new0 (CorPaymentLookup, 1);

  self->service = service;
  self->name = g_strdup (name);
  self->asked_at = asked_at;
  return self;
}

void
cor_payment_lookup_free (CorPaymentLookup *self)
{
  g_free (self->name);
  g_free (self->etag);
  cor_payment_free (self->payment);
  cor_payment_track_free (self->track);
  cor_arrival_free (self->arrival);
  cor_payment_limits_free (self->limits);
  cor_ledger_about_free (self->about);
  cor_ledger_policy_free (self->policy);
  g_free (self);
}

static GBytes *
get_record (const CorPaymentLookup *lookup)
{
  if (lookup->payment != NULL)
    return cor_payment_to_bytes (lookup->payment);
  if (lookup->track != NULL)
    return cor_payment_track_to_bytes (lookup->track);
  if (lookup->limits != NULL)
    return cor_payment_limits_to_bytes (lookup->limits);
  if (lookup->about != NULL)
    return cor_ledger_about_to_bytes (lookup->about);
  if (lookup->policy != NULL)
    return cor_ledger_policy_to_bytes (lookup->policy);
  return lookup->arrival != NULL ? cor_arrival_to_bytes (lookup->arrival) : NULL;
}

/* The company's number is the name, whatever it was asked by: a second row of the same payment would go stale. */
static const char *
get_name (const CorPaymentLookup *lookup)
{
  return lookup->payment != NULL && lookup->payment->reference != NULL ? lookup->payment->reference : lookup->name;
}

static void
put_alias (CorDb            *db,
           const CorPayment *payment,
           const char       *alias)
{
  if (alias != NULL && alias[0] != '\0' && strcmp (alias, payment->reference) != 0)
    cor_db_run (db, "payment-alias-put", "ss", alias, payment->reference);
}

/* Of what a ledger calls related only a transfer's number is this payment and not another. */
static void
put_aliases (CorDb                  *db,
             const CorPaymentLookup *lookup)
{
  const CorPayment *payment = lookup->payment;

  put_alias (db, payment, payment->uetr);
  put_alias (db, payment, lookup->name);
  for (guint i = 0; payment->related != NULL && payment->related[i] != NULL; i++)
    if (cor_reference_recognise (payment->related[i], NULL) == COR_REFERENCE_WISE)
      put_alias (db, payment, payment->related[i]);
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  const CorPaymentLookup *lookup = data;
  const CorPayment       *payment = lookup->payment;
  g_autoptr (GBytes) record = get_record (lookup);

  cor_db_run (db, "payment-put", "sssilsb", lookup->service, get_name (lookup), payment != NULL ? payment->customer_id : NULL,
              (int) lookup->outcome, lookup->asked_at, lookup->etag, record);
  if (payment != NULL && payment->reference != NULL)
    put_aliases (db, lookup);
  /* what must not be shown need not lie here either */
  if (payment != NULL && payment->is_held)
    {
      cor_db_run (db, "payment-forget", "s", payment->reference);
      cor_payment_touch_watched (db);
    }
  cor_db_touch_topics (db, COR_TOPIC_PAYMENTS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_put_payment_async:
 * @lookup: (transfer full)
 *
 * Keeps what a service answered, unless a newer answer is here.
 */
void
cor_store_put_payment_async (CorStore           *store,
                             CorPaymentLookup   *lookup,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, put_job, lookup, (GDestroyNotify) cor_payment_lookup_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_put_payment_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

typedef struct
{
  char  *reference;
  gint64 now;
} Ask;

static void
ask_free (Ask *ask)
{
  g_free (ask->reference);
  g_free (ask);
}

static Ask *
ask_new (const char *reference,
         gint64      now)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->reference = g_strdup (reference);
  ask->now = now;
  return ask;
}

/* One row at most. Returns its record; NULL where there is none, or the service does not know the payment. */
static GBytes *
read_lookup (CorDb            *db,
             sqlite3_stmt     *row,
             CorLookupOutcome *outcome,
             gint64           *asked_at)
{
  GBytes *record = NULL;

  while (cor_db_next (db, row))
    {
      if (outcome != NULL)
        *outcome = (CorLookupOutcome) cor_column_int (row, 1);
      *asked_at = cor_column_int (row, 2);
      g_clear_pointer (&record, g_bytes_unref);
      record = cor_column_is_null (row, 4) ? NULL : cor_column_dup_bytes (row, 4);
    }
  return record;
}

static CorPaymentTrack *
load_track (CorDb            *db,
            const char       *service,
            const char       *name,
            CorLookupOutcome *outcome,
            gint64           *asked_at)
{
  g_autoptr (GBytes) record = name != NULL ? read_lookup (db, cor_db_query (db, "payment-lookup", "ss", service, name), outcome, asked_at) : NULL;

  return record != NULL ? cor_payment_track_from_bytes (record) : NULL;
}

/* Its own number at Wise is among what the ledger calls related. */
static void
load_wise (CorDb           *db,
           CorPaymentFacts *facts,
           const char      *reference)
{
  char **related = facts->payment != NULL ? facts->payment->related : NULL;

  facts->wise = load_track (db, COR_PAYMENT_WISE, reference, NULL, &facts->wise_at);
  for (guint i = 0; facts->wise == NULL && related != NULL && related[i] != NULL; i++)
    facts->wise = load_track (db, COR_PAYMENT_WISE, related[i], NULL, &facts->wise_at);
}

static void
load_arrival (CorDb           *db,
              CorPaymentFacts *facts)
{
  gint64 asked_at = 0;
  g_autoptr (GBytes) record = NULL;

  if (facts->payment == NULL || facts->payment->rail == NULL || facts->payment->payee_country == NULL)
    return;
  record = read_lookup (db, cor_db_query (db, "payment-stats", "ss", facts->payment->rail, facts->payment->payee_country), NULL, &asked_at);
  if (record != NULL)
    facts->arrival = cor_arrival_from_bytes (record);
}

static void
load_limits (CorDb           *db,
             CorPaymentFacts *facts)
{
  gint64 asked_at = 0;
  g_autoptr (GBytes) record = NULL;

  if (facts->payment == NULL || facts->payment->customer_id == NULL)
    return;
  record = read_lookup (db, cor_db_query (db, "payment-lookup", "ss", COR_PAYMENT_LIMITS, facts->payment->customer_id), NULL, &asked_at);
  if (record != NULL)
    facts->limits = cor_payment_limits_from_bytes (record);
}

/* What services said of the payment itself; @normal: takes its name as services write it. */
static void
load_reports (CorDb           *db,
              CorPaymentFacts *facts,
              const char      *reference,
              char           **normal)
{
  g_autoptr (GBytes) record = NULL;

  if (cor_reference_recognise (reference, normal) == COR_REFERENCE_NONE)
    *normal = g_strdup (reference);
  record = read_lookup (db, cor_db_query (db, "payment-ledger", "s", *normal), NULL, &facts->ledger_at);
  if (record != NULL)
    facts->payment = cor_payment_from_bytes (record);
  facts->gpi = load_track (db, COR_PAYMENT_GPI, facts->payment != NULL ? facts->payment->uetr : *normal, &facts->gpi_outcome, &facts->gpi_at);
  load_wise (db, facts, *normal);
}

/* What is here of a payment, through the gate. @reference: as somebody, or a desk's attribute, writes it. */
CorPaymentView *
cor_payment_load_view (CorDb      *db,
                       const char *reference,
                       gint64      now)
{
  g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();
  g_autofree char *normal = NULL;
  CorLedgerParts   parts = cor_ledger_load_parts (db);

  load_reports (db, facts, reference, &normal);
  /* what the ledger does not have any more is not told from memory */
  if (parts & COR_LEDGER_HAS_STATS)
    load_arrival (db, facts);
  if (parts & COR_LEDGER_HAS_LIMITS)
    load_limits (db, facts);
  facts->policy = cor_ledger_load_policy (db);
  return cor_payment_view_new (normal, facts, now);
}

/* The same without what does not change how it stands: an estimate by statistics, limits and what the company decided. */
CorPaymentView *
cor_payment_load_standing (CorDb      *db,
                           const char *reference,
                           gint64      now)
{
  g_autoptr (CorPaymentFacts) facts = cor_payment_facts_new ();
  g_autofree char *normal = NULL;

  load_reports (db, facts, reference, &normal);
  return cor_payment_view_new (normal, facts, now);
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask *ask = data;

  return cor_payment_load_view (db, ask->reference, ask->now);
}

/**
 * cor_store_load_payment_async:
 * @reference: the company's number, a UETR or a transfer's number, as somebody wrote it
 * @now: seconds since the epoch: what is late depends on it
 *
 * What is here of a payment; nobody is asked.
 */
void
cor_store_load_payment_async (CorStore           *store,
                              const char         *reference,
                              gint64              now,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, ask_new (reference, now), (GDestroyNotify) ask_free, (GDestroyNotify) cor_payment_view_unref,
                       cancellable, callback, user_data);
}

/**
 * cor_store_load_payment_finish:
 *
 * Returns: (transfer full) (nullable): what may be shown; with is_known not set where nobody knows it
 */
CorPaymentView *
cor_store_load_payment_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static int
compare_views (gconstpointer a,
               gconstpointer b)
{
  const CorPaymentView *one = *(CorPaymentView *const *) a;
  const CorPaymentView *other = *(CorPaymentView *const *) b;

  if (one->is_held != other->is_held)
    return one->is_held ? -1 : 1;
  return one->created_at > other->created_at ? -1 : one->created_at < other->created_at;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask *ask = data;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray    *views = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_view_unref);
  sqlite3_stmt *row = cor_db_query (db, "payment-of-customer", "s", ask->reference);

  while (cor_db_next (db, row))
    g_ptr_array_add (names, cor_column_dup (row, 0));
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (views, cor_payment_load_view (db, names->pdata[i], ask->now));
  g_ptr_array_sort (views, compare_views);
  return views;
}

/**
 * cor_store_list_payments_async:
 * @customer: the customer's number in the ledger
 * @now: seconds since the epoch
 *
 * The payments of a customer that are here.
 */
void
cor_store_list_payments_async (CorStore           *store,
                               const char         *customer,
                               gint64              now,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, ask_new (customer, now), (GDestroyNotify) ask_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

/**
 * cor_store_list_payments_finish:
 *
 * Returns: (transfer full) (element-type CorPaymentView) (nullable): those with compliance, whose time is not told,
 *   then the others, the newest first
 */
GPtrArray *
cor_store_list_payments_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
