/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-fee-schedule.h"
#include "cor-store-packs.h"

G_BEGIN_DECLS

/* Takes one version in. Nothing of an earlier one changes: an old payment is explained by it. */
void     cor_store_put_fees_async (CorStore *store, CorFeeSchedule *schedule, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_put_fees_finish (CorStore *store, GAsyncResult *result, GError **error);

/* The same for one that a pack brings. */
void cor_store_install_fees_async (CorStore *store, const CorPackData *pack, CorFeeSchedule *schedule, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* All versions of all schedules. */
void       cor_store_list_fees_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_fees_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
