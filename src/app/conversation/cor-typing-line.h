/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_TYPING_LINE (cor_typing_line_get_type ())
G_DECLARE_FINAL_TYPE (CorTypingLine, cor_typing_line, COR, TYPING_LINE, GtkWidget)

GtkWidget  *cor_typing_line_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_typing_line_set_session (CorTypingLine *self, CorSession *session);
void        cor_typing_line_set_conversation (CorTypingLine *self, gint64 conversation);
const char *cor_typing_line_get_text (CorTypingLine *self);

G_END_DECLS
