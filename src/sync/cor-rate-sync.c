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
  GObject parent_instance;

  CorStore          *store;       /* owned */
  GCancellable      *cancellable; /* owned; of the look that runs, NULL when none does */
  GTask             *once;        /* owned: of run */
  CorRateSourceData *source;      /* owned; of the look that runs */
  CorRateService     service;     /* that is being asked */
  GError            *reason;      /* owned; why it failed, while that is written down */
  guint              timer;
  gboolean           is_started, is_forced, wants_look;
  gboolean           has_carried; /* the month ends are in the store: seen once */
};

G_DEFINE_FINAL_TYPE (CorRateSync, cor_rate_sync, G_TYPE_OBJECT)

static void look (CorRateSync *self);

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
end_look (CorRateSync *self,
          GError      *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->once);

  if (error != NULL)
    g_debug ("%s", error->message);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->source, cor_rate_source_data_free);
  self->is_forced = FALSE;
  if (task != NULL && error != NULL)
    g_task_return_error (task, error);
  else if (task != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_clear_error (&error);
  if (self->wants_look && self->is_started)
    look (self);
}

/* Returns whether the step's answer is still waited for; ends the look where it is not, or where it failed. */
static gboolean
goes_on (CorRateSync *self,
         GError      *error)
{
  if (error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &error);
  if (error == NULL)
    return TRUE;
  end_look (self, error);
  return FALSE;
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
  if (self->is_forced)
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
  end_look (self, error);
}

/* The reason goes to the one who asked, and is kept for who looks later. */
static void
on_failure_told (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;

  cor_store_tell_rate_source_finish (COR_STORE (source), result, NULL);
  end_look (self, g_steal_pointer (&self->reason));
}

static void
tell_failure (CorRateSync *self,
              GError      *error)
{
  self->reason = error;
  cor_store_tell_rate_source_async (self->store, get_now (), self->source->has_history, error->message, NULL, on_failure_told, g_object_ref (self));
}

static void
on_put (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;
  GError *error = NULL;

  cor_store_put_rates_finish (COR_STORE (source), result, NULL, &error);
  if (goes_on (self, error))
    cor_store_tell_rate_source_async (self->store, get_now (), TRUE, NULL, NULL, on_told, g_object_ref (self));
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
    cor_store_put_rates_async (self->store, sheet, sheet->is_simulated ? COR_RATES_SIMULATED : origin, NULL, on_put, g_object_ref (self));
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
    cor_rate_service_fetch_async (http, self->service, &from, &today, NULL, self->cancellable, on_fetched, g_object_ref (self));
}

static void
on_source (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;
  GError *error = NULL;

  self->source = cor_store_load_rate_source_finish (COR_STORE (source), result, &error);
  if (!goes_on (self, error))
    return;
  self->service = g_strcmp0 (self->source->service, COR_RATE_SOURCE_ECB) == 0 ? COR_RATE_SERVICE_ECB : COR_RATE_SERVICE_FRANKFURTER;
  if (is_due (self))
    fetch (self);
  else
    end_look (self, NULL);
}

static void
on_carried (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorRateSync) self = user_data;
  GError *error = NULL;

  self->has_carried = cor_store_carry_rates_finish (COR_STORE (source), result, &error);
  if (goes_on (self, error))
    cor_store_load_rate_source_async (self->store, self->cancellable, on_source, g_object_ref (self));
}

static void
look (CorRateSync *self)
{
  self->wants_look = self->cancellable != NULL;
  if (self->wants_look)
    return;
  self->cancellable = g_cancellable_new ();
  /* once: every reply that is queued wakes us, and the writer has better things to do */
  if (self->has_carried)
    cor_store_load_rate_source_async (self->store, self->cancellable, on_source, g_object_ref (self));
  else
    cor_store_carry_rates_async (self->store, NULL, on_carried, g_object_ref (self));
}

static gboolean
on_timer (gpointer user_data)
{
  look (COR_RATE_SYNC (user_data));
  return G_SOURCE_CONTINUE;
}

static void
cor_rate_sync_dispose (GObject *object)
{
  CorRateSync *self = COR_RATE_SYNC (object);

  cor_rate_sync_stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_rate_sync_parent_class)->dispose (object);
}

static void
cor_rate_sync_class_init (CorRateSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_rate_sync_dispose;
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
CorRateSync *
cor_rate_sync_new (CorStore *store)
{
  CorRateSync *self = g_object_new (COR_TYPE_RATE_SYNC, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
cor_rate_sync_start (CorRateSync *self)
{
  if (self->is_started)
    return;
  self->is_started = TRUE;
  self->timer = g_timeout_add_seconds (LOOK_EVERY_SECONDS, on_timer, self);
  look (self);
}

void
cor_rate_sync_stop (CorRateSync *self)
{
  self->is_started = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
cor_rate_sync_wake (CorRateSync *self)
{
  if (self->is_started)
    look (self);
}

void
cor_rate_sync_run_async (CorRateSync        *self,
                         gboolean            is_forced,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_rate_sync_run_async);
  if (self->cancellable != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "A look at the rates is running");
      return;
    }
  self->once = g_steal_pointer (&task);
  self->is_forced = is_forced;
  look (self);
}

/**
 * cor_rate_sync_run_finish:
 * @error: COR_SERVICE_ERROR, COR_MONEY_ERROR for a rate that is none, COR_STORE_ERROR
 *
 * Returns: whether what was due is here
 */
gboolean
cor_rate_sync_run_finish (CorRateSync  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
