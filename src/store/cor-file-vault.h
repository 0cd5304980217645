/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-store-files.h"

G_BEGIN_DECLS

/* The folder "files" of a profile: what the agent attached, each content once, named by its digest. */

CorStagedFile *cor_file_vault_stage (const char *profile_dir, GInputStream *stream, const char *name, const CorFilePlace *place, GCancellable *cancellable, GError **error);
void           cor_file_vault_attach (CorDb *db, CorStagedFile *file, gint64 conversation, gboolean is_private, const char *uuid);
void           cor_file_vault_send (CorDb *db, const GArray *files, GPtrArray *staged, gint64 conversation, gboolean is_private, const char *uuid);
GPtrArray     *cor_file_vault_load (CorDb *db, sqlite3_stmt *rows);
void           cor_file_vault_tidy (CorDb *db);

G_END_DECLS
