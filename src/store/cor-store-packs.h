/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* Where a pack is from, and how it stands. Strings are owned and may be NULL, all but the address. */
typedef struct
{
  char    *address;    /* "installed:ID" for one that came with the program, else an HTTPS URL */
  char    *public_key; /* Ed25519, base64: what its signature must verify with; NULL: it needs none */
  char    *pack_id;
  char    *format; /* "corridor-knowledge/1" */
  char    *version;
  char    *digest; /* of the document that is here */
  char    *etag;
  gboolean is_signed;  /* its signature was verified */
  gint64   checked_at; /* 0 never */
  gint64   changed_at;
  char    *error; /* why the last look failed; NULL: it did not */
} CorPackData;

CorPackData *cor_pack_data_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorPackData *cor_pack_data_copy (const CorPackData *pack) G_GNUC_WARN_UNUSED_RESULT;
void         cor_pack_data_free (CorPackData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPackData, cor_pack_data_free)

void       cor_store_list_packs_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_packs_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Names a pack that is to be fetched, or gives it another key. */
void cor_store_add_pack_async (CorStore *store, const char *address, const char *public_key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Forgets it and its articles. */
void cor_store_remove_pack_async (CorStore *store, const char *address, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* How a look at it went, with nothing new. */
void cor_store_put_pack_status_async (CorStore *store, const CorPackData *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* A new version of it. */
void     cor_store_install_pack_async (CorStore *store, const CorPackData *pack, GPtrArray *articles, GPtrArray *templates, GPtrArray *samples, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_pack_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
