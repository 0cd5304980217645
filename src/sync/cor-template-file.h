/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* One's own templates as a file that somebody else can take: a pack of data/packs/templates.schema.json. */

void     cor_template_file_import_async (CorStore *store, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_template_file_import_finish (GAsyncResult *result, guint *n_templates, GError **error);

void     cor_template_file_export_async (CorStore *store, GFile *file, const char *const *ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_template_file_export_finish (GAsyncResult *result, guint *n_templates, GError **error);

G_END_DECLS
