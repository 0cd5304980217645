/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_STRIP (cor_payment_strip_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentStrip, cor_payment_strip, COR, PAYMENT_STRIP, GtkButton)

void     cor_payment_strip_set_session (CorPaymentStrip *self, CorSession *session);
gboolean cor_payment_strip_has_payment (CorPaymentStrip *self);

G_END_DECLS
