/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-background-sync.h"

G_BEGIN_DECLS

/*
 * CorRateSync: keeps the reference rates of a profile: the month ends that the program carries at once, the history
 * since 1999 once, then each day's when they are out. One look at a time; how it went is told in the store
 * (CorRateSourceData).
 */
#define COR_TYPE_RATE_SYNC (cor_rate_sync_get_type ())
G_DECLARE_FINAL_TYPE (CorRateSync, cor_rate_sync, COR, RATE_SYNC, CorBackgroundSync)

CorBackgroundSync *cor_rate_sync_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
