/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-store-payments.h"

G_BEGIN_DECLS

/* Payments for jobs of this layer; on the job's thread. */

CorPaymentView *cor_payment_load_view (CorDb *db, const char *reference, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *cor_payment_load_links (CorDb *db, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
