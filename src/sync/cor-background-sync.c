/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-background-sync"

#include "config.h"

#include "cor-background-sync.h"

typedef struct
{
  CorStore     *store;       /* owned */
  GCancellable *cancellable; /* owned; of the look that runs, NULL when none does */
  GTask        *once;        /* owned: of run */
  guint         timer;
  gboolean      is_started, wants_look;
} CorBackgroundSyncPrivate;

enum
{
  PROP_STORE = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CorBackgroundSync, cor_background_sync, G_TYPE_OBJECT)

static CorBackgroundSyncPrivate *
get_private (CorBackgroundSync *self)
{
  return cor_background_sync_get_instance_private (self);
}

static void
look (CorBackgroundSync *self)
{
  CorBackgroundSyncPrivate *priv = get_private (self);

  priv->wants_look = priv->cancellable != NULL;
  if (priv->wants_look)
    return;
  priv->cancellable = g_cancellable_new ();
  COR_BACKGROUND_SYNC_GET_CLASS (self)->look (self);
}

static gboolean
on_timer (gpointer user_data)
{
  look (COR_BACKGROUND_SYNC (user_data));
  return G_SOURCE_CONTINUE;
}

static void
cor_background_sync_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (property_id == PROP_STORE)
    get_private (COR_BACKGROUND_SYNC (object))->store = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
cor_background_sync_dispose (GObject *object)
{
  CorBackgroundSync *self = COR_BACKGROUND_SYNC (object);

  cor_background_sync_stop (self);
  g_clear_object (&get_private (self)->store);

  G_OBJECT_CLASS (cor_background_sync_parent_class)->dispose (object);
}

static void
cor_background_sync_class_init (CorBackgroundSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = cor_background_sync_set_property;
  object_class->dispose = cor_background_sync_dispose;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, COR_TYPE_STORE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cor_background_sync_init (CorBackgroundSync *self)
{
}

void
cor_background_sync_start (CorBackgroundSync *self)
{
  CorBackgroundSyncPrivate *priv = get_private (self);
  guint                     seconds = COR_BACKGROUND_SYNC_GET_CLASS (self)->look_every_seconds;

  if (priv->is_started)
    return;
  priv->is_started = TRUE;
  if (seconds > 0)
    priv->timer = g_timeout_add_seconds (seconds, on_timer, self);
  look (self);
}

void
cor_background_sync_stop (CorBackgroundSync *self)
{
  CorBackgroundSyncPrivate *priv = get_private (self);

  priv->is_started = FALSE;
  g_clear_handle_id (&priv->timer, g_source_remove);
  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
}

void
cor_background_sync_wake (CorBackgroundSync *self)
{
  if (get_private (self)->is_started)
    look (self);
}

void
cor_background_sync_run_async (CorBackgroundSync  *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  CorBackgroundSyncPrivate *priv = get_private (self);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_background_sync_run_async);
  if (priv->cancellable != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "A look is running");
      return;
    }
  priv->once = g_steal_pointer (&task);
  look (self);
}

/**
 * cor_background_sync_run_finish:
 * @error: of the first thing that could not be had (COR_SERVICE_ERROR, COR_STORE_ERROR, …), or G_IO_ERROR
 *
 * Returns: whether all that was wanted is here, or told in the store why not
 */
gboolean
cor_background_sync_run_finish (CorBackgroundSync *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cor_background_sync_get_store:
 *
 * Returns: (transfer none)
 */
CorStore *
cor_background_sync_get_store (gpointer sync)
{
  return get_private (COR_BACKGROUND_SYNC (sync))->store;
}

/**
 * cor_background_sync_get_cancellable:
 *
 * Returns: (transfer none): of the look that runs
 */
GCancellable *
cor_background_sync_get_cancellable (gpointer sync)
{
  return get_private (COR_BACKGROUND_SYNC (sync))->cancellable;
}

/**
 * cor_background_sync_is_asked:
 *
 * Returns: whether somebody waits for the look that runs, due or not
 */
gboolean
cor_background_sync_is_asked (gpointer sync)
{
  return get_private (COR_BACKGROUND_SYNC (sync))->once != NULL;
}

/**
 * cor_background_sync_goes_on:
 * @error: (transfer full) (nullable): of the step that ended
 *
 * Returns: whether the answer is still waited for; the look is ended where it is not, or where the step failed
 */
gboolean
cor_background_sync_goes_on (gpointer sync,
                             GError  *error)
{
  if (error == NULL)
    g_cancellable_set_error_if_cancelled (cor_background_sync_get_cancellable (sync), &error);
  if (error == NULL)
    return TRUE;
  cor_background_sync_end (sync, error);
  return FALSE;
}

/**
 * cor_background_sync_end:
 * @error: (transfer full) (nullable): goes to who asked for the look
 *
 * Ends the look that runs, and begins the one that was wanted meanwhile.
 */
void
cor_background_sync_end (gpointer sync,
                         GError  *error)
{
  CorBackgroundSync        *self = COR_BACKGROUND_SYNC (sync);
  CorBackgroundSyncPrivate *priv = get_private (self);
  CorBackgroundSyncClass   *klass = COR_BACKGROUND_SYNC_GET_CLASS (self);
  g_autoptr (GTask) task = g_steal_pointer (&priv->once);

  if (error != NULL)
    g_debug ("%s: %s", G_OBJECT_TYPE_NAME (self), error->message);
  g_clear_object (&priv->cancellable);
  if (klass->clear != NULL)
    klass->clear (self);
  if (task != NULL && error != NULL)
    g_task_return_error (task, error);
  else if (task != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_clear_error (&error);
  if (priv->wants_look && priv->is_started)
    look (self);
}
