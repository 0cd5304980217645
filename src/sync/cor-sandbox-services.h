/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* Ledger, gpi tracker, Wise and reference rates at one address, as the sandbox has them. */

void     cor_sandbox_services_connect_async (CorStore *store, const char *origin, const char *ca_file, const char *token, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_sandbox_services_connect_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
