/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-file-vault"

#include "config.h"

#include "cor-file-vault.h"

#include "cor-file-limits.h"
#include "cor-file-name.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define READ_SIZE (64 * 1024)

/* What is being copied; a copy that nobody finished in so many seconds never will be. */
#define STAGED_PREFIX ".staged-"
#define STAGED_SECONDS (60 * 60)

static char *
dup_folder (CorDb *db)
{
  g_autofree char *profile_dir = g_path_get_dirname (sqlite3_db_filename (cor_db_get_sqlite (db), "main"));

  return g_build_filename (profile_dir, COR_STORE_FILES, NULL);
}

static gboolean
fail_write (GError **error)
{
  int problem = errno;

  g_set_error_literal (error, COR_FILE_ERROR, COR_FILE_ERROR_NOT_KEPT, g_strerror (problem));
  return FALSE;
}

static gboolean
write_all (int         fd,
           const char *bytes,
           gsize       n,
           GError    **error)
{
  while (n > 0)
    {
      gssize written = write (fd, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail_write (error);
      bytes += written;
      n -= (gsize) written;
    }
  return TRUE;
}

/* A type is known by the name and, where that says nothing, by how the file begins. */
static char *
dup_type (const char *name,
          const char *bytes,
          gsize       n)
{
  const char      *known = cor_file_limits_get_type (name);
  g_autofree char *guessed = known == NULL ? g_content_type_guess (name, (const guchar *) bytes, n, NULL) : NULL;
  char            *type = guessed != NULL ? g_content_type_get_mime_type (guessed) : g_strdup (known);

  return type != NULL ? type : g_strdup ("application/octet-stream");
}

static gboolean
admit (CorStagedFile      *file,
       const char         *bytes,
       gsize               n,
       const CorFilePlace *place,
       gint64             *max,
       GError            **error)
{
  file->content_type = dup_type (file->name, bytes, n);
  *max = cor_file_limits_get_max (place->channel, place->is_private, file->content_type);
  if (cor_file_limits_takes (place->channel, place->is_private, file->content_type))
    return TRUE;
  g_set_error (error, COR_FILE_ERROR, COR_FILE_ERROR_TYPE, "%s is not taken there", file->content_type);
  return FALSE;
}

static gboolean
copy (CorStagedFile      *file,
      int                 fd,
      GInputStream       *stream,
      const CorFilePlace *place,
      GCancellable       *cancellable,
      GError            **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *bytes = g_malloc (READ_SIZE);
  gint64           max = 0;

  for (;;)
    {
      GError *problem = NULL;
      gsize   n = 0;

      if (!g_input_stream_read_all (stream, bytes, READ_SIZE, &n, cancellable, &problem))
        {
          if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            g_propagate_error (error, problem);
          else
            {
              g_set_error_literal (error, COR_FILE_ERROR, COR_FILE_ERROR_UNREADABLE, problem->message);
              g_error_free (problem);
            }
          return FALSE;
        }
      if (n == 0)
        break;
      if (file->size == 0 && !admit (file, bytes, n, place, &max, error))
        return FALSE;
      file->size += (gint64) n;
      if (file->size > max)
        {
          g_set_error_literal (error, COR_FILE_ERROR, COR_FILE_ERROR_TOO_LARGE, "The file is too large");
          return FALSE;
        }
      g_checksum_update (sum, (const guchar *) bytes, (gssize) n);
      if (!write_all (fd, bytes, n, error))
        return FALSE;
    }
  file->digest = g_strdup (g_checksum_get_string (sum));
  if (file->size > 0)
    return fsync (fd) == 0 || fail_write (error);
  g_set_error_literal (error, COR_FILE_ERROR, COR_FILE_ERROR_EMPTY, "The file is empty");
  return FALSE;
}

/*
 * cor_file_vault_stage:
 * @stream: what to copy; read to its end
 * @name: what it is called
 *
 * To be called in a worker thread: it waits for both disks.
 *
 * Returns: (transfer full) (nullable): the copy, on disk; COR_FILE_ERROR says why there is none
 */
CorStagedFile *
cor_file_vault_stage (const char         *profile_dir,
                      GInputStream       *stream,
                      const char         *name,
                      const CorFilePlace *place,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_autoptr (CorStagedFile) file = g_new0 (CorStagedFile, 1);
  g_autofree char *folder = g_build_filename (profile_dir, COR_STORE_FILES, NULL);
  gboolean         done;
  int              fd;

  file->name = cor_safe_file_name (name);
  file->path = g_build_filename (folder, STAGED_PREFIX "XXXXXX", NULL);
  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    return fail_write (error), NULL;
  fd = g_mkstemp_full (file->path, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      fail_write (error);
      g_clear_pointer (&file->path, g_free);
      return NULL;
    }
  done = copy (file, fd, stream, place, cancellable, error);
  if (close (fd) != 0 && done)
    done = fail_write (error);
  return done ? g_steal_pointer (&file) : NULL;
}

/* The name, too, is on the disk before the row that tells of it. */
static gboolean
rename_durably (const char *folder,
                const char *from,
                const char *to)
{
  int      fd = g_rename (from, to) == 0 ? open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

/*
 * cor_file_vault_attach:
 * @file: a copy; from here on it belongs to the draft or reply
 * @uuid: (nullable): of a reply; %NULL: the draft
 *
 * In a transaction of a writer: cor_file_vault_tidy() of whatever process waits for its end.
 */
void
cor_file_vault_attach (CorDb         *db,
                       CorStagedFile *file,
                       gint64         conversation,
                       gboolean       is_private,
                       const char    *uuid)
{
  g_autofree char *folder = dup_folder (db);
  g_autofree char *path = g_build_filename (folder, file->digest, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!rename_durably (folder, file->path, path))
        {
          cor_db_fail (db, COR_STORE_ERROR_FAILED, "%s: %s", file->name, g_strerror (errno));
          return;
        }
      g_clear_pointer (&file->path, g_free);
    }
  cor_db_run (db, "file-attach", "lissssl", conversation, (int) is_private, uuid, file->digest, file->name, file->content_type, file->size);
}

/*
 * cor_file_vault_send:
 * @files: (nullable) (element-type gint64): those of a draft that go with a reply, and nothing that another window attached since
 * @staged: (nullable) (element-type CorStagedFile): further ones
 * @uuid: of the reply
 *
 * Fails the transaction when there are more than a message takes, or one is no longer there.
 */
void
cor_file_vault_send (CorDb        *db,
                     const GArray *files,
                     GPtrArray    *staged,
                     gint64        conversation,
                     gboolean      is_private,
                     const char   *uuid)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      cor_db_run (db, "file-send", "slli", uuid, g_array_index (files, gint64, i), conversation, (int) is_private);
      if (cor_db_get_n_changed (db) == 0)
        cor_db_fail (db, COR_STORE_ERROR_CONFLICT, "A file is no longer attached");
    }
  for (guint i = 0; staged != NULL && i < staged->len; i++)
    cor_file_vault_attach (db, staged->pdata[i], conversation, is_private, uuid);
  if (cor_db_get_int (db, "file-count-reply", "s", uuid) > COR_MESSAGE_FILES_MAX)
    cor_db_fail (db, COR_STORE_ERROR_REFUSED, "A message takes at most %d files", COR_MESSAGE_FILES_MAX);
}

/*
 * cor_file_vault_load:
 * @rows: a query with the columns of sql/file-list-draft.sql
 *
 * Returns: (transfer full) (element-type CorOutgoingFile): all of them
 */
GPtrArray *
cor_file_vault_load (CorDb        *db,
                     sqlite3_stmt *rows)
{
  g_autofree char *folder = dup_folder (db);
  GPtrArray       *files = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_outgoing_file_free);

  while (cor_db_next (db, rows))
    {
      CorOutgoingFile *file = g_new0 (CorOutgoingFile, 1);

      file->id = cor_column_int (rows, 0);
      file->path = g_build_filename (folder, cor_column_text (rows, 1), NULL);
      file->name = cor_column_dup (rows, 2);
      file->content_type = cor_column_dup (rows, 3);
      file->size = cor_column_int (rows, 4);
      g_ptr_array_add (files, file);
    }
  return files;
}

static gboolean
is_left_over (const char *path)
{
  GStatBuf found;

  return g_stat (path, &found) == 0 && found.st_mtime < g_get_real_time () / G_USEC_PER_SEC - STAGED_SECONDS;
}

/*
 * cor_file_vault_tidy:
 *
 * Removes what no draft and no reply needs any more, and what a killed process left. In a transaction of a writer.
 */
void
cor_file_vault_tidy (CorDb *db)
{
  g_autofree char *folder = dup_folder (db);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean         is_staged = g_str_has_prefix (name, STAGED_PREFIX);

      if (is_staged ? is_left_over (path) : cor_db_get_int (db, "file-is-needed", "s", name) != 1 && !cor_db_has_failed (db))
        g_unlink (path);
    }
}
