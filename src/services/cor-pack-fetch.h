/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http.h"
#include "cor-pack.h"

G_BEGIN_DECLS

/* What became of a look at a pack's address. */
typedef struct
{
  CorPack *pack; /* owned; NULL: what the caller has is the newest */
  char    *etag; /* of it */
  gboolean is_signed;
} CorPackFetched;

void            cor_pack_fetch_async (CorHttp *http, const char *path, const char *etag, const char *public_key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorPackFetched *cor_pack_fetch_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            cor_pack_fetched_free (CorPackFetched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPackFetched, cor_pack_fetched_free)

G_END_DECLS
