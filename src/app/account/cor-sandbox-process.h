/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

#include "cor-store-accounts.h"

G_BEGIN_DECLS

#define COR_TYPE_SANDBOX_PROCESS (cor_sandbox_process_get_type ())
G_DECLARE_FINAL_TYPE (CorSandboxProcess, cor_sandbox_process, COR, SANDBOX_PROCESS, GObject)

CorSandboxProcess *cor_sandbox_process_new (const char *profile_dir) G_GNUC_WARN_UNUSED_RESULT;
gboolean           cor_sandbox_process_serves (CorSandboxProcess *self, const CorAccountData *account);
void               cor_sandbox_process_start_async (CorSandboxProcess *self, const char *origin, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean           cor_sandbox_process_start_finish (CorSandboxProcess *self, GAsyncResult *result, GError **error);
const char        *cor_sandbox_process_get_url (CorSandboxProcess *self);
const char        *cor_sandbox_process_get_ca_file (CorSandboxProcess *self);
const char        *cor_sandbox_process_get_token (CorSandboxProcess *self);
void               cor_sandbox_process_stop (CorSandboxProcess *self);

G_END_DECLS
