/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* CorPaymentSync: asks about the payments that somebody wished to know of, one after another. Main thread. */
#define COR_TYPE_PAYMENT_SYNC (cor_payment_sync_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentSync, cor_payment_sync, COR, PAYMENT_SYNC, GObject)

CorPaymentSync *cor_payment_sync_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;

void cor_payment_sync_start (CorPaymentSync *self);
void cor_payment_sync_stop (CorPaymentSync *self);

/* Looks whether something was wished for. */
void cor_payment_sync_wake (CorPaymentSync *self);

G_END_DECLS
