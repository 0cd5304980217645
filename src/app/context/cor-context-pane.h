/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_CONTEXT_PANE (cor_context_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorContextPane, cor_context_pane, COR, CONTEXT_PANE, GtkWidget)

GtkWidget  *cor_context_pane_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_context_pane_set_session (CorContextPane *self, CorSession *session);
void        cor_context_pane_set_conversation (CorContextPane *self, gint64 conversation);
const char *cor_context_pane_get_name (CorContextPane *self);

G_END_DECLS
