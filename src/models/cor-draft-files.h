/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-draft-file.h"

G_BEGIN_DECLS

#define COR_TYPE_DRAFT_FILES (cor_draft_files_get_type ())
G_DECLARE_FINAL_TYPE (CorDraftFiles, cor_draft_files, COR, DRAFT_FILES, GObject)

CorDraftFiles *cor_draft_files_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void           cor_draft_files_open (CorDraftFiles *self, gint64 conversation, const CorFilePlace *place);
GListModel    *cor_draft_files_get_model (CorDraftFiles *self);
guint          cor_draft_files_get_n (CorDraftFiles *self);
gboolean       cor_draft_files_is_copying (CorDraftFiles *self);
GArray        *cor_draft_files_dup_ids (CorDraftFiles *self) G_GNUC_WARN_UNUSED_RESULT;
char          *cor_draft_files_dup_limits (CorDraftFiles *self) G_GNUC_WARN_UNUSED_RESULT;
void           cor_draft_files_add (CorDraftFiles *self, GFile *file);
void           cor_draft_files_add_bytes (CorDraftFiles *self, GBytes *bytes, const char *name);
gboolean       cor_draft_files_discard (CorDraftFiles *self);
void           cor_draft_files_restore (CorDraftFiles *self, gboolean is_private);
void           cor_draft_files_settle (CorDraftFiles *self, gboolean is_private);
void           cor_draft_files_remove (CorDraftFiles *self, CorDraftFile *file);

G_END_DECLS
