/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-payment-view.h"
#include "cor-quote-form.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_FEES_BOARD (cor_fees_board_get_type ())
G_DECLARE_FINAL_TYPE (CorFeesBoard, cor_fees_board, COR, FEES_BOARD, GtkWidget)

GtkWidget    *cor_fees_board_new (void) G_GNUC_WARN_UNUSED_RESULT;
void          cor_fees_board_set_session (CorFeesBoard *self, CorSession *session);
void          cor_fees_board_set_conversation (CorFeesBoard *self, gint64 conversation);
void          cor_fees_board_focus (CorFeesBoard *self);
CorQuoteForm *cor_fees_board_get_form (CorFeesBoard *self);
void          cor_fees_board_take_payment (CorFeesBoard *self, const CorPaymentView *view);

G_END_DECLS
