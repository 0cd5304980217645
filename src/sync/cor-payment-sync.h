/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-background-sync.h"

G_BEGIN_DECLS

/* CorPaymentSync: asks about the payments that somebody wished to know of, one after another. Main thread. */
#define COR_TYPE_PAYMENT_SYNC (cor_payment_sync_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentSync, cor_payment_sync, COR, PAYMENT_SYNC, CorBackgroundSync)

CorBackgroundSync *cor_payment_sync_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
