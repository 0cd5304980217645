/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-sync-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sys/file.h>
#include <unistd.h>

struct _CorSyncLock
{
  int fd;
};

/**
 * cor_sync_lock_take:
 * @error: G_IO_ERROR_BUSY when another process holds it
 *
 * The kernel lets go of it when the process ends, however it ends.
 *
 * Returns: (transfer full): the lock, or %NULL at once
 */
CorSyncLock *
cor_sync_lock_take (const char *profile_dir,
                    GError    **error)
{
  g_autofree char *path = g_build_filename (profile_dir, "sync.lock", NULL);
  int              fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  CorSyncLock     *self;
  int              code;

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      code = errno;
      g_set_error (error, G_IO_ERROR, code == EWOULDBLOCK ? G_IO_ERROR_BUSY : (int) g_io_error_from_errno (code), "%s: %s", path,
                   g_strerror (code));
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  self = g_new0 (CorSyncLock, 1);
  self->fd = fd;
  return self;
}

void
cor_sync_lock_release (CorSyncLock *self)
{
  close (self->fd);
  g_free (self);
}
