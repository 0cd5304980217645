/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-draft-files.h"

G_BEGIN_DECLS

#define COR_TYPE_ATTACHMENT_STRIP (cor_attachment_strip_get_type ())
G_DECLARE_FINAL_TYPE (CorAttachmentStrip, cor_attachment_strip, COR, ATTACHMENT_STRIP, GtkWidget)

void           cor_attachment_strip_set_store (CorAttachmentStrip *self, CorStore *store);
void           cor_attachment_strip_open (CorAttachmentStrip *self, gint64 conversation, CorChannel channel, gboolean is_private);
CorDraftFiles *cor_attachment_strip_get_files (CorAttachmentStrip *self);

G_END_DECLS
