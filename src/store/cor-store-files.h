/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-channel.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* The folder of a profile that has their bytes. */
#define COR_STORE_FILES "files"

/* Why a file is not attached. */
#define COR_FILE_ERROR (cor_file_error_quark ())

typedef enum
{
  COR_FILE_ERROR_TOO_LARGE,
  COR_FILE_ERROR_TYPE, /* the channel does not take such files */
  COR_FILE_ERROR_TOO_MANY,
  COR_FILE_ERROR_EMPTY,
  COR_FILE_ERROR_FOLDER,     /* or a device: nothing that has an end */
  COR_FILE_ERROR_UNREADABLE, /* the message says why */
  COR_FILE_ERROR_NOT_KEPT,   /* this disk did not take it; the message says why */
} CorFileErrorCode;

GQuark cor_file_error_quark (void);

/* What a file is meant for; it decides how large it may be. */
typedef struct
{
  CorChannel channel;
  gboolean   is_private;
} CorFilePlace;

/* A file of a draft or of a reply that is not delivered. Constant; on any thread. */
typedef struct
{
  gint64 id;
  char  *name; /* as cor_safe_file_name() makes it */
  char  *content_type;
  gint64 size;
  char  *path; /* of its bytes, in the profile */
} CorOutgoingFile;

void cor_outgoing_file_free (CorOutgoingFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorOutgoingFile, cor_outgoing_file_free)

/* A copy in the profile that belongs to nothing yet; what nobody attaches is removed with it. */
typedef struct
{
  char  *path; /* owned, or NULL: it was attached */
  char  *digest;
  char  *name;
  char  *content_type;
  gint64 size;
} CorStagedFile;

void cor_staged_file_free (CorStagedFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorStagedFile, cor_staged_file_free)

/* Copies a file, or bytes that are called @name, into the profile; COR_FILE_ERROR says why not. */
void           cor_store_stage_file_async (CorStore *store, GFile *file, const CorFilePlace *place, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void           cor_store_stage_bytes_async (CorStore *store, GBytes *bytes, const char *name, const CorFilePlace *place, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorStagedFile *cor_store_stage_finish (CorStore *store, GAsyncResult *result, GError **error);

/* To a draft, which begins with that if there is none; on disk when it returns. @file is taken. */
void     cor_store_attach_async (CorStore *store, gint64 conversation, gboolean is_private, CorStagedFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_attach_finish (CorStore *store, GAsyncResult *result, GError **error);

/* From its draft, which ends with that if nothing else is in it. */
void     cor_store_detach_async (CorStore *store, gint64 file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_detach_finish (CorStore *store, GAsyncResult *result, GError **error);

/* GPtrArray of CorOutgoingFile, in their order: of a draft, or of a reply in the outbox. */
void       cor_store_list_draft_files_async (CorStore *store, gint64 conversation, gboolean is_private, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void       cor_store_list_reply_files_async (CorStore *store, const char *uuid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_files_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
