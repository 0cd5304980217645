/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"
#include "cor-store-intents.h"

G_BEGIN_DECLS

/*
 * One intent's way to the service, as far as it goes now: looked at, sent, looked for. Every step is
 * on disk before the next one begins, so a process may be killed anywhere.
 *
 * It fails only with what concerns the whole account: COR_SERVICE_ERROR_OFFLINE, _UNAUTHORISED, _TLS.
 * Everything else is settled in the intent.
 */
void     cor_dispatch_run_async (CorDeskLink *link, CorIntentData *intent, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_dispatch_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
