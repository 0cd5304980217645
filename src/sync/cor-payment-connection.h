/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http.h"
#include "cor-store-payment-services.h"

G_BEGIN_DECLS

/* To a service that is asked about payments, with its token. */

void     cor_payment_connection_open_async (const CorPaymentServiceData *where, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorHttp *cor_payment_connection_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const CorPaymentServiceData *cor_payment_connection_find (const GPtrArray *services, const char *kind);

G_END_DECLS
