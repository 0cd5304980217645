/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-quote-form.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_QUOTE_REPLY (cor_quote_reply_get_type ())
G_DECLARE_FINAL_TYPE (CorQuoteReply, cor_quote_reply, COR, QUOTE_REPLY, GtkWidget)

void cor_quote_reply_set_form (CorQuoteReply *self, CorQuoteForm *form, CorSession *session);
void cor_quote_reply_set_conversation (CorQuoteReply *self, gint64 conversation);

G_END_DECLS
