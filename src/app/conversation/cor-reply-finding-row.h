/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-reply-check.h"

G_BEGIN_DECLS

#define COR_TYPE_REPLY_FINDING_ROW (cor_reply_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (CorReplyFindingRow, cor_reply_finding_row, COR, REPLY_FINDING_ROW, GtkWidget)

CorReplyFindingRow *cor_reply_finding_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                cor_reply_finding_row_set_finding (CorReplyFindingRow *self, guint index, const CorReplyFinding *finding);
guint               cor_reply_finding_row_get_index (CorReplyFindingRow *self);

G_END_DECLS
