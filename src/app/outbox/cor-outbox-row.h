/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-outbox-item.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_OUTBOX_ROW (cor_outbox_row_get_type ())
G_DECLARE_FINAL_TYPE (CorOutboxRow, cor_outbox_row, COR, OUTBOX_ROW, GtkWidget)

GtkWidget     *cor_outbox_row_new (CorSession *session, CorOutboxItem *item) G_GNUC_WARN_UNUSED_RESULT;
CorOutboxItem *cor_outbox_row_get_item (CorOutboxRow *self);
char          *cor_outbox_row_dup_spoken (CorOutboxRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
