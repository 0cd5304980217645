/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/*
 * CorPackSync: keeps the packs of a profile: those that came with the program, and those at HTTPS addresses that
 * were added. No account is needed. One look at a time; how it went is told in the store (CorPackData).
 */
#define COR_TYPE_PACK_SYNC (cor_pack_sync_get_type ())
G_DECLARE_FINAL_TYPE (CorPackSync, cor_pack_sync, COR, PACK_SYNC, GObject)

CorPackSync *cor_pack_sync_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* Looks now, and again on its schedule, until it is stopped. */
void cor_pack_sync_start (CorPackSync *self);
void cor_pack_sync_stop (CorPackSync *self);

/* Looks for what was added since. */
void cor_pack_sync_wake (CorPackSync *self);

/* One look at every pack, whenever it was looked at last. */
void     cor_pack_sync_run_async (CorPackSync *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_pack_sync_run_finish (CorPackSync *self, GAsyncResult *result, GError **error);

G_END_DECLS
