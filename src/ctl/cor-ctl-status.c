/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-status.h"

#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-service-error.h"

#include <glib/gi18n-lib.h>

static const char *const names[] = {
  [COR_SYNC_IDLE] = "idle",
  [COR_SYNC_CONNECTING] = "connecting",
  [COR_SYNC_LOADING] = "loading",
  [COR_SYNC_OFFLINE] = "offline",
  [COR_SYNC_STOPPED] = "stopped",
  [COR_SYNC_OFF] = "off",
};

/**
 * cor_ctl_status_get_name:
 *
 * Returns: a stable word for --json
 */
const char *
cor_ctl_status_get_name (CorSyncState state)
{
  return (guint) state < G_N_ELEMENTS (names) ? names[state] : "off";
}

static char *
dup_reason (const CorAccountData *account)
{
  g_autoptr (GError) error = NULL;

  if (account->error_code < 0)
    return g_strdup (account->error_text != NULL ? account->error_text : "");
  error = cor_service_error_new ((CorServiceErrorCode) account->error_code, 0, 0, account->error_text != NULL ? account->error_text : "");
  return cor_ctl_error_dup_sentence (error);
}

/**
 * cor_ctl_status_dup_sentence:
 *
 * Returns: (transfer full): how it stands, for people
 */
char *
cor_ctl_status_dup_sentence (const CorAccountData *account)
{
  g_autofree char *reason = dup_reason (account);

  switch (account->sync)
    {
    case COR_SYNC_IDLE:
      return g_strdup (_ ("up to date"));
    case COR_SYNC_CONNECTING:
      return g_strdup (_ ("connecting"));
    case COR_SYNC_LOADING:
      if (account->total > 0)
        /* Translators: conversations loaded, of how many */
        return g_strdup_printf (_ ("loading: %u of %u"), account->done, account->total);
      return g_strdup (_ ("loading"));
    case COR_SYNC_OFFLINE:
      return g_strdup (_ ("offline"));
    case COR_SYNC_STOPPED:
      /* Translators: %s is a sentence that says why */
      return g_strdup_printf (_ ("stopped: %s"), reason);
    case COR_SYNC_OFF:
    default:
      return g_strdup (_ ("not synchronised now"));
    }
}

/**
 * cor_ctl_status_add_json:
 *
 * Adds the members that say how the account stands to the open object.
 */
void
cor_ctl_status_add_json (JsonBuilder          *builder,
                         const CorAccountData *account)
{
  cor_ctl_json_text (builder, "state", cor_ctl_status_get_name (account->sync));
  cor_ctl_json_time (builder, "since", account->sync_since);
  cor_ctl_json_time (builder, "last_pass_at", account->last_pass_at);
  cor_ctl_json_time (builder, "next_try_at", account->next_try_at);
  cor_ctl_json_int (builder, "done", account->done);
  cor_ctl_json_int (builder, "total", account->total);
  cor_ctl_json_text (builder, "error", cor_ctl_error_get_service_name (account->error_code));
  cor_ctl_json_text (builder, "error_text", account->error_text);
}
