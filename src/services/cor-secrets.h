/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The environment variable that stands in for the Secret Service; what it holds is never stored. It is for desks. */
#define COR_SECRETS_ENVIRONMENT "CORRIDOR_TOKEN"

/* What other services' secrets are called, in place of an account's id. */
#define COR_SECRETS_LEDGER "ledger"
#define COR_SECRETS_GPI "gpi"
#define COR_SECRETS_WISE "wise"
#define COR_SECRETS_TRANSLATION "translation"

const char *cor_secrets_get_variable (const char *account_id);

/* Tokens in the session's Secret Service, one for an account (origin, remote account id). */

void     cor_secrets_store_async (const char         *origin,
                                  const char         *account_id,
                                  const char         *token,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean cor_secrets_store_finish (GAsyncResult *result,
                                   GError      **error);

void  cor_secrets_lookup_async (const char         *origin,
                                const char         *account_id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
char *cor_secrets_lookup_finish (GAsyncResult *result,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void     cor_secrets_clear_async (const char         *origin,
                                  const char         *account_id,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean cor_secrets_clear_finish (GAsyncResult *result,
                                   GError      **error);

G_END_DECLS
