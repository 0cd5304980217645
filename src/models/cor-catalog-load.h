/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-catalog.h"

#include <gio/gio.h>

G_BEGIN_DECLS

const char *cor_catalog_find_language (const char *locale);
void        cor_catalog_load_async (const char *language, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorCatalog *cor_catalog_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
