/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_SEND_LATER_DIALOG (cor_send_later_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CorSendLaterDialog, cor_send_later_dialog, COR, SEND_LATER_DIALOG, AdwWindow)

GtkWidget *cor_send_later_dialog_new (CorSession *session, GtkWindow *parent, gint64 conversation, gboolean has_then, gint64 window_end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
