/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-files.h"

G_BEGIN_DECLS

#define COR_TYPE_DRAFT_FILE (cor_draft_file_get_type ())
G_DECLARE_FINAL_TYPE (CorDraftFile, cor_draft_file, COR, DRAFT_FILE, GObject)

CorDraftFile          *cor_draft_file_new (CorOutgoingFile *data) G_GNUC_WARN_UNUSED_RESULT;
const CorOutgoingFile *cor_draft_file_get_data (CorDraftFile *self);

G_END_DECLS
