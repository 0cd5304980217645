/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ctl.h"
#include "cor-store-accounts.h"
#include "cor-store-intents.h"
#include "cor-store-threads.h"

G_BEGIN_DECLS

/* What several commands ask the store, awaited. Every one opens the store when that is not done. */

GPtrArray     *cor_ctl_ask_accounts (CorCtl *ctl, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *cor_ctl_ask_outbox (CorCtl *ctl, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *cor_ctl_ask_threads (CorCtl *ctl, GArray *ids, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorThreadData *cor_ctl_ask_thread (CorCtl *ctl, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorIntentData *cor_ctl_ask_intent (CorCtl *ctl, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
