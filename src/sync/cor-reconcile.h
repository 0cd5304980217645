/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"

G_BEGIN_DECLS

/* Finds what the service no longer has, or no longer shows to this agent, among the conversations
 * that are not resolved, and removes it here (chatwoot.md §14, reconciliation). */
void     cor_reconcile_async (CorDeskLink *link, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_reconcile_finish (GAsyncResult *result, GError **error);

G_END_DECLS
