/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-files"

#include "config.h"

#include "cor-store-files.h"

#include "cor-db.h"
#include "cor-file-limits.h"
#include "cor-file-vault.h"

#include <glib/gstdio.h>

G_DEFINE_QUARK (cor_file_error, cor_file_error)

void
cor_outgoing_file_free (CorOutgoingFile *self)
{
  g_free (self->name);
  g_free (self->content_type);
  g_free (self->path);
  g_free (self);
}

void
cor_staged_file_free (CorStagedFile *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self->digest);
  g_free (self->name);
  g_free (self->content_type);
  g_free (self);
}

typedef struct
{
  char        *profile_dir;
  GFile       *file;  /* owned, or NULL: these bytes */
  GBytes      *bytes; /* owned, or NULL */
  char        *name;  /* of the bytes */
  CorFilePlace place;
} Stage;

static void
stage_free (gpointer data)
{
  Stage *stage = data;

  g_free (stage->profile_dir);
  g_clear_object (&stage->file);
  g_clear_pointer (&stage->bytes, g_bytes_unref);
  g_free (stage->name);
  g_free (stage);
}

/* A pipe or a device may never come to an end. */
static GInputStream *
open_file (Stage        *stage,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (stage->file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &problem);
  GInputStream *stream = NULL;

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, COR_FILE_ERROR, COR_FILE_ERROR_FOLDER, "This is not a file");
      return NULL;
    }
  if (info != NULL)
    {
      stage->name = g_strdup (g_file_info_get_display_name (info));
      stream = G_INPUT_STREAM (g_file_read (stage->file, cancellable, &problem));
    }
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (stream == NULL)
    g_set_error_literal (error, COR_FILE_ERROR, COR_FILE_ERROR_UNREADABLE, problem->message);
  return stream;
}

static void
stage_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Stage  *stage = data;
  GError *error = NULL;
  g_autoptr (GInputStream) stream = stage->bytes != NULL ? g_memory_input_stream_new_from_bytes (stage->bytes) : open_file (stage, cancellable, &error);
  CorStagedFile *file = stream != NULL ? cor_file_vault_stage (stage->profile_dir, stream, stage->name, &stage->place, cancellable, &error) : NULL;

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) cor_staged_file_free);
  else
    g_task_return_error (task, error);
}

static void
begin_stage (CorStore           *store,
             Stage              *stage,
             const CorFilePlace *place,
             GCancellable       *cancellable,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_store_stage_file_async);
  stage->profile_dir = g_strdup (cor_store_get_profile_dir (store));
  stage->place = *place;
  g_task_set_task_data (task, stage, stage_free);
  g_task_run_in_thread (task, stage_in_thread);
}

/**
 * cor_store_stage_file_async:
 * @file: what to copy into the profile, wherever it is
 * @place: what it is meant for
 *
 * The original may be moved or removed afterwards. Never on the main thread.
 */
void
cor_store_stage_file_async (CorStore           *store,
                            GFile              *file,
                            const CorFilePlace *place,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->file = g_object_ref (file);
  begin_stage (store, stage, place, cancellable, callback, user_data);
}

/**
 * cor_store_stage_bytes_async:
 * @bytes: what to copy into the profile
 * @name: what it shall be called
 * @place: what it is meant for
 *
 * Likewise, for what is not in a file, such as a picture from the clipboard.
 */
void
cor_store_stage_bytes_async (CorStore           *store,
                             GBytes             *bytes,
                             const char         *name,
                             const CorFilePlace *place,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->bytes = g_bytes_ref (bytes);
  stage->name = g_strdup (name);
  begin_stage (store, stage, place, cancellable, callback, user_data);
}

/**
 * cor_store_stage_finish:
 * @error: COR_FILE_ERROR, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the copy, to be attached or freed
 */
CorStagedFile *
cor_store_stage_finish (CorStore     *store,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  gint64         conversation;
  gboolean       is_private;
  CorStagedFile *file; /* owned */
  char          *uuid; /* owned, or NULL */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->file, cor_staged_file_free);
  g_free (place->uuid);
  g_free (place);
}

static Place *
place_new (gint64   conversation,
           gboolean is_private)
{
  Place *place = g_new0 (Place, 1);

  place->conversation = conversation;
  place->is_private = is_private;
  return place;
}

static void
touch_draft (CorDb *db,
             gint64 conversation)
{
  cor_db_touch_thread (db, conversation);
  cor_db_touch_timeline (db, conversation);
  cor_db_touch_topics (db, COR_TOPIC_DRAFTS);
}

static gpointer
attach_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  Place *place = data;

  if (cor_db_get_int (db, "file-count-draft", "li", place->conversation, (int) place->is_private) >= COR_MESSAGE_FILES_MAX)
    {
      g_set_error_literal (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED, "A message takes no more files");
      return NULL;
    }
  cor_db_run (db, "draft-begin", "li", place->conversation, (int) place->is_private);
  cor_file_vault_attach (db, place->file, place->conversation, place->is_private, NULL);
  touch_draft (db, place->conversation);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_attach_async:
 * @conversation: local id
 * @is_private: which of the two drafts
 * @file: (transfer full): a copy
 *
 * Fails with COR_FILE_ERROR_TOO_MANY when the draft has as many files as a message takes.
 */
void
cor_store_attach_async (CorStore           *store,
                        gint64              conversation,
                        gboolean            is_private,
                        CorStagedFile      *file,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  Place *place = place_new (conversation, is_private);

  place->file = file;
  cor_store_run_async (store, COR_STORE_AGENT, attach_job, place, place_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_attach_finish (CorStore     *store,
                         GAsyncResult *result,
                         GError      **error)
{
  g_autoptr (GError) problem = NULL;

  if (cor_store_run_finish (store, result, &problem) != NULL)
    return TRUE;
  if (g_error_matches (problem, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED))
    g_set_error_literal (error, COR_FILE_ERROR, COR_FILE_ERROR_TOO_MANY, problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gpointer
detach_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  gint64        id = *(gint64 *) data;
  sqlite3_stmt *row = cor_db_query (db, "file-place", "l", id);
  gint64        conversation;
  int           is_private;

  if (!cor_db_next (db, row))
    return GINT_TO_POINTER (TRUE); /* it went with a reply, or another window was first */
  conversation = cor_column_int (row, 0);
  is_private = (int) cor_column_int (row, 1);
  cor_db_next (db, row);
  cor_db_run (db, "file-detach", "l", id);
  cor_db_run (db, "draft-remove-blank", "li", conversation, is_private);
  touch_draft (db, conversation);
  return GINT_TO_POINTER (TRUE);
}

void
cor_store_detach_async (CorStore           *store,
                        gint64              file,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, detach_job, g_memdup2 (&file, sizeof file), g_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_detach_finish (CorStore     *store,
                         GAsyncResult *result,
                         GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Place *place = data;

  return cor_file_vault_load (db, place->uuid != NULL ? cor_db_query (db, "file-list-reply", "s", place->uuid)
                                                      : cor_db_query (db, "file-list-draft", "li", place->conversation, (int) place->is_private));
}

void
cor_store_list_draft_files_async (CorStore           *store,
                                  gint64              conversation,
                                  gboolean            is_private,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, place_new (conversation, is_private), place_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

void
cor_store_list_reply_files_async (CorStore           *store,
                                  const char         *uuid,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Place *place = place_new (0, FALSE);

  place->uuid = g_strdup (uuid);
  cor_store_run_async (store, COR_STORE_READ, list_job, place, place_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_files_finish:
 *
 * Returns: (transfer full) (element-type CorOutgoingFile): in the order in which they were attached
 */
GPtrArray *
cor_store_list_files_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
