/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-draft-file.h"

G_BEGIN_DECLS

#define COR_TYPE_ATTACHMENT_CHIP (cor_attachment_chip_get_type ())
G_DECLARE_FINAL_TYPE (CorAttachmentChip, cor_attachment_chip, COR, ATTACHMENT_CHIP, GtkWidget)

GtkWidget    *cor_attachment_chip_new (CorDraftFile *file);
CorDraftFile *cor_attachment_chip_get_file (CorAttachmentChip *self);

G_END_DECLS
