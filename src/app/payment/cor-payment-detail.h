/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_DETAIL (cor_payment_detail_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentDetail, cor_payment_detail, COR, PAYMENT_DETAIL, GtkWidget)

GtkWidget  *cor_payment_detail_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_payment_detail_set_session (CorPaymentDetail *self, CorSession *session);
void        cor_payment_detail_set_conversation (CorPaymentDetail *self, gint64 conversation);
void        cor_payment_detail_set_folded (CorPaymentDetail *self, gboolean folded);
void        cor_payment_detail_open (CorPaymentDetail *self, const char *reference);
const char *cor_payment_detail_get_reference (CorPaymentDetail *self);

G_END_DECLS
