/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-fees"

#include "config.h"

#include "cor-store-fees.h"

#include "cor-db.h"
#include "cor-fee-variant.h"

typedef struct
{
  CorFeeSchedule *schedule;
  CorPackData    *pack; /* NULL: from a file */
} Put;

static void
put_free (gpointer data)
{
  Put *put = data;

  cor_fee_schedule_unref (put->schedule);
  g_clear_pointer (&put->pack, cor_pack_data_free);
  g_free (put);
}

/* What a version said, somebody may have quoted: the same version with other prices is no version. Examples are nobody's
 * prices, and there is one of each. */
static gboolean
may_put (CorDb                *db,
         const CorFeeSchedule *schedule,
         const char           *text)
{
  g_autofree char *before = cor_db_dup_text (db, "fee-find", "ss", schedule->id, schedule->version);
  g_autoptr (CorFeeSchedule) kept = before != NULL ? cor_fee_schedule_from_text (before, NULL) : NULL;

  /* one that cannot be read is damaged: importing it again is what mends it */
  if (schedule->is_example || kept == NULL || g_str_equal (before, text))
    return TRUE;
  cor_db_fail (db, COR_STORE_ERROR_CONFLICT, "Version %s of “%s” is here already with other prices", schedule->version, schedule->title);
  return FALSE;
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  const Put            *put = data;
  const CorFeeSchedule *schedule = put->schedule;
  const CorPackData    *pack = put->pack;
  g_autofree char      *text = cor_fee_schedule_to_text (schedule);

  if (!may_put (db, schedule, text))
    return NULL;
  if (schedule->is_example)
    cor_db_run (db, "fee-remove-example", "s", schedule->id);
  cor_db_run (db, "fee-put", "sslsis", schedule->id, schedule->version, (gint64) g_date_get_julian (&schedule->valid_from), text,
              (int) schedule->is_example, pack != NULL ? pack->address : NULL);
  cor_db_touch_topics (db, COR_TOPIC_FEES);
  if (pack != NULL)
    {
      cor_db_run (db, "pack-install", "sssssssi", pack->address, pack->public_key, pack->pack_id, pack->format, pack->version, pack->digest,
                  pack->etag, (int) pack->is_signed);
      cor_db_touch_topics (db, COR_TOPIC_PACKS);
    }
  return GINT_TO_POINTER (TRUE);
}

static Put *
put_new (CorFeeSchedule    *schedule,
         const CorPackData *pack)
{
  Put *put = g_new0 (Put, 1);

  put->schedule = cor_fee_schedule_ref (schedule);
  put->pack = pack != NULL ? cor_pack_data_copy (pack) : NULL;
  return put;
}

/**
 * cor_store_put_fees_async:
 *
 * Fails with %COR_STORE_ERROR_CONFLICT where this version is here with other prices.
 */
void
cor_store_put_fees_async (CorStore           *store,
                          CorFeeSchedule     *schedule,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, put_job, put_new (schedule, NULL), put_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_put_fees_finish (CorStore     *store,
                           GAsyncResult *result,
                           GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

/**
 * cor_store_install_fees_async:
 * @pack: what it is now; times and error are set here
 *
 * Finish with cor_store_pack_finish(). Fails like cor_store_put_fees_async(); then all stays as it was.
 */
void
cor_store_install_fees_async (CorStore           *store,
                              const CorPackData  *pack,
                              CorFeeSchedule     *schedule,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, put_job, put_new (schedule, pack), put_free, NULL, cancellable, callback, user_data);
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  g_autoptr (GPtrArray) schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_fee_schedule_unref);
  sqlite3_stmt *row = cor_db_query (db, "fee-list", "");

  while (cor_db_next (db, row))
    {
      CorFeeSchedule *schedule = cor_fee_schedule_from_text (cor_column_text (row, 0), error);

      if (schedule == NULL)
        {
          sqlite3_reset (row);
          return NULL;
        }
      g_ptr_array_add (schedules, schedule);
    }
  return g_steal_pointer (&schedules);
}

void
cor_store_list_fees_async (CorStore           *store,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_fees_finish:
 *
 * Returns: (transfer full) (element-type CorFeeSchedule) (nullable): by their id, then the oldest first, as
 *   cor_fee_schedule_pick() takes them
 */
GPtrArray *
cor_store_list_fees_finish (CorStore     *store,
                            GAsyncResult *result,
                            GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
