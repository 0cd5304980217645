/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-engine.h"

#include "cor-sync-lock.h"

/**
 * cor_ctl_is_engine_elsewhere:
 *
 * What the store says of a process that was killed may be old, the lock never is.
 *
 * Returns: whether another process runs the sync engine on the profile now
 */
gboolean
cor_ctl_is_engine_elsewhere (CorCtl *ctl)
{
  g_autofree char *profile_dir = cor_ctl_dup_profile_dir (ctl);
  CorSyncLock     *lock = cor_sync_lock_take (profile_dir, NULL);

  if (lock == NULL)
    return TRUE;
  cor_sync_lock_release (lock);
  return FALSE;
}
