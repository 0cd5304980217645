/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* PROFILE/sync.lock: whoever holds it is the one process that talks to the services. */
typedef struct _CorSyncLock CorSyncLock;

CorSyncLock *cor_sync_lock_take (const char *profile_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         cor_sync_lock_release (CorSyncLock *self);

G_END_DECLS
