/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"
#include "cor-store-accounts.h"

G_BEGIN_DECLS

/* Settings, token, service: everything it takes to begin. Also takes over what the last engine of the
 * account left behind in the middle of a step. */
void         cor_account_sign_in_async (CorStore *store, CorAccountData *account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorDeskLink *cor_account_sign_in_finish (GAsyncResult *result, GError **error);

G_END_DECLS
