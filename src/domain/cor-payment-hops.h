/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-way.h"

G_BEGIN_DECLS

/* For cor-payment-way.c alone. */

GPtrArray *cor_payment_hops_new (const GPtrArray *events) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cor_bic_equal (const char *a,
                          const char *b);
gboolean   cor_track_event_is_payment (const CorTrackEvent *event);

G_END_DECLS
