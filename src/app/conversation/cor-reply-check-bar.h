/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-store.h"

G_BEGIN_DECLS

#define COR_TYPE_REPLY_CHECK_BAR (cor_reply_check_bar_get_type ())
G_DECLARE_FINAL_TYPE (CorReplyCheckBar, cor_reply_check_bar, COR, REPLY_CHECK_BAR, GtkWidget)

void     cor_reply_check_bar_attach (CorReplyCheckBar *self, CorStore *store, GtkTextView *text_view);
void     cor_reply_check_bar_set_text (CorReplyCheckBar *self, gint64 conversation, gboolean is_private, const char *text);
gboolean cor_reply_check_bar_admits (CorReplyCheckBar *self);
gboolean cor_reply_check_bar_is_stopped (CorReplyCheckBar *self);

G_END_DECLS
