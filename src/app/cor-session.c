/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-session"

#include "config.h"

#include "cor-session.h"

/*
 * CorSession: what the panes of a window share: the store of the profile, the engine that keeps it
 * like the services, the settings and the time. The application owns it.
 *
 * Signal "minute": a minute of the clock began; what shows times is to be shown anew.
 *
 * Main thread only.
 */
struct _CorSession
{
  GObject parent_instance;

  CorStore          *store;        /* owned */
  CorSyncEngine     *engine;       /* owned, NULL in tests and benches */
  CorAccountList    *accounts;     /* owned */
  CorViewList       *views;        /* owned */
  CorPaymentCase    *payment_case; /* owned: of the open conversation */
  CorPaymentWatches *watches;      /* owned */
  GSettings         *settings;     /* owned, NULL where the schema is not installed */
  GTimeZone         *time_zone;
  gint64             fixed_now; /* 0: the clock's */
  guint              minute_source;
};

G_DEFINE_FINAL_TYPE (CorSession, cor_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_STORE = 1,
  PROP_ENGINE,
  PROP_NOW
} CorSessionProperty;

static GParamSpec *properties[PROP_NOW + 1];

enum
{
  MINUTE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
on_minute (gpointer user_data)
{
  CorSession *self = user_data;

  self->minute_source = g_timeout_add_seconds (60 - (guint) (cor_session_get_now (self) % 60), on_minute, self);
  cor_view_list_set_now (self->views, cor_session_get_now (self));
  g_signal_emit (self, signals[MINUTE], 0);
  return G_SOURCE_REMOVE;
}

/* Not installed: the window works, it only forgets its size. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "org.corridordesk.Corridor", TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
cor_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CorSession *self = COR_SESSION (object);

  switch ((CorSessionProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_ENGINE:
      self->engine = g_value_dup_object (value);
      break;
    case PROP_NOW:
      self->fixed_now = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_session_constructed (GObject *object)
{
  CorSession *self = COR_SESSION (object);

  G_OBJECT_CLASS (cor_session_parent_class)->constructed (object);

  self->accounts = cor_account_list_new (self->store);
  self->views = cor_view_list_new (self->store, cor_session_get_now (self));
  self->payment_case = cor_payment_case_new (self->store, self->fixed_now);
  self->watches = cor_payment_watches_new (self->store, self->fixed_now);
}

static void
cor_session_dispose (GObject *object)
{
  CorSession *self = COR_SESSION (object);

  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_object (&self->accounts);
  g_clear_object (&self->payment_case);
  g_clear_object (&self->watches);
  g_clear_object (&self->views);
  g_clear_object (&self->engine);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cor_session_parent_class)->dispose (object);
}

static void
cor_session_finalize (GObject *object)
{
  g_clear_pointer (&COR_SESSION (object)->time_zone, g_time_zone_unref);

  G_OBJECT_CLASS (cor_session_parent_class)->finalize (object);
}

static void
cor_session_class_init (CorSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = cor_session_set_property;
  object_class->constructed = cor_session_constructed;
  object_class->dispose = cor_session_dispose;
  object_class->finalize = cor_session_finalize;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, COR_TYPE_STORE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, COR_TYPE_SYNC_ENGINE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[MINUTE] = g_signal_new ("minute", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_session_init (CorSession *self)
{
  self->time_zone = g_time_zone_new_local ();
  self->settings = open_settings ();
  self->minute_source = g_timeout_add_seconds (60 - (guint) (cor_session_get_now (self) % 60), on_minute, self);
}

/**
 * cor_session_new:
 * @store: of the profile
 * @engine: (nullable): of the same profile; started by the caller
 * @now: 0, or for tests the time at which the session stands still, seconds since the epoch
 *
 * Returns: (transfer full): a session
 */
CorSession *
cor_session_new (CorStore *store, CorSyncEngine *engine, gint64 now)
{
  g_return_val_if_fail (COR_IS_STORE (store), NULL);

  return g_object_new (COR_TYPE_SESSION, "store", store, "engine", engine, "now", now, NULL);
}

/**
 * cor_session_get_store:
 *
 * Returns: (transfer none): the store
 */
CorStore *
cor_session_get_store (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->store;
}

/**
 * cor_session_get_engine:
 *
 * Returns: (transfer none) (nullable): the engine; %NULL where nothing is synchronised
 */
CorSyncEngine *
cor_session_get_engine (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->engine;
}

/**
 * cor_session_get_accounts:
 *
 * Returns: (transfer none): the accounts, one list for the whole window
 */
CorAccountList *
cor_session_get_accounts (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->accounts;
}

/**
 * cor_session_get_views:
 *
 * Returns: (transfer none): the views with their counts, one list for the whole window
 */
CorViewList *
cor_session_get_views (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->views;
}

/**
 * cor_session_get_settings:
 *
 * Returns: (transfer none) (nullable): what the window remembers; %NULL where the schema is missing
 */
GSettings *
cor_session_get_settings (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->settings;
}

/**
 * cor_session_get_now:
 *
 * Returns: the present, seconds since the epoch
 */
gint64
cor_session_get_now (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), 0);

  return self->fixed_now != 0 ? self->fixed_now : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * cor_session_get_time_zone:
 *
 * Returns: (transfer none): the agent's own zone
 */
GTimeZone *
cor_session_get_time_zone (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->time_zone;
}

/**
 * cor_session_get_payment_case:
 *
 * Returns: (transfer none): the payment that the open conversation is about
 */
CorPaymentCase *
cor_session_get_payment_case (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->payment_case;
}

/**
 * cor_session_new_payment_case:
 *
 * Returns: (transfer full): one more, for what is not about the open conversation alone
 */
CorPaymentCase *
cor_session_new_payment_case (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return cor_payment_case_new (self->store, self->fixed_now);
}

/**
 * cor_session_new_payment_list:
 *
 * Returns: (transfer full): the payments that this desk knows of
 */
CorPaymentList *
cor_session_new_payment_list (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return cor_payment_list_new (self->store, self->fixed_now);
}

/**
 * cor_session_get_payment_watches:
 *
 * Returns: (transfer none): the payments that the agent watches
 */
CorPaymentWatches *
cor_session_get_payment_watches (CorSession *self)
{
  g_return_val_if_fail (COR_IS_SESSION (self), NULL);

  return self->watches;
}
