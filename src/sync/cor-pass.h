/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"

G_BEGIN_DECLS

typedef enum
{
  COR_PASS_LISTS = 1 << 0,     /* inboxes, agents, teams, labels too */
  COR_PASS_RECONCILE = 1 << 1, /* and look for what is gone */
} CorPassFlags;

/* @done of @total conversations are here; total 0: not known. */
typedef void (*CorPassProgress) (guint done, guint total, gpointer user_data);

/* One pass over an account: everything that changed on the service since the last one is here after it
 * (chatwoot.md §14). What it read is kept when it fails; it goes on from there. */
void     cor_pass_run_async (CorDeskLink *link, CorPassFlags flags, CorPassProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_pass_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
