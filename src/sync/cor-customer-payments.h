/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-payments.h"

G_BEGIN_DECLS

/* By what the ledger knows a customer; never by the name alone (ledger.md). */
#define COR_CUSTOMER_EMAIL "email"
#define COR_CUSTOMER_PHONE "phone"
#define COR_CUSTOMER_IDENTIFIER "identifier"

/* Fetches the newest payments of a customer from the ledger into the store. */

void   cor_customer_payments_fetch_async (CorStore *store, const char *by, const char *value, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char **cor_customer_payments_fetch_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
