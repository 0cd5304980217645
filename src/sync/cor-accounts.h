/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-records.h"
#include "cor-store-accounts.h"

G_BEGIN_DECLS

/* What somebody typed to connect a desk. */
typedef struct
{
  const char *kind;       /* NULL: the first of cor_accounts_list_kinds() */
  const char *address;    /* as typed: a server, or an address inside its web interface */
  const char *account_id; /* NULL: from the address, or the token's only account; of several none */
  const char *token;
  const char *ca_file; /* NULL: the system's authorities */
} CorAccountForm;

/* An account found good at its service, ready to be added. */
typedef struct
{
  CorAccountData   *account;
  CorProfileRecord *profile;
  char             *token;
} CorCheckedAccount;

void cor_checked_account_free (CorCheckedAccount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCheckedAccount, cor_checked_account_free)

const char *const *cor_accounts_list_kinds (void);

const CorDeskAccountRecord *cor_accounts_choose (GPtrArray *accounts, const char *account_id, GError **error);

/* Asks the server whether address and token are good; nothing is kept. Errors: COR_SERVICE_ERROR. */
void               cor_accounts_check_async (const CorAccountForm *form, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorCheckedAccount *cor_accounts_check_finish (GAsyncResult *result, GError **error);

/* Keeps the token in the Secret Service and the account in the store; returns its local id or 0. */
void   cor_accounts_add_async (CorStore *store, CorCheckedAccount *checked, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cor_accounts_add_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Forgets the token and removes everything of the account here; the service is not touched. */
void     cor_accounts_remove_async (CorStore *store, gint64 account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_accounts_remove_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
