/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-kinds"

#include "config.h"

#include "cor-chatwoot.h"
#include "cor-desk-kinds.h"
#include "cor-service-error.h"

static const char *const names[] = { COR_CHATWOOT_KIND, NULL };

/**
 * cor_desk_list_kinds:
 *
 * Returns: (transfer none): the names of the kinds, ending with %NULL; stored in accounts
 */
const char *const *
cor_desk_list_kinds (void)
{
  return names;
}

/**
 * cor_desk_new_for_kind:
 * @kind: one of cor_desk_list_kinds()
 * @url: the server's address, as cor_desk_parse_address() takes it
 * @account_id: (nullable): remote id; %NULL until it is known, the first sign-in chooses
 * @token: the agent's secret; kept in memory only
 * @ca_file: (nullable): a PEM file with the authorities to trust instead of the system's
 * @error: BAD_ADDRESS (also for a kind not known), NOT_HTTPS, TLS for a @ca_file that cannot be used
 *
 * Returns: (transfer full) (nullable): a desk, not connected yet
 */
CorDesk *
cor_desk_new_for_kind (const char *kind,
                       const char *url,
                       const char *account_id,
                       const char *token,
                       const char *ca_file,
                       GError    **error)
{
  if (g_strcmp0 (kind, COR_CHATWOOT_KIND) == 0)
    return cor_chatwoot_new (url, account_id, token, ca_file, error);

  g_set_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_ADDRESS, "There is no kind of service called “%s”", kind);
  return NULL;
}
