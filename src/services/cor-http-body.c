/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-http-body"

#include "config.h"

#include "cor-http-body.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  GBytes *bytes; /* owned, or NULL: a file */
  int     fd;    /* owned; -1: bytes */
  goffset size;
} Part;

struct _CorHttpBody
{
  GPtrArray *parts; /* Part */
  goffset    size;
};

/* CorHttpBodyStream: the parts one after the other. It waits for the disk, so libsoup reads it in a thread. */
#define COR_TYPE_HTTP_BODY_STREAM (cor_http_body_stream_get_type ())
G_DECLARE_FINAL_TYPE (CorHttpBodyStream, cor_http_body_stream, COR, HTTP_BODY_STREAM, GInputStream)

struct _CorHttpBodyStream
{
  GInputStream parent_instance;

  CorHttpBody *body; /* owned */
  guint        part;
  goffset      offset; /* in it */
};

G_DEFINE_FINAL_TYPE (CorHttpBodyStream, cor_http_body_stream, G_TYPE_INPUT_STREAM)

static void
part_free (Part *part)
{
  g_clear_pointer (&part->bytes, g_bytes_unref);
  if (part->fd >= 0)
    close (part->fd);
  g_free (part);
}

static void
set_error (GError **error,
           int      problem)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (problem), g_strerror (problem));
}

/* At its own place in the file: several streams may read it. */
static gssize
read_part (const Part *part,
           goffset     offset,
           char       *buffer,
           gsize       count,
           GError    **error)
{
  gssize n;

  if (part->bytes != NULL)
    {
      memcpy (buffer, (const char *) g_bytes_get_data (part->bytes, NULL) + offset, count);
      return (gssize) count;
    }
  do
    n = pread (part->fd, buffer, count, offset);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    set_error (error, errno);
  else if (n == 0)
    {
      /* the length is promised in the head: rather nothing than something else in its place */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "The file became shorter");
      return -1;
    }
  return n;
}

static gssize
cor_http_body_stream_read (GInputStream *stream,
                           void         *buffer,
                           gsize         count,
                           GCancellable *cancellable,
                           GError      **error)
{
  CorHttpBodyStream *self = COR_HTTP_BODY_STREAM (stream);

  while (self->part < self->body->parts->len)
    {
      const Part *part = self->body->parts->pdata[self->part];
      gsize       left = (gsize) (part->size - self->offset);
      gssize      n;

      if (left == 0)
        {
          self->part++;
          self->offset = 0;
          continue;
        }
      n = read_part (part, self->offset, buffer, MIN (count, left), error);
      if (n > 0)
        self->offset += n;
      return n;
    }
  return 0;
}

static void
cor_http_body_stream_finalize (GObject *object)
{
  cor_http_body_unref (COR_HTTP_BODY_STREAM (object)->body);

  G_OBJECT_CLASS (cor_http_body_stream_parent_class)->finalize (object);
}

static void
cor_http_body_stream_class_init (CorHttpBodyStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_http_body_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = cor_http_body_stream_read;
}

static void
cor_http_body_stream_init (CorHttpBodyStream *self)
{
}

static void
body_clear (CorHttpBody *self)
{
  g_ptr_array_unref (self->parts);
}

/**
 * cor_http_body_new:
 *
 * Returns: (transfer full): an empty body
 */
CorHttpBody *
cor_http_body_new (void)
{
  CorHttpBody *self = g_atomic_rc_box_new0 (CorHttpBody);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  return self;
}

/**
 * cor_http_body_ref:
 *
 * Returns: (transfer full): the same body
 */
CorHttpBody *
cor_http_body_ref (CorHttpBody *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * cor_http_body_unref:
 *
 * Gives back a reference.
 */
void
cor_http_body_unref (CorHttpBody *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) body_clear);
}

static void
add_part (CorHttpBody *self,
          GBytes      *bytes, /* owned */
          int          fd,    /* owned */
          goffset      size)
{
  Part *part = g_new0 (Part, 1);

  part->bytes = bytes;
  part->fd = fd;
  part->size = size;
  self->size += size;
  g_ptr_array_add (self->parts, part);
}

/**
 * cor_http_body_append_bytes:
 * @bytes: (transfer none): what comes next
 */
void
cor_http_body_append_bytes (CorHttpBody *self,
                            GBytes      *bytes)
{
  add_part (self, g_bytes_ref (bytes), -1, (goffset) g_bytes_get_size (bytes));
}

/**
 * cor_http_body_append_file:
 * @path: whose bytes come next
 *
 * From here on the file stays open: what is removed or replaced meanwhile is sent as it was. Waits for the disk: to be
 * called in a worker thread.
 *
 * Returns: whether it can be read
 */
gboolean
cor_http_body_append_file (CorHttpBody *self,
                           const char  *path,
                           GError     **error)
{
  int         fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat facts;

  if (fd >= 0 && fstat (fd, &facts) == 0 && S_ISREG (facts.st_mode))
    {
      add_part (self, NULL, fd, facts.st_size);
      return TRUE;
    }
  set_error (error, fd >= 0 ? EINVAL : errno);
  if (fd >= 0)
    close (fd);
  return FALSE;
}

/**
 * cor_http_body_get_size:
 *
 * Returns: bytes
 */
goffset
cor_http_body_get_size (CorHttpBody *self)
{
  return self->size;
}

/**
 * cor_http_body_open:
 *
 * Returns: (transfer full): all of it from the beginning, as often as it is asked for
 */
GInputStream *
cor_http_body_open (CorHttpBody *self)
{
  CorHttpBodyStream *stream = g_object_new (COR_TYPE_HTTP_BODY_STREAM, NULL);

  stream->body = cor_http_body_ref (self);
  return G_INPUT_STREAM (stream);
}
