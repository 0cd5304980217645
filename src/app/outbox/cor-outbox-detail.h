/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-outbox-item.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_OUTBOX_DETAIL (cor_outbox_detail_get_type ())
G_DECLARE_FINAL_TYPE (CorOutboxDetail, cor_outbox_detail, COR, OUTBOX_DETAIL, GtkWidget)

void           cor_outbox_detail_set_session (CorOutboxDetail *self, CorSession *session);
void           cor_outbox_detail_set_item (CorOutboxDetail *self, CorOutboxItem *item);
CorOutboxItem *cor_outbox_detail_get_item (CorOutboxDetail *self);
void           cor_outbox_detail_set_room (CorOutboxDetail *self, gboolean is_folded, gboolean is_stacked);
void           cor_outbox_detail_set_controls (CorOutboxDetail *self, gboolean shown);
gint64         cor_outbox_detail_get_window_end (CorOutboxDetail *self);

G_END_DECLS
