/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_PAYMENT_THREADS (cor_payment_threads_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentThreads, cor_payment_threads, COR, PAYMENT_THREADS, GtkWidget)

void   cor_payment_threads_set_session (CorPaymentThreads *self, CorSession *session);
void   cor_payment_threads_set_payment (CorPaymentThreads *self, const char *reference);
gint64 cor_payment_threads_get_newest (CorPaymentThreads *self);

G_END_DECLS
