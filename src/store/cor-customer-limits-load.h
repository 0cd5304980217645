/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-payment-limit.h"

G_BEGIN_DECLS

/* For jobs of this layer; on the job's thread. */

CorPaymentLimits *cor_customer_load_limits (CorDb *db, gint64 conversation, gint64 *asked_at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
