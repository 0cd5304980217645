/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-doorbell"

#include "config.h"

#include "cor-doorbell.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

struct _CorDoorbell
{
  GObject parent_instance;

  char *name; /* owned: of our socket in the folder */
  int   folder;
  int   socket;
  guint source;
};

enum
{
  RUNG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorDoorbell, cor_doorbell, G_TYPE_OBJECT)

/* A socket's address has room for 107 bytes, a profile's path may be longer: the folder's
 * descriptor names it in fewer. */
static gboolean
fill_address (CorDoorbell        *self,
              const char         *name,
              struct sockaddr_un *address)
{
  int length;

  memset (address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  length = g_snprintf (address->sun_path, sizeof address->sun_path, "/proc/self/fd/%d/%s", self->folder, name);
  return length < (int) sizeof address->sun_path;
}

static gboolean
on_readable (int          fd,
             GIOCondition condition,
             gpointer     user_data)
{
  CorDoorbell *self = COR_DOORBELL (user_data);
  char         bytes[64];

  while (recv (fd, bytes, sizeof bytes, MSG_DONTWAIT) > 0)
    ;
  g_signal_emit (self, signals[RUNG], 0);
  return G_SOURCE_CONTINUE;
}

static void
cor_doorbell_dispose (GObject *object)
{
  CorDoorbell *self = COR_DOORBELL (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->socket >= 0)
    {
      unlinkat (self->folder, self->name, 0);
      close (self->socket);
      self->socket = -1;
    }
  if (self->folder >= 0)
    {
      close (self->folder);
      self->folder = -1;
    }

  G_OBJECT_CLASS (cor_doorbell_parent_class)->dispose (object);
}

static void
cor_doorbell_finalize (GObject *object)
{
  g_free (COR_DOORBELL (object)->name);

  G_OBJECT_CLASS (cor_doorbell_parent_class)->finalize (object);
}

static void
cor_doorbell_class_init (CorDoorbellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_doorbell_dispose;
  object_class->finalize = cor_doorbell_finalize;

  signals[RUNG] = g_signal_new ("rung", COR_TYPE_DOORBELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_doorbell_init (CorDoorbell *self)
{
  self->folder = -1;
  self->socket = -1;
}

/**
 * cor_doorbell_new:
 * @profile_dir: an existing folder
 *
 * Where no socket can be made the bell stays silent: the other processes then see changes at their
 * next own one.
 *
 * Returns: (transfer full): the bell of this process
 */
CorDoorbell *
cor_doorbell_new (const char *profile_dir)
{
  CorDoorbell       *self = g_object_new (COR_TYPE_DOORBELL, NULL);
  g_autofree char   *path = g_build_filename (profile_dir, "doorbell", NULL);
  g_autofree char   *random = g_uuid_string_random ();
  struct sockaddr_un address;

  random[8] = '\0';
  self->name = g_strdup_printf ("%d-%s", (int) getpid (), random);
  g_mkdir (path, 0700);
  self->folder = open (path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  self->socket = self->folder >= 0 ? socket (AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0) : -1;
  if (self->socket < 0 || !fill_address (self, self->name, &address) ||
      bind (self->socket, (struct sockaddr *) &address, sizeof address) != 0)
    {
      g_debug ("no doorbell in %s: %s", path, g_strerror (errno));
      return self;
    }

  self->source = g_unix_fd_add (self->socket, G_IO_IN, on_readable, self);
  return self;
}

/**
 * cor_doorbell_ring:
 *
 * Rings at every other process. A socket that nobody answers is left over from a process that was
 * killed, and is removed.
 */
void
cor_doorbell_ring (CorDoorbell *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (self->socket < 0)
    return;

  path = g_strdup_printf ("/proc/self/fd/%d", self->folder);
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      struct sockaddr_un address;

      if (g_str_equal (name, self->name) || !fill_address (self, name, &address))
        continue;
      if (sendto (self->socket, "!", 1, MSG_DONTWAIT, (struct sockaddr *) &address, sizeof address) < 0 && errno == ECONNREFUSED)
        unlinkat (self->folder, name, 0);
    }
}
