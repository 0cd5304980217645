/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_OUTBOX_PANE (cor_outbox_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorOutboxPane, cor_outbox_pane, COR, OUTBOX_PANE, GtkWidget)

GtkWidget *cor_outbox_pane_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_outbox_pane_set_session (CorOutboxPane *self, CorSession *session);
void       cor_outbox_pane_select (CorOutboxPane *self, gint64 intent);

G_END_DECLS
