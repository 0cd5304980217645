/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* Reads what changed in the ledger (ledger.md, changes), so that what is known here need not be asked about one by one. */
void     cor_ledger_changes_read_async (CorStore           *store,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
gboolean cor_ledger_changes_read_finish (CorStore     *store,
                                         GAsyncResult *result,
                                         GError      **error);

G_END_DECLS
