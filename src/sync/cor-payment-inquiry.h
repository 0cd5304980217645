/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-payments.h"

G_BEGIN_DECLS

/* Asks the services about a payment, keeps what they say in the store, and gives what may be shown of it. */

void            cor_payment_inquiry_async (CorStore *store, const char *reference, const char *corridor, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorPaymentView *cor_payment_inquiry_finish (CorStore *store, GAsyncResult *result, GError **problem, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
