/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* Settings of an account (cor_store_set_setting_async()): what the agent set, for readers of all languages or, with
 * its tag behind the prefix, of one; and what the desk has of her own. */
#define COR_SETTING_SIGNATURE "signature"
#define COR_SETTING_SIGNATURE_PREFIX "signature-"
#define COR_SETTING_DESK_SIGNATURE "desk-signature"

void  cor_store_load_signature_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *cor_store_load_signature_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
