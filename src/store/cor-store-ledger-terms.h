/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ledger-terms.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* What the ledger said of itself, and when each of it was asked last; 0: never. */
typedef struct
{
  CorLedgerParts parts;
  gint64         about_at; /* seconds since the epoch */
  char          *about_etag;
  gint64         policy_at;
  char          *policy_etag;
} CorLedgerTerms;

void cor_ledger_terms_free (CorLedgerTerms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorLedgerTerms, cor_ledger_terms_free)

void            cor_store_load_ledger_terms_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorLedgerTerms *cor_store_load_ledger_terms_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
