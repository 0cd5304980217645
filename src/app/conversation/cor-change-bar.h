/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_CHANGE_BAR (cor_change_bar_get_type ())
G_DECLARE_FINAL_TYPE (CorChangeBar, cor_change_bar, COR, CHANGE_BAR, GtkWidget)

GtkWidget  *cor_change_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_change_bar_set_session (CorChangeBar *self, CorSession *session);
void        cor_change_bar_set_conversation (CorChangeBar *self, gint64 conversation);
const char *cor_change_bar_get_text (CorChangeBar *self);

G_END_DECLS
