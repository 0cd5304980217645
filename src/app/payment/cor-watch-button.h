/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_WATCH_BUTTON (cor_watch_button_get_type ())
G_DECLARE_FINAL_TYPE (CorWatchButton, cor_watch_button, COR, WATCH_BUTTON, GtkWidget)

void cor_watch_button_set_session (CorWatchButton *self, CorSession *session);
void cor_watch_button_set_payment (CorWatchButton *self, const char *reference, gint64 conversation);

G_END_DECLS
