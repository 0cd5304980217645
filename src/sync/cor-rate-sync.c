/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-rate-sync"

#include "config.h"

#include "cor-rate-sync.h"

#include "cor-rate-service.h"
#include "cor-reference.h"
#include "cor-store-rate-source.h"
#include "cor-store-rates.h"
#include "cor-target-calendar.h"

/* A look costs nothing while nothing can be new. */
#define LOOK_EVERY_SECONDS (10 * 60)

/* One that failed. */
#define LOOK_AGAIN_SECONDS (5 * 60)

/* The first day that was ever published. */
#define FIRST_DAY 4, G_DATE_JANUARY, 1999

struct _CorRateSync
{
  CorBackgroundSync parent_instance;

  CorRateSourceData *source;      /* owned; of the look that runs */
  CorRateService     service;     /* that is being asked */
  GError            *reason;      /* owned; why it failed, while that is written down */
  gboolean           has_carried; /* the month ends are in the store: seen once */
};

G_DEFINE_FINAL_TYPE (CorRateSync, cor_rate_sync, COR_TYPE_BACKGROUND_SYNC)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Julian of the newest day whose rates are out by now. */
static guint32
get_newest_published (gint64 now)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_time_t (&day, (time_t) now);
  while (!cor_target_is_open (&day) || cor_reference_get_published_at (&day) > now)
    g_date_subtract_days (&day, 1);
  return g_date_get_julian (&day);
}

static gboolean
is_due (CorRateSync *self)
{
  const CorRateSourceData *source = self->source;
  gint64                   now = get_now ();

  if (g_strcmp0 (source->service, COR_RATE_SOURCE_NONE) == 0 || (source->service == NULL && !source->is_wanted))
    return FALSE;
  if (cor_background_sync_is_asked (self))
    return TRUE;
  if (source->error != NULL && now - source->asked_at < LOOK_AGAIN_SECONDS)
    return FALSE;
  return !source->has_history || source->newest < get_newest_published (now);
}

static void
on_told (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;
  GError *error = NULL;

  cor_store_tell_rate_source_finish (COR_STORE (source), result, &error);
  cor_background_sync_end (self, error);
}

/* The reason goes to the one who asked, and is kept for who looks later. */
static void
on_failure_told (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;

  cor_store_tell_rate_source_finish (COR_STORE (source), result, NULL);
  cor_background_sync_end (self, g_steal_pointer (&self->reason));
}

static void
tell_failure (CorRateSync *self,
              GError      *error)
{
  self->reason = error;
  cor_store_tell_rate_source_async (cor_background_sync_get_store (self), get_now (), self->source->has_history, error->message, NULL, on_failure_told, g_object_ref (self));
}

static void
on_put (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;
  GError *error = NULL;

  cor_store_put_rates_finish (COR_STORE (source), result, NULL, &error);
  if (cor_background_sync_goes_on (self, error))
    cor_store_tell_rate_source_async (cor_background_sync_get_store (self), get_now (), TRUE, NULL, NULL, on_told, g_object_ref (self));
}

static void fetch (CorRateSync *self);

/* Where nobody chose a server, the bank's own files are the second way. */
static gboolean
has_second_way (CorRateSync *self,
                GError      *error)
{
  return self->service == COR_RATE_SERVICE_FRANKFURTER && self->source->url == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_fetched (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;
  GError       *error = NULL;
  CorRateSheet *sheet = cor_rate_service_fetch_finish (COR_HTTP (source), result, NULL, &error);
  const char   *origin = self->service == COR_RATE_SERVICE_ECB ? COR_RATES_ECB_FILE : COR_RATES_FRANKFURTER;

  if (sheet != NULL)
    cor_store_put_rates_async (cor_background_sync_get_store (self), sheet, sheet->is_simulated ? COR_RATES_SIMULATED : origin, NULL, on_put, g_object_ref (self));
  else if (has_second_way (self, error))
    {
      g_debug ("Frankfurter: %s", error->message);
      g_error_free (error);
      self->service = COR_RATE_SERVICE_ECB;
      fetch (self);
    }
  else
    tell_failure (self, error);
}

static const char *
get_url (CorRateSync *self)
{
  if (self->source->url != NULL)
    return self->source->url;
  return self->service == COR_RATE_SERVICE_ECB ? COR_RATE_SERVICE_ECB_URL : COR_RATE_SERVICE_FRANKFURTER_URL;
}

static void
fetch (CorRateSync *self)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (CorHttp) http = NULL;
  GError *error = NULL;
  GDate   from;
  GDate   today;

  g_date_clear (&from, 1);
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, (time_t) get_now ());
  /* the last day again: it may have been put right since */
  if (self->source->has_history && self->source->newest > 0)
    g_date_set_julian (&from, self->source->newest);
  else
    g_date_set_dmy (&from, FIRST_DAY);

  uri = g_uri_parse (get_url (self), G_URI_FLAGS_ENCODED, &error);
  http = uri != NULL ? cor_http_new (uri, self->source->ca_file, &error) : NULL;
  if (http == NULL)
    tell_failure (self, error);
  else
    cor_rate_service_fetch_async (http, self->service, &from, &today, NULL, cor_background_sync_get_cancellable (self), on_fetched, g_object_ref (self));
}

static void
on_source (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;
  GError *error = NULL;

  self->source = cor_store_load_rate_source_finish (COR_STORE (source), result, &error);
  if (!cor_background_sync_goes_on (self, error))
    return;
  self->service = g_strcmp0 (self->source->service, COR_RATE_SOURCE_ECB) == 0 ? COR_RATE_SERVICE_ECB : COR_RATE_SERVICE_FRANKFURTER;
  if (is_due (self))
    fetch (self);
  else
    cor_background_sync_end (self, NULL);
}

static void
on_carried (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;
  GError *error = NULL;

  self->has_carried = cor_store_carry_rates_finish (COR_STORE (source), result, &error);
  if (cor_background_sync_goes_on (self, error))
    cor_store_load_rate_source_async (cor_background_sync_get_store (self), cor_background_sync_get_cancellable (self), on_source, g_object_ref (self));
}

static void
cor_rate_sync_look (CorBackgroundSync *sync)
{
  CorRateSync *self = COR_RATE_SYNC (sync);

  /* once: every reply that is queued wakes us, and the writer has better things to do */
  if (self->has_carried)
    cor_store_load_rate_source_async (cor_background_sync_get_store (self), cor_background_sync_get_cancellable (self), on_source, g_object_ref (self));
  else
    cor_store_carry_rates_async (cor_background_sync_get_store (self), NULL, on_carried, g_object_ref (self));
}

static void
cor_rate_sync_clear (CorBackgroundSync *sync)
{
  g_clear_pointer (&COR_RATE_SYNC (sync)->source, cor_rate_source_data_free);
}

static void
cor_rate_sync_class_init (CorRateSyncClass *klass)
{
  CorBackgroundSyncClass *sync_class = COR_BACKGROUND_SYNC_CLASS (klass);

  sync_class->look = cor_rate_sync_look;
  sync_class->clear = cor_rate_sync_clear;
  sync_class->look_every_seconds = LOOK_EVERY_SECONDS;
}

static void
cor_rate_sync_init (CorRateSync *self)
{
}

/**
 * cor_rate_sync_new:
 *
 * Returns: (transfer full): it does nothing yet
 */
CorBackgroundSync *
cor_rate_sync_new (CorStore *store)
{
  return g_object_new (COR_TYPE_RATE_SYNC, "store", store, NULL);
}
