/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/*
 * CorBackgroundSync: looks whether the store wants something of a service, and fetches it: packs, rates, translations,
 * payments. One look at a time; a wish that comes while one runs is served by another look after it. A look keeps its
 * object alive. Main thread.
 */
#define COR_TYPE_BACKGROUND_SYNC (cor_background_sync_get_type ())
G_DECLARE_DERIVABLE_TYPE (CorBackgroundSync, cor_background_sync, COR, BACKGROUND_SYNC, GObject)

struct _CorBackgroundSyncClass
{
  GObjectClass parent_class;

  guint look_every_seconds; /* 0: only when it is woken */

  /* Begins a look; cor_background_sync_end() or a goes_on that is FALSE ends it. */
  void (*look) (CorBackgroundSync *self);

  /* NULL, or: lets go of what belongs to the look that ended. */
  void (*clear) (CorBackgroundSync *self);
};

/* Looks now, and again on its schedule, until it is stopped. */
void cor_background_sync_start (CorBackgroundSync *self);
void cor_background_sync_stop (CorBackgroundSync *self);

/* Looks whether something is wanted since; nothing where it was not started. */
void cor_background_sync_wake (CorBackgroundSync *self);

/* One look, because somebody asked for it: whether something is due is not the question. G_IO_ERROR_BUSY while one runs. */
void     cor_background_sync_run_async (CorBackgroundSync *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_background_sync_run_finish (CorBackgroundSync *self, GAsyncResult *result, GError **error);

/* For those that derive from it; @sync is a CorBackgroundSync, untyped as in g_object_ref(). */
CorStore     *cor_background_sync_get_store (gpointer sync);
GCancellable *cor_background_sync_get_cancellable (gpointer sync);
gboolean      cor_background_sync_is_asked (gpointer sync);
gboolean      cor_background_sync_goes_on (gpointer sync, GError *error);
void          cor_background_sync_end (gpointer sync, GError *error);

G_END_DECLS
