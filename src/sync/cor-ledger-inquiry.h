/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-ledger-terms.h"
#include "cor-store-payment-services.h"

G_BEGIN_DECLS

/* What the ledger has and what the company decided; asked once, and again when a day has gone. */

void           cor_ledger_inquiry_async (CorStore *store, const CorPaymentServiceData *ledger, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorLedgerParts cor_ledger_inquiry_finish (CorStore *store, GAsyncResult *result, GError **problem);

G_END_DECLS
