/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-accounts.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How an account's synchronisation stands, in words. */

const char *cor_ctl_status_get_name (CorSyncState state);
char       *cor_ctl_status_dup_sentence (const CorAccountData *account) G_GNUC_WARN_UNUSED_RESULT;
void        cor_ctl_status_add_json (JsonBuilder *builder, const CorAccountData *account);

G_END_DECLS
