/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-rate-source"

#include "config.h"

#include "cor-store-rate-source.h"

#include "cor-db.h"

void
cor_rate_source_data_free (CorRateSourceData *self)
{
  g_free (self->service);
  g_free (self->url);
  g_free (self->ca_file);
  g_free (self->error);
  g_free (self);
}

/* A desk on this computer is for practice: nothing on the internet is asked for its sake. */
static gboolean
is_elsewhere (const char *origin)
{
  g_autoptr (GUri) uri = g_uri_parse (origin, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GInetAddress) address = NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || g_ascii_strcasecmp (host, "localhost") == 0)
    return FALSE;
  address = g_inet_address_new_from_string (host);
  return address == NULL || !g_inet_address_get_is_loopback (address);
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  CorRateSourceData *source = g_new0 (CorRateSourceData, 1);
  sqlite3_stmt      *row = cor_db_query (db, "rate-source-load", "");

  while (cor_db_next (db, row))
    {
      source->service = cor_column_dup (row, 0);
      source->url = cor_column_dup (row, 1);
      source->ca_file = cor_column_dup (row, 2);
      source->has_history = (gboolean) cor_column_int (row, 3);
      source->asked_at = cor_column_int (row, 4);
      source->error = cor_column_dup (row, 5);
      source->newest = (guint32) cor_column_int (row, 6);
    }
  row = cor_db_query (db, "account-list-origins", "");
  while (cor_db_next (db, row))
    source->is_wanted = source->is_wanted || is_elsewhere (cor_column_text (row, 0));
  return source;
}

void
cor_store_load_rate_source_async (CorStore           *store,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, NULL, NULL, (GDestroyNotify) cor_rate_source_data_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_rate_source_finish:
 *
 * Returns: (transfer full) (nullable): what was chosen, and how the last look went
 */
CorRateSourceData *
cor_store_load_rate_source_finish (CorStore     *store,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
choose_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  const CorRateSourceData *source = data;

  cor_db_run (db, "rate-source-choose", "sss", source->service, source->url, source->ca_file);
  cor_db_touch_topics (db, COR_TOPIC_RATES | COR_TOPIC_WORK);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_choose_rate_source_async:
 * @service: a COR_RATE_SOURCE_ constant
 * @url: (nullable): of the server
 * @ca_file: (nullable): PEM of a private authority
 *
 * What the agent decides. Where it is another server, the whole history is fetched again.
 */
void
cor_store_choose_rate_source_async (CorStore           *store,
                                    const char         *service,
                                    const char         *url,
                                    const char         *ca_file,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  CorRateSourceData *source = g_new0 (CorRateSourceData, 1);

  source->service = g_strdup (service);
  source->url = g_strdup (url);
  source->ca_file = g_strdup (ca_file);
  cor_store_run_async (store, COR_STORE_AGENT, choose_job, source, (GDestroyNotify) cor_rate_source_data_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_choose_rate_source_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
tell_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const CorRateSourceData *source = data;

  cor_db_run (db, "rate-source-tell", "lis", source->asked_at, (int) source->has_history, source->error);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_tell_rate_source_async:
 * @asked_at: seconds since the epoch
 * @has_history: whether all since 1999 is here
 * @error_text: (nullable): why it failed
 *
 * How a look went; for whoever runs it.
 */
void
cor_store_tell_rate_source_async (CorStore           *store,
                                  gint64              asked_at,
                                  gboolean            has_history,
                                  const char         *error_text,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  CorRateSourceData *source = g_new0 (CorRateSourceData, 1);

  source->asked_at = asked_at;
  source->has_history = has_history;
  source->error = g_strdup (error_text);
  cor_store_run_async (store, COR_STORE_SYNC, tell_job, source, (GDestroyNotify) cor_rate_source_data_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_tell_rate_source_finish (CorStore     *store,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
