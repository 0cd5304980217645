/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-session.h"

G_BEGIN_DECLS

/* Of the application, for notifications: (xs), the arguments of cor_window_show_payment(). */
#define COR_WINDOW_WATCHED_PAYMENT "app.watched-payment"

#define COR_TYPE_WINDOW (cor_window_get_type ())
G_DECLARE_FINAL_TYPE (CorWindow, cor_window, COR, WINDOW, AdwApplicationWindow)

GtkWidget *cor_window_new (GtkApplication *application, CorSession *session, const char *server) G_GNUC_WARN_UNUSED_RESULT;
void       cor_window_begin_in_sandbox (CorWindow *self);
void       cor_window_show_payment (CorWindow *self, gint64 conversation, const char *reference);
void       cor_window_show_problem (CorWindow *self, const GError *error);

G_END_DECLS
