/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-pack.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COR_INSTALLED_PACK_PREFIX "installed:"

/* A pack that came with the program. */
typedef struct
{
  char    *address; /* "installed:" and the file's name without its ending */
  CorPack *pack;    /* NULL: unchanged, or it cannot be read */
  GError  *error;
} CorInstalledPack;

void       cor_installed_pack_free (CorInstalledPack *self);
void       cor_installed_packs_load_async (GHashTable *digests, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_installed_packs_load_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
