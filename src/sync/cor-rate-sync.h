/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/*
 * CorRateSync: keeps the reference rates of a profile: the month ends that the program carries at once, the history
 * since 1999 once, then each day's when they are out. One look at a time; how it went is told in the store
 * (CorRateSourceData).
 */
#define COR_TYPE_RATE_SYNC (cor_rate_sync_get_type ())
G_DECLARE_FINAL_TYPE (CorRateSync, cor_rate_sync, COR, RATE_SYNC, GObject)

CorRateSync *cor_rate_sync_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* Looks now, and again on its schedule, until it is stopped. */
void cor_rate_sync_start (CorRateSync *self);
void cor_rate_sync_stop (CorRateSync *self);

/* Looks whether something has become due, such as another source. */
void cor_rate_sync_wake (CorRateSync *self);

/* One look; asks even when nothing new can be out where @is_forced. */
void     cor_rate_sync_run_async (CorRateSync *self, gboolean is_forced, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_rate_sync_run_finish (CorRateSync *self, GAsyncResult *result, GError **error);

G_END_DECLS
